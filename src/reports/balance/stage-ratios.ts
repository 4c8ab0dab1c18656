import { NOT_SAID, type EqualityRules } from '../../applications/equality/equality.ts';
import { selectionRatio, shareOnwards, type Reached } from './balance.ts';
import type { AnswerRow } from './stage-figures.ts';

/** Which ratio is looked at, as the organisation says; see `byStage` in `equality.yaml`. */
export type Comparison = Pick<Extract<EqualityRules['byStage'], { offered: true }>, 'comparison' | 'markBelow'>;

export type Ratio = {
  /** Of those at one level, the share that went on to the next that is shown. */
  rate: number;
  /** That rate divided by the highest of a group that gave an answer; undefined where nobody of any went on. */
  toHighest: number | undefined;
  /** … and by that of everybody who applied. */
  toEverybody: number | undefined;
  /** Below what the organisation has looked at: for a person to look, and no finding. */
  isMarked: boolean;
};

type Step = { rows: readonly AnswerRow[]; everybody: Reached; level: number };

/** The ratios of each row at the step from one level to the next, in the order of the rows. */
export function ratiosAt(
  { rows, everybody, level }: Step,
  { comparison, markBelow }: Comparison,
): (Ratio | undefined)[] {
  const rates = rows.map(({ reached }) => shareOnwards(reached, level));
  const highest = Math.max(...rows.flatMap((row, index) => (isAnswered(row) ? (rates[index] ?? []) : [])));
  return rows.map((row, index) => {
    const rate = rates[index];
    if (rate === undefined) return undefined;
    const toHighest = highest > 0 ? rate / highest : undefined;
    const toEverybody = selectionRatio(row.reached, everybody, level);
    const compared = comparison === 'highest-group' ? toHighest : toEverybody;
    return {
      rate,
      toHighest,
      toEverybody,
      isMarked: isAnswered(row) && compared !== undefined && compared < markBelow,
    };
  });
}

/** Whether the row is of people who gave an answer: who prefers not to is no group that could be put at a disadvantage. */
const isAnswered = ({ answers }: AnswerRow): boolean => answers.some((answer) => answer !== NOT_SAID);
