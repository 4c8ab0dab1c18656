import { minorDigits } from '../../site/numbers.ts';
import type { Location, NoticeDeadline, NoticeSalary } from '../notice.ts';
import type { GradeForms, Vocabulary } from '../vocabulary.ts';
import { contains, phrasesAt, phrasesWithin, type Found, type PhraseBook } from './phrases.ts';
import { wordsOf, type Words } from './words.ts';

/** A value as read; `sure` is false where part of it was left over or guessed. */
export type Value<Read> = { readonly value: Read; readonly sure: boolean };

const sure = <Read>(value: Read): Value<Read> => ({ value, sure: true });

/** “Belgium-Brussels”, “LU-Capellen”, “Brussels, Belgium”, “Bruxelles (Belgique)”. */
export function readLocation(text: string, { countries, cities, data }: Vocabulary): Value<Location> | undefined {
  const words = wordsOf(text);
  const atEitherEnd = phrasesWithin(countries, words).filter(
    ({ at, phrase }) => at === 0 || at + phrase.keys.length === words.all().length,
  );
  // A name before a code: « La Haye, Pays-Bas » is not in Laos (LA).
  const [country] = atEitherEnd.toSorted((a, b) => b.phrase.keys.join('').length - a.phrase.keys.join('').length);
  const rest = country ? without(text, words, country) : text.trim();
  const city = phrasesAt(cities, wordsOf(rest))[0]?.code;
  const known = city === undefined ? undefined : data.cities[city]?.country;
  if (rest === '' && !country) return undefined;
  const code = country?.phrase.code ?? known ?? null;
  return { value: { country: code, city: city ?? rest }, sure: code !== null && rest !== '' };
}

/** A text without some of its words, and the separator that parted them from the rest. */
function without(text: string, words: Words, { at, phrase }: Found<string>): string {
  const start = words.at(at)?.start ?? 0;
  const end = words.at(at + phrase.keys.length - 1)?.end ?? text.length;
  return `${text.slice(0, start)}${text.slice(end)}`.replace(/^[\s,()/–—-]+|[\s,()/–—-]+$/g, '');
}

/** The code of the longest known form within a value. */
export function readCode(text: string, book: PhraseBook): Value<string> | undefined {
  const words = wordsOf(text);
  const longest = phrasesWithin(book, words).toSorted((a, b) => b.phrase.keys.length - a.phrase.keys.length)[0];
  return longest && sure(longest.phrase.code);
}

/** Digits with one mark or space between them at most: in “4,250.10, 12 x” the amount ends before the second comma. */
const AMOUNT = /\d(?:[\s\u00A0\u202F.,'’]?\d){0,30}/;

/** “8,754.21Euro (EUR) Monthly”, « 8 754,21Euro (EUR) Mensuelle »; without an amount where there is none. */
export function readSalary(text: string, { currencies, periods }: Vocabulary): Value<NoticeSalary> | undefined {
  const words = wordsOf(text.replace(AMOUNT, ' '));
  const currency = phrasesWithin(currencies, words)[0]?.phrase.code ?? (text.includes('€') ? 'EUR' : undefined);
  const period = phrasesWithin(periods, words)[0]?.phrase.code ?? null;
  const amountMinor = amountIn(text, minorDigits(currency ?? 'EUR'));
  if (currency === undefined && amountMinor === null) return undefined;
  const value = { amountMinor, currency: currency ?? 'EUR', period };
  return { value, sure: currency !== undefined && period !== null && amountMinor !== null };
}

/**
 * An amount in minor units of a currency with so many decimals, whichever marks part its thousands and its decimals: the
 * last mark is decimal where no more digits follow it than the currency has, and not the three of thousands.
 */
function amountIn(text: string, digits: number): number | null {
  const printed = AMOUNT.exec(text)?.[0]
    .trim()
    .replace(/[.,'’]+$/, '');
  if (printed === undefined) return null;
  const [, before = printed, after = ''] = /^(.*)[.,](\d{1,3})$/.exec(printed) ?? [];
  const hasDecimals = after !== '' && (after.length < 3 || (digits === 3 && /[.,\s\u00A0\u202F'’]/.test(before)));
  const whole = (hasDecimals ? before : printed).replace(/\D/g, '');
  const minor = (hasDecimals ? after : '').padEnd(digits, '0');
  const amount = Number(whole + minor.slice(0, digits));
  return whole !== '' && Number.isSafeInteger(amount) ? amount : null;
}

export const GRADE = /(?<![\p{L}\d])([A-Z]{1,3})\s?-?(\d{1,2})(?!\d)/gu;

/** “NATO Grade G10-G12” are two grades, “A.2/ NATO Grade G15” is one under its older and its newer name. */
export function readGrades(text: string, { grades, gradeWords }: Vocabulary): Value<string[]> | undefined {
  const read = gradesIn(text, grades);
  if (read.length > 0) return { value: read.slice(0, 2), sure: read.length <= 2 };
  return olderGrade(text, grades.older) ?? gradeWord(text, gradeWords) ?? bareGrade(text, grades.letters);
}

/** Every grade that a text names, the lowest first: “G15/17” are two. */
export function gradesIn(text: string, grades: GradeForms): string[] {
  const found = [...text.matchAll(GRADE)].flatMap((match) => {
    const [all, letters = '', number] = match;
    return grades.letters.includes(letters) ? [{ letters, number: Number(number), end: match.index + all.length }] : [];
  });
  const last = found.at(-1);
  const second = last && /^\s?(?:[-–—/]|to|à)\s?(\d{1,2})(?!\d)/.exec(text.slice(last.end));
  if (last && second) found.push({ ...last, number: Number(second[1]) });
  const rank = (letters: string) => grades.letters.indexOf(letters);
  const inOrder = found.toSorted((a, b) => rank(a.letters) - rank(b.letters) || a.number - b.number);
  return [...new Set(inOrder.map(({ letters, number }) => letters + number))];
}

function olderGrade(text: string, older: Readonly<Record<string, string>>): Value<string[]> | undefined {
  const [, letter, number] = /(?<![\p{L}\d])([A-Z])[.\s-]{0,2}(\d)(?!\d)/u.exec(text) ?? [];
  if (letter === undefined || number === undefined) return undefined;
  const name = `${letter}.${number}`;
  const newer = older[name];
  return { value: [newer ?? name], sure: newer !== undefined };
}

const gradeWord = (text: string, words: PhraseBook) => {
  const [found] = phrasesWithin(words, wordsOf(text));
  return found && sure([found.phrase.code]);
};

/** A number alone is a grade where all grades have the same letter. */
function bareGrade(text: string, [letter, ...others]: readonly string[]): Value<string[]> | undefined {
  const number = /^\D{0,12}(\d{1,2})$/.exec(text)?.[1];
  if (number !== undefined && others.length === 0 && /^\d+$/.test(text)) return sure([`${letter}${Number(number)}`]);
  return /^[\p{L}\d][\p{L}\d .-]{0,19}$/u.test(text) ? { value: [text], sure: false } : undefined;
}

/** A clearance: the value itself, not a word of a longer sentence. */
export const readClearance = (text: string, { clearances }: Vocabulary) => readCode(text, clearances);

/** Whether a deadline is one without an end: “Ongoing”. */
export const isOpenDeadline = (text: string, { openDeadlines }: Vocabulary) => contains(openDeadlines, wordsOf(text));

export type Deadline = Value<NoticeDeadline>;
