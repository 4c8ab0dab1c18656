import type { Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Application } from '../application.ts';

/** How long a draft that was thrown away can be put back, before it is deleted with its documents. */
export const UNDO_DAYS = 7;

const DAY_MS = 24 * 3_600_000;

/** The last instant at which it can be put back. */
export const keptUntil = (discardedAt: Date): Date => new Date(discardedAt.getTime() + UNDO_DAYS * DAY_MS);

/** What was thrown away before this instant is deleted at `now`. */
export const deletedAt = (now: Date): Date => new Date(now.getTime() - UNDO_DAYS * DAY_MS);

/** Where the pages of a draft that was thrown away lead instead: to the one that puts it back. */
export const placeOfDiscarded = (
  { status, number }: Pick<Application, 'status' | 'number'>,
  language: Language,
): string | undefined =>
  status === 'discarded' ? `/${language}/my/applications/${encodeURIComponent(number)}` : undefined;

/** Throws a draft away; what was submitted is withdrawn, never thrown away. */
export const discard = (application: Application): Result<Application, { kind: 'no-draft' }> =>
  application.status === 'draft' ? ok({ ...application, status: 'discarded' }) : refuse({ kind: 'no-draft' });

/** Puts a draft back as it was, in time. */
export function putBack(
  application: Application,
  discardedAt: Date | undefined,
  now: Date,
): Result<Application, { kind: 'not-discarded' | 'too-late' }> {
  if (application.status !== 'discarded' || !discardedAt) return refuse({ kind: 'not-discarded' });
  return now <= keptUntil(discardedAt) ? ok({ ...application, status: 'draft' }) : refuse({ kind: 'too-late' });
}
