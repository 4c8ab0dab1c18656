import { wordsOf } from '../import/words.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** The numbers of a text, without their marks: “25,000” and « 25 000 » are 25000. */
export type NumbersOfText = {
  /** Those in figures; the decimal mark is a point. */
  readonly figures: readonly string[];
  /** Those in words as well. */
  readonly all: ReadonlySet<string>;
};

const FIGURES =
  /(?<![\p{L}\d/.-])\d{1,3}(?:[\s\u00A0\u202F,.]\d{3})+(?!\d)(?:[.,]\d{1,2})?|(?<![\p{L}\d])\d+(?:[.,]\d+)?(?![\p{L}\d])/gu;
/** “11:59 PM”, « 23 h 59 »: the clock has a rule of its own in the header. */
const CLOCK = /\d{1,2}(?::\d{2}(?::\d{2})?\s?(?:[AP]M)?|\sh(?:\s\d{2})?)(?![\p{L}\d])/giu;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g;
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
};

export function numbersIn(text: string, { numbers }: Pick<Vocabulary, 'numbers'>): NumbersOfText {
  const readable = text.replace(ADDRESS, ' ').replace(CLOCK, ' ');
  const figures = [...readable.matchAll(FIGURES)].map(([printed]) => valueOf(printed));
  return { figures, all: new Set([...figures, ...inWords(readable, numbers)]) };
}

/** The last mark before one or two digits parts the decimals; every other parts thousands. */
function valueOf(printed: string): string {
  const [, whole = printed, decimals] = /^(.*?)[.,](\d{1,2})$/.exec(printed) ?? [];
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return decimals === undefined ? digits : `${digits}.${decimals}`;
}

function inWords(text: string, numbers: ReadonlyMap<string, number>): string[] {
  const keys = wordsOf(text)
    .all()
    .map(({ key }) => key);
  return keys.flatMap((key, index) => {
    const tens = TENS[key];
    const next = numbers.get(keys[index + 1] ?? '');
    if (tens !== undefined) return [String(tens), ...(next !== undefined && next < 10 ? [String(tens + next)] : [])];
    const value = numbers.get(key);
    return value === undefined ? [] : [String(value)];
  });
}
