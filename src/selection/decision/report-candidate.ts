import type { PageContext } from '../../site/page-context.ts';
import type { Merit } from '../merit/merit-queries.ts';
import type { Report } from './report-queries.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import type { Proposal } from './report.ts';
import { signedPlaces } from './signed-order.ts';

type Standing = { merit: Merit; page: Pick<PageContext, 'language'>; report: Pick<Report, 'content'> | undefined };

const signedOf = ({ report }: Standing, { number }: Proposal) =>
  report?.content ? signedPlaces(report.content).get(number) : undefined;

/** How a candidate stands in the order of merit, in a word: as it was signed, once it is frozen. */
export function placeIn(standing: Standing, proposal: Proposal): string {
  const t = REPORT_TEXTS[standing.page.language];
  const signed = signedOf(standing, proposal);
  const ranked = standing.merit.order.ranked.find(({ candidate }) => candidate === proposal.candidate);
  const rank = signed ? signed.rank : ranked?.rank;
  return rank == null ? t.belowPassMark : t.rank(rank);
}

/** The name of a candidate, or the number of their application where there is none. */
export function candidateName(standing: Standing, proposal: Proposal): string {
  const { givenNames = '', familyName = '' } = standing.merit.candidates.get(proposal.candidate) ?? {};
  return signedOf(standing, proposal)?.name || `${givenNames} ${familyName}`.trim() || proposal.number;
}
