import { NOT_SAID } from '../../applications/equality/equality.ts';
import { EQUALITY_TEXTS } from '../../applications/equality/equality-texts.ts';
import type { Language } from '../../platform/language.ts';
import { joinList } from '../../site/numbers.ts';
import { shareOnwards, type Reached } from './balance.ts';
import { BALANCE_TEXTS } from './balance-texts.ts';
import type { CountedFigures } from './by-stage.ts';
import { BY_STAGE_TEXTS } from './by-stage-texts.ts';
import type { QuestionFigures } from './stage-figures.ts';
import { ratiosAt, type Ratio } from './stage-ratios.ts';

/** A question as it is read: its levels by name, and each row with its numbers and its ratios from level to level. */
export type ReadQuestion = {
  code: string;
  question: string;
  levels: string[];
  rows: { key: string; name: string; reached: Reached; ratios: (Partial<Ratio> | undefined)[] }[];
};

/** The questions of which something is shown, in their order; rows of answers, those not counted, then everybody. */
export function readQuestions(figures: CountedFigures, language: Language): ReadQuestion[] {
  const names = [
    BALANCE_TEXTS[language].received,
    ...figures.stages.map((name) => name[language]),
    BALANCE_TEXTS[language].suitable,
  ];
  return figures.questions.map((shown) => {
    const asked = figures.asked.find(({ code }) => code === shown.question);
    const levels = shown.levels.map((level) => names[level] ?? '');
    return {
      code: shown.question,
      question: asked?.question[language] ?? shown.question,
      levels,
      rows: rowsOf(shown, figures, language),
    };
  });
}

function rowsOf(shown: QuestionFigures, figures: CountedFigures, language: Language): ReadQuestion['rows'] {
  const t = BY_STAGE_TEXTS[language];
  const everybody = atLevels(figures.everybody, shown, figures);
  const agreed = atLevels(figures.agreed, shown, figures);
  const notCounted = everybody.map((count, level) => count - (agreed[level] ?? 0));
  const steps = shown.levels.slice(1).map((_, level) => ratiosAt({ rows: shown.rows, everybody, level }, figures));
  const asked = figures.asked.find(({ code }) => code === shown.question);
  const textOf = (answer: string) =>
    answer === NOT_SAID
      ? EQUALITY_TEXTS[language].notSaid
      : (asked?.answers.find(({ code }) => code === answer)?.text[language] ?? answer);
  const withoutGroup = (reached: Reached) =>
    steps.map((_, level) => {
      const rate = shareOnwards(reached, level);
      return rate === undefined ? undefined : { rate };
    });
  return [
    ...shown.rows.map(({ answers, reached }, index) => ({
      key: answers.join(' '),
      name: joinList(answers.map(textOf), language),
      reached,
      ratios: steps.map((ratios) => ratios[index]),
    })),
    { key: 'not-counted', name: t.notCounted, reached: notCounted, ratios: withoutGroup(notCounted) },
    { key: 'everybody', name: t.everybody, reached: everybody, ratios: withoutGroup(everybody) },
  ];
}

const atLevels = (reached: Reached, { levels }: QuestionFigures, figures: CountedFigures): Reached =>
  levels.map((level) => reached[figures.levels.indexOf(level)] ?? 0);
