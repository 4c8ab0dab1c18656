import type { AuthorityStanding } from '../../competition/authority.ts';
import type { Conflict } from '../../competition/conflict.ts';
import type { Offered } from '../../people/step-up/step-up.ts';
import type { Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { LanguageStanding } from '../language-tests/language-standing.ts';
import type { MissingLevel } from '../language-tests/missing-level-queries.ts';
import type { Merit } from '../merit/merit-queries.ts';
import type { Review } from '../review/review-queries.ts';
import type { Drafting } from './drafting.ts';
import type { SignedStanding } from './report-quorum.ts';
import type { Report } from './report-queries.ts';
import type { NotShown } from './report-recusal.ts';
import type { Signature } from './report.ts';

/** What was typed, by the names of the fields. */
export type ReportForm = Record<string, string>;

/** Whether a report can be begun; on one candidate, why it cannot. */
export type Beginning = 'may' | 'not-decided' | 'over';

export type ReportProps = {
  page: PageContext;
  reference: string;
  vacancyTitle: Translated;
  zone: string;
  organisation: Organisation;
  report: Report | undefined;
  earlier: Report[];
  signatures: Signature[];
  merit: Merit;
  /** The case whose candidate alone the report is on; undefined for the report on all. */
  redo: Pick<Review, 'id' | 'number'> | undefined;
  /** Of the report on all: the cases in which something was re-done since. */
  redone: Pick<Review, 'id' | 'number'>[];
  beginning: Beginning;
  /** What the reader may do now. */
  may: { begin: boolean; draft: boolean; sign: boolean; submit: boolean; decide: boolean; release: boolean };
  /** From whom the reader is recused, and why. */
  notShown: NotShown;
  recusals: readonly Conflict[];
  /** Who may decide on it, and who is kept from it. */
  authority: AuthorityStanding;
  /** For each candidate, while it is signed or decided on. */
  quorum: readonly SignedStanding[];
  /** Language levels to be recorded again after a review. */
  missing: readonly MissingLevel[];
  /** Who drafts it, and of whom nobody can. */
  drafting: Drafting;
  /** Whether the reader is named to decide, and recused. */
  mayNotDecide: boolean;
  /** How candidates stand to the languages of the notice, by the application's id. */
  languages: ReadonlyMap<string, LanguageStanding>;
  /** By what the reader shows once more who they are, before they sign or decide. */
  offered: Offered;
  form: ReportForm | undefined;
  errors: FieldError[];
  problem?: string | undefined;
};

/** Where there is a report to show. */
export type WithReport = ReportProps & { report: Report };
