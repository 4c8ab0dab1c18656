import type { PageContext } from '../../site/page-context.ts';
import type { Merit } from '../merit/merit-queries.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import type { Proposal } from './report.ts';

/** How a candidate stands in the order of merit, in a word. */
export function placeIn({ merit, page }: { merit: Merit; page: Pick<PageContext, 'language'> }, id: string): string {
  const t = REPORT_TEXTS[page.language];
  const ranked = merit.order.ranked.find(({ candidate }) => candidate === id);
  return ranked ? t.rank(ranked.rank) : t.belowPassMark;
}

/** The name of a candidate, or the number of their application where there is none. */
export function candidateName({ merit }: { merit: Merit }, { candidate, number }: Proposal): string {
  const { givenNames = '', familyName = '' } = merit.candidates.get(candidate) ?? {};
  return `${givenNames} ${familyName}`.trim() || number;
}
