import type { Language, Localized } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import { REFERENCE_TEXTS } from './reference-texts.ts';

type Referee = { name: string; email: string; language: Language };
type Asking = {
  candidate: string;
  organisation: Localized;
  publicUrl: string;
  token: string;
  reminder?: boolean;
};

/** What a referee is sent: who names them, and the link; of the post and the application, nothing. */
export function referenceMail({ name, email, language }: Referee, asking: Asking): Mail {
  const { candidate, organisation, publicUrl, token, reminder = false } = asking;
  const t = REFERENCE_TEXTS[language].mail;
  const link = `${publicUrl}/${language}/references/${token}`;
  const parts = [...(reminder ? [t.reminder] : []), t.text(candidate, organisation[language]), link, t.ignore];
  return {
    to: { name, address: email },
    subject: t.subject(organisation[language]),
    text: `${parts.join('\n\n')}\n`,
    language,
  };
}
