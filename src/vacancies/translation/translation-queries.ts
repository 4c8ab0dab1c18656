import { sql } from 'kysely';
import type { NoticeRecord } from '../../notices/notice.ts';
import type { Language } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import { progressOf, targetsOf, translationUnits, type TranslationProgress } from './translation.ts';
import type { VacancyStatus } from '../vacancy-state.ts';
import type { Vacancy } from '../vacancy.ts';

/** A notice and one language that it is not yet wholly in, or not yet checked in. */
export type TranslationTask = {
  vacancy: Pick<Vacancy, 'reference' | 'notice' | 'status' | 'deadlineAt' | 'deadlineZone'>;
  target: Language;
  progress: TranslationProgress;
};

/** What is to be translated or checked in vacancies of these statuses, the soonest deadline first. */
export async function translationTasks(db: Db, statuses: readonly VacancyStatus[]): Promise<TranslationTask[]> {
  const rows = await db
    .selectFrom('vacancies')
    .select(['reference', 'notice', 'status', 'deadlineAt', 'deadlineZone'])
    .select(['translations', 'originalLanguage', 'composed'])
    .where('status', 'in', [...statuses])
    .orderBy('deadlineAt', (order) => order.asc().nullsLast())
    .orderBy('reference')
    .execute();
  return rows
    .map((row) => ({
      ...row,
      notice: row.notice as NoticeRecord,
      status: row.status as VacancyStatus,
      translations: row.translations as Vacancy['translations'],
      originalLanguage: row.originalLanguage as Language,
    }))
    .flatMap((vacancy) =>
      targetsOf(vacancy).map((target) => ({
        vacancy,
        target,
        progress: progressOf(translationUnits(vacancy, target)),
      })),
    )
    .filter(({ progress: { left, toCheck } }) => left + toCheck > 0);
}

/** The names on the accounts now, by their ids. */
export async function namesOf(db: Db, accounts: readonly (string | null | undefined)[]): Promise<Map<string, string>> {
  const ids = [...new Set(accounts.filter((id) => typeof id === 'string'))];
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('accounts')
    .select([sql<string>`id::text`.as('id'), 'name'])
    .where(sql`id::text`, 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
