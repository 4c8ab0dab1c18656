import type { Language, Localized } from '../../platform/language.ts';
import { formatDate } from '../../site/dates.ts';
import type { ClearanceAnswer, ClearanceDoubt, ClearanceOutcome, ClearanceValues } from './clearance.ts';
import type { Explanation } from '../regulations-texts.ts';

/** What the clearance held means for the post, a sentence for each reason. */
export function explainClearance(answer: ClearanceAnswer): Localized<Explanation[]> {
  const inLanguage = (language: Language): Explanation[] =>
    answer.reasons.map(({ rule, source, values }, index) => ({
      sentence: index === 0 ? outcomeSentence(answer, values, language) : factsSentence(values, language),
      rule,
      source: source[language],
      ifWrong: IF_WRONG[language],
    }));
  return { en: inLanguage('en'), fr: inLanguage('fr') };
}

function outcomeSentence(
  { outcome, doubts }: ClearanceAnswer,
  { required }: ClearanceValues,
  language: Language,
): string {
  const post = required === null ? '' : ` ${THE_POST[language].replace('{required}', required)}`;
  const level = required ?? LEVEL_TO_COME[language];
  const sentence = OUTCOMES[outcome][language].replace('{required}', level).replace('{post}', post);
  return [sentence, ...doubts.map((doubt) => DOUBTS[doubt][language])].join(' ');
}

function factsSentence(values: ClearanceValues, language: Language): string {
  const { level, on } = values;
  if (level === null) return HELD.none[language];
  const reaches = values.reaches === null ? 'incomparable' : values.reaches ? 'reaches' : 'below';
  return HELD.facts[language]
    .replace('{level}', level)
    .replace('{state}', stateOf(values, language))
    .replace('{on}', formatDate(on, language))
    .replace('{compared}', HELD[reaches][language]);
}

function stateOf({ valid, validUntil }: ClearanceValues, language: Language): string {
  if (valid === null || validUntil === null) return HELD.untilUnknown[language];
  return HELD[valid ? 'valid' : 'expired'][language].replace('{until}', formatDate(validUntil, language));
}

const THE_POST: Localized = { en: 'The post is at level {required}.', fr: 'Le poste est au niveau {required}.' };
const LEVEL_TO_COME: Localized = { en: 'of the post', fr: 'du poste' };

const OUTCOMES: Record<ClearanceOutcome, Localized> = {
  'not-required': {
    en: 'No security clearance is asked for.',
    fr: 'Aucune habilitation de sécurité n’est demandée.',
  },
  held: {
    en: 'The clearance held is valid and reaches the level of the post, {required}.',
    fr: 'L’habilitation détenue est valable et atteint le niveau du poste, {required}.',
  },
  upgrade: {
    en: 'The clearance held is valid and below the level of the post: level {required} is asked for once the person is selected.',
    fr: 'L’habilitation détenue est valable mais inférieure au niveau du poste : le niveau {required} est demandé une fois la personne retenue.',
  },
  obtainable: {
    en: 'No valid clearance has to be held to apply: level {required} is asked for once the person is selected.',
    fr: 'Il n’est pas nécessaire de détenir une habilitation valable pour postuler : le niveau {required} est demandé une fois la personne retenue.',
  },
  'not-eligible': {
    en: 'This competition is for those who already hold a valid clearance that opens it.{post}',
    fr: 'Ce concours s’adresse aux personnes qui détiennent déjà une habilitation valable y donnant accès.{post}',
  },
  'for-a-person': {
    en: 'What the clearance comes to here is for a person to decide.{post}',
    fr: 'Il revient à une personne de décider ce qu’il en est de l’habilitation.{post}',
  },
};

const DOUBTS: Record<ClearanceDoubt, Localized> = {
  'no-level': {
    en: 'The notice gives no level for the post: it has to be asked for.',
    fr: 'L’avis n’indique pas le niveau du poste : il doit être demandé.',
  },
  'unknown-level': {
    en: 'A level is not one of the organisation’s.',
    fr: 'Un niveau ne figure pas parmi ceux de l’organisation.',
  },
  'no-issuer': {
    en: 'The authority that issued it is not known.',
    fr: 'L’autorité qui l’a délivrée n’est pas connue.',
  },
  'unknown-issuer': {
    en: 'The authority that issued it is not among those named.',
    fr: 'L’autorité qui l’a délivrée ne figure pas parmi celles qui sont citées.',
  },
  'unknown-validity': { en: 'Its last day is not known.', fr: 'Son dernier jour de validité n’est pas connu.' },
  'lower-level': {
    en: 'No source says whether a lower level will do.',
    fr: 'Aucune source ne dit si un niveau inférieur convient.',
  },
};

const HELD = {
  none: { en: 'No clearance was named.', fr: 'Aucune habilitation n’a été indiquée.' },
  facts: {
    en: 'Held: level {level}. On {on}, {state}; {compared}.',
    fr: 'Détenue : niveau {level}. Au {on}, {state} ; {compared}.',
  },
  untilUnknown: {
    en: 'its validity is not known, since its last day is not',
    fr: 'sa validité n’est pas connue, faute de son dernier jour',
  },
  valid: { en: 'it is valid, until {until}', fr: 'elle est valable, jusqu’au {until}' },
  expired: {
    en: 'it has expired: its last day was {until}',
    fr: 'elle est expirée : son dernier jour était le {until}',
  },
  reaches: { en: 'it reaches the level of the post', fr: 'elle atteint le niveau du poste' },
  below: { en: 'it is below the level of the post', fr: 'elle est inférieure au niveau du poste' },
  incomparable: {
    en: 'it cannot be compared with the level of the post',
    fr: 'elle ne peut pas être comparée au niveau du poste',
  },
} satisfies Record<string, Localized>;

const IF_WRONG: Localized = {
  en: 'If this looks wrong, check the level, the authority and the last day on the certificate, or write to the recruitment service before the deadline. A person will look at it.',
  fr: 'Si cette réponse vous paraît erronée, vérifiez le niveau, l’autorité et le dernier jour indiqués sur le certificat, ou écrivez au service du recrutement avant la date limite. Une personne examinera votre cas.',
};
