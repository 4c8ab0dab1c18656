import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordOutsideAccount, findAccountByAddress } from '../account-queries.ts';
import { readName } from '../account.ts';
import type { Context } from '../context.ts';
import { readAddress } from '../email-address.ts';
import { goOn, letIn } from '../let-in.tsx';
import { localAddress } from '../local-address.ts';
import { page, pageContext } from '../page.ts';
import type { Role } from '../permissions.ts';
import { hashPassword } from '../password-hash.ts';
import { beginProfile } from '../profile/profile-queries.ts';
import type { SaidAtSignUp } from '../profile/profile-start.ts';
import { nationalitiesSaid } from '../said-nationality.ts';
import { recordServing } from '../serving-staff/serving-staff-queries.ts';
import type { Exchange } from '../session-hooks.ts';
import { newSecret } from '../session.ts';
import { beginStep, finishStep } from '../sign-in-step-hooks.ts';
import type { SignInStep } from '../sign-in-step-queries.ts';
import { isLanguage } from '../../platform/language.ts';
import { typed } from '../typed.ts';
import { findIdentity, linkIdentity, type Identity } from './identity-queries.ts';
import { ANSWER_PATH, askedOf, beginOutside } from './outside-hooks.ts';
import { LinkOutsidePage, OutsideProblemPage } from './outside-pages.tsx';
import type { OutsideProblem } from './outside-texts.ts';
import { recordGroupRoles } from './group-role-queries.ts';
import { decideOutside, rolesByGroup, saidBy, servingDays, type Decision, type Said } from './outside.ts';
import { keepProviderProof } from '../step-up/provider-proof-hooks.ts';
import { answerTo, type Asked } from './provider.ts';

const QUERY = z.object({ back: typed });
const DETAILS = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  back: z.string().optional(),
  language: z.string(),
  /** Asked anew of somebody who is signed in, for a form that waits. */
  again: z.boolean().optional(),
});

/** The way in by the organisation's own provider; not there where it has none. */
export function outsideRoutes(web: FastifyInstance, context: Context): void {
  web.get('/sign-in/outside', async (request, reply) => {
    const asked = askedOf({ request, reply, context });
    if (!asked) return reply.callNotFound();
    const back = localAddress(QUERY.parse(request.query).back);
    const address = await beginOutside({ request, reply, context }, asked, { back, linking: false });
    return address === undefined
      ? problemPage({ request, reply, context }, 'failed', 502)
      : reply.redirect(address, 303);
  });
}

/** Where the provider sends people back to, whatever their language. */
export function outsideAnswerRoute(web: FastifyInstance, context: Context): void {
  web.get(ANSWER_PATH, { logLevel: 'warn' }, async (request, reply) => {
    const asked = askedOf({ request, reply, context });
    reply.header('cache-control', 'no-store');
    if (asked) return takeAnswer({ request, reply, context }, asked);
    reply.callNotFound();
    return reply;
  });
}

/** Asks for the account of the provider that is to be tied to this one, once the password was given. */
export async function linkOutside(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const asked = askedOf(exchange);
  if (!asked) return problemPage(exchange, 'failed', 404);
  const address = await beginOutside(exchange, asked, { back: undefined, linking: true });
  if (address === undefined) return problemPage(exchange, 'failed', 502);
  const name = asked.outside.name[request.language];
  return page(reply, <LinkOutsidePage page={pageContext(request, context)} {...{ name, address }} />);
}

async function takeAnswer(exchange: Exchange, asked: Asked): Promise<FastifyReply> {
  const { request, context } = exchange;
  const step = await finishStep(exchange, 'outside', context.db);
  const details = DETAILS.safeParse(step?.details);
  if (!step || !details.success) return problemPage(exchange, 'failed', 400);
  if (isLanguage(details.data.language)) request.language = details.data.language;
  const answered = new URL(request.url, context.config.PUBLIC_URL);
  const answer = await answerTo(asked, details.data, answered).catch(() => undefined);
  if (!answer) return problemPage(exchange, 'failed', 400);
  // Whoever began to tie an account must still be the one who is signed in to it.
  if (step.accountId !== null && step.accountId !== request.actor?.accountId)
    return problemPage(exchange, 'failed', 400);
  const { issuer, subject, claims } = answer;
  if (details.data.again) return confirmOutside(exchange, { answer, asked: step });
  const said = readSaid(saidBy(claims, asked.outside.groupsClaim));
  const days = servingDays(asked.outside.servingStaff, said);
  const roles = rolesByGroup(asked.outside.roles, said);
  return carryOut(exchange, { identity: { issuer, subject }, said, days, roles, step, back: details.data.back });
}

type Confirmed = { answer: Awaited<ReturnType<typeof answerTo>>; asked: SignInStep };

/** Back with the provider's word for who is signed in: for the form that waits, and for nothing else. */
async function confirmOutside(exchange: Exchange, { answer, asked }: Confirmed): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { issuer, subject, claims } = answer;
  const owner = await findIdentity(context.db, { issuer, subject });
  const kept = owner === asked.accountId && (await keepProviderProof(exchange, { issuer, claims, accountId: owner }));
  if (!kept) return problemPage(exchange, 'failed', 400);
  return reply.redirect(`/${request.language}/my/account/step-up`, 303);
}

const readSaid = (said: Said): Said => ({ ...said, email: said.email && readAddress(said.email) });

type Answered = {
  identity: Identity;
  said: Said;
  days: number | null;
  roles: Role[];
  step: SignInStep;
  back: string | undefined;
};

async function carryOut(exchange: Exchange, answered: Answered): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { identity, said, days, roles, step, back } = answered;
  const account = said.email === undefined ? undefined : await findAccountByAddress(context.db, said.email);
  const decision = decideOutside(said, {
    tiedTo: await findIdentity(context.db, identity),
    linking: step.accountId ?? undefined,
    atAddress: account && { id: account.id, verified: account.verifiedAt !== null },
  });
  if (decision.kind === 'taken') return problemPage(exchange, 'taken', 409);
  if (decision.kind === 'no-address') return problemPage(exchange, 'no-address', 422);
  if (decision.kind === 'prove') {
    await beginStep(
      exchange,
      { purpose: 'outside-link', details: { ...identity, servingDays: days, roles } },
      context.db,
    );
    return reply.redirect(`/${request.language}/sign-in?ended=link`, 303);
  }
  await enter(exchange, decision, answered);
  if (decision.kind === 'link') return reply.redirect(`/${request.language}/my/account/security?done=linked`, 303);
  return goOn(exchange, { back: localAddress(back), kept: undefined });
}

type Entering = Extract<Decision, { kind: 'sign-in' | 'link' | 'create' }>;

/** One transaction: the account where it is new, its tie, what the groups say, and the session. */
async function enter(exchange: Exchange, decision: Entering, { identity, said, days, roles }: Answered): Promise<void> {
  const { request, context } = exchange;
  const now = context.clock();
  // Nobody knows this password; a new one can be set by mail.
  const passwordHash = decision.kind === 'create' ? await hashPassword(newSecret()) : '';
  await context.db.transaction().execute(async (db) => {
    const accountId =
      decision.kind === 'create'
        ? await recordOutsideAccount(
            db,
            { email: decision.email, name: nameOf(said, decision.email), language: request.language, passwordHash },
            now,
          )
        : decision.accountId;
    if (decision.kind === 'create') await beginProfile(db, { accountId, said: saidHere(said, request) }, now);
    await linkIdentity(db, { ...identity, accountId }, now);
    await recordServing(db, { accountId, days }, now);
    await recordGroupRoles(db, { accountId, roles }, now);
    if (decision.kind !== 'link') await letIn(exchange, { accountId, email: said.email ?? '', method: 'outside' }, db);
  });
}

const nameOf = ({ name }: Said, email: string): string =>
  readName(name ?? '') ?? readName(email) ?? email.slice(0, 200);

/** The profile of a new account begins with what the provider said, and with what was said in this browser. */
const saidHere = ({ givenNames, familyName }: Said, { cookies }: FastifyRequest): SaidAtSignUp => ({
  givenNames: readName(givenNames) ?? '',
  familyName: readName(familyName) ?? '',
  nationalities: nationalitiesSaid(cookies),
});

const problemPage = ({ request, reply, context }: Exchange, problem: OutsideProblem, status: number): FastifyReply =>
  page(reply, <OutsideProblemPage page={pageContext(request, context)} problem={problem} />, status);
