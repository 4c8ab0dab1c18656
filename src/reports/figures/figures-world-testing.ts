import { sql, type Kysely } from 'kysely';
import { recordAppointing } from '../../appointment/appointing/appointing-queries.ts';
import { findCase, recordBeginning, recordEnd } from '../../appointment/conditions/appointment-queries.ts';
import { insertDraft, submitApplication } from '../../applications/application-testing.ts';
import { lockCandidates, recordSteps, type Candidate } from '../../applications/stages/stage-queries.ts';
import { positionOf, takeStep, type StageAction } from '../../applications/stages/stage-state.ts';
import type { Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { insertAccount } from '../../people/people-testing.ts';
import type { Schema } from '../../schema.ts';
import { recordResults } from '../../screening/settlement/settlement-queries.ts';
import { planOf, recordNewStage, recordStage } from '../../selection/plan/plan-queries.ts';
import { addStage, closeStage, openStage } from '../../selection/plan/stage-plan.ts';
import type { TestApp } from '../../testing.ts';
import { makeMove } from '../../vacancies/vacancy-moves.ts';
import { findVacancy, insertNewVacancy, recordVacancy } from '../../vacancies/vacancy-queries.ts';
import type { VacancyAction } from '../../vacancies/vacancy-state.ts';
import { exampleVacancy } from '../../vacancies/vacancy-testing.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';

const AN_HOUR_MS = 3_600_000;
const BEGINNING = new Date('2026-01-07T09:00:00Z');
const GRADES = ['G12', 'G15', 'G17'];
const NATIONS = ['BE', 'FR', 'NL', 'NO'];

/** Numbers that are the same at every run (mulberry32). */
function drawing(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (share: number) => next() < share,
    upTo: (most: number) => Math.floor(next() * (most + 1)),
    oneOf: <One>(some: readonly One[]): One => some[Math.floor(next() * some.length)] as One,
  };
}

type Draw = ReturnType<typeof drawing>;
type Making = {
  app: TestApp;
  db: Kysely<Schema>;
  draw: Draw;
  actor: Actor;
  reference: string;
  /** When the last thing happened; each next one is later. */
  at: Date;
};

const later = (making: Making, days: number): Date => {
  const hours = 1 + making.draw.upTo(days * 24);
  making.at = new Date(making.at.getTime() + hours * AN_HOUR_MS);
  return making.at;
};
const doer = ({ actor }: Making) => ({ kind: 'account' as const, id: actor.accountId });

/** Many small histories, each as far as chance has it, written by what the product writes with. Answers when the last ended. */
export async function makeHistories(app: TestApp, { count, seed }: { count: number; seed: number }): Promise<Date> {
  const draw = drawing(seed);
  const { id } = await insertAccount(app.db, { roles: ['recruitment-manager'] });
  const actor = actorWith(id);
  let end = BEGINNING;
  for (let number = 1; number <= count; number += 1) {
    const reference = `2609${String(number).padStart(2, '0')}`;
    const at = new Date(BEGINNING.getTime() + draw.upTo(4000) * AN_HOUR_MS);
    const making: Making = { app, db: app.db, draw, actor, reference, at };
    await makeHistory(making);
    if (making.at > end) end = making.at;
  }
  return new Date(end.getTime() + AN_HOUR_MS);
}

export const actorWith = (accountId: string, roles: Actor['roles'] = ['recruitment-manager']): Actor => ({
  accountId,
  sessionId: accountId,
  name: 'Ada Marin',
  email: 'ada@people.example',
  language: 'en',
  roles,
  method: 'password',
  serving: false,
});

async function makeHistory(making: Making): Promise<void> {
  const { draw, reference, at } = making;
  const deadlineAt = new Date(at.getTime() + (60 + draw.upTo(20)) * 24 * AN_HOUR_MS);
  const vacancy = exampleVacancy({
    reference,
    createdAt: at,
    updatedAt: at,
    deadlineAt,
    notice: { grades: [draw.oneOf(GRADES)] },
  });
  const begun = { action: 'begin', by: doer(making), at };
  await making.db.transaction().execute(async (transaction) => {
    await insertNewVacancy(transaction, vacancy, begun);
    await recordEvent(transaction, { ...begun, subject: 'vacancy', subjectId: reference });
  });
  if (await makeNotice(making)) await makeSelection(making);
}

/** Writes, reviews and publishes it, and takes applications until it closes; whether it got so far. */
async function makeNotice(making: Making): Promise<boolean> {
  const { draw } = making;
  for (let edits = draw.upTo(3); edits > 0; edits -= 1) await edit(making);
  if (draw.chance(0.1)) return false;
  await moveOn(making, 'submit', 5);
  if (draw.chance(0.3)) {
    await moveOn(making, 'return', 5);
    if (draw.chance(0.2)) return false;
    await edit(making);
    await moveOn(making, 'submit', 5);
  }
  if (draw.chance(0.1)) return false;
  if (draw.chance(0.1)) return moveOn(making, 'cancel', 3).then(() => false);
  await (draw.chance(0.3) ? publishAsScheduled(making) : moveOn(making, 'publish', 5));
  await apply(making);
  if (draw.chance(0.1)) return false;
  if (draw.chance(0.5)) {
    await moveOn(making, 'close', 9);
    if (draw.chance(0.2)) await moveOn(making, 'reopen', 2);
    else return true;
  }
  await closeAtDeadline(making);
  return true;
}

/** A mistake in one language, put in or taken out. */
async function edit(making: Making): Promise<void> {
  const vacancy = await current(making);
  const at = later(making, 4);
  const title = {
    en: making.draw.oneOf(['Officer', 'The the officer', 'Officer ']),
    fr: making.draw.oneOf(['Cadre', 'Ingenieur']),
  };
  const change = { action: 'edit', by: doer(making), at, details: { fields: ['title'] } };
  await record(making, { ...vacancy, notice: { ...vacancy.notice, title } }, change);
}

async function current({ db, reference }: Making): Promise<Vacancy> {
  const vacancy = await findVacancy(db, reference);
  if (!vacancy) throw new Error(`${reference} is not there`);
  return vacancy;
}

async function record({ db }: Making, vacancy: Vacancy, change: Parameters<typeof recordVacancy>[2]): Promise<void> {
  const recorded = await recordVacancy(db, vacancy, change);
  if (!recorded.ok) throw new Error(`${vacancy.reference}: ${recorded.refusal.kind}`);
}

const FREE = { findings: [], steps: [], reason: 'The post was withdrawn.' };

async function moveOn(making: Making, action: VacancyAction, days: number): Promise<void> {
  const at = later(making, days);
  const moved = makeMove(await current(making), action, { ...FREE, now: at });
  if (!moved.ok) throw new Error(`${making.reference}: ${action}: ${moved.refusal.kind}`);
  await record(making, moved.value, { action, by: doer(making), at });
}

/** Published by itself some seconds after the instant set, which is the one that counts. */
async function publishAsScheduled(making: Making): Promise<void> {
  const at = later(making, 3);
  const publishAt = later(making, 5);
  const scheduled = makeMove(await current(making), 'schedule', { ...FREE, now: at, publishAt });
  if (!scheduled.ok) throw new Error(scheduled.refusal.kind);
  const details = { publishAt: publishAt.toISOString(), zone: scheduled.value.deadlineZone };
  await record(making, scheduled.value, { action: 'schedule', by: doer(making), at, details });
  const then = new Date(publishAt.getTime() + 7_000);
  const published = makeMove(await current(making), 'publish', { ...FREE, now: then });
  if (!published.ok) throw new Error(published.refusal.kind);
  await record(
    making,
    { ...published.value, publishedAt: publishAt },
    { action: 'publish', by: { kind: 'system' }, at: then },
  );
}

/** As the task does it: some seconds late, and as of the deadline. */
async function closeAtDeadline(making: Making): Promise<void> {
  const vacancy = await current(making);
  const at = new Date((vacancy.deadlineAt ?? making.at).getTime() + 4_000);
  const closed = makeMove(vacancy, 'close', { ...FREE, now: at });
  if (!closed.ok) throw new Error(closed.refusal.kind);
  await record(making, closed.value, { action: 'close', by: { kind: 'system' }, at });
  making.at = at;
}

async function apply(making: Making): Promise<void> {
  const { db, draw, reference, app } = making;
  const at = new Date(making.at.getTime() + AN_HOUR_MS);
  for (let count = draw.chance(0.4) ? 15 + draw.upTo(10) : draw.upTo(4); count > 0; count -= 1) {
    const { id: accountId } = await insertAccount(db);
    const number = await insertDraft(db, { accountId, reference });
    await submitApplication(db, { accountId, number, rules: app.context.organisation }, at);
    const nations = draw.chance(0.1) ? ['BE', 'FR'] : [draw.oneOf(NATIONS)];
    await sql`update applications set answers = jsonb_set(answers, '{identity,nationalities}', ${JSON.stringify(nations)}::jsonb)
      where number = ${number}`.execute(db);
  }
}

async function makeSelection(making: Making): Promise<void> {
  const { draw } = making;
  if (draw.chance(0.1)) return;
  if (draw.chance(0.6)) await screen(making);
  await step(making, { action: 'review', share: 1 });
  const codes = making.app.context.organisation.selection.stages.filter(({ invitation }) => invitation);
  for (const { code } of codes) {
    if (draw.chance(0.3)) continue;
    if (!(await holdStage(making, code))) return;
  }
  if (draw.chance(0.8)) await step(making, { action: 'reserve', share: 0.4 });
  if (draw.chance(0.8)) await step(making, { action: 'select', share: 0.2 });
  if (draw.chance(0.8)) await step(making, { action: 'not-retain', share: 1 });
  await reportOn(making);
  if (draw.chance(0.5)) await makeAppointments(making);
  if (draw.chance(0.3)) await moveOn(making, 'fill', 9);
}

/** Settles all, or all but one. */
async function screen(making: Making): Promise<void> {
  const { db, reference, actor, draw } = making;
  const at = later(making, 3);
  await sql`insert into screenings (vacancy_reference, screeners, requirements, begun_at, begun_by)
    values (${reference}, 1, '[]', ${at}, ${actor.accountId})`.execute(db);
  await sql`insert into screened_applications (application_id, vacancy_reference, rules)
    select id, ${reference}, '[]' from applications where vacancy_reference = ${reference} and status = 'submitted'`.execute(
    db,
  );
  const rows = await db
    .selectFrom('applications')
    .select(['id', 'number'])
    .where('vacancyReference', '=', reference)
    .orderBy('number')
    .execute();
  const settled = rows.slice(draw.chance(0.3) ? 1 : 0);
  for (const part of [settled.slice(0, 2), settled.slice(2)].filter((some) => some.length > 0)) {
    const result = { outcome: 'met' as const, findings: { rules: {}, essential: {}, desirable: {} } };
    const results = part.map((row) => ({ ...row, result, differed: 0 }));
    const settledAt = later(making, 8);
    await db.transaction().execute((transaction) => recordResults(transaction, results, { actor, at: settledAt }));
  }
}

/** Plans a stage, invites some to it and closes it; whether it got so far. */
async function holdStage(making: Making, code: string): Promise<boolean> {
  const { db, actor, reference, draw, app } = making;
  const { organisation } = app.context;
  const by = () => ({ reference, actor, at: later(making, 4) });
  const planned = await planOf(db, reference);
  const added = addStage(code, { planned, organisation });
  if (!added.ok) throw new Error(added.refusal.kind);
  await recordNewStage(db, { ...added.value, assessedBy: 'nobody' }, by());
  if (draw.chance(0.1)) return false;
  const plan = await planOf(db, reference);
  const before = plan.at(-1);
  const opening = by();
  if (!before) throw new Error('not planned');
  const opened = openStage(before, { planned: plan, scale: organisation.scoring.scale, at: opening.at });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  await recordStage(db, { before, after: opened.value, reason: '' }, opening);
  await step(making, { action: 'invite', share: 0.7, stage: code });
  if (draw.chance(0.1)) return false;
  const closing = by();
  const closed = closeStage(opened.value, 0, closing.at);
  if (!closed.ok) throw new Error(closed.refusal.kind);
  await recordStage(db, { before: opened.value, after: closed.value, reason: '' }, closing);
  return true;
}

type Wanted = { action: StageAction; share: number; stage?: string };

/** Takes a step with those for whom it can be taken, as far as chance has it. */
async function step(making: Making, { action, share, stage = '' }: Wanted): Promise<void> {
  const { db, actor, reference, draw, app } = making;
  const at = later(making, 6);
  const vacancy = await current(making);
  const { selection } = app.context.organisation;
  const [reason] = selection.reasons;
  const asked = { action, stage, reason: reason?.code ?? '', dueOn: null, note: {} };
  await db.transaction().execute(async (transaction) => {
    const all = (await lockCandidates(transaction, actor, { reference, position: 'any', numbers: 'all' })) ?? [];
    const taken = all.flatMap((candidate: Candidate) => {
      const entry = takeStep(candidate, asked, { vacancy, selection, by: actor.accountId, at });
      // What was decided stays so.
      const undone = action === 'not-retain' && ['reserve-listed', 'selected'].includes(positionOf(candidate.entries));
      return entry.ok && !undone && draw.chance(share) ? [{ candidate, action, entry: entry.value }] : [];
    });
    if (taken.length > 0) await recordSteps(transaction, actor, taken);
  });
}

/** The report and what became of it, as the log tells it; sometimes it came back once, sometimes one case is looked at again. */
async function reportOn(making: Making): Promise<void> {
  const { draw } = making;
  await tell(making, 'report-begun', { report: 1 });
  await tell(making, 'report-submitted', { report: 1 });
  let report = 1;
  if (draw.chance(0.3)) {
    await tell(making, 'report-returned', { report });
    if (draw.chance(0.3)) return;
    report = 2;
    await tell(making, 'report-begun', { report });
    await tell(making, 'report-submitted', { report });
  }
  if (draw.chance(0.2)) return;
  await tell(making, draw.oneOf(['report-accepted', 'report-departed-from']), { report });
  if (draw.chance(0.2)) return;
  await tell(making, 'decision-released', { report });
  if (draw.chance(0.7)) return;
  await tell(making, 'report-begun', { report: report + 1, redone: true });
  await tell(making, 'report-submitted', { report: report + 1 });
  await tell(making, 'report-accepted', { report: report + 1 });
}

/** Those who are selected, each as far as chance has it: an offer accepted, sometimes another after it, and the appointment. */
async function makeAppointments(making: Making): Promise<void> {
  const { db, reference, actor, draw, app } = making;
  // No neighbour is told: of these offers there are events alone.
  const organisation = {
    ...app.context.organisation,
    handOver: { ...app.context.organisation.handOver, neighbours: [] },
  };
  const outside = { ...app.context, organisation };
  const { rows } = await sql<{ number: string }>`select a.number from applications a cross join lateral (
      select position from application_stages where application_id = a.id order by number desc limit 1) s
    where a.vacancy_reference = ${reference} and a.status = 'submitted' and s.position = 'selected'
    order by a.number limit 2`.execute(db);
  for (const { number } of rows) {
    const chosen = await findCase(db, { reference, number });
    if (!chosen) throw new Error(`${number} is not chosen`);
    const id = await recordBeginning(db, chosen, { actor, at: later(making, 5) });
    const offered = (action: string) =>
      recordEvent(db, { subject: 'appointment', subjectId: id, action, by: doer(making), at: later(making, 20) });
    if (draw.chance(0.2)) continue;
    await offered('offer-accepted');
    if (draw.chance(0.3)) {
      await offered('offer-withdrawn');
      if (draw.chance(0.3)) continue;
      await offered('offer-accepted');
    }
    if (draw.chance(0.3)) continue;
    const made = { startsOn: '2027-03-01', number, reference, outside, actor, at: later(making, 90) };
    await recordAppointing(db, { id, version: 1 }, made);
    if (draw.chance(0.2))
      await recordEnd(
        db,
        { id, version: 2, appointedAt: made.at },
        { reason: 'Did not come.', outside, actor, at: later(making, 30) },
      );
  }
}

const tell = (making: Making, action: string, details: Record<string, unknown>): Promise<void> =>
  recordEvent(making.db, {
    subject: 'vacancy',
    subjectId: making.reference,
    action,
    by: doer(making),
    at: later(making, 5),
    details,
  });
