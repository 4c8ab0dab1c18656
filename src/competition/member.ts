import type { Language } from '../platform/language.ts';
import { COMPETITION_ROLES, type CompetitionRole } from '../people/permissions.ts';
import { ok, refuse, type Result } from '../platform/result.ts';

export { COMPETITION_ROLES };
export type { CompetitionRole };

/** Those who assess together. Who screens, watches or appoints is not of the panel. */
export const PANEL_ROLES = ['panel-chair', 'panel-member'] as const satisfies readonly CompetitionRole[];
export const GENDERS = ['woman', 'man', 'other'] as const;
export type Gender = (typeof GENDERS)[number];

/** Somebody with a task in one competition, as long as they have it. */
export type Member = {
  id: string;
  accountId: string;
  name: string;
  role: CompetitionRole;
  /** A code of the organisation's scale; null where nobody said. */
  grade: string | null;
  /** Where they work, in their organisation's words. */
  unit: string;
  /** For the balance of a panel, where they said so. */
  gender: Gender | null;
  /** ISO 3166-1 alpha-2, likewise. */
  nationality: string | null;
  addedAt: Date;
  /** Why they were named below the grade that is asked, or where it cannot be compared. */
  gradeReason: string;
};

/** Those who judge candidates, or decide on them: they never learn of a request for an arrangement. */
export const ASSESSING_ROLES = [
  'screener',
  'panel-chair',
  'panel-member',
  'appointing-authority',
] as const satisfies readonly CompetitionRole[];
const assesses = (role: CompetitionRole): boolean => (ASSESSING_ROLES as readonly CompetitionRole[]).includes(role);

/** Tasks that one person does not have together: nobody appoints whom they assessed, or watches themselves. */
const APART: Record<CompetitionRole, readonly CompetitionRole[]> = {
  screener: ['appointing-authority', 'observer'],
  'panel-chair': ['panel-member', 'panel-secretary', 'appointing-authority', 'observer'],
  'panel-member': ['panel-chair', 'panel-secretary', 'appointing-authority', 'observer'],
  'panel-secretary': ['panel-chair', 'panel-member', 'appointing-authority', 'observer'],
  observer: ['screener', 'panel-chair', 'panel-member', 'panel-secretary', 'appointing-authority'],
  'appointing-authority': ['screener', 'panel-chair', 'panel-member', 'panel-secretary', 'observer'],
};

export type MemberRefusal =
  /** No verified account of serving staff has this address. */
  | { kind: 'unknown' }
  /** Applies for this very vacancy, or has begun to. */
  | { kind: 'applicant' }
  | { kind: 'already'; role: CompetitionRole }
  /** Has another task that does not go with it. */
  | { kind: 'apart'; role: CompetitionRole; other: CompetitionRole }
  /** Handles requests for arrangements, or has opened one of this competition: who assesses never learns of them. */
  | { kind: 'accommodation-officer' | 'seen-requests' }
  | { kind: 'chair-taken'; name: string }
  /** Below the grade that the organisation asks of a panel. */
  | { kind: 'grade-below' }
  /** The same, or not to be compared: who names them says why. */
  | { kind: 'grade-reason-missing'; decides: boolean };

/** Somebody of the organisation, to be named and written to. */
export type Staff = {
  accountId: string;
  name: string;
  email: string;
  language: Language;
  applies: boolean;
  /** What they have to do with requests for arrangements: entrusted with them, or once opened one of this competition. */
  accommodation?: 'officer' | 'seen' | undefined;
};
export type Named = Pick<Member, 'accountId' | 'name' | 'role'>;

/** What it is decided from; `staff` is whoever has the address, where that is somebody of the organisation. */
export type Naming = {
  staff: Staff | undefined;
  role: CompetitionRole;
  members: readonly Member[];
};

/** Who gets the task, or why they cannot. */
export function nameMember({ staff, role, members }: Naming): Result<Named, MemberRefusal> {
  if (!staff) return refuse({ kind: 'unknown' });
  if (staff.applies) return refuse({ kind: 'applicant' });
  const roles = members.filter(({ accountId }) => accountId === staff.accountId).map((member) => member.role);
  if (roles.includes(role)) return refuse({ kind: 'already', role });
  const other = roles.find((held) => APART[role].includes(held));
  if (other) return refuse({ kind: 'apart', role, other });
  if (staff.accommodation && assesses(role))
    return refuse({ kind: staff.accommodation === 'officer' ? 'accommodation-officer' : 'seen-requests' });
  const chair = role === 'panel-chair' && members.find((member) => member.role === 'panel-chair');
  return chair
    ? refuse({ kind: 'chair-taken', name: chair.name })
    : ok({ accountId: staff.accountId, name: staff.name, role });
}
