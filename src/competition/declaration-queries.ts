import { createHash } from 'node:crypto';
import { doerOf, type Actor } from '../people/actor.ts';
import { recordEvent } from '../people/event-queries.ts';
import type { Localized } from '../platform/language.ts';
import type { Db } from '../schema.ts';

export type SignedDeclaration = { accountId: string; candidates: string[]; signedAt: Date };

/** What was signed in a competition, oldest first. */
export const declarationsIn = (db: Db, reference: string): Promise<SignedDeclaration[]> =>
  db
    .selectFrom('competitionDeclarations')
    .select(['accountId', 'candidates', 'signedAt'])
    .where('vacancyReference', '=', reference)
    .orderBy('signedAt')
    .execute();

type Signing = { reference: string; candidates: readonly string[]; text: Localized; actor: Actor; at: Date };

/** A signature under the declaration for a list of candidates, with a fingerprint of the words that were signed. */
export async function recordDeclaration(db: Db, { reference, candidates, text, actor, at }: Signing): Promise<void> {
  const textSha256 = createHash('sha256').update(JSON.stringify(text)).digest();
  await db
    .insertInto('competitionDeclarations')
    .values({
      vacancyReference: reference,
      accountId: actor.accountId,
      candidates: [...candidates],
      textSha256,
      signedAt: at,
    })
    .execute();
  const details = { candidates: candidates.length, text: textSha256.toString('hex') };
  const about = { subject: 'vacancy', subjectId: reference, by: doerOf(actor), at } as const;
  await recordEvent(db, { ...about, action: 'declaration-signed', details });
}
