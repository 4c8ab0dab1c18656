import type { HeldClearance } from '../../regulations/eligibility/clearance.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import { inForce } from '../../regulations/in-force.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { typedDate } from '../../site/date-field.tsx';

/** A clearance as somebody states it, as it was typed: right or wrong. */
export type StatedClearance = {
  /** A code of the organisation's scale, or `none`. */
  level: string;
  /** Who issued it, by the organisation's code. */
  issuer: string;
  /** Its last day. */
  day: string;
  month: string;
  year: string;
};

/** “None”, beside the levels. */
export const NO_CLEARANCE = 'none';

type ClearanceRules = Pick<Organisation, 'clearances'>;

/** Whether a vacancy is for holders of a clearance, by the rules of a day: then everybody who applies states theirs (E3). */
export const asksClearance = (
  { fastTrack }: { fastTrack: boolean },
  { clearances }: ClearanceRules,
  on: string,
): boolean => fastTrack && inForce(clearances.fastTrack, on) !== undefined;

export type ClearanceGap = {
  field: 'clearance-level' | 'clearance-issuer' | 'clearance-until';
  problem: 'missing' | 'unknown-level' | 'unreadable-date';
};

/** What a statement lacks before it can be judged; nothing where no clearance is held. */
export function clearanceGaps(stated: StatedClearance | undefined, { clearances }: ClearanceRules): ClearanceGap[] {
  const level = stated?.level ?? '';
  if (!stated || level === '') return [{ field: 'clearance-level', problem: 'missing' }];
  if (level === NO_CLEARANCE) return [];
  const until = typedDate(stated);
  return [
    ...known(level, clearances.levels, { field: 'clearance-level', problem: 'unknown-level' } as const),
    ...(stated.issuer === ''
      ? [{ field: 'clearance-issuer', problem: 'missing' } as const]
      : known(stated.issuer, clearances.issuers.accepted, {
          field: 'clearance-issuer',
          problem: 'unknown-level',
        } as const)),
    ...(until === '' ? [{ field: 'clearance-until', problem: 'missing' } as const] : []),
    ...(until !== '' && !isCivilDate(until) ? [{ field: 'clearance-until', problem: 'unreadable-date' } as const] : []),
  ];
}

const known = (code: string, entries: readonly { code: string }[], gap: ClearanceGap): ClearanceGap[] =>
  entries.some((entry) => entry.code === code) ? [] : [gap];

/** The clearance that a statement names; null where none is held, undefined where nothing is stated. */
export function heldFrom(stated: StatedClearance | undefined): HeldClearance | null | undefined {
  if (!stated || stated.level === '') return undefined;
  if (stated.level === NO_CLEARANCE) return null;
  const until = typedDate(stated);
  return {
    level: stated.level,
    issuer: stated.issuer === '' ? null : stated.issuer,
    validUntil: isCivilDate(until) ? until : null,
  };
}
