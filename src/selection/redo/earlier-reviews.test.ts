import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../platform/database-testing.ts';
import { openDatabase } from '../../platform/database.ts';
import { migrate } from '../../platform/migrations.ts';
import type { Schema } from '../../schema.ts';
import { ROOT } from '../../testing.ts';
import { reopenedFor } from './redo-queries.ts';

const MIGRATIONS = join(ROOT, 'migrations');
/** The last migration before what a review makes void was laid aside. */
const BEFORE = '0057';

let server: Awaited<ReturnType<typeof emptyDatabase>>;
let db: Kysely<Schema>;
let directory: string;
beforeEach(async () => {
  server = await emptyDatabase();
  db = openDatabase({ url: server.url });
  directory = await mkdtemp(join(tmpdir(), 'migrations-'));
  for (const name of await readdir(MIGRATIONS))
    if (name.slice(0, 4) <= BEFORE) await cp(join(MIGRATIONS, name), join(directory, name));
  await migrate(db, directory);
});
afterEach(async () => {
  await db.destroy();
  await server.drop();
  await rm(directory, { recursive: true });
});

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [CHAIR, REVIEWER] = [id(1), id(2)];
const [APPLICATION, OTHER] = [id(11), id(12)];
const [WRITTEN, INTERVIEW] = [id(21), id(22)];
const [CASE, SECOND_CASE] = [id(31), id(32)];
const [SCORED, ASKED, DECIDED, AGAIN, LATER] = [1, 2, 3, 4, 5].map((day) => `2026-11-0${day}T09:00:00Z`);

/** A competition in which two were scored at a written test, and one of them was sent back there: as the code of then left it. */
async function insertEarlier(): Promise<void> {
  await sql`insert into accounts (id, email, password_hash, name, language, created_at)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'p' || n || '@example.org', 'none', 'P' || n, 'en', ${SCORED}::timestamptz
    from generate_series(1, 12) n`.execute(db);
  await sql`insert into vacancies (reference, notice, deadline_zone, created_at, updated_at)
    values ('260790', '{}', 'Europe/Brussels', ${SCORED}, ${SCORED})`.execute(db);
  for (const application of [APPLICATION, OTHER]) {
    const number = `A-260790-000${application.slice(-2)}`;
    await sql`insert into applications (id, number, vacancy_reference, applicant_id, status, answers, created_at, updated_at, submitted_at)
      values (${application}, ${number}, '260790', ${application}, 'submitted', '{}', ${SCORED}, ${SCORED}, ${SCORED})`.execute(
      db,
    );
    await sql`insert into application_stages (application_id, number, position, stage, reason, told, entered_at, actor_id) values
      (${application}, 1, 'under-review', null, null, null, ${SCORED}, ${CHAIR}),
      (${application}, 2, 'invited', 'written-test', null, null, ${SCORED}, ${CHAIR}),
      (${application}, 3, 'not-retained', null, 'comparison', '{}', ${SCORED}, ${CHAIR})`.execute(db);
  }
  for (const [at, stage] of [WRITTEN, INTERVIEW].entries())
    await sql`insert into selection_stages (id, vacancy_reference, number, code, assessed_by, weight, items, scale, status, opened_at, closed_at)
      values (${stage}, '260790', ${at + 1}, ${at === 0 ? 'written-test' : 'panel-interview'}, 'panel', 50, '[]', '[]', 'closed',
        ${SCORED}, ${SCORED})`.execute(db);
  for (const application of [APPLICATION, OTHER]) await score(application, SCORED);
  await redo(CASE, { decision: 3, at: DECIDED });
}

async function score(application: string, at: string | undefined): Promise<void> {
  await sql`insert into score_sheets (stage_id, application_id, account_id, scores, updated_at, signed_at, nonce)
    values (${WRITTEN}, ${application}, ${CHAIR}, '{"c1": {"points": 2, "note": ""}}', ${at}, ${at}, gen_random_uuid())`.execute(
    db,
  );
  await sql`insert into consensus_sheets (stage_id, application_id, scores, members, recorded_by, recorded_at)
    values (${WRITTEN}, ${application}, '{"c1": {"points": 2, "note": ""}}', '{}', ${CHAIR}, ${at})`.execute(db);
}

async function redo(review: string, { decision, at }: { decision: number; at: string | undefined }): Promise<void> {
  await sql`insert into review_requests (id, application_id, decision_number, kind, words, is_late, asked_at, status,
      reviewer_id, reviewer_name, assigned_at, assigned_by, outcome_reason, redo_from, decided_at)
    values (${review}, ${APPLICATION}, ${decision}, 'review', 'Why?', false, ${ASKED}, 'redone', ${REVIEWER}, 'R', ${ASKED},
      ${CHAIR}, 'Read wrongly.', 'written-test', ${at})`.execute(db);
  await sql`insert into voided_scores (review_id, stage_id) values (${review}, ${WRITTEN})`.execute(db);
  await sql`insert into application_stages (application_id, number, position, stage, entered_at, actor_id) values
    (${APPLICATION}, ${decision + 1}, 'under-review', null, ${at}, ${REVIEWER}),
    (${APPLICATION}, ${decision + 2}, 'invited', 'written-test', ${at}, ${REVIEWER})`.execute(db);
}

const aside = async () =>
  (await db.selectFrom('voidedResults').select(['kind', 'reviewId']).orderBy('kind').execute()).map(
    ({ kind, reviewId }) => [kind, reviewId],
  );

test('what an earlier review made void is laid aside once, and of others nothing is lost', async () => {
  await insertEarlier();

  await migrate(db, MIGRATIONS);

  expect(await aside()).toEqual([
    ['agreed-scores', CASE],
    ['scores', CASE],
  ]);
  const counting = await db.selectFrom('scoreSheets').select('applicationId').execute();
  const agreed = await db.selectFrom('consensusSheets').select('applicationId').execute();
  expect([...counting, ...agreed]).toEqual([{ applicationId: OTHER }, { applicationId: OTHER }]);
});

test('who was sent back by an earlier review can go on to the later stages that they never came to', async () => {
  await insertEarlier();

  await migrate(db, MIGRATIONS);

  expect(await reopenedFor(db, APPLICATION)).toEqual(new Set([WRITTEN, INTERVIEW]));
  expect(await reopenedFor(db, OTHER)).toEqual(new Set());
});

test('what two earlier reviews of one person made void is laid aside once, by the first', async () => {
  await insertEarlier();
  await sql`insert into application_stages (application_id, number, position, reason, told, entered_at, actor_id)
    values (${APPLICATION}, 6, 'not-retained', 'comparison', '{}', ${AGAIN}, ${CHAIR})`.execute(db);
  await redo(SECOND_CASE, { decision: 6, at: LATER });

  await migrate(db, MIGRATIONS);

  expect(await aside()).toEqual([
    ['agreed-scores', CASE],
    ['scores', CASE],
  ]);
});
