import type { Transaction } from 'kysely';
import { lockProfile, recordProfileParts } from '../../people/profile/profile-queries.ts';
import type { Schema } from '../../schema.ts';
import type { Answers } from '../answers.ts';
import { addNew, type CopiedStep } from './profile-copy.ts';

type Added = { accountId: string; step: CopiedStep; answers: Answers };

/** Adds to the profile what a step says and the profile does not say yet; answers the draft's answers, which know of it. */
export async function addToProfile(
  transaction: Transaction<Schema>,
  { accountId, step, answers }: Added,
  now: Date,
): Promise<Answers> {
  const added = addNew(await lockProfile(transaction, accountId, now), step, answers);
  if (!added) return answers;
  await recordProfileParts(transaction, { accountId, kept: added.kept }, now);
  return added.answers;
}
