import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatDate, formatInstantToMinute } from '../../site/dates.ts';
import { formatNumber } from '../../site/numbers.ts';
import type { DueRefusal } from './screening-due.ts';

const EN = {
  title: 'Screenings under way',
  lede: 'Competitions of which applications wait to be screened and settled. What is late stands first, then what is due next.',
  none: 'Nothing waits to be screened',
  noneNote: 'Competitions stand here once their deadline has passed, until every application is settled.',
  competition: 'Competition',
  doneBy: 'To be done by',
  settled: 'Settled',
  settledOf: (settled: string, submitted: string) => `${settled} of ${submitted}`,
  yours: 'Yours to sign',
  notBegun: 'not begun',
  noDay: 'no day set',
  late: 'late',
  today: 'today',
  lateNotice: (day: string, ago: string) => `This screening was to be done by ${day}, ${ago}`,
  todayNotice: (day: string) => `This screening is to be done today, ${day}`,
  soonNotice: (day: string, away: string) => `Due soon: to be done by ${day}, ${away}`,
  aheadNotice: (day: string, away: string) => `To be done by ${day}, ${away}`,
  byRule: {
    'calendar-days': (days: string) => `The organisation counts ${days} calendar days from the closing date.`,
    'working-days': (days: string) => `The organisation counts ${days} working days from the closing date.`,
  },
  closedDaysUnknown: (year: string) =>
    `The days on which the organisation is closed in ${year} are not entered yet, so that its rule gives no day. Somebody may set one.`,
  byPerson: 'Set for this competition.',
  ofRule: (day: string) => `By the organisation’s rule it would be ${day}.`,
  noRule: 'No source of the organisation says until when a screening is to be done.',
  setTitle: 'Another day for this competition',
  setNote: 'Those who have something left to do are reminded of this day, each in their language.',
  applicantsRead:
    'Applicants read the day on their page, without the reason. If it is later than the day by which a decision was to be taken, their page says no day for the decision any more.',
  day: 'Day by the end of which the screening is to be done',
  dayHint: 'For example, 15 3 2027',
  reason: 'Why another day',
  reasonHint: 'It is kept with the record of the competition.',
  set: 'Set this day',
  setDone: 'The day is set.',
  reasonWas: 'Reason',
  mail: {
    subjectAhead: (reference: string, day: string) => `Screening to be done by ${day}: vacancy ${reference}`,
    subjectLate: (reference: string) => `Screening late: vacancy ${reference}`,
    ahead: (reference: string, day: string) => `The screening for vacancy ${reference} is to be done by ${day}.`,
    late: (reference: string, day: string) => `The screening for vacancy ${reference} was to be done by ${day}.`,
    toSign: {
      one: '{n} application waits for your signature. This mail does not say whose.',
      other: '{n} applications wait for your signature. This mail does not say whose.',
    },
    toSettle: {
      one: 'On {n} application the screeners differ, and somebody who did not screen it settles that: you may.',
      other: 'On {n} applications the screeners differ, and somebody who did not screen them settles that: you may.',
    },
    open: 'Sign in and open the list:',
    left: {
      one: '{n} application is not settled yet.',
      other: '{n} applications are not settled yet.',
    },
  },
};

type Texts = typeof EN;

const FR: Texts = {
  title: 'Examens en cours',
  lede: 'Concours dont des candidatures restent à examiner et à arrêter. Les examens en retard figurent en premier, puis ceux dont l’échéance est la plus proche.',
  none: 'Rien ne reste à examiner',
  noneNote:
    'Les concours figurent ici une fois leur date limite passée, jusqu’à ce que le résultat de chaque candidature soit arrêté.',
  competition: 'Concours',
  doneBy: 'À terminer le',
  settled: 'Arrêtées',
  settledOf: (settled, submitted) => `${settled} sur ${submitted}`,
  yours: 'À signer par vous',
  notBegun: 'pas commencé',
  noDay: 'aucune échéance',
  late: 'en retard',
  today: 'aujourd’hui',
  lateNotice: (day, ago) => `Cet examen devait être terminé le ${day}, ${ago}`,
  todayNotice: (day) => `Cet examen doit être terminé aujourd’hui, ${day}`,
  soonNotice: (day, away) => `Échéance proche : à terminer le ${day} au plus tard, ${away}`,
  aheadNotice: (day, away) => `À terminer le ${day} au plus tard, ${away}`,
  byRule: {
    'calendar-days': (days) => `L’organisation compte ${days} jours calendaires à partir de la date de clôture.`,
    'working-days': (days) => `L’organisation compte ${days} jours ouvrés à partir de la date de clôture.`,
  },
  closedDaysUnknown: (year) =>
    `Les jours de fermeture de l’organisation en ${year} ne sont pas encore saisis : sa règle ne donne donc pas d’échéance. Une personne peut en fixer une.`,
  byPerson: 'Échéance fixée pour ce concours.',
  ofRule: (day) => `Selon la règle de l’organisation, ce serait le ${day}.`,
  noRule: 'Aucune source de l’organisation ne dit quand un examen doit être terminé.',
  setTitle: 'Une autre échéance pour ce concours',
  setNote:
    'Un rappel de cette échéance est envoyé, dans sa langue, à toute personne qui a encore quelque chose à faire.',
  applicantsRead:
    'Les candidates et candidats lisent cette échéance sur leur page, sans le motif. Si elle est postérieure au jour prévu pour la décision, leur page n’indique plus de jour pour la décision.',
  day: 'Jour à la fin duquel l’examen doit être terminé',
  dayHint: 'Par exemple, 15 3 2027',
  reason: 'Pourquoi une autre échéance',
  reasonHint: 'Ce motif est conservé dans le dossier du concours.',
  set: 'Fixer cette échéance',
  setDone: 'L’échéance est fixée.',
  reasonWas: 'Motif',
  mail: {
    subjectAhead: (reference, day) => `Examen à terminer le ${day} : poste ${reference}`,
    subjectLate: (reference) => `Examen en retard : poste ${reference}`,
    ahead: (reference, day) => `L’examen des candidatures au poste ${reference} doit être terminé le ${day}.`,
    late: (reference, day) => `L’examen des candidatures au poste ${reference} devait être terminé le ${day}.`,
    toSign: {
      one: '{n} candidature attend votre signature. Ce courriel ne dit pas de qui elle vient.',
      other: '{n} candidatures attendent votre signature. Ce courriel ne dit pas de qui elles viennent.',
    },
    toSettle: {
      one: 'Les avis diffèrent sur {n} candidature, et une personne qui ne l’a pas examinée doit trancher : vous le pouvez.',
      other:
        'Les avis diffèrent sur {n} candidatures, et une personne qui ne les a pas examinées doit trancher : vous le pouvez.',
    },
    open: 'Connectez-vous et ouvrez la liste :',
    left: {
      one: 'Le résultat de {n} candidature n’est pas encore arrêté.',
      other: 'Le résultat de {n} candidatures n’est pas encore arrêté.',
    },
  },
};

export const DUE_TEXTS: Record<Language, Texts> = { en: EN, fr: FR };

export function explainDue(refusal: DueRefusal, zone: string): Localized {
  switch (refusal.kind) {
    case 'still-open': {
      const until = (language: Language) =>
        refusal.deadlineAt ? formatInstantToMinute(refusal.deadlineAt, zone, language) : '';
      return {
        en: `Applications come in until ${until('en')}: set another day after that.`,
        fr: `Les candidatures sont reçues jusqu’au ${until('fr')} : fixez une autre échéance après cela.`,
      };
    }
    case 'nothing-left':
      return { en: 'Nothing waits to be screened here.', fr: 'Rien ne reste à examiner ici.' };
    case 'set-meanwhile':
      return {
        en: 'Somebody has set another day meanwhile. Look at it before you change it.',
        fr: 'Une autre personne a fixé une échéance entre-temps. Prenez-en connaissance avant de la modifier.',
      };
    case 'day-missing':
      return { en: 'Enter a day that exists.', fr: 'Indiquez un jour qui existe.' };
    case 'day-too-early':
      return {
        en: `Enter ${formatDate(refusal.earliest, 'en')} or a later day.`,
        fr: `Indiquez le ${formatDate(refusal.earliest, 'fr')} ou un jour ultérieur.`,
      };
    case 'reason-missing':
      return { en: 'Say why another day is needed.', fr: 'Indiquez pourquoi une autre échéance est nécessaire.' };
    case 'reason-too-long':
      return {
        en: `Shorten the reason to ${formatNumber(refusal.max, 'en')} characters.`,
        fr: `Ramenez le motif à ${formatNumber(refusal.max, 'fr')} caractères.`,
      };
    default:
      return assertNever(refusal);
  }
}
