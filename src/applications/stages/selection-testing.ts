import type { Context } from '../../people/context.ts';
import { insertAccount } from '../../people/people-testing.ts';
import type { Language } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { insertDraft, submitApplication } from '../application-testing.ts';

export const CLOSED_AT = new Date('2026-11-20T22:59:59Z');

/** A vacancy that has closed, with nobody in its selection yet. */
export const insertClosedVacancy = (db: Db, reference: string) =>
  insertVacancy(db, { reference, status: 'closed', deadlineAt: CLOSED_AT, closedAt: CLOSED_AT });

type Wanted = { accountId?: string | undefined; reference: string; language?: Language };

/** A submitted application of this person, or of a new one. */
export async function insertSubmitted(
  { db, organisation }: Pick<Context, 'db' | 'organisation'>,
  { reference, language = 'en', ...wanted }: Wanted,
): Promise<{ number: string; accountId: string }> {
  const accountId = wanted.accountId ?? (await insertAccount(db, { language })).id;
  const number = await insertDraft(db, { accountId, reference });
  await submitApplication(db, { accountId, number, rules: organisation }, new Date('2026-11-18T10:00:00Z'));
  return { number, accountId };
}
