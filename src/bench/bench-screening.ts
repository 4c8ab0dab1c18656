import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { createApp } from '../app.tsx';
import { insertDraft, submitApplication } from '../applications/application-testing.ts';
import { requirementsOf } from '../applications/answers.ts';
import type { Context } from '../people/context.ts';
import { insertAccount } from '../people/people-testing.ts';
import { openSession } from '../people/session-queries.ts';
import { insertMember } from '../screening/screening-testing.ts';
import { recordAssignments, recordBeginning, takeIn, toAssign } from '../screening/arranging/arranging-queries.ts';
import { assign } from '../screening/arranging/assignment.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';

/** A page of results takes at most so long on the server. */
const AIM_MS = 200;
const SIZES = [1_000, 10_000] as const;
const TURNS = 40;
const WARM_UP = 5;
const A_DAY_MS = 24 * 3_600_000;

type Filled = { vacancy: Vacancy; number: string; differing: string };
type Actors = { manager: string; screeners: [string, string] };

/**
 * Prints one table: the pages of a screening by two people with 1,000 and with 10,000 applications, half of them found, a
 * quarter signed by both, on half of those differing, and an eighth settled. The sizes take turns, so that what else the machine does meets both alike.
 */
export async function sayScreening(context: Context, say: (line?: string) => void): Promise<void> {
  const manager = await insertAccount(context.db, { roles: ['recruitment-manager'] });
  const screeners = [await insertAccount(context.db), await insertAccount(context.db)] as const;
  const actors: Actors = { manager: manager.id, screeners: [screeners[0].id, screeners[1].id] };
  const [few, many] = [await fill(context, SIZES[0], actors), await fill(context, SIZES[1], actors)];
  await sql`analyze`.execute(context.db);
  const web = await createApp(context);
  const session = async (accountId: string) =>
    `session=${await openSession(context.db, { accountId, device: 'bench' }, context.clock())}`;
  const [managing, screening] = [await session(actors.manager), await session(actors.screeners[0])];
  const [one = ''] = requirementsOf(few.vacancy.notice).map(({ key }) => key);
  const pages: Looked[] = [
    ['list of who arranges, 50 on a page', managing, () => ''],
    ['the same, 1,000 on a page', managing, () => '?per=1000'],
    ['list of a screener, 1,000 on a page', screening, () => '?per=1000'],
    [
      'the same, by state, finding and rule',
      screening,
      () => `?per=1000&state=begun&rule=languages&requirement=${one}&finding=not-met`,
    ],
    ['a sheet', screening, ({ number }) => `/${number}`],
    ['results to settle, some differing', managing, () => '/settlement'],
    ['one on which two differ', managing, ({ differing }) => `/${differing}/settlement`],
  ];
  say();
  say('| one at a time, on the server | p50 of 1,000 | p99 | p50 of 10,000 | p99 | p50 to p50 | aim, p99 |');
  say('|---|---|---|---|---|---|---|');
  for (const looked of pages) {
    const took = await measure(web, [few, many], looked);
    const [small, large] = took.map((times) => ({ p50: rank(times, 0.5), p99: rank(times, 0.99) }));
    if (!small || !large) continue;
    const ms = [small.p50, small.p99, large.p50, large.p99].map((value) => `${value.toFixed(1)} ms`).join(' | ');
    say(`| ${looked[0]} | ${ms} | ${(large.p50 / small.p50).toFixed(2)} | ${AIM_MS} ms |`);
  }
  await web.close();
}

type Looked = [name: string, cookie: string, path: (filled: Filled) => string];

/** How long each took, the sizes in turn. */
async function measure(web: FastifyInstance, sizes: readonly Filled[], [, cookie, path]: Looked): Promise<number[][]> {
  const took = sizes.map((): number[] => []);
  for (let turn = -WARM_UP; turn < TURNS; turn += 1)
    for (const [index, filled] of sizes.entries()) {
      const url = `/en/staff/vacancies/${filled.vacancy.reference}/screening${path(filled)}`;
      const started = performance.now();
      await answered(web, url, cookie);
      took[index]?.push(performance.now() - started);
    }
  return took.map((times) => times.slice(WARM_UP));
}

/** A page as it is asked for; anything but 200 is a fault. */
export async function answered(web: FastifyInstance, url: string, cookie: string): Promise<void> {
  const { statusCode } = await web.inject({ url, headers: { cookie, accept: 'text/html' } });
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
}

/** What a share of the times did not exceed. */
export const rank = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

/** A vacancy that has closed, with so many applications that are copies of one, screened as far as a screening gets. */
async function fill(context: Context, count: number, { manager, screeners }: Actors): Promise<Filled> {
  const { db, organisation, clock } = context;
  const reference = String(260_000 + count / 1_000);
  const closed = new Date(clock().getTime() - A_DAY_MS);
  const before = new Date(closed.getTime() - A_DAY_MS);
  const vacancy = await insertVacancy(db, { reference, status: 'closed', deadlineAt: closed, closedAt: closed });
  const { id: accountId } = await insertAccount(db);
  const number = await insertDraft(db, { accountId, reference });
  await submitApplication(db, { accountId, number, rules: organisation }, before);
  await copy(context, { number, count: count - 1 });
  for (const accountIdOf of screeners) await insertMember(db, { reference, accountId: accountIdOf });
  const actor = { accountId: manager } as Parameters<typeof recordBeginning>[1]['actor'];
  const at = clock();
  await db.transaction().execute(async (transaction) => {
    const manner = { screeners: 2, anonymousUntil: 'panel-interview' } as const;
    await recordBeginning(transaction, { vacancy, manner, actor, at });
    await takeIn(transaction, vacancy, organisation);
    const found = await toAssign(transaction, reference);
    const assignments = assign({ ...found, screeners, each: 2 });
    await recordAssignments(transaction, reference, { assignments, actor, at });
  });
  const differing = await screen(context, vacancy, manager);
  return { vacancy, number, differing };
}

type Copied = { number: string; count: number };

/** So many applications more that are copies of one, each of a person and with a receipt of its own. */
export const copy = ({ db }: Context, { number, count }: Copied) =>
  sql`
    with source as (select a.*, r.received_at, r.zone, r.language as read_in, r.content
                    from applications a join receipts r on r.application_id = a.id where a.number = ${number}),
    people as (insert into accounts (email, name, language, password_hash, verified_at, created_at)
               select gen_random_uuid() || '@people.example', 'Ada Marin', 'en', 'x', now(), now()
               from generate_series(1, ${count}::int) returning id),
    copies as (insert into applications (number, vacancy_reference, applicant_id, status, answers, created_at, updated_at, submitted_at)
               select 'A-' || source.vacancy_reference || '-' || (20000 + row_number() over ()), source.vacancy_reference,
                      people.id, 'submitted', source.answers, source.created_at, source.updated_at, source.submitted_at
               from source, people returning id, number)
    insert into receipts (application_id, received_at, zone, language, content, sha256)
    select copies.id, received_at, zone, read_in, replace(content, source.number, copies.number),
           sha256(convert_to(replace(content, source.number, copies.number), 'UTF8'))
    from copies, source`.execute(db);

/** A share of the applications of a vacancy, the first by their order. */
const firstOf = (
  reference: string,
  part: number,
) => sql`application_id in (select application_id from screened_applications
  where vacancy_reference = ${reference} order by application_id limit (
    select count(*) / ${part}::int from screened_applications where vacancy_reference = ${reference}))`;

const REASON = 'What is shown of it is a year, where the notice asks for three.';

/** Half of the sheets filled in, half of those signed, and half of those settled; answers the number of one on which two differ. */
async function screen({ db }: Context, { reference, notice }: Vacancy, manager: string): Promise<string> {
  const essential = requirementsOf(notice)
    .filter(({ kind }) => kind === 'essential')
    .map(({ key }) => [key, { finding: 'not-met', reason: REASON }] as const);
  const findings = JSON.stringify({ rules: {}, essential: Object.fromEntries(essential), desirable: {} });
  const agreed = essential.map(([key]) => [key, { finding: 'not-met', agreed: true, reasons: [REASON] }]);
  const settled = JSON.stringify({ rules: {}, essential: Object.fromEntries(agreed), desirable: {} });
  const [half, quarter, eighth] = [2, 4, 8].map((part) => firstOf(reference, part));
  await sql`update screening_sheets set findings = ${findings}, outcome = 'not-met', saved_at = now() where ${half}`.execute(
    db,
  );
  // Of what is ready and not settled, the second screener finds every other one differently.
  await sql`
    update screening_sheets h set outcome = 'met', findings = replace(h.findings::text, '"not-met"', '"met"')::jsonb
    where ${quarter} and not ${eighth} and get_byte(uuid_send(application_id), 15) % 2 = 0 and screener_id = (
      select max(screener_id::text)::uuid from screening_sheets o where o.application_id = h.application_id)`.execute(
    db,
  );
  await sql`update screening_sheets set signed_at = now() where ${quarter}`.execute(db);
  await sql`
    update screened_applications s set outcome = 'not-met', findings = ${settled}, settled_at = now(), settled_by = ${manager}
    where ${eighth}`.execute(db);
  const { rows } = await sql<{ number: string }>`
    select a.number from screening_sheets h join applications a on a.id = application_id
    where a.vacancy_reference = ${reference} and h.outcome = 'met' order by a.number limit 1`.execute(db);
  return rows[0]?.number ?? '';
}
