import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { doerOf } from '../people/actor.ts';
import type { Context } from '../people/context.ts';
import { namesOf } from '../people/account-queries.ts';
import { eventsOf } from '../people/event-queries.ts';
import { actorOf, requires } from '../people/guard.ts';
import { incidentRules, type Incident } from './incidents/incident.ts';
import { incidents } from './incidents/incident-queries.ts';
import { announcingZone } from '../regulations/deadline.ts';
import { page, pageContext } from '../people/page.ts';
import { permits } from '../people/permissions.ts';
import { recordAndTell, waitingFor } from './approval/approval-queries.ts';
import { ConfirmPage } from './publication/confirm-pages.tsx';
import { importsOf } from './importing/import-queries.ts';
import { ReviewPage } from './review/review-pages.tsx';
import type { ReviewProps } from './review/review-props.ts';
import { readPublication, typedPublication, type PublicationProblem } from './publication/publication-form.ts';
import { PUBLICATION_TEXTS } from './publication/publication-texts.ts';
import { openFindings, reviewSheet } from './review/review-sheet.ts';
import { valueOf, type FormValues } from './editing/section-form.ts';
import { canBeOpened } from './publication/opening.ts';
import { hasInternalDates, withAudience } from './internal-dates/internal-dates.ts';
import { INTERNAL_DATES_TEXTS } from './internal-dates/internal-dates-texts.ts';
import { checksOf, lintedNow } from './vacancy-lint.ts';
import { makeMove, MOVES, MOVES_ON_PAGE } from './vacancy-moves.ts';
import { VacanciesPage } from './vacancy-pages.tsx';
import { findVacancy, recordVacancy, vacanciesForStaff } from './vacancy-queries.ts';
import { formOf, queryText, versionOf } from './vacancy-requests.ts';
import { actionsFrom, isFinal, isPublic, VACANCY_STATUSES, type VacancyAction } from './vacancy-state.ts';
import { explain, VACANCY_TEXTS, type VacancyRefusal } from './vacancy-texts.ts';
import { amendmentPermission, confirmDoubt, type Vacancy } from './vacancy.ts';

type ByReference = { Params: { reference: string } };
type ByDoubt = { Params: { reference: string; index: string } };
type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

const LIST_QUERY = z.object({
  text: queryText,
  status: z.enum(VACANCY_STATUSES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export function vacancyRoutes(web: FastifyInstance, context: Context): void {
  const { db, organisation } = context;

  web.get('/staff/vacancies', requires('vacancies:read'), async (request, reply) => {
    const filters = LIST_QUERY.parse(request.query);
    const list = await vacanciesForStaff(db, filters);
    const { roles } = actorOf(request);
    const canImport = permits(roles, 'vacancies:edit');
    const { steps } = organisation.notices.approval;
    const waiting = await waitingFor(db, roles, steps);
    const zone = announcingZone(organisation, context.clock());
    const props = { page: pageContext(request, context), list, filters, zone, canImport, steps, waiting };
    return page(reply, <VacanciesPage {...props} />);
  });

  web.get<ByReference>('/staff/vacancies/:reference', requires('vacancies:read'), async (request, reply) => {
    const vacancy = await findVacancy(db, request.params.reference);
    if (!vacancy) return reply.callNotFound();
    return review({ request, reply, context }, vacancy);
  });

  web.post<ByDoubt>(
    '/staff/vacancies/:reference/doubts/:index/settlement',
    requires('vacancies:edit'),
    (request, reply) => settleDoubt({ request, reply, context }, request.params),
  );

  for (const { action, permission, resource, confirmed } of MOVES) {
    const address = `/staff/vacancies/:reference/${resource}`;
    if (confirmed && (action === 'publish' || action === 'cancel'))
      web.get<ByReference>(address, requires(permission), async (request, reply) => {
        const vacancy = await findVacancy(db, request.params.reference);
        if (!vacancy) return reply.callNotFound();
        return confirmation({ request, reply, context }, { vacancy, action });
      });
    web.post<ByReference>(address, requires(permission), (request, reply) =>
      moveVacancy({ request, reply, context }, request.params.reference, action),
    );
  }
}

async function moveVacancy(exchange: Exchange, reference: string, action: VacancyAction) {
  const { request, reply, context } = exchange;
  const { db, clock } = context;
  const now = clock();
  const values = formOf(request.body);
  const reason = valueOf(values, 'reason').slice(0, 2_000);
  const vacancy = await findVacancy(db, reference);
  if (!vacancy) return reply.callNotFound();

  const stale = (versionOf(values) ?? vacancy.version) !== vacancy.version;
  if (stale) return review(exchange, vacancy, { kind: 'changed-meanwhile' });
  const asked = readPublication(action === 'publish' ? values : {}, vacancy, zoneOf(context));
  if (!asked.ok) return confirmation(exchange, { vacancy, action: 'publish', values, problems: asked.refusal });
  const { publishAt, audience } = asked.value;
  const made = publishAt ? 'schedule' : action;
  const checks = await checksOf(vacancy, context, { now, reason, publishAt: publishAt ?? undefined });
  const moved = makeMove(withAudience(vacancy, audience), made, checks);
  if (!moved.ok && (action === 'publish' || action === 'cancel') && moved.refusal.kind !== 'illegal-move')
    return confirmation(exchange, { vacancy, action, values, refusal: moved.refusal });
  if (!moved.ok) return review(exchange, vacancy, moved.refusal);

  const by = doerOf(actorOf(request));
  const details = {
    ...(MOVES_ON_PAGE[action].confirmed && reason !== '' && { reason }),
    ...(publishAt && { publishAt: publishAt.toISOString(), zone: zoneOf(context) }),
    ...(audience !== vacancy.audience && { audience }),
    ...(made === 'publish' && { files: await context.files.hashes(moved.value.notice) }),
  };
  const { steps } = context.organisation.notices.approval;
  const mailing = { before: vacancy, steps, publicUrl: context.config.PUBLIC_URL };
  const recorded = await recordAndTell(db, moved.value, { change: { action: made, by, at: now, details }, ...mailing });
  if (!recorded.ok) return review(exchange, (await findVacancy(db, reference)) ?? vacancy, recorded.refusal);
  return reply.redirect(`/${request.language}/staff/vacancies/${reference}`, 303);
}

/** The zone in which publications are announced, as deadlines are. */
const zoneOf = ({ organisation, clock }: Context): string => announcingZone(organisation, clock());

async function settleDoubt(exchange: Exchange, { reference, index }: ByDoubt['Params']) {
  const { request, reply, context } = exchange;
  const { db, clock } = context;
  const vacancy = await findVacancy(db, reference);
  const doubt = vacancy?.doubts[/^\d{1,4}$/.test(index) ? Number(index) : -1];
  if (!vacancy || !doubt || !mayAmend(request, vacancy)) return reply.callNotFound();

  const here = `/${request.language}/staff/vacancies/${reference}#doubt-${index}`;
  const stale = (versionOf(formOf(request.body)) ?? vacancy.version) !== vacancy.version;
  if (stale) return review(exchange, vacancy, { kind: 'changed-meanwhile' });
  if (doubt.state !== 'open') return reply.redirect(here, 303);
  const settled = confirmDoubt(vacancy, Number(index));
  if (!settled.ok) return review(exchange, vacancy, settled.refusal);

  const details = { doubt: doubt.kind, fields: [doubt.field.replace(/\[.*$/, '').replace(/\.(en|fr)$/, '')] };
  const by = doerOf(actorOf(request));
  const recorded = await recordVacancy(db, settled.value, { action: 'settle-doubt', by, at: clock(), details });
  if (!recorded.ok) return review(exchange, (await findVacancy(db, reference)) ?? vacancy, recorded.refusal);
  return reply.redirect(here, 303);
}

/** Whether the reader may change this notice in its present status. */
export const mayAmend = (request: FastifyRequest, { status }: Vacancy): boolean =>
  !isFinal(status) && permits(actorOf(request).roles, amendmentPermission(status));

/** The review page; with the reason why something was not done, where there is one. */
export async function review(
  { request, reply, context }: Exchange,
  vacancy: Vacancy,
  refusal?: VacancyRefusal,
): Promise<FastifyReply> {
  const { db } = context;
  const { roles } = actorOf(request);
  const props: ReviewProps = {
    page: { ...pageContext(request, context), notice: noticeOf(request) },
    vacancy,
    imports: await importsOf(db, vacancy.reference),
    events: await eventsOf(db, 'vacancy', vacancy.reference),
    book: context,
    linted: await lintedNow(vacancy, context, context.clock()),
    editable: mayAmend(request, vacancy),
    moves: actionsFrom(vacancy.status).filter((action) => permits(roles, MOVES_ON_PAGE[action].permission)),
    applications: isPublic(vacancy.status) && permits(roles, 'applications:read'),
    people: isPublic(vacancy.status) && permits(roles, 'competition:read'),
    record: permits(roles, 'record:export'),
    internalDates: hasInternalDates(vacancy) && mayAmend(request, vacancy),
    equality:
      isPublic(vacancy.status) && context.organisation.equality.questions.length > 0 && permits(roles, 'equality:read'),
    approval: {
      steps: context.organisation.notices.approval.steps,
      roles,
      names: await namesOf(
        db,
        vacancy.approvals.flatMap(({ by }) => by ?? []),
      ),
    },
    opening: canBeOpened(vacancy) && permits(roles, 'vacancies:publish'),
    translating: permits(roles, 'vacancies:translate'),
    incident: await incidentOf(vacancy, context),
    problem: refusal && explain(refusal)[request.language],
  };
  return page(reply, <ReviewPage {...props} />, refusal ? statusOf(refusal) : 200);
}

async function incidentOf({ reference, status }: Vacancy, context: Context): Promise<Incident | undefined> {
  if (!isPublic(status)) return undefined;
  const [incident] = await incidents(context.db, { rules: incidentRules(context), reference }, context.clock());
  return incident;
}

/** What the edit before this page did. */
function noticeOf(request: FastifyRequest): string | undefined {
  const t = VACANCY_TEXTS[request.language].edit;
  const { done } = z.object({ done: queryText }).parse(request.query ?? {});
  if (done === 'internal-dates') return INTERNAL_DATES_TEXTS[request.language].saved;
  if (done === 'saved') return t.saved;
  return done === 'unchanged' ? t.nothingChanged : undefined;
}

/** 409 where the state stands against it, 422 where what was sent does. */
export const statusOf = ({ kind }: VacancyRefusal): 409 | 422 => (STATE_STANDS_AGAINST_IT.has(kind) ? 409 : 422);

const STATE_STANDS_AGAINST_IT: ReadonlySet<VacancyRefusal['kind']> = new Set<VacancyRefusal['kind']>([
  'changed-meanwhile',
  'illegal-move',
  'already-decided',
  'final',
  'not-in-review',
  'not-your-turn',
  'finding-gone',
]);

type Confirmation = {
  vacancy: Vacancy;
  action: 'publish' | 'cancel';
  /** What was typed; to begin with, what stands. */
  values?: FormValues;
  problems?: PublicationProblem[];
  refusal?: VacancyRefusal;
};

/** The field that a refusal is about; one that is about none leaves nothing to confirm. */
const FIELD_OF: Partial<Record<VacancyRefusal['kind'], string>> = {
  'lacks-translation': 'reason',
  'no-reason': 'reason',
  'publication-not-to-come': 'publish',
  'publication-after-deadline': 'publish',
};

async function confirmation(exchange: Exchange, { vacancy, action, refusal, problems = [], ...typed }: Confirmation) {
  const { request, reply, context } = exchange;
  const { language } = request;
  const lacking = openFindings(reviewSheet(vacancy, context.organisation)).filter(
    ({ weight }) => weight === 'translation',
  );
  // What stands against it is said before anybody confirms; a reason can still be given here.
  const checks = await checksOf(vacancy, context, { now: context.clock(), reason: 'asked for below' });
  const tried = refusal ?? refusalOf(makeMove(vacancy, action, checks));
  if (tried?.kind === 'illegal-move') return review(exchange, vacancy, tried);
  const field = tried && FIELD_OF[tried.kind];
  const zone = zoneOf(context);
  const t = PUBLICATION_TEXTS[language];
  const props = {
    page: pageContext(request, context),
    vacancy,
    action,
    values: typed.values ?? typedPublication(vacancy, zone),
    zone,
    lacking,
    problem: tried && !field ? explain(tried)[language] : undefined,
    errors: [
      ...problems.map((problem) => ({ field: problem.field, message: t.problem[problem.kind] })),
      ...(tried && field ? [{ field, message: explain(tried)[language] }] : []),
    ],
  };
  return page(reply, <ConfirmPage {...props} />, refusal ? statusOf(refusal) : problems.length > 0 ? 422 : 200);
}

const refusalOf = <Refusal,>(result: { ok: true } | { ok: false; refusal: Refusal }): Refusal | undefined =>
  result.ok ? undefined : result.refusal;
