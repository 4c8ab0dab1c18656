import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { PageContext } from '../../site/page-context.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import type { DueShown } from '../due/due-parts.tsx';
import type { Screening } from '../screening-queries.ts';
import type { ScreeningFilters } from './screening-filters.ts';
import type { ScreeningList, Workload } from './screening-list-queries.ts';

export type ScreeningListProps = {
  page: PageContext;
  vacancy: Vacancy;
  organisation: Organisation;
  /** Nothing as long as nobody has begun it. */
  screening: Screening | undefined;
  list: ScreeningList | undefined;
  filters: ScreeningFilters;
  /** Those who screen here, by account; to filter by, for who arranges. */
  screeners: ReadonlyMap<string, string>;
  workloads: Workload[];
  /** The first of the reader's own sheets that waits for them, and how many do. */
  ownNext: string | undefined;
  ownLeft: number;
  anonymous: boolean;
  /** Until when it is to be done, as long as something is left. */
  due: DueShown | undefined;
  /** How many pages without text wait to be written down, for who may. */
  waiting: number;
  may: { screen: boolean; arrange: boolean; settle: boolean; duplicates: boolean };
};
