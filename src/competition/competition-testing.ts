import type { Member } from './member.ts';

/** Somebody with a task, of whom nothing else is known. */
export const exampleMember = (more: Partial<Member> = {}): Member => ({
  id: `member-${more.accountId ?? 'one'}-${more.role ?? 'panel-member'}`,
  accountId: 'one',
  name: 'Nora Holm',
  role: 'panel-member',
  grade: null,
  unit: '',
  gender: null,
  nationality: null,
  gradeReason: '',
  namingReason: '',
  addedAt: new Date('2026-11-21T09:00:00Z'),
  ...more,
});
