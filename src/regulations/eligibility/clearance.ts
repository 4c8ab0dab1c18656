import { inForce } from '../in-force.ts';
import type { Clearances, Organisation } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';

/** A clearance that somebody holds. */
export interface HeldClearance {
  level: string;
  /** The authority that issued it, by the organisation's code; null where it isn't known. */
  issuer: string | null;
  /** Its last day; null where it isn't known. */
  validUntil: string | null;
}

export interface ClearanceQuestion {
  /** The level of the post; null where the notice gives none. */
  required: string | null;
  held: HeldClearance | null;
  /** The civil day whose rules count. */
  on: string;
  /** The day on which the clearance must be valid; by default the same. */
  validOn?: string | undefined;
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
export type ClearanceDoubt =
  /** The notice gives no level for the post, and one is a condition of appointment. */
  'no-level' | 'unknown-level' | 'no-issuer' | 'unknown-issuer' | 'unknown-validity' | 'lower-level';

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
  /** The day on which it is looked at. */
  on: string;
  /** Null where its last day is not known. */
  valid: boolean | null;
  /** Null where the two levels cannot be compared. */
  reaches: boolean | null;
}

/** Compares the clearance held with the one that the post supposes (P1; on a fast track E3 and E3a). */
export function compareClearance(
  { clearances, appointment }: Pick<Organisation, 'clearances' | 'appointment'>,
  question: ClearanceQuestion,
): ClearanceAnswer {
  const { required, held, on, validOn = on, fastTrack } = question;
  const track = fastTrack ? inForce(clearances.fastTrack, on) : undefined;
  const condition = appointment.conditions.find(({ code }) => code === 'security-clearance');
  const { rule, source } = track ?? condition ?? { rule: 'clearance', source: clearances.source };
  const facts = factsOf(clearances, { required, held, validOn });
  const { level, issuer, validUntil } = held ?? { level: null, issuer: null, validUntil: null };
  const values = { required, level, issuer, validUntil, on: validOn, valid: facts.valid, reaches: facts.reaches };
  const reasons: ClearanceAnswer['reasons'] = [{ rule, source, values }];
  if (held !== null) reasons.push({ rule: clearances.issuers.rule, source: clearances.issuers.source, values });
  const asked = clearances.levels.length > 0 && (required !== null || track !== undefined || condition !== undefined);
  if (!asked) return { outcome: 'not-required', doubts: [], reasons };

  const judged = track ? onFastTrack(facts, track.lowerLevel) : onOtherTrack(facts);
  return { ...judged, reasons };
}

interface Facts extends Pick<ClearanceValues, 'valid' | 'reaches'> {
  held: boolean;
  /** About the post, whoever applies. */
  ofPost: ClearanceDoubt[];
  /** About the clearance held. */
  ofHeld: ClearanceDoubt[];
}
type Judged = Pick<ClearanceAnswer, 'outcome' | 'doubts'>;
type Compared = Pick<ClearanceQuestion, 'required' | 'held'> & { validOn: string };

function factsOf(clearances: Clearances, { required, held, validOn }: Compared): Facts {
  const rank = (code: string) => clearances.levels.findIndex((level) => level.code === code);
  const ofPost: ClearanceDoubt[] = [];
  if (required === null) ofPost.push('no-level');
  else if (rank(required) < 0) ofPost.push('unknown-level');
  if (held === null) return { held: false, valid: null, reaches: null, ofPost, ofHeld: [] };

  const ofHeld: ClearanceDoubt[] = [];
  if (rank(held.level) < 0) ofHeld.push('unknown-level');
  if (held.issuer === null) ofHeld.push('no-issuer');
  else if (!clearances.issuers.accepted.some(({ code }) => code === held.issuer)) ofHeld.push('unknown-issuer');
  if (held.validUntil === null) ofHeld.push('unknown-validity');
  const comparable = required !== null && rank(required) >= 0 && rank(held.level) >= 0;
  return {
    held: true,
    valid: held.validUntil === null ? null : validOn <= held.validUntil,
    reaches: comparable ? rank(held.level) >= rank(required) : null,
    ofPost,
    ofHeld,
  };
}

/** Without a fast track nobody is kept out: what isn't held is asked for once selected. */
function onOtherTrack({ held, valid, reaches, ofPost, ofHeld }: Facts): Judged {
  if (ofPost.length > 0) return { outcome: 'for-a-person', doubts: ofPost };
  if (!held || valid === false) return { outcome: 'obtainable', doubts: [] };
  if (ofHeld.length > 0) return { outcome: 'for-a-person', doubts: ofHeld };
  return { outcome: reaches ? 'held' : 'upgrade', doubts: [] };
}

/** On a fast track a valid clearance opens the competition: without one nobody is let in, whatever the level of the post. */
function onFastTrack({ held, valid, reaches, ofPost, ofHeld }: Facts, lowerLevel: 'upgrade' | 'refuse' | null): Judged {
  if (!held || valid === false) return { outcome: 'not-eligible', doubts: [] };
  const doubts = [...new Set([...ofPost, ...ofHeld])];
  if (doubts.length > 0) return { outcome: 'for-a-person', doubts };
  if (reaches) return { outcome: 'held', doubts: [] };
  if (lowerLevel === null) return { outcome: 'for-a-person', doubts: ['lower-level'] };
  return { outcome: lowerLevel === 'upgrade' ? 'upgrade' : 'not-eligible', doubts: [] };
}
