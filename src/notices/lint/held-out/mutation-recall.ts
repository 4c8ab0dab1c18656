import type { LintTools } from '../subject.ts';
import { sourceOf, type Mutation } from './mutation.ts';
import { MUTATIONS } from './mutations.ts';
import { findingsIn, isAlarm, newFindings, pointsAt, type Share } from './recall.ts';

/** Of a kind of fault: how many were told where they are, and how many alarms pointed somewhere else. */
export type KindScore = { readonly kind: string; readonly told: Share; readonly elsewhere: number };

type Linted = { readonly text: string; readonly tools: LintTools };
type Tries = { readonly tries: number; readonly randomFrom: (seed: number) => () => number };

/** Puts one change of each kind into each sound notice, so many times over, and says how many are told. */
export function mutationRecall(
  notices: readonly Linted[],
  { tries, randomFrom, kinds = MUTATIONS }: Tries & { readonly kinds?: Readonly<Record<string, Mutation>> },
): KindScore[] {
  const sound = notices.map(({ text, tools }) => ({
    tools,
    source: sourceOf(text, tools.vocabulary),
    before: findingsIn(text, tools),
  }));
  return Object.entries(kinds).map(([kind, mutate]) => {
    const score = { kind, told: { found: 0, of: 0 }, elsewhere: 0 };
    for (const { tools, source, before } of sound)
      for (let seed = 0; seed < tries; seed += 1) {
        const mutated = mutate(source, randomFrom(seed * 31 + kind.length));
        if (!mutated || mutated.text === source.lines.join('\n')) continue;
        const told = newFindings(findingsIn(mutated.text, tools), before);
        score.told.of += 1;
        score.told.found += told.some((finding) => pointsAt(finding, mutated.lines)) ? 1 : 0;
        score.elsewhere += told.filter((finding) => isAlarm(finding) && !pointsAt(finding, mutated.lines)).length;
      }
    return score;
  });
}
