import { z } from 'zod';
import type { Db } from '../schema.ts';
import type { KeptForm } from './kept-form.ts';
import { openStep } from './sign-in-step-queries.ts';

/** More than this is no form that a visitor fills in. */
const MAX_CHARACTERS = 50_000;

const FORM = z.object({ address: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) });

/** Keeps what somebody was sending as they signed up until their address is confirmed, in the place of what was kept before. */
export async function keepFormOfSignUp(
  db: Db,
  { accountId, kept }: { accountId: string; kept: KeptForm | undefined },
  now: Date,
): Promise<void> {
  await ofSignUp(db, accountId).execute();
  if (kept && JSON.stringify(kept).length <= MAX_CHARACTERS)
    await openStep(db, { purpose: 'sign-up', accountId, details: kept }, now);
}

/** What was being sent, and is kept no longer. */
export async function takeFormOfSignUp(db: Db, accountId: string, now: Date): Promise<KeptForm | undefined> {
  const step = await ofSignUp(db, accountId).returning(['details', 'expiresAt']).executeTakeFirst();
  return step && step.expiresAt > now ? FORM.parse(step.details) : undefined;
}

const ofSignUp = (db: Db, accountId: string) =>
  db.deleteFrom('signInSteps').where('accountId', '=', accountId).where('purpose', '=', 'sign-up');
