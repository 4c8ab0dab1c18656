import type { Language, Localized, Translated } from '../platform/language.ts';
import { calendarOf, type CalendarEvent } from '../site/calendar.ts';
import { formatInstant } from '../site/dates.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { DEADLINE_TEXTS } from './deadline-texts.ts';
import { inLanguage } from './vacancy-view.ts';

export type Dated = Pick<Vacancy, 'reference' | 'deadlineAt' | 'deadlineZone' | 'updatedAt' | 'status'> & {
  title: Translated;
};

type About = { language: Language; publicUrl: string; organisation: Localized; reminder: boolean };

/**
 * The deadlines of vacancies as a calendar; what has none is not in it. A vacancy is the same entry wherever a calendar
 * took it from, its number the second of its last
 * change that is the public's, and a cancelled one strikes its entry out.
 */
export const deadlineCalendar = (vacancies: readonly Dated[], about: About): string =>
  calendarOf({
    name: DEADLINE_TEXTS[about.language].calendar.replace('{organisation}', () => about.organisation[about.language]),
    events: vacancies.flatMap((vacancy) =>
      vacancy.deadlineAt === null ? [] : [eventOf({ ...vacancy, deadlineAt: vacancy.deadlineAt }, about)],
    ),
  });

/** The version of a row would tell of changes that are nobody's to know, as of the dates of serving staff. */
const COUNTED_FROM = Date.UTC(2020, 0, 1);

function eventOf(vacancy: Dated & { deadlineAt: Date }, { language, publicUrl, reminder }: About): CalendarEvent {
  const { reference, title, deadlineAt, deadlineZone, updatedAt, status } = vacancy;
  const t = DEADLINE_TEXTS[language];
  const url = `${publicUrl}/${language}/vacancies/${reference}`;
  const name = inLanguage(title, language)?.text ?? reference;
  const note = t.note.replace('{instant}', () => formatInstant(deadlineAt, deadlineZone, language));
  return {
    uid: `deadline-${reference}@${new URL(publicUrl).hostname}`,
    sequence: Math.floor((updatedAt.getTime() - COUNTED_FROM) / 1000),
    changedAt: updatedAt,
    at: deadlineAt,
    summary: t.event.replace('{title}', () => name).replace('{reference}', () => reference),
    description: `${note}\n${url}`,
    url,
    cancelled: status === 'cancelled',
    reminder,
  };
}
