import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { stillTaking } from '../applications/stages/stage-state.ts';
import { isOpenToStaff } from '../applications/documents/document.ts';
import { documentName } from '../applications/documents/document-texts.ts';
import type { Context } from '../people/context.ts';
import { actorOf, requires } from '../people/guard.ts';
import { formPageContext, page, pageContext } from '../people/page.ts';
import { permits } from '../people/permissions.ts';
import { LANGUAGES, type Localized } from '../platform/language.ts';
import { joinList } from '../site/numbers.ts';
import type { Db } from '../schema.ts';
import type { PageContext } from '../site/page-context.ts';
import type { FieldError } from '../site/forms.tsx';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import type { CasesProps } from './case-parts.tsx';
import { evidenceOf, maskFor, type Evidence } from './evidence-queries.ts';
import { applicantOf, casesOf, namesOfStaff } from './integrity-case-queries.ts';
import type { IntegrityCase } from './integrity-case.ts';
import {
  applicationsToExamine,
  findForExaminer,
  openedBy,
  readBy,
  recordDone,
  type ExaminedApplication,
} from './integrity-queries.ts';
import { explainReading, INTEGRITY_TEXTS } from './integrity-texts.ts';
import { findTexts, readApplication, readCounts } from './integrity-text-queries.ts';
import { confirmReading } from './letter-reading.ts';
import { EvidencePage, FirstReadPage, NotExaminedPage } from './evidence-pages.tsx';
import { IntegrityListPage } from './integrity-list-pages.tsx';

export type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
export type Examined = { application: ExaminedApplication; vacancy: Vacancy };

const EXAMINED = '/staff/applications/:number/integrity';

/** What speaks of a text that is not its author's: off until whoever looks has read the letter, every look recorded. */
export function staffIntegrityRoutes(web: FastifyInstance, context: Context): void {
  const guard = requires('integrity:examine');
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get('/staff/vacancies/:reference/integrity', guard, to(list));
  web.get(EXAMINED, guard, to(show));
  web.post(`${EXAMINED}/reading`, guard, to(sayRead));
  web.post(`${EXAMINED}/texts`, guard, to(readAgain));
}

async function list({ request, reply, context }: Exchange) {
  const { db, organisation } = context;
  const actor = actorOf(request);
  const { reference } = request.params as { reference: string };
  const vacancy = await findVacancy(db, reference);
  if (!vacancy) return reply.callNotFound();
  const asked = Number((request.query as { page?: string }).page);
  const current = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const applications = await applicationsToExamine(db, actor, { reference, page: current });
  if (!applications) return reply.callNotFound();
  const numbers = applications.map(({ number }) => number);
  const shown = {
    page: pageContext(request, context),
    organisation,
    reference,
    applications,
    readByYou: await readBy(db, actor, numbers),
    counts: await readCounts(db, { reference }),
    current,
  };
  return page(reply, <IntegrityListPage {...shown} />);
}

/** An application that the reader may examine, with its vacancy. */
export async function findExamined({ request, context: { db } }: Exchange): Promise<Examined | undefined> {
  const { number } = request.params as { number: string };
  const application = await findForExaminer(db, actorOf(request), number);
  const vacancy = application && (await findVacancy(db, application.vacancyReference));
  return application && vacancy ? { application, vacancy } : undefined;
}

/** Whether the reader may see what was found: the organisation examines, and they have said that they read it. */
export async function maySee({ request, context }: Exchange, { application }: Examined): Promise<boolean> {
  const { number } = application;
  return context.organisation.integrity.examined && (await readBy(context.db, actorOf(request), [number])).has(number);
}

export const addressOf = ({ request }: Exchange, { application }: Examined): string =>
  `/${request.language}/staff/applications/${application.number}/integrity`;

async function show(exchange: Exchange) {
  const examined = await findExamined(exchange);
  if (!examined) return exchange.reply.callNotFound();
  if (!exchange.context.organisation.integrity.examined)
    return page(exchange.reply, <NotExaminedPage {...headOf(exchange, examined)} />);
  return (await maySee(exchange, examined)) ? evidencePage(exchange, examined) : firstReadPage(exchange, examined);
}

function headOf({ request, context }: Exchange, { application, vacancy }: Examined) {
  const { number } = application;
  const place: PageContext = formPageContext(request, context, {
    path: `/staff/applications/${number}/integrity`,
    notice: noticeOf(request),
  });
  return { page: place, organisation: context.organisation, reference: vacancy.reference, number };
}

function noticeOf({ query, language }: FastifyRequest): string | undefined {
  const t = INTEGRITY_TEXTS[language];
  const told: Record<string, string> = {
    read: t.recorded,
    again: t.readAgainDone,
    opened: t.opened,
    decided: t.decided,
  };
  const { done } = query as { done?: string };
  return done === undefined ? undefined : told[done];
}

const firstReadPage = (exchange: Exchange, examined: Examined, problem?: string) =>
  page(exchange.reply, <FirstReadPage {...headOf(exchange, examined)} problem={problem} />, problem ? 422 : 200);

export type ShownForms = { typed?: CasesProps['typed']; errors?: FieldError[]; problem?: string };

/** The evidence, with a note of who looked at it and when; without the note it is not shown. */
export async function evidencePage(exchange: Exchange, examined: Examined, forms: ShownForms = {}) {
  const { request, reply, context } = exchange;
  const { application, vacancy } = examined;
  const actor = actorOf(request);
  const now = context.clock();
  const found = await context.db.transaction().execute(async (db) => {
    await recordDone(db, { number: application.number, actor, action: 'evidence-opened', at: now });
    const evidence = await evidenceOf(db, { ...examined, organisation: context.organisation });
    return {
      evidence,
      counts: await readCounts(db, vacancy),
      reads: (await applicantOf(db, application.id)).language,
      ...(await casesShown(db, examined, evidence)),
    };
  });
  const { evidence, counts, mask, ...shown } = found;
  const { language } = request;
  const cases: CasesProps = {
    ...shown,
    showing: { language, mask, organisation: context.organisation, vacancy },
    here: addressOf(exchange, examined),
    zone: vacancy.deadlineZone,
    now,
    findings: application.status === 'submitted' ? (evidence?.findings ?? []) : [],
    reader: { accountId: actor.accountId, decides: permits(actor.roles, 'integrity:decide') },
    typed: forms.typed ?? {},
    errors: forms.errors ?? [],
  };
  const shownPage = (
    <EvidencePage {...headOf(exchange, examined)} {...{ evidence, counts, cases }} problem={forms.problem} />
  );
  return page(reply, shownPage, forms.errors || forms.problem ? 422 : 200);
}

/** The cases, who opened and decided them, and what hides the names of all who wrote a passage that is shown. */
async function casesShown(db: Db, { application }: Examined, evidence: Evidence | undefined) {
  const cases = await casesOf(db, application.id);
  const staff = cases.flatMap(({ openedBy: opener, decision }) => [opener, ...(decision ? [decision.by] : [])]);
  const findings = [...(evidence?.findings ?? []), ...cases.flatMap(frozenIn)];
  const others = findings.flatMap((finding) => (finding.kind === 'shared' ? [finding.other.number] : []));
  return {
    cases,
    names: await namesOfStaff(db, staff),
    mask: await maskFor(db, [application.number, ...others]),
  };
}

const frozenIn = ({ evidence }: IntegrityCase) => evidence.map(({ finding }) => finding);

async function sayRead(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { db, organisation } = context;
  const examined = await findExamined(exchange);
  if (!examined || !organisation.integrity.examined) return reply.callNotFound();
  const { application, vacancy } = examined;
  const { number, documents } = application;
  const actor = actorOf(request);
  const at = context.clock();
  const openable = documents.filter(({ scan }) => isOpenToStaff(scan)).map(({ kind }) => kind);
  const said = confirmReading({
    documents: openable,
    opened: await openedBy(db, actor, number),
    stillTaking: stillTaking(vacancy, at),
  });
  if (!said.ok) {
    const missing = said.refusal.kind === 'documents-not-opened' ? said.refusal.documents : [];
    const names = namesOf(missing, examined, context);
    return firstReadPage(exchange, examined, explainReading(said.refusal, names)[request.language]);
  }
  if (!(await maySee(exchange, examined))) await recordDone(db, { number, actor, action: 'letter-read', at });
  await readIfNobodyHas(exchange, examined);
  return reply.redirect(`${addressOf(exchange, examined)}?done=read`, 303);
}

function namesOf(kinds: readonly string[], { vacancy }: Examined, { organisation }: Context): Localized {
  const { questions } = vacancy;
  const [en = '', fr = ''] = LANGUAGES.map((language) =>
    joinList(
      kinds.map((kind) => documentName(kind, { organisation, questions }, language)),
      language,
    ),
  );
  return { en, fr };
}

async function readIfNobodyHas({ context }: Exchange, { application: { id }, vacancy }: Examined): Promise<void> {
  if (!(await findTexts(context.db, id)))
    await readApplication(context, { id, reference: vacancy.reference }, context.clock());
}

async function readAgain(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const examined = await findExamined(exchange);
  if (!examined || !(await maySee(exchange, examined))) return reply.callNotFound();
  const { id, number } = examined.application;
  const at = context.clock();
  await readApplication(context, { id, reference: examined.vacancy.reference }, at);
  await recordDone(context.db, { number, actor: actorOf(request), action: 'texts-read-again', at });
  return reply.redirect(`${addressOf(exchange, examined)}?done=again`, 303);
}
