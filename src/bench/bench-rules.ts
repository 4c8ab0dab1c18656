import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrganisation } from '../regulations/organisation/organisation.ts';
import { benchRules, type RuleFigure } from '../regulations/rule-bench/rule-bench.ts';

/** Decisions a second of each rule, over every organisation there is. */
export function measureRules(root: string): RuleFigure[] {
  const folder = join(root, 'organisations');
  return benchRules(
    readdirSync(folder)
      .toSorted()
      .map((name) => loadOrganisation(join(folder, name))),
  );
}
