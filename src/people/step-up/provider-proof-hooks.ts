import type { Exchange } from '../session-hooks.ts';
import { currentStep, keepStep } from '../sign-in-step-hooks.ts';
import { STEP_UP_DETAILS } from './step-up-hooks.ts';
import { challengeOf, isAskedAnew } from './step-up.ts';

type Word = { issuer: string; claims: Record<string, unknown>; accountId: string | null };

/**
 * Keeps what a provider vouched for: that it asked this person anew, for the very thing that they confirm. False where it did not,
 * or where no form of theirs waits for it.
 */
export async function keepProviderProof(exchange: Exchange, { issuer, claims, accountId }: Word): Promise<boolean> {
  const { context } = exchange;
  const step = await currentStep(exchange, 'step-up');
  const read = STEP_UP_DETAILS.safeParse(step?.details);
  if (!step || !read.success || step.accountId !== accountId || read.data.proof) return false;
  const { auth_time: authTime, iat: issuedAt, nonce } = claims;
  if (nonce !== challengeOf(read.data.statement).toString('base64url')) return false;
  if (!isAskedAnew({ authTime, issuedAt, askedAt: step.createdAt, now: context.clock() })) return false;
  const evidence = { statement: read.data.statement, issuer, authTime };
  const details = { ...read.data, proof: { means: 'provider', evidence } };
  await keepStep(exchange, { purpose: 'step-up', details }, context.db);
  return true;
}
