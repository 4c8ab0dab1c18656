import { sql } from 'kysely';
import type { Db } from '../../../schema.ts';
import type { CountedVacancy } from '../counted-vacancies-queries.ts';
import type { VacancyEvent, VacancyHistory } from './steps.ts';

const APPOINTING = ['offer-accepted', 'offer-withdrawn', 'appointed', 'appointment-ended'];
const ACTIONS = [
  'submit',
  'return',
  'reopen',
  'fill',
  'stage-opened',
  'stage-closed',
  'report-begun',
  'report-submitted',
  'report-returned',
  'report-accepted',
  'report-departed-from',
  'decision-released',
];

/** What the log and the tables say of the way of each vacancy. */
export async function historiesOf(db: Db, vacancies: readonly CountedVacancy[]): Promise<VacancyHistory[]> {
  const references = vacancies.map(({ reference }) => reference);
  const events = await eventsByVacancy(db, references);
  const settled = await settledByVacancy(db, references);
  const planned = await plannedByVacancy(db, references);
  return vacancies.map(({ reference, status, createdAt, publishedAt, closedAt }) => ({
    reference,
    status,
    createdAt,
    publishedAt,
    closedAt,
    events: events.get(reference) ?? [],
    settledAt: settled.get(reference) ?? null,
    planned: planned.get(reference) ?? [],
  }));
}

type Told = VacancyEvent & { reference: string };

async function eventsByVacancy(db: Db, references: readonly string[]): Promise<Map<string, Told[]>> {
  const { rows } = await sql<Told>`
    select subject_id as reference, action, at, details ->> 'stage' as stage, (details ->> 'report')::int as report,
      coalesce((details ->> 'redone')::boolean, false) as redone, null as appointment, id
    from events
    where subject = 'vacancy' and subject_id = any(${[...references]}::text[]) and action = any(${ACTIONS}::text[])
    union all
    select p.vacancy_reference, e.action, e.at, null, null, false, e.subject_id, e.id
    from appointments p join events e on e.subject = 'appointment' and e.subject_id = p.id::text
      and e.action = any(${APPOINTING}::text[])
    where p.vacancy_reference = any(${[...references]}::text[])
    order by id`.execute(db);
  return Map.groupBy(rows, ({ reference }) => reference);
}

/** When the last application was settled, where all are that were not withdrawn. */
async function settledByVacancy(db: Db, references: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ reference: string; at: Date }>`
    select a.vacancy_reference as reference, max(s.settled_at) as at
    from applications a left join screened_applications s on s.application_id = a.id
    where a.vacancy_reference = any(${[...references]}::text[]) and a.submitted_at is not null
    group by a.vacancy_reference
    having bool_and(s.settled_at is not null or a.status <> 'submitted') and max(s.settled_at) is not null`.execute(db);
  return new Map(rows.map(({ reference, at }) => [reference, at]));
}

async function plannedByVacancy(db: Db, references: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('selectionStages')
    .select(['vacancyReference', 'code'])
    .where('vacancyReference', 'in', references.length > 0 ? [...references] : [''])
    .orderBy('vacancyReference')
    .orderBy('number')
    .execute();
  const byVacancy = Map.groupBy(rows, ({ vacancyReference }) => vacancyReference);
  return new Map([...byVacancy].map(([reference, own]) => [reference, own.map(({ code }) => code)]));
}
