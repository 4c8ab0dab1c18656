import type { Language } from '../../platform/language.ts';
import { formatDate } from '../../site/dates.ts';
import { formatNumber } from '../../site/numbers.ts';
import { FIGURES_TEXTS } from './figures-texts.ts';
import { isPart } from './files/flat-table.ts';
import type { Cell } from './report.ts';

/** A cell as people read it. */
export function cellText(cell: Cell, language: Language): string {
  const t = FIGURES_TEXTS[language];
  if (cell === null) return t.nothing;
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return formatNumber(cell, language);
  if (isPart(cell)) return t.of(formatNumber(cell.part, language), formatNumber(cell.whole, language));
  return formatDate(cell.day, language);
}
