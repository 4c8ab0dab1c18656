import { sql } from 'kysely';
import { insertAppointed } from '../appointment/calendar/appointed-testing.ts';
import type { Actor } from '../people/actor.ts';
import type { Context } from '../people/context.ts';
import { insertAccount } from '../people/people-testing.ts';
import { sayStaffPages } from './bench-staff-pages.ts';

const PATHS = ['appointments', 'contracts', 'contracts?within=6', 'figures/contracts', 'figures/times'];

/** What offices look at every day, with 200 and with 2,000 contracts and as many appointments under way. */
export const sayAppointments = (contexts: [Context, Context], say: (line?: string) => void): Promise<void> =>
  sayStaffPages(
    contexts,
    {
      title: 'appointments',
      few: 200,
      many: 2_000,
      roles: ['recruitment-manager', 'contract-officer'],
      paths: PATHS,
      fill: (context, { count }) => fill(context, count),
    },
    say,
  );

const MODEL = '100000';

/** One appointment by what the product writes with. */
async function insertModel(context: Context): Promise<void> {
  const { db, clock } = context;
  const { id: accountId, name, email } = await insertAccount(db, { roles: ['contract-officer'] });
  const officer: Actor = {
    accountId,
    sessionId: accountId,
    name,
    email,
    language: 'en',
    roles: ['contract-officer'],
    method: 'password',
    serving: false,
  };
  const { id: person } = await insertAccount(db);
  const at = clock();
  const startsOn = `${at.getUTCFullYear() + 1}-03-01`;
  await insertAppointed(context, { reference: MODEL, accountId: person, by: officer, at, choice: { startsOn } });
}

/** So many like the model, and as many before their offer, two conditions under way. */
async function fill(context: Context, count: number): Promise<void> {
  const { db } = context;
  await insertModel(context);
  await sql`insert into vacancies (reference, notice, status, deadline_at, deadline_zone, published_at, closed_at, created_at, updated_at)
    select (100000 + n)::text, notice, status, deadline_at, deadline_zone, published_at, closed_at, created_at, updated_at
    from vacancies, generate_series(1, ${2 * count - 1}::int) n where reference = ${MODEL}`.execute(db);
  await sql`insert into applications (number, vacancy_reference, applicant_id, status, answers, created_at, updated_at, submitted_at)
    select 'A-' || v.reference || '-00001', v.reference, a.applicant_id, 'submitted', a.answers, a.created_at, a.updated_at, a.submitted_at
    from vacancies v, applications a where a.vacancy_reference = ${MODEL} and v.reference <> ${MODEL}`.execute(db);
  await sql`insert into application_stages (application_id, number, position, stage, entered_at, actor_id, reason, told)
    select a.id, s.number, s.position, s.stage, s.entered_at, s.actor_id, s.reason, s.told
    from applications a, application_stages s join applications m on m.id = s.application_id
    where m.vacancy_reference = ${MODEL} and a.vacancy_reference <> ${MODEL}`.execute(db);
  await copyAppointments(context, count);
}

/** As many appointed as asked for, on copies of the offer that the model accepted; the others wait for two conditions. */
async function copyAppointments({ db }: Context, count: number): Promise<void> {
  await sql`insert into appointments (application_id, vacancy_reference, starts_on, begun_at, begun_by, begun_by_name, appointed_at, appointed_by,
      appointed_by_name)
    select a.id, a.vacancy_reference, p.starts_on, p.begun_at, p.begun_by, p.begun_by_name,
      case when a.vacancy_reference::int < 100000 + ${count} then p.appointed_at end,
      case when a.vacancy_reference::int < 100000 + ${count} then p.appointed_by end,
      case when a.vacancy_reference::int < 100000 + ${count} then p.appointed_by_name end
    from applications a, appointments p where p.vacancy_reference = ${MODEL} and a.vacancy_reference <> ${MODEL}`.execute(
    db,
  );
  await sql`insert into appointment_offers (appointment_id, number, choice, state, figures, answer_by, sent_at, seen_at, answered_at, content,
      content_sha256, means)
    select p.id, o.number, o.choice, o.state, o.figures, o.answer_by, o.sent_at, o.seen_at, o.answered_at, o.content, o.content_sha256, o.means
    from appointments p, appointment_offers o join appointments m on m.id = o.appointment_id
    where m.vacancy_reference = ${MODEL} and p.vacancy_reference <> ${MODEL} and p.appointed_at is not null`.execute(
    db,
  );
  await sql`insert into condition_steps (appointment_id, condition, number, action, state, on_day, taken_at, taken_by, taken_by_name)
    select p.id, c, 1, 'begin', 'under-way', to_char(p.begun_at, 'YYYY-MM-DD'), p.begun_at, p.begun_by, p.begun_by_name
    from appointments p, unnest(array['security-clearance', 'accreditation']) c where p.appointed_at is null`.execute(
    db,
  );
}
