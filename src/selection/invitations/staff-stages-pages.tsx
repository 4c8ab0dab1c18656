import type { Candidate } from '../../competition/candidate-queries.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, TaskList } from '../../site/parts.tsx';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { NO_ANSWER, type Attendance } from './invitation.ts';
import { STAFF_INVITATION_TEXTS } from './staff-invitation-texts.ts';

type OneStage = { stage: PlannedStage; candidates: Candidate[]; attendances: Map<string, Attendance> };
type StagesProps = { page: PageContext; reference: string; organisation: Organisation; stages: OneStage[] };

/** The planned stages of a competition, each with how many are invited and have a time. */
export function StagesPage({ page, reference, organisation, stages }: StagesProps) {
  const { language } = page;
  const t = STAFF_INVITATION_TEXTS[language];
  const base = `/${language}/staff/vacancies/${reference}`;
  const tasks = stages.map((one) => ({
    title: stageName(organisation, one.stage.code, language),
    href: `${base}/invitations/${one.stage.code}`,
    tone: one.candidates.length === 0 ? ('plain' as const) : ('info' as const),
    status: countsOf(one, language),
  }));
  return (
    <StaffLayout page={page} title={t.title(reference)} nav={page.actor?.links ?? []}>
      <BackLink href={base}>{t.vacancy}</BackLink>
      <h1>{t.title(reference)}</h1>
      <p class="lede">{t.lede}</p>
      {tasks.length === 0 ? (
        <EmptyState title={t.nothing}>
          <p>{t.nothingNote}</p>
        </EmptyState>
      ) : (
        <TaskList tasks={tasks} />
      )}
    </StaffLayout>
  );
}

export const stageName = ({ selection }: Organisation, code: string, language: 'en' | 'fr'): string =>
  selection.stages.find((stage) => stage.code === code)?.name[language] ?? code;

/** How many are invited, and of these how many have a time, have none, do not come. */
export function countsOf({ candidates, attendances }: Omit<OneStage, 'stage'>, language: 'en' | 'fr'): string {
  const t = STAFF_INVITATION_TEXTS[language];
  const count = (reply: Attendance['reply']) =>
    candidates.filter(({ applicationId }) => (attendances.get(applicationId) ?? NO_ANSWER).reply === reply).length;
  const declined = count('declined');
  return [
    plural(candidates.length, t.invited, language),
    plural(count('confirmed'), t.withTime, language),
    plural(count('waiting'), t.without, language),
    ...(declined > 0 ? [plural(declined, t.declinedCount, language)] : []),
  ].join(' · ');
}
