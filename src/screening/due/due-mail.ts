import type { Recipient } from '../../people/holder-queries.ts';
import type { Mail } from '../../platform/mail.ts';
import { formatDate } from '../../site/dates.ts';
import { plural } from '../../site/numbers.ts';
import { DUE_TEXTS } from './due-texts.ts';

type Reminding = {
  reference: string;
  day: string;
  late: boolean;
  /** How many sheets its reader has still to sign, and how many differences they may settle. */
  toSign: number;
  toSettle: number;
  /** How many applications are not settled. */
  left: number;
  publicUrl: string;
};

/** Reminds of the day by which a screening is to be done, with how many are left: no number of an application, no name. */
export function dueMail({ name, address, language }: Recipient, reminding: Reminding): Mail {
  const { reference, late, toSign, toSettle, left, publicUrl } = reminding;
  const t = DUE_TEXTS[language].mail;
  const day = formatDate(reminding.day, language);
  const theirs = [
    ...(toSign > 0 ? [plural(toSign, t.toSign, language)] : []),
    ...(toSettle > 0 ? [plural(toSettle, t.toSettle, language)] : []),
  ];
  const waiting = theirs.length > 0 ? theirs : [plural(left, t.left, language)];
  const until = late ? t.late(reference, day) : t.ahead(reference, day);
  const link = `${publicUrl}/${language}/staff/vacancies/${reference}/screening`;
  return {
    to: { name, address },
    subject: late ? t.subjectLate(reference) : t.subjectAhead(reference, day),
    text: `${[until, ...waiting, t.open].join(' ')}\n\n${link}\n`,
    language,
  };
}
