import { sql } from 'kysely';
import { launchBrowser, type Reader } from '../browser-testing.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meetConditions } from '../../appointment/appointing/appointing-testing.ts';
import { contractCalendar } from '../../appointment/calendar/contract-calendar.ts';
import { readContent } from '../../appointment/offer/offer-content.ts';
import { insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { auditEvents } from '../../people/event-chain/event-chain-queries.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import { invite, takeStep } from '../../selection/panel-testing.ts';
import { civilDayIn } from '../../site/dates.ts';
import { APPROVED, insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { servedApp, type ServedApp } from '../journey-app-testing.ts';
import { leave, type Person } from '../person-testing.ts';
import { KINDS, type AppointmentKind } from './first-day-kinds.ts';
import { staffOf, windowFor, type Everybody } from './first-day-people.ts';
import {
  accepts,
  appoints,
  approves,
  approvesBudget,
  begins,
  prepares,
  raisesClearance,
  readsAppointment,
  readsContract,
  recordsAgreement,
  sends,
  type Where,
} from './first-day-steps.ts';

export type FirstDays = { organisation: string; series: string; staff: Reader; candidates: Reader };

/** Walks each kind of appointment in one organisation, from the decision to the appointment, staff and candidates at a browser. */
export function walksToFirstDays({ organisation, series, staff: staffReader, candidates }: FirstDays): void {
  let app: ServedApp;
  let browser: Browser;
  let staff: Everybody;
  beforeAll(async () => {
    [app, browser] = await Promise.all([servedApp({ ORGANISATION: organisation }), launchBrowser()]);
    staff = await staffOf({ app, browser }, staffReader);
  });
  afterAll(async () => {
    const { recruiter, manager, security, contracts, budget } = staff;
    for (const person of [recruiter, manager, security, contracts, budget]) await leave(person);
    await browser.close();
    await app.close();
  });

  describe.each(KINDS)('$name', { timeout: 180_000 }, (kind) => {
    const reference = `${series}${kind.digits}`;
    let candidate: Person;
    let where: Where;
    const today = () => civilDayIn(app.now, 'Europe/Brussels');
    const answerBy = () => addDays(today(), 21);

    beforeAll(async () => {
      const account = await app.signedInAs('applicant', candidates.language);
      candidate = await windowFor({ app, browser }, account.accountId ?? '', candidates);
      const number = await chosenFor(app, { reference, kind, staff, accountId: account.accountId ?? '' });
      where = { number, of: `/staff/vacancies/${reference}/appointments/${number}` };
    });
    afterAll(() => leave(candidate));

    test('is begun, and its conditions are met by their offices', async () => {
      await begins(staff.recruiter, where, kind);
      if (kind.clearance) await raisesClearance(staff.security, where, today());
      const of = `/${staffReader.language}${where.of}`;
      await meetConditions({ app, offices: staff.offices, of });

      expect(await statesOf(app, where.number)).toEqual(['met', 'met', 'met', 'met']);
    });

    test('is offered what the rules make of it, once what stands before it is settled', async () => {
      const { approval } = app.context.organisation.appointment.offer;
      await prepares(staff.recruiter, where, kind);
      for (const { by } of approval) await approves(by === 'contract-officer' ? staff.contracts : staff.manager, where);
      const pending = { answerBy: answerBy(), refused: new RegExp(REFUSED[staffReader.language]) };
      if (kind.person === 'seconded') {
        await sends(staff.manager, where, pending);
        await recordsAgreement(staff.recruiter, where, today());
      }
      if (kind.notice.budgetPending === true) {
        await sends(staff.manager, where, pending);
        const hasOfficer = app.context.organisation.notices.approval.steps.some(({ mayPend }) => mayPend);
        await approvesBudget(staff.budget, reference, hasOfficer);
      }
      await sends(staff.manager, where, { answerBy: answerBy() });

      expect(await offerOf(app, where.number)).toMatchObject({ state: 'sent' });
    });

    test('is accepted by the person themselves, and they are appointed', async () => {
      await accepts(candidate, where, kind);
      await appoints(staff.manager, where, kind);
      await readsAppointment(candidate, where, kind);
      await readsContract(staff.contracts, where, kind);

      const { content } = (await offerOf(app, where.number)) ?? {};
      const { terms, choice } = readContent(content ?? '');
      const { calendar } = app.context.organisation.appointment;
      const days = contractCalendar(
        { ...terms, person: choice.person, startsOn: choice.startsOn, renewed: false },
        calendar,
      );
      const due = days.map(({ day }) => day);
      expect(terms.grade).toBe(kind.grade);
      expect(due).toContain(kind.startsOn);
      expect(kind.notDays.filter((day) => due.includes(day))).toEqual([]);
      const filled = app.db.selectFrom('vacancies').select('status').where('reference', '=', reference);
      expect(await filled.executeTakeFirst()).toEqual({ status: 'filled' });
      expect((await auditEvents(app.db)).problems).toEqual([]);
    });
  });
}

const REFUSED = { en: 'Not sent', fr: 'Offre non envoyée' };

type Choosing = { reference: string; kind: AppointmentKind; staff: Everybody; accountId: string };

/** Somebody who applied for the post and was selected by the steps of the staff; the number of their application. */
async function chosenFor(app: ServedApp, { reference, kind, staff, accountId }: Choosing): Promise<string> {
  const closedAt = new Date(app.now.getTime() - 24 * 3_600_000);
  const pending = APPROVED.map((one) =>
    one.step === 'budget' ? { ...one, decision: 'pending-budget' as const } : one,
  );
  const approvals = kind.notice.budgetPending === true ? pending : APPROVED;
  const closed = { status: 'closed', deadlineAt: closedAt, closedAt, approvals } as const;
  await insertVacancy(app.db, { reference, ...closed, notice: kind.notice });
  const { number } = await insertSubmitted(app.context, { reference, accountId });
  if (kind.clearance)
    await sql`update applications set answers = jsonb_set(answers, '{identity,clearance}', ${JSON.stringify(kind.clearance)}::jsonb)
      where number = ${number}`.execute(app.db);
  const manager = staff.offices['recruitment-manager'];
  await invite(manager, reference, { numbers: [number], stage: 'panel-interview' });
  await takeStep(manager, reference, { position: 'invited', numbers: [number], action: 'select' });
  return number;
}

const offerOf = (app: ServedApp, number: string) =>
  app.db
    .selectFrom('appointmentOffers')
    .innerJoin('appointments', 'appointments.id', 'appointmentId')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['appointmentOffers.state', 'content'])
    .where('applications.number', '=', number)
    .executeTakeFirst();

/** Where each condition stands. */
async function statesOf(app: ServedApp, number: string): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`select distinct on (condition) s.state from condition_steps s
    join appointments p on p.id = s.appointment_id join applications a on a.id = p.application_id
    where a.number = ${number} order by condition, s.number desc`.execute(app.db);
  return rows.map(({ state }) => state);
}
