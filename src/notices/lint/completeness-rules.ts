import { LANGUAGES } from '../../platform/language.ts';
import { checkPrintedSalary } from '../../regulations/pay/salary.ts';
import { deadlineRule } from '../../regulations/deadline.ts';
import { daysOpen } from './days-open-rule.ts';
import { contains, phrasesWithin } from '../import/phrases.ts';
import { comparable, wordsOf } from '../import/words.ts';
import { SECTIONS } from '../vocabulary-schema.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import { mentionsOtherDuties } from './parity-rules.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import { linesOf, placesOf, type Subject } from './subject.ts';

/** What a notice must say, and whether it agrees with the regulations. */
export function completenessFindings(subject: Subject): Finding[] {
  return [
    ...clearance(subject),
    ...timeZone(subject),
    ...daysOpen(subject),
    ...grades(subject),
    ...salary(subject),
    ...levelNames(subject),
    ...contractYears(subject),
    ...closingDuty(subject),
    ...scheduleYear(subject),
    ...numbering(subject),
  ];
}

/** Appointment depends on a clearance of which no level is stated. */
function clearance(subject: Subject): Finding[] {
  const { record, passages, vocabulary, doubts, organisation } = subject;
  if (organisation.clearances.levels.length === 0) return [];
  if (record.clearance !== null || doubts.some(({ kind, field }) => kind === 'field-unread' && field === 'clearance'))
    return [];
  const asked = [...passages.of('otherText.application', 'en'), ...passages.of('otherText.application', 'fr')].some(
    ({ text }) => contains(vocabulary.clearanceWords, wordsOf(text)),
  );
  if (!asked) return [];
  const lines = placesOf(subject, 'grades');
  return [
    { rule: 'completeness/clearance', severity: 'warning', lines, field: 'clearance', message: SAYS.clearance() },
  ];
}

/** “11:59 PM”: in which zone? Notices print none, so the organisation’s is taken. */
function timeZone(subject: Subject): Finding[] {
  const { deadline } = subject.record;
  if (!deadline || deadline.time === null) return [];
  const { zone } = deadlineRule(subject.organisation, deadline.date);
  const lines = placesOf(subject, 'deadline');
  const printed = LANGUAGES.some((language) =>
    /\b(?:UTC|GMT|CES?T|[A-Z]{3,4}T)\b|[+-]\d{2}:?\d{2}$/.test(lineText(subject, lines[language]?.from)),
  );
  if (printed) return [];
  return [{ rule: 'completeness/time-zone', severity: 'info', lines, field: 'deadline', message: SAYS.timeZone(zone) }];
}

const lineText = ({ source }: Subject, number: number | undefined) => source[(number ?? 0) - 1]?.text.trim() ?? '';

/** A grade that the organisation does not have. */
function grades(subject: Subject): Finding[] {
  const { record, organisation, vocabulary } = subject;
  const unknown = record.grades.filter(
    (grade) => !organisation.grades.order.includes(grade) && !(grade in vocabulary.data.gradeWords),
  );
  return unknown.map((grade) => ({
    rule: 'completeness/salary',
    severity: 'error',
    lines: placesOf(subject, 'grades'),
    field: 'grades',
    message: SAYS.gradeUnknown(grade),
  }));
}

/** The printed amount against the scale on the day that applications close: the notice was published not long before. */
function salary(subject: Subject): Finding[] {
  const { salary: printed, grades: named, location, deadline } = subject.record;
  const { organisation } = subject;
  const on = subject.publishedOn ?? deadline?.date;
  const amount = printed?.amountMinor;
  if (
    !printed ||
    amount === null ||
    amount === undefined ||
    !location?.country ||
    on === undefined ||
    named.length === 0
  )
    return [];
  if (named.some((grade) => !organisation.grades.order.includes(grade))) return [];
  const check = checkPrintedSalary(
    organisation,
    { ...printed, amountMinor: amount },
    { grades: named, country: location.country, on },
  );
  const { currency } = printed;
  const message = (...expected: number[]) => SAYS.salaryDiffers({ amount, expected, currency }, named.join('-'));
  const where = { rule: 'completeness/salary', lines: placesOf(subject, 'salary'), field: 'salary' } as const;
  if (check.kind === 'differs') return [{ ...where, severity: 'error', message: message(check.expectedMinor) }];
  if (check.kind !== 'inconsistent') return [];
  // What follows from the amounts of other grades is less sure than an amount that is printed somewhere.
  const { leastMinor, mostMinor } = check.derived;
  return [{ ...where, severity: 'info', message: message(leastMinor, mostMinor) }];
}

/** “V (“Advanced”)”: another level's name; part of one names a level that has none of its own: « intermédiaire supérieur ». */
const NAMED =
  /(?<![\p{L}\d])(?<code>[A-C][12]|[IV]{1,3}|\d)\s?\(\s?[“"‘'«]?\s?(?<name>[\p{L}\s-]{4,30}?)\s?[”"’'»]?\s?\)/gu;

function levelNames(subject: Subject): Finding[] {
  const { passages, vocabulary } = subject;
  return LANGUAGES.flatMap((language) =>
    passages.of('essential', language).flatMap((passage) =>
      [...passage.text.matchAll(NAMED)].flatMap(({ groups }) => {
        const { code = '', name = '' } = groups ?? {};
        const [{ phrase } = { phrase: null }] = phrasesWithin(vocabulary.languageLevels, wordsOf(name));
        const level = vocabulary.data.languageLevels[code];
        if (!level || !phrase || phrase.code === code) return [];
        const [right] = level[language];
        if (right ? comparable(right) === comparable(name) : wordsOf(name).at(phrase.keys.length)) return [];
        return [
          {
            rule: 'completeness/level-names',
            severity: 'error',
            lines: { [language]: linesOf(subject, passage, name) },
            field: passage.field,
            message: SAYS.levelName(code, name, right ?? code),
          } satisfies Finding,
        ];
      }),
    ),
  );
}

/**
 * Periods of years in the contract's paragraphs against those of its clause; a probation told in months is no term. The
 * notice is what counts: where both languages agree, a person decides; a period in one language alone is a mistake.
 */
function contractYears(subject: Subject): Finding[] {
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

/** “Perform any other related duty”, where neither language says it; in one alone it is a matter of parity. */
function closingDuty(subject: Subject): Finding[] {
  const { record, passages, places } = subject;
  if (record.closingDuty.en !== undefined || record.closingDuty.fr !== undefined) return [];
  const language = LANGUAGES.find((own) => passages.of('accountabilities', own).length > 0);
  if (!language || LANGUAGES.some((own) => mentionsOtherDuties(passages, own))) return [];
  const lines = {
    [language]:
      passages.of('accountabilities', language).at(-1)?.lines ?? places[`sections.accountabilities.${language}`],
  };
  return [
    {
      rule: 'completeness/closing-duty',
      severity: 'info',
      lines,
      field: 'closingDuty',
      message: SAYS.closingDutyMissing(),
    },
  ];
}

/** “Final selection end of January”: of which year? */
function scheduleYear(subject: Subject): Finding[] {
  return subject.record.provisionalSchedule.flatMap((stage, index) => {
    const printed = stage.en ?? stage.fr ?? '';
    if (printed === '' || LANGUAGES.some((language) => /\b20\d\d\b/.test(stage[language] ?? ''))) return [];
    const field = `provisionalSchedule[${index}]`;
    return [
      {
        rule: 'completeness/schedule-year',
        severity: 'info',
        lines: placesOf(subject, field),
        field,
        message: SAYS.scheduleYear(printed),
      } as const,
    ];
  });
}

/** A heading without its number where the other headings of its language have theirs. */
function numbering(subject: Subject): Finding[] {
  const headings = LANGUAGES.flatMap((language) =>
    SECTIONS.flatMap((section) => {
      const lines = subject.places[`sections.${section}.${language}`];
      const text = lineText(subject, lines?.from);
      return lines && text !== ''
        ? [{ language, lines, text, numbered: /^\W*(?:section\s)?(?:\d|[IVX]+\W)/i.test(text) }]
        : [];
    }),
  );
  return LANGUAGES.flatMap((language) => {
    const own = headings.filter((heading) => heading.language === language);
    const bare = own.filter(({ numbered }) => !numbered);
    if (bare.length * 2 >= own.length) return [];
    return bare.map(({ lines, text }) => ({
      rule: 'completeness/numbering' as const,
      severity: 'warning' as const,
      lines: { [language]: lines },
      message: SAYS.numbering(text),
    }));
  });
}
