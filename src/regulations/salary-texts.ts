import type { Language, Localized } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import { formatDate } from '../site/dates.ts';
import { formatMoney } from '../site/numbers.ts';
import { countryName } from './countries.ts';
import type { Explanation } from './regulations-texts.ts';
import type { SalaryAnswer, SalaryCheck, SalaryReason } from './salary.ts';

type Told = SalaryAnswer | SalaryCheck;

/** What a grade pays on a day, or what a printed amount is, a sentence for each reason. */
export function explainSalary(answer: Told): Localized<Explanation[]> {
  const inLanguage = (language: Language): Explanation[] =>
    answer.reasons.map((reason) => ({
      sentence: reason.decides === 'amount' ? amountSentence(answer, reason, language) : basis(reason, language),
      rule: reason.rule,
      source: reason.source,
      ifWrong: IF_WRONG[language],
    }));
  return { en: inLanguage('en'), fr: inLanguage('fr') };
}

/** The first day of a scale in words: `scale in force from 1 January 2027`. */
export const scaleFrom = (from: string, language: Language): string =>
  SCALE[language].replace('{from}', formatDate(from, language));

function amountSentence(answer: Told, { values }: SalaryReason, language: Language): string {
  const money = (minor: number, currency: string) => formatMoney(minor, currency, language);
  const about = ABOUT[language]
    .replace('{grade}', values.grade ?? '–')
    .replace('{step}', String(values.step))
    .replace('{country}', countryName(values.country, language));
  const told = (kind: Told['kind'], words: Record<string, string>) =>
    Object.entries({ about, on: formatDate(values.on, language), ...words }).reduce(
      (sentence, [name, value]) => sentence.replace(`{${name}}`, value),
      SENTENCES[kind][language],
    );
  switch (answer.kind) {
    case 'known':
      return told('known', {
        amount: money(answer.amountMinor, answer.currency),
        period: PERIODS[answer.period][language],
        scale: scaleFrom(answer.row.from, language),
      });
    case 'matches':
    case 'fits-another':
      return told(answer.kind, { scale: scaleFrom(answer.row.from, language) });
    case 'consistent':
      return told('consistent', {
        amount: money(answer.derivedMinor, answer.row.currency),
        reference: answer.reference.grade,
      });
    case 'differs':
      return told('differs', {
        amount: money(answer.expectedMinor, answer.row.currency),
        scale: scaleFrom(answer.row.from, language),
      });
    case 'unknown':
      return told('unknown', {});
    default:
      return assertNever(answer);
  }
}

const basis = ({ decides, values }: SalaryReason, language: Language): string =>
  (decides === 'step' ? STEP : TWIN)[language]
    .replace('{step}', String(values.step))
    .replace('{grade}', values.grade ?? '');

const SCALE: Localized = { en: 'scale in force from {from}', fr: 'barème en vigueur depuis le {from}' };
const ABOUT: Localized = {
  en: 'grade {grade}, step {step}, {country}',
  fr: 'grade {grade}, échelon {step}, {country}',
};

export const PERIODS: Record<'monthly' | 'annual' | 'hourly', Localized> = {
  monthly: { en: 'a month', fr: 'par mois' },
  annual: { en: 'a year', fr: 'par an' },
  hourly: { en: 'an hour', fr: 'de l’heure' },
};

const SENTENCES: Record<Told['kind'], Localized> = {
  known: {
    en: 'On {on} the basic salary is {amount} {period} ({about}; {scale}).',
    fr: 'Au {on}, le salaire de base est de {amount} {period} ({about} ; {scale}).',
  },
  matches: {
    en: 'The amount printed is the one in force on {on} ({about}; {scale}).',
    fr: 'Le montant imprimé est celui qui est en vigueur au {on} ({about} ; {scale}).',
  },
  'fits-another': {
    en: 'The amount printed is not the one in force on {on}; it is that of another scale ({about}; {scale}).',
    fr: 'Le montant imprimé n’est pas celui qui est en vigueur au {on} ; il relève d’un autre barème ({about} ; {scale}).',
  },
  consistent: {
    en: 'The amount of {on} is not known for {about}; the one printed agrees with the adjustment of grade {reference}, which gives {amount}.',
    fr: 'Le montant au {on} n’est pas connu pour {about} ; celui qui est imprimé concorde avec l’ajustement du grade {reference}, qui donne {amount}.',
  },
  differs: {
    en: 'The amount printed is not that of the scale: on {on} it is {amount} ({about}; {scale}).',
    fr: 'Le montant imprimé n’est pas celui du barème : au {on}, il est de {amount} ({about} ; {scale}).',
  },
  unknown: {
    en: 'No amount is known on {on} for {about}.',
    fr: 'Aucun montant n’est connu au {on} pour {about}.',
  },
};

const STEP: Localized = {
  en: 'Appointments are made at step {step}.',
  fr: 'Les nominations se font à l’échelon {step}.',
};
const TWIN: Localized = {
  en: 'Of a twin-graded post, the salary given is that of grade {grade}.',
  fr: 'Pour un poste à grades jumelés, le salaire indiqué est celui du grade {grade}.',
};

const IF_WRONG: Localized = {
  en: 'If this looks wrong, check the grade, the country and the day; the amounts and their sources stand in the regulations.',
  fr: 'Si cette réponse vous paraît erronée, vérifiez le grade, le pays et le jour ; les montants et leurs sources figurent dans les textes applicables.',
};
