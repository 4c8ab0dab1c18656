import { LANGUAGES, otherLanguages, type Language } from '../../platform/language.ts';
import { plainAmount } from '../../site/numbers.ts';
import type { Doubt, Location, NoticeRecord } from '../notice.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { looksLike } from './language-of-text.ts';
import { comparable } from './words.ts';
import type { FactName, HalfFacts, HalfReading, HalfTexts, Read } from './reading.ts';

type Halves = Partial<Record<Language, HalfReading>>;

/** What the two halves of a notice do not agree on, and what either lacks. */
export function compareHalves(halves: Halves, record: NoticeRecord, lineCount: number): Doubt[] {
  return [
    ...missingLanguage(halves, lineCount),
    ...missingFacts(halves, record),
    ...differingFacts(halves),
    ...differingMarks(halves),
    ...differingLists(halves),
    ...LANGUAGES.flatMap((language) => untranslated(halves[language])),
  ];
}

function missingLanguage(halves: Halves, lineCount: number): Doubt[] {
  return LANGUAGES.filter((language) => !halves[language]).map((language) => ({
    kind: 'language-missing',
    field: 'title',
    language,
    lines: { from: lineCount, to: lineCount },
    values: [],
  }));
}

const EXPECTED = ['reference', 'location', 'body', 'schedule', 'deadline', 'salary', 'grades', 'clearance'] as const;

/** A fact of the header that neither half gives, in any form; an organisation without clearances prints none. */
function missingFacts(halves: Halves, record: NoticeRecord): Doubt[] {
  const present = Object.values(halves);
  const noted = new Set(present.flatMap(({ doubts }) => doubts.map(({ field }) => field)));
  const lines = present.map(({ texts, facts }) => texts.title?.lines ?? facts.reference?.lines ?? firstFact(facts))[0];
  const unasked = present.every(({ vocabulary }) => Object.keys(vocabulary.data.clearances).length === 0);
  const missing = EXPECTED.filter(
    (fact) =>
      !(unasked && fact === 'clearance') && present.every(({ facts }) => facts[fact] === undefined) && !noted.has(fact),
  );
  const unread: Doubt[] = missing.map((field) => ({ kind: 'field-missing', field, lines: lines ?? START, values: [] }));
  const sections = present.some(({ texts }) => texts.essential.length > 0);
  return sections && record.languages === null && !noted.has('languages')
    ? [...unread, { kind: 'field-missing', field: 'languages', lines: lines ?? START, values: [] }]
    : unread;
}

const START = { from: 1, to: 1 };
const firstFact = (facts: HalfFacts) => Object.values(facts)[0]?.lines;

const COMPARED = [...EXPECTED, 'posts', 'languages', 'directReports', 'indirectReports'] as const satisfies FactName[];

function differingFacts({ en, fr }: Halves): Doubt[] {
  if (!en || !fr) return [];
  return [...COMPARED, 'clause' as const].flatMap((fact): Doubt[] => {
    const [first, second] = [en.facts[fact], fr.facts[fact]];
    const field = fact === 'clause' ? 'contract.clause' : fact;
    if (!first && !second) return [];
    if (!first || !second) return missingInOne(field, { en, fr, read: first ?? second, missing: first ? 'fr' : 'en' });
    if (JSON.stringify(first.value) === JSON.stringify(second.value)) return [];
    if (agree(fact, [first.value, second.value], en.vocabulary)) return [];
    return [
      { kind: 'halves-differ', field, lines: second.lines, values: [first, second].map(({ value }) => shown(value)) },
    ];
  });
}

/** A fact in a few words, for the sentence on the doubt. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('-');
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).filter(([, part]) => part !== null && shown(part) !== '');
  const currency = 'currency' in value ? String(value.currency) : 'EUR';
  return parts
    .map(([name, part]) => (name === 'amountMinor' ? plainAmount(Number(part), currency) : shown(part)))
    .join(' ');
}

type OneSided = { en: HalfReading; fr: HalfReading; read: Read<unknown> | undefined; missing: Language };

/** A fact of one half alone, where the other half has come as far as that and said nothing else about it. */
function missingInOne(field: string, { en, fr, read, missing }: OneSided): Doubt[] {
  const other = missing === 'en' ? en : fr;
  const header = (EXPECTED as readonly string[]).includes(field);
  if (!read || !header || other.doubts.some((doubt) => doubt.field === field)) return [];
  if (Object.keys(other.facts).length <= 1) return [];
  return [{ kind: 'one-language-only', field, language: missing, lines: read.lines, values: [] }];
}

/** Cities have names in each language; the breakdown of reports may name its units in both. */
function agree(fact: string, [first, second]: readonly [unknown, unknown], vocabulary: Vocabulary): boolean {
  if (fact === 'location') return isSamePlace(first as Location, second as Location, vocabulary);
  return fact === 'directReports' && countOf(first) === countOf(second);
}

/** A city that is not known may be another's name; where the other is known, it would stand under one of its names. */
function isSamePlace(first: Location, second: Location, { data: { cities } }: Vocabulary): boolean {
  if (first.country !== second.country) return false;
  return [[first, second] as const, [second, first] as const].every(([{ city: one }, { city: other }]) => {
    const known = cities[one];
    const names = [one, ...LANGUAGES.flatMap((language) => known?.[language] ?? [])].map(comparable);
    return !known || other === '' || names.some((name) => comparable(other).includes(name));
  });
}
const countOf = (value: unknown) => (value as { count: number | null }).count;

function differingMarks({ en, fr }: Halves): Doubt[] {
  if (!en || !fr) return [];
  return (['budgetPending', 'fastTrack', 'twinGradeNote'] as const).flatMap((mark): Doubt[] => {
    const lines = en.marks[mark] ?? fr.marks[mark];
    const missing = en.marks[mark] ? 'fr' : 'en';
    if (!lines || (en.marks[mark] && fr.marks[mark]) || isCutOff(missing === 'fr' ? fr : en)) return [];
    const field = mark === 'twinGradeNote' ? 'contract.twinGradeNote' : mark;
    return [{ kind: 'one-language-only', field, language: missing, lines, values: [] }];
  });
}

const isCutOff = ({ doubts }: HalfReading) => doubts.some(({ kind }) => kind === 'cut-off');

const LISTS = ['challenges', 'essential', 'desirable', 'accountabilities', 'competencies', 'stages'] as const;

/** Lists of different length, or in one language alone where the other has reached that section. */
function differingLists({ en, fr }: Halves): Doubt[] {
  if (!en || !fr) return [];
  return LISTS.flatMap((list): Doubt[] => {
    const counts = [en.texts[list].length, fr.texts[list].length] as const;
    if (counts[0] === counts[1]) return [];
    const field = list === 'stages' ? 'provisionalSchedule' : list;
    const longer = counts[0] > counts[1] ? en : fr;
    const shorter = longer === en ? fr : en;
    const { language } = shorter;
    const known = shorter.doubts.some(
      ({ kind, field: at }) => kind === 'cut-off' || (EXPLAINED.has(kind) && at === field),
    );
    if (shorter.texts[list].length === 0 && known) return [];
    const lines = spanOf(longer.texts[list]);
    const kind = shorter.texts[list].length === 0 ? 'one-language-only' : 'items-differ';
    return [{ kind, field, language, lines, values: counts.map(String) }];
  });
}
const EXPLAINED = new Set(['placeholder', 'section-missing']);

const spanOf = (items: readonly Read<unknown>[]) => ({
  from: items[0]?.lines.from ?? 1,
  to: items.at(-1)?.lines.to ?? 1,
});

const TEXTS = [
  ['summary', (texts: HalfTexts) => texts.summary],
  ['essential', (texts: HalfTexts) => texts.essential],
  ['desirable', (texts: HalfTexts) => texts.desirable],
  [
    'accountabilities',
    (texts: HalfTexts) => texts.accountabilities.map(({ value, lines }) => ({ value: value.text, lines })),
  ],
  ['closingDuty', (texts: HalfTexts) => (texts.closingDuty ? [texts.closingDuty] : [])],
  ['interrelationships', (texts: HalfTexts) => (texts.interrelationships ? [texts.interrelationships] : [])],
  [
    'competencies',
    (texts: HalfTexts) => texts.competencies.map(({ value, lines }) => ({ value: value.indicator, lines })),
  ],
  ['otherText.contract', (texts: HalfTexts) => texts.contract],
  ['otherText.application', (texts: HalfTexts) => texts.application],
  ['otherText.additional', (texts: HalfTexts) => texts.additional],
] as const;

/** Text in the half of one language that is in the other: one doubt a section, over all of its lines. */
function untranslated(half: HalfReading | undefined): Doubt[] {
  if (!half) return [];
  const [other] = otherLanguages(half.language);
  return TEXTS.flatMap(([section, pick]): Doubt[] => {
    const foreign = pick(half.texts).filter(({ value }) => other && looksLike(value, other));
    if (foreign.length === 0) return [];
    const field = `${section}.${half.language}`;
    return [{ kind: 'untranslated', field, language: half.language, lines: spanOf(foreign), values: [] }];
  });
}
