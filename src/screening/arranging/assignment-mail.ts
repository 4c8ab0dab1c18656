import type { Recipient } from '../../people/holder-queries.ts';
import type { Mail } from '../../platform/mail.ts';
import { plural } from '../../site/numbers.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';

type Assigned = { reference: string; count: number; publicUrl: string };

/** Tells a screener, once for everything shared out together, how many applications are theirs: no number, no name. */
export function assignmentMail(
  { name, address, language }: Recipient,
  { reference, count, publicUrl }: Assigned,
): Mail {
  const t = SCREENING_TEXTS[language].assignmentMail;
  const link = `${publicUrl}/${language}/staff/vacancies/${reference}/screening`;
  const text = `${plural(count, t.text(reference), language)}\n\n${link}\n`;
  return { to: { name, address }, subject: t.subject(reference), text, language };
}
