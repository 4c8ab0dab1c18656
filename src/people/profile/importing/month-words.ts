const MONTHS: readonly string[][] = [
  ['january', 'jan', 'janvier', 'janv'],
  ['february', 'feb', 'fevrier', 'fevr', 'fev'],
  ['march', 'mar', 'mars'],
  ['april', 'apr', 'avril', 'avr'],
  ['may', 'mai'],
  ['june', 'jun', 'juin'],
  ['july', 'jul', 'juillet', 'juil'],
  ['august', 'aug', 'aout'],
  ['september', 'sept', 'sep', 'septembre'],
  ['october', 'oct', 'octobre'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'decembre'],
];

const NUMBER_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
/** The longest first, so that no name is taken for the beginning of another; letters may stand with their accents. */
const NAMES = [...NUMBER_OF.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) =>
    name.replace('fevr', 'f[eé]vr').replace(/^fev$/, 'f[eé]v').replace('aout', 'ao[uû]t').replace(/^dec/, 'd[eé]c'),
  )
  .join('|');

const YEAR = '(?:19[3-9]\\d|20\\d\\d)';
const DAY = '(?:\\d{1,2}(?:er|st|nd|rd|th)?\\s+)?';
const POINT = `(?:${DAY}(?:${NAMES})\\.?,?\\s+${YEAR}|(?:\\d{1,2}[./-])?\\d{1,2}[./-]${YEAR}|${YEAR}-\\d{2}(?:-\\d{2})?(?!\\d)|${YEAR})`;
const NOW =
  "(?:present|now|current(?:ly)?|today|ongoing|to date|date|aujourd['’]hui|[aà] ce jour|ce jour|pr[eé]sent|actuel(?:lement)?|maintenant|en cours)";
const TO = "(?:\\s*[–—−-]+\\s*|\\s+(?:to|until|till|au|[aà]|jusqu[’']?(?:en|au|[aà])?)\\s+)";

const RANGE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:from|de|du|d[’'])\\s*)?(?<from>${POINT})${TO}(?<to>${POINT}|${NOW})(?![\\p{L}\\p{N}])`,
  'iu',
);
const SINCE = new RegExp(`(?<![\\p{L}\\p{N}])(?:since|depuis(?:\\s+le)?)\\s+(?<from>${POINT})(?![\\p{L}\\p{N}])`, 'iu');
const ONE = new RegExp(`(?<![\\p{L}\\p{N}/.-])(?<to>${POINT})(?![\\p{L}\\p{N}/.-])`, 'iu');

export type DatesFound = { from: string; to: string; current: boolean; start: number; end: number };

/** The first range of dates in a line, in English or French: `March 2019 – present`, `depuis 09/2021`, `2012-2015`. */
export function rangeIn(line: string): DatesFound | undefined {
  const found = RANGE.exec(line) ?? SINCE.exec(line);
  if (!found?.groups) return undefined;
  const { from = '', to = '' } = found.groups;
  const end = monthOf(to);
  return { from: monthOf(from), to: end, current: end === '', start: found.index, end: found.index + found[0].length };
}

/** The first single date in a line: of a degree, the day it was given. */
export function dateIn(line: string): DatesFound | undefined {
  const found = ONE.exec(line);
  if (!found?.groups) return undefined;
  const to = monthOf(found.groups['to'] ?? '');
  return { from: '', to, current: false, start: found.index, end: found.index + found[0].length };
}

/** `YYYY-MM`, or `YYYY` where no month is named; nothing for a word such as “present”. */
function monthOf(text: string): string {
  const year = /(?:19|20)\d\d/.exec(text)?.[0];
  if (!year) return '';
  const month = monthNamed(text) ?? monthCounted(text);
  return month === undefined || month < 1 || month > 12 ? year : `${year}-${String(month).padStart(2, '0')}`;
}

function monthNamed(text: string): number | undefined {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return [...plain.matchAll(/[a-z]+/g)].map(([word]) => NUMBER_OF.get(word)).find((number) => number !== undefined);
}

function monthCounted(text: string): number | undefined {
  const written = /(\d{1,2})[./-](?:19|20)\d\d/.exec(text)?.[1] ?? /(?:19|20)\d\d-(\d{2})/.exec(text)?.[1];
  return written === undefined ? undefined : Number(written);
}
