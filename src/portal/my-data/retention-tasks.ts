import type { Kysely } from 'kysely';
import { deleteApplication, expiredApplications, expiredDrafts } from '../../applications/retention-queries.ts';
import type { Context } from '../../people/context.ts';
import { dropStubs, dueDeletion, eraseAccount } from '../../people/erasure-queries.ts';
import { recordEvent } from '../../people/event-queries.ts';
import {
  countExpiredEvents,
  deleteExpiredEvents,
  expiredAccounts,
  sweepOldSignIns,
} from '../../people/retention-queries.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Db, Schema } from '../../schema.ts';
import { decidedPeriods, type Retained } from './retention.ts';

type Outside = Pick<Context, 'db' | 'organisation' | 'personalData'>;

const DELETIONS_EVERY_MS = 60_000;
const RETENTION_EVERY_MS = 3_600_000;

/** What Concours deletes by itself: accounts whose owners asked for it, and what the organisation keeps no longer. */
export const retentionTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'account deletions', everyMs: DELETIONS_EVERY_MS, run: () => eraseDue(context, context.clock()) },
  { name: 'retention', everyMs: RETENTION_EVERY_MS, run: () => endRetention(context, context.clock()) },
];

/** Deletes the accounts whose days to call it off are over, one a transaction; answers how many. */
export async function eraseDue({ db, personalData }: Outside, now: Date): Promise<number> {
  for (let erased = 0; ; erased += 1) {
    const one = await db.transaction().execute(async (transaction) => {
      const accountId = await dueDeletion(transaction, now);
      if (accountId !== undefined) await eraseAccount(transaction, { accountId, personalData }, now);
      return accountId;
    });
    if (one === undefined) return erased;
  }
}

/** What is to be deleted by one period: how many, and how each is. */
type Ending = {
  code: Retained;
  months: number;
  count: number;
  carryOut: (db: Kysely<Schema>) => Promise<void>;
};

/** Everything whose retention period is over at `now`, not deleted yet. */
export async function endings({ db, organisation, personalData }: Outside, now: Date): Promise<Ending[]> {
  const found: Ending[] = [];
  for (const { code, months } of decidedPeriods(organisation.retention)) {
    const kept = { months, now };
    if (code === 'events') {
      const count = await countExpiredEvents(db, kept);
      found.push({ code, months, count, carryOut: (on) => inOne(on, (one) => deleteExpiredEvents(one, kept)) });
      continue;
    }
    const ids = await EXPIRED[code](db, kept);
    const end =
      code === 'accounts'
        ? (one: Db, accountId: string) => eraseAccount(one, { accountId, personalData }, now)
        : (one: Db, number: string) => endApplication(one, { number, code }, now);
    found.push({ code, months, count: ids.length, carryOut: (on) => eachInOne(on, ids, end) });
  }
  return found;
}

const EXPIRED = { 'draft-applications': expiredDrafts, applications: expiredApplications, accounts: expiredAccounts };

const inOne = (db: Kysely<Schema>, work: (one: Db) => Promise<void>): Promise<void> => db.transaction().execute(work);

/** One transaction each: what fails leaves the others deleted. */
async function eachInOne(
  db: Kysely<Schema>,
  ids: readonly string[],
  end: (one: Db, id: string) => Promise<void>,
): Promise<void> {
  for (const id of ids) await inOne(db, (one) => end(one, id));
}

async function endApplication(db: Db, { number, code }: { number: string; code: Retained }, now: Date): Promise<void> {
  await deleteApplication(db, number);
  const about = { subject: 'application', subjectId: number, details: { period: code } } as const;
  await recordEvent(db, { ...about, action: 'retention-ended', by: { kind: 'system' }, at: now });
}

/** Deletes all of it, then the stubs that nothing needs any more; answers what was deleted by which period. */
export async function endRetention(outside: Outside, now: Date): Promise<{ code: Retained; count: number }[]> {
  const found = await endings(outside, now);
  for (const { count, carryOut } of found) if (count > 0) await carryOut(outside.db);
  await dropStubs(outside.db);
  await sweepOldSignIns(outside.db, now);
  return found.map(({ code, count }) => ({ code, count }));
}
