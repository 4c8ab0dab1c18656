import type { Permission } from '../people/permissions.ts';
import { assertNever, type Result } from '../platform/result.ts';
import { close, reopen, schedule, unschedule } from './publication/publication.ts';
import { VACANCY_ACTIONS, type VacancyAction } from './vacancy-state.ts';
import { cancel, fill, sendBack, submit, type Vacancy } from './vacancy.ts';
import { publish, type MoveRefusal, type PublicationChecks } from './publication/publish.ts';

/** What a move needs, and the address it is asked for at. The sentence is read and confirmed on a page of its own. */
type Move = { permission: Permission; resource: string; confirmed: boolean };

export const MOVES_ON_PAGE: Record<VacancyAction, Move> = {
  submit: { permission: 'vacancies:edit', resource: 'submission', confirmed: false },
  return: { permission: 'vacancies:edit', resource: 'return', confirmed: false },
  publish: { permission: 'vacancies:publish', resource: 'publication', confirmed: true },
  /** Asked for on the page of the publication, whose day and time it is. */
  schedule: { permission: 'vacancies:publish', resource: 'publication', confirmed: true },
  unschedule: { permission: 'vacancies:publish', resource: 'unscheduling', confirmed: false },
  close: { permission: 'vacancies:publish', resource: 'closing', confirmed: false },
  reopen: { permission: 'vacancies:publish', resource: 'reopening', confirmed: false },
  fill: { permission: 'vacancies:publish', resource: 'filling', confirmed: false },
  cancel: { permission: 'vacancies:publish', resource: 'cancellation', confirmed: true },
};

/** The moves that have a control of their own. */
export const MOVES = VACANCY_ACTIONS.filter((action) => action !== 'schedule').map((action) => ({
  action,
  ...MOVES_ON_PAGE[action],
}));

/** What a move is decided on: as a publication is, with the instant at which it is to be, where that is to come. */
export type MoveMade = PublicationChecks & { readonly publishAt?: Date | undefined };

/**
 * Makes a move; `reason` is why a translation may be missing, or why the vacancy is cancelled. What would stand against
 * a publication when its time has come stands against scheduling it.
 */
export function makeMove(vacancy: Vacancy, action: VacancyAction, made: MoveMade): Result<Vacancy, MoveRefusal> {
  const { now, reason, publishAt = now } = made;
  switch (action) {
    case 'submit':
      return submit(vacancy);
    case 'return':
      return sendBack(vacancy);
    case 'publish':
      return publish(vacancy, made);
    case 'schedule': {
      const scheduled = schedule(vacancy, publishAt, now);
      const then = scheduled.ok ? makeMove(scheduled.value, 'publish', { ...made, now: publishAt }) : scheduled;
      return then.ok ? scheduled : then;
    }
    case 'unschedule':
      return unschedule(vacancy);
    case 'close':
      return close(vacancy, now);
    case 'reopen':
      return reopen(vacancy, now);
    case 'fill':
      return fill(vacancy);
    case 'cancel':
      return cancel(vacancy, reason);
    default:
      return assertNever(action);
  }
}
