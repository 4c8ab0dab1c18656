import { ok, refuse, type Result } from '../platform/result.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { Detectable } from '../regulations/organisation/panel-schema.ts';
import { isSameEmployer, sharedFamilyName } from './same-name.ts';

/** What keeps one person from judging one candidate, until it is cleared. */
export type Bar = { accountId: string; applicationId: string };

/** What keeps somebody from judging a candidate: declared by themselves, or found in what both wrote. */
export type Conflict = Bar & {
  id: string;
  /** The number of the application. */
  candidate: string;
  /** A code of the organisation's list. */
  kind: string;
  foundBy: 'declared' | 'detected';
  reason: string;
  foundAt: Date;
  /** Who found that it keeps nobody from judging, and why. */
  cleared: { at: Date; byName: string; reason: string } | null;
};

/** Longest text of a reason. */
export const MAX_REASON = 2_000;

export type ClearingRefusal =
  /** Nobody decides on their own conflict. */
  { kind: 'own-conflict' } | { kind: 'already-cleared' } | { kind: 'reason-missing' };

/** Lets somebody judge a candidate again; never oneself, and never without saying why. */
export function clearConflict(
  conflict: Pick<Conflict, 'accountId' | 'cleared'>,
  { by, reason }: { by: string; reason: string },
): Result<string, ClearingRefusal> {
  if (conflict.accountId === by) return refuse({ kind: 'own-conflict' });
  if (conflict.cleared) return refuse({ kind: 'already-cleared' });
  const given = reason.trim().slice(0, MAX_REASON);
  return given === '' ? refuse({ kind: 'reason-missing' }) : ok(given);
}

/** Years and months of a post, `YYYY-MM` or `YYYY`; `to` is null where it goes on. */
export type Employment = { employer: string; from: string; to: string | null };

/** What is known of somebody who judges, and of a candidate, for looking. */
export type Judge = { accountId: string; name: string; employments: readonly Employment[] };
export type Looked = { applicationId: string; familyName: string; employments: readonly Employment[] };

export type Detected = Bar & { kind: string; reason: string };

/**
 * What in the names and the employments of two people may keep one from judging the other. It is evidence for a person to
 * weigh: until one does, it counts. What is looked for, the organisation's list says.
 */
export function detectConflicts(
  judges: readonly Judge[],
  candidates: readonly Looked[],
  { conflicts }: Pick<Organisation['panel'], 'conflicts'>,
): Detected[] {
  return conflicts.flatMap(({ code, detected }) =>
    detected === null
      ? []
      : judges.flatMap((judge) =>
          candidates.flatMap((candidate) => {
            const reason = FOUND[detected](judge, candidate);
            const { accountId } = judge;
            return reason === undefined
              ? []
              : [{ accountId, applicationId: candidate.applicationId, kind: code, reason }];
          }),
        ),
  );
}

/** What is found, in the words of what was written; earlier judgements are told by those who keep them. */
const FOUND: Record<Detectable, (judge: Judge, candidate: Looked) => string | undefined> = {
  'same-family-name': ({ name }, { familyName }) => sharedFamilyName(name, familyName) && familyName,
  'same-employer': ({ employments }, candidate) =>
    candidate.employments.find((theirs) =>
      employments.some((own) => isSameEmployer(own.employer, theirs.employer) && overlap(own, theirs)),
    )?.employer,
  'earlier-scorer': () => undefined,
};

/** Whether two periods share a month; a bare year is all of it. */
const overlap = (one: Employment, other: Employment): boolean =>
  startOf(one) <= endOf(other) && startOf(other) <= endOf(one);
const startOf = ({ from }: Employment): string => (from.length === 4 ? `${from}-01` : from);
const endOf = ({ to }: Employment): string => (to === null ? '9999-12' : to.length === 4 ? `${to}-12` : to);
