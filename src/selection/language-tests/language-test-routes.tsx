import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import type { Candidate } from '../../competition/candidate-queries.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import { recusedFrom } from '../../competition/conflict-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { FieldError } from '../../site/forms.tsx';
import { plural } from '../../site/numbers.ts';
import type { Db } from '../../schema.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { lockPlan, planOf } from '../plan/plan-queries.ts';
import { mayIn } from '../plan/plan-routes.tsx';
import { stageName } from '../plan/stage-name.tsx';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { reopenedAt } from '../redo/redo-queries.ts';
import { stageFor } from '../redo/redo.ts';
import { candidatesAtStage } from '../scores/score-queries.ts';
import { levelsFoundAt, recordLanguageResults } from './language-result-queries.ts';
import { foundOutcome, recordLevels, type FoundLevel } from './language-result.ts';
import { LanguageTestPage } from './language-test-pages.tsx';
import { explainLevel, LANGUAGE_TEST_TEXTS } from './language-test-texts.ts';
import { missingLevels } from './missing-level-queries.ts';

type Exchange = {
  request: FastifyRequest;
  reply: FastifyReply;
  context: Context;
  vacancy: Vacancy;
  stage: PlannedStage;
};

const MAX_REASON = 2_000;

/** The levels found by a language test: read by those who read scores, recorded by those who enter what others found. */
export function languageTestRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/stages/:stage/languages';
  const to =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const params = request.params as { reference: string; stage: string };
      const vacancy = await findVacancy(context.db, params.reference);
      const stage = vacancy && (await planOf(context.db, vacancy.reference)).find(({ id }) => id === params.stage);
      if (!vacancy || !stage || stage.status === 'planned') return reply.callNotFound();
      return then({ request, reply: reply.header('cache-control', 'no-store'), context, vacancy, stage });
    };
  web.get(address, requiresIn(context, 'selection:read-scores'), to(show));
  web.post(address, requiresIn(context, 'selection:enter-scores'), to(record));
}

/** Those invited to the stage whom the reader may see. */
async function candidatesOf(db: Db, { request, vacancy, stage }: Exchange): Promise<Candidate[]> {
  const recused = await recusedFrom(db, vacancy.reference, actorOf(request).accountId);
  const all = await candidatesAtStage(db, vacancy.reference, stage.code);
  return all.filter(({ applicationId }) => !recused.has(applicationId));
}

type Shown = { typed?: FoundLevel[]; reason?: string; errors?: FieldError[] };

async function show(exchange: Exchange, { typed, reason = '', errors = [] }: Shown = {}) {
  const { request, reply, context, vacancy, stage } = exchange;
  const { organisation } = context;
  const found = await levelsFoundAt(context.db, stage.id);
  const reopened = await reopenedAt(context.db, stage.id);
  const missing = await missingLevels(context.db, vacancy);
  const mayRecord = await mayIn(exchange, 'selection:enter-scores');
  const { done } = request.query as { done?: string };
  const count = /^\d{1,4}$/.test(done ?? '') ? Number(done) : 0;
  const notice = plural(count, LANGUAGE_TEST_TEXTS[request.language].done, request.language);
  const shown = {
    page: {
      ...pageContext(request, context),
      path: `/staff/vacancies/${vacancy.reference}/stages/${stage.id}/languages`,
      ...(count > 0 && { notice }),
    },
    reference: vacancy.reference,
    stageId: stage.id,
    name: stageName(stage.code, organisation, request.language),
    scheme: organisation.languages,
    required: vacancy.notice.languages,
    candidates: (await candidatesOf(context.db, exchange)).map(({ applicationId, number, givenNames, familyName }) => {
      const open = stageFor(stage, reopened, applicationId).status === 'open';
      const own = found.filter(({ candidate }) => candidate === applicationId);
      const written = typed?.filter(({ candidate, level }) => candidate === applicationId && level !== '') ?? [];
      return {
        number,
        name: `${givenNames} ${familyName}`.trim(),
        levels: Object.fromEntries([...own, ...written].map(({ language, level }) => [language, level])),
        again: missing.some((one) => one.applicationId === applicationId && one.stageId === stage.id),
        open: mayRecord && open,
        outcome: foundOutcome(organisation.languages, vacancy.notice.languages, own),
      };
    }),
    reason,
    mayRecord: mayRecord && (stage.status === 'open' || reopened.size > 0),
    errors,
  };
  return page(reply, <LanguageTestPage {...shown} />, errors.length > 0 ? 422 : 200);
}

/** The stage as it is now, and of those invited to it the ones of whom something may be recorded; held. */
async function openAt(db: Db, exchange: Exchange): Promise<Candidate[]> {
  await lockPlan(db, exchange.vacancy.reference);
  const stage = (await planOf(db, exchange.vacancy.reference)).find(({ id }) => id === exchange.stage.id);
  const reopened = await reopenedAt(db, exchange.stage.id);
  const candidates = await candidatesOf(db, exchange);
  return candidates.filter(({ applicationId }) => stage && stageFor(stage, reopened, applicationId).status === 'open');
}

async function record(exchange: Exchange) {
  const { request, reply, context, vacancy, stage } = exchange;
  if (stage.status !== 'open' && (await reopenedAt(context.db, stage.id)).size === 0) return reply.callNotFound();
  const scheme = context.organisation.languages;
  const fields = fieldsOf(request.body);
  const reason = valueOf(fields, 'reason').trim().slice(0, MAX_REASON);
  const { changes, typed, numbers } = await context.db.transaction().execute(async (db) => {
    const candidates = await openAt(db, exchange);
    const levels = candidates.flatMap(({ applicationId, number }) =>
      scheme.official.map((language) => ({
        candidate: applicationId,
        language,
        level: valueOf(fields, `level-${number}-${language}`),
      })),
    );
    const known = new Map(candidates.map(({ applicationId, number }) => [applicationId, number]));
    const recorded = recordLevels({ before: await levelsFoundAt(db, stage.id), typed: levels, reason, scheme });
    if (recorded.ok) {
      const by = { actor: actorOf(request), at: context.clock() };
      await recordLanguageResults(db, { stage, changes: recorded.value, numbers: known, reason, ...by });
    }
    return { changes: recorded, typed: levels, numbers: known };
  });
  if (!changes.ok) {
    const errors = changes.refusal.map((problem) => ({
      field: `level-${numbers.get(problem.candidate) ?? ''}-${problem.language}`,
      message: explainLevel(problem)[request.language],
    }));
    return show(exchange, { typed, reason, errors });
  }
  const here = `/${request.language}/staff/vacancies/${vacancy.reference}/stages/${stage.id}/languages`;
  return reply.redirect(`${here}?done=${changes.value.length}`, 303);
}
