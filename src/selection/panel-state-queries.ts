import { conflictsIn } from '../competition/conflict-queries.ts';
import type { Conflict } from '../competition/conflict.ts';
import { declarationsIn } from '../competition/declaration-queries.ts';
import { membersOf } from '../competition/member-queries.ts';
import type { Member } from '../competition/member.ts';
import {
  standingFor,
  type Judging,
  type Listed,
  type PanelFacts,
  type PanelRules,
  type Standing,
} from '../competition/panel.ts';
import type { Db } from '../schema.ts';
import type { PanelStanding } from './scores/score-sheet.ts';

/** The panel of a competition with what each signed and whom each may not judge. */
export async function panelFactsOf(
  db: Db,
  reference: string,
): Promise<PanelFacts & { members: Member[]; bars: Conflict[] }> {
  const members = await membersOf(db, reference);
  const declarations = await declarationsIn(db, reference);
  const bars = (await conflictsIn(db, reference)).filter(({ cleared }) => !cleared);
  return { members, declarations, bars };
}

/** Whether a panel can judge a candidate, and what one person is to it. */
export function scorerFor(
  accountId: string,
  candidate: Listed,
  { facts, rules }: { facts: PanelFacts; rules: PanelRules },
): { scorer: { standing: PanelStanding }; standing: Standing } {
  const standing = standingFor(candidate, facts, rules);
  const isAmong = (members: readonly Judging[]) => members.some((member) => member.accountId === accountId);
  const kind = isAmong(standing.recused)
    ? 'recused'
    : isAmong(standing.able)
      ? 'able'
      : isAmong(standing.unsigned)
        ? 'undeclared'
        : 'none';
  return { scorer: { standing: kind }, standing };
}
