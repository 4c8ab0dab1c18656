import type { Vocabulary } from '../vocabulary.ts';
import { countedNumbers, spelledNumbers } from './number-words.ts';

const FIGURES =
  /(?<![\p{L}\d/.-])\d{1,3}(?:[\s\u00A0\u202F,.]\d{3})+(?!\d)(?:[.,]\d{1,2})?(?!\p{L})|(?<![\p{L}\d])\d+(?:[.,]\d+)?(?![\p{L}\d])/gu;
/** “11:59 PM”, « 23 h 59 »: the clock has a rule of its own in the header. */
const CLOCK = /\d{1,2}(?::\d{2}(?::\d{2})?\s?(?:[AP]M)?|\sh(?:\s\d{2})?|\s?[ap]\.?m\.?)(?![\p{L}\d])/giu;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g;
/** “G20”, “1980s”, « 1er »: a number of something else, or in another form. */
const PART_OF_A_WORD = /\d+(?:[.,]\d+)*/g;
const SCALED =
  /(?<![\d.,])(?<number>\d{1,3}(?:[\s\u00A0\u202F,.]\d{3})+|\d+(?:[.,]\d+)?)\s?(?<scale>k|thousand|mille|m|mn|million|millions|bn|billion|milliards?)(?!\p{L})/giu;
const ROMAN = /(?<!\p{L})[IVX]{1,6}(?=e?(?!\p{L}))/gu;

type Words = Pick<Vocabulary, 'numbers' | 'data'>;

/**
 * The numbers that a translation must have, without their marks (“25,000” and « 25 000 » are 25000): those in figures, or
 * in words that count years, months, days or pages.
 */
export function statedNumbers(text: string, { numbers }: Words): string[] {
  const counted = countedNumbers(text, numbers);
  if (!/\d/.test(text)) return counted;
  const readable = readableOf(text);
  const figures = [...readable.replace(SCALED, ' ').matchAll(FIGURES)].map(([printed]) => valueOf(printed));
  return [...new Set([...figures, ...counted, ...scaled(readable).flatMap(({ value, sure }) => (sure ? value : []))])];
}

/** Every number that a text could be taken to say, in the same form. */
export function sayableNumbers(text: string, { numbers, data }: Words): ReadonlySet<string> {
  const readable = readableOf(text);
  return new Set([
    ...[...readable.matchAll(FIGURES), ...text.matchAll(PART_OF_A_WORD)].map(([printed]) => valueOf(printed)),
    ...scaled(readable).map(({ value }) => value),
    ...spelledNumbers(readable, numbers),
    ...romans(readable),
    ...hours(text),
    ...months(text, data),
  ]);
}

const readableOf = (text: string) => text.replace(ADDRESS, ' ').replace(CLOCK, ' ');

/** The last mark before one or two digits parts the decimals; every other parts thousands. */
function valueOf(printed: string): string {
  const [, whole = printed, decimals = ''] = /^(.*?)[.,](\d{1,2})$/.exec(printed) ?? [];
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  const shown = decimals.replace(/0+$/, '');
  return shown === '' ? digits : `${digits}.${shown}`;
}

/** “1.5 million” is 1500000; “5 m” may be five metres. */
const scaled = (text: string): { value: string; sure: boolean }[] =>
  [...text.matchAll(SCALED)].map(({ groups }) => {
    const { number = '', scale = '' } = groups ?? {};
    const times = /^(?:k|thousand|mille)$/i.test(scale) ? 1e3 : /^(?:bn|billion|milliards?)$/i.test(scale) ? 1e9 : 1e6;
    return { value: String(Math.round(Number(valueOf(number)) * times)), sure: scale.length > 1 };
  });

const DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

const romans = (text: string): string[] =>
  [...text.matchAll(ROMAN)].map(([printed]) => {
    const digits = printed.split('').map((letter) => DIGITS[letter] ?? 0);
    return String(digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0));
  });

/** “5 p.m.” is « 17 heures ». */
const hours = (text: string): string[] =>
  [...text.matchAll(/(\d{1,2})(?::\d{2})*\s?[ap]\.?m\b/gi)].map(([, hour]) => String(Number(hour) + 12));

/** “10/12/2025” is « 10 décembre 2025 »: a month beside a day or a year is its number. */
const months = (text: string, { months: names }: Vocabulary['data']): string[] =>
  [...text.matchAll(/(?<=\d(?:er|st|nd|rd|th)?\s)\p{L}{3,}|\p{L}{3,}(?=\.?\s\d)/gu)].flatMap(([word]) => {
    const name = word.toLowerCase();
    const at = [...names.en, ...names.fr].findIndex((month) => month.toLowerCase().startsWith(name));
    return at < 0 ? [] : [String((at % 12) + 1)];
  });
