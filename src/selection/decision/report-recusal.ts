import type { Proposal } from './report.ts';
import type { Content } from './signed-content.ts';

/** From whom a reader is recused, by the number of the application: of these nothing that was judged is shown to them. */
export type NotShown = ReadonlySet<string>;

/** What was signed without what was judged of some, levels of languages too: what is left is as it was, ranks too. */
export function withoutRecused(content: Content, notShown: NotShown): Content {
  const isShown = ({ candidate }: { candidate: { number: string } }) => !notShown.has(candidate.number);
  const { order, belowPassMark, proposals, languages } = content;
  return {
    ...content,
    order: order.filter(isShown),
    belowPassMark: belowPassMark.filter(isShown),
    proposals: proposals.filter(isShown),
    ...(languages && { languages: { ...languages, found: languages.found.filter(isShown) } }),
  };
}

export const shownOf = (proposals: readonly Proposal[], notShown: NotShown): Proposal[] =>
  proposals.filter(({ number }) => !notShown.has(number));
