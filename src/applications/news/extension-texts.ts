import type { Language, Localized } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import { formatInstant } from '../../site/dates.ts';
import { OPEN_ENDED } from '../../vacancies/publication/publication-texts.ts';
import { titleIn } from '../application.ts';
import type { Extended, ToldStatus } from './extension-queries.ts';

const EN = {
  subject: 'New deadline: {reference}, {title}',
  extended: 'The deadline to apply for {reference}, “{title}”, has been extended.',
  internal: 'The last day to apply for {reference}, “{title}”, by the internal portal has changed.',
  previous: 'Until now',
  now: 'New deadline',
  next: {
    draft:
      'Your application is not submitted yet. What you have written is kept; you can go on and submit it until then:',
    submitted: 'You have submitted your application. It stands as it is, and you need do nothing. You can read it at:',
  } satisfies Record<ToldStatus, string>,
};

const FR: typeof EN = {
  subject: 'Nouvelle date limite : {reference}, {title}',
  extended: 'La date limite de candidature au poste {reference}, « {title} », est reportée.',
  internal: 'Le dernier jour pour postuler à {reference}, « {title} », par le portail interne a changé.',
  previous: 'Jusqu’ici',
  now: 'Nouvelle date limite',
  next: {
    draft:
      'Votre candidature n’est pas encore déposée. Ce que vous avez écrit est conservé ; vous pouvez continuer et la déposer jusqu’alors :',
    submitted:
      'Votre candidature est déposée. Elle reste telle quelle et vous n’avez rien à faire. Vous pouvez la relire :',
  },
};

const TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** The mail that tells of a new deadline, to those whose application stands so; nobody's name is in it. */
export function extensionMail(
  extended: Extended,
  { status, language, publicUrl }: { status: ToldStatus; language: Language; publicUrl: string },
): Pick<Mail, 'subject' | 'text'> {
  const t = TEXTS[language];
  const { reference, notice } = extended.vacancy;
  const title = titleIn(notice.title, language).text || reference;
  const fill = (text: string) => text.replace('{reference}', reference).replace('{title}', () => title);
  const blocks = [
    ...whatWasExtended(extended, language),
    `${t.next[status]}\n${publicUrl}/${language}/my/applications`,
  ];
  return { subject: fill(t.subject).replaceAll(/[ \t\r\n]+/g, ' '), text: `${blocks.join('\n\n')}\n` };
}

/** What changed, with both dates. */
export function whatWasExtended({ vacancy, previousAt, extendedTo, entrance }: Extended, language: Language): string[] {
  const t = TEXTS[language];
  const { reference, notice, deadlineZone } = vacancy;
  const title = titleIn(notice.title, language).text || reference;
  const fill = (text: string) => text.replace('{reference}', reference).replace('{title}', () => title);
  const told = (at: Date | null) => (at ? formatInstant(at, deadlineZone, language) : OPEN_ENDED[language]);
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return [
    fill(entrance === 'internal' ? t.internal : t.extended),
    [t.previous + colon + told(previousAt), t.now + colon + told(extendedTo)].join('\n'),
  ];
}
