/**
 * What a member of staff is entrusted with; `staff-member` is entrusted with nothing and sees internal vacancies, as
 * every other role does. An account without a role is an applicant's.
 */
export const ROLES = [
  'recruiter',
  'recruitment-manager',
  'hiring-manager',
  'translator',
  'budget-officer',
  'auditor',
  'administrator',
  'staff-member',
  'accommodation-officer',
  'security-officer',
  'medical-officer',
  'contract-officer',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * What a member of staff is entrusted with for one competition alone, by name. Elsewhere it gives nothing, and whatever
 * else somebody is entrusted with gives none of it.
 */
export const COMPETITION_ROLES = [
  'screener',
  'panel-chair',
  'acting-chair',
  'panel-member',
  'panel-secretary',
  'observer',
  'appointing-authority',
] as const;
export type CompetitionRole = (typeof COMPETITION_ROLES)[number];

/** What a member of staff is entrusted with for one case alone, by name: nobody who had a part in what it is about. */
export const CASE_ROLES = ['reviewer'] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

export type AnyRole = Role | CompetitionRole | CaseRole;

/** Those who see an appointment through, arrange it or audit it. */
const APPOINTING = [
  'recruiter',
  'recruitment-manager',
  'security-officer',
  'medical-officer',
  'contract-officer',
  'auditor',
] as const;

/** Who may do what: the one table. An applicant's own application needs no permission, only to be theirs. */
const PERMISSIONS = {
  'vacancies:read': ['recruiter', 'recruitment-manager', 'hiring-manager', 'translator', 'budget-officer', 'auditor'],
  'vacancies:edit': ['recruiter', 'recruitment-manager'],
  'vacancies:translate': ['translator', 'recruiter', 'recruitment-manager'],
  /** Whose step it is, the organisation's approval path says. */
  'vacancies:approve': ['hiring-manager', 'translator', 'recruitment-manager', 'budget-officer'],
  'vacancies:publish': ['recruitment-manager'],
  'contracts:plan': ['recruiter', 'recruitment-manager', 'auditor'],
  'applications:read': ['recruiter', 'recruitment-manager'],
  /** Taking applications through the selection; deciding on one is a matter of its own. */
  'selection:advance': ['recruiter', 'recruitment-manager'],
  'selection:decide': ['recruitment-manager'],
  /** Finding the competitions in which one has a task. */
  'competitions:own': ROLES,
  /** Naming those who screen, assess and decide in a competition, and seeing how far they are. */
  'competition:arrange': ['recruiter', 'recruitment-manager'],
  /** Reading who works on a competition, and what they declared. */
  'competition:read': ['recruiter', 'recruitment-manager', 'auditor', ...COMPETITION_ROLES],
  /** Saying whom one cannot judge, or decide on: each for themselves. */
  'competition:declare': COMPETITION_ROLES,
  /** Letting somebody judge again who was found to have a conflict, with a reason. */
  'competition:clear-conflict': ['recruitment-manager'],
  'screening:screen': ['screener'],
  /** Planning the stages of a selection: what is scored, by whom, when, and how much it weighs. */
  'selection:plan': ['recruiter', 'recruitment-manager'],
  /** Setting the times of a stage, answering who asks for another, and recording who came. */
  'selection:invite': ['panel-secretary', 'recruiter', 'recruitment-manager'],
  /** Reading what referees gave, of candidates whom one may judge. */
  'references:read': ['panel-chair', 'panel-member', 'panel-secretary'],
  /** Reading what candidates wrote in a test, of those whom one may judge. */
  'written-tests:read': ['panel-chair', 'panel-member', 'panel-secretary'],
  /** Scoring candidates at a stage, each for themselves before anybody sees another's. */
  'selection:score': ['panel-chair', 'panel-member'],
  /** Writing down what the panel agreed on, and looking at how far it agrees. */
  'selection:agree': ['panel-chair', 'acting-chair'],
  /** Entering what was scored outside the panel. */
  'selection:enter-scores': ['panel-secretary', 'recruiter', 'recruitment-manager'],
  /** Reading agreed scores and the order of merit. */
  'selection:read-scores': [
    'panel-chair',
    'panel-member',
    'panel-secretary',
    'observer',
    'recruiter',
    'recruitment-manager',
    'appointing-authority',
  ],
  /** Reading the report of a panel; who decides on it, once it is submitted. */
  'report:read': [
    'panel-chair',
    'panel-member',
    'panel-secretary',
    'observer',
    'appointing-authority',
    'recruiter',
    'recruitment-manager',
    'auditor',
  ],
  'report:draft': ['panel-chair', 'acting-chair', 'panel-secretary'],
  'report:sign': ['panel-chair', 'panel-member'],
  'report:submit': ['panel-chair', 'acting-chair'],
  'report:decide': ['appointing-authority'],
  /** Telling those concerned what was decided. */
  'report:release': ['recruitment-manager'],
  /** Looking at what speaks of a text that is not its author's, once the letter is read; deciding on a case. */
  'integrity:examine': ['recruiter', 'recruitment-manager'],
  'integrity:decide': ['recruitment-manager'],
  /** Seeing how far a screening is: who arranges it sees no finding before all who judge an application have signed. */
  'screening:read': ['recruiter', 'recruitment-manager', 'screener'],
  /** Settling where two screeners differ, and freezing the results; never on an application that one screened oneself. */
  'screening:settle': ['recruitment-manager'],
  /** Requests for reasons or for a review: reading how far they are, and naming who looks at each. */
  'reviews:read': ['recruiter', 'recruitment-manager', 'auditor'],
  'reviews:arrange': ['recruiter', 'recruitment-manager'],
  /** Reading the frozen record of one case and deciding on it. */
  'reviews:decide': ['reviewer'],
  /** Who of earlier competitions may be offered a similar post. */
  'similar-posts:read': ['recruiter', 'recruitment-manager'],
  'similar-posts:offer': ['recruitment-manager'],
  /** Finding the appointments whose conditions one's office sees through; the list leaves out what is closed to its reader. */
  'appointments:find': APPOINTING,
  /** Seeing how far one of them is. */
  'appointments:read': APPOINTING,
  /** Beginning an appointment, planning its first day, and ending it where nobody is appointed. */
  'appointments:arrange': ['recruiter', 'recruitment-manager', 'contract-officer'],
  /** Saying that somebody is appointed, once all that stands before it is settled. */
  'appointments:make': ['recruitment-manager', 'contract-officer'],
  /** Asking for what stands before an appointment and recording what the authorities answer; whose it is, the organisation's data say. */
  'conditions:handle': ['security-officer', 'medical-officer', 'contract-officer', 'recruiter', 'recruitment-manager'],
  /** The outcome of a medical examination, and that there was one: these two alone. */
  'conditions:medical': ['medical-officer', 'contract-officer'],
  /** Reading what is offered to whom; of these, who only approves it where the organisation's path asks them. */
  'offers:read': [
    'recruiter',
    'recruitment-manager',
    'contract-officer',
    'auditor',
    'hiring-manager',
    'budget-officer',
  ],
  'offers:prepare': ['recruiter', 'recruitment-manager', 'contract-officer'],
  /** Whose step it is, the organisation's approval path says. */
  'offers:approve': ['hiring-manager', 'budget-officer', 'contract-officer', 'recruitment-manager'],
  /** Sending an approved offer, and withdrawing one. */
  'offers:send': ['recruitment-manager', 'contract-officer'],
  /** Finding those who are appointed, with the next date of each contract; the list leaves out what is closed to its reader. */
  'contracts:find': ['recruiter', 'recruitment-manager', 'contract-officer', 'auditor'],
  /** Reading what becomes of one contract. */
  'contracts:read': ['recruiter', 'recruitment-manager', 'contract-officer', 'auditor'],
  /** Recording probation, renewal, conversion, advancement and the end of a contract. */
  'contracts:decide': ['recruitment-manager', 'contract-officer'],
  /** Finding what was handed over and what waits: by number, without a name. */
  'hand-over:find': ['recruitment-manager', 'contract-officer', 'administrator'],
  /** Reading what of somebody is handed over to whom, and taking it as a file. */
  'hand-over:read': ['recruitment-manager', 'contract-officer'],
  /** Sending a message again, and stopping one. */
  'hand-over:send': ['recruitment-manager', 'contract-officer'],
  /** Where messages go, and what signs them. */
  'hand-over:configure': ['administrator'],
  'applications:message': ['recruiter', 'recruitment-manager'],
  /** Requests for an accommodation: those named for it, and nobody else, whatever else they may do. */
  'accommodation:handle': ['accommodation-officer'],
  /** Counts of the equality questions, never a person's answer. */
  'equality:read': ['recruitment-manager'],
  /** Figures on all competitions: times, counts, states; nobody is named in them. */
  'figures:read': ['recruitment-manager', 'auditor'],
  /** The whole record of a competition, with all that was received, to be kept and verified elsewhere. */
  'record:export': ['recruitment-manager', 'auditor'],
  'events:read': ['recruiter', 'recruitment-manager', 'auditor'],
  'serving-staff:verify': ['recruiter', 'recruitment-manager', 'administrator'],
  /** Taking a second factor away from somebody who lost it: their account then opens by its password alone. */
  'second-factors:reset': ['administrator'],
  'accounts:manage': ['administrator'],
} as const satisfies Record<string, readonly AnyRole[]>;

export type Permission = keyof typeof PERMISSIONS;

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** The roles that carry a permission. */
export const rolesWith = (permission: Permission): readonly AnyRole[] => PERMISSIONS[permission];

/** Whether one of these roles carries the permission. Nobody's is implied by another. */
export function permits(roles: readonly AnyRole[], permission: Permission): boolean {
  return roles.some((role) => rolesWith(permission).includes(role));
}
