import { auditWithHeads } from '../people/event-chain/event-head-queries.ts';
import { auditRows } from '../reports/record/verifying/database-queries.ts';
import type { TestApp } from '../testing.ts';
import type { Appointee } from './first-day-competition.ts';

type Way = { announced?: string[]; attached?: string[]; beforeSending?: string[] };

/** What is done from the import to the first day, in its order: on the way of one vacancy, beside what is done on every way. */
export const theWay = ({ announced = [], attached = [], beforeSending = [] }: Way = {}): string[] => [
  'vacancy import',
  ...announced,
  'vacancy publish',
  'application begin',
  ...attached,
  'application submit',
  'vacancy close',
  'application review',
  'application invite',
  'application select',
  'appointment appointment-begun',
  'application message-sent',
  'appointment condition-stepped',
  'appointment verification-stepped',
  'appointment condition-stepped',
  'appointment offer-prepared',
  'appointment offer-submitted',
  ...beforeSending,
  'appointment offer-sent',
  'application message-sent',
  'appointment offer-seen',
  'appointment offer-accepted',
  'appointment appointed',
  'application message-sent',
  'vacancy fill',
];

/** What was done with the vacancy, the application and the appointment, as the record has it; what is repeated stands there once. */
export async function wayOf({ app, reference, number }: Appointee): Promise<string[]> {
  const { application, appointment } = await app.db
    .selectFrom('appointments as a')
    .innerJoin('applications as p', 'p.id', 'a.applicationId')
    .select(['p.id as application', 'a.id as appointment'])
    .where('p.number', '=', number)
    .executeTakeFirstOrThrow();
  const done = await app.db
    .selectFrom('events')
    .select(['subject', 'action'])
    .where('subjectId', 'in', [reference, number, application, appointment])
    .orderBy('id')
    .execute();
  const lines = done.map(({ subject, action }) => `${subject} ${action}`);
  return lines.filter((line, at) => line !== lines[at - 1]);
}

/** What `concours events --verify` finds of everything that was done here: the chain, its signed heads, and the rows held to the events. */
export async function verified({ db }: Pick<TestApp, 'db'>) {
  const chain = await auditWithHeads(db, {});
  const { problems, competitions } = await auditRows(db, 'en');
  return { problems: [...chain.problems, ...problems], hasHeads: chain.published > 0, competitions };
}

/** Where a vacancy stands. */
export async function statusOf({ app, reference }: Appointee): Promise<string> {
  const vacancies = app.db.selectFrom('vacancies').select('status').where('reference', '=', reference);
  return (await vacancies.executeTakeFirstOrThrow()).status;
}
