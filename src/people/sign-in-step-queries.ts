import type { Db } from '../schema.ts';
import { hashSecret, newSecret } from './session.ts';
import { stepEnd, type StepPurpose } from './sign-in-step.ts';

export type SignInStep = { accountId: string | null; details: unknown; createdAt: Date };

/** Begins a step and answers the token for its cookie; those that nobody finished are swept away. */
export async function openStep(
  db: Db,
  step: { purpose: StepPurpose; accountId?: string | undefined; details?: object },
  now: Date,
): Promise<string> {
  const token = newSecret();
  await db.deleteFrom('signInSteps').where('expiresAt', '<=', now).execute();
  await db
    .insertInto('signInSteps')
    .values({
      tokenHash: hashSecret(token),
      accountId: step.accountId ?? null,
      purpose: step.purpose,
      details: JSON.stringify(step.details ?? {}),
      createdAt: now,
      expiresAt: stepEnd(step.purpose, now),
    })
    .execute();
  return token;
}

type Wanted = { token: string | undefined; purpose: StepPurpose };

/** The step of this token, if it is still good at `now`. */
export async function findStep(db: Db, { token, purpose }: Wanted, now: Date): Promise<SignInStep | undefined> {
  if (!token) return undefined;
  return db
    .selectFrom('signInSteps')
    .select(['accountId', 'details', 'createdAt'])
    .where('tokenHash', '=', hashSecret(token))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Writes what is known of a step by now. */
export async function updateStep(db: Db, { token, purpose }: Wanted, details: object): Promise<void> {
  if (!token) return;
  await db
    .updateTable('signInSteps')
    .set({ details: JSON.stringify(details) })
    .where('tokenHash', '=', hashSecret(token))
    .where('purpose', '=', purpose)
    .execute();
}

/** Uses a step up; of two requests with the same token, only one gets an answer. */
export async function takeStep(db: Db, { token, purpose }: Wanted, now: Date): Promise<SignInStep | undefined> {
  if (!token) return undefined;
  return db
    .deleteFrom('signInSteps')
    .where('tokenHash', '=', hashSecret(token))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .returning(['accountId', 'details', 'createdAt'])
    .executeTakeFirst();
}
