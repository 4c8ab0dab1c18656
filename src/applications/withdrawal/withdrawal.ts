import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Application } from '../application.ts';
import { withdraw, type WithdrawalRefusal } from '../submission/submission.ts';
import { positionOf, type StageEntry } from '../stages/stage-state.ts';

/** How long a withdrawal can be taken back: enough to notice a slip, too short for anybody to have acted on it. */
export const UNDO_MINUTES = 30;

export type Withdrawal = { withdrawnAt: Date; reason: string | null };

/** Withdraws from wherever the application stands; where it was not retained, there is nothing left to withdraw from. */
export function withdrawFrom(
  application: Application,
  entries: readonly StageEntry[],
  confirmed: boolean,
): Result<Application, WithdrawalRefusal | { kind: 'decided' }> {
  if (application.status === 'submitted' && positionOf(entries) === 'not-retained') return refuse({ kind: 'decided' });
  return withdraw(application, confirmed);
}

/** The last instant at which a withdrawal can be taken back. */
export const undoUntil = ({ withdrawnAt }: Withdrawal): Date => new Date(withdrawnAt.getTime() + UNDO_MINUTES * 60_000);

/** Takes a withdrawal back, in time: the application stands as it was, in its place in the selection. */
export function takeBack(
  application: Application,
  withdrawal: Withdrawal | undefined,
  now: Date,
): Result<Application, { kind: 'not-withdrawn' | 'too-late' }> {
  if (application.status !== 'withdrawn' || !withdrawal) return refuse({ kind: 'not-withdrawn' });
  return now <= undoUntil(withdrawal) ? ok({ ...application, status: 'submitted' }) : refuse({ kind: 'too-late' });
}
