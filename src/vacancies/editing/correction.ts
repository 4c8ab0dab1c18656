import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isPublic } from '../vacancy-state.ts';
import type { Correction, Vacancy } from '../vacancy.ts';

/** What an edit does to the time that is left to apply. */
export type DeadlineMove = 'extended' | 'brought-forward';

/** A deadline that people may have begun to rely on, and the one in its place; `null` has no end. */
export type Extension = { previousAt: Date; extendedTo: Date | null };

/** What is said with a change of a notice that the public has seen: to the public, and for the history. */
export type Told = { note: Localized; reason: string };

export type CorrectionRefusal =
  | { kind: 'no-note'; languages: Language[] }
  | { kind: 'no-deadline-reason'; move: DeadlineMove }
  | { kind: 'new-deadline-passed' };

export type Corrected = {
  vacancy: Vacancy;
  correction: Correction;
  move: DeadlineMove | undefined;
  /** Of what those who have begun to apply are to be told. */
  extension: Extension | undefined;
};

type Change = { before: Vacancy; after: Vacancy };

/** Whether an edit extends the deadline or brings it forward; a vacancy without a deadline is open longest. */
export function deadlineMove({ before, after }: Change): DeadlineMove | undefined {
  const [was, is] = [before, after].map(({ deadlineAt }) => deadlineAt?.getTime() ?? Infinity);
  if (was === undefined || is === undefined || was === is) return undefined;
  return is > was ? 'extended' : 'brought-forward';
}

/** Extending the deadline of a closed vacancy opens it again: a deadline to come promises that there is time to apply. */
export const reopens = (change: Change): boolean =>
  change.before.status === 'closed' && deadlineMove(change) === 'extended';

/**
 * Changes a notice that the public has seen. The public is told what was changed, in each language; a deadline that moves
 * needs a reason, either way, and is to come: who no longer wants applications closes the vacancy.
 */
export function correct(
  change: Change,
  told: Told & { fields: readonly string[] },
  now: Date,
): Result<Corrected, CorrectionRefusal> {
  const { before, after } = change;
  const moved = deadlineMove(change);
  if (moved && after.deadlineAt !== null && after.deadlineAt <= now) return refuse({ kind: 'new-deadline-passed' });
  const languages = LANGUAGES.filter((language) => told.note[language].trim() === '');
  if (languages.length > 0) return refuse({ kind: 'no-note', languages });
  if (moved && told.reason.trim() === '') return refuse({ kind: 'no-deadline-reason', move: moved });

  const note = { en: told.note.en.trim(), fr: told.note.fr.trim() };
  const number = before.corrections.length + 1;
  const correction: Correction = { number, at: now.toISOString(), fields: [...told.fields], note };
  const open = reopens(change) ? ({ status: 'published', closedAt: null } as const) : {};
  const { deadlineAt: previousAt } = before;
  const extension = moved === 'extended' && previousAt ? { previousAt, extendedTo: after.deadlineAt } : undefined;
  const vacancy = { ...after, ...open, corrections: [...before.corrections, correction] };
  return ok({ vacancy, correction, move: moved, extension });
}

/** Whether an edit has to be told to the public: it has seen the notice, and something in it changes. */
export const isCorrection = ({ status }: Vacancy, fields: readonly string[]): boolean =>
  isPublic(status) && fields.length > 0;
