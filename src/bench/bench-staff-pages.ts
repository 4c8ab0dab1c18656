import { sql } from 'kysely';
import { createApp } from '../app.tsx';
import type { Role } from '../people/permissions.ts';
import type { Context } from '../people/context.ts';
import { insertAccount } from '../people/people-testing.ts';
import { openSession } from '../people/session-queries.ts';
import { answered, rank } from './bench-screening.ts';

const TURNS = 15;
const WARM_UP = 3;
/** A page of the list of vacancies is what a page may cost. */
const A_PAGE = 'vacancies';
const AIM_PAGES = 25;

type Measured = {
  title: string;
  few: number;
  many: number;
  roles: Role[];
  /** Below `/staff/`. */
  paths: readonly string[];
  /** Makes so many, for a reader. */
  fill: (context: Context, made: { count: number; reader: string }) => Promise<void>;
};

/**
 * Prints one table: each page with few and with many, as a ratio to each other, of which no more than that of the numbers is aimed at,
 * and to a page of the list of vacancies in the same run.
 */
export async function sayStaffPages(
  contexts: [Context, Context],
  measured: Measured,
  say: (line?: string) => void,
): Promise<void> {
  const { title, few, many } = measured;
  const earlier = await measure(contexts[0], measured, few);
  const times = await measure(contexts[1], measured, many);
  say();
  say(`| ${title} | p50 of ${few} | p50 of ${many} | ratio | aim | in pages of the list | aim |`);
  say('|---|---|---|---|---|---|---|');
  for (const [path, time] of times) {
    const before = earlier.get(path) ?? Number.NaN;
    const pages = time / (times.get(A_PAGE) ?? Number.NaN);
    const ratio = `${(time / before).toFixed(1)} | ${many / few}`;
    say(
      `| ${path} | ${before.toFixed(0)} ms | ${time.toFixed(0)} ms | ${ratio} | ${pages.toFixed(1)} | ${AIM_PAGES} |`,
    );
  }
}

async function measure(
  context: Context,
  { roles, paths, fill }: Measured,
  count: number,
): Promise<Map<string, number>> {
  const reader = await insertAccount(context.db, { roles });
  await fill(context, { count, reader: reader.id });
  await sql`analyze`.execute(context.db);
  const web = await createApp(context);
  const session = { accountId: reader.id, device: 'bench' };
  const cookie = `session=${await openSession(context.db, session, context.clock())}`;
  const times = new Map<string, number>();
  for (const path of [A_PAGE, ...paths]) {
    const taken: number[] = [];
    for (let turn = 0; turn < WARM_UP + TURNS; turn += 1) {
      const started = performance.now();
      await answered(web, `/en/staff/${path}`, cookie);
      taken.push(performance.now() - started);
    }
    times.set(path, rank(taken.slice(WARM_UP), 0.5));
  }
  await web.close();
  return times;
}
