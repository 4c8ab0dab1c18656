import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatDate } from '../../site/dates.ts';
import { formatMoney } from '../../site/numbers.ts';
import { countryName } from '../organisation/countries.ts';
import type { SalaryRow } from '../organisation/grades-schema.ts';
import type { Explanation } from '../regulations-texts.ts';
import type { DerivedAmount } from './salary-derivation.ts';
import type { SalaryCase } from './salary-reasons.ts';
import { minorOf } from './salary-rows.ts';
import type { PrintedSalary, SalaryAnswer, SalaryCheck, SalaryReason } from './salary.ts';
import type { OfTheDay } from './salary-question.ts';

type Told = SalaryAnswer | SalaryCheck;

/** What a grade pays on a day, or what a printed amount is, a sentence for each reason. */
export function explainSalary(answer: Told): Localized<Explanation[]> {
  const inLanguage = (language: Language): Explanation[] =>
    answer.reasons.map((reason) => ({
      sentence: reasonSentence(answer, reason, language),
      rule: reason.rule,
      source: reason.source[language],
      ifWrong: IF_WRONG[language],
    }));
  return { en: inLanguage('en'), fr: inLanguage('fr') };
}

/** A scale by its days: `scale in force from 1 January 2027`, with its last day where that is given. */
export function scaleFrom(from: string, language: Language, until: string | null = null): string {
  const template = until === null ? SCALE.open : SCALE.ended;
  return fill(template[language], {
    from: formatDate(from, language),
    until: until === null ? '' : formatDate(until, language),
  });
}

function reasonSentence(answer: Told, reason: SalaryReason, language: Language): string {
  switch (reason.decides) {
    case 'amount':
      return amountSentence(answer, reason.values, language);
    case 'inForce':
    case 'base':
    case 'before':
    case 'reference':
      return fill(ROW[language], { grade: reason.values.grade, ...ofRow(reason.values, language) });
    case 'step':
    case 'grade':
    case 'adjustment': {
      const { step, grade } = reason.values;
      return fill(BASIS[reason.decides][language], { step: String(step), grade: grade ?? '' });
    }
    default:
      return assertNever(reason);
  }
}

type Words = Readonly<Record<string, string>>;
const fill = (template: string, words: Words): string =>
  Object.entries(words).reduce((sentence, [name, value]) => sentence.replaceAll(`{${name}}`, value), template);

const ofRow = (row: SalaryRow, language: Language): Words => ({
  amount: formatMoney(minorOf(row), row.currency, language),
  period: PERIODS[row.period][language],
  scale: scaleFrom(row.from, language, row.until),
});

function ofDerived(derived: DerivedAmount, language: Language): Words {
  const { amountMinor, leastMinor, mostMinor, currency, period, reference } = derived;
  const money = (minor: number) => formatMoney(minor, currency, language);
  return {
    amount: money(amountMinor),
    rounding: fill(ROUNDING[language], { least: money(leastMinor), most: money(mostMinor) }),
    period: PERIODS[period][language],
    reference: reference.grade,
    scale: scaleFrom(reference.from, language, reference.until),
  };
}

function amountSentence(answer: Told, values: SalaryCase, language: Language): string {
  const about = fill(ABOUT[language], {
    grade: values.grade ?? '',
    step: String(values.step),
    country: countryName(values.country, language),
  });
  const asked = { about, on: formatDate(values.on, language) };
  const told = (template: Localized, words: Words = {}) => fill(template[language], { ...asked, ...words });
  const ofTheDay = (templates: DayTemplates, day: OfTheDay) => {
    if (day === null) return told(NOT_KNOWN);
    return 'row' in day
      ? told(templates.row, ofRow(day.row, language))
      : told(templates.derived, ofDerived(day.derived, language));
  };
  switch (answer.kind) {
    case 'known':
    case 'matches':
    case 'differs':
      return told(SENTENCES[answer.kind], ofRow(answer.row, language));
    case 'consistent':
    case 'inconsistent':
      return told(SENTENCES[answer.kind], ofDerived(answer.derived, language));
    case 'fits-another':
      return `${ofTheDay(NOT_THAT_DAY, answer.ofTheDay)} ${told(FITS.row, ofRow(answer.row, language))}`;
    case 'fits-another-derived':
      return `${ofTheDay(NOT_THAT_DAY, answer.ofTheDay)} ${told(FITS.derived, ofDerived(answer.derived, language))}`;
    case 'not-comparable': {
      const units = { printed: unit(answer.printed, language), scaled: unit(answer.scale, language) };
      return `${told(SENTENCES['not-comparable'], units)} ${ofTheDay(ON_THAT_DAY, answer.ofTheDay)}`;
    }
    case 'unknown': {
      const unknown = told(values.grade === null ? NO_GRADE : NOT_KNOWN);
      return 'printed' in answer ? `${unknown} ${NOT_CHECKED[language]}` : unknown;
    }
    case 'no-twin-grades':
      return told(SENTENCES['no-twin-grades'], { grades: answer.grades.join('-') });
    default:
      return assertNever(answer);
  }
}

/** In what amounts are told: `EUR a month`; the currency alone where a notice prints no period. */
const unit = ({ currency, period }: Pick<PrintedSalary, 'currency' | 'period'>, language: Language): string =>
  period === null ? currency : `${currency} ${PERIODS[period][language]}`;

const SCALE: Record<'open' | 'ended', Localized> = {
  open: { en: 'scale in force from {from}', fr: 'barème en vigueur à partir du {from}' },
  ended: { en: 'scale in force from {from} to {until}', fr: 'barème en vigueur du {from} au {until}' },
};
const ABOUT: Localized = {
  en: 'grade {grade}, step {step}, {country}',
  fr: 'grade {grade}, échelon {step}, {country}',
};
const ROUNDING: Localized = {
  en: '(from {least} to {most} with rounding)',
  fr: '(de {least} à {most} avec les arrondis)',
};

export const PERIODS: Record<'monthly' | 'annual' | 'hourly', Localized> = {
  monthly: { en: 'a month', fr: 'par mois' },
  annual: { en: 'a year', fr: 'par an' },
  hourly: { en: 'an hour', fr: 'de l’heure' },
};

/** What is said of the day asked for, by what is known of it; where nothing is, `NOT_KNOWN`. */
type DayTemplates = Record<'row' | 'derived', Localized>;

const INCONSISTENT: Localized = {
  en: 'The amount of {on} is not known for {about}; the one printed does not agree with the adjustment of grade {reference}, which gives {amount} {period} {rounding}.',
  fr: 'Le montant au {on} n’est pas connu pour le {about} ; celui qui est imprimé ne concorde pas avec l’ajustement du grade {reference}, qui donne {amount} {period} {rounding}.',
};
const NOT_THAT_DAY: DayTemplates = {
  row: {
    en: 'The amount printed is not the one in force on {on}, which is {amount} {period} ({about}; {scale}).',
    fr: 'Le montant imprimé n’est pas celui qui est en vigueur au {on}, à savoir {amount} {period} ({about} ; {scale}).',
  },
  derived: INCONSISTENT,
};
const ON_THAT_DAY: DayTemplates = {
  row: {
    en: 'On {on} the basic salary is {amount} {period} ({scale}).',
    fr: 'Au {on}, le salaire de base est de {amount} {period} ({scale}).',
  },
  derived: {
    en: 'The amount of {on} is not known; the adjustment of grade {reference} gives {amount} {period} {rounding}.',
    fr: 'Le montant au {on} n’est pas connu ; l’ajustement du grade {reference} donne {amount} {period} {rounding}.',
  },
};
const NOT_KNOWN: Localized = {
  en: 'No amount is known on {on} for {about}.',
  fr: 'Aucun montant n’est connu au {on} pour le {about}.',
};
const NO_GRADE: Localized = {
  en: 'No amount is known on {on}: no grade of the scale counts for such a post.',
  fr: 'Aucun montant n’est connu au {on} : aucun grade du barème ne vaut pour un tel poste.',
};
const NOT_CHECKED: Localized = {
  en: 'The amount printed could not be checked.',
  fr: 'Le montant imprimé n’a pas pu être vérifié.',
};
/** Of which other day an amount is. */
const FITS: DayTemplates = {
  row: {
    en: 'The amount printed is that of the {scale}: {amount} {period}.',
    fr: 'Le montant imprimé est celui du {scale} : {amount} {period}.',
  },
  derived: {
    en: 'The amount printed agrees with the {scale}, for which the adjustment of grade {reference} gives {amount} {period} {rounding}.',
    fr: 'Le montant imprimé concorde avec le {scale}, pour lequel l’ajustement du grade {reference} donne {amount} {period} {rounding}.',
  },
};

type Plain = Exclude<Told['kind'], 'fits-another' | 'fits-another-derived' | 'unknown'>;
const SENTENCES: Record<Plain, Localized> = {
  known: {
    en: 'On {on} the basic salary is {amount} {period} ({about}; {scale}).',
    fr: 'Au {on}, le salaire de base est de {amount} {period} ({about} ; {scale}).',
  },
  matches: {
    en: 'The amount printed is the one in force on {on}, {amount} {period} ({about}; {scale}).',
    fr: 'Le montant imprimé est celui qui est en vigueur au {on}, {amount} {period} ({about} ; {scale}).',
  },
  consistent: {
    en: 'The amount of {on} is not known for {about}; the one printed agrees with the adjustment of grade {reference}, which gives {amount} {period} {rounding}.',
    fr: 'Le montant au {on} n’est pas connu pour le {about} ; celui qui est imprimé concorde avec l’ajustement du grade {reference}, qui donne {amount} {period} {rounding}.',
  },
  inconsistent: INCONSISTENT,
  differs: {
    en: 'The amount printed is not that of the scale: on {on} it is {amount} {period} ({about}; {scale}).',
    fr: 'Le montant imprimé n’est pas celui du barème : au {on}, il est de {amount} {period} ({about} ; {scale}).',
  },
  'not-comparable': {
    en: 'The amount printed is in {printed} and the scale in {scaled} ({about}): the two cannot be compared.',
    fr: 'Le montant imprimé est en {printed} et le barème en {scaled} ({about}) : on ne peut pas les comparer.',
  },
  'no-twin-grades': {
    en: 'The organisation’s scale knows no post with two grades ({grades}): choose a single grade.',
    fr: 'Le barème de l’organisation ne connaît pas de poste à deux grades ({grades}) : choisissez un seul grade.',
  },
};

/** A row that an answer rests on. */
const ROW: Localized = {
  en: 'Grade {grade}: {amount} {period} ({scale}).',
  fr: 'Grade {grade} : {amount} {period} ({scale}).',
};
const BASIS: Record<'step' | 'grade' | 'adjustment', Localized> = {
  step: { en: 'Appointments are made at step {step}.', fr: 'Les nominations se font à l’échelon {step}.' },
  grade: {
    en: 'Of a twin-graded post, the salary given is that of grade {grade}.',
    fr: 'Pour un poste à grades jumelés, le salaire indiqué est celui du grade {grade}.',
  },
  adjustment: {
    en: 'All amounts of a country move by one factor at each adjustment, so that one grade’s shows another’s.',
    fr: 'Tous les montants d’un pays évoluent d’un même facteur à chaque ajustement : celui d’un grade indique donc celui d’un autre.',
  },
};

const IF_WRONG: Localized = {
  en: 'If this looks wrong, check the grade, the country and the day; the amounts and their sources stand in the regulations.',
  fr: 'Si cette réponse vous paraît erronée, vérifiez le grade, le pays et le jour ; les montants et leurs sources figurent dans les textes applicables.',
};
