import type { Mail } from '../platform/mail.ts';
import { COMPETITION_TEXTS } from './competition-texts.ts';
import type { CompetitionRole, Staff } from './member.ts';

type Naming = { reference: string; role: CompetitionRole; publicUrl: string };

/** Tells somebody that they have a task in a competition, and where it begins. */
export function namingMail({ name, email, language }: Staff, { reference, role, publicUrl }: Naming): Mail {
  const t = COMPETITION_TEXTS[language].mail;
  const text = t.text(reference, COMPETITION_TEXTS[language].roles[role]);
  const link = `${publicUrl}/${language}/staff/vacancies/${reference}/people`;
  return { to: { name, address: email }, subject: t.subject(reference), text: `${text}\n\n${link}\n`, language };
}
