import { readAccountabilities } from './accountabilities.ts';
import { readAdditional, readApplication, readContract, readOther, sectionsAfter } from './closing-sections.ts';
import { readCompetencies } from './competencies.ts';
import { readDeadline } from './dates.ts';
import { readHeader, type Header, type Printed } from './header.ts';
import {
  isOpenDeadline,
  readClearance,
  readCode,
  readGrades,
  readLocation,
  readSalary,
  type Value,
} from './header-values.ts';
import type { Half } from './halves.ts';
import { postsInTitle, readPosts } from './posts.ts';
import { readInterrelationships } from './interrelationships.ts';
import { endsSentence, layoutOf } from './paragraphs.ts';
import { contains } from './phrases.ts';
import { doubt, emptyReading, type FactName, type HalfReading } from './reading.ts';
import { readRequirements } from './requirements.ts';
import { readSections, type Part } from './sections.ts';
import { readPreamble, readSummary } from './summary.ts';
import type { Link } from './text-lines.ts';
import { wordsOf } from './words.ts';
import { SECTIONS, type HeaderLabel, type Section } from '../vocabulary-schema.ts';
import type { Vocabulary } from '../vocabulary.ts';

export type HalfSource = { readonly half: Half; readonly links: readonly Link[]; readonly last: boolean };

/** Reads one language's half of a notice. */
export function readHalf({ half, links, last }: HalfSource, vocabulary: Vocabulary): HalfReading {
  const reading = emptyReading(half.language, vocabulary, layoutOf(half.body));
  const header = readHeader(half.header, vocabulary);
  addHeader(half, header, reading);
  const body = header.rest ? [header.rest, ...half.body] : half.body;
  const { parts, doubts } = readSections(body, half.language, vocabulary);
  reading.doubts.push(...doubts);
  for (const part of parts) readPart(part, links, reading);
  reading.texts.links.push(
    ...links.map(({ address, number }) => ({ value: address, lines: { from: number, to: number } })),
  );
  noteMissingSections(parts, { half, links, last }, reading);
  return reading;
}

function readPart({ section, title, lines, heading }: Part, links: readonly Link[], reading: HalfReading): void {
  if (heading && section !== 'preamble' && section !== 'unknown')
    reading.headings.set(section, { from: heading.number, to: heading.number });
  switch (section) {
    case 'preamble':
      return readPreamble(lines, reading);
    case 'summary':
      return readSummary(lines, reading);
    case 'qualifications':
      return readRequirements(lines, reading);
    case 'accountabilities':
      return readAccountabilities(lines, reading);
    case 'interrelationships':
      return readInterrelationships(lines, reading);
    case 'competencies':
      return readCompetencies(lines, reading);
    case 'contract':
      return readContract(lines, reading);
    case 'application':
      return readApplication(lines, reading);
    case 'additional':
      return readAdditional(
        lines,
        reading,
        links.filter(({ number }) => number > (heading?.number ?? 0)),
      );
    case 'unknown':
      return readOther(title, lines, reading);
  }
}

/** A label without a reader of its own ends the header. */
const READERS: Partial<
  Record<HeaderLabel, [FactName, (text: string, vocabulary: Vocabulary) => Value<unknown> | undefined]>
> = {
  location: ['location', readLocation],
  body: ['body', (text, { bodies }) => readCode(text, bodies)],
  schedule: ['schedule', (text, { schedules }) => readCode(text, schedules)],
  deadline: ['deadline', readDeadline],
  salary: ['salary', readSalary],
  grade: ['grades', readGrades],
  clearance: ['clearance', readClearance],
};

function addHeader({ title }: Half, header: Header, reading: HalfReading): void {
  const { texts, facts, marks, language, vocabulary } = reading;
  addTitle(title, header, reading);
  const labelled = header.fields.get('reference');
  const reference = title?.reference ?? /(?<!\d)\d{6}(?!\d)/.exec(labelled?.text ?? '')?.[0];
  const where = title?.reference ? title.lines : labelled?.lines;
  if (reference !== undefined && where) facts.reference = { value: reference, lines: where };
  else if (labelled && labelled.text !== '') keepReference(labelled, reading);
  for (const [label, printed] of header.fields) addFact(label, printed, reading);
  addPosts(header.fields.get('grade'), reading);
  const [budget, others] = parted(header.others, ({ label }) => contains(vocabulary.budgetPending, wordsOf(label)));
  for (const { label, lines } of budget) {
    marks.budgetPending ??= lines;
    texts.preamble.push({ value: label, lines });
  }
  texts.otherFields.push(...others.map(({ label, value, lines }) => ({ value: { label, value }, lines })));
  const unknown = new Set(others.map(({ lines }) => lines.from));
  const doubts = header.doubts.filter(({ kind, lines }) => kind !== 'unknown-label' || unknown.has(lines.from));
  reading.doubts.push(...doubts.map((found) => ({ ...found, language })));
}

/** A form may have its title on a line of its own; “Staff vacancy 250123” above it is none then. */
function addTitle(title: Half['title'], { fields }: Header, { texts }: HalfReading): void {
  const labelled = fields.get('title');
  if (labelled && labelled.text !== '') texts.title = { value: labelled.text, lines: labelled.lines };
  else if (title && title.text !== '') texts.title = { value: title.text, lines: title.lines };
}

/** A number that is no reference of ours, such as “G75/25”, is kept as it is printed. */
function keepReference({ label, text, lines }: Printed, reading: HalfReading): void {
  reading.texts.otherFields.push({ value: { label, value: text }, lines });
  doubt(reading, 'field-unread', { field: 'reference', lines, values: [text] });
}

/** Several posts of a notice: counted in the grade line, or in the title. `grades` then are those of the first group. */
function addPosts(grade: Printed | undefined, { texts, facts, doubts, language, vocabulary }: HalfReading): void {
  const counted = grade && readPosts(grade.text, vocabulary);
  const [first] = counted?.value ?? [];
  if (grade && counted && first) {
    facts.posts = { value: counted.value, lines: grade.lines };
    facts.grades = { value: first.grades, lines: grade.lines };
    const before = doubts.findIndex(({ kind, field }) => kind === 'field-unread' && field === 'grades');
    if (before >= 0 && counted.sure) doubts.splice(before, 1);
    else if (before < 0 && !counted.sure)
      doubts.push({ kind: 'field-unread', field: 'grades', language, lines: grade.lines, values: [grade.text] });
    return;
  }
  const count = texts.title && postsInTitle(texts.title.value, vocabulary);
  if (count === undefined || !texts.title || !facts.grades) return;
  facts.posts = { value: [{ count, grades: facts.grades.value }], lines: texts.title.lines };
}

const parted = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] => [
  items.filter(isFirst),
  items.filter((item) => !isFirst(item)),
];

function addFact(label: HeaderLabel, { text, lines }: Printed, reading: HalfReading): void {
  const [fact, read] = READERS[label] ?? [];
  if (!fact || !read || text === '') return;
  const found = read(text, reading.vocabulary);
  if (found) Object.assign(reading.facts, { [fact]: { value: found.value, lines } });
  if (found?.sure) return;
  const open = label === 'deadline' && isOpenDeadline(text, reading.vocabulary);
  if (open) reading.facts.openEnded ??= { value: true, lines };
  doubt(reading, open ? 'deadline-open' : 'field-unread', { field: fact, lines, values: [text] });
}

/** Sections missing at the end are one cut; any other is a doubt of its own. */
function noteMissingSections(parts: readonly Part[], { half, links, last }: HalfSource, reading: HalfReading): void {
  const present = parts.flatMap(({ section }) => (section === 'preamble' || section === 'unknown' ? [] : [section]));
  const final = SECTIONS.findLast((section) => present.includes(section));
  const end = half.body.at(-1) ?? half.header.at(-1);
  const lines = { from: end?.number ?? 1, to: end?.number ?? 1 };
  const missing = sectionsAfter(final);
  const ended = end === undefined || endsSentence(end.text) || links.some(({ number }) => number > end.number);
  const broken = last && !ended;
  if (missing.length > 0 || broken) doubt(reading, 'cut-off', { field: final ?? 'title', lines, values: [...missing] });
  const inside = SECTIONS.filter((section) => !present.includes(section) && !missing.includes(section));
  for (const section of inside)
    doubt(reading, 'section-missing', { field: section, lines: nextTo(section, parts, lines) });
}

/** Where a missing section should stand: at the heading after it. */
function nextTo(section: Section, parts: readonly Part[], otherwise: { from: number; to: number }) {
  const after = sectionsAfter(section);
  const next = parts.find((part) => after.includes(part.section as Section))?.heading;
  return next ? { from: next.number, to: next.number } : otherwise;
}
