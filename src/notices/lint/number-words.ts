import { wordsOf } from '../import/words.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** Numbers in words beyond those of the vocabulary, which counts to twelve; both languages. */
const MORE = byKey({
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  nonante: 90,
  cent: 100,
  mille: 1000,
});

/** Words that say a number without being one: « biennal » is every two years, “a dozen” is twelve. By their first letters. */
const IMPLIED: readonly (readonly [start: string, number: number])[] = [
  ['first', 1],
  ['premier', 1],
  ['single', 1],
  ['second', 2],
  ['deuxieme', 2],
  ['both', 2],
  ['twice', 2],
  ['double', 2],
  ['bienn', 2],
  ['biann', 2],
  ['fortnight', 2],
  ['third', 3],
  ['tiers', 3],
  ['troisieme', 3],
  ['trienn', 3],
  ['triple', 3],
  ['trimest', 3],
  ['quarter', 3],
  ['fourth', 4],
  ['quatrieme', 4],
  ['quadrienn', 4],
  ['fifth', 5],
  ['cinquieme', 5],
  ['quinquenn', 5],
  ['sixth', 6],
  ['sixieme', 6],
  ['semest', 6],
  ['seventh', 7],
  ['septieme', 7],
  ['week', 7],
  ['semaine', 7],
  ['huitieme', 8],
  ['decade', 10],
  ['decenni', 10],
  ['dizaine', 10],
  ['dozen', 12],
  ['douzaine', 12],
  ['quinzaine', 15],
  ['vingtaine', 20],
  ['trentaine', 30],
  ['quarantaine', 40],
  ['cinquantaine', 50],
  ['soixantaine', 60],
  ['centaine', 100],
  ['centen', 100],
  ['centur', 100],
  ['siecle', 100],
  ['millier', 1000],
];

/** What is counted in years, months and days: “six years”, « six ans ». */
const TIMES = keysOf('year month week day hour page an ans année mois semaine jour heure');
const YEARS = keysOf('year an ans année');
const MONTHS = keysOf('month mois');
const BETWEEN = new Set(['and', 'et']);

function keysOf(words: string): ReadonlySet<string> {
  return new Set(
    wordsOf(words)
      .all()
      .map(({ key }) => key),
  );
}

function keyOf(word: string): string {
  return wordsOf(word).at(0)?.key ?? word;
}

function byKey(numbers: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(numbers).map(([word, number]) => [keyOf(word), number]));
}

type Numbers = Vocabulary['numbers'];
type Spelled = { readonly keys: readonly string[]; readonly values: readonly (number | undefined)[] };

function spelledIn(text: string, numbers: Numbers): Spelled {
  const keys = wordsOf(text)
    .all()
    .map(({ key }) => key)
    .filter((key) => !BETWEEN.has(key));
  return { keys, values: keys.map((key) => valueOf(key, numbers)) };
}

const valueOf = (key: string, numbers: Numbers): number | undefined =>
  isFigure(key) ? Number(key) : (numbers.get(key) ?? MORE.get(key));
const isFigure = (key: string) => /^\d+$/.test(key);

/** Numbers in words that count years, months, days or pages: a translation has them too. */
export function countedNumbers(text: string, numbers: Numbers): string[] {
  const words = wordsOf(text).all();
  return words.flatMap(({ key }, at) => {
    const value = numbers.get(key);
    if (value === undefined || value < 2 || !TIMES.has(words[at + 1]?.key ?? '')) return [];
    const before = words[at - 1]?.key ?? '';
    const joined = BETWEEN.has(before) ? (words[at - 2]?.key ?? '') : before;
    return valueOf(joined, numbers) === undefined ? [String(value)] : [];
  });
}

/** Every number that the words of a text could mean. */
export function spelledNumbers(text: string, numbers: Numbers): string[] {
  const { keys, values } = spelledIn(text, numbers);
  return keys
    .flatMap((key, at) => [...sumsAt(values, at), ...inOtherUnits({ keys, values }, at), ...impliedBy(key)])
    .map(String);
}

const impliedBy = (key: string) =>
  (STARTS.get(key.charAt(0)) ?? []).flatMap(([start, number]) => (key.startsWith(start) ? [number] : []));
const STARTS = Map.groupBy(
  IMPLIED.map(([start, number]) => [keyOf(start), number] as const),
  ([start]) => start.charAt(0),
);

/** What the number that starts here could be, alone and with those after it: « quatre-vingt-dix-sept ». */
function sumsAt(values: readonly (number | undefined)[], at: number): number[] {
  const first = values[at];
  if (first === undefined) return [];
  const next = values[at + 1];
  const isProduct = next === 100 || next === 1000 || (first === 4 && next === 20);
  let total = isProduct ? first * next : first;
  const found = [first, total];
  for (let place = at + (isProduct ? 2 : 1); place < at + 5; place += 1) {
    const value = values[place];
    if (value === undefined || value >= 100 || total < 10 || total % 10 !== 0) break;
    total += value;
    found.push(total);
  }
  return found;
}

/** “24 months” and « deux ans » are the same. */
function inOtherUnits({ keys, values }: Spelled, at: number): number[] {
  const [value, unit] = [values[at], keys[at + 1] ?? ''];
  if (value === undefined) return [];
  const total = Math.max(...sumsAt(values, at - 1), value);
  if (YEARS.has(unit)) return [total * 12];
  return MONTHS.has(unit) && total % 12 === 0 ? [total / 12] : [];
}
