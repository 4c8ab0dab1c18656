import type { Context } from '../people/context.ts';
import { answerSearch } from '../vacancies/search/search-answer-queries.ts';
import { readAsked } from '../vacancies/search/search-asked.ts';
import type { Search } from '../vacancies/search/search-queries.ts';
import { termsOf } from '../vacancies/search/search-terms.ts';
import { drawing, fill, rareWord, reference } from './bench-search-data.ts';

type SearchFigure = { name: string; p50Ms: number; p99Ms: number; found: number };

const TURNS = 500;
const BROAD_TURNS = 30;

type Kind = { name: string; turns: number; query: (turn: number, count: number) => Record<string, string> };

/** What is asked: selective searches find about as many whatever there is; the last two look at everything. */
const KINDS: readonly Kind[] = [
  { name: 'one rare word', turns: TURNS, query: (turn, count) => ({ q: rareWord(turn * 37, count) }) },
  {
    name: 'a rare word, a place and a grade',
    turns: TURNS,
    query: (turn, count) => ({ q: rareWord(turn * 37, count), place: 'Ghent', family: 'A' }),
  },
  { name: 'a reference', turns: TURNS, query: (turn, count) => ({ q: reference((turn * 37) % count) }) },
  { name: 'a mistyped rare word', turns: 100, query: (turn, count) => ({ q: `${rareWord(turn * 37, count)}x` }) },
  { name: 'a place and a grade, no word', turns: BROAD_TURNS, query: () => ({ place: 'Ghent', grade: 'G15' }) },
  { name: 'nothing: the whole list', turns: BROAD_TURNS, query: () => ({}) },
];

const FEW = 1_000;
const MANY = 100_000;

/** Prints one table: the same searches among few and among many vacancies, and what the many cost. */
export async function saySearch(context: Context, say: (line?: string) => void): Promise<void> {
  const figure = (value: number) => Math.round(value).toLocaleString('en-GB');
  const few = await measureSearch(context, FEW);
  const many = await measureSearch(context, MANY);
  say();
  say(`| one at a time | found | p50 of ${figure(FEW)} | p99 | p50 of ${figure(MANY)} | p99 | p99 to p99 |`);
  say('|---|---|---|---|---|---|---|');
  for (const [index, one] of few.entries()) {
    const other = many[index] ?? one;
    const ms = [one.p50Ms, one.p99Ms, other.p50Ms, other.p99Ms].map((value) => `${value.toFixed(1)} ms`).join(' | ');
    const found = `${figure(one.found)}, ${figure(other.found)}`;
    say(`| ${one.name} | ${found} | ${ms} | ${(other.p99Ms / one.p99Ms).toFixed(2)} |`);
  }
}

/** Search, with its page of references and the figures of all facets, one at a time, among so many open vacancies. */
async function measureSearch(context: Context, count: number): Promise<SearchFigure[]> {
  await fill(context, count);
  const figures: SearchFigure[] = [];
  for (const kind of KINDS) figures.push(await measure(context, kind, count));
  return figures;
}

async function measure(context: Context, { name, turns, query }: Kind, count: number): Promise<SearchFigure> {
  const took: number[] = [];
  let found = 0;
  const draw = drawing(turns);
  for (let turn = -Math.ceil(turns / 5); turn < turns; turn += 1) {
    const search = searchOf(context, query(draw(count), count));
    const started = performance.now();
    const { figures } = await answerSearch(context.db, search);
    if (turn < 0) continue;
    took.push(performance.now() - started);
    found += figures.total;
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { name, p50Ms: at(0.5), p99Ms: at(0.99), found: found / turns };
}

function searchOf({ organisation, clock }: Context, query: Record<string, string>): Search {
  const asked = readAsked(query);
  const { families, order } = organisation.grades;
  return {
    asked,
    terms: termsOf(asked.text, []),
    seeker: { internal: false, memberships: undefined },
    now: clock(),
    familyGrades: families.filter(({ code }) => asked.chosen.family.includes(code)).flatMap(({ grades }) => grades),
    gradeOrder: order,
    language: 'en',
  };
}
