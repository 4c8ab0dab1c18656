import { sql, type Selectable, type SelectQueryBuilder, type Transaction } from 'kysely';
import type { Location, NoticeRecord, PostGroup } from '../notices/notice.ts';
import { recordEvent } from '../people/event-queries.ts';
import type { Translated } from '../platform/language.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Db, Schema, VacanciesTable } from '../schema.ts';
import { keepSearchDocument } from './search/search-document-queries.ts';
import { keepVersion } from './versions/keep-version-queries.ts';
import type { ReviewedDoubt } from './review/review.ts';
import type { VacancyStatus } from './vacancy-state.ts';
import type { Audience, Vacancy } from './vacancy.ts';
import type { VacancyChange } from './vacancy-change.ts';

/** Somebody else has changed the row since it was read. */
export type ChangedMeanwhile = { kind: 'changed-meanwhile' };

export type VacancySummary = {
  reference: string;
  title: Translated;
  grades: string[];
  /** Where it announces several. */
  posts: PostGroup[] | null;
  body: string | null;
  clearance: string | null;
  location: Location | null;
  /** None where applications are received until the post is filled. */
  deadlineAt: Date | null;
  deadlineZone: string;
  publishedAt: Date;
  audience: Audience;
  internalDeadlineAt: Date | null;
};

/** Internal vacancies are left out unless they are asked for: `isShownTo` says who may see them. */
type OpenAsked = { internal?: boolean };

/** Vacancies that can be applied to at `now`, the soonest deadline first, those without one last. */
export function openVacancies(db: Db, now: Date, asked: OpenAsked = {}): Promise<VacancySummary[]> {
  const { internal = false } = asked;
  return db
    .selectFrom('vacancies')
    .select(['reference', 'deadlineAt', 'deadlineZone', 'internalDeadlineAt'])
    .select([
      sql<Translated>`notice -> 'title'`.as('title'),
      sql<string[]>`notice -> 'grades'`.as('grades'),
      sql<string | null>`notice ->> 'body'`.as('body'),
      sql<string | null>`notice ->> 'clearance'`.as('clearance'),
      sql<Location | null>`nullif(notice -> 'location', 'null')`.as('location'),
      sql<PostGroup[] | null>`notice -> 'posts'`.as('posts'),
      sql<Audience>`audience`.as('audience'),
      sql<Date>`published_at`.as('publishedAt'),
    ])
    .where('status', '=', 'published')
    .where('publishedAt', '<=', now)
    .where((is) => is.or([is('deadlineAt', '>=', now), is('deadlineAt', 'is', null)]))
    .$if(!internal, (query) => query.where('audience', '!=', 'internal'))
    .orderBy('vacancies.deadlineAt', (order) => order.asc().nullsLast())
    .orderBy('reference')
    .execute();
}

/** Whether the text stands in the reference or in a title, whatever its case. */
export function containing(text: string) {
  const pattern = `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(reference ilike ${pattern} or notice #>> '{title,en}' ilike ${pattern} or notice #>> '{title,fr}' ilike ${pattern})`;
}

export async function findVacancy(db: Db, reference: string): Promise<Vacancy | undefined> {
  const row = await db.selectFrom('vacancies').selectAll().where('reference', '=', reference).executeTakeFirst();
  return row && vacancyOf(row);
}

export function vacancyOf(row: Selectable<VacanciesTable>): Vacancy {
  return {
    ...row,
    notice: row.notice as NoticeRecord,
    places: row.places as Vacancy['places'],
    doubts: row.doubts as ReviewedDoubt[],
    status: row.status as VacancyStatus,
    originalLanguage: row.originalLanguage as Vacancy['originalLanguage'],
    translations: row.translations as Vacancy['translations'],
    waivers: row.waivers as Vacancy['waivers'],
    approvals: row.approvals as Vacancy['approvals'],
    audience: row.audience as Vacancy['audience'],
    corrections: row.corrections as Vacancy['corrections'],
    questions: row.questions as Vacancy['questions'],
  };
}

export type StaffFilters = { status?: VacancyStatus | undefined; text?: string | undefined; page?: number | undefined };

export type StaffRow = {
  reference: string;
  title: Translated;
  grades: string[];
  status: VacancyStatus;
  deadlineAt: Date | null;
  deadlineZone: string;
  openEnded: boolean;
  publishAt: Date | null;
  audience: Audience;
  updatedAt: Date;
  openDoubts: number;
  approvals: Vacancy['approvals'];
};

export type StaffList = {
  rows: StaffRow[];
  /** How many match the text, by status: the figures beside the filter. */
  counts: Partial<Record<VacancyStatus, number>>;
  /** How many match text and status. */
  total: number;
};

export const STAFF_PAGE_SIZE = 50;

/** Vacancies in any status, the last changed first, a page at a time. */
export async function vacanciesForStaff(db: Db, { status, text, page = 1 }: StaffFilters): Promise<StaffList> {
  const rows = await matching(db, text)
    .select(['reference', 'status', 'deadlineAt', 'deadlineZone', 'publishAt', 'updatedAt'])
    .select([
      sql<Translated>`notice -> 'title'`.as('title'),
      sql<string[]>`notice -> 'grades'`.as('grades'),
      sql<boolean>`notice ? 'openEnded'`.as('openEnded'),
      sql<Audience>`audience`.as('audience'),
      sql<Vacancy['approvals']>`approvals`.as('approvals'),
      sql<number>`(select count(*)::int from jsonb_array_elements(doubts) d where d ->> 'state' = 'open')`.as(
        'openDoubts',
      ),
    ])
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? ''))
    .orderBy('updatedAt', 'desc')
    .orderBy('reference')
    .limit(STAFF_PAGE_SIZE)
    .offset((page - 1) * STAFF_PAGE_SIZE)
    .execute();
  const counted = await matching(db, text)
    .select(['status', sql<number>`count(*)::int`.as('count')])
    .groupBy('status')
    .execute();
  const counts = Object.fromEntries(counted.map((row) => [row.status, row.count])) as StaffList['counts'];
  const total = status ? (counts[status] ?? 0) : counted.reduce((sum, { count }) => sum + count, 0);
  return { rows: rows.map((row) => ({ ...row, status: row.status as VacancyStatus })), counts, total };
}

const matching = (db: Db, text = ''): SelectQueryBuilder<Schema, 'vacancies', object> =>
  db.selectFrom('vacancies').$if(text !== '', (query) => query.where(containing(text)));

/** Writes what a decision made of a vacancy, with the event, unless somebody has changed it since it was read. */
export function recordVacancy(
  db: Db,
  vacancy: Vacancy,
  change: VacancyChange,
): Promise<Result<Vacancy, ChangedMeanwhile>> {
  return inTransaction(db, async (transaction) => {
    const row = await transaction
      .updateTable('vacancies')
      .set({ ...columnsOf(vacancy), updatedAt: change.at, version: vacancy.version + 1 })
      .where('reference', '=', vacancy.reference)
      .where('version', '=', vacancy.version)
      .returningAll()
      .executeTakeFirst();
    if (!row) return refuse({ kind: 'changed-meanwhile' });
    await keepVersion(transaction, vacancy, change);
    await keepSearchDocument(transaction, vacancy, change.at);
    await recordEvent(transaction, { ...change, subject: 'vacancy', subjectId: vacancy.reference });
    return ok(vacancyOf(row));
  });
}

/**
 * Writes the dates of serving staff, unless somebody has changed the vacancy since it was read; whether it did. Nothing of
 * them is searched, and when the vacancy was last changed stays as the public knows it: this is not theirs to learn.
 */
export async function writeInternalDates(transaction: Transaction<Schema>, vacancy: Vacancy): Promise<boolean> {
  const { reference, version, internalDeadlineAt, publicFrom } = vacancy;
  const row = await transaction
    .updateTable('vacancies')
    .set({ internalDeadlineAt, publicFrom, version: version + 1 })
    .where('reference', '=', reference)
    .where('version', '=', version)
    .returning('reference')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes a vacancy that was not there before, and the first version of its notice. */
export async function insertNewVacancy(
  db: Db,
  vacancy: Vacancy,
  change: Pick<VacancyChange, 'action' | 'by' | 'at'> = {
    action: 'import',
    by: { kind: 'system' },
    at: vacancy.createdAt,
  },
): Promise<void> {
  const { reference, createdAt, updatedAt, version } = vacancy;
  await db
    .insertInto('vacancies')
    .values({ reference, createdAt, updatedAt, version, ...columnsOf(vacancy) })
    .execute();
  await keepVersion(db, vacancy, change);
  await keepSearchDocument(db, vacancy, change.at);
}

/** All of a vacancy that a change may touch, as the table holds it. */
function columnsOf(vacancy: Vacancy) {
  const { status, deadlineAt, deadlineZone, publishedAt, composed, originalLanguage } = vacancy;
  const { audience, internalDeadlineAt, publicFrom, publishAt, closedAt } = vacancy;
  return {
    status,
    deadlineAt,
    deadlineZone,
    publishedAt,
    composed,
    originalLanguage,
    audience,
    internalDeadlineAt,
    publicFrom,
    publishAt,
    closedAt,
    notice: JSON.stringify(vacancy.notice),
    places: JSON.stringify(vacancy.places),
    doubts: JSON.stringify(vacancy.doubts),
    translations: JSON.stringify(vacancy.translations),
    waivers: JSON.stringify(vacancy.waivers),
    approvals: JSON.stringify(vacancy.approvals),
    corrections: JSON.stringify(vacancy.corrections),
    questions: JSON.stringify(vacancy.questions),
  };
}

/** One transaction for row and event: the caller's where there is one, else its own. */
export const inTransaction = <Answer>(
  db: Db,
  work: (transaction: Transaction<Schema>) => Promise<Answer>,
): Promise<Answer> => (db.isTransaction ? work(db as Transaction<Schema>) : db.transaction().execute(work));
