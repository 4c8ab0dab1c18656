import { appointedWith, insertAppointed } from '../../../appointment/calendar/appointed-testing.ts';
import type { Wish } from '../../../appointment/calendar/contract-testing.ts';
import { recordSendAgain, recordStop } from '../../../appointment/hand-over/hand-over-queries.ts';
import { sendHandOvers } from '../../../appointment/hand-over/hand-over-tasks.ts';
import { appoint, setAddress } from '../../../appointment/hand-over/hand-over-testing.ts';
import { queueHandOvers } from '../../../appointment/hand-over/queueing-queries.ts';
import type { OfferChoice } from '../../../appointment/offer/offer-terms.ts';
import { findAccount } from '../../../people/account-queries.ts';
import type { Actor } from '../../../people/actor.ts';
import { insertAccount } from '../../../people/people-testing.ts';
import type { Client, TestApp } from '../../../testing.ts';
import { appointedCompetition, type AppointedCompetition } from './appointed-testing.ts';

/** A competition whose best candidate is appointed, with all that may come of a contract and of what is handed over. */
export type ContractCompetition = AppointedCompetition & { appointmentId: string };

const STEPS: readonly Wish[] = [
  { action: 'propose-renewal', months: '12' },
  { action: 'take-back', reason: 'It was meant for somebody else.' },
  { action: 'confirm-probation' },
  { action: 'agree-renewal', months: '36' },
  { action: 'request', onDay: '2030-04-01', today: '2030-04-02' },
  { action: 'refuse-request', reason: '=The post goes with its programme.' },
  { action: 'end', ground: 'resignation', onDay: '2031-01-31', reason: 'They go elsewhere.' },
];

type Contracted = { choice?: Partial<OfferChoice>; wishes: readonly Wish[] };

/** Contracts with the steps that the one above cannot have as well. */
export const OTHER_CONTRACTS: readonly Contracted[] = [
  {
    wishes: [
      { action: 'extend-probation', onDay: '2027-11-30', reason: 'Away for three months.' },
      { action: 'decline-renewal', reason: 'The post is abolished.' },
    ],
  },
  {
    wishes: [
      { action: 'agree-renewal', months: '36' },
      { action: 'request', onDay: '2030-04-01', today: '2030-04-02' },
      { action: 'grant-request', onDay: '2030-07-01', reason: 'As was advised.' },
    ],
  },
  {
    choice: { clause: 'indefinite-possible', grades: ['G10', 'G12'] },
    wishes: [
      { action: 'advance', onDay: '2030-03-01' },
      { action: 'agree-indefinite', reason: 'The post goes on.' },
    ],
  },
  {
    choice: { person: 'serving-staff' },
    wishes: [{ action: 'set-length', length: 'definite', onDay: '2031-06-30', reason: 'Regulations, 5.5.' }],
  },
  {
    choice: { person: 'seconded' },
    wishes: [{ action: 'agree-renewal', months: '12', authority: '+32 Ministry', agreedOn: '2027-08-01' }],
  },
];

export async function contractCompetition(app: TestApp, reference: string): Promise<ContractCompetition> {
  const competition = await appointedCompetition(app, reference, 'accepted');
  const { number, manager } = competition;
  const by = await actorFor(app, manager);
  const appointmentId = await appoint(app, { reference, number, staff: manager });
  await handOver(app, appointmentId, by);
  for (const wish of STEPS) await appointedWith(app.context, { number, by, at: app.now, wish });
  return { ...competition, appointmentId };
}

/** Somebody else who is appointed, with the steps on their contract alone recorded. */
export async function insertContract(
  app: TestApp,
  { reference, manager, choice: more, wishes }: Contracted & { reference: string; manager: Client },
): Promise<void> {
  const { id: accountId } = await insertAccount(app.db);
  const by = await actorFor(app, manager);
  const choice = { startsOn: '2027-03-01', ...more };
  const number = await insertAppointed(app.context, { reference, accountId, by, at: app.now, choice });
  for (const wish of wishes) await appointedWith(app.context, { number, by, at: app.now, wish });
}

/** One message is stopped, one stopped, sent again and delivered, one given up, and one waits. */
async function handOver(app: TestApp, appointmentId: string, actor: Actor): Promise<void> {
  const administrator = await app.signedInAs('administrator', 'en');
  await setAddress(administrator, 'payroll', 'https://payroll.example/concours');
  const message = waiting(app, appointmentId);
  const by = { appointmentId, actor, at: app.now };
  const [toPayroll, toBadges] = [await message('payroll'), await message('badge-office')];
  await app.db.transaction().execute((one) => recordStop(one, { ...by, ...toPayroll, reason: 'Not yet.' }));
  const stopped = { ...toPayroll, version: toPayroll.version + 1 };
  await app.db.transaction().execute((one) => recordSendAgain(one, { ...by, ...stopped }));
  await sendHandOvers(app.context, async () => ({ status: 204 }));
  await app.db.transaction().execute((one) => recordStop(one, { ...by, ...toBadges, reason: 'Entered by hand.' }));
  for (const status of [410, undefined]) {
    const queued = {
      appointmentId,
      event: 'appointment.made',
      by: { kind: 'system' },
      at: app.now,
      neighbour: 'payroll',
    } as const;
    await app.db.transaction().execute((one) => queueHandOvers(one, app.context, queued));
    if (status) await sendHandOvers(app.context, async () => ({ status }));
  }
}

const waiting =
  ({ db }: TestApp, appointmentId: string) =>
  async (neighbour: string) =>
    db
      .selectFrom('handOvers')
      .select(['id', 'version'])
      .where('appointmentId', '=', appointmentId)
      .where('neighbour', '=', neighbour)
      .executeTakeFirstOrThrow();

async function actorFor({ db }: TestApp, { accountId = '' }: Client): Promise<Actor> {
  const account = await findAccount(db, accountId);
  if (!account) throw new Error('There is no such account.');
  const { name, email } = account;
  return { accountId, sessionId: '', name, email, language: 'en', roles: [], method: 'password', serving: false };
}
