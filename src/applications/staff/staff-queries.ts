import { sql, type SelectQueryBuilder } from 'kysely';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { permits } from '../../people/permissions.ts';
import type { Language } from '../../platform/language.ts';
import type { LanguageScheme } from '../../regulations/organisation/organisation.ts';
import type { Db, Schema } from '../../schema.ts';
import type { Answers } from '../answers.ts';
import type { Entrance } from '../../vacancies/internal-dates/internal-dates.ts';
import { isOpenToStaff, type StoredDocument } from '../documents/document.ts';
import { documentsReadNow, findOriginal, findReadable, type DocumentContent } from '../documents/document-queries.ts';
import type { Receipt } from '../submission/receipt.ts';
import { levelsFrom, type ApplicationFilters, type StaffStatus } from './staff-filters.ts';

export const PAGE_SIZE = 50;

export type StaffRow = {
  number: string;
  name: string;
  nationalities: string[];
  /** Level by official language. */
  languages: Record<string, string>;
  status: StaffStatus;
  entrance: Entrance;
  receivedAt: Date;
  documents: number;
};

export type StaffList = {
  rows: StaffRow[];
  /** How many the filters leave. */
  total: number;
  /** All of the vacancy, whatever the filters; of the drafts this number is all that staff learn. */
  counts: Record<StaffStatus | 'draft', number>;
  /** Nationalities that occur, to filter by. */
  nationalities: string[];
};

type Wanted = {
  vacancy: { reference: string; deadlineZone: string };
  filters: ApplicationFilters;
  scheme: LanguageScheme;
};

/** The applications received for a vacancy, in the order asked for, never ranked; nothing for who may not read them. */
export async function applicationsForStaff(db: Db, actor: Actor, wanted: Wanted): Promise<StaffList | undefined> {
  if (!permits(actor.roles, 'applications:read')) return undefined;
  const { reference } = wanted.vacancy;
  const { page } = wanted.filters;
  const rows = await inOrder(matching(db, wanted), wanted.filters)
    .select(['number', 'status', 'entrance', sql<Date>`submitted_at`.as('receivedAt')])
    .select([
      NAME.as('name'),
      sql<string[]>`answers #> '{identity,nationalities}'`.as('nationalities'),
      sql<Record<string, string>>`answers -> 'languages'`.as('languages'),
      sql<number>`(select count(*)::int from application_documents d where d.application_id = applications.id)`.as(
        'documents',
      ),
    ])
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  const { total } = await matching(db, wanted).select(COUNT.as('total')).executeTakeFirstOrThrow();
  return {
    rows: rows.map((row) => ({ ...row, status: row.status as StaffStatus, entrance: row.entrance as Entrance })),
    total,
    counts: await countsOf(db, reference),
    nationalities: await nationalitiesOf(db, reference),
  };
}

const NAME = sql<string>`btrim((answers #>> '{identity,givenNames}') || ' ' || (answers #>> '{identity,familyName}'))`;
const COUNT = sql<number>`count(*)::int`;

const received = (db: Db, reference: string) =>
  db.selectFrom('applications').where('vacancyReference', '=', reference).where('submittedAt', 'is not', null);

function matching(db: Db, { vacancy, filters, scheme }: Wanted): SelectQueryBuilder<Schema, 'applications', object> {
  const { text, status, entrance, from, to, nationality, levels } = filters;
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const day = sql<string>`(submitted_at at time zone ${vacancy.deadlineZone})::date`;
  return received(db, vacancy.reference)
    .$if(text !== '', (query) => query.where(sql<boolean>`(number ilike ${pattern} or ${NAME} ilike ${pattern})`))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? ''))
    .$if(entrance !== undefined, (query) => query.where('entrance', '=', entrance ?? ''))
    .$if(from !== undefined, (query) => query.where(sql<boolean>`${day} >= ${from}::date`))
    .$if(to !== undefined, (query) => query.where(sql<boolean>`${day} <= ${to}::date`))
    .$if(nationality !== undefined, (query) =>
      query.where(sql<boolean>`answers #> '{identity,nationalities}' ? ${nationality}`),
    )
    .where((eb) =>
      eb.and(
        Object.entries(levels).map(
          ([language, lowest]) =>
            sql<boolean>`answers #>> array['languages', ${language}] = any(${levelsFrom(scheme, lowest)}::text[])`,
        ),
      ),
    );
}

const inOrder = (query: ReturnType<typeof matching>, { sort }: ApplicationFilters) =>
  sort === 'number'
    ? query.orderBy('number')
    : query.orderBy('submittedAt', sort === 'latest' ? 'desc' : 'asc').orderBy('number');

async function countsOf(db: Db, reference: string): Promise<StaffList['counts']> {
  const rows = await db
    .selectFrom('applications')
    .select(['status', COUNT.as('count')])
    .where('vacancyReference', '=', reference)
    .where('status', '!=', 'discarded')
    .groupBy('status')
    .execute();
  const counts = Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  return { draft: 0, submitted: 0, withdrawn: 0, ...counts };
}

async function nationalitiesOf(db: Db, reference: string): Promise<string[]> {
  const rows = await received(db, reference)
    .select(sql<string>`jsonb_array_elements_text(answers #> '{identity,nationalities}')`.as('country'))
    .distinct()
    .execute();
  return rows.map(({ country }) => country);
}

export type StaffApplication = {
  id: string;
  number: string;
  vacancyReference: string;
  status: StaffStatus;
  entrance: Entrance;
  answers: Answers;
  receipt: Receipt;
  /** Their fingerprints are of the bytes as they are read now. */
  documents: StoredDocument[];
};

/** One application that was submitted, with its receipt; nothing for who may not read it, and never a draft. */
export async function findForStaff(db: Db, actor: Actor, number: string): Promise<StaffApplication | undefined> {
  if (!permits(actor.roles, 'applications:read')) return undefined;
  const row = await db
    .selectFrom('applications')
    .innerJoin('receipts', 'receipts.applicationId', 'applications.id')
    .select(['id', 'number', 'vacancyReference', 'status', 'entrance', 'answers'])
    .select(['content as text', 'sha256', 'receivedAt', 'zone', 'receipts.language'])
    .where('number', '=', number)
    .where('submittedAt', 'is not', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { text, sha256, receivedAt, zone, language, ...application } = row;
  return {
    ...application,
    status: row.status as StaffStatus,
    entrance: row.entrance as Entrance,
    answers: row.answers as Answers,
    receipt: { text, sha256: sha256.toString('hex'), receivedAt, zone, language: language as Language },
    documents: await documentsReadNow(db, row.id),
  };
}

type Wanting = { number: string; kind: string; original?: boolean };

/**
 * One document of a submitted application with its bytes, under the same conditions: what assessors read, or the file as
 * it was sent. What is in quarantine is nobody's to open.
 */
export async function findDocumentForStaff(
  db: Db,
  actor: Actor,
  { number, kind, original = false }: Wanting,
): Promise<DocumentContent | undefined> {
  const application = await findForStaff(db, actor, number);
  const document = application && (await (original ? findOriginal : findReadable)(db, application.id, kind));
  return document && isOpenToStaff(document.scan) ? document : undefined;
}

/** Every look by staff at an application, or at a document of it, is an event that its history shows. */
export const recordOpening = (
  db: Db,
  { actor, number, document }: { actor: Actor; number: string; document?: string },
  now: Date,
): Promise<void> =>
  recordEvent(db, {
    subject: 'application',
    subjectId: number,
    action: document === undefined ? 'application-opened' : 'document-opened',
    by: doerOf(actor),
    at: now,
    details: document === undefined ? {} : { kind: document },
  });
