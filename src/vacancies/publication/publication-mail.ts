import type { Recipient } from '../../people/holder-queries.ts';
import type { Localized } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { PUBLICATION_TEXTS } from './publication-texts.ts';
import { fillIn } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';

type NotPublished = { vacancy: Vacancy; why: Localized; publicUrl: string };

/** Tells a person who could publish it that a vacancy was not published when it was to be, and why. */
export function notPublishedMail(to: Recipient, { vacancy, why, publicUrl }: NotPublished): Mail {
  const { language } = to;
  const { reference, notice, publishAt, deadlineZone, updatedAt } = vacancy;
  const t = PUBLICATION_TEXTS[language];
  const values = {
    reference,
    title: notice.title[language] ?? Object.values(notice.title)[0] ?? reference,
    time: formatInstantToMinute(publishAt ?? updatedAt, deadlineZone, language),
    why: why[language],
    address: `${publicUrl}/${language}/staff/vacancies/${reference}`,
  };
  return { to, subject: fillIn(t.refusedSubject, values), text: `${fillIn(t.refusedMail, values)}\n`, language };
}
