import { inForce } from './in-force.ts';
import type { Clearances, Organisation } from './organisation.ts';
import type { Reason } from './reason.ts';

/** A clearance that somebody holds. */
export interface HeldClearance {
  level: string;
  /** The authority that issued it, by the organisation's code; null where it isn't known. */
  issuer: string | null;
  /** Its last day; null where it isn't known. */
  validUntil: string | null;
}

export interface ClearanceQuestion {
  /** The level of the post; null where the post asks for none. */
  required: string | null;
  held: HeldClearance | null;
  /** The civil day that counts. */
  on: string;
  /** Whether the competition is for those who hold a clearance already (E3). */
  fastTrack: boolean;
}

export type ClearanceOutcome =
  | 'not-required'
  /** Valid, from an accepted issuer, and at the level of the post or above. */
  | 'held'
  /** Valid, below the level of the post: the higher one is asked for. */
  | 'upgrade'
  /** To be asked for once selected, which is no reason against anybody. */
  | 'obtainable'
  /** A fast track without a clearance that would open it. */
  | 'not-eligible'
  | 'for-a-person';

/** What a person has to settle. */
export type ClearanceDoubt = 'unknown-level' | 'unknown-issuer' | 'unknown-validity' | 'lower-level';

export interface ClearanceAnswer {
  outcome: ClearanceOutcome;
  doubts: ClearanceDoubt[];
  reasons: [Reason<ClearanceValues>, ...Reason<ClearanceValues>[]];
}

export interface ClearanceValues {
  required: string | null;
  level: string | null;
  issuer: string | null;
  validUntil: string | null;
  on: string;
  valid: boolean;
  reaches: boolean;
}

/** Compares the clearance held with the one that the post supposes (P1; on a fast track E3 and E3a). */
export function compareClearance(
  { clearances, appointment }: Pick<Organisation, 'clearances' | 'appointment'>,
  question: ClearanceQuestion,
): ClearanceAnswer {
  const { required, held, on, fastTrack } = question;
  const track = fastTrack ? inForce(clearances.fastTrack, on) : undefined;
  const condition = appointment.conditions.find(({ code }) => code === 'security-clearance');
  const { rule, source } = track ?? condition ?? { rule: 'clearance', source: clearances.source };
  const { level, issuer, validUntil } = held ?? { level: null, issuer: null, validUntil: null };
  const facts = factsOf(clearances, question);
  const values = { required, level, issuer, validUntil, on, valid: facts.valid, reaches: facts.reaches };
  const reasons: ClearanceAnswer['reasons'] = [{ rule, source, values }];
  if (held !== null && required !== null)
    reasons.push({ rule: clearances.issuers.rule, source: clearances.issuers.source, values });
  if (clearances.levels.length === 0 || required === null) return { outcome: 'not-required', doubts: [], reasons };

  const judged = track ? onFastTrack(facts, track.lowerLevel) : onOtherTrack(facts);
  return { ...judged, reasons };
}

type Facts = { held: boolean; valid: boolean; accepted: boolean; reaches: boolean; doubts: ClearanceDoubt[] };
type Judged = Pick<ClearanceAnswer, 'outcome' | 'doubts'>;

function factsOf(clearances: Clearances, { required, held, on }: ClearanceQuestion): Facts {
  if (held === null) return { held: false, valid: false, accepted: false, reaches: false, doubts: [] };
  const rank = (code: string | null) => clearances.levels.findIndex((level) => level.code === code);
  const known = rank(held.level) >= 0 && rank(required) >= 0;
  const accepted = clearances.issuers.accepted.some(({ code }) => code === held.issuer);
  const doubts: ClearanceDoubt[] = [];
  if (!known) doubts.push('unknown-level');
  if (!accepted) doubts.push('unknown-issuer');
  if (held.validUntil === null) doubts.push('unknown-validity');
  return {
    held: true,
    valid: held.validUntil !== null && on <= held.validUntil,
    accepted,
    reaches: known && rank(held.level) >= rank(required),
    doubts,
  };
}

/** Without a fast track nobody is kept out: what isn't held is asked for once selected. */
function onOtherTrack({ held, valid, reaches, doubts }: Facts): Judged {
  if (!held) return { outcome: 'obtainable', doubts: [] };
  if (doubts.length > 0) return { outcome: 'for-a-person', doubts };
  if (!valid) return { outcome: 'obtainable', doubts: [] };
  return { outcome: reaches ? 'held' : 'upgrade', doubts: [] };
}

function onFastTrack(facts: Facts, lowerLevel: 'upgrade' | 'refuse' | null): Judged {
  const { held, valid, reaches, doubts } = facts;
  const expired = held && !valid && !doubts.includes('unknown-validity');
  if (!held || expired) return { outcome: 'not-eligible', doubts: [] };
  if (doubts.length > 0) return { outcome: 'for-a-person', doubts };
  if (reaches) return { outcome: 'held', doubts: [] };
  if (lowerLevel === null) return { outcome: 'for-a-person', doubts: ['lower-level'] };
  return { outcome: lowerLevel === 'upgrade' ? 'upgrade' : 'not-eligible', doubts: [] };
}
