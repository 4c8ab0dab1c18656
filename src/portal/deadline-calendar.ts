import type { Language, Localized, Translated } from '../platform/language.ts';
import { calendarOf, type CalendarEvent } from '../site/calendar.ts';
import { formatInstant } from '../site/dates.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { DEADLINE_TEXTS } from './deadline-texts.ts';
import { inLanguage } from './vacancy-view.ts';

export type Dated = Pick<Vacancy, 'reference' | 'deadlineAt' | 'deadlineZone' | 'updatedAt' | 'version' | 'status'> & {
  title: Translated;
};

type About = { language: Language; publicUrl: string; organisation: Localized; reminder: boolean };

/**
 * The deadlines of vacancies as a calendar; what has none is not in it. A vacancy is the same entry wherever a calendar
 * took it from, its number that of its last save, and a cancelled one strikes its entry out.
 */
export const deadlineCalendar = (vacancies: readonly Dated[], about: About): string =>
  calendarOf({
    name: DEADLINE_TEXTS[about.language].calendar.replace('{organisation}', () => about.organisation[about.language]),
    events: vacancies.flatMap((vacancy) =>
      vacancy.deadlineAt === null ? [] : [eventOf({ ...vacancy, deadlineAt: vacancy.deadlineAt }, about)],
    ),
  });

function eventOf(vacancy: Dated & { deadlineAt: Date }, { language, publicUrl, reminder }: About): CalendarEvent {
  const { reference, title, deadlineAt, deadlineZone, updatedAt, version, status } = vacancy;
  const t = DEADLINE_TEXTS[language];
  const url = `${publicUrl}/${language}/vacancies/${reference}`;
  const name = inLanguage(title, language)?.text ?? reference;
  const note = t.note.replace('{instant}', () => formatInstant(deadlineAt, deadlineZone, language));
  return {
    uid: `deadline-${reference}@${new URL(publicUrl).hostname}`,
    sequence: version,
    changedAt: updatedAt,
    at: deadlineAt,
    summary: t.event.replace('{title}', () => name).replace('{reference}', () => reference),
    description: `${note}\n${url}`,
    url,
    cancelled: status === 'cancelled',
    reminder,
  };
}
