import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { containing, ofGrade, vacancyOf } from './vacancy-queries.ts';
import type { Vacancy } from './vacancy.ts';

/** What a vacancy of the list must have; what is absent narrows nothing. */
export type PageFilters = {
  text?: string | undefined;
  body?: string | undefined;
  /** The city by its English name. */
  place?: string | undefined;
  grade?: string | undefined;
  /** The contract clause by the organisation's code. */
  clause?: string | undefined;
  /** A level that is asked for in one of the official languages. */
  level?: string | undefined;
  closingBefore?: Date | undefined;
  publishedSince?: Date | undefined;
  changedSince?: Date | undefined;
};

/** The place of a vacancy in the list: after those with an earlier deadline; those without one come last. */
export type PlaceInList = Pick<Vacancy, 'deadlineAt' | 'reference'>;

type PageAsked = PageFilters & { after?: PlaceInList | undefined; limit: number };

/** Vacancies that are open to everybody at `now`, in the order of `openVacancies`, from a place in it on. */
export async function openPage(db: Db, now: Date, asked: PageAsked): Promise<Vacancy[]> {
  const { text, body, place, grade, clause, level, closingBefore, publishedSince, changedSince, after, limit } = asked;
  const rows = await db
    .selectFrom('vacancies')
    .selectAll()
    .where('status', '=', 'published')
    .where('audience', '!=', 'internal')
    .where('publishedAt', '<=', now)
    .where((is) => is.or([is('deadlineAt', '>=', now), is('deadlineAt', 'is', null)]))
    .$if(text !== undefined, (query) => query.where(containing(text ?? '')))
    .$if(body !== undefined, (query) => query.where(sql<boolean>`notice ->> 'body' = ${body}`))
    .$if(place !== undefined, (query) => query.where(sql<boolean>`notice #>> '{location,city}' = ${place}`))
    .$if(grade !== undefined, (query) => query.where(ofGrade(grade ?? '')))
    .$if(clause !== undefined, (query) => query.where(sql<boolean>`notice #>> '{contract,clause}' = ${clause}`))
    .$if(level !== undefined, (query) =>
      query.where(sql<boolean>`${level} in (notice #>> '{languages,one}', notice #>> '{languages,other}')`),
    )
    .$if(closingBefore !== undefined, (query) => query.where('deadlineAt', '<', closingBefore ?? now))
    .$if(publishedSince !== undefined, (query) => query.where('publishedAt', '>=', publishedSince ?? now))
    .$if(changedSince !== undefined, (query) => query.where('updatedAt', '>=', changedSince ?? now))
    .$if(after !== undefined, (query) => query.where(comingAfter(after)))
    .orderBy('vacancies.deadlineAt', (order) => order.asc().nullsLast())
    .orderBy('reference')
    .limit(limit)
    .execute();
  return rows.map(vacancyOf);
}

function comingAfter({ deadlineAt, reference }: PlaceInList = { deadlineAt: null, reference: '' }) {
  return deadlineAt === null
    ? sql<boolean>`(deadline_at is null and reference > ${reference})`
    : sql<boolean>`(deadline_at > ${deadlineAt} or deadline_at is null or (deadline_at = ${deadlineAt} and reference > ${reference}))`;
}
