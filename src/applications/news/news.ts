import type { Localized } from '../../platform/language.ts';
import type { ToldStatus } from './extension-queries.ts';

/** What happened to a vacancy that those who have begun an application must know. */
export type VacancyNews =
  { kind: 'close' | 'cancel' | 'reopen'; byItself: boolean } | { kind: 'correction'; note: Localized };

/** Whom news concerns: a vacancy that closes or opens again only those who still write. */
export const concernedBy = ({ kind }: VacancyNews): readonly ToldStatus[] =>
  kind === 'correction' || kind === 'cancel' ? ['draft', 'submitted'] : ['draft'];
