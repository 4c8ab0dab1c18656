import type { Language } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import { INVITATION_TEXTS, type InvitationMail } from './invitation-texts.ts';

type Reader = { name: string; address: string; language: Language };
type Told = { publicUrl: string; calendar?: string | undefined };

/** A mail about a time of somebody's: what stage it is, when and where, is in the calendar's entry and on their page alone. */
export function invitationMail(
  { name, address, language }: Reader,
  about: InvitationMail,
  { publicUrl, calendar }: Told,
): Mail {
  const { subject, text } = INVITATION_TEXTS[language].mails[about];
  const link = `${publicUrl}/${language}/my/applications`;
  const method = about === 'cancelled' ? ('CANCEL' as const) : ('PUBLISH' as const);
  return {
    to: { name, address },
    subject,
    text: `${text}\n\n${link}\n`,
    language,
    ...(calendar !== undefined && { calendar: { method, content: calendar } }),
  };
}
