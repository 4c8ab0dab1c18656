import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { findAccount } from '../account-queries.ts';
import type { Account } from '../account.ts';
import { countAttempt } from '../attempt-queries.ts';
import type { Context } from '../context.ts';
import type { Problem } from '../current-password.ts';
import { readCarried } from '../kept-form.ts';
import { goOn, letIn, type Carried } from '../let-in.tsx';
import { localAddress } from '../local-address.ts';
import { linkKnownIdentity } from '../outside/identity-queries.ts';
import { page, pageContext } from '../page.ts';
import { noteRefusal, type Exchange } from '../session-hooks.ts';
import { tooManyAttempts } from '../sign-in-attempts.ts';
import { beginStep, currentStep, finishStep } from '../sign-in-step-hooks.ts';
import type { SignInMethod } from '../sign-in-method.ts';
import { fieldsOf, typed } from '../typed.ts';
import { secondFactorsOf, useCode, useRecoveryCode } from './second-factor-queries.ts';
import { SecondStepPage } from './second-step-pages.tsx';
import { SECOND_STEP_TEXTS } from './second-step-texts.ts';

const FORM = z.object({ code: typed });

export function secondStepRoutes(web: FastifyInstance, context: Context): void {
  web.get('/sign-in/second-step', async (request, reply) => {
    const back = localAddress(z.object({ back: typed }).parse(request.query).back);
    const account = await whoProves({ request, reply, context });
    if (!account) return reply.redirect(`/${request.language}/sign-in`, 303);
    return secondStepPage({ request, reply, context }, { accountId: account.id, back, kept: undefined });
  });

  web.post('/sign-in/second-step', (request, reply) => proveByCode({ request, reply, context }));
}

/**
 * Asks for the second factor of somebody whose password was right. No session is open until the factor has been shown.
 * Only for an account that `hasSecondFactor`; a reply cannot be waited for and then looked at, so the two are apart.
 */
export async function askSecondStep(
  exchange: Exchange,
  account: Pick<Account, 'id'>,
  going: Carried,
): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  await beginStep(exchange, { purpose: 'second-factor', accountId: account.id }, context.db);
  if (going.kept) return secondStepPage(exchange, { ...going, accountId: account.id });
  const query = going.back === undefined ? '' : `?back=${encodeURIComponent(going.back)}`;
  return reply.redirect(`/${request.language}/sign-in/second-step${query}`, 303);
}

/** Whose second factor is asked for: of the sign-in under way, else of the session that is to show one. */
export async function whoProves(exchange: Exchange): Promise<Account | undefined> {
  const step = await currentStep(exchange, 'second-factor');
  const id = step?.accountId ?? exchange.request.actor?.accountId;
  return id === undefined ? undefined : findAccount(exchange.context.db, id);
}

async function proveByCode(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const going = readCarried(request.body);
  const account = await whoProves(exchange);
  if (!account) return reply.redirect(`/${request.language}/sign-in`, 303);
  const { code } = FORM.parse(fieldsOf(request.body));
  const t = SECOND_STEP_TEXTS[request.language];
  const again = (problem: Problem) => secondStepPage(exchange, { ...going, accountId: account.id }, problem);
  if (code.trim() === '') return again({ errors: [{ field: 'code', message: t.missing }], status: 422 });
  const attempt = { kind: 'second-factor-by-account', subject: account.id } as const;
  const counted = await countAttempt(context, [attempt], context.clock());
  if (!counted.ok) return again({ errors: tooManyAttempts(exchange, counted.refusal.seconds, 'code'), status: 429 });

  const proved = await context.db.transaction().execute(async (transaction) => {
    const keyed = { db: transaction, secret: context.secret };
    const shown = { accountId: account.id, code };
    const now = context.clock();
    const method: SignInMethod | false = (await useCode(keyed, shown, now))
      ? 'password-and-code'
      : (await useRecoveryCode(keyed, shown, now)) && 'password-and-recovery-code';
    if (!method) return false;
    await finishStep(exchange, 'second-factor', transaction);
    await letIn(exchange, { accountId: account.id, email: account.email, method }, transaction);
    await linkKnownIdentity(exchange, account.id, transaction);
    return true;
  });
  if (proved) return goOn(exchange, going);
  await noteRefusal(exchange, { accountId: account.id, method: 'password-and-code' });
  return again({ errors: [{ field: 'code', message: t.wrong }], status: 422 });
}

async function secondStepPage(
  { request, reply, context }: Exchange,
  { accountId, ...going }: Carried & { accountId: string },
  { errors, status }: Problem = { errors: [], status: 200 },
): Promise<FastifyReply> {
  const factors = await secondFactorsOf(context.db, accountId);
  const kinds = { hasApp: factors.authenticatorSince !== null, hasPasskey: factors.passkeys.length > 0 };
  reply.header('cache-control', 'no-store');
  const shown = { page: pageContext(request, context), back: going.back, kept: going.kept, ...kinds, errors };
  return page(reply, <SecondStepPage {...shown} />, status);
}

/** The same, for a form that was sent by a session which has shown one factor only. */
export const proveToContinue = (exchange: Exchange, going: Carried): Promise<FastifyReply> =>
  secondStepPage(
    exchange,
    { ...going, accountId: exchange.request.actor?.accountId ?? '' },
    { errors: [], status: 403 },
  );
