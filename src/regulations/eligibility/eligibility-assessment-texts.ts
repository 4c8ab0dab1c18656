import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatClock, formatInstant, formatZone } from '../../site/dates.ts';
import { joinList, plural } from '../../site/numbers.ts';
import { explainClearance } from './clearance-texts.ts';
import type { AssessmentItem, AssessmentOutcome } from './eligibility-assessment.ts';
import type { Experience } from './experience.ts';
import { inForce } from '../in-force.ts';
import { explainLanguageParts } from './language-requirement-texts.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { explainNationality, type Explanation } from '../regulations-texts.ts';

type Told = { rules: Organisation; on: string };

/** One thing that the rules say of a person and a vacancy, with what to do if it looks wrong. */
export function explainAssessmentItem(item: AssessmentItem, told: Told): Localized<Explanation> {
  const inLanguage = (language: Language): Explanation => ({
    sentence: sentenceOf(item, told, language),
    rule: item.rule,
    source: item.source[language],
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

/** What each thing that the rules speak of is called. */
export const ASSESSMENT_TITLES: Record<AssessmentItem['kind'], Localized> = {
  nationality: { en: 'Nationality', fr: 'Nationalité' },
  channel: { en: 'Which door to use', fr: 'Par quelle voie postuler' },
  'fast-track': { en: 'Fast track', fr: 'Procédure accélérée' },
  issuers: { en: 'Whose clearance counts', fr: 'Les habilitations acceptées' },
  holders: { en: 'Who may hold a clearance', fr: 'Qui peut détenir une habilitation' },
  requirements: { en: 'Essential and desirable', fr: 'Acquis essentiels et souhaitables' },
  languages: { en: 'Languages', fr: 'Langues' },
  experience: { en: 'Years of experience', fr: 'Années d’expérience' },
  education: { en: 'Education', fr: 'Formation' },
  willingness: { en: 'Willingness', fr: 'Disponibilité' },
  reception: { en: 'In time', fr: 'Dans les délais' },
  deadline: { en: 'Deadlines without a time', fr: 'Dates limites sans heure' },
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
      const parts = explainLanguageParts(item.details.answer, item.outcome === 'declare')[language];
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
      return willingnessSentence(rules, language);
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

/** What the notice may ask somebody to declare, in the organisation's own words. */
const willingnessSentence = ({ eligibility: { willingness } }: Organisation, language: Language): string =>
  [WORDS.willingness[language], ...willingness.declarations.map(({ text }) => QUOTED[language](text[language]))].join(
    ' ',
  );

const QUOTED: Record<Language, (text: string) => string> = {
  en: (text) => `“${text}”`,
  fr: (text) => `«\u00a0${text}\u00a0»`,
};

function experienceSentence(
  { years, counted }: { years: number | null; counted: Experience | null },
  language: Language,
) {
  const required = years === null ? [] : [plural(years, YEARS_ASKED[language], language)];
  if (counted === null) return [...required, WORDS.notCounted[language]].join(' ');
  return [...required, ...countSentences(counted, language)].join(' ');
}

/** The figure, or each question that is open with the figures between which a person decides. */
function countSentences({ counted, all, afterQualification, open, overlaps, gaps }: Experience, language: Language) {
  const fill = (text: Localized, figures: Record<string, number>) =>
    Object.entries(figures).reduce(
      (sentence, [name, months]) => sentence.replace(`{${name}}`, duration(months, language)),
      text[language],
    );
  const { inFull, byShare } = afterQualification ?? all;
  const told = {
    'part-time': fill(OPEN_COUNT['part-time'], { full: inFull, share: byShare }),
    qualification: fill(OPEN_COUNT.qualification, { all: all.inFull, after: inFull }),
    'qualification-day': fill(OPEN_COUNT['qualification-day'], { all: all.inFull }),
  };
  return [
    ...(counted === null ? open.map((code) => told[code]) : [fill(WORDS.count, { counted })]),
    ...(overlaps.length > 0 ? [WORDS.overlaps[language]] : []),
    ...(gaps.length > 0 ? [WORDS.gaps[language]] : []),
  ];
}

/** A number of months in words: `5 years and 3 months`. */
export function duration(months: number, language: Language): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [
    ...(years > 0 ? [plural(years, YEARS[language], language)] : []),
    ...(rest > 0 || years === 0 ? [plural(rest, MONTHS[language], language)] : []),
  ];
  return joinList(parts, language);
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

const YEARS_ASKED: Localized<{ one: string; other: string }> = {
  en: {
    one: 'At least {n} year of experience is asked for.',
    other: 'At least {n} years of experience are asked for.',
  },
  fr: { one: 'Il est demandé au moins {n} an d’expérience.', other: 'Il est demandé au moins {n} ans d’expérience.' },
};

const OPEN_COUNT: Record<Experience['open'][number], Localized> = {
  'part-time': {
    en: 'The dates given make {full}, and {share} if part-time work counts by its share. No source says which: a person decides.',
    fr: 'Les dates indiquées donnent {full}, et {share} si le temps partiel compte selon sa quotité. Aucune source ne le précise : une personne décide.',
  },
  qualification: {
    en: 'All the work makes {all}, and the work after the qualification {after}. No source says which counts: a person decides.',
    fr: 'L’ensemble du travail donne {all}, et le travail postérieur au diplôme {after}. Aucune source ne dit ce qui compte : une personne décide.',
  },
  'qualification-day': {
    en: 'All the work makes {all}. Only what came after the qualification counts, and its day is not given.',
    fr: 'L’ensemble du travail donne {all}. Seul compte ce qui suit le diplôme, dont le jour n’est pas indiqué.',
  },
};

const WORDS = {
  fastTrack: {
    en: 'This competition is for those who already hold a valid security clearance: say which.',
    fr: 'Ce concours s’adresse aux personnes qui détiennent déjà une habilitation de sécurité valable : indiquez laquelle.',
  },
  issuers: { en: 'Clearances are accepted from:', fr: 'Sont acceptées les habilitations délivrées par :' },
  notCounted: {
    en: 'Years of experience are counted from dates, each day once; a person judges what they are worth for the post.',
    fr: 'Les années d’expérience se comptent d’après les dates, chaque jour une seule fois ; une personne apprécie ce qu’elles valent pour le poste.',
  },
  count: {
    en: 'The dates given make {counted}: each day counts once, and a month that lacks a day counts as whole. A person judges what they are worth for the post.',
    fr: 'Les dates indiquées donnent {counted} : chaque jour compte une seule fois, et un mois auquel manque un jour compte en entier. Une personne apprécie ce qu’elles valent pour le poste.',
  },
  overlaps: {
    en: 'Posts held at the same time are counted once.',
    fr: 'Les postes occupés en même temps ne comptent qu’une fois.',
  },
  gaps: {
    en: 'There are days between the posts that do not count.',
    fr: 'Des jours entre les postes ne comptent pas.',
  },
  education: {
    en: 'Whether a qualification is the one asked for, or equivalent, is judged by {who}.',
    fr: 'La question de savoir si un diplôme est celui qui est demandé, ou équivalent, est appréciée par : {who}.',
  },
  willingness: {
    en: 'A notice may ask for any of these declarations. You make them; nothing measures them.',
    fr: 'Un avis peut demander l’une ou l’autre de ces déclarations. Vous les faites ; rien ne les mesure.',
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
