import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findOwnApplication } from '../applications/application-queries.ts';
import type { Application } from '../applications/application.ts';
import { fieldsOf, valueOf } from '../applications/drafting/draft.ts';
import type { Context } from '../people/context.ts';
import { actorOf, signedIn } from '../people/guard.ts';
import { formPageContext, page } from '../people/page.ts';
import { refuse, type Result } from '../platform/result.ts';
import type { Db } from '../schema.ts';
import type { FieldError } from '../site/forms.tsx';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { lockApplication, ownCases, recordAnswer } from './integrity-case-queries.ts';
import { answerCase, takeBackAnswer, type CaseRefusal, type IntegrityCase } from './integrity-case.ts';
import { recordDone } from './integrity-queries.ts';
import { explainCase, INTEGRITY_TEXTS } from './integrity-texts.ts';
import { MyIntegrityPage } from './my-integrity-pages.tsx';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

const MINE = '/my/applications/:number/integrity';

/** What an applicant is asked about their own work: theirs to read, to answer, and to take the answer back. */
export function myIntegrityRoutes(web: FastifyInstance, context: Context): void {
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get(MINE, signedIn(), to(show));
  web.post(`${MINE}/answer`, signedIn(), to(answer));
  web.post(`${MINE}/answer/removal`, signedIn(), to(takeBack));
}

const ownOf = (request: FastifyRequest) => ({
  accountId: actorOf(request).accountId,
  number: (request.params as { number: string }).number,
});

type Found = { application: Application; vacancy: Vacancy; cases: IntegrityCase[] };

async function find(db: Db, request: FastifyRequest): Promise<Found | undefined> {
  const own = ownOf(request);
  const application = await findOwnApplication(db, own);
  const vacancy = application && (await findVacancy(db, application.vacancyReference));
  if (!application || !vacancy || application.submittedAt === null) return undefined;
  return { application, vacancy, cases: await ownCases(db, own) };
}

async function show(exchange: Exchange) {
  const found = await find(exchange.context.db, exchange.request);
  return found ? minePage(exchange, found) : exchange.reply.callNotFound();
}

type Form = { typed?: string; errors?: FieldError[]; problem?: string };

function minePage({ request, reply, context }: Exchange, { application, vacancy, cases }: Found, form: Form = {}) {
  const { language } = request;
  const t = INTEGRITY_TEXTS[language];
  const told: Record<string, string> = { sent: t.sent, taken: t.takenBack };
  const { done } = request.query as { done?: string };
  const { number } = application;
  const shown = {
    page: formPageContext(request, context, {
      path: `/my/applications/${number}/integrity`,
      notice: done && told[done],
    }),
    number,
    showing: { language, mask: (text: string) => text, organisation: context.organisation, vacancy },
    zone: vacancy.deadlineZone,
    now: request.receivedAt,
    cases,
    typed: form.typed,
    errors: form.errors ?? [],
    problem: form.problem,
  };
  return page(reply, <MyIntegrityPage {...shown} />, form.errors || form.problem ? 422 : 200);
}

type Changing = {
  /** What the latest case becomes; or why it stays as it is. */
  change: (one: IntegrityCase) => Result<{ status: IntegrityCase['status']; answer: string | null }, CaseRefusal>;
  action: 'case-answered' | 'case-answer-taken-back';
  typed?: string;
  done: string;
};

/** Changes the answer of the latest case, held, as it was when its page was shown. */
async function changeAnswer(exchange: Exchange, { change, action, typed, done }: Changing) {
  const { request, reply, context } = exchange;
  const version = Number(valueOf(fieldsOf(request.body), 'version'));
  const actor = actorOf(request);
  const at = request.receivedAt;
  const result = await context.db.transaction().execute(async (db) => {
    const owned = await findOwnApplication(db, ownOf(request));
    if (!owned) return undefined;
    await lockApplication(db, owned.id);
    const found = await find(db, request);
    const one = found?.cases[0];
    if (!found || !one) return undefined;
    const changed = one.version === version ? change(one) : refuse({ kind: 'changed-meanwhile' } as const);
    if (changed.ok) {
      const { number } = owned;
      const held = await recordAnswer(db, one, { ...changed.value, number, at });
      await recordDone(db, { number, actor, action, at, ...(held && { details: { held: [held] } }) });
    }
    return { found, changed };
  });
  if (!result) return reply.callNotFound();
  const { found, changed } = result;
  if (changed.ok)
    return reply.redirect(
      `/${request.language}/my/applications/${found.application.number}/integrity?done=${done}`,
      303,
    );
  const message = explainCase(changed.refusal, found.vacancy.deadlineZone)[request.language];
  const kept = typed === undefined ? {} : { typed };
  const mendable = changed.refusal.kind === 'answer-missing' || changed.refusal.kind === 'answer-too-long';
  return minePage(
    exchange,
    found,
    mendable ? { ...kept, errors: [{ field: 'answer', message }] } : { ...kept, problem: message },
  );
}

function answer(exchange: Exchange) {
  const { request } = exchange;
  const typed = valueOf(fieldsOf(request.body), 'answer').replaceAll(/\r\n?/g, '\n').trim();
  const change = (one: IntegrityCase) => answerCase(one, typed, request.receivedAt);
  return changeAnswer(exchange, { change, action: 'case-answered', typed, done: 'sent' });
}

function takeBack(exchange: Exchange) {
  const { request } = exchange;
  const change: Changing['change'] = (one) => {
    const status = takeBackAnswer(one, request.receivedAt);
    return status.ok ? { ok: true, value: { status: status.value, answer: null } } : status;
  };
  return changeAnswer(exchange, { change, action: 'case-answer-taken-back', done: 'taken' });
}
