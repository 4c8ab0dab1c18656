import type { EqualityRules } from '../../applications/equality/equality.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Localized } from '../../platform/language.ts';
import type { StageFigures } from './stage-figures.ts';
import type { Comparison } from './stage-ratios.ts';

/** A question with its answers, in the words in which it was asked. */
type Asked = { code: string; question: Localized; answers: { code: string; text: Localized }[] };

/** Figures as they were counted, with every word and value that they are read by: nothing of them changes any more. */
export type CountedFigures = StageFigures &
  Comparison & {
    smallest: number;
    source: Localized;
    /** The stages that people are invited to, by name and in order. */
    stages: Localized[];
    asked: Asked[];
  };

export type Counted = { figures: CountedFigures | undefined; countedAt: Date };

export type NotYet =
  { kind: 'not-offered' } | { kind: 'answers-open'; until: string | null } | { kind: 'undecided'; count: number };

type Standing = {
  rules: EqualityRules;
  /** Whether answers can still come, and until which day. */
  answers: { open: boolean; until: string | null };
  undecided: number;
};

/** Whether the slips of a competition may be counted: once no answer can come and nobody waits for a decision. */
export function mayBeCounted({
  rules,
  answers,
  undecided,
}: Standing): Result<Comparison & { source: Localized }, NotYet> {
  const { byStage, questions } = rules;
  if (!byStage.offered || questions.length === 0) return refuse({ kind: 'not-offered' });
  if (answers.open) return refuse({ kind: 'answers-open', until: answers.until });
  return undecided > 0 ? refuse({ kind: 'undecided', count: undecided }) : ok(byStage);
}
