import type { Localized } from '../../platform/language.ts';
import { refuse, type Result } from '../../platform/result.ts';
import { correct, type Corrected, type CorrectionRefusal } from '../editing/correction.ts';
import { withAudience } from '../internal-dates/internal-dates.ts';
import type { Vacancy } from '../vacancy.ts';

export type OpeningRefusal = { kind: 'cannot-be-opened' } | Extract<CorrectionRefusal, { kind: 'no-note' }>;

/** Whether a vacancy that takes applications takes them from some people alone. */
export const canBeOpened = ({ status, audience }: Pick<Vacancy, 'status' | 'audience'>): boolean =>
  status === 'published' && audience !== 'both';

/**
 * Opens a vacancy for serving staff, or for others, to everybody; the public is told in each language, as of any
 * correction. There is no way back: people who may apply today would find the door shut.
 */
export function openToEverybody(vacancy: Vacancy, note: Localized, now: Date): Result<Corrected, OpeningRefusal> {
  if (!canBeOpened(vacancy)) return refuse({ kind: 'cannot-be-opened' });
  const change = { before: vacancy, after: withAudience(vacancy, 'both') };
  const opened = correct(change, { note, reason: '', fields: ['audience'] }, now);
  if (opened.ok) return opened;
  if (opened.refusal.kind === 'no-note') return refuse(opened.refusal);
  throw new Error(`The deadline stays where it is: ${opened.refusal.kind}`);
}
