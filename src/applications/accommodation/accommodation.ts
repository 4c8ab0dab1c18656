import type { ScanState } from '../documents/document.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';

export const DECISIONS = ['granted', 'partly', 'refused'] as const;
export type DecidedStatus = (typeof DECISIONS)[number];
export type AccommodationStatus = 'requested' | DecidedStatus;

/** What a person asks for, in their own words. */
export type Asked = {
  /** Codes of the organisation's kinds. */
  kinds: string[];
  words: string;
  /** The civil day from which it is needed no more; empty where that is not said. */
  neededUntil: string;
};

/** What an officer answers, to the person alone. */
export type Answer = { reason: string };

/** A file that was handed in, without its bytes. */
export type Evidence = { id: string; fileName: string; sizeBytes: number; uploadedAt: Date; scan: ScanState };

/** A request opened: for its author, and the officers named for it. */
export type AccommodationRequest = {
  id: string;
  status: AccommodationStatus;
  asked: Asked;
  answer: Answer | undefined;
  /** What those who hold a stage are to arrange, in neutral words: the only part that goes further. */
  arrangement: string | null;
  requestedAt: Date;
  decidedAt: Date | null;
  version: number;
  evidence: Evidence[];
};

export const MAX_WORDS = 3000;

export type AskedProblem = { field: 'words' | 'kinds' | 'until'; kind: 'missing' | 'too-long' | 'no-date' };

/** What stands against sending a request: it says something, by a kind or in words. */
export function askedProblems({ kinds, words, neededUntil }: Asked, isDate: (text: string) => boolean): AskedProblem[] {
  return [
    ...(kinds.length === 0 && words.trim() === '' ? [{ field: 'kinds', kind: 'missing' } as const] : []),
    ...(words.length > MAX_WORDS ? [{ field: 'words', kind: 'too-long' } as const] : []),
    ...(neededUntil !== '' && !isDate(neededUntil) ? [{ field: 'until', kind: 'no-date' } as const] : []),
  ];
}

export type Decision = { status: DecidedStatus | ''; reason: string; arrangement: string };
export type DecisionRefusal = { kind: 'decision-missing' | 'reason-missing' | 'arrangement-missing' };
export type Decided = { status: DecidedStatus; reason: string; arrangement: string | null };

/** A decision is reasoned, whatever it is; what is granted says what is to be arranged, what is refused arranges nothing. */
export function decide({ status, reason, arrangement }: Decision): Result<Decided, DecisionRefusal> {
  if (status === '') return refuse({ kind: 'decision-missing' });
  if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
  if (status === 'refused') return ok({ status, reason, arrangement: null });
  return arrangement.trim() === '' ? refuse({ kind: 'arrangement-missing' }) : ok({ status, reason, arrangement });
}
