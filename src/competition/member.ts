import type { Language } from '../platform/language.ts';
import { COMPETITION_ROLES, type CompetitionRole } from '../people/permissions.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Conflict } from './conflict.ts';

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
  /** Why they act for the chair; empty for every other task. */
  namingReason: string;
};

/** Those who judge candidates, or decide on them: they never learn of a request for an arrangement. */
export const ASSESSING_ROLES = [
  'screener',
  'panel-chair',
  'acting-chair',
  'panel-member',
  'appointing-authority',
] as const satisfies readonly CompetitionRole[];
const assesses = (role: CompetitionRole): boolean => (ASSESSING_ROLES as readonly CompetitionRole[]).includes(role);

/** Tasks that one person does not have together: nobody appoints whom they assessed, or watches themselves. */
const APART: Record<CompetitionRole, readonly CompetitionRole[]> = {
  screener: ['appointing-authority', 'observer'],
  'panel-chair': ['acting-chair', 'panel-member', 'panel-secretary', 'appointing-authority', 'observer'],
  'acting-chair': ['panel-chair', 'panel-secretary', 'appointing-authority', 'observer'],
  'panel-member': ['panel-chair', 'panel-secretary', 'appointing-authority', 'observer'],
  'panel-secretary': ['panel-chair', 'acting-chair', 'panel-member', 'appointing-authority', 'observer'],
  observer: ['screener', 'panel-chair', 'acting-chair', 'panel-member', 'panel-secretary', 'appointing-authority'],
  'appointing-authority': ['screener', 'panel-chair', 'acting-chair', 'panel-member', 'panel-secretary', 'observer'],
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
  /** Who acts for the chair is a member of the panel. */
  | { kind: 'not-on-panel' }
  | { kind: 'acting-reason-missing' }
  /** Recused from all of those from whom the chair is: the numbers of these. */
  | { kind: 'recused-too'; candidates: string[] }
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
  /** For who is to act for the chair: why, and whom each may not judge. */
  reason?: string;
  bars?: readonly Pick<Conflict, 'accountId' | 'candidate'>[];
};

/** Who gets the task, or why they cannot. */
export function nameMember({ staff, role, members, ...acting }: Naming): Result<Named, MemberRefusal> {
  if (!staff) return refuse({ kind: 'unknown' });
  if (staff.applies) return refuse({ kind: 'applicant' });
  const roles = members.filter(({ accountId }) => accountId === staff.accountId).map((member) => member.role);
  if (roles.includes(role)) return refuse({ kind: 'already', role });
  const other = roles.find((held) => APART[role].includes(held));
  if (other) return refuse({ kind: 'apart', role, other });
  if (staff.accommodation && assesses(role))
    return refuse({ kind: staff.accommodation === 'officer' ? 'accommodation-officer' : 'seen-requests' });
  const chair = members.find((member) => member.role === 'panel-chair');
  if (role === 'panel-chair' && chair) return refuse({ kind: 'chair-taken', name: chair.name });
  const { accountId, name } = staff;
  const refused = role === 'acting-chair' ? refuseActing({ ...acting, accountId, roles, chair }) : undefined;
  return refused ? refuse(refused) : ok({ accountId, name, role });
}

type Acting = Pick<Naming, 'reason' | 'bars'> & {
  accountId: string;
  roles: readonly CompetitionRole[];
  chair: Member | undefined;
};

/** Who acts for the chair assesses already, and may judge at least one of those whom the chair may not, where there are such. */
function refuseActing({ accountId, roles, chair, reason = '', bars = [] }: Acting): MemberRefusal | undefined {
  if (!roles.includes('panel-member')) return { kind: 'not-on-panel' };
  const from = (id: string | undefined) => bars.filter((bar) => bar.accountId === id).map(({ candidate }) => candidate);
  const [own, theirs] = [from(accountId), [...new Set(from(chair?.accountId))]];
  if (theirs.length > 0 && theirs.every((number) => own.includes(number)))
    return { kind: 'recused-too', candidates: theirs };
  return reason.trim() === '' ? { kind: 'acting-reason-missing' } : undefined;
}
