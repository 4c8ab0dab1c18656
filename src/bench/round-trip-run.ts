import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import type { NoticeRecord } from '../notices/notice.ts';
import { anyReadNotice } from '../notices/render/any-notice-testing.ts';
import { thereAndBack, type ReadFormat, type RoundTrip } from '../notices/render/round-trip-testing.ts';

/** A notice that came back as another: its number in the run, and where the two differ, made as small as could be. */
export type Counterexample = { readonly number: number; readonly differences: readonly string[] };
export type RoundTripReport = {
  readonly format: ReadFormat;
  readonly notices: number;
  readonly counterexamples: readonly Counterexample[];
  readonly seconds: number;
};

type Run = RoundTrip & { readonly seed: number; readonly notices: number };

/** So many generated notices made into files of a format and read again; the same seed generates the same notices. */
export async function roundTrips(format: ReadFormat, { seed, notices, ...trip }: Run): Promise<RoundTripReport> {
  const started = performance.now();
  const failed: number[] = [];
  let number = 0;
  const look = fc.asyncProperty(anyReadNotice, async (record) => {
    if ((await differences(record, format, trip)).length > 0) failed.push(number);
    number += 1;
  });
  await fc.assert(look, { seed, numRuns: notices });
  const counterexamples: Counterexample[] = [];
  for (const each of failed.slice(0, MOST_SHOWN))
    counterexamples.push({ number: each, differences: await smallest(each, format, { seed, ...trip }) });
  counterexamples.push(...failed.slice(MOST_SHOWN).map((each) => ({ number: each, differences: [] })));
  return { format, notices, counterexamples, seconds: Math.round((performance.now() - started) / 1000) };
}

/** To make one smaller takes as long as the run did. */
const MOST_SHOWN = 5;
const LONGEST_SHRINKING_MS = 30_000;

async function smallest(number: number, format: ReadFormat, { seed, ...trip }: RoundTrip & { seed: number }) {
  const property = fc.asyncProperty(
    anyReadNotice,
    async (record) => (await differences(record, format, trip)).length === 0,
  );
  const shrunk = await fc.check(property, {
    seed,
    path: String(number),
    interruptAfterTimeLimit: LONGEST_SHRINKING_MS,
  });
  const [record] = shrunk.counterexample ?? [];
  return record ? differences(record, format, trip) : [];
}

/** What differs in a notice that was made into a file and read again: the place, what stood there and what came back. */
async function differences(record: NoticeRecord, format: ReadFormat, trip: RoundTrip): Promise<string[]> {
  try {
    return differing(record, await thereAndBack(record, format, trip), '');
  } catch (error) {
    return [String(error)];
  }
}

function differing(before: unknown, after: unknown, path: string): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (typeof before === 'string' && typeof after === 'string') return [`${path}: ${aroundChange(before, after)}`];
  if (!isObject(before) || !isObject(after)) return [`${path}: ${shown(before)} came back as ${shown(after)}`];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differing(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const shown = (value: unknown) => JSON.stringify(value) ?? 'nothing';

/** So many characters before and after the first that differs. */
const AROUND = 40;

function aroundChange(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const from = Math.max(0, at - AROUND);
  const part = (text: string) => JSON.stringify(text.slice(from, from + 2 * AROUND));
  return `${part(before)} came back as ${part(after)} (from character ${from} of ${before.length})`;
}
