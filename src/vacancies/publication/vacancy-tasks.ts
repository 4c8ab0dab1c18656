import type { Doer } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { holdersOf } from '../../people/holder-queries.ts';
import { queueMail } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Db } from '../../schema.ts';
import { remindApprovers } from '../approval/approval-tasks.ts';
import { eachDue, scheduledReason } from './due-queries.ts';
import { openToEverybody } from './opening.ts';
import { OPENING_NOTES } from './opening-texts.ts';
import { close, unschedule } from './publication.ts';
import { notPublishedMail } from './publication-mail.ts';
import { checksOf } from '../vacancy-lint.ts';
import { makeMove } from '../vacancy-moves.ts';
import { recordVacancy } from '../vacancy-queries.ts';
import type { VacancyChange } from '../vacancy-change.ts';
import { explain } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';
import type { MoveRefusal } from './publish.ts';

type Outside = Pick<Context, 'db' | 'config' | 'organisation' | 'vocabulary' | 'files'>;

const BY: Doer = { kind: 'system' };
const PUBLICATION_EVERY_MS = 1_000;
/** That a vacancy is closed decides nothing: its times do. */
const CLOSING_EVERY_MS = 5_000;
const REMINDERS_EVERY_MS = 60_000;

/** What Concours does with vacancies by itself. */
export const vacancyTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'publication', everyMs: PUBLICATION_EVERY_MS, run: () => publishDue(context, context.clock()) },
  { name: 'reminders', everyMs: REMINDERS_EVERY_MS, run: () => remindApprovers(context, context.clock()) },
  { name: 'opening to everybody', everyMs: PUBLICATION_EVERY_MS, run: () => openDue(context, context.clock()) },
  { name: 'closing', everyMs: CLOSING_EVERY_MS, run: () => closeDue(context, context.clock()) },
];

/**
 * Publishes what was to be published by `now`, by the rules a person publishes by; what they refuse goes back into
 * review. A vacancy counts as published at the instant set, even where the server was down then: that is the day whose
 * rules it was checked by. When it did appear is the instant of its event. Answers how many were looked at.
 */
export function publishDue(outside: Outside, now: Date): Promise<number> {
  const { db, config } = outside;
  return eachDue(db, { what: 'publication', now }, async (transaction, vacancy) => {
    const reason = await scheduledReason(transaction, vacancy.reference);
    const published = makeMove(vacancy, 'publish', await checksOf(vacancy, outside, { now, reason }));
    if (!published.ok) return putBack(transaction, { vacancy, refusal: published.refusal, config }, now);
    const hashes = await outside.files.hashes(vacancy.notice);
    const change = { action: 'publish', by: BY, at: now, details: { ...(reason !== '' && { reason }), files: hashes } };
    return record(transaction, { ...published.value, publishedAt: vacancy.publishAt }, change);
  });
}

type NotPublished = Pick<Context, 'config'> & { vacancy: Vacancy; refusal: MoveRefusal };

/** Back into review, with an event that says why, and a mail to each person who could publish it. */
async function putBack(transaction: Db, { vacancy, refusal, config }: NotPublished, now: Date): Promise<void> {
  const back = unschedule(vacancy);
  if (!back.ok) throw new Error('What is to be published can be taken back');
  const why = explain(refusal);
  const details = { refusal: refusal.kind, why };
  await record(transaction, back.value, { action: 'refuse-publication', by: BY, at: now, details });
  for (const person of await holdersOf(transaction, 'vacancies:publish'))
    await queueMail(transaction, notPublishedMail(person, { vacancy, why, publicUrl: config.PUBLIC_URL }), now);
}

/**
 * Opens to everybody what was to be for serving staff alone until `now`, as a person would: with a correction that the
 * public reads, and the event that tells those who have begun. What has closed meanwhile stays closed. Answers how many.
 */
export function openDue({ db, files }: Pick<Context, 'db' | 'files'>, now: Date): Promise<number> {
  return eachDue(db, { what: 'opening', now }, async (transaction, vacancy) => {
    const opened = openToEverybody(vacancy, OPENING_NOTES.internal, now);
    if (!opened.ok) throw new Error('What is for serving staff alone can be opened');
    const { vacancy: after, correction } = opened.value;
    const { note, number } = correction;
    const details = { audience: after.audience, correction: number, note, files: await files.hashes(after.notice) };
    return record(transaction, after, { action: 'open-to-everybody', by: BY, at: now, details });
  });
}

/** Closes what had its deadline before `now`, as of that deadline. Answers how many. */
export function closeDue({ db }: Pick<Context, 'db'>, now: Date): Promise<number> {
  return eachDue(db, { what: 'closing', now }, async (transaction, vacancy) => {
    const closed = close(vacancy, now);
    if (!closed.ok) throw new Error('What is published can be closed');
    return record(transaction, closed.value, { action: 'close', by: BY, at: now });
  });
}

/** The row is held, so nobody can have changed it meanwhile. */
async function record(transaction: Db, vacancy: Vacancy, change: VacancyChange): Promise<void> {
  const recorded = await recordVacancy(transaction, vacancy, change);
  if (!recorded.ok) throw new Error('A row that is held was changed');
}
