import type { Context } from '../../people/context.ts';
import { queueMails } from '../../platform/mail.ts';
import type { Db } from '../../schema.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { calendarEntry } from './invitation-calendar.ts';
import { invitationMail } from './invitation-mail.ts';
import { findSchedule, peopleOf } from './invitation-queries.ts';
import type { Attendance, Slot } from './invitation.ts';

export type Telling = Pick<Context, 'organisation' | 'config'>;

/** What became of one person's time. */
export type Change = {
  reference: string;
  stage: Pick<PlannedStage, 'id' | 'code' | 'place' | 'link'>;
  candidate: { applicationId: string; number: string };
  before: Attendance;
  after: Attendance;
  slots: readonly Slot[];
};

/**
 * Queues the mail of a time that is set, or holds no more, with its entry for the reader's calendar; of an answer that
 * changes no time, a mail alone.
 */
export async function tellOfChange(db: Db, outside: Telling, { change, at }: { change: Change; at: Date }) {
  const { candidate, before, after } = change;
  const to = (await peopleOf(db, [candidate.applicationId])).get(candidate.applicationId);
  if (!to) return;
  const zone = (await findSchedule(db, change.stage.id))?.zone ?? 'UTC';
  const calendar = entryOf({ ...change, zone }, { ...outside, language: to.language, at });
  const isAnswered = before.request !== undefined && after.answer !== before.answer;
  const about = calendar?.about ?? (isAnswered ? 'answered' : undefined);
  if (!about) return;
  const { PUBLIC_URL: publicUrl } = outside.config;
  await queueMails(db, [invitationMail(to, about, { publicUrl, calendar: calendar?.content })], at);
}

type For = Telling & { language: 'en' | 'fr'; at: Date };

/** The entry that this change makes, or strikes out; none where the time is as it was. */
function entryOf(
  change: Change & { zone: string },
  outside: For,
): { about: 'confirmed' | 'cancelled'; content: string } | undefined {
  const { before, after, slots } = change;
  const same = before.slotId === after.slotId && before.extraMinutes === after.extraMinutes;
  const slot = slots.find(({ id }) => id === (after.slotId ?? before.slotId));
  if (same || !slot) return undefined;
  const content = entryFor({ ...change, slot, attendance: after, cancelled: after.slotId === null }, outside);
  return { about: after.slotId === null ? 'cancelled' : 'confirmed', content };
}

type EntryOf = Pick<Change, 'reference' | 'stage' | 'candidate'> & {
  slot: Slot;
  zone: string;
  attendance: Attendance;
  cancelled?: boolean;
};

/** The calendar's entry of a person's time. */
export function entryFor(entry: EntryOf, { organisation, config, language, at }: For): string {
  const { reference, stage, candidate, slot, zone, attendance, cancelled = false } = entry;
  const planned = organisation.selection.stages.find(({ code }) => code === stage.code);
  const about = {
    stage: { id: stage.id, name: planned?.name ?? { en: stage.code, fr: stage.code } },
    application: { ...candidate, reference },
    plan: stage,
    slot,
    zone,
    attendance,
    cancelled,
  };
  const { PUBLIC_URL: publicUrl, MAIL_FROM: from } = config;
  return calendarEntry(about, { language, publicUrl, organisation: organisation.name, from, now: at });
}
