import { CLOSED_AT, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import type { Context } from '../../people/context.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import { insertInvited } from '../../selection/invitations/invitations-testing.ts';
import { hidden, invite, takeStep } from '../../selection/panel-testing.ts';
import type { Client, TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';

type Selecting = { reference: string; manager: Client; candidate: Client; notice?: Partial<NoticeRecord> };

/** Somebody selected for a post by the steps of the staff; answers the number of their application. */
export async function selectSomebody(
  app: TestApp,
  { reference, manager, candidate, notice = {} }: Selecting,
): Promise<string> {
  const closed = { deadlineAt: CLOSED_AT, closedAt: CLOSED_AT };
  await insertVacancy(app.db, { reference, status: 'closed', ...closed, notice });
  const { accountId } = candidate;
  const { number } = await insertSubmitted(app.context, { reference, accountId });
  await invite(manager, reference, { numbers: [number], stage: 'panel-interview' });
  await takeStep(manager, reference, { position: 'invited', numbers: [number], action: 'select' });
  return number;
}

type Inserted = { reference: string; accountId?: string; at: Date };

/** Somebody selected for a post of a vacancy that has closed, without the steps of the staff being walked. */
export async function insertSelected(
  context: Pick<Context, 'db' | 'organisation'>,
  { reference, accountId, at }: Inserted,
): Promise<{ number: string; applicationId: string }> {
  const invited = await insertInvited(context, { reference, accountId, stage: 'panel-interview' });
  const { applicationId, number, accountId: actorId } = invited;
  const step = { applicationId, actorId, dueOn: null, reason: null, told: null, stage: null };
  await context.db
    .insertInto('applicationStages')
    .values({ ...step, number: 3, position: 'selected', enteredAt: at })
    .execute();
  return { number, applicationId };
}

/** A step on a track as its form sends it: the day as `YYYY-MM-DD`. */
export async function stepOn(
  person: Client,
  address: string,
  { on, until = '', ...form }: Record<string, string> & { on: string },
) {
  const seen = hidden((await person.get(address)).text, 'seen');
  const [year = '', month = '', day = ''] = on.split('-');
  const [untilYear = '', untilMonth = '', untilDay = ''] = until.split('-');
  return person.post(address, {
    'on-day': day,
    'on-month': month,
    'on-year': year,
    'until-day': untilDay,
    'until-month': untilMonth,
    'until-year': untilYear,
    seen,
    ...form,
  });
}
