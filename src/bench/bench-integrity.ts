import { sql } from 'kysely';
import { passagesShown } from '../integrity/fingerprints.ts';
import { textsSharingWith } from '../integrity/integrity-text-queries.ts';
import { findingsIn } from '../integrity/signals.ts';
import type { Context } from '../people/context.ts';
import { insertPeople, keepLetter, lettersFrom, type Letters } from './bench-integrity-data.ts';

const LETTERS = 10_000;
const OF_EACH_KIND = 50;

type Kind = { name: string; copy: (letters: Letters, original: string, seed: number) => string };

const part = (text: string, share: number) => text.slice(0, Math.floor(text.length * share));
const edits = (percent: number): Kind => ({
  name: `${percent} % of its words changed`,
  copy: ({ edited }, original, seed) => edited(original, percent, seed),
});
const half = (share: number, name: string): Kind => ({
  name,
  copy: ({ letter }, original, seed) => `${part(original, share)} ${part(letter(seed), 1 - share)}`,
});
const KINDS: readonly Kind[] = [
  edits(10),
  edits(20),
  edits(30),
  edits(45),
  half(0.5, 'half copied'),
  half(0.25, 'a quarter copied'),
  { name: 'nothing copied', copy: ({ letter }, _, seed) => letter(seed) },
];

/** Prints how long one new letter takes among 10,000, and what is found of planted copies; the letters are made up. */
export async function sayIntegrity(context: Context, texts: string[], say: (line?: string) => void): Promise<void> {
  const notice = texts[0] ?? '';
  const letters = lettersFrom(texts);
  const ids = await insertPeople(context, LETTERS + 1);
  const [newcomer = '', ...others] = ids;
  const began = performance.now();
  for (const [index, id] of others.entries())
    await keepLetter(context, id, { text: letters.letter(index + 1), notice });
  const seconds = (performance.now() - began) / 1000;
  const { rows } = await sql<{ count: number; size: string }>`select count(*)::int as count,
    pg_size_pretty(pg_total_relation_size('integrity_fingerprints')) as size from integrity_fingerprints`.execute(
    context.db,
  );
  await sql`analyze`.execute(context.db);
  say(
    `${LETTERS} letters kept in ${seconds.toFixed(0)} s; ${rows[0]?.count} fingerprints, ${rows[0]?.size} with indexes`,
  );
  say();
  say('| a new letter, of another | found | other letters shown | p50 | p95 |');
  say('|---|---|---|---|---|');
  for (const kind of KINDS) say(await lineFor({ context, letters, notice, newcomer }, kind));
  say();
  say(`the signals of one letter's words: ${signalsMs(letters).toFixed(2)} ms`);
}

type Place = { context: Context; letters: Letters; notice: string; newcomer: string };

async function lineFor({ context, letters, notice, newcomer }: Place, kind: Kind): Promise<string> {
  const times: number[] = [];
  let [found, others] = [0, 0];
  const rule = context.organisation.integrity.passages;
  for (let turn = 0; turn < OF_EACH_KIND; turn += 1) {
    const seed = 1 + ((turn * 197) % LETTERS);
    const original = letters.letter(seed);
    const copy = kind.copy(letters, original, 2_000_000 + turn);
    await keepLetter(context, newcomer, { text: copy, notice });
    const asked = performance.now();
    const sharing = (await textsSharingWith(context.db, newcomer, rule)).filter(
      ({ text, shared }) => passagesShown({ mine: copy, theirs: text, shared }, rule).length > 0,
    );
    times.push(performance.now() - asked);
    if (sharing.some(({ text }) => text === original)) found += 1;
    others += sharing.filter(({ text }) => text !== original).length;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(share * times.length)] ?? 0).toFixed(1)} ms`;
  return `| ${kind.name} | ${found} of ${OF_EACH_KIND} | ${others} | ${at(0.5)} | ${at(0.95)} |`;
}

function signalsMs({ letter }: Letters): number {
  const read = { part: 'x', text: letter(1), hidden: [], links: [], madeWith: [] };
  const began = performance.now();
  for (let turn = 0; turn < 100; turn += 1) findingsIn(read, new Set());
  return (performance.now() - began) / 100;
}
