import type { Kysely } from 'kysely';
import { newsMail } from '../../applications/stages/news-mail.ts';
import type { Context } from '../../people/context.ts';
import { queueMails } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Schema } from '../../schema.ts';
import { planOf } from '../plan/plan-queries.ts';
import { candidatesAtStage } from '../scores/score-queries.ts';
import { invitationMail } from './invitation-mail.ts';
import { findAttendance, lockSchedule, peopleOf, recordAttendance, slotsOf } from './invitation-queries.ts';
import {
  claimChoiceReminders,
  claimNextChange,
  claimSlotReminders,
  heldForNothing,
  type Due,
  type Held,
} from './reminder-queries.ts';
import { tellOfChange } from './telling-queries.ts';

type Outside = { db: Kysely<Schema> } & Pick<Context, 'config' | 'organisation'>;

const EVERY_MS = 60_000;

/** What those invited to stages are told by itself, and places that became free without their holder saying so. */
export const invitationTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'reminders of times', everyMs: EVERY_MS, run: () => remindOfTimes(context, context.clock()) },
  { name: 'changes of stages', everyMs: EVERY_MS, run: () => tellChanges(context, context.clock()) },
  { name: 'places of who no longer comes', everyMs: EVERY_MS, run: () => freePlaces(context, context.clock()) },
];

/** Reminds of times that are near, and of choices not made, as the organisation says; answers how many mails. */
export async function remindOfTimes({ db, config, organisation }: Outside, now: Date): Promise<number> {
  const { hoursBeforeSlot, hoursBeforeChoice } = organisation.selection.invitations;
  let reminded = 0;
  // The nearest first: who missed an earlier reminder gets one mail, not two.
  const nearestFirst = (hours: readonly number[]) => hours.toSorted((a, b) => a - b);
  for (const hours of nearestFirst(hoursBeforeSlot))
    reminded += await remind({ db, config, organisation }, now, (transaction) =>
      claimSlotReminders(transaction, { hours, now }),
    );
  for (const hours of nearestFirst(hoursBeforeChoice))
    reminded += await remind({ db, config, organisation }, now, (transaction) =>
      claimChoiceReminders(transaction, { hours, now }),
    );
  return reminded;
}

const remind = ({ db, config }: Outside, now: Date, claim: (db: Kysely<Schema>) => Promise<Due[]>): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    const due = await claim(transaction);
    const people = await peopleOf(
      transaction,
      due.map(({ applicationId }) => applicationId),
    );
    const mails = due.flatMap(({ applicationId, before }) => {
      const to = people.get(applicationId);
      return to ? [invitationMail(to, before, { publicUrl: config.PUBLIC_URL })] : [];
    });
    await queueMails(transaction, mails, now);
    return mails.length;
  });

/** Tells those invited to a stage that something of it changed, once for each change; what, stands on their page. */
export async function tellChanges({ db, config }: Outside, now: Date): Promise<number> {
  let told = 0;
  while (
    await db.transaction().execute(async (transaction) => {
      const change = await claimNextChange(transaction, now);
      if (!change) return false;
      const invited = await candidatesAtStage(transaction, change.reference, change.code);
      const people = await peopleOf(
        transaction,
        invited.map(({ applicationId }) => applicationId),
      );
      const mails = [...people.values()].map(({ address, ...person }) =>
        newsMail({ ...person, email: address }, 'step', config.PUBLIC_URL),
      );
      await queueMails(transaction, mails, now);
      return true;
    })
  )
    told += 1;
  return told;
}

/** Frees the places of those who withdrew or were not retained; their calendars are corrected. Answers how many. */
export async function freePlaces(outside: Outside, now: Date): Promise<number> {
  const held = await heldForNothing(outside.db, now);
  for (const one of held) await freePlace(outside, one, now);
  return held.length;
}

const freePlace = (outside: Outside, { stageId, code, reference, ...candidate }: Held, now: Date) =>
  outside.db.transaction().execute(async (db) => {
    await lockSchedule(db, stageId);
    const stage = (await planOf(db, reference)).find(({ id }) => id === stageId);
    const before = await findAttendance(db, stageId, candidate.applicationId);
    if (!stage || before.slotId === null) return;
    const version = before.version + 1;
    const after = { ...before, slotId: null, reply: 'waiting' as const, request: undefined, version };
    const slots = await slotsOf(db, stageId);
    const about = { stageId, stage: code, candidate, by: { kind: 'system' } as const, at: now };
    if (await recordAttendance(db, { after, action: 'place-freed' }, about))
      await tellOfChange(db, outside, { change: { reference, stage, candidate, before, after, slots }, at: now });
  });
