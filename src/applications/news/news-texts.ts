import type { Language, Localized } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import { formatInstant } from '../../site/dates.ts';
import { OPEN_ENDED } from '../../vacancies/publication/publication-texts.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { titleIn } from '../application.ts';
import type { ToldStatus } from './extension-queries.ts';
import type { VacancyNews } from './news.ts';

/** What happened; a vacancy that closes at its deadline does so by itself. */
type Happened = 'deadline' | 'close' | 'cancel' | 'reopen' | 'correction';
type Words = { subject: string; told: string; next: Partial<Record<ToldStatus, string>> };

const EN: Record<Happened, Words> & { note: string; deadline: Words; until: string } = {
  deadline: {
    subject: 'Not submitted: {reference}, {title}',
    told: 'The deadline to apply for {reference}, “{title}”, has passed. Your draft was not submitted, so it is not an application.',
    next: {
      draft: 'What you wrote is kept for now. You can read it, begin another application with it, or delete it:',
    },
  },
  close: {
    subject: 'Closed: {reference}, {title}',
    told: 'The vacancy {reference}, “{title}”, takes no applications any more. It was closed before its deadline. Your draft was not submitted.',
    next: {
      draft: 'What you wrote is kept for now. You can read it, begin another application with it, or delete it:',
    },
  },
  cancel: {
    subject: 'Cancelled: {reference}, {title}',
    told: 'The vacancy {reference}, “{title}”, has been cancelled: the post will not be filled by this competition.',
    next: {
      draft: 'Your draft can no longer be submitted. What you wrote can still be read:',
      submitted: 'Your application is not taken further, for no reason that has to do with you. It can still be read:',
    },
  },
  reopen: {
    subject: 'Open again: {reference}, {title}',
    told: 'The vacancy {reference}, “{title}”, takes applications again.',
    next: { draft: 'Your draft is not submitted yet. You can go on with it:' },
  },
  correction: {
    subject: 'Notice corrected: {reference}, {title}',
    told: 'The notice of {reference}, “{title}”, has been corrected:',
    next: {
      draft:
        'Your application is not submitted yet. Answers to a requirement that is worded differently now are kept; please read them again:',
      submitted:
        'Your application stands as you submitted it, beside the wording that you answered. It can be read at:',
    },
  },
  note: '“{note}”',
  until: 'Deadline',
};

const FR: typeof EN = {
  deadline: {
    subject: 'Non déposée : {reference}, {title}',
    told: 'La date limite de candidature au poste {reference}, « {title} », est passée. Votre brouillon n’a pas été déposé : ce n’est pas une candidature.',
    next: {
      draft:
        'Ce que vous avez écrit est conservé pour l’instant. Vous pouvez le relire, en partir pour une autre candidature ou le supprimer :',
    },
  },
  close: {
    subject: 'Clôturé : {reference}, {title}',
    told: 'Le poste {reference}, « {title} », n’est plus ouvert aux candidatures. Il a été clôturé avant sa date limite. Votre brouillon n’a pas été déposé.',
    next: {
      draft:
        'Ce que vous avez écrit est conservé pour l’instant. Vous pouvez le relire, en partir pour une autre candidature ou le supprimer :',
    },
  },
  cancel: {
    subject: 'Annulé : {reference}, {title}',
    told: 'L’avis de vacance {reference}, « {title} », a été annulé : le poste ne sera pas pourvu par ce concours.',
    next: {
      draft: 'Votre brouillon ne peut plus être déposé. Ce que vous avez écrit reste lisible :',
      submitted:
        'Votre candidature n’est pas poursuivie, pour une raison qui ne tient pas à vous. Elle reste lisible :',
    },
  },
  reopen: {
    subject: 'De nouveau ouvert : {reference}, {title}',
    told: 'Le poste {reference}, « {title} », est de nouveau ouvert aux candidatures.',
    next: { draft: 'Votre brouillon n’est pas encore déposé. Vous pouvez le poursuivre :' },
  },
  correction: {
    subject: 'Avis corrigé : {reference}, {title}',
    told: 'L’avis du poste {reference}, « {title} », a été corrigé :',
    next: {
      draft:
        'Votre candidature n’est pas encore déposée. Vos réponses aux exigences dont le libellé a changé sont conservées ; merci de les relire :',
      submitted:
        'Votre candidature reste telle que vous l’avez déposée, avec le libellé auquel vous avez répondu. Vous pouvez la relire :',
    },
  },
  note: '« {note} »',
  until: 'Date limite',
};

const TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

type Reader = { status: ToldStatus; language: Language; publicUrl: string };

/** The mail that tells of news, to those whose application stands so; nobody's name is in it. */
export function newsMail(
  { vacancy, news }: { vacancy: Vacancy; news: VacancyNews },
  { status, language, publicUrl }: Reader,
): Pick<Mail, 'subject' | 'text'> {
  const { subject, next } = wordsOf(news, language);
  const { reference, notice } = vacancy;
  const title = titleIn(notice.title, language).text || reference;
  const fill = (text: string) => text.replace('{reference}', reference).replace('{title}', () => title);
  const blocks = [
    ...whatHappened({ vacancy, news }, language),
    `${next[status] ?? ''}\n${publicUrl}/${language}/my/applications`,
  ];
  return { subject: fill(subject).replaceAll(/[ \t\r\n]+/g, ' '), text: `${blocks.join('\n\n')}\n` };
}

const wordsOf = (news: VacancyNews, language: Language): Words =>
  TEXTS[language][news.kind === 'close' && news.byItself ? 'deadline' : news.kind];

/** What happened, one paragraph after the other. */
export function whatHappened({ vacancy, news }: { vacancy: Vacancy; news: VacancyNews }, language: Language): string[] {
  const t = TEXTS[language];
  const { told } = wordsOf(news, language);
  const { reference, notice, deadlineAt, deadlineZone } = vacancy;
  const title = titleIn(notice.title, language).text || reference;
  const fill = (text: string) => text.replace('{reference}', reference).replace('{title}', () => title);
  const until = deadlineAt ? formatInstant(deadlineAt, deadlineZone, language) : OPEN_ENDED[language];
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return [
    fill(told),
    ...(news.kind === 'correction' ? [t.note.replace('{note}', () => news.note[language])] : []),
    ...(news.kind === 'reopen' ? [t.until + colon + until] : []),
  ];
}
