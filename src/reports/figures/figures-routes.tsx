import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { attachmentHeaders } from '../../platform/files.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import { civilDayIn } from '../../site/dates.ts';
import { collator } from '../../site/numbers.ts';
import { queryOf, readAsked, typedIn, type Asked, type Typed } from './asked.ts';
import { bodiesOfVacancies } from './counted-vacancies-queries.ts';
import { FiguresPage, ReportPage } from './figures-pages.tsx';
import { REPORTS } from './figures-reports.ts';
import { FIGURES_TEXTS } from './figures-texts.ts';
import { figuresCsv } from './files/figures-csv.ts';
import { figuresPdf } from './files/figures-pdf.ts';
import { figuresXlsx } from './files/figures-xlsx.ts';
import type { Report } from './report.ts';
import { shownReport, type ShownReport } from './shown-report.ts';

const FIGURES = '/staff/figures';
const FILE_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;
type FileType = keyof typeof FILE_TYPES;

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** Figures on all competitions: the list of reports, and each as a page and as files. */
export function figuresRoutes(web: FastifyInstance, context: Context): void {
  web.get(FIGURES, requires('figures:read'), async (request, reply) => {
    const reports = REPORTS.filter(({ permission }) => permits(actorOf(request).roles, permission));
    return page(reply, <FiguresPage page={pageContext(request, context)} reports={reports} />);
  });
  for (const report of REPORTS) {
    const guard = requires(report.permission);
    web.get(`${FIGURES}/${report.code}`, guard, (request, reply) => show({ request, reply, context }, report));
    for (const type of Object.keys(FILE_TYPES) as FileType[])
      web.get(`${FIGURES}/${report.code}.${type}`, guard, (request, reply) =>
        save({ request, reply, context }, report, type),
      );
  }
}

async function show({ request, reply, context }: Exchange, report: Report) {
  const { language } = request;
  const { typed, asked, bodies } = await askedOf(request, context);
  const t = FIGURES_TEXTS[language];
  const problems = asked.ok ? [] : asked.refusal;
  const shown = asked.ok ? await read({ request, context }, { report, typed, asked: asked.value }) : undefined;
  const query = queryOf(typed);
  const props = {
    page: { ...pageContext(request, context), query: query === '' ? undefined : `?${query}` },
    report,
    organisation: context.organisation,
    bodies,
    typed,
    errors: problems.map(({ field, kind }) => ({ field, message: t.problems[field][kind] })),
    shown,
  };
  reply.header('cache-control', 'no-store');
  return page(reply, <ReportPage {...props} />, asked.ok ? 200 : 422);
}

async function askedOf(request: FastifyRequest, { db, organisation }: Context) {
  const bodies = (await bodiesOfVacancies(db)).toSorted(collator(request.language).compare);
  const typed = typedIn(request.query as Record<string, unknown>);
  return { bodies, typed, asked: readAsked(typed, { ...organisation, bodies }) };
}

type Wanted = { report: Report; typed: Typed; asked: Asked };

function read(
  { request, context }: Pick<Exchange, 'request' | 'context'>,
  { report, typed, asked }: Wanted,
): Promise<ShownReport> {
  const { db, organisation, clock } = context;
  const now = clock();
  const zone = announcingZone(organisation, now);
  const reading = { organisation, actor: actorOf(request), asked, now, zone, language: request.language };
  // All figures of a report are of one moment, or they would not add up.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((one) => shownReport(report, { ...reading, db: one }, typed));
}

/** A file of a report; none of what the page would not show. */
async function save({ request, reply, context }: Exchange, report: Report, type: FileType) {
  const { language } = request;
  const { typed, asked } = await askedOf(request, context);
  if (!asked.ok) return reply.callNotFound();
  const shown = await read({ request, context }, { report, typed, asked: asked.value });
  const wanted = (request.query as { table?: string }).table;
  const table = wanted === undefined ? shown.tables[0] : shown.tables.find(({ key }) => key === wanted);
  if (!table) return reply.callNotFound();
  const content = {
    csv: () => figuresCsv(table),
    xlsx: () => figuresXlsx(shown, language),
    pdf: () => figuresPdf(context, shown, language),
  };
  const day = civilDayIn(context.clock(), announcingZone(context.organisation, context.clock()));
  const part = type === 'csv' ? `-${table.key}` : '';
  return reply
    .headers({ ...attachmentHeaders(`${report.code}${part}-${day}.${type}`), 'cache-control': 'no-store' })
    .type(FILE_TYPES[type])
    .send(await content[type]());
}
