import type { Language, Localized } from '../../platform/language.ts';
import { formatDate } from '../../site/dates.ts';
import type { AgeAnswer } from './age.ts';
import type { Explanation } from '../regulations-texts.ts';

/** Whether somebody is of the age that an appointment supposes, a sentence for each reason. */
export function explainAge(answer: AgeAnswer): Localized<Explanation[]> {
  const explained = (language: Language): Explanation[] =>
    answer.reasons.map(({ rule, source, values: { minimum, serviceEndsAt } }) => ({
      sentence: SENTENCES[answer.outcome][language]
        .replace('{minimum}', String(minimum))
        .replace('{from}', day(answer.oldEnoughFrom, language))
        .replace('{age}', String(serviceEndsAt))
        .replace('{ends}', day(answer.serviceEndsOn, language)),
      rule,
      source: source[language],
      ifWrong: IF_WRONG[language],
    }));
  return { en: explained('en'), fr: explained('fr') };
}

const day = (date: string | null, language: Language): string => (date === null ? '–' : formatDate(date, language));

const SENTENCES: Record<AgeAnswer['outcome'], Localized> = {
  'no-limit': { en: 'No age limit applies.', fr: 'Aucune limite d’âge ne s’applique.' },
  within: {
    en: 'The age is within what the regulations ask for on the first day in the post.',
    fr: 'L’âge est conforme à ce qu’exige le règlement au premier jour dans le poste.',
  },
  'too-young': {
    en: 'The minimum age of {minimum} is reached on {from} only: an appointment cannot begin before.',
    fr: 'L’âge minimal de {minimum} ans n’est atteint que le {from} : un engagement ne peut commencer plus tôt.',
  },
  'service-over': {
    en: 'At this grade, service ends at the age of {age}, on {ends}: before this first day.',
    fr: 'À ce grade, le service prend fin à l’âge de {age} ans, le {ends} : avant ce premier jour.',
  },
};

const IF_WRONG: Localized = {
  en: 'Check the date of birth and the grade. If this still looks wrong, ask the contract office.',
  fr: 'Vérifiez la date de naissance et le grade. Si cette réponse paraît toujours erronée, adressez-vous au bureau des contrats.',
};
