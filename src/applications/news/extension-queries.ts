import { sql, type Kysely } from 'kysely';
import type { Language } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import type { Db, Schema } from '../../schema.ts';
import type { Entrance } from '../../vacancies/internal-dates/internal-dates.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { holdDrafts } from './held-news-queries.ts';

/** A deadline that moved; null where there was, or is, none. */
export type Extended = {
  id: string;
  vacancy: Vacancy;
  previousAt: Date | null;
  extendedTo: Date | null;
  madeAt: Date;
  /** Whose deadline moved, if not everybody's. */
  entrance: Entrance | undefined;
};

/** Where the people stand who are told: they still write, or have submitted already. */
export const TOLD_STATUSES = ['draft', 'submitted'] as const;
export type ToldStatus = (typeof TOLD_STATUSES)[number];

type Work = (transaction: Db, extended: Extended) => Promise<void>;

/**
 * Does the work for the oldest extension that nobody has been told of, and notes in the same transaction that they have;
 * false where there is none. The row is held meanwhile, so of several servers one does it, once.
 */
export function settleNextExtension(db: Kysely<Schema>, now: Date, work: Work): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('deadlineExtensions')
      .select(['id', 'reference', 'previousAt', 'extendedTo', 'madeAt', 'entrance'])
      .where('toldAt', 'is', null)
      .orderBy('madeAt')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!row) return false;
    const { id, reference } = row;
    await holdDrafts(transaction, reference);
    const vacancy = await findVacancy(transaction, reference);
    if (vacancy) await work(transaction, { id, vacancy, ...datesOf(row) });
    await transaction.updateTable('deadlineExtensions').set({ toldAt: now }).where('id', '=', id).execute();
    return true;
  });
}

type Row = { previousAt: unknown; extendedTo: unknown; madeAt: Date; entrance: string | null };

/** The dates of an extension; a deadline that there is none of is infinitely late in the table. */
export const datesOf = ({ previousAt, extendedTo, madeAt, entrance }: Row) => ({
  previousAt: previousAt instanceof Date ? previousAt : null,
  extendedTo: extendedTo instanceof Date ? extendedTo : null,
  madeAt,
  entrance: entrance === null ? undefined : ('internal' as const),
});

type Told = {
  reference: string;
  begunBy: Date;
  status: ToldStatus;
  /** Only those who came by it; without it, all. */
  entrance?: Entrance | undefined;
  /** One application alone, which missed it. */
  only?: string | undefined;
};

/**
 * Queues the same mail to each person of a language whose application stands so and was begun before; one statement,
 * whether they are ten or ten thousand. Answers how many.
 */
export async function queueMailToApplicants(
  db: Db,
  { reference, begunBy, status, entrance, only }: Told,
  mail: Pick<Mail, 'subject' | 'text'> & { language: Language; at: Date },
): Promise<number> {
  const { subject, text, language, at } = mail;
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('mails')
    .columns(['toAddress', 'toName', 'subject', 'body', 'language', 'queuedAt', 'nextTryAt'])
    .expression((query) =>
      query
        .selectFrom('applications')
        .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
        .select(['accounts.email', 'accounts.name'])
        .select([
          sql<string>`${subject}::text`.as('subject'),
          sql<string>`${text}::text`.as('body'),
          'accounts.language',
          sql<Date>`${at}::timestamptz`.as('queuedAt'),
          sql<Date>`${at}::timestamptz`.as('nextTryAt'),
        ])
        .where('vacancyReference', '=', reference)
        .where('status', '=', status)
        .where('applications.createdAt', '<=', begunBy)
        .$if(entrance !== undefined, (some) => some.where('entrance', '=', entrance ?? ''))
        .$if(only !== undefined, (some) => some.where('applications.id', '=', only ?? ''))
        .where('accounts.language', '=', language)
        .where('accounts.verifiedAt', 'is not', null),
    )
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows);
}
