import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { doerOf } from '../../people/actor.ts';
import { countAttempt } from '../../people/attempt-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { findProfile } from '../../people/profile/profile-queries.ts';
import { valueIn } from '../../people/profile/profile.ts';
import { fieldsOf, typed } from '../../people/typed.ts';
import { queueMail } from '../../platform/mail.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { Db } from '../../schema.ts';
import { findOwnInvited, type OwnInvited } from '../invitations/invitation-queries.ts';
import { planOf } from '../plan/plan-queries.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { MyReferencesPage, type KnownReferee } from './my-reference-pages.tsx';
import { candidateName } from './candidate-name-queries.ts';
import { referenceMail } from './reference-mail.ts';
import { recordAsked, recordNamed, recordTakenBack, refereesOf, removeNamed } from './reference-queries.ts';
import { explainNaming, explainReference, REFERENCE_TEXTS } from './reference-texts.ts';
import { ask, mayName, nameReferee, takeBack, type Referee, type RefereeForm } from './reference.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
/** An application with the stage of it that asks for references, if its author is invited to one. */
type Found = { own: OwnInvited; stage: PlannedStage | undefined; wanted: number };
type Naming = { own: OwnInvited; stage: PlannedStage };

const HERE = '/my/applications/:number/references';
const FORM = z.object({ name: typed, email: typed, relation: typed, language: typed });
const EMPTY: RefereeForm = { name: '', email: '', relation: '', language: '' };
const QUERY = z.object({
  done: z.enum(['named', 'asked', 'taken-back', 'removed']).optional().catch(undefined),
  use: z.string().optional().catch(undefined),
});

/** Whom a candidate names as referees, and which of them they agree to be asked: theirs alone. */
export function myReferenceRoutes(web: FastifyInstance, context: Context): void {
  const guard = signedIn();
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get(
    HERE,
    guard,
    to((exchange) => show(exchange)),
  );
  web.post(HERE, guard, to(name));
  web.post(`${HERE}/:referee/consent`, guard, to(consent));
  web.post(`${HERE}/:referee/withdrawal`, guard, to(withdraw));
  web.post(`${HERE}/:referee/removal`, guard, to(remove));
}

const paramsOf = ({ params }: FastifyRequest) => params as { number: string; referee: string };

async function find(db: Db, { request, context }: Exchange): Promise<Found | undefined> {
  const own = await findOwnInvited(db, { accountId: actorOf(request).accountId, number: paramsOf(request).number });
  if (!own) return undefined;
  const asking = context.organisation.selection.stages.filter(({ references }) => references);
  const stage = (await planOf(db, own.reference)).find(
    ({ code }) => own.stages.includes(code) && asking.some((one) => one.code === code),
  );
  return { own, stage, wanted: asking.find(({ code }) => code === stage?.code)?.references?.wanted ?? 0 };
}

type Typed = { form?: RefereeForm; errors?: FieldError[]; status?: number };

async function show(exchange: Exchange, { form, errors = [], status = 422 }: Typed = {}) {
  const { request, reply, context } = exchange;
  const found = await find(context.db, exchange);
  if (!found) return reply.callNotFound();
  const { own, stage, wanted } = found;
  const { done, use } = QUERY.parse(request.query);
  const known = await knownReferees(context.db, actorOf(request).accountId);
  const used = known.find(({ id }) => id === use);
  const shown = {
    page: {
      ...pageContext(request, context),
      path: `/my/applications/${own.number}/references`,
      query: undefined,
      ...(done && { notice: REFERENCE_TEXTS[request.language].done[done] }),
    },
    number: own.number,
    zone: own.deadlineZone,
    stage: stage && (own.goesOn ? stage.status : ('closed' as const)),
    wanted,
    referees: stage ? await refereesOf(context.db, { stageId: stage.id, applicationId: own.applicationId }) : [],
    known,
    form: form ?? (used ? { ...EMPTY, ...used.fields } : EMPTY),
    errors,
  };
  return page(reply, <MyReferencesPage {...shown} />, errors.length > 0 ? status : 200);
}

/** The references of somebody's own profile, as the form takes them over. */
async function knownReferees(db: Db, accountId: string): Promise<KnownReferee[]> {
  const { profile } = await findProfile(db, accountId);
  return profile.parts.references.map((entry) => {
    const contact = valueIn(entry, 'contact');
    const fields = {
      name: valueIn(entry, 'name'),
      email: contact.includes('@') ? contact : '',
      relation: valueIn(entry, 'relation') || valueIn(entry, 'position'),
    };
    return { id: entry.id, fields };
  });
}

const back = ({ request, reply }: Exchange, { own }: Naming, done: string) =>
  reply.redirect(`/${request.language}/my/applications/${own.number}/references?done=${done}`, 303);

const aboutOf = ({ request, context }: Exchange, { own, stage }: Naming) => ({
  number: own.number,
  stage: stage.code,
  by: doerOf(actorOf(request)),
  at: context.clock(),
});

/** Where somebody can still be named or asked, with whom there is; nothing where they are not invited to such a stage. */
async function findNaming(exchange: Exchange): Promise<(Naming & { referees: Referee[] }) | undefined> {
  const { db } = exchange.context;
  const found = await find(db, exchange);
  if (!found?.stage || !found.own.goesOn) return undefined;
  const { own, stage } = found;
  return { own, stage, referees: await refereesOf(db, { stageId: stage.id, applicationId: own.applicationId }) };
}

async function name(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const naming = await findNaming(exchange);
  if (!naming) return reply.callNotFound();
  const { own, stage, referees } = naming;
  const form = FORM.parse(fieldsOf(request.body));
  const errorAt = (field: string, message: string) => show(exchange, { form, errors: [{ field, message }] });
  const may = mayName(referees, stage.status);
  if (!may.ok) return errorAt('name', explainReference(may.refusal)[request.language]);
  const named = nameReferee(form, { referees, ownEmail: actorOf(request).email });
  if (!named.ok) {
    const errors = named.refusal.map((one) => ({ field: one.field, message: explainNaming(one)[request.language] }));
    return show(exchange, { form, errors });
  }
  const row = { ...named.value, stageId: stage.id, applicationId: own.applicationId };
  const done = await context.db.transaction().execute((db) => recordNamed(db, row, aboutOf(exchange, naming)));
  const { [request.language]: message } = explainNaming({ field: 'email', kind: 'already-named' });
  return done ? back(exchange, naming, 'named') : errorAt('email', message);
}

const refereeIn = (exchange: Exchange, { referees }: { referees: Referee[] }) =>
  referees.find(({ id }) => id === paramsOf(exchange.request).referee);

/** The candidate agrees that one person is asked: the mail goes out with it. */
async function consent(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const naming = await findNaming(exchange);
  const referee = naming && refereeIn(exchange, naming);
  if (!naming || !referee) return reply.callNotFound();
  const now = context.clock();
  const agreed = z.object({ consent: typed }).parse(fieldsOf(request.body)).consent === 'yes';
  const asked = ask(referee, { stage: naming.stage.status, consent: agreed, now });
  const errorWith = (message: string, status = 422) =>
    show(exchange, { errors: [{ field: `consent-${referee.id}`, message }], status });
  if (!asked.ok) return errorWith(explainReference(asked.refusal)[request.language]);
  const attempt = { kind: 'reference-asked-by-account', subject: actorOf(request).accountId } as const;
  const counted = await countAttempt(context, [attempt], now);
  if (!counted.ok) {
    const minutes = `${Math.ceil(counted.refusal.seconds / 60)}`;
    return errorWith(REFERENCE_TEXTS[request.language].tooMany(minutes), 429);
  }
  const done = await context.db.transaction().execute(async (db) => {
    const about = { ...aboutOf(exchange, naming), at: now, secret: context.secret };
    const token = await recordAsked(db, asked.value, about);
    if (token === undefined) return false;
    const candidate = await candidateName(db, naming.own.applicationId);
    const { name: organisation } = context.organisation;
    const asking = { candidate, organisation, publicUrl: context.config.PUBLIC_URL, token };
    await queueMail(db, referenceMail(referee, asking), now);
    return true;
  });
  const { [request.language]: meanwhile } = explainReference({ kind: 'not-named' });
  return done ? back(exchange, naming, 'asked') : errorWith(meanwhile);
}

async function withdraw(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const naming = await findNaming(exchange);
  const referee = naming && refereeIn(exchange, naming);
  if (!naming || !referee) return reply.callNotFound();
  const taken = takeBack(referee);
  const errors = (message: string) => [{ field: `consent-${referee.id}`, message }];
  if (!taken.ok) return show(exchange, { errors: errors(explainReference(taken.refusal)[request.language]) });
  const about = aboutOf(exchange, naming);
  const done = await context.db.transaction().execute((db) => recordTakenBack(db, taken.value, about));
  const { [request.language]: message } = explainReference({ kind: 'not-asked' });
  return done ? back(exchange, naming, 'taken-back') : show(exchange, { errors: errors(message) });
}

async function remove(exchange: Exchange) {
  const naming = await findNaming(exchange);
  const referee = naming && refereeIn(exchange, naming);
  if (!naming || !referee) return exchange.reply.callNotFound();
  const about = aboutOf(exchange, naming);
  const done = await exchange.context.db.transaction().execute((db) => removeNamed(db, referee, about));
  if (done) return back(exchange, naming, 'removed');
  const { [exchange.request.language]: message } = explainReference({ kind: 'not-named' });
  return show(exchange, { errors: [{ field: `consent-${referee.id}`, message }] });
}
