import { countryIn } from './country-words.ts';
import type { CvSection } from './cv-sections.ts';
import { dateIn, rangeIn, type DatesFound } from './month-words.ts';
import { plain } from './proposal.ts';
import { readSpans, textOf, wholeLine, type Read, type ReadEntry, type Span } from './source-lines.ts';

type Lines = readonly string[];
type Dated = DatesFound & { line: number };
/** One post or degree: its dates, the lines that name it, and those that tell of it. */
type Block = { dates: Dated; names: Span[]; rest: number[] };

const isBullet = (line: string): boolean => /^\s*(?:[•·▪◦*–—-]|o\s)\s*/.test(line);
const isEmpty = (line: string): boolean => line.trim() === '';
/** A line that could be the name of a post or of an employer: short, and no sentence. */
const isName = (line: string): boolean =>
  !isEmpty(line) && !isBullet(line) && line.trim().length <= 110 && !/[.;]$/.test(line.trim());

/** The posts or degrees of a section: each begins with its dates, or with the lines that stand right above them. */
export function entriesOf(lines: Lines, section: CvSection, part: 'experience' | 'education'): ReadEntry[] {
  const blocks = blocksOf(lines, section, part);
  return blocks.map((block) => (part === 'experience' ? postOf(lines, block) : degreeOf(lines, block)));
}

function blocksOf(lines: Lines, { from, to }: CvSection, part: 'experience' | 'education'): Block[] {
  const dated = datesOf(lines, { from, to, part });
  const first = dated[0];
  if (!first) return [];
  const above = namesAbove(lines, first, from).length > 0;
  const starts = dated.map((dates, index) => {
    const floor = index === 0 ? from : (dated[index - 1]?.line ?? from) + 1;
    const names = hasWords(lines, dates) || !above ? [] : namesAbove(lines, dates, floor);
    return { dates, names, begins: names[0] ?? dates.line };
  });
  return starts.map(({ dates, names, begins }, index) => {
    const end = starts[index + 1]?.begins ?? to;
    const own = remainder(lines, dates);
    const after = numbersFrom(dates.line + 1, end).filter((line) => !isEmpty(lines[line] ?? ''));
    const wanted = 2 - names.length - (own.length > 0 ? 1 : 0);
    const following = above && names.length > 0 ? [] : leadingNames(lines, after, wanted);
    const named = [
      ...names.map((line) => wholeLine(lines, line)),
      ...own,
      ...following.map((line) => wholeLine(lines, line)),
    ];
    const between = numbersFrom(begins, dates.line).filter(
      (line) => !names.includes(line) && !isEmpty(lines[line] ?? ''),
    );
    return { dates, names: named, rest: [...between, ...after.slice(following.length)] };
  });
}

/** The lines with dates that begin an entry. A date within a sentence or a list is part of what it tells. */
function datesOf(
  lines: Lines,
  { from, to, part }: { from: number; to: number; part: 'experience' | 'education' },
): Dated[] {
  return numbersFrom(from, to).flatMap((line): Dated[] => {
    const text = lines[line] ?? '';
    if (isBullet(text) || text.length > 160) return [];
    const found = rangeIn(text) ?? (part === 'education' ? dateIn(text) : undefined);
    return found ? [{ ...found, line }] : [];
  });
}

const numbersFrom = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** The words beside the dates on their line. */
function remainder(lines: Lines, { line, start, end }: Dated): Span[] {
  const whole = wholeLine(lines, line);
  const spans = [
    { line, start: 0, end: start },
    { line, start: end, end: whole.end },
  ];
  return spans.filter((span) => /\p{L}{2}/u.test(textOf(lines, span)));
}

const hasWords = (lines: Lines, dates: Dated): boolean => remainder(lines, dates).length > 0;

/** Up to two names right above a line, from the top down. */
function namesAbove(lines: Lines, { line }: Dated, floor: number): number[] {
  const above: number[] = [];
  for (let at = line - 1; at >= floor && above.length < 2; at -= 1) {
    if (isEmpty(lines[at] ?? '') && above.length === 0) continue;
    if (!isName(lines[at] ?? '')) break;
    above.unshift(at);
  }
  return above;
}

function leadingNames(lines: Lines, numbers: number[], wanted: number): number[] {
  const end = numbers.findIndex((line) => !isName(lines[line] ?? ''));
  return numbers.slice(0, Math.min(Math.max(wanted, 0), end === -1 ? numbers.length : end));
}

const SEPARATORS = /\s+[–—|-]\s+|\s*[|\t]\s*|\s+(?:at|chez|@)\s+|,\s+/u;

/** Names in the order of the file; one line that holds two is parted at its first separator. */
function twoNames(lines: Lines, spans: Span[]): Span[] {
  const [only] = spans;
  if (spans.length !== 1 || !only) return spans;
  const found = SEPARATORS.exec(textOf(lines, only));
  if (!found) return spans;
  const at = only.start + found.index;
  return [
    { ...only, end: at },
    { ...only, start: at + found[0].length },
  ].filter(({ start, end }) => end > start);
}

const ORGANISATION =
  /\b(?:university|universite|college|school|ecole|institute|institut|lycee|faculte|faculty|academy|academie|hochschule|polytechnic|sciences po|ministry|ministere|agency|agence|authority|autorite|office|commission|company|compagnie|societe|bank|banque|ltd|limited|inc|gmbh|sa|sarl|nv|council|conseil|department|departement|service|bureau|organisation|organization|foundation|fondation|hospital|hopital)\b/;

/** First what was done, then where; turned round where only the first names an organisation. */
function inOrder(lines: Lines, spans: Span[]): [what: Span[], where: Span[]] {
  const [first, ...others] = twoNames(lines, spans);
  if (!first) return [[], []];
  const isOrganisation = (span: Span) => ORGANISATION.test(plain(textOf(lines, span)));
  const [second] = others;
  if (second && isOrganisation(first) && !isOrganisation(second)) return [others, [first]];
  return [[first], others];
}

type Named = { block: Block; what: string; where: string; told: string };

function fieldsOf(lines: Lines, { block, what, where, told }: Named): Record<string, Read> {
  const { dates, names, rest } = block;
  const [first, second] = inOrder(lines, names);
  const span = { line: dates.line, start: dates.start, end: dates.end };
  const dated = (value: string): Read | undefined => (value === '' ? undefined : { value, spans: [span] });
  const place = names.map((one) => countryIn(lines, one)).find((country) => country !== undefined);
  const fields: Record<string, Read | undefined> = {
    [what]: readSpans(lines, first),
    [where]: readSpans(lines, second),
    country: place,
    from: dated(dates.from),
    to: dated(dates.to),
    [told]: readSpans(
      lines,
      rest.map((line) => wholeLine(lines, line)),
      '\n',
    ),
  };
  return Object.fromEntries(Object.entries(fields).flatMap(([name, read]) => (read ? [[name, read]] : [])));
}

function postOf(lines: Lines, block: Block): ReadEntry {
  const fields = fieldsOf(lines, { block, what: 'title', where: 'employer', told: 'tasks' });
  const { line, start, end, current } = block.dates;
  return {
    part: 'experience',
    fields: { ...fields, ...(current && { current: { value: 'yes', spans: [{ line, start, end }] } }) },
  };
}

function degreeOf(lines: Lines, block: Block): ReadEntry {
  const fields = fieldsOf(lines, { block, what: 'degree', where: 'institution', told: 'details' });
  const { line, start, end, current } = block.dates;
  const completed = { value: 'in-progress', spans: [{ line, start, end }] };
  return { part: 'education', fields: { ...fields, ...(current && { completed }) } };
}
