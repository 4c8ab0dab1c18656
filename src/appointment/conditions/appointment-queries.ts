import { sql, type Transaction } from 'kysely';
import { withLaterSteps, type Answers } from '../../applications/answers.ts';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import { permits } from '../../people/permissions.ts';
import type { Language, Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Db, Schema } from '../../schema.ts';
import { queueHandOvers, type HandingOver } from '../hand-over/queueing-queries.ts';
import { blindIn } from '../../screening/screening-queries.ts';

/** An appointment under way: who was chosen for which post, and since when it is seen through. */
export type Appointment = {
  id: string;
  /** `YYYY-MM-DD` where the post is; null until it is planned. */
  startsOn: string | null;
  begunAt: Date;
  begunByName: string;
  endedAt: Date | null;
  endReason: string;
  /** Since when they are appointed; null until they are. */
  appointedAt: Date | null;
  appointedByName: string | null;
  version: number;
};

/** Somebody chosen for a post: the one applied for, or a similar one that was accepted. */
export type Chosen = {
  applicationId: string;
  /** Of the application, and the vacancy that it was for. */
  number: string;
  appliedFor: string;
  applicantId: string;
  name: string;
  email: string;
  language: Language;
  answers: Answers;
  /** The post, and the zone of its place (IANA). */
  reference: string;
  title: Translated;
  grades: string[];
  zone: string;
  /** The level of clearance that the notice prints; null where it prints none. */
  clearance: string | null;
  fastTrack: boolean;
  /** Since when they are chosen; undefined once they are not any more. */
  chosenAt: Date | undefined;
  appointment: Appointment | undefined;
};

type Wanted = { reference: string; number: string };

const CHOSEN = sql`
  select a.id as application_id, a.vacancy_reference as reference, s.entered_at as chosen_at
    from applications a cross join lateral (
      select position, entered_at from application_stages where application_id = a.id order by number desc limit 1) s
    where a.status = 'submitted' and s.position = 'selected'
  union all select o.application_id, o.vacancy_reference, o.ended_at from similar_post_offers o
    join applications a on a.id = o.application_id and a.status = 'submitted' where o.status = 'accepted'`;

type Row = Omit<Chosen, 'appointment' | 'chosenAt' | 'answers'> & {
  answers: unknown;
  chosenAt: Date | null;
  id: string | null;
  startsOn: string | null;
  begunAt: Date | null;
  begunByName: string | null;
  endedAt: Date | null;
  endReason: string | null;
  appointedAt: Date | null;
  appointedByName: string | null;
  version: number | null;
};

async function chosenWhere(db: Db, where: ReturnType<typeof sql>): Promise<Chosen[]> {
  const { rows } = await sql<Row>`
    with chosen as (${CHOSEN}),
    cases as (select application_id, reference from chosen union select application_id, vacancy_reference from appointments)
    select a.id as application_id, a.number, a.vacancy_reference as applied_for, a.applicant_id, a.answers, u.email, u.language,
      btrim((a.answers #>> '{identity,givenNames}') || ' ' || (a.answers #>> '{identity,familyName}')) as name,
      v.reference, v.notice -> 'title' as title, coalesce(v.notice -> 'grades', '[]') as grades, v.deadline_zone as zone,
      v.notice ->> 'clearance' as clearance, coalesce((v.notice ->> 'fastTrack')::boolean, false) as fast_track,
      h.chosen_at, p.id, p.starts_on, p.begun_at, p.begun_by_name, p.ended_at, p.end_reason, p.appointed_at,
      p.appointed_by_name, p.version
    from cases c
    join applications a on a.id = c.application_id
    join accounts u on u.id = a.applicant_id
    join vacancies v on v.reference = c.reference
    left join chosen h on h.application_id = c.application_id and h.reference = c.reference
    left join appointments p on p.application_id = c.application_id and p.vacancy_reference = c.reference
    where ${where}
    order by coalesce(p.begun_at, h.chosen_at), a.number, v.reference`.execute(db);
  return rows.map(toChosen);
}

function toChosen({ id, startsOn, begunAt, begunByName, endedAt, endReason, version, ...row }: Row): Chosen {
  const { appointedAt, appointedByName, chosenAt, answers, ...rest } = row;
  const ended = { endedAt, endReason: endReason ?? '' };
  return {
    ...rest,
    answers: withLaterSteps(answers as Partial<Answers>),
    chosenAt: chosenAt ?? undefined,
    appointment:
      id !== null && begunAt && version !== null
        ? { id, startsOn, begunAt, begunByName: begunByName ?? '', ...ended, appointedAt, appointedByName, version }
        : undefined,
  };
}

/**
 * Those whose appointment is under way or to be begun, the longest waiting first; never the reader's own, nor of a competition in which
 * they apply, or screen without seeing whose the applications are.
 */
export async function openCases(db: Db, actor: Actor, selection: Organisation['selection']): Promise<Chosen[]> {
  if (!permits(actor.roles, 'appointments:find')) return [];
  return chosenWhere(db, sql`p.ended_at is null and p.appointed_at is null and ${await shownTo(db, actor, selection)}`);
}

/** Those who are appointed and took up the post, or are to; of these what `openCases` would show of them. */
export async function appointedCases(
  db: Db,
  actor: Pick<Actor, 'accountId' | 'roles'>,
  selection: Organisation['selection'],
): Promise<Chosen[]> {
  if (!permits(actor.roles, 'contracts:find')) return [];
  return chosenWhere(db, sql`${APPOINTED} and ${await shownTo(db, actor, selection)}`);
}

const APPOINTED = sql`p.ended_at is null and p.appointed_at is not null`;

/** All of them: for what Concours does by itself, nobody reads them. */
export const everyAppointedCase = (db: Db): Promise<Chosen[]> => chosenWhere(db, APPOINTED);

async function shownTo(db: Db, { accountId }: Pick<Actor, 'accountId'>, selection: Organisation['selection']) {
  const hidden = await blindIn(db, accountId, selection);
  return sql`a.applicant_id <> ${accountId}
      and v.reference <> all (${hidden}::text[]) and a.vacancy_reference <> all (${hidden}::text[])
      and not exists (select from applications o where o.applicant_id = ${accountId}
        and o.vacancy_reference in (v.reference, a.vacancy_reference) and o.status in ('draft', 'submitted'))`;
}

/** All whose appointment was begun and goes on: for what Concours does by itself, nobody reads them. */
export const casesUnderWay = (db: Db): Promise<Chosen[]> =>
  chosenWhere(db, sql`p.id is not null and p.ended_at is null and p.appointed_at is null and h.chosen_at is not null`);

/** One of them, ended or not. */
export const findCase = async (db: Db, { reference, number }: Wanted): Promise<Chosen | undefined> =>
  (await chosenWhere(db, sql`v.reference = ${reference} and a.number = ${number}`))[0];

/** All that somebody was chosen for in one application of theirs, as they see it. */
export const ownCases = (db: Db, of: { accountId: string; number: string }): Promise<Chosen[]> =>
  chosenWhere(db, sql`a.number = ${of.number} and a.applicant_id = ${of.accountId} and p.id is not null`);

/** Held until the transaction ends, so that nobody begins, steps or ends at the same time. */
export async function lockCase(db: Transaction<Schema>, wanted: Wanted): Promise<Chosen | undefined> {
  await db.selectFrom('applications').select('id').where('number', '=', wanted.number).forUpdate().execute();
  return findCase(db, wanted);
}

/** An event of an appointment names the application and the post, and nothing of a person. */
export const eventOf = (id: string, actor: Actor, at: Date) =>
  ({ subject: 'appointment', subjectId: id, by: doerOf(actor), at }) as const;

export type By = { actor: Actor; at: Date };

/** Begins to see an appointment through; answers its id. */
export async function recordBeginning(db: Db, chosen: Chosen, { actor, at }: By): Promise<string> {
  const { applicationId, reference, number } = chosen;
  const { id } = await db
    .insertInto('appointments')
    .values({
      applicationId,
      vacancyReference: reference,
      startsOn: null,
      begunAt: at,
      begunBy: actor.accountId,
      begunByName: actor.name,
      endedAt: null,
      endedBy: null,
      endNonce: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const details = { application: number, vacancy: reference };
  await recordEvent(db, { ...eventOf(id, actor, at), action: 'appointment-begun', details });
  return id;
}

/** Plans the first day in the post; false where something else changed meanwhile. */
export async function recordFirstDay(
  db: Db,
  { id, version }: Pick<Appointment, 'id' | 'version'>,
  { startsOn, actor, at }: By & { startsOn: string },
): Promise<boolean> {
  const done = await changed(db, { id, version }, { startsOn });
  if (done)
    await recordEvent(db, { ...eventOf(id, actor, at), action: 'first-day-planned', details: { day: startsOn } });
  return done;
}

/** Ends what leads to no appointment, or one that was made, with a reason; false where something else changed meanwhile. */
export async function recordEnd(
  db: Db,
  { id, version, appointedAt }: Pick<Appointment, 'id' | 'version' | 'appointedAt'>,
  { reason, outside, actor, at }: By & { reason: string; outside: HandingOver },
): Promise<boolean> {
  const { nonce, sha256 } = heldWords('appointment-end', { appointment: id, reason });
  const ended = { endedAt: at, endedBy: actor.accountId, endReason: reason, endNonce: nonce };
  const done = await changed(db, { id, version }, ended);
  if (!done) return false;
  await recordEvent(db, { ...eventOf(id, actor, at), action: 'appointment-ended', details: { held: [sha256] } });
  // Of what was never made, no neighbour was told.
  if (appointedAt)
    await queueHandOvers(db, outside, { appointmentId: id, event: 'appointment.ended', by: doerOf(actor), at });
  return true;
}

type Changes = Partial<{ startsOn: string; endedAt: Date; endedBy: string; endReason: string; endNonce: string }>;

async function changed(db: Db, { id, version }: Pick<Appointment, 'id' | 'version'>, changes: Changes) {
  const { numUpdatedRows } = await db
    .updateTable('appointments')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
