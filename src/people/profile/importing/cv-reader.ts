import type { Language } from '../../../platform/language.ts';
import { assertNever } from '../../../platform/result.ts';
import { countryIn, languageCode } from './country-words.ts';
import { entriesOf } from './cv-entries.ts';
import { headingOf, sectionsOf, type CvSection } from './cv-sections.ts';
import { plain, type Proposal } from './proposal.ts';
import { leftOverOf, proposed, readSpans, textOf, wholeLine, type ReadEntry, type Span } from './source-lines.ts';

type Lines = readonly string[];
/** The levels of the organisation, with their names. */
export type Levels = readonly { code: string; name: Partial<Record<Language, string | null>> }[];

/**
 * Reads a CV as its headings, dates and lines stand, in English or French: by rules alone, always with the same answer.
 * What it finds is a proposal; what it cannot place is told word for word.
 */
export function readCv(text: string, levels: Levels): Proposal {
  const lines = linesOf(text.normalize('NFC'));
  const sections = sectionsOf(lines);
  const entries = sections.flatMap((section) => readSection(lines, section, levels));
  return { entries: proposed(lines, entries), leftOver: leftOverOf(lines, entries, sections) };
}

/** Where an empty line stands after nearly every line, it parts nothing from anything: the text of a document comes so. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  const filledLines = lines.filter((line) => line.trim() !== '');
  const apart = lines.filter((line, index) => line.trim() !== '' && (lines[index + 1] ?? '').trim() === '').length;
  return apart > filledLines.length * 0.8 ? filledLines : lines;
}

function readSection(lines: Lines, section: CvSection, levels: Levels): ReadEntry[] {
  switch (section.part) {
    case 'top':
      return [...personOf(lines, section), ...labelled(lines, section)];
    case 'experience':
    case 'education':
      return entriesOf(lines, section, section.part);
    case 'languages':
      return languagesOf(lines, section, levels);
    case 'nationalities':
      return spansOf(lines, section).flatMap((span) => nationality(lines, span));
    case 'memberships':
    case 'references':
      return lineByLine(lines, section);
    case 'other':
      return labelled(lines, section);
    default:
      return assertNever(section.part);
  }
}

/** The pieces of a section: its lines, parted at commas and semicolons. */
function spansOf(lines: Lines, { from, to }: CvSection): Span[] {
  return lines.slice(from, to).flatMap((text, index) =>
    [...text.matchAll(/[^,;•]+/g)].map(({ 0: piece, index: start }) => ({
      line: from + index,
      start,
      end: start + piece.length,
    })),
  );
}

const filled = (lines: Lines, { from, to }: CvSection): number[] =>
  lines.flatMap((text, line) => (line >= from && line < to && text.trim() !== '' ? [line] : []));

/** A line an entry. */
function lineByLine(lines: Lines, section: CvSection): ReadEntry[] {
  const [part, field] =
    section.part === 'memberships' ? (['memberships', 'organisation'] as const) : (['references', 'name'] as const);
  return filled(lines, section).flatMap((line) => {
    const read = readSpans(lines, [wholeLine(lines, line)]);
    return read ? [{ part, fields: { [field]: read } }] : [];
  });
}

const NAME =
  /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:de|du|van|von|der|den|di|da|la|le|el|al|ben)\s+)*\p{Lu}[\p{L}'’-]*){1,3}$/u;
const TELEPHONE = /(?<![\d/])\+?\(?\d[\d\s().\-/]{7,18}\d(?!\d)/;

/** The name on the first line, where it reads as one, and a telephone number. */
function personOf(lines: Lines, section: CvSection): ReadEntry[] {
  const numbers = filled(lines, section);
  const first = numbers.find(
    (line) => !/^(?:curriculum vitae|c\.?v\.?|resume|résumé)$/i.test((lines[line] ?? '').trim()),
  );
  const fields = { ...nameOf(lines, first), ...telephoneOf(lines, numbers) };
  return Object.keys(fields).length === 0 ? [] : [{ part: 'person', fields }];
}

function nameOf(lines: Lines, line: number | undefined): ReadEntry['fields'] {
  const text = line === undefined ? '' : (lines[line] ?? '');
  if (line === undefined || !NAME.test(text.trim()) || headingOf(text)) return {};
  const words = [...text.matchAll(/\S+/g)];
  const capital = words.findIndex(
    ({ 0: word }) => word.length > 1 && word === word.toUpperCase() && /\p{L}{2}/u.test(word),
  );
  const allCapital = words.every(({ 0: word }) => word === word.toUpperCase());
  const at = words[capital > 0 && !allCapital ? capital : words.length - 1]?.index ?? 0;
  const given = readSpans(lines, [{ line, start: 0, end: at }]);
  const family = readSpans(lines, [{ line, start: at, end: text.length }]);
  return { ...(given && { givenNames: given }), ...(family && { familyName: family }) };
}

function telephoneOf(lines: Lines, numbers: number[]): ReadEntry['fields'] {
  for (const line of numbers) {
    const found = TELEPHONE.exec(lines[line] ?? '');
    const isDate = found && /\b(?:19|20)\d\d\b/.test(found[0]) && !found[0].includes('+');
    if (!found || isDate) continue;
    const read = readSpans(lines, [{ line, start: found.index, end: found.index + found[0].length }]);
    if (read) return { telephone: read };
  }
  return {};
}

/** `Nationality: Belgium`, wherever it stands among the personal lines. */
function labelled(lines: Lines, section: CvSection): ReadEntry[] {
  return filled(lines, section).flatMap((line) => {
    const label = /^\s*(?:nationalit(?:y|ies|é|és|e|es)|citizenship)\s*[:–-]\s*/iu.exec(lines[line] ?? '');
    return label ? nationality(lines, { ...wholeLine(lines, line), start: label[0].length }) : [];
  });
}

function nationality(lines: Lines, span: Span): ReadEntry[] {
  const country = countryIn(lines, span);
  return country ? [{ part: 'nationalities', fields: { country } }] : [];
}

const MOTHER_TONGUE = /mother tongue|native|langue maternelle|maternelle|natif/i;

/** `French: mother tongue`, `Anglais (courant, C1)`: a language with what is said of it. */
function languagesOf(lines: Lines, section: CvSection, levels: Levels): ReadEntry[] {
  const spans = filled(lines, section).flatMap((line) => languageSpans(lines, line));
  return spans.map(({ name, code, rest }) => {
    const words = textOf(lines, rest);
    const level = levelIn(words, levels);
    const description = readSpans(lines, [rest]);
    return {
      part: 'languages',
      fields: {
        language: { value: code, spans: [name] },
        ...(level && { level: { value: level, spans: [rest] } }),
        ...(MOTHER_TONGUE.test(words) && { motherTongue: { value: 'yes', spans: [rest] } }),
        ...(description && { description }),
      },
    };
  });
}

type LanguageSpan = { name: Span; code: string; rest: Span };

/** Every language that a line names, each with the words up to the next. */
function languageSpans(lines: Lines, line: number): LanguageSpan[] {
  const text = lines[line] ?? '';
  const names = [...text.matchAll(/\p{L}[\p{L}'’-]{2,}/gu)].flatMap(({ 0: word, index }) => {
    const code = languageCode(word);
    return code ? [{ code, name: { line, start: index, end: index + word.length } }] : [];
  });
  return names.map(({ code, name }, index) => {
    const rest = { line, start: name.end, end: names[index + 1]?.name.start ?? text.length };
    return { code, name, rest };
  });
}

/** A level of the organisation's scale that the words name alone or by its code; of others a person decides. */
function levelIn(words: string, levels: Levels): string | undefined {
  const pieces = words.split(/[^\p{L}\p{N}]+/u);
  const byCode = levels.filter(({ code }) => code.length > 1 && pieces.includes(code));
  const byName = levels.filter(({ name }) =>
    Object.values(name).some((own) => own && ` ${plain(words)} `.includes(` ${plain(own)} `)),
  );
  const [only, ...others] = byCode.length > 0 ? byCode : byName;
  return others.length === 0 ? only?.code : undefined;
}
