import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { announcingZone } from '../../regulations/deadline.ts';
import { findAccount } from '../account-queries.ts';
import type { Account } from '../account.ts';
import { countAttempt, forgetAttempts } from '../attempt-queries.ts';
import type { Context } from '../context.ts';
import type { Problem } from '../current-password.ts';
import { actorOf, signedIn } from '../guard.ts';
import { unlinkIdentities } from '../outside/identity-queries.ts';
import { outsideOf } from '../outside/outside-hooks.ts';
import { linkOutside } from '../outside/outside-routes.tsx';
import { page, pageContext } from '../page.ts';
import { beginEnrolment } from '../passkeys/passkey-routes.tsx';
import { removePasskey } from '../passkeys/passkey-queries.ts';
import { startSession, type Exchange } from '../session-hooks.ts';
import { tooManyAttempts } from '../sign-in-attempts.ts';
import { signInsOf } from '../sign-in-history-queries.ts';
import { offeredTo, stepUp } from '../step-up/step-up-hooks.ts';
import { fieldsOf, typed } from '../typed.ts';
import { authenticatorAddress, newAuthenticatorSecret } from './authenticator.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  isEnrolled,
  pendingAuthenticator,
  removeAuthenticator,
  replaceRecoveryCodes,
  secondFactorsOf,
} from './second-factor-queries.ts';
import { AuthenticatorPage, RecoveryCodesPage, SecurityPage } from './security-pages.tsx';
import { SECURITY_DONE, SECURITY_TEXTS } from './security-texts.ts';

const FORM = z.object({ action: typed });
const DONE = z.object({ done: z.enum(SECURITY_DONE).optional().catch(undefined) });

/** How somebody proves who they are: second factors, and what was tried on their account. */
export function securityRoutes(web: FastifyInstance, context: Context): void {
  web.get('/my/account/security', signedIn(), (request, reply) => securityPage({ request, reply, context }));
  web.post('/my/account/security', signedIn(), (request, reply) => changeSecurity({ request, reply, context }));
  web.get('/my/account/authenticator', signedIn(), (request, reply) => appPage({ request, reply, context }));
  web.post('/my/account/authenticator', signedIn(), (request, reply) => confirmApp({ request, reply, context }));
}

async function securityPage(exchange: Exchange, { errors, status }: Problem = { errors: [], status: 200 }) {
  const { request, reply, context } = exchange;
  const { accountId } = actorOf(request);
  const now = context.clock();
  const { done } = DONE.parse(request.query);
  const shown = {
    page: { ...pageContext(request, context), notice: done && SECURITY_TEXTS[request.language].done[done] },
    factors: await secondFactorsOf(context.db, accountId),
    due: request.secondFactor ?? { kind: 'nothing' as const },
    outside: await outsideOf(exchange),
    offered: await offeredTo(exchange, await ownAccount(exchange)),
    history: await signInsOf(context.db, accountId, now),
    zone: announcingZone(context.organisation, now),
    errors,
  };
  return page(reply, <SecurityPage {...shown} />, status);
}

async function ownAccount({ request, context }: Exchange): Promise<Account> {
  const account = await findAccount(context.db, actorOf(request).accountId);
  if (!account) throw new Error('Somebody is signed in to an account that is not there.');
  return account;
}

/** Whatever is changed here lasts, so that who it is is asked first. */
async function changeSecurity(exchange: Exchange) {
  const { request, reply } = exchange;
  const { action } = FORM.parse(fieldsOf(request.body));
  const shown = await stepUp(exchange, await ownAccount(exchange));
  if (shown.kind === 'refused') return securityPage(exchange, shown.problem);
  if (shown.kind === 'elsewhere') return reply.redirect(shown.address, 303);
  const [name = '', of = ''] = action.split(' ');
  const change = CHANGES[name];
  return change ? change(exchange, of) : securityPage(exchange);
}

type Change = (exchange: Exchange, of: string) => FastifyReply | Promise<FastifyReply>;

const CHANGES: Record<string, Change> = {
  app: beginApp,
  passkey: beginEnrolment,
  codes: newCodes,
  'remove-app': (exchange) => remove(exchange, 'app'),
  'remove-passkey': remove,
  link: linkOutside,
  unlink: async (exchange) => {
    await unlinkIdentities(exchange.context.db, actorOf(exchange.request).accountId, exchange.context.clock());
    return back(exchange, 'unlinked');
  },
};

async function beginApp({ request, reply, context }: Exchange) {
  const keyed = { db: context.db, secret: context.secret };
  const { accountId } = actorOf(request);
  await beginAuthenticator(keyed, { accountId, secret: newAuthenticatorSecret() }, context.clock());
  return reply.redirect(`/${request.language}/my/account/authenticator`, 303);
}

async function appPage(
  { request, reply, context }: Exchange,
  { errors, status }: Problem = { errors: [], status: 200 },
) {
  const { accountId, email } = actorOf(request);
  const secret = await pendingAuthenticator({ db: context.db, secret: context.secret }, accountId);
  if (secret === undefined) return reply.redirect(`/${request.language}/my/account/security`, 303);
  const address = authenticatorAddress(secret, { issuer: context.organisation.shortName.en, label: email });
  return page(
    reply,
    <AuthenticatorPage page={pageContext(request, context)} {...{ address, secret, errors }} />,
    status,
  );
}

/** The first code proves that the app works. With it come the recovery codes, and a session that counts as proved. */
async function confirmApp(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { accountId } = actorOf(request);
  const { code } = z.object({ code: typed }).parse(fieldsOf(request.body));
  const now = context.clock();
  const attempt = { kind: 'second-factor-by-account', subject: accountId } as const;
  const counted = await countAttempt(context, [attempt], now);
  if (!counted.ok)
    return appPage(exchange, { errors: tooManyAttempts(exchange, counted.refusal.seconds, 'code'), status: 429 });
  const codes = await context.db.transaction().execute(async (transaction) => {
    const keyed = { db: transaction, secret: context.secret };
    if (!(await confirmAuthenticator(keyed, { accountId, code }, now))) return undefined;
    await forgetAttempts(keyed, [attempt]);
    await startSession(exchange, { accountId, method: 'password-and-code' }, transaction);
    return replaceRecoveryCodes(keyed, accountId, now);
  });
  if (codes) return page(reply, <RecoveryCodesPage page={pageContext(request, context)} codes={codes} />);
  const message = SECURITY_TEXTS[request.language].codeWrong;
  return appPage(exchange, { errors: [{ field: 'code', message }], status: 422 });
}

async function newCodes(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { accountId } = actorOf(request);
  if (!isEnrolled(await secondFactorsOf(context.db, accountId))) return securityPage(exchange);
  const codes = await context.db
    .transaction()
    .execute((db) => replaceRecoveryCodes({ db, secret: context.secret }, accountId, context.clock()));
  return page(reply, <RecoveryCodesPage page={pageContext(request, context)} codes={codes} />);
}

/** Takes the app or a passkey away; not the last one of somebody whose task needs one. */
async function remove(exchange: Exchange, what: string) {
  const { request, context } = exchange;
  const { accountId, roles } = actorOf(request);
  const now = context.clock();
  const factors = await secondFactorsOf(context.db, accountId);
  const left = (factors.authenticatorSince ? 1 : 0) + factors.passkeys.length;
  const needed = context.organisation.signIn.secondFactor !== null && roles.some((role) => role !== 'staff-member');
  if (needed && left === 1) {
    const message = SECURITY_TEXTS[request.language].required;
    return securityPage(exchange, { errors: [{ field: 'currentPassword', message }], status: 422 });
  }
  await context.db
    .transaction()
    .execute((db) =>
      what === 'app' ? removeAuthenticator(db, accountId, now) : removePasskey(db, { id: what, accountId }, now),
    );
  return back(exchange, 'removed');
}

const back = ({ request, reply }: Exchange, done: (typeof SECURITY_DONE)[number]) =>
  reply.redirect(`/${request.language}/my/account/security?done=${done}`, 303);
