import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { actorOf, signedIn } from '../guard.ts';
import { page, pageContext } from '../page.ts';
import { findPasskey, notePasskeyUse } from '../passkeys/passkey-queries.ts';
import { answered, readAnswer } from '../passkeys/passkey.ts';
import { noteRefusal, type Exchange } from '../session-hooks.ts';
import { currentStep, keepStep } from '../sign-in-step-hooks.ts';
import { fieldsOf, typed } from '../typed.ts';
import { STEP_UP_DETAILS, type StepUpDetails } from './step-up-hooks.ts';
import { AskPasskeyPage, GoOnPage } from './step-up-pages.tsx';
import { STEP_UP_TEXTS } from './step-up-texts.ts';
import { challengeOf } from './step-up.ts';

/** Where somebody shows once more who they are, and goes on with the form that waits for it. */
export function stepUpRoutes(web: FastifyInstance, context: Context): void {
  web.get('/my/account/step-up', signedIn(), (request, reply) => show({ request, reply, context }));
  web.post('/my/account/step-up', signedIn(), (request, reply) => answer({ request, reply, context }));
}

/** The step of this browser, for the person who began it. */
async function ownStep(exchange: Exchange): Promise<StepUpDetails | undefined> {
  const step = await currentStep(exchange, 'step-up');
  const read = STEP_UP_DETAILS.safeParse(step?.details);
  return step?.accountId === actorOf(exchange.request).accountId && read.success ? read.data : undefined;
}

async function show(exchange: Exchange, refused = false): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const step = await ownStep(exchange);
  reply.header('cache-control', 'no-store');
  if (!step) return reply.redirect(`/${request.language}/my/account`, 303);
  const shown = { ...pageContext(request, context), query: undefined };
  if (step.proof) return page(reply, <GoOnPage page={shown} address={step.address} fields={step.fields} />);
  if (!step.options) return reply.redirect(`/${request.language}/my/account`, 303);
  const message = STEP_UP_TEXTS[request.language].refused;
  const errors = refused ? [{ field: 'credential', message }] : [];
  return page(reply, <AskPasskeyPage page={shown} options={step.options} errors={errors} />, refused ? 422 : 200);
}

/** Takes the answer of a passkey of this very account, to the challenge that holds what is confirmed. */
async function answer(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { accountId } = actorOf(request);
  const step = await ownStep(exchange);
  const { credential } = z.object({ credential: typed }).parse(fieldsOf(request.body));
  const passkey = await findPasskey(context.db, readAnswer(credential)?.id ?? '');
  const publicUrl = context.config.PUBLIC_URL;
  const challenge = step && challengeOf(step.statement).toString('base64url');
  const counter =
    passkey?.accountId === accountId && challenge !== undefined && !step?.proof
      ? await answered(credential, passkey, { challenge, publicUrl })
      : undefined;
  if (!step || !passkey || counter === undefined) {
    await noteRefusal(exchange, { accountId, method: 'passkey' });
    return show(exchange, true);
  }
  const evidence = {
    statement: step.statement,
    publicKey: passkey.publicKey.toString('base64url'),
    response: (JSON.parse(credential) as { response: unknown }).response,
  };
  await context.db.transaction().execute(async (db) => {
    await notePasskeyUse(db, { id: passkey.id, counter }, context.clock());
    await keepStep(exchange, { purpose: 'step-up', details: { ...step, proof: { means: 'passkey', evidence } } }, db);
  });
  return reply.redirect(`/${request.language}/my/account/step-up`, 303);
}
