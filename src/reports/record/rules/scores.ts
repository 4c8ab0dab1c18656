import { givenSchema, sheetHash } from '../../../selection/scores/score-sheet.ts';
import { jsonOf, type Cells } from './rule.ts';
import { WITHHELD } from './words.ts';

/** The hash that a signed sheet must have; none where what stands there is no sheet. */
function sheetHashOf({ stage = '', application = '', accountId = '', scores, nonce = '' }: Cells): string {
  const given = givenSchema.safeParse(jsonOf(scores));
  return given.success ? sheetHash({ stage, application, accountId, scores: given.data, nonce }) : 'none';
}

/**
 * The hash that the event of a signed sheet tells: none where the sheet is older, and nothing to compare where it is not told
 * yet.
 */
export const sheetDetails = (cells: Cells): { sha256?: string } =>
  cells['nonce'] === WITHHELD ? {} : { sha256: cells['nonce'] ? sheetHashOf(cells) : '' };

/** The points alone of what a panel agreed on. */
export const pointsOf = (scores: unknown): object =>
  Object.fromEntries(
    Object.entries((scores ?? {}) as Record<string, { points?: unknown }>).map(([key, one]) => [key, one.points]),
  );
