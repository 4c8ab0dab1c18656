import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeDraft, insertDraft, submissionForm } from '../applications/application-testing.ts';
import { auditLog } from '../applications/receipt-log/log-audit-queries.ts';
import { provenNumbers } from '../bench/deadline-verdict.ts';
import { insertAccount } from '../people/people-testing.ts';
import { openSession } from '../people/session-queries.ts';
import { openDatabase } from '../platform/database.ts';
import { startCluster } from '../platform/postgres/cluster.ts';
import { loadOrganisation } from '../regulations/organisation/organisation.ts';
import type { Db } from '../schema.ts';
import { openVacancies } from '../vacancies/vacancy-queries.ts';
import { ROOT } from '../testing.ts';
import { startServer, stopServer, type ServerProcess } from './server-process-testing.ts';

/** How often everything is killed, and how many people submit meanwhile. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 12);
const PEOPLE = 24;

type Draft = { accountId: string; number: string; reviewed: string; cookie: string };
type Outcome = { draft: Draft; acknowledged: boolean };

let dataDir: string;
let server: ServerProcess;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'concours-kill-'));
  // PostgreSQL never runs as root, and its account must be able to pass.
  chmodSync(dataDir, 0o711);
  server = await startServer(dataDir);
}, 120_000);
afterAll(async () => {
  await stopServer(server);
  rmSync(dataDir, { recursive: true, force: true });
});

/** Works on the database beside the server, as `concours events` does. */
async function onDatabase<Answer>(work: (db: Db) => Promise<Answer>): Promise<Answer> {
  const cluster = await startCluster({ dataDir, log: () => undefined });
  const db = openDatabase({ url: cluster.url, poolSize: 4 });
  return work(db).finally(async () => {
    await db.destroy();
    await cluster.stop();
  });
}

const prepareDrafts = (): Promise<Draft[]> =>
  onDatabase(async (db) => {
    const rules = loadOrganisation(join(ROOT, 'organisations/northern-rivers'));
    const now = new Date();
    const vacancies = await openVacancies(db, now);
    const drafts: Draft[] = [];
    for (let person = 0; person < PEOPLE; person += 1) {
      const { reference } = vacancies[person % vacancies.length] ?? { reference: '' };
      const { id: accountId } = await insertAccount(db, { email: `${randomUUID()}@people.example` });
      const number = await insertDraft(db, { accountId, reference });
      await completeDraft(db, { accountId, number, rules });
      const { reviewed } = await submissionForm(db, { accountId, number, rules });
      const secret = await openSession(db, { accountId, device: 'test' }, now);
      drafts.push({ accountId, number, reviewed, cookie: `session=${secret}` });
    }
    return drafts;
  });

/** Submits; a receipt is acknowledged once the redirect to it has arrived. */
const submit = async (draft: Draft, onReceipt: () => unknown = () => undefined): Promise<Outcome> => {
  const answer = await fetch(`${server.origin}/en/my/applications/${draft.number}/submission`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: draft.cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ reviewed: draft.reviewed }),
  }).catch(() => undefined);
  if (answer && answer.status !== 303)
    throw new Error(`Submission answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
  if (answer) onReceipt();
  return { draft, acknowledged: answer !== undefined };
};

/** Kills server and database at once, as a power cut of the processes: nothing can tidy up. */
async function killEverything(): Promise<void> {
  const postmaster = Number(readFileSync(join(dataDir, 'pg18/postmaster.pid'), 'utf8').split('\n')[0]);
  const ended = once(server.child, 'exit');
  server.child.kill('SIGKILL');
  process.kill(postmaster, 'SIGKILL');
  await ended;
}

type Stored = { submitted: string[]; halves: string[] };

/** What is there after the restart: whole submissions, and any that lack a part. */
const inspect = (): Promise<Stored> =>
  onDatabase(async (db) => {
    const { rows } = await sql<{ number: string; submitted: boolean; receipt: boolean; hash: boolean; events: number }>`
      select a.number, a.status = 'submitted' as submitted, r.application_id is not null as receipt,
        coalesce(r.sha256 = sha256(convert_to(r.content, 'UTF8')), false) as hash,
        (select count(*)::int from events e where e.subject = 'application' and e.subject_id = a.number and e.action = 'submit') as events
      from applications a left join receipts r on r.application_id = a.id`.execute(db);
    const whole = ({ submitted, receipt, hash, events }: (typeof rows)[number]) =>
      submitted ? receipt && hash && events === 1 : !receipt && events === 0;
    return {
      submitted: rows.filter(({ submitted }) => submitted).map(({ number }) => number),
      halves: rows.filter((row) => !whole(row)).map(({ number }) => number),
    };
  });

/** The log of receipts once none waits: what stands in it by a proof that holds, and what does not agree. */
const inspectLog = () =>
  onDatabase(async (db) => {
    const waiting = async () => (await db.selectFrom('receiptsToEnter').select('applicationId').execute()).length;
    while ((await waiting()) > 0) await sleep(50);
    return { proven: await provenNumbers(db), audit: await auditLog(db) };
  });

test.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))(
  'round %i: every receipt given is found again, stands in the log once, and no half application',
  async (round) => {
    const drafts = await prepareDrafts();

    // Killed at the very start, or once so many receipts have arrived while the others are under way.
    const enough = (round * 5) % (PEOPLE - 4);
    const receipts = new Set<string>();
    const outcomes = Promise.all(drafts.map((draft) => submit(draft, () => receipts.add(draft.number))));
    while (receipts.size < enough) await sleep(1);
    await sleep(round % 4);
    await killEverything();
    const acknowledged = (await outcomes).filter((outcome) => outcome.acknowledged).map(({ draft }) => draft);
    server = await startServer(dataDir);

    const stored = await inspect();
    expect(acknowledged.map(({ number }) => number).filter((number) => !stored.submitted.includes(number))).toEqual([]);
    expect(stored.halves).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(enough);
    const { proven, audit } = await inspectLog();
    expect(stored.submitted.filter((number) => !proven.has(number))).toEqual([]);
    // A leaf for each receipt that is kept, and no other: nothing was entered twice.
    expect(audit).toMatchObject({ problems: [], waiting: 0, leaves: audit.receipts });
    const again = await Promise.all(drafts.map((draft) => submit(draft)));
    expect(again.every((outcome) => outcome.acknowledged)).toBe(true);
    const receipt = await fetch(`${server.origin}/en/my/applications/${drafts[0]?.number}/receipt`, {
      headers: { cookie: drafts[0]?.cookie ?? '' },
    });
    expect(receipt.status).toBe(200);
    console.log(`round ${round}: ${acknowledged.length} of ${PEOPLE} acknowledged before the kill, all found again`);
  },
  60_000,
);
