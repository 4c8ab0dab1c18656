import type { Permission } from '../people/permissions.ts';
import { assertNever, type Result } from '../platform/result.ts';
import { VACANCY_ACTIONS, type VacancyAction } from './vacancy-state.ts';
import {
  cancel,
  close,
  fill,
  publish,
  reopen,
  sendBack,
  submit,
  type MoveRefusal,
  type PublicationChecks,
  type Vacancy,
} from './vacancy.ts';

/** What a move needs, and the address it is asked for at. The sentence is read and confirmed on a page of its own. */
type Move = { permission: Permission; resource: string; confirmed: boolean };

export const MOVES_ON_PAGE: Record<VacancyAction, Move> = {
  submit: { permission: 'vacancies:edit', resource: 'submission', confirmed: false },
  return: { permission: 'vacancies:edit', resource: 'return', confirmed: false },
  publish: { permission: 'vacancies:publish', resource: 'publication', confirmed: true },
  close: { permission: 'vacancies:publish', resource: 'closing', confirmed: false },
  reopen: { permission: 'vacancies:publish', resource: 'reopening', confirmed: false },
  fill: { permission: 'vacancies:publish', resource: 'filling', confirmed: false },
  cancel: { permission: 'vacancies:publish', resource: 'cancellation', confirmed: true },
};

export const MOVES = VACANCY_ACTIONS.map((action) => ({ action, ...MOVES_ON_PAGE[action] }));

/** Makes a move; `reason` is why a translation may be missing, or why the vacancy is cancelled. */
export function makeMove(
  vacancy: Vacancy,
  action: VacancyAction,
  checks: PublicationChecks,
): Result<Vacancy, MoveRefusal> {
  switch (action) {
    case 'submit':
      return submit(vacancy);
    case 'return':
      return sendBack(vacancy);
    case 'publish':
      return publish(vacancy, checks);
    case 'close':
      return close(vacancy);
    case 'reopen':
      return reopen(vacancy, checks.now);
    case 'fill':
      return fill(vacancy);
    case 'cancel':
      return cancel(vacancy, checks.reason);
    default:
      return assertNever(action);
  }
}
