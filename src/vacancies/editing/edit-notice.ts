import { withStandardTexts } from '../../notices/compose/compose-notice.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { afterEdit } from '../approval/approvals.ts';
import { deadlineOf, type RulesAt } from '../importing/import-notice.ts';
import { differencesOf, keepPlaces, type Difference } from '../notice-differences.ts';
import { mendDoubts } from '../review/review.ts';
import { translationsAfter, type Translator } from '../translation/translation-edit.ts';
import { amend, rulesDay, type AmendmentRefusal, type Vacancy } from '../vacancy.ts';

export type Edited = { vacancy: Vacancy; changed: Difference[] };

/** A vacancy with its notice changed by hand: the doubts it mends, the places it moves, what is translated by it. */
export function edit(
  vacancy: Vacancy,
  typed: NoticeRecord,
  { organisation, now, by }: RulesAt & Translator,
): Result<Edited, AmendmentRefusal> {
  const notice = vacancy.composed ? withStandardTexts(typed, vacancy.notice, organisation) : typed;
  const changed = differencesOf(vacancy.notice, notice);
  const sameDeadline = changed.every(({ path }) => path !== 'deadline');
  const { deadlineAt, deadlineZone } = sameDeadline
    ? vacancy
    : deadlineOf(notice, organisation, rulesDay(vacancy, now));
  const doubts = mendDoubts(vacancy.doubts, changed, notice);
  const places = keepPlaces(vacancy.places, changed);
  const translations = translationsAfter(vacancy, notice, { by, now });
  const amended = amend(vacancy, { notice, doubts, places, deadlineAt, deadlineZone, translations });
  if (!amended.ok) return refuse(amended.refusal);
  const approvals = afterEdit(vacancy, changed, organisation.notices.approval.steps);
  return ok({ vacancy: { ...amended.value, approvals }, changed });
}
