import type { Language, Localized } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import { formatInstant } from '../../site/dates.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { titleIn } from '../application.ts';

type ReminderTexts = {
  subject: string;
  told: string;
  counts: string;
  next: string;
  stop: string;
  title: string;
  on: string;
  off: string;
  turnOff: string;
  turnOn: string;
};

export const REMINDER_TEXTS: Localized<ReminderTexts> = {
  en: {
    subject: 'Not submitted yet: {reference}, {title}',
    told: 'You have begun an application for {reference}, “{title}”, and not submitted it. The deadline is {deadline}.',
    counts: 'What counts is that it reaches us by then. Do not leave it to the last minute if you can help it.',
    next: 'Go on with it, or delete it:',
    stop: 'There you can also say that you want no more reminders of it.',
    title: 'Reminders',
    on: 'We remind you by mail when the deadline is near and this is not submitted.',
    off: 'You get no mail when the deadline is near.',
    turnOff: 'No reminders, please',
    turnOn: 'Remind me',
  },
  fr: {
    subject: 'Pas encore déposée : {reference}, {title}',
    told: 'Vous avez commencé une candidature au poste {reference}, « {title} », et ne l’avez pas déposée. La date limite est fixée au {deadline}.',
    counts:
      'Ce qui compte est qu’elle nous parvienne d’ici là. Si possible, n’attendez pas la dernière minute pour la déposer.',
    next: 'Poursuivez-la ou supprimez-la :',
    stop: 'Vous pouvez aussi y indiquer que vous ne souhaitez plus de rappels.',
    title: 'Rappels',
    on: 'Nous vous envoyons un rappel par courriel lorsque la date limite approche et que cette candidature n’est pas déposée.',
    off: 'Vous ne recevez pas de courriel lorsque la date limite approche.',
    turnOff: 'Ne plus recevoir de rappels',
    turnOn: 'Recevoir des rappels',
  },
};

/** The mail that reminds of a draft before the deadline, the same to everybody. */
export function reminderMail(
  { reference, notice, deadlineZone }: Pick<Vacancy, 'reference' | 'notice' | 'deadlineZone'>,
  { deadlineAt, language, publicUrl }: { deadlineAt: Date; language: Language; publicUrl: string },
): Pick<Mail, 'subject' | 'text'> {
  const t = REMINDER_TEXTS[language];
  const title = titleIn(notice.title, language).text || reference;
  const deadline = formatInstant(deadlineAt, deadlineZone, language).replace(/^le /, '');
  const fill = (text: string) =>
    text
      .replace('{reference}', reference)
      .replace('{deadline}', deadline)
      .replace('{title}', () => title);
  const blocks = [fill(t.told), t.counts, `${t.next}\n${publicUrl}/${language}/my/applications\n${t.stop}`];
  return { subject: fill(t.subject).replaceAll(/[ \t\r\n]+/g, ' '), text: `${blocks.join('\n\n')}\n` };
}
