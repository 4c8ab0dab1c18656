import type { DocumentRefusal, ScanState } from '../../applications/documents/document.ts';
import type { EvidenceRefusal } from '../../applications/accommodation/evidence.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Condition } from '../../regulations/organisation/appointment-schema.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import { isUnderWay } from '../conditions/appointment.ts';
import { stateOf, type Track } from '../conditions/track.ts';

/** What of a condition a file was sent for: codes of the organisation's data. */
export type Sent = { condition: string; item: string };

/** A file that the candidate sent, without its bytes. */
export type ConditionDocument = Sent & {
  id: string;
  fileName: string;
  sizeBytes: number;
  uploadedAt: Date;
  scan: ScanState;
};

export type AskedItem = Condition['fromCandidate'][number];

/** Whether a condition still waits for an answer, so that something can be sent for it, or taken back. */
export const isAwaited = (track: Pick<Track, 'steps'>): boolean => ['to-begin', 'under-way'].includes(stateOf(track));

/** Whether an appointment is seen through: begun, neither made nor ended, and the decision behind it stands. */
export const goesOn = ({ appointment, chosenAt }: Pick<Chosen, 'appointment' | 'chosenAt'>): boolean =>
  isUnderWay(appointment) && chosenAt !== undefined;

/** What the candidate was asked for and has not sent; of a condition that is settled or refused, nothing. */
export const missingFrom = (track: Track, sent: readonly Sent[]): AskedItem[] =>
  isAwaited(track)
    ? track.condition.fromCandidate.filter(
        ({ code }) => !sent.some(({ condition, item }) => condition === track.condition.code && item === code),
      )
    : [];

/** Why a file is not taken: `closed` where the condition or the appointment waits for nothing any more. */
export type SendingRefusal = DocumentRefusal | EvidenceRefusal | { kind: 'closed' };

type Place = { chosen: Pick<Chosen, 'appointment' | 'chosenAt'>; track: Track; item: string };

/** Whether one more file may be sent for what was asked. */
export function maySend(
  { chosen, track, item }: Place,
  sent: readonly Sent[],
  maxFiles: number,
): Result<true, SendingRefusal> {
  if (!mayTakeBack({ chosen, track })) return refuse({ kind: 'closed' });
  const own = sent.filter((one) => one.condition === track.condition.code && one.item === item);
  return own.length >= maxFiles ? refuse({ kind: 'too-many', maxFiles }) : ok(true);
}

/** Whether what was sent for a condition can be taken back. */
export const mayTakeBack = ({ chosen, track }: Omit<Place, 'item'>): boolean => goesOn(chosen) && isAwaited(track);
