import type { Language, Localized } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import { formatClock, formatInstant, formatZone } from '../site/dates.ts';
import { plural } from '../site/numbers.ts';
import { explainClearance } from './clearance-texts.ts';
import type { AssessmentItem, AssessmentOutcome } from './eligibility-assessment.ts';
import type { Experience } from './experience.ts';
import { inForce } from './in-force.ts';
import { explainLanguageParts } from './language-requirement-texts.ts';
import type { Organisation } from './organisation.ts';
import { explainNationality, type Explanation } from './regulations-texts.ts';

type Told = { rules: Organisation; on: string };

/** One thing that the rules say of a person and a vacancy, with what to do if it looks wrong. */
export function explainAssessmentItem(item: AssessmentItem, told: Told): Localized<Explanation> {
  const inLanguage = (language: Language): Explanation => ({
    sentence: sentenceOf(item, told, language),
    rule: item.rule,
    source: item.source,
    ifWrong:
      item.kind === 'nationality' ? explainNationality(item.details.answer)[language].ifWrong : IF_WRONG[language],
  });
  return { en: inLanguage('en'), fr: inLanguage('fr') };
}

/** What an outcome is called, next to its sentence. */
export const ASSESSMENT_OUTCOMES: Record<AssessmentOutcome, Localized> = {
  met: { en: 'Met', fr: 'Rempli' },
  'not-met': { en: 'Not met', fr: 'Non rempli' },
  'for-a-person': { en: 'For a person to judge', fr: 'À apprécier par une personne' },
  declare: { en: 'For you to declare', fr: 'À déclarer' },
  information: { en: 'Good to know', fr: 'À savoir' },
};

function sentenceOf(item: AssessmentItem, { rules, on }: Told, language: Language): string {
  switch (item.kind) {
    case 'nationality':
      return explainNationality(item.details.answer)[language].sentence;
    case 'channel': {
      const row = inForce(rules.eligibility.channels, on);
      const { servingStaff } = item.details;
      const doors =
        servingStaff === null ? [row?.internal, row?.external] : [servingStaff ? row?.internal : row?.external];
      return doors.flatMap((door) => door?.[language] ?? []).join(' ');
    }
    case 'fast-track':
      return item.outcome === 'declare'
        ? WORDS.fastTrack[language]
        : (explainClearance(item.details.answer)[language][0]?.sentence ?? '');
    case 'issuers':
      return `${WORDS.issuers[language]} ${rules.clearances.issuers.accepted.map(({ name }) => name[language]).join(', ')}.`;
    case 'holders':
      return inForce(rules.clearances.fastTrack, on)?.holders.text[language] ?? '';
    case 'requirements': {
      const row = inForce(rules.eligibility.requirements, on);
      return row ? `${row.essential[language]} ${row.desirable[language]}` : '';
    }
    case 'languages': {
      const parts = explainLanguageParts(item.details.answer)[language];
      return parts.map(({ sentence }) => sentence).join(' ');
    }
    case 'experience':
      return experienceSentence(item.details, language);
    case 'education':
      return WORDS.education[language].replace(
        '{who}',
        inForce(rules.eligibility.education, on)?.assessedBy[language] ?? '',
      );
    case 'willingness':
      return WORDS.willingness[language];
    case 'reception':
      return receptionSentence(item, rules, language);
    case 'deadline':
      return WORDS.deadline[language]
        .replace('{time}', formatClock(item.details.time, language))
        .replace('{zone}', formatZone(item.details.zone, language));
    default:
      return assertNever(item);
  }
}

function experienceSentence(
  { years, counted }: { years: number | null; counted: Experience | null },
  language: Language,
) {
  const required =
    years === null ? [] : [WORDS.years[language].replace('{years}', plural(years, YEARS[language], language))];
  if (counted === null) return [...required, WORDS.notCounted[language]].join(' ');
  const months = (value: number) => duration(value, language);
  const figure =
    counted.counted === null
      ? WORDS.openCount[language]
          .replace('{full}', months(counted.all.inFull))
          .replace('{share}', months((counted.afterQualification ?? counted.all).byShare))
      : WORDS.count[language].replace('{counted}', months(counted.counted));
  return [...required, figure].join(' ');
}

/** A number of months in words: `5 years and 3 months`. */
export function duration(months: number, language: Language): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [
    ...(years > 0 ? [plural(years, YEARS[language], language)] : []),
    ...(rest > 0 || years === 0 ? [plural(rest, MONTHS[language], language)] : []),
  ];
  return parts.join(language === 'en' ? ' and ' : ' et ');
}

function receptionSentence(
  { details, outcome }: Extract<AssessmentItem, { kind: 'reception' }>,
  { deadlines }: Organisation,
  language: Language,
): string {
  const zone = deadlines.at(-1)?.zone ?? 'UTC';
  const { at, deadlineAt } = details;
  if (!at || !deadlineAt) return WORDS.reception[language];
  return RECEIVED[outcome === 'met' ? 'inTime' : 'late'][language]
    .replace('{at}', formatInstant(at, zone, language))
    .replace('{deadline}', formatInstant(deadlineAt, zone, language));
}

const YEARS: Localized<{ one: string; other: string }> = {
  en: { one: '{n} year', other: '{n} years' },
  fr: { one: '{n} an', other: '{n} ans' },
};
const MONTHS: Localized<{ one: string; other: string }> = {
  en: { one: '{n} month', other: '{n} months' },
  fr: { one: '{n} mois', other: '{n} mois' },
};

const WORDS = {
  fastTrack: {
    en: 'This competition is for those who already hold a valid security clearance: say which.',
    fr: 'Ce concours s’adresse aux personnes qui détiennent déjà une habilitation de sécurité valable : indiquez laquelle.',
  },
  issuers: { en: 'Clearances are accepted from:', fr: 'Sont acceptées les habilitations délivrées par :' },
  years: { en: 'At least {years} of experience are asked for.', fr: 'Il est demandé au moins {years} d’expérience.' },
  notCounted: {
    en: 'Years of experience are counted from dates, each day once; a person judges what they are worth for the post.',
    fr: 'Les années d’expérience se comptent d’après les dates, chaque jour une seule fois ; une personne apprécie ce qu’elles valent pour le poste.',
  },
  count: {
    en: 'The dates given make {counted}, each day counted once; a person judges what they are worth for the post.',
    fr: 'Les dates indiquées donnent {counted}, chaque jour compté une seule fois ; une personne apprécie ce qu’elles valent pour le poste.',
  },
  openCount: {
    en: 'The dates given make {full}; counted by shares of full time, or from the qualification, {share}. No source says which counts: a person decides.',
    fr: 'Les dates indiquées donnent {full} ; compté selon la quotité de travail, ou à partir du diplôme, {share}. Aucune source ne dit ce qui compte : une personne décide.',
  },
  education: {
    en: 'Whether a qualification is the one asked for, or equivalent, is judged by {who}.',
    fr: 'La question de savoir si un diplôme est celui qui est demandé, ou équivalent, est appréciée par : {who}.',
  },
  willingness: {
    en: 'The post may suppose travel, hours outside office hours or medical fitness: you declare it, nothing measures it.',
    fr: 'Le poste peut supposer des déplacements, un travail en dehors des heures de bureau ou une aptitude médicale : vous le déclarez, rien ne le mesure.',
  },
  reception: {
    en: 'What counts is when the application is received, not when it was begun or sent.',
    fr: 'C’est le moment de la réception de la candidature qui compte, non celui où elle est commencée ou envoyée.',
  },
  deadline: {
    en: 'A deadline given as a date alone ends at {time}, {zone}.',
    fr: 'Une date limite sans heure prend fin à {time}, {zone}.',
  },
} satisfies Record<string, Localized>;

const RECEIVED: Record<'inTime' | 'late', Localized> = {
  inTime: { en: 'Received {at}; the deadline is {deadline}.', fr: 'Reçue {at} ; la date limite est fixée {deadline}.' },
  late: {
    en: 'Received {at}, after the deadline, {deadline}.',
    fr: 'Reçue {at}, après la date limite, fixée {deadline}.',
  },
};

const IF_WRONG: Localized = {
  en: 'If this looks wrong, write to the recruitment service before the deadline. A person will look at it.',
  fr: 'Si cette réponse vous paraît erronée, écrivez au service du recrutement avant la date limite. Une personne examinera votre cas.',
};
