import type { Kysely } from 'kysely';
import { expiredAppointments } from '../../appointment/calendar/contract-retention-queries.ts';
import {
  deleteApplication,
  expiredApplications,
  expiredDrafts,
  expiredReserves,
} from '../../applications/retention-queries.ts';
import type { Context } from '../../people/context.ts';
import { dropStubs, dueDeletion, eraseAccount } from '../../people/erasure-queries.ts';
import { recordEvent } from '../../people/event-queries.ts';
import {
  countExpiredEvents,
  deleteExpiredEvents,
  idleAccounts,
  recordIdleWarning,
  expiredAccounts,
  sweepOldSignIns,
} from '../../people/retention-queries.ts';
import { queueMail } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import type { Db, Schema } from '../../schema.ts';
import { dateIn } from '../../site/dates.ts';
import { MY_DATA_TEXTS } from './my-data-texts.ts';
import { decidedPeriods, type Retained } from './retention.ts';

type Outside = Pick<Context, 'db' | 'organisation' | 'personalData'>;

const DELETIONS_EVERY_MS = 60_000;
const RETENTION_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What Concours deletes by itself: accounts whose owners asked for it, and what the organisation keeps no longer. */
export const retentionTasks = (context: Outside & Pick<Context, 'clock' | 'config'>): Task[] => [
  { name: 'account deletions', everyMs: DELETIONS_EVERY_MS, run: () => eraseDue(context, context.clock()) },
  { name: 'warnings of idle accounts', everyMs: RETENTION_EVERY_MS, run: () => warnIdle(context, context.clock()) },
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

/**
 * Warns those whose account nobody has used for so long that it is about to go, as many days before as the organisation
 * says: once, unless they come back in between. Answers how many.
 */
export async function warnIdle(
  { db, organisation, config }: Pick<Context, 'db' | 'organisation' | 'config'>,
  now: Date,
): Promise<number> {
  const period = decidedPeriods(organisation.retention).find(({ code }) => code === 'accounts');
  if (period?.warningDays === undefined) return 0;
  const { months, warningDays } = period;
  let warned = 0;
  for (const { id, language, ...to } of await idleAccounts(db, { months, now, warningDays })) {
    const goes = dateIn(new Date(now.getTime() + warningDays * DAY_MS), announcingZone(organisation, now), language);
    const link = `${config.PUBLIC_URL}/${language}/sign-in`;
    const told = { organisation: organisation.name[language], months, date: goes, link };
    warned += await inOne(db, async (transaction) => {
      if (!(await recordIdleWarning(transaction, id, now))) return 0;
      await queueMail(transaction, { to, language, ...MY_DATA_TEXTS[language].idleMail(told) }, now);
      return 1;
    });
  }
  return warned;
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
  for (const { code, months, warningDays } of decidedPeriods(organisation.retention)) {
    const kept = { months, now, warningDays };
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

const EXPIRED = {
  'draft-applications': expiredDrafts,
  applications: expiredApplications,
  'reserve-list': expiredReserves,
  appointments: expiredAppointments,
  accounts: expiredAccounts,
};

const inOne = <Done>(db: Kysely<Schema>, work: (one: Db) => Promise<Done>): Promise<Done> =>
  db.transaction().execute(work);

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
