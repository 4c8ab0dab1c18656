import { auditWithHeads } from '../../people/event-chain/event-head-queries.ts';
import { auditRows } from '../../reports/record/verifying/database-queries.ts';
import type { TestApp } from '../../testing.ts';
import type { Appointee } from './competition.ts';

type Way = { announced?: string[]; attached?: string[]; beforeSending?: string[] };

/** What is done from the import to the first day, by whom and in which order: on one way, beside what is done on every way. */
export const theWay = ({ announced = [], attached = [], beforeSending = [] }: Way = {}): string[] => [
  'recruiter: vacancy import',
  ...announced,
  'manager: vacancy publish',
  'candidate: application begin',
  ...attached,
  'candidate: application submit',
  'Concours: vacancy close',
  'manager: application review',
  'manager: application invite',
  'manager: application select',
  'manager: appointment appointment-begun',
  'manager: application message-sent',
  'candidate: appointment condition-document-sent',
  'security: appointment condition-stepped',
  'medical: appointment condition-stepped',
  'contract: appointment verification-stepped',
  'contract: appointment condition-stepped',
  'recruiter: appointment offer-prepared',
  'recruiter: appointment offer-submitted',
  ...beforeSending,
  'manager: appointment offer-sent',
  'manager: application message-sent',
  'candidate: appointment offer-seen',
  'candidate: appointment offer-accepted',
  'manager: appointment appointed',
  'manager: application message-sent',
  'manager: vacancy fill',
];

/** What was done with the vacancy, the application and the appointment, as the record has it; what is repeated stands there once. */
export async function wayOf(one: Appointee): Promise<string[]> {
  const { app, reference, number } = one;
  const { application, appointment } = await app.db
    .selectFrom('appointments as a')
    .innerJoin('applications as p', 'p.id', 'a.applicationId')
    .select(['p.id as application', 'a.id as appointment'])
    .where('p.number', '=', number)
    .executeTakeFirstOrThrow();
  const done = await app.db
    .selectFrom('events')
    .select(['subject', 'action', 'actorId', 'actorKind'])
    .where('subjectId', 'in', [reference, number, application, appointment])
    .orderBy('id')
    .execute();
  const lines = done.map(({ subject, action, ...by }) => `${nameOf(one, by)}: ${subject} ${action}`);
  return lines.filter((line, at) => line !== lines[at - 1]);
}

/** Who did something, by their part in it. */
function nameOf(
  { candidate, offices }: Appointee,
  { actorId, actorKind }: { actorId: string | null; actorKind: string },
): string {
  if (actorKind === 'system') return 'Concours';
  const known = Object.entries({ candidate, ...offices });
  return known.find(([, { client }]) => client.accountId === actorId)?.[0] ?? 'somebody else';
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
