import type { Arrangement } from '../../applications/accommodation/arrangement-queries.ts';
import type { Candidate } from '../../competition/candidate-queries.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import type { LateWish } from './late-wish.ts';
import type { Attendance, Schedule, Slot } from './invitation.ts';

export type StageTimesProps = {
  page: PageContext;
  reference: string;
  deadlineZone: string;
  organisation: Organisation;
  stage: PlannedStage;
  schedule: Schedule | undefined;
  slots: Slot[];
  candidates: Candidate[];
  attendances: Map<string, Attendance>;
  /** By application. */
  lateWishes: Map<string, LateWish[]>;
  arrangements: Map<string, Arrangement>;
  now: Date;
  /** What was typed, where something is to be mended. */
  fields: Readonly<Record<string, string>>;
  numbers: readonly string[];
  errors: FieldError[];
};

export const nameOf = ({ givenNames, familyName }: Candidate): string => `${givenNames} ${familyName}`;
export const addressOf = ({ page, reference, stage }: StageTimesProps): string =>
  `/${page.language}/staff/vacancies/${reference}/invitations/${stage.code}`;
