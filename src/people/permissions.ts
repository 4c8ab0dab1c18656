/** What a member of staff is entrusted with. An account without a role is an applicant's. */
export const ROLES = ['recruiter', 'recruitment-manager', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who may do what: the one table. An applicant's own application needs no permission, only to be theirs. */
const PERMISSIONS = {
  'vacancies:read': ['recruiter', 'recruitment-manager', 'auditor'],
  'vacancies:edit': ['recruiter', 'recruitment-manager'],
  'vacancies:publish': ['recruitment-manager'],
  'contracts:plan': ['recruiter', 'recruitment-manager', 'auditor'],
  'applications:read': ['recruiter', 'recruitment-manager'],
  'events:read': ['recruiter', 'recruitment-manager', 'auditor'],
  'accounts:manage': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** Whether one of these roles carries the permission. Nobody's is implied by another. */
export function permits(roles: readonly Role[], permission: Permission): boolean {
  const holders: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => holders.includes(role));
}
