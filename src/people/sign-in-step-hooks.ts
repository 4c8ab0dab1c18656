import type { Db } from '../schema.ts';
import { cookieAttributes, type Exchange } from './session-hooks.ts';
import { findStep, openStep, takeStep, updateStep, type SignInStep } from './sign-in-step-queries.ts';
import { stepCookieName, stepEnd, type StepPurpose } from './sign-in-step.ts';

type Step = { purpose: StepPurpose; accountId?: string | undefined; details?: object };

/** Begins a step for this browser: whoever comes on with it is the one who began it. */
export async function beginStep({ reply, context }: Exchange, step: Step, db: Db): Promise<void> {
  const now = context.clock();
  const token = await openStep(db, step, now);
  const attributes = { ...cookieAttributes(context.config), expires: stepEnd(step.purpose, now) };
  reply.setCookie(stepCookieName(context.config.PUBLIC_URL, step.purpose), token, attributes);
}

const tokenOf = ({ request, context }: Exchange, purpose: StepPurpose): string | undefined =>
  request.cookies[stepCookieName(context.config.PUBLIC_URL, purpose)];

/** The step that this browser is in, left as it is. */
export const currentStep = (exchange: Exchange, purpose: StepPurpose): Promise<SignInStep | undefined> =>
  findStep(exchange.context.db, { token: tokenOf(exchange, purpose), purpose }, exchange.context.clock());

/** Keeps what was shown in a step that goes on. */
export const keepStep = (
  exchange: Exchange,
  { purpose, details }: { purpose: StepPurpose; details: object },
  db: Db,
): Promise<void> => updateStep(db, { token: tokenOf(exchange, purpose), purpose }, details);

/** The same, used up. */
export async function finishStep(exchange: Exchange, purpose: StepPurpose, db: Db): Promise<SignInStep | undefined> {
  const { reply, context } = exchange;
  const token = tokenOf(exchange, purpose);
  reply.clearCookie(stepCookieName(context.config.PUBLIC_URL, purpose), cookieAttributes(context.config));
  return takeStep(db, { token, purpose }, context.clock());
}
