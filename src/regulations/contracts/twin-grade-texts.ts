import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatDate } from '../../site/dates.ts';
import { formatMonths } from './contract-texts.ts';
import type { Explanation } from '../regulations-texts.ts';
import type { TwinGradeCandidate, TwinGradePlan, TwinGradeReason, TwinGradeRefusal } from './twin-grade.ts';

export const TWIN_GRADE_CANDIDATE_NAMES: Record<TwinGradeCandidate, Localized> = {
  external: { en: 'From outside', fr: 'Recrutement externe' },
  'serving-staff': { en: 'Serving staff', fr: 'Personnel en fonction' },
};

/** Why each part of a plan is as it is, in the order of its reasons. */
export function explainTwinGrade({ reasons }: TwinGradePlan): Localized<Explanation[]> {
  const explained = (language: Language) =>
    reasons.map((reason) => ({
      sentence: reasonSentence(reason)[language],
      rule: reason.rule,
      source: reason.source[language],
      ifWrong: IF_WRONG[language],
    }));
  return { en: explained('en'), fr: explained('fr') };
}

const IF_WRONG: Localized = {
  en: 'The note printed in the notice is what counts. If this does not agree with it, write to the recruitment service: a person will look at it.',
  fr: 'C’est la note imprimée dans l’avis qui compte. Si cette réponse ne s’accorde pas avec elle, écrivez au service du recrutement : une personne l’examinera.',
};

const COUNTED: Localized = {
  en: 'The month counted to lacks the day on which service began: until a named person decides otherwise, its last day is taken.',
  fr: 'Le mois obtenu n’a pas le jour de la prise de fonctions : sauf décision contraire d’une personne désignée, son dernier jour est retenu.',
};
const counted = (missingDay: boolean, language: Language) => (missingDay ? ` ${COUNTED[language]}` : '');

function reasonSentence(reason: TwinGradeReason): Localized {
  switch (reason.decides) {
    case 'appointedAt': {
      const { lower, higher } = reason.values;
      return {
        en: `The post has two grades, ${lower} and ${higher}. The appointment is at ${lower}, whatever the qualifications and experience.`,
        fr: `Le poste a deux grades, ${lower} et ${higher}. La nomination se fait au grade ${lower}, quels que soient les qualifications et l’expérience.`,
      };
    }
    case 'normalAdvancement': {
      const { higher, months, from, missingDay } = reason.values;
      return {
        en: `Advancement to ${higher} is not automatic, and normally not possible in the first ${formatMonths(months, 'en')} in the post: not before ${formatDate(from, 'en')}.${counted(missingDay, 'en')}`,
        fr: `Le passage au grade ${higher} n’est pas automatique, et n’est normalement pas possible avant ${formatMonths(months, 'fr')} dans le poste : pas avant le ${formatDate(from, 'fr')}.${counted(missingDay, 'fr')}`,
      };
    }
    case 'earliestAdvancement': {
      const { upToMonths, from, missingDay } = reason.values;
      return {
        en: `For candidates from outside, that time might be reduced by up to ${formatMonths(upToMonths, 'en')}: not before ${formatDate(from, 'en')}.${counted(missingDay, 'en')} In which circumstances, the notice does not say: a named person decides, and says on what it rests.`,
        fr: `Pour les candidates et candidats externes, ce délai pourrait être réduit de ${formatMonths(upToMonths, 'fr')} au plus : pas avant le ${formatDate(from, 'fr')}.${counted(missingDay, 'fr')} L’avis ne dit pas dans quels cas : une personne désignée décide et indique sur quoi elle se fonde.`,
      };
    }
    case 'directToHigher': {
      const { higher } = reason.values;
      return {
        en: `Serving staff may be appointed directly at ${higher} under specific circumstances, which the notice does not give: a named person decides, and says on what it rests.`,
        fr: `Le personnel en fonction peut être nommé directement au grade ${higher} dans des cas particuliers, que l’avis ne précise pas : une personne désignée décide et indique sur quoi elle se fonde.`,
      };
    }
    default:
      return assertNever(reason);
  }
}

/** Why two grades are not those of one post, and what would clear the way. */
export function explainTwinGradeRefusal(refusal: TwinGradeRefusal): Localized<{ sentence: string; next: string }> {
  switch (refusal.kind) {
    case 'impossible-date':
      return {
        en: {
          sentence: `${DATE_FIELDS[refusal.field].en}: there is no such day.`,
          next: 'Give a day that exists, such as 2027-03-01.',
        },
        fr: {
          sentence: `${DATE_FIELDS[refusal.field].fr} : ce jour n’existe pas.`,
          next: 'Indiquez un jour qui existe, par exemple 2027-03-01.',
        },
      };
    case 'unknown-grade':
      return {
        en: {
          sentence: `The organisation has no grade “${refusal.grade}”.`,
          next: 'Choose two of the organisation’s grades.',
        },
        fr: {
          sentence: `L’organisation n’a pas de grade « ${refusal.grade} ».`,
          next: 'Choisissez deux des grades de l’organisation.',
        },
      };
    case 'not-lower':
      return {
        en: { sentence: `${refusal.lower} is not below ${refusal.higher}.`, next: 'Give the lower grade first.' },
        fr: {
          sentence: `${refusal.lower} n’est pas inférieur à ${refusal.higher}.`,
          next: 'Indiquez d’abord le grade inférieur.',
        },
      };
    case 'not-comparable':
      return {
        en: {
          sentence: `${refusal.lower} and ${refusal.higher} belong to two families, and no source says which is the higher.`,
          next: 'Choose two grades of one family, or have a person decide.',
        },
        fr: {
          sentence: `${refusal.lower} et ${refusal.higher} appartiennent à deux familles, et aucune source ne dit lequel est supérieur.`,
          next: 'Choisissez deux grades d’une même famille, ou faites-en décider une personne.',
        },
      };
    case 'no-twin-grades':
      return noTwinGrades(refusal);
    default:
      return assertNever(refusal);
  }
}

const noTwinGrades = ({ on, from }: Extract<TwinGradeRefusal, { kind: 'no-twin-grades' }>) => ({
  en: {
    sentence: from
      ? `No rule on posts with two grades is in force on ${formatDate(on, 'en')}; the first begins on ${formatDate(from, 'en')}.`
      : 'The organisation has no posts with two grades.',
    next: 'Choose a single grade.',
  },
  fr: {
    sentence: from
      ? `Aucune règle sur les postes à deux grades n’est en vigueur le ${formatDate(on, 'fr')} ; la première prend effet le ${formatDate(from, 'fr')}.`
      : 'L’organisation n’a pas de poste à deux grades.',
    next: 'Choisissez un seul grade.',
  },
});

const DATE_FIELDS: Record<'startsOn' | 'on', Localized> = {
  startsOn: { en: 'First day in the post', fr: 'Premier jour dans le poste' },
  on: { en: 'Date of the offer', fr: 'Date de l’offre' },
};
