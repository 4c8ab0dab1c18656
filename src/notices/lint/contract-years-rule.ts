import { LANGUAGES } from '../../platform/language.ts';
import { wordsOf } from '../import/words.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import { linesOf, type Subject } from './subject.ts';

/**
 * Periods of years in the contract's paragraphs against those of its clause; a probation told in months is no term. The
 * notice is what counts: where both languages agree, a person decides; a period in one language alone is a mistake.
 */
export function contractYears(subject: Subject): Finding[] {
  const { record, organisation, passages, vocabulary } = subject;
  const clause = organisation.contractClauses.find(({ code }) => code === record.contract.clause);
  if (!clause) return [];
  const known = monthsOf([clause.terms, record.contract.twinGradeNote ? organisation.grades : null]);
  if (known.size === 0) return [];
  const [longest = 0, next = longest] = [...known].toSorted((a, b) => b - a);
  const isKnown = (months: number) => known.has(months) || months === longest + next;
  const unknown = LANGUAGES.flatMap((language) =>
    passages.of('otherText.contract', language).flatMap((passage) => {
      if (!isInItsLanguage(passage)) return [];
      return periodsIn(passage.text, vocabulary.numbers).flatMap(({ printed, months }) =>
        months % 12 === 0 && !isKnown(months) ? [{ passage, printed, months }] : [],
      );
    }),
  );
  const agreed = Map.groupBy(unknown, ({ months }) => months);
  return unknown.map(({ passage, printed, months }) => ({
    rule: 'completeness/contract' as const,
    severity: new Set(agreed.get(months)?.map((found) => found.passage.language)).size > 1 ? 'warning' : 'error',
    lines: { [passage.language]: linesOf(subject, passage, printed) },
    field: passage.field,
    message: SAYS.contractYears(printed, [...known].toSorted((a, b) => a - b).map(String)),
  }));
}

/** Every number of months in the terms, whatever it is for. */
function monthsOf(terms: unknown, found = new Set<number>()): Set<number> {
  if (typeof terms !== 'object' || terms === null) return found;
  for (const [key, value] of Object.entries(terms)) {
    if (typeof value === 'number' && /months/i.test(key)) found.add(value);
    else monthsOf(value, found);
  }
  return found;
}

const PERIOD = /(?<count>\d{1,3}|\p{L}+)[\s-](?<unit>years?|months?|ans?|années?|mois)(?!\p{L})/giu;

function periodsIn(text: string, numbers: ReadonlyMap<string, number>): { printed: string; months: number }[] {
  return [...text.matchAll(PERIOD)].flatMap(({ 0: printed, groups, index }) => {
    const { count = '', unit = '' } = groups ?? {};
    // “twenty-four months”: the rest of a longer number
    if (/\p{L}-$/u.test(text.slice(0, index)) || /\btwenty\s$/i.test(text.slice(0, index))) return [];
    const value = /^\d+$/.test(count) ? Number(count) : numbers.get(wordsOf(count).at(0)?.key ?? '');
    if (value === undefined) return [];
    return [{ printed, months: /^mo/i.test(unit) ? value : value * 12 }];
  });
}
