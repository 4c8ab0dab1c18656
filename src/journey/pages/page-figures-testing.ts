import { sql } from 'kysely';
import { recordEvent } from '../../people/event-queries.ts';
import { readFaults } from '../../reports/figures/notice-faults/notice-fault-tasks.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

const REFERENCE = '260701';
const BEGUN = new Date('2026-09-01T08:00:00Z');
const SUBMITTED = new Date('2026-09-08T08:00:00Z');
const PUBLISHED = new Date('2026-09-15T08:00:00Z');
const CLOSED = new Date('2026-10-15T21:59:59Z');
const DECIDED = new Date('2026-11-10T10:00:00Z');
const SOMEBODY = '00000000-0000-4000-8000-000000000007';

/** A competition of many, decided to its letters, and the faults of all notices read. */
export async function makeFigures({ app: { context, db } }: { app: ServedApp }): Promise<void> {
  const times = { createdAt: BEGUN, publishedAt: PUBLISHED, deadlineAt: CLOSED, closedAt: CLOSED };
  await insertVacancy(db, { reference: REFERENCE, status: 'closed', ...times });
  const by = { kind: 'account', id: SOMEBODY } as const;
  const about = { subject: 'vacancy', subjectId: REFERENCE, by } as const;
  await recordEvent(db, { ...about, action: 'submit', at: SUBMITTED });
  for (const action of ['report-submitted', 'report-accepted', 'decision-released'])
    await recordEvent(db, { ...about, action, at: DECIDED, details: { report: 1 } });
  await insertDecided(db, { nation: 'BE', turnedDown: 14, listed: 6 });
  await insertDecided(db, { nation: 'FR', turnedDown: 9, listed: 5 });
  await insertDecided(db, { nation: 'NL', turnedDown: 3, listed: 0 });
  while ((await readFaults(context)) > 0);
}

type Decided = { nation: string; turnedDown: number; listed: number };

/** So many of a nation who were turned down, and who stand on the reserve list. */
async function insertDecided(db: ServedApp['db'], { nation, turnedDown, listed }: Decided): Promise<void> {
  await sql`with people as (
      insert into accounts (id, email, password_hash, name, language, verified_at, created_at)
      select gen_random_uuid(), gen_random_uuid() || '@people.example', 'x', 'A Person', 'en', ${BEGUN}, ${BEGUN}
      from generate_series(1, ${turnedDown + listed}::int) returning id
    ), sent as (
      insert into applications (number, vacancy_reference, applicant_id, status, answers, created_at, updated_at, submitted_at)
      select ${`A-${REFERENCE}-`} || nextval('application_numbers') + 70000, ${REFERENCE}, id, 'submitted',
        ${JSON.stringify({ identity: { nationalities: [nation] } })}::jsonb, ${PUBLISHED}, ${PUBLISHED}, ${CLOSED}
      from people returning id
    ), placed as (
      select id, row_number() over () as place from sent
    )
    insert into application_stages (application_id, number, position, entered_at, actor_id, reason, told)
    select id, 1, case when place <= ${listed} then 'reserve-listed' else 'not-retained' end, ${DECIDED}, ${SOMEBODY},
      case when place <= ${listed} then null else 'comparison' end, case when place <= ${listed} then null else '{}'::jsonb end
    from placed`.execute(db);
}
