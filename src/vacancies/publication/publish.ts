import type { ApprovalStep } from '../../regulations/organisation/notices-schema.ts';
import { move, type IllegalMove } from '../vacancy-state.ts';
import {
  missingFields,
  type CancellationRefusal,
  type DeadlineRefusal,
  type MissingFields,
  type Vacancy,
} from '../vacancy.ts';
import { deadlineRefusal, type ScheduleRefusal } from './publication.ts';
import type { Finding as LintFinding } from '../../notices/lint/finding.ts';
import { type Result, refuse, ok } from '../../platform/result.ts';
import { nextStep } from '../approval/approvals.ts';
import { openLintErrors } from '../approval/waivers.ts';
import { openErrors, reviewCounts } from '../review/review.ts';

export type PublicationRefusal =
  | IllegalMove
  | DeadlineRefusal
  | MissingFields
  | { kind: 'has-doubts'; count: number }
  | { kind: 'has-findings'; count: number }
  | { kind: 'not-approved'; step: ApprovalStep }
  | { kind: 'lacks-translation'; count: number };

export type MoveRefusal = PublicationRefusal | ScheduleRefusal | CancellationRefusal;

/** What a publication is decided on, beside the vacancy. */
export type PublicationChecks = {
  readonly now: Date;
  /** Why a translation may be missing; empty where none is given. */
  readonly reason: string;
  /** What the linter finds in the notice as it is now. */
  readonly findings: readonly LintFinding[];
  /** The organisation's path of approval. */
  readonly steps: readonly ApprovalStep[];
};

/**
 * Publishes a reviewed vacancy at `now`: nothing it needs is missing, no error is left open or found, everybody whose
 * approval it takes has given it, its deadline is to come. A translation may be missing only for a stated reason.
 */
export function publish(vacancy: Vacancy, checks: PublicationChecks): Result<Vacancy, PublicationRefusal> {
  const { now, reason, findings, steps } = checks;
  const moved = move(vacancy.status, 'publish');
  if (!moved.ok) return moved;
  const fields = missingFields(vacancy.notice);
  if (fields.length > 0) return refuse({ kind: 'missing-fields', fields });
  const deadline = deadlineRefusal(vacancy, now);
  if (deadline) return refuse(deadline);
  const count = openErrors(vacancy.doubts).length;
  if (count > 0) return refuse({ kind: 'has-doubts', count });
  const found = openLintErrors(findings, vacancy.waivers).length;
  if (found > 0) return refuse({ kind: 'has-findings', count: found });
  const step = nextStep(vacancy, steps);
  if (step) return refuse({ kind: 'not-approved', step });
  const { translations } = reviewCounts(vacancy.notice, vacancy.doubts);
  if (translations > 0 && reason.trim() === '') return refuse({ kind: 'lacks-translation', count: translations });
  return ok({ ...vacancy, status: moved.value, publishedAt: now, publishAt: null });
}
