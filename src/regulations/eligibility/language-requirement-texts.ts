import type { Language, Localized } from '../../platform/language.ts';
import { languageName } from '../../site/language-name.ts';
import type { LanguageOutcome, LanguagePart, LanguagesCompared } from './language-requirement.ts';
import type { Explanation } from '../regulations-texts.ts';

/** What the levels say of each part of a requirement (b3, E5); with `toDeclare`, where none have been stated yet. */
export function explainLanguageParts({ reasons }: LanguagesCompared, toDeclare = false): Localized<Explanation[]> {
  const inLanguage = (language: Language): Explanation[] =>
    reasons.map(({ rule, source, values }) => ({
      sentence: `${languagePartAsked(values.part, language)} ${toDeclare ? TO_DECLARE[language] : OUTCOMES[values.outcome][language]}`,
      rule,
      source: source[language],
      ifWrong: LANGUAGES_EXCLUDE_NOBODY[language],
    }));
  return { en: inLanguage('en'), fr: inLanguage('fr') };
}

/** What a part asks for, in words that can be read back: `Asked for: level V in one official language and II in another.` */
export function languagePartAsked(part: LanguagePart, language: Language): string {
  const text = ASKED[part.kind][language];
  if (part.kind === 'either') return text.replace('{one}', part.one).replace('{other}', part.other);
  const named = 'language' in part ? languageName(part.language, language) : '';
  return text.replace('{level}', part.level).replace('{language}', named);
}

const ASKED: Record<LanguagePart['kind'], Localized> = {
  either: {
    en: 'Asked for: level {one} in one official language and {other} in another.',
    fr: 'Demandé : niveau {one} dans une langue officielle et {other} dans une autre.',
  },
  both: {
    en: 'Asked for: level {level} in two official languages.',
    fr: 'Demandé : niveau {level} dans deux langues officielles.',
  },
  fixed: { en: 'Asked for: level {level} in {language}.', fr: 'Demandé : niveau {level} en {language}.' },
  extra: {
    en: 'Asked for besides: level {level} in {language}.',
    fr: 'Demandé en outre : niveau {level} en {language}.',
  },
};

const TO_DECLARE: Localized = {
  en: 'You state your levels in the application; they are tested later.',
  fr: 'Vous indiquez vos niveaux dans la candidature ; ils sont vérifiés plus tard par une épreuve.',
};

const OUTCOMES: Record<LanguageOutcome, Localized> = {
  met: { en: 'The levels stated reach it.', fr: 'Les niveaux déclarés y répondent.' },
  'not-met': { en: 'The levels stated do not reach it.', fr: 'Les niveaux déclarés n’y répondent pas.' },
  'not-comparable': {
    en: 'A level is not one of the organisation’s scale: a person compares it.',
    fr: 'Un niveau ne relève pas de l’échelle de l’organisation : une personne le compare.',
  },
};

/** What to do if it looks wrong, and what a part that is not met means. */
export const LANGUAGES_EXCLUDE_NOBODY: Localized = {
  en: 'This excludes nobody: levels are the candidate’s own estimate, and are tested later.',
  fr: 'Cela n’exclut personne : les niveaux sont l’estimation de la candidate ou du candidat et sont vérifiés par une épreuve.',
};
