import type { Db } from '../../schema.ts';
import type { Client, TestApp } from '../../testing.ts';
import { hidden } from '../panel-testing.ts';

type Redoing = {
  reference: string;
  number: string;
  candidate: Client;
  manager: Client;
  reviewer: Client;
  from: string;
  reach: 'step' | 'onward';
};

/** A candidate asks for a review, a reviewer is named, and decides that it is re-done; the id of the case. */
export async function haveRedone({ db }: TestApp, redoing: Redoing): Promise<string> {
  const { reference, number, candidate, manager, reviewer, from, reach } = redoing;
  const base = `/en/staff/vacancies/${reference}/reviews`;
  const words = 'On a lu la copie de quelqu’un d’autre.';
  await candidate.post(`/fr/my/applications/${number}/decision-review`, { kind: 'review', words });
  const { id } = await db
    .selectFrom('reviewRequests')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select('reviewRequests.id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const account = db
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', reviewer.accountId ?? '');
  const { email } = await account.executeTakeFirstOrThrow();
  await manager.post(`${base}/${id}/reviewer`, { [`email-${id}`]: email, version: '1' });
  const version = hidden((await reviewer.get(`${base}/${id}`)).text, 'version');
  const reason = 'La copie lue n’était pas la vôtre.';
  const { location, status } = await reviewer.post(`${base}/${id}/decision`, {
    ending: 'redo',
    from,
    reach,
    reason,
    version,
  });
  if (location !== `${base}/${id}?done=decided`) throw new Error(`Not decided: ${status}`);
  return id;
}

type Case = { applicationId: string; by: string; decidedAt: Date; redoFrom?: string };

/** A case in which something was opened again for one candidate, without any step. */
export async function insertRedoneCase(
  db: Db,
  { applicationId, by, decidedAt, redoFrom = 'panel-interview' }: Case,
): Promise<string> {
  const { id } = await db
    .insertInto('reviewRequests')
    .values({
      applicationId,
      decisionNumber: 2,
      reportId: null,
      reportSha256: null,
      kind: 'review',
      words: 'Why?',
      isLate: false,
      askedAt: decidedAt,
      answerBy: null,
      status: 'redone',
      reviewerId: by,
      reviewerName: 'Reviewer',
      assignedAt: decidedAt,
      assignedBy: by,
      outcomeReason: 'It was read wrongly.',
      redoFrom,
      redoReach: 'step',
      decidedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
