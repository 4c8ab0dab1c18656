import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { findAccount } from '../account-queries.ts';
import type { Context } from '../context.ts';
import type { Problem } from '../current-password.ts';
import { actorOf, signedIn } from '../guard.ts';
import { readCarried } from '../kept-form.ts';
import { goOn, letIn } from '../let-in.tsx';
import { linkKnownIdentity } from '../outside/identity-queries.ts';
import { page, pageContext } from '../page.ts';
import { isEnrolled, replaceRecoveryCodes, secondFactorsOf } from '../second-factor/second-factor-queries.ts';
import { RecoveryCodesPage } from '../second-factor/security-pages.tsx';
import { noteRefusal, startSession, type Exchange } from '../session-hooks.ts';
import { beginStep, currentStep, finishStep } from '../sign-in-step-hooks.ts';
import { fieldsOf, typed } from '../typed.ts';
import { AddPasskeyPage, UsePasskeyPage } from './passkey-pages.tsx';
import { findPasskey, notePasskeyUse, recordPasskey } from './passkey-queries.ts';
import { answered, enrolled, optionsToAnswer, optionsToEnrol, readAnswer } from './passkey.ts';
import { PASSKEY_TEXTS } from './passkey-texts.ts';

const FORM = z.object({ credential: typed, name: typed });
const MAX_NAME = 100;
const CHALLENGE = z.object({ challenge: z.string(), options: z.looseObject({}) });

export function passkeyRoutes(web: FastifyInstance, context: Context): void {
  web.get('/my/account/passkeys', signedIn(), (request, reply) => addAgain({ request, reply, context }));
  web.post('/my/account/passkeys', signedIn(), (request, reply) => keepPasskey({ request, reply, context }));
  web.get('/sign-in/passkey', (request, reply) => askForPasskey({ request, reply, context }));
  web.post('/sign-in/passkey', (request, reply) => askForPasskey({ request, reply, context }));
  web.post('/sign-in/passkey/answer', (request, reply) => signInByPasskey({ request, reply, context }));
}

/** To the page that makes a passkey, for somebody who has just given their password. */
export async function beginEnrolment(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { accountId, email, name } = actorOf(request);
  const { passkeys } = await secondFactorsOf(context.db, accountId);
  const has = passkeys.map(({ id }) => id);
  const organisation = context.organisation.name[request.language];
  const options = await optionsToEnrol(
    { accountId, email, name },
    { publicUrl: context.config.PUBLIC_URL, organisation, has },
  );
  const details = { challenge: options.challenge, options };
  await beginStep(exchange, { purpose: 'passkey-enrolment', accountId, details }, context.db);
  return reply.redirect(`/${request.language}/my/account/passkeys`, 303);
}

async function addAgain(exchange: Exchange, { errors, status }: Problem = { errors: [], status: 200 }) {
  const { request, reply, context } = exchange;
  const step = await currentStep(exchange, 'passkey-enrolment');
  if (step?.accountId !== actorOf(request).accountId)
    return reply.redirect(`/${request.language}/my/account/security`, 303);
  const { name } = FORM.parse(fieldsOf(request.body));
  const { options } = CHALLENGE.parse(step.details);
  return page(reply, <AddPasskeyPage page={pageContext(request, context)} {...{ options, name, errors }} />, status);
}

/** The first second factor of an account comes with recovery codes, shown once; the session counts as proved. */
async function keepPasskey(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { accountId } = actorOf(request);
  const t = PASSKEY_TEXTS[request.language];
  const step = await currentStep(exchange, 'passkey-enrolment');
  if (step?.accountId !== accountId) return reply.redirect(`/${request.language}/my/account/security`, 303);
  const form = FORM.parse(fieldsOf(request.body));
  const name = form.name.trim();
  if (name === '' || name.length > MAX_NAME)
    return addAgain(exchange, { errors: [{ field: 'name', message: t.nameMissing }], status: 422 });
  const expected = { challenge: CHALLENGE.parse(step.details).challenge, publicUrl: context.config.PUBLIC_URL };
  const passkey = await enrolled(form.credential, expected);
  if (!passkey) return addAgain(exchange, { errors: [{ field: 'name', message: t.refused }], status: 422 });

  const now = context.clock();
  const codes = await context.db.transaction().execute(async (transaction) => {
    if (!(await finishStep(exchange, 'passkey-enrolment', transaction))) return undefined;
    const before = await secondFactorsOf(transaction, accountId);
    if (!(await recordPasskey(transaction, { ...passkey, accountId, name }, now))) return undefined;
    if (isEnrolled(before)) return [];
    await startSession(exchange, { accountId, method: 'password-and-passkey' }, transaction);
    return replaceRecoveryCodes({ db: transaction, secret: context.secret }, accountId, now);
  });
  if (codes === undefined) return reply.redirect(`/${request.language}/my/account/security`, 303);
  if (codes.length === 0) return reply.redirect(`/${request.language}/my/account/security?done=passkey`, 303);
  return page(reply, <RecoveryCodesPage page={pageContext(request, context)} codes={codes} />);
}

/** Asks for a passkey: of the account whose password was right, where there is one, else of anybody. */
async function askForPasskey(exchange: Exchange, { errors, status }: Problem = { errors: [], status: 200 }) {
  const { request, reply, context } = exchange;
  const going = readCarried(request.body);
  const step = await currentStep(exchange, 'second-factor');
  const accountId = step?.accountId ?? request.actor?.accountId;
  const among = accountId === undefined ? [] : (await secondFactorsOf(context.db, accountId)).passkeys;
  const options = await optionsToAnswer(
    context.config.PUBLIC_URL,
    among.map(({ id }) => id),
  );
  const details = { challenge: options.challenge, options };
  await beginStep(exchange, { purpose: 'passkey-answer', details }, context.db);
  reply.header('cache-control', 'no-store');
  return page(reply, <UsePasskeyPage page={pageContext(request, context)} {...{ options, going, errors }} />, status);
}

async function signInByPasskey(exchange: Exchange) {
  const { request, context } = exchange;
  const { credential } = FORM.parse(fieldsOf(request.body));
  const now = context.clock();
  // The challenge is used up by the first answer, right or wrong.
  const step = await finishStep(exchange, 'passkey-answer', context.db);
  const passkey = await findPasskey(context.db, readAnswer(credential)?.id ?? '');
  const challenge = step && CHALLENGE.parse(step.details).challenge;
  const publicUrl = context.config.PUBLIC_URL;
  const counter =
    passkey && challenge !== undefined ? await answered(credential, passkey, { challenge, publicUrl }) : undefined;
  const account = passkey && counter !== undefined ? await findAccount(context.db, passkey.accountId) : undefined;
  if (!passkey || counter === undefined || !account?.verifiedAt) {
    if (passkey) await noteRefusal(exchange, { accountId: passkey.accountId, method: 'passkey' });
    const message = PASSKEY_TEXTS[request.language].refused;
    return askForPasskey(exchange, { errors: [{ field: 'credential', message }], status: 422 });
  }
  await context.db.transaction().execute(async (transaction) => {
    const before = await finishStep(exchange, 'second-factor', transaction);
    const method = before?.accountId === account.id ? 'password-and-passkey' : 'passkey';
    await notePasskeyUse(transaction, { id: passkey.id, counter }, now);
    await letIn(exchange, { accountId: account.id, email: account.email, method }, transaction);
    await linkKnownIdentity(exchange, account.id, transaction);
  });
  return goOn(exchange, readCarried(request.body));
}
