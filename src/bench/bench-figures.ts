import { sql } from 'kysely';
import { insertDraft, submitApplication } from '../applications/application-testing.ts';
import type { Context } from '../people/context.ts';
import { insertAccount } from '../people/people-testing.ts';
import { REPORTS } from '../reports/figures/figures-reports.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { sayStaffPages } from './bench-staff-pages.ts';

const APPLICATIONS = 20;
const A_DAY_MS = 24 * 3_600_000;

/** Each report over 100 and over 1,000 vacancies that were held to the end, twenty applications each. */
export const sayFigures = (contexts: [Context, Context], say: (line?: string) => void): Promise<void> =>
  sayStaffPages(
    contexts,
    {
      title: `figures, ${APPLICATIONS} applications each`,
      few: 100,
      many: 1_000,
      roles: ['recruitment-manager'],
      paths: REPORTS.map(({ code }) => `figures/${code}`),
      fill,
    },
    say,
  );

type Filling = { count: number; reader: string };

/** One competition with its rows and events, then so many like it, each begun a day before the next. */
async function fill(context: Context, { count, reader }: Filling): Promise<void> {
  const { db, organisation, clock } = context;
  const closed = new Date(clock().getTime() - A_DAY_MS);
  const model = await insertVacancy(db, {
    reference: '100000',
    status: 'closed',
    deadlineAt: closed,
    closedAt: closed,
  });
  const { id: accountId } = await insertAccount(db);
  const number = await insertDraft(db, { accountId, reference: model.reference });
  const received = new Date(closed.getTime() - A_DAY_MS);
  await submitApplication(db, { accountId, number, rules: organisation }, received);
  await sql`insert into vacancies (reference, notice, status, deadline_at, deadline_zone, published_at, closed_at, created_at, updated_at)
    select (100000 + n)::text, notice, status, deadline_at, deadline_zone, published_at - n * interval '1 hour', closed_at - n * interval '1 minute',
      created_at - n * interval '1 day', updated_at
    from vacancies, generate_series(1, ${count - 1}::int) n where reference = ${model.reference}`.execute(db);
  await sql`insert into accounts (id, email, password_hash, name, language, verified_at, created_at)
    select gen_random_uuid(), gen_random_uuid() || '@people.example', 'x', 'A Person', 'en', ${received}, ${received}
    from generate_series(1, ${APPLICATIONS}::int)`.execute(db);
  await sql`insert into applications (number, vacancy_reference, applicant_id, status, answers, created_at, updated_at, submitted_at)
    select 'A-' || v.reference || '-' || (10000 + n), v.reference, p.id, 'submitted',
      jsonb_set(a.answers, '{identity,nationalities}', jsonb_build_array((array['BE', 'FR', 'NL'])[1 + n % 3])), v.created_at, v.created_at, v.closed_at
    from vacancies v, generate_series(1, ${APPLICATIONS}::int) n
    join (select id, row_number() over (order by id) as place from accounts where name = 'A Person') p on p.place = n,
      (select answers from applications where number = ${number}) a
    where v.reference <> ${model.reference}`.execute(db);
  await hold(context, reader);
}

async function hold({ db, organisation }: Context, reader: string): Promise<void> {
  const [stage] = organisation.selection.stages.filter(({ invitation }) => invitation);
  const code = stage?.code ?? '';
  await sql`insert into application_stages (application_id, number, position, stage, entered_at, actor_id, reason, told)
    select id, 1, 'invited', ${code}, submitted_at + interval '2 days', ${reader}::uuid, null, null from applications where submitted_at is not null
    union all
    select id, 2, case when number ~ '[0-4]$' then 'reserve-listed' else 'not-retained' end, null, submitted_at + interval '20 days', ${reader}::uuid,
      case when number ~ '[0-4]$' then null else 'comparison' end, case when number ~ '[0-4]$' then null else '{}'::jsonb end
    from applications where submitted_at is not null`.execute(db);
  await sql`insert into selection_stages (vacancy_reference, number, code, assessed_by, weight, pass_mark, items, scale, status, opened_at, closed_at)
    select reference, 1, ${code}, 'nobody', 100, null, '[]', '[]', 'closed', closed_at + interval '5 days', closed_at + interval '15 days'
    from vacancies`.execute(db);
  await sql`insert into events (at, actor_kind, actor_id, subject, subject_id, action, details)
    select closed_at + days * interval '1 day', 'account', ${reader}::uuid, 'vacancy', reference, action, details::jsonb
    from vacancies, (values (-40, 'begin', '{}'), (-30, 'edit', '{}'), (-29, 'edit', '{}'), (-28, 'submit', '{}'), (-25, 'approve', '{}'),
      (-24, 'approve', '{}'), (-20, 'publish', '{}'), (0, 'close', '{}'), (5, 'stage-opened', ${details(code)}), (15, 'stage-closed', ${details(code)}),
      (16, 'report-begun', '{"report": 1}'), (18, 'report-submitted', '{"report": 1}'), (20, 'report-accepted', '{"report": 1}'),
      (21, 'decision-released', '{"report": 1}')) as e (days, action, details)
    order by reference, days`.execute(db);
  await sql`insert into notice_versions (reference, number, notice, action, saved_at, actor_kind)
    select reference, n, notice, 'edit', created_at, 'system' from vacancies, generate_series(2, 4) n
    on conflict do nothing`.execute(db);
  await sql`insert into notice_faults (reference, fault, rule, severity, language, first_version, last_version)
    select reference, sha256(convert_to(n::text, 'UTF8')), (array['parity/numbers', 'language/spelling', 'completeness/facts'])[1 + n % 3], 'warning',
      (array['en', 'fr', 'both'])[1 + n % 3], 1, 1 + n % 4 from vacancies, generate_series(1, 8) n`.execute(db);
  await sql`insert into notice_fault_readings select reference, 4 from vacancies`.execute(db);
}

const details = (stage: string) => JSON.stringify({ stage });
