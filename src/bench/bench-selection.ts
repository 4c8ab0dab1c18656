import { sql } from 'kysely';
import { createApp } from '../app.tsx';
import { insertDraft, submitApplication } from '../applications/application-testing.ts';
import type { Context } from '../people/context.ts';
import { insertAccount } from '../people/people-testing.ts';
import { openSession } from '../people/session-queries.ts';
import { reportPdf } from '../selection/decision/report-pdf-queries.ts';
import { reportContent } from '../selection/decision/report-content.ts';
import { reportsOf } from '../selection/decision/report-queries.ts';
import { panelFactsOf } from '../selection/panel-state-queries.ts';
import { meritOf } from '../selection/merit/merit-queries.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { answered, copy, rank } from './bench-screening.ts';

/** Applications of one competition, and how many of them the panel has before it. */
const APPLICATIONS = 10_000;
const INVITED = [100, 1_000] as const;
const TURNS = 20;
const WARM_UP = 3;
const A_DAY_MS = 24 * 3_600_000;
const ITEMS = ['teamwork', 'initiative', 'clarity', 'analysis'];

type Filled = { vacancy: Vacancy; invited: number };

/**
 * Prints one table: the pages of a selection in competitions of 10,000 applications, with 100 and with 1,000 of them before
 * the panel, all scored by three at two stages; then how long the report takes that is signed, and its PDF.
 */
export async function saySelection(context: Context, say: (line?: string) => void): Promise<void> {
  const chair = await insertAccount(context.db, { name: 'Ellen Dahl', roles: ['recruitment-manager'] });
  const members = [await insertAccount(context.db), await insertAccount(context.db)];
  const panel = [chair.id, ...members.map(({ id }) => id)];
  const filled: Filled[] = [];
  for (const invited of INVITED) filled.push(await fill(context, invited, panel));
  await sql`analyze`.execute(context.db);
  const web = await createApp(context);
  const cookie = `session=${await openSession(context.db, { accountId: chair.id, device: 'bench' }, context.clock())}`;
  say();
  say(
    `| of ${APPLICATIONS} applications, before the panel | p50 of ${INVITED[0]} | p99 | p50 of ${INVITED[1]} | p99 |`,
  );
  say('|---|---|---|---|---|');
  for (const [name, path] of [
    ['people, quorum for each', 'people'],
    ['scores of a stage', 'scores'],
    ['order of merit', 'merit'],
    ['draft of the report', 'report'],
  ] as const) {
    const cells: string[] = [];
    for (const { vacancy } of filled) {
      const { reference } = vacancy;
      const address = path === 'scores' ? `stages/${await stageOf(context, reference)}/scores` : path;
      const times: number[] = [];
      for (let turn = 0; turn < WARM_UP + TURNS; turn += 1) {
        const started = performance.now();
        await answered(web, `/en/staff/vacancies/${reference}/${address}`, cookie);
        times.push(performance.now() - started);
      }
      const kept = times.slice(WARM_UP);
      cells.push(`${rank(kept, 0.5).toFixed(0)} ms`, `${rank(kept, 0.99).toFixed(0)} ms`);
    }
    say(`| ${name} | ${cells.join(' | ')} |`);
  }
  await web.close();
  for (const { vacancy, invited } of filled) await sayReport(context, { vacancy, invited }, say);
}

const stageOf = async ({ db }: Context, reference: string): Promise<string> =>
  (
    await db
      .selectFrom('selectionStages')
      .select('id')
      .where('vacancyReference', '=', reference)
      .where('number', '=', 1)
      .executeTakeFirstOrThrow()
  ).id;

async function sayReport(context: Context, { vacancy, invited }: Filled, say: (line?: string) => void): Promise<void> {
  const { db } = context;
  const { reference, notice } = vacancy;
  const started = performance.now();
  const merit = await meritOf(db, reference);
  const facts = await panelFactsOf(db, reference);
  const [report] = await reportsOf(db, reference);
  if (!report) throw new Error('no report');
  const content = reportContent({
    ...merit,
    reference,
    title: notice.title,
    posts: 1,
    panel: facts.members,
    recusals: [],
    proposals: report.proposals,
    texts: { en: 'A strong field.' },
  });
  const made = performance.now() - started;
  const setting = performance.now();
  const pdf = await reportPdf(
    context,
    { ...report, status: 'signing', content },
    { reference, language: 'en', zone: 'UTC' },
  );
  const set = performance.now() - setting;
  say();
  say(
    `The report on ${invited}: ${made.toFixed(0)} ms to make (${(content.length / 1e6).toFixed(2)} MB), ` +
      `${(set / 1000).toFixed(1)} s to set as PDF (${(pdf.length / 1e6).toFixed(2)} MB).`,
  );
}

/** A competition that has closed, with so many of its applications invited, scored and agreed on at two stages. */
async function fill(context: Context, invited: number, panel: readonly string[]): Promise<Filled> {
  const { db, organisation, clock } = context;
  const reference = String(261_000 + invited / 100);
  const at = clock();
  const closed = new Date(at.getTime() - A_DAY_MS);
  const vacancy = await insertVacancy(db, { reference, status: 'closed', deadlineAt: closed, closedAt: closed });
  const { id: accountId } = await insertAccount(db);
  const number = await insertDraft(db, { accountId, reference });
  const before = new Date(closed.getTime() - A_DAY_MS);
  await submitApplication(db, { accountId, number, rules: organisation }, before);
  await copy(context, { number, count: APPLICATIONS - 1 });
  const [chair = '', ...members] = panel;
  const rows = [
    { accountId: chair, role: 'panel-chair' },
    ...members.map((id) => ({ accountId: id, role: 'panel-member' })),
  ];
  await db
    .insertInto('competitionMembers')
    .values(
      rows.map((row) => ({ ...row, vacancyReference: reference, name: 'Nora Holm', addedAt: at, addedBy: chair })),
    )
    .execute();
  await stage(context, { reference, invited, panel });
  return { vacancy, invited };
}

type Staged = { reference: string; invited: number; panel: readonly string[] };

const items = ITEMS.map((key) => {
  const text = { en: `Competency: ${key}`, fr: `Compétence : ${key}` };
  return { key, kind: 'competency', text, question: text, weight: 1 };
});

/** Points from 2 to 5 by the candidate and the item, with a note, as a sheet keeps them. */
const GIVEN = sql`jsonb_build_object(${sql.join(
  ITEMS.flatMap((key, place) => [
    sql`${key}::text`,
    sql`jsonb_build_object('points', 2 + (hashtext(t.id::text || ${String(place)}) & 3), 'note', 'Led it, with two others.')`,
  ]),
)})`;

/** Two closed stages with their scores, the declarations and the draft of a report. */
async function stage({ db, organisation, clock }: Context, { reference, invited, panel }: Staged): Promise<void> {
  const at = clock();
  const [chair = ''] = panel;
  const taken = sql`(select id, number from applications
    where vacancy_reference = ${reference} order by number limit ${invited})`;
  const codes = organisation.selection.stages.filter(({ invitation }) => invitation).map(({ code }) => code);
  for (const [index, code] of codes.slice(0, 2).entries()) {
    const id = await closedStage({ db }, { reference, number: index + 1, code, at, scale: organisation.scoring.scale });
    await sql`insert into application_stages (application_id, number, position, stage, entered_at, actor_id)
      select t.id, ${index === 0 ? 2 : 3}, 'invited', ${code}, ${at}, ${chair}::uuid from ${taken} t`.execute(db);
    for (const account of panel)
      await sql`insert into score_sheets (stage_id, application_id, account_id, scores, updated_at, signed_at)
        select ${id}::uuid, t.id, ${account}::uuid, ${GIVEN}, ${at}, ${at} from ${taken} t`.execute(db);
    await sql`insert into consensus_sheets (stage_id, application_id, scores, members, recorded_by, recorded_at)
      select ${id}::uuid, t.id, ${GIVEN}, ${[...panel]}::uuid[], ${chair}::uuid, ${at} from ${taken} t`.execute(db);
  }
  await sql`insert into competition_declarations (vacancy_reference, account_id, candidates, text_sha256, signed_at)
    select ${reference}, account, (select array_agg(number) from ${taken} t), sha256('x'), ${at}
    from unnest(${[...panel]}::uuid[]) as account`.execute(db);
  await sql`insert into selection_reports (vacancy_reference, number, proposals, created_at)
    select ${reference}, 1, (select jsonb_agg(jsonb_build_object('candidate', id, 'number', number, 'outcome',
      'not-retained', 'reason', 'comparison', 'why', '')) from ${taken} t), ${at}`.execute(db);
}

type Closed = { reference: string; number: number; code: string; at: Date; scale: unknown };

async function closedStage(
  { db }: { db: Context['db'] },
  { reference, number, code, at, scale }: Closed,
): Promise<string> {
  const { id } = await db
    .insertInto('selectionStages')
    .values({
      vacancyReference: reference,
      number,
      code,
      assessedBy: 'panel',
      weight: 50,
      passMark: 20,
      items: JSON.stringify(items),
      scale: JSON.stringify(scale),
      status: 'closed',
      openedAt: at,
      closedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
