import type { Language, Localized } from '../platform/language.ts';
import { formatDate } from '../site/dates.ts';
import type { ClearanceAnswer, ClearanceDoubt, ClearanceOutcome, ClearanceValues } from './clearance.ts';
import type { Explanation } from './regulations-texts.ts';

/** What the clearance held means for the post, a sentence for each reason. */
export function explainClearance(answer: ClearanceAnswer): Localized<Explanation[]> {
  const inLanguage = (language: Language): Explanation[] =>
    answer.reasons.map(({ rule, source, values }, index) => ({
      sentence: index === 0 ? outcomeSentence(answer, values, language) : factsSentence(values, language),
      rule,
      source,
      ifWrong: IF_WRONG[language],
    }));
  return { en: inLanguage('en'), fr: inLanguage('fr') };
}

function outcomeSentence(
  { outcome, doubts }: ClearanceAnswer,
  { required }: ClearanceValues,
  language: Language,
): string {
  const sentence = OUTCOMES[outcome][language].replaceAll('{required}', required ?? '');
  return [sentence, ...doubts.map((doubt) => DOUBTS[doubt][language])].join(' ');
}

function factsSentence({ level, validUntil, on, valid, reaches }: ClearanceValues, language: Language): string {
  if (level === null) return HELD.none[language];
  const until = validUntil === null ? HELD.untilUnknown[language] : formatDate(validUntil, language);
  const state = valid ? HELD.valid[language] : HELD.notValid[language];
  const compared = reaches ? HELD.reaches[language] : HELD.below[language];
  return HELD.facts[language]
    .replace('{level}', level)
    .replace('{until}', until)
    .replace('{on}', formatDate(on, language))
    .replace('{state}', state)
    .replace('{compared}', compared);
}

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
    en: 'This competition is for those who already hold a valid clearance that opens it; the post is at level {required}.',
    fr: 'Ce concours s’adresse aux personnes qui détiennent déjà une habilitation valable y donnant accès ; le poste est au niveau {required}.',
  },
  'for-a-person': {
    en: 'Whether the clearance held will do is for a person to decide; the post is at level {required}.',
    fr: 'Il revient à une personne de décider si l’habilitation détenue convient ; le poste est au niveau {required}.',
  },
};

const DOUBTS: Record<ClearanceDoubt, Localized> = {
  'unknown-level': {
    en: 'A level is not one of the organisation’s.',
    fr: 'Un niveau ne figure pas parmi ceux de l’organisation.',
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

const HELD: Record<'none' | 'facts' | 'untilUnknown' | 'valid' | 'notValid' | 'reaches' | 'below', Localized> = {
  none: { en: 'No clearance was named.', fr: 'Aucune habilitation n’a été indiquée.' },
  facts: {
    en: 'Held: level {level}, until {until}; on {on} {state}, and {compared}.',
    fr: 'Détenue : niveau {level}, jusqu’au {until} ; au {on}, {state}, et {compared}.',
  },
  untilUnknown: { en: 'a day that is not known', fr: 'un jour qui n’est pas connu' },
  valid: { en: 'it is valid', fr: 'elle est valable' },
  notValid: { en: 'it is not known to be valid', fr: 'sa validité n’est pas établie' },
  reaches: { en: 'at the level of the post or above', fr: 'au niveau du poste ou au-dessus' },
  below: { en: 'not at the level of the post', fr: 'pas au niveau du poste' },
};

const IF_WRONG: Localized = {
  en: 'If this looks wrong, check the level, the authority and the last day on the certificate, or write to the recruitment service before the deadline. A person will look at it.',
  fr: 'Si cette réponse vous paraît erronée, vérifiez le niveau, l’autorité et le dernier jour indiqués sur le certificat, ou écrivez au service du recrutement avant la date limite. Une personne examinera votre cas.',
};
