import { caseAddress } from '../conditions/case-address.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import type { VerificationItem } from './verification.ts';

/** Where one study or one post is verified, without the language. */
export const verificationAddress = (
  chosen: Pick<Chosen, 'reference' | 'number'>,
  { part, entry }: { part: VerificationItem['part'] | ':part'; entry: { id: string } },
): string => `${caseAddress(chosen)}/verification/${part}/${entry.id}`;
