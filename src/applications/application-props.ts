import type { Language } from '../platform/language.ts';
import type { PageContext, PageLink } from '../site/page-context.ts';
import type { Dossier } from './application.ts';
import type { ApplicationSummary } from './application-queries.ts';
import type { StageEntry } from './stages/stage-state.ts';
import type { Withdrawal } from './withdrawal/withdrawal.ts';

export const addressOf = (language: Language, number: string): string => `/${language}/my/applications/${number}`;

export type ApplicationProps = {
  page: PageContext;
  dossier: Dossier;
  /** Once it is submitted: its steps, its messages, its withdrawal. */
  followed: {
    entries: StageEntry[];
    unread: number;
    /** The day set for the screening of its competition, where somebody set one. */
    screeningDay: string | undefined;
    withdrawal: Withdrawal | undefined;
    discardedAt: Date | undefined;
    missed: { paragraphs: string[] }[];
    /** Pages of later stages, where there is something on them. */
    beside: PageLink[];
  };
  now: Date;
  /** What another of theirs can be begun with. */
  earlier: ApplicationSummary[];
};
