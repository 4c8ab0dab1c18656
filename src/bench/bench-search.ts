import type { Context } from '../people/context.ts';
import { answerSearch } from '../vacancies/search/search-answer-queries.ts';
import { readAsked } from '../vacancies/search/search-asked.ts';
import type { Search } from '../vacancies/search/search.ts';
import { termsOf } from '../vacancies/search/search-terms.ts';
import { drawing, fill, rareWord, reference } from './bench-search-data.ts';

type SearchFigure = { p50Ms: number; p99Ms: number; found: number };

const TURNS = 3_000;
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

type Place = { context: Context; count: number };

/**
 * Prints one table: the same searches among few and among many vacancies, each with its page of references and the figures
 * of all facets. They take turns, so that what else the machine does meets both alike.
 */
export async function saySearch(contexts: [Context, Context], say: (line?: string) => void): Promise<void> {
  const figure = (value: number) => Math.round(value).toLocaleString('en-GB');
  const places = [FEW, MANY].map((count, index) => ({ context: contexts[index] ?? contexts[0], count }));
  for (const { context, count } of places) {
    const started = performance.now();
    await fill(context, count);
    say(`${figure(count)} vacancies written in ${figure((performance.now() - started) / 1000)} s`);
  }
  say();
  say(
    `| one at a time | found | p50 of ${figure(FEW)} | p99 | p50 of ${figure(MANY)} | p99 | p50 to p50 | p99 to p99 |`,
  );
  say('|---|---|---|---|---|---|---|---|');
  for (const kind of KINDS) {
    const [few, many] = await measure(places, kind);
    if (!few || !many) continue;
    const ms = [few.p50Ms, few.p99Ms, many.p50Ms, many.p99Ms].map((value) => `${value.toFixed(1)} ms`).join(' | ');
    const ratios = [many.p50Ms / few.p50Ms, many.p99Ms / few.p99Ms].map((value) => value.toFixed(2)).join(' | ');
    say(`| ${kind.name} | ${figure(few.found)}, ${figure(many.found)} | ${ms} | ${ratios} |`);
  }
}

async function measure(places: readonly Place[], { turns, query }: Kind): Promise<SearchFigure[]> {
  const took = places.map((): number[] => []);
  const found = places.map(() => 0);
  const draw = drawing(turns);
  for (let turn = -Math.ceil(turns / 5); turn < turns; turn += 1) {
    for (const [index, { context, count }] of places.entries()) {
      const search = searchOf(context, query(draw(count), count));
      const started = performance.now();
      const { figures } = await answerSearch(context.db, search);
      if (turn < 0) continue;
      took[index]?.push(performance.now() - started);
      found[index] = (found[index] ?? 0) + figures.total;
    }
  }
  return took.map((times, index) => {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    return { p50Ms: at(0.5), p99Ms: at(0.99), found: (found[index] ?? 0) / turns };
  });
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
