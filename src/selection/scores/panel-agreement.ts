import type { Translated } from '../../platform/language.ts';
import type { StageItem } from '../plan/stage-plan.ts';
import { krippendorffAlpha, outliersIn } from './agreement.ts';
import type { ScoreSheet } from './score-sheet.ts';

export type PanelAgreement = {
  alpha: number | undefined;
  outliers: { key: string; candidate: string; name: string; item: Translated; points: number; middle: number }[];
};

type Agreeing = {
  items: readonly StageItem[];
  /** Signed sheets of candidates for whom all have signed, by candidate. */
  sheets: readonly ScoreSheet[];
  /** Numbers by the application's id, and names by account. */
  numbers: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
  outlierPoints: number;
};

/** How far a panel agrees on a stage as a whole, and which scores lie far from the others': for the chair to look at. */
export function panelAgreement({ items, sheets, numbers, names, outlierPoints }: Agreeing): PanelAgreement {
  const assessors = [...new Set(sheets.map(({ accountId }) => accountId))].toSorted();
  const units = [...Map.groupBy(sheets, ({ candidate }) => candidate)].flatMap(([candidate, own]) =>
    items.map((item) => ({
      candidate,
      item,
      unit: assessors.map((id) => own.find(({ accountId }) => accountId === id)?.given[item.key]?.points ?? null),
    })),
  );
  const values = units.map(({ unit }) => unit);
  const outliers = outliersIn(values, outlierPoints).map(({ unit, assessor, points, middle }) => {
    const about = units[unit];
    const account = assessors[assessor] ?? '';
    return {
      key: `${unit} ${assessor}`,
      candidate: numbers.get(about?.candidate ?? '') ?? '',
      name: names.get(account) ?? '',
      item: about?.item.text ?? {},
      points,
      middle,
    };
  });
  return { alpha: krippendorffAlpha(values), outliers };
}
