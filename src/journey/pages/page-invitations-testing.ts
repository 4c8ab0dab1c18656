import { enterReceipts } from '../../applications/receipt-log/receipt-log-tasks.ts';
import { insertAccount } from '../../people/people-testing.ts';
import { hashSecret } from '../../people/session.ts';
import { insertInvited, insertStage } from '../../selection/invitations/invitations-testing.ts';
import { referenceToken } from '../../selection/references/reference.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Making = { app: ServedApp; found: Record<string, string> };

const REFERENCE = '260406';
const NAMED_AT = new Date('2026-11-21T12:00:00Z');
const hours = (count: number) => new Date(NAMED_AT.getTime() + count * 3_600_000);

/** Competition 260406: times of an interview that one has and another asks to change, and referees at each point of their way. */
export async function makeInvitations(
  { app, found }: Making,
  { candidateId, officerId }: { candidateId: string; officerId: string },
): Promise<void> {
  const { db } = app;
  const interview = await insertStage(db, { reference: REFERENCE, code: 'panel-interview' });
  const checks = await insertStage(db, { reference: REFERENCE, code: 'reference-check', number: 2 });
  const invited = { reference: REFERENCE, stage: 'panel-interview' };
  const candidate = await insertInvited(app.context, { ...invited, accountId: candidateId });
  await enterReceipts(app.context);
  const { id: askerId } = await insertAccount(db, { name: 'Bo Lind', email: 'bo.lind@people.example' });
  const asker = await insertInvited(app.context, { ...invited, accountId: askerId });
  await enterReceipts(app.context);
  Object.assign(found, { timed: candidate.number, asker: asker.number });
  const step = { position: 'invited', dueOn: null, enteredAt: NAMED_AT, actorId: officerId, reason: null, told: null };
  await db
    .insertInto('applicationStages')
    .values({ ...step, applicationId: candidate.applicationId, number: 3, stage: 'reference-check' })
    .execute();
  const panel = { vacancyReference: REFERENCE, accountId: officerId, name: 'Olga Ost', role: 'panel-chair' };
  await db
    .insertInto('competitionMembers')
    .values({ ...panel, addedAt: NAMED_AT, addedBy: officerId })
    .execute();
  found['slot'] = await makeTimes(app, { stageId: interview, officerId, has: candidate, asks: asker });
  const referees = await makeReferees(app, { stageId: checks, applicationId: candidate.applicationId });
  Object.assign(found, referees);
}

type Person = { applicationId: string };
type Times = { stageId: string; officerId: string; has: Person; asks: Person };

async function makeTimes({ db }: ServedApp, { stageId, officerId, has, asks }: Times): Promise<string> {
  const offered = { offeredAt: NAMED_AT, offeredBy: officerId };
  await db
    .insertInto('stageSchedules')
    .values({ stageId, kind: 'slots', zone: 'Europe/Brussels', chooseBy: hours(96), changeBy: hours(120), ...offered })
    .execute();
  const slots = await db
    .insertInto('stageSlots')
    .values(
      [240, 241, 264, 265].map((after) => ({
        stageId,
        startsAt: hours(after),
        minutes: 45,
        capacity: 1,
        place: JSON.stringify({ en: 'Room 7', fr: 'Salle 7' }),
        link: 'https://meet.example.int/7',
      })),
    )
    .returning('id')
    .execute();
  const confirmed = { stageId, reply: 'confirmed', repliedAt: NAMED_AT };
  const asked = { request: 'A hearing on that day.', requestedAt: NAMED_AT };
  await db
    .insertInto('stageAttendances')
    .values([
      { ...confirmed, applicationId: has.applicationId, slotId: slots[0]?.id ?? null },
      { ...confirmed, ...asked, applicationId: asks.applicationId, slotId: slots[1]?.id ?? null },
    ])
    .execute();
  return slots[2]?.id ?? '';
}

const GIVEN = {
  know: 'She worked in my unit.',
  from: '2019',
  to: '2023',
  other: '',
  items: [{ text: { en: 'Judgement: weighs facts.', fr: 'Jugement : pèse les faits.' }, answer: 'A flood in 2021.' }],
};

async function makeReferees({ db, context }: ServedApp, of: { stageId: string; applicationId: string }) {
  const named = { ...of, relation: 'Head of unit', language: 'en', namedAt: NAMED_AT };
  const asked = { consentedAt: NAMED_AT, askedAt: NAMED_AT };
  const [, second, third] = await db
    .insertInto('referees')
    .values([
      { ...named, name: 'Ada Roos', email: 'ada.roos@river.example' },
      { ...named, name: 'Elsa Berg', email: 'elsa@river.example', namedAt: hours(1) },
      {
        ...named,
        ...asked,
        name: 'Per Dahl',
        email: 'per@river.example',
        namedAt: hours(2),
        status: 'given',
        given: JSON.stringify(GIVEN),
        answeredAt: NAMED_AT,
      },
    ])
    .returning('id')
    .execute();
  const id = second?.id ?? '';
  const token = referenceToken({ id, askedAt: NAMED_AT }, context.secret);
  await db
    .updateTable('referees')
    .set({ ...asked, status: 'asked', tokenHash: hashSecret(token) })
    .where('id', '=', id)
    .execute();
  return { reference: `/en/references/${token}`, given: third?.id ?? '' };
}
