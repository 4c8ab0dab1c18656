import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { edit } from '../editing/edit-notice.ts';
import { ComparisonPage, VersionsPage } from './notice-version-pages.tsx';
import { findVersion, versionChoices, versionsOf } from './notice-version-queries.ts';
import { explainRestoration } from './notice-version-texts.ts';
import { comparedNumbers, mayRestore, type NoticeVersion, type RestorationRefusal } from './notice-version.ts';
import { findVacancy, recordVacancy } from '../vacancy-queries.ts';
import { formOf, versionOf } from '../vacancy-requests.ts';
import { mayAmend, statusOf } from '../vacancy-routes.tsx';
import type { Vacancy } from '../vacancy.ts';

type ByReference = { Params: { reference: string } };
type ByNumber = { Params: { reference: string; number: string } };
type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

const anyNumber = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);
const LIST_QUERY = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
const COMPARISON_QUERY = z.object({ from: anyNumber, to: anyNumber });

export function noticeVersionRoutes(web: FastifyInstance, context: Context): void {
  const { db } = context;
  const address = '/staff/vacancies/:reference/versions';

  web.get<ByReference>(address, requires('vacancies:read'), async (request, reply) => {
    const vacancy = await findVacancy(db, request.params.reference);
    if (!vacancy) return reply.callNotFound();
    const { page: current } = LIST_QUERY.parse(request.query ?? {});
    const list = await versionsOf(db, vacancy.reference, current);
    const restoring = mayAmend(request, vacancy) && mayRestore(vacancy).ok;
    const props = { page: pageContext(request, context), vacancy, current, restoring, ...list };
    return page(reply, <VersionsPage {...props} />);
  });

  web.get<ByReference>(`${address}/comparison`, requires('vacancies:read'), async (request, reply) => {
    const vacancy = await findVacancy(db, request.params.reference);
    const compared = vacancy && (await comparedOf(request, context, vacancy));
    return compared ? comparison({ request, reply, context }, compared) : reply.callNotFound();
  });

  web.post<ByNumber>(`${address}/:number/restoration`, requires('vacancies:edit'), async (request, reply) => {
    const { reference, number } = request.params;
    const vacancy = await findVacancy(db, reference);
    const version = /^[1-9]\d{0,5}$/.test(number) ? await findVersion(db, reference, Number(number)) : undefined;
    if (!vacancy || !version || (mayRestore(vacancy).ok && !mayAmend(request, vacancy))) return reply.callNotFound();
    return restore({ request, reply, context }, vacancy, version);
  });
}

type Compared = { vacancy: Vacancy; from: NoticeVersion; to: NoticeVersion };

async function comparedOf(request: FastifyRequest, { db }: Context, vacancy: Vacancy): Promise<Compared | undefined> {
  const [last] = await versionChoices(db, vacancy.reference);
  const numbers = comparedNumbers(COMPARISON_QUERY.parse(request.query ?? {}), last?.number ?? 0);
  const from = await findVersion(db, vacancy.reference, numbers.from);
  const to = await findVersion(db, vacancy.reference, numbers.to);
  return from && to && { vacancy, from, to };
}

async function comparison(
  { request, reply, context }: Exchange,
  compared: Compared,
  refusal?: RestorationRefusal,
): Promise<FastifyReply> {
  const props = {
    page: pageContext(request, context),
    ...compared,
    choices: await versionChoices(context.db, compared.vacancy.reference),
    book: context,
    restoring: mayAmend(request, compared.vacancy) && mayRestore(compared.vacancy).ok,
    problem: refusal && explainRestoration(refusal)[request.language],
  };
  const status = refusal === undefined ? 200 : refusal.kind === 'is-public' ? 409 : statusOf(refusal);
  return page(reply, <ComparisonPage {...props} />, status);
}

/** Makes an earlier version the notice that stands, as an edit by whoever restores it; no version is lost by it. */
async function restore(exchange: Exchange, vacancy: Vacancy, version: NoticeVersion): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { db, organisation, clock } = context;
  const refused = async (refusal: RestorationRefusal) => {
    const now = (await findVacancy(db, vacancy.reference)) ?? vacancy;
    const [last] = await versionChoices(db, vacancy.reference);
    const from = await findVersion(db, vacancy.reference, last?.number ?? version.number);
    return comparison(exchange, { vacancy: now, from: from ?? version, to: version }, refusal);
  };
  const allowed = mayRestore(vacancy);
  if (!allowed.ok) return refused(allowed.refusal);
  const stale = (versionOf(formOf(request.body)) ?? vacancy.version) !== vacancy.version;
  if (stale) return refused({ kind: 'changed-meanwhile' });
  const by = doerOf(actorOf(request));
  const edited = edit(vacancy, version.notice, { organisation, now: clock(), by });
  if (!edited.ok) return refused(edited.refusal);

  const here = `/${request.language}/staff/vacancies/${vacancy.reference}`;
  const { changed } = edited.value;
  if (changed.length === 0) return reply.redirect(`${here}?done=unchanged`, 303);
  const fields = [...new Set(changed.map(({ path }) => path))];
  const recorded = await recordVacancy(db, edited.value.vacancy, {
    action: 'restore-version',
    by,
    at: clock(),
    details: { version: version.number, fields },
  });
  return recorded.ok ? reply.redirect(`${here}?done=saved#history`, 303) : refused(recorded.refusal);
}
