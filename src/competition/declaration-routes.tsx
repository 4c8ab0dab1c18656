import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsOf, valueOf } from '../applications/drafting/draft.ts';
import { stillTaking } from '../applications/stages/stage-state.ts';
import { doerOf } from '../people/actor.ts';
import type { Context } from '../people/context.ts';
import { actorOf } from '../people/guard.ts';
import { page, pageContext } from '../people/page.ts';
import type { FieldError } from '../site/forms.tsx';
import type { Db } from '../schema.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { candidatesOf, received } from './candidate-queries.ts';
import { requiresIn } from './competition-guard.ts';
import { COMPETITION_TEXTS } from './competition-texts.ts';
import { conflictsIn, recordConflicts } from './conflict-queries.ts';
import { BlindDeclarationPage, DeclarationPage, NotYetPage } from './declaration-pages.tsx';
import { declarationsIn, recordDeclaration } from './declaration-queries.ts';
import { barredByName, declare, type Declared, type DeclarationProblem, type Typed } from './declaration.ts';
import { recordDetections, type FromScreening } from './detection-queries.ts';
import { lockMembers, rolesIn } from './member-queries.ts';

type Exchange = {
  request: FastifyRequest;
  reply: FastifyReply;
  context: Context;
  vacancy: Vacancy;
  screening: FromScreening;
};

/** Each who judges signs for the list of candidates, and names whom they cannot judge. */
export function declarationRoutes(web: FastifyInstance, context: Context, screening: FromScreening): void {
  const address = '/staff/vacancies/:reference/declaration';
  const guard = requiresIn(context, 'competition:declare');
  const to =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const vacancy = await findVacancy(context.db, (request.params as { reference: string }).reference);
      return vacancy ? then({ request, reply, context, vacancy, screening }) : reply.callNotFound();
    };
  web.get(address, guard, to(show));
  web.post(address, guard, to(sign));
}

/** Who screens and has no other task reads without names, and declares without being told them. */
async function isBlind({ request, context, vacancy, screening }: Exchange): Promise<boolean> {
  const { accountId } = actorOf(request);
  const roles = (await rolesIn(context.db, vacancy.reference, accountId)) ?? [];
  return roles.every((role) => role === 'screener') || screening.isBlind(context.db, vacancy.reference, accountId);
}

const isTaking = ({ vacancy, context }: Exchange): boolean => stillTaking(vacancy, context.clock());

async function show(exchange: Exchange, errors: FieldError[] = []) {
  const { request, reply, context, vacancy } = exchange;
  const common = {
    page: pageContext(request, context),
    reference: vacancy.reference,
    organisation: context.organisation,
    errors,
  };
  if (isTaking(exchange)) return page(reply, <NotYetPage {...common} />);
  const fields = fieldsOf(request.body);
  const status = errors.length > 0 ? 422 : 200;
  if (await isBlind(exchange)) {
    const written = { names: valueOf(fields, 'names'), kind: valueOf(fields, 'kind') };
    return page(reply, <BlindDeclarationPage {...common} {...written} />, status);
  }
  const own = await ownState(exchange);
  const typed = errors.length > 0 ? typedIn(request) : own.typed;
  const roles = (await rolesIn(context.db, vacancy.reference, actorOf(request).accountId)) ?? [];
  const decides = roles.includes('appointing-authority');
  return page(reply, <DeclarationPage {...common} {...own} {...{ typed, decides }} />, status);
}

const typedIn = ({ body }: FastifyRequest) => {
  const fields = fieldsOf(body);
  return (number: string): Typed => ({
    kind: valueOf(fields, `kind-${number}`),
    why: valueOf(fields, `why-${number}`),
  });
};

/** What the reader signed and named before. */
async function ownState({ request, context, vacancy }: Exchange) {
  const { db } = context;
  const { accountId } = actorOf(request);
  const candidates = await candidatesOf(db, vacancy.reference);
  const signed = (await declarationsIn(db, vacancy.reference)).filter((one) => one.accountId === accountId);
  const named = (await conflictsIn(db, vacancy.reference)).filter(
    (one) => one.accountId === accountId && one.foundBy === 'declared' && !one.cleared,
  );
  const covered = new Set(signed.flatMap((one) => one.candidates));
  return {
    candidates,
    signedBefore: signed.length > 0,
    unsigned: candidates.map(({ number }) => number).filter((number) => !covered.has(number)),
    typed: (number: string): Typed => {
      const found = named.find(({ candidate }) => candidate === number);
      return { kind: found?.kind ?? '', why: found?.reason ?? '' };
    },
  };
}

async function sign(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  if (isTaking(exchange)) return show(exchange);
  const blind = await isBlind(exchange);
  const errors = await context.db.transaction().execute(async (db) => {
    await lockMembers(db, vacancy.reference);
    return blind ? signBlind(db, exchange) : signList(db, exchange);
  });
  if (errors.length > 0) return show(exchange, errors);
  return reply.redirect(`/${request.language}/staff/vacancies/${vacancy.reference}/people?done=signed`, 303);
}

async function signList(db: Db, exchange: Exchange): Promise<FieldError[]> {
  const { request, context, vacancy } = exchange;
  const candidates = await candidatesOf(db, vacancy.reference);
  if (candidates.length === 0)
    return [{ field: 'declares', message: COMPETITION_TEXTS[request.language].nothingToSign }];
  const declared = declare({
    accountId: actorOf(request).accountId,
    candidates,
    typed: typedIn(request),
    kinds: context.organisation.panel.conflicts.map(({ code }) => code),
    declares: valueOf(fieldsOf(request.body), 'declares') === 'yes',
  });
  if (!declared.ok) return declared.refusal.map((problem) => errorFor(problem, request));
  await record(db, exchange, { candidates: candidates.map(({ number }) => number), declared: declared.value });
  return [];
}

async function signBlind(db: Db, exchange: Exchange): Promise<FieldError[]> {
  const { request, context, vacancy } = exchange;
  const t = COMPETITION_TEXTS[request.language];
  const fields = fieldsOf(request.body);
  const names = valueOf(fields, 'names').replaceAll(/\r\n?/g, '\n').slice(0, MAX_NAMES);
  const kind = valueOf(fields, 'kind');
  const known = context.organisation.panel.conflicts.some(({ code }) => code === kind);
  const errors = [
    ...(names.trim() !== '' && !known ? [{ field: 'kind', message: t.blindKindMissing }] : []),
    ...(valueOf(fields, 'declares') === 'yes' ? [] : [{ field: 'declares', message: t.signMissing }]),
  ];
  if (errors.length > 0) return errors;
  const people = await received(db, vacancy.reference);
  const declared = known ? barredByName({ accountId: actorOf(request).accountId, people, names, kind }) : [];
  await record(db, exchange, { candidates: people.map(({ number }) => number), declared });
  return [];
}
const MAX_NAMES = 20_000;

const errorFor = (problem: DeclarationProblem, { language }: FastifyRequest): FieldError => {
  const t = COMPETITION_TEXTS[language];
  if (problem.kind === 'not-declared') return { field: 'declares', message: t.signMissing };
  const { candidate } = problem;
  return problem.kind === 'kind-missing'
    ? { field: `kind-${candidate}`, message: t.kindMissing(candidate) }
    : { field: `why-${candidate}`, message: t.whyMissing(candidate) };
};

type Signed = { candidates: string[]; declared: readonly Declared[] };

async function record(db: Db, { request, context, vacancy, screening }: Exchange, { candidates, declared }: Signed) {
  const { reference } = vacancy;
  const { panel } = context.organisation;
  const actor = actorOf(request);
  const at = context.clock();
  const found = declared.map((one) => ({ ...one, foundBy: 'declared' as const }));
  await recordConflicts(db, { reference, found, by: doerOf(actor), at });
  await recordDeclaration(db, { reference, candidates, text: panel.declaration.text, actor, at });
  await recordDetections(db, { reference, panel, earlier: screening.earlier, at });
}
