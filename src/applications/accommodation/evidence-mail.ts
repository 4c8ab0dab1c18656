import type { Language } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import { ACCOMMODATION_TEXTS } from './accommodation-texts.ts';

/** Whose file it was. */
export type Sender = { to: Mail['to']; language: Language };

/** That malware was found in a file that was handed in: it does not say in which, nor what the file was for. */
export function infectedFileMail({ to, language }: Sender, publicUrl: string): Mail {
  const { subject, text } = ACCOMMODATION_TEXTS[language].mailInfected;
  return { to, language, subject, text: `${text}\n\n${publicUrl}/${language}/my/applications\n` };
}
