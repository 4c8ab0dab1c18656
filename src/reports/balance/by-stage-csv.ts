import type { Language } from '../../platform/language.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/csv.ts';
import type { CountedFigures } from './by-stage.ts';
import { readQuestions } from './by-stage-rows.ts';
import { BY_STAGE_TEXTS } from './by-stage-texts.ts';

/** The figures as a table for a spreadsheet, a line for each number: what the page shows, and nothing more. */
export function byStageCsv(figures: CountedFigures, language: Language): string {
  const t = BY_STAGE_TEXTS[language];
  const headings = [
    t.question,
    t.answer,
    t.stage,
    t.number,
    t.nextStage,
    t.share,
    t.toHighest,
    t.toEverybody,
    t.isMarked,
  ];
  const lines = readQuestions(figures, language).flatMap(({ question, levels, rows }) =>
    rows.flatMap(({ name, reached, ratios }) =>
      levels.map((level, index) => {
        const { rate, toHighest, toEverybody, isMarked } = ratios[index] ?? {};
        const compared = [rate, toHighest, toEverybody].map((one) =>
          one === undefined ? null : Number(one.toFixed(4)),
        );
        const next = levels[index + 1] ?? null;
        return [question, name, level, reached[index] ?? null, next, ...compared, isMarked ? t.yes : null];
      }),
    ),
  );
  return BYTE_ORDER_MARK + [headings, ...lines].map(csvLine).join('');
}
