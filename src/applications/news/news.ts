import type { Localized } from '../../platform/language.ts';
import type { VacancyStatus } from '../../vacancies/vacancy-state.ts';
import type { ToldStatus } from './extension-queries.ts';

/** What happened to a vacancy that those who have begun an application must know. */
export type VacancyNews =
  { kind: 'close' | 'cancel' | 'reopen'; byItself: boolean } | { kind: 'correction'; note: Localized };

export const MOVES = ['close', 'cancel', 'reopen'] as const;

/** What the event of a vacancy says to applicants. */
export function newsOf(event: { action: string; actorKind: string; note: Localized | null }): VacancyNews {
  const kind = MOVES.find((move) => move === event.action);
  if (kind) return { kind, byItself: event.actorKind === 'system' };
  return { kind: 'correction', note: event.note ?? { en: '', fr: '' } };
}

/** What was taken back before somebody could be told of it is no news. */
export function isStillSo({ kind }: VacancyNews, { status }: { status: VacancyStatus }): boolean {
  if (kind === 'reopen') return status === 'published';
  return kind !== 'close' || status === 'closed' || status === 'filled';
}

/** Whom news concerns: a vacancy that closes or opens again only those who still write. */
export const concernedBy = ({ kind }: VacancyNews): readonly ToldStatus[] =>
  kind === 'correction' || kind === 'cancel' ? ['draft', 'submitted'] : ['draft'];
