import type { Proposal } from './report.ts';

/** From whom a reader is recused, by the number of the application: of these nothing that was judged is shown to them. */
export type NotShown = ReadonlySet<string>;

type About = { candidate: { number: string } };
type Judged<One extends About> = { order: One[]; belowPassMark: About[]; proposals: About[] };

/** What was signed without what was judged of some: what is left is as it was, ranks too. */
export function withoutRecused<Content extends Judged<About>>(content: Content, notShown: NotShown): Content {
  const isShown = ({ candidate }: About) => !notShown.has(candidate.number);
  const { order, belowPassMark, proposals } = content;
  return {
    ...content,
    order: order.filter(isShown),
    belowPassMark: belowPassMark.filter(isShown),
    proposals: proposals.filter(isShown),
  };
}

export const shownOf = (proposals: readonly Proposal[], notShown: NotShown): Proposal[] =>
  proposals.filter(({ number }) => !notShown.has(number));
