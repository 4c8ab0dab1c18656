import { findTies } from './identity-queries.ts';
import type { Exchange } from '../session-hooks.ts';
import { beginStep } from '../sign-in-step-hooks.ts';
import { ask, type Again, type Asked } from './provider.ts';

/** One address for all languages: it is registered with the provider. */
export const ANSWER_PATH = '/sign-in/outside/answer';

/** The organisation's provider, with what we are to it; undefined where there is none. */
export function askedOf({ context: { organisation, config } }: Exchange): Asked | undefined {
  const { outside } = organisation.signIn;
  return outside ? { outside, settings: config, redirect: `${config.PUBLIC_URL}${ANSWER_PATH}` } : undefined;
}

/** The provider as the person's own page names it, and whether their account is tied to it. */
export async function outsideOf(exchange: Exchange): Promise<{ name: string; linked: boolean } | undefined> {
  const { request, context } = exchange;
  const { outside } = context.organisation.signIn;
  if (!outside || !request.actor) return undefined;
  const ties = await findTies(context.db, request.actor.accountId);
  return { name: outside.name[request.language], linked: ties.includes(outside.issuer) };
}

/** Asks the provider who this is, and answers the address to go to; undefined where it does not answer. */
export async function beginOutside(
  exchange: Exchange,
  asked: Asked,
  { back, linking, again }: { back: string | undefined; linking: boolean; again?: Again },
): Promise<string | undefined> {
  const { request, context } = exchange;
  const begun = await ask(asked, again).catch(() => undefined);
  if (!begun) return undefined;
  const accountId = linking ? request.actor?.accountId : undefined;
  const details = { ...begun.question, back, language: request.language, ...(again && { again: true }) };
  await beginStep(exchange, { purpose: 'outside', accountId, details }, context.db);
  return begun.address;
}
