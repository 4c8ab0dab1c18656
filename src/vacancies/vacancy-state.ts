import { ok, refuse, type Result } from '../platform/result.ts';

export const VACANCY_STATUSES = [
  'draft',
  'in-review',
  'scheduled',
  'published',
  'closed',
  'filled',
  'cancelled',
] as const;
export type VacancyStatus = (typeof VACANCY_STATUSES)[number];

export const VACANCY_ACTIONS = [
  'submit',
  'return',
  'publish',
  'schedule',
  'unschedule',
  'close',
  'reopen',
  'fill',
  'cancel',
] as const;
export type VacancyAction = (typeof VACANCY_ACTIONS)[number];

export type IllegalMove = { kind: 'illegal-move'; from: VacancyStatus; action: VacancyAction };

/** Every move a vacancy can make. A move that is not here is refused; a status without moves is final. */
const MOVES: Record<VacancyStatus, Partial<Record<VacancyAction, VacancyStatus>>> = {
  draft: { submit: 'in-review', cancel: 'cancelled' },
  'in-review': { return: 'draft', publish: 'published', schedule: 'scheduled', cancel: 'cancelled' },
  scheduled: { unschedule: 'in-review', publish: 'published', schedule: 'scheduled', cancel: 'cancelled' },
  published: { close: 'closed', cancel: 'cancelled' },
  closed: { reopen: 'published', fill: 'filled', cancel: 'cancelled' },
  filled: {},
  cancelled: {},
};

export function move(from: VacancyStatus, action: VacancyAction): Result<VacancyStatus, IllegalMove> {
  const to = MOVES[from][action];
  return to ? ok(to) : refuse({ kind: 'illegal-move', from, action });
}

export const actionsFrom = (status: VacancyStatus): VacancyAction[] => Object.keys(MOVES[status]) as VacancyAction[];

export const isFinal = (status: VacancyStatus): boolean => actionsFrom(status).length === 0;

/** Whether the public has seen the vacancy: from here on a change concerns people who may have begun to apply. */
export const isPublic = (status: VacancyStatus): boolean =>
  status === 'published' || status === 'closed' || status === 'filled';
