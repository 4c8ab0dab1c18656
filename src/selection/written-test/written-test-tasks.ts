import type { Kysely } from 'kysely';
import type { Context } from '../../people/context.ts';
import { queueMails, type Mail } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Schema } from '../../schema.ts';
import { peopleOf, type Person } from '../invitations/invitation-queries.ts';
import { claimClosings, claimOpenings, type DueWriter } from './test-mail-queries.ts';
import { papersToSettle, settlePaper } from './written-test-queries.ts';
import { WRITTEN_TEST_TEXTS, type WrittenTestMail } from './written-test-texts.ts';

type Outside = { db: Kysely<Schema> } & Pick<Context, 'config' | 'organisation'>;

const EVERY_MS = 60_000;

export const writtenTestTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  {
    name: 'written tests whose time is over',
    everyMs: EVERY_MS,
    run: () => handInEnded(context.db, context.clock()),
  },
  { name: 'written tests to begin', everyMs: EVERY_MS, run: () => tellOfTests(context, context.clock()) },
];

/** Hands in what was kept of each paper whose time is over; answers how many. */
export async function handInEnded(db: Kysely<Schema>, now: Date): Promise<number> {
  const ended = await papersToSettle(db, now);
  for (const { number, stage, ...key } of ended)
    await db.transaction().execute((transaction) => settlePaper(transaction, { key, number, stage, at: now }));
  return ended.length;
}

/**
 * Tells those who may begin a test that it has opened and, before it closes as the organisation says, those who have not begun;
 * each once. Answers how many mails.
 */
export async function tellOfTests(outside: Outside, now: Date): Promise<number> {
  const { hoursBeforeTestCloses: hours } = outside.organisation.selection.invitations;
  const opened = await tell(outside, { about: 'opens', now, claim: (db) => claimOpenings(db, now) });
  const claim: Telling['claim'] = (db) => claimClosings(db, { hours, now });
  return opened + (await tell(outside, { about: 'closes', now, claim }));
}

type Telling = { about: WrittenTestMail; now: Date; claim: (db: Kysely<Schema>) => Promise<DueWriter[]> };

const tell = ({ db, config }: Outside, { about, now, claim }: Telling): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    const due = await claim(transaction);
    const people = await peopleOf(
      transaction,
      due.map(({ applicationId }) => applicationId),
    );
    const mails = [...people.values()].map((person) => testMail(person, about, config.PUBLIC_URL));
    await queueMails(transaction, mails, now);
    return mails.length;
  });

/** A mail that says that a test waits: which, and until when, is on the reader's page alone. */
function testMail({ name, address, language }: Person, about: WrittenTestMail, publicUrl: string): Mail {
  const { subject, text } = WRITTEN_TEST_TEXTS[language].mails[about];
  const link = `${publicUrl}/${language}/my/applications`;
  return { to: { name, address }, subject, text: `${text}\n\n${link}\n`, language };
}
