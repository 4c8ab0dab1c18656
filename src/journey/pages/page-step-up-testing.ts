import { sql } from 'kysely';
import { optionsToAnswer } from '../../people/passkeys/passkey.ts';
import { openStep } from '../../people/sign-in-step-queries.ts';
import { challengeOf, statementOf } from '../../people/step-up/step-up.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Owner = { accountId: string; passkey: string; at: Date };

/** The cookie of somebody who asked for another address, and is to show by a passkey once more who they are. */
export async function stepUpOf({ db, context }: ServedApp, { accountId, passkey, at }: Owner) {
  const act = { address: '/en/my/account/address', fields: [['email', 'ylva@river.example']] as [string, string][] };
  const statement = statementOf({ ...act, bound: '', nonce: 'pages' });
  const options = await optionsToAnswer(context.config.PUBLIC_URL, [passkey], challengeOf(statement));
  const details = { ...act, bound: '', statement, options };
  return { 'step-step-up': await openStep(db, { purpose: 'step-up', accountId, details }, at) };
}

/** Whether the passkey of that step has answered: then the form waits to be sent. */
export const passkeyHasAnswered =
  (answered: boolean) =>
  ({ app: { db } }: { app: ServedApp }) => {
    const proof = answered ? { proof: { means: 'passkey', evidence: null } } : {};
    return sql`update sign_in_steps set details = (details - 'proof') || ${JSON.stringify(proof)}::jsonb
        where purpose = 'step-up'`.execute(db);
  };
