import { z } from 'zod';
import { fieldsOf, typed } from '../people/typed.ts';
import type { Language } from '../platform/language.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { FieldError } from '../site/forms.tsx';
import { explainMember } from './competition-texts.ts';
import { GENDERS, PANEL_ROLES, type CompetitionRole, type MemberRefusal } from './member.ts';
import { gradeDemand, gradeFinding, type GradeDemand } from './panel.ts';
import type { MemberForm } from './people-props.ts';

const FORM = z.object({
  email: typed,
  role: typed,
  namingReason: typed,
  grade: typed,
  gradeReason: typed,
  unit: typed,
  gender: typed,
  nationality: typed,
});
const MAX_UNIT = 200;

/** What was typed to name somebody. */
export const readNaming = (body: unknown): MemberForm => FORM.parse(fieldsOf(body));
export const NOBODY_NAMED: MemberForm = FORM.parse({});

/** What follows from a grade for somebody who is to assess; for other tasks, nothing. */
export const gradeDemandOf = (
  grade: string | null,
  role: CompetitionRole,
  { organisation, grades }: { organisation: Organisation; grades: readonly string[] },
): GradeDemand =>
  PANEL_ROLES.some((panel) => panel === role)
    ? gradeDemand(gradeFinding({ grade }, grades, organisation), organisation)
    : 'nothing';

/** Why a grade keeps somebody from being named, as it is or without a reason. */
export function refuseGrade(demand: GradeDemand, reason: string): MemberRefusal | undefined {
  if (demand === 'blocked') return { kind: 'grade-below' };
  if (demand === 'nothing' || reason.trim() !== '') return undefined;
  return { kind: 'grade-reason-missing', decides: demand === 'decision' };
}

const FIELDS: Partial<Record<MemberRefusal['kind'], string>> = {
  unknown: 'email',
  'acting-reason-missing': 'namingReason',
  applicant: 'email',
  'accommodation-officer': 'email',
  'seen-requests': 'email',
  'grade-below': 'grade',
  'grade-reason-missing': 'gradeReason',
};

export const errorFor = (refusal: MemberRefusal, language: Language): FieldError => ({
  field: FIELDS[refusal.kind] ?? 'role',
  message: explainMember(refusal)[language],
});

/** What else was said of a person; a value that is none is as good as not said. */
export const described = ({ grade, unit, gender, nationality }: MemberForm, organisation: Organisation) => ({
  grade: organisation.grades.order.includes(grade) ? grade : null,
  unit: unit.trim().slice(0, MAX_UNIT),
  gender: GENDERS.find((known) => known === gender) ?? null,
  nationality: /^[A-Z]{2}$/.test(nationality) ? nationality : null,
});
