import type { Finding as LintFinding } from '../../notices/lint/finding.ts';
import type { RecordedEvent } from '../../people/event-queries.ts';
import type { PageContext } from '../../site/page-context.ts';
import type { ApprovalView } from '../approval/approval-parts.tsx';
import type { CodeBook } from '../fact-values.ts';
import type { ImportSummary } from '../importing/import-queries.ts';
import type { Incident } from '../incidents/incident.ts';
import type { VacancyAction } from '../vacancy-state.ts';
import type { Vacancy } from '../vacancy.ts';

export type ReviewProps = {
  page: PageContext;
  vacancy: Vacancy;
  imports: ImportSummary[];
  events: RecordedEvent[];
  book: CodeBook;
  /** What the linter finds in the notice as it stands. */
  linted: LintFinding[];
  editable: boolean;
  /** The moves that this reader may make now. */
  moves: VacancyAction[];
  /** Whether the reader may open the applications. */
  applications: boolean;
  /** Whether the reader may see who works on its competition. */
  people: boolean;
  /** Whether the reader may take away the record of the competition. */
  record: boolean;
  /** Whether the reader may set the dates of serving staff. */
  internalDates: boolean;
  /** Whether the reader may see how the equality questions were answered, and they are asked. */
  equality: boolean;
  /** The path of approval, for this reader. */
  approval: Pick<ApprovalView, 'steps' | 'roles' | 'names'>;
  /** Whether the reader may open it to everybody. */
  opening: boolean;
  /** Whether the reader may translate. */
  translating: boolean;
  /** What happened before its deadline, where people should know. */
  incident: Incident | undefined;
  /** Why what was asked for was not done. */
  problem?: string | undefined;
};
