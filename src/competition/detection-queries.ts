import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { Db } from '../schema.ts';
import { judgesOf, lookedAt } from './candidate-queries.ts';
import { recordConflicts } from './conflict-queries.ts';
import { detectConflicts, type Detected } from './conflict.ts';
import { membersOf } from './member-queries.ts';
import type { Member } from './member.ts';

/** Who is looked at: whoever screens, assesses or decides. Who watches judges nobody. */
const JUDGING: readonly Member['role'][] = ['screener', 'panel-chair', 'panel-member', 'appointing-authority'];

/** Earlier judgements of those on a panel, told by the feature that keeps them. */
export type EarlierJudgements = (
  db: Db,
  reference: string,
  panel: readonly Member[],
) => Promise<Omit<Detected, 'kind'>[]>;

/** What the screening of a competition tells: it comes later in the tree, so it is handed in. */
export type FromScreening = {
  earlier: EarlierJudgements;
  /** Whether somebody screens there without being told whose the applications are. */
  isBlind: (db: Db, reference: string, accountId: string) => Promise<boolean>;
};

type Looking = { reference: string; panel: Organisation['panel']; earlier: EarlierJudgements; at: Date };

/** Looks for conflicts between those who judge and those received, and writes what was not known; answers how many. */
export async function recordDetections(db: Db, { reference, panel, earlier, at }: Looking): Promise<number> {
  const judging = (await membersOf(db, reference)).filter(({ role }) => JUDGING.includes(role));
  if (judging.length === 0) return 0;
  const compared = detectConflicts(await judgesOf(db, judging), await lookedAt(db, reference), panel);
  const kinds = panel.conflicts.filter(({ detected }) => detected === 'earlier-scorer');
  const judged = kinds.length === 0 ? [] : await earlier(db, reference, judging);
  const found = [...compared, ...kinds.flatMap(({ code }) => judged.map((one) => ({ ...one, kind: code })))];
  return recordConflicts(db, {
    reference,
    found: found.map((one) => ({ ...one, foundBy: 'detected' as const })),
    by: { kind: 'system' },
    at,
  });
}
