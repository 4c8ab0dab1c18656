import { ok, refuse, type Result } from '../../platform/result.ts';
import {
  saveSheet,
  type Finding,
  type HardRule,
  type Sheet,
  type SheetRefusal,
  type SheetState,
} from '../sheet/sheet.ts';

/** What is taken over for many at once: what one rule says by itself. Whoever departs from a rule does so for one application. */
export type Run = { rule: string; finding: Exclude<Finding, 'met'>; reason: string; run: string };

export type BulkRefusal = SheetRefusal | { kind: 'says-otherwise' | 'found-already' };

/** Takes over what the rule says of this application; it can be undone until the sheet is signed. */
export function takeOver(state: SheetState, { rule, finding, reason, run }: Run, at: Date): Result<Sheet, BulkRefusal> {
  const { sheet, asked } = state;
  if (asked.rules.find(({ code }) => code === rule)?.outcome !== finding) return refuse({ kind: 'says-otherwise' });
  if (sheet.findings.rules[rule]) return refuse({ kind: 'found-already' });
  const rules = { ...sheet.findings.rules, [rule]: { finding, reason, bulk: run } };
  return saveSheet(state, { findings: { ...sheet.findings, rules }, version: sheet.version }, at);
}

/** Takes a run back from this sheet, and nothing else that was found since. */
export function undo(state: SheetState, run: string, at: Date): Result<Sheet, BulkRefusal> {
  const { sheet } = state;
  const left = Object.entries(sheet.findings.rules).filter(([, { bulk }]) => bulk !== run);
  if (left.length === Object.keys(sheet.findings.rules).length) return ok(sheet);
  const findings = { ...sheet.findings, rules: Object.fromEntries(left) };
  return saveSheet(state, { findings, version: sheet.version }, at);
}

/** The runs that are in these sheets, the rule of each and how many it touched. */
export function runsIn(sheets: readonly Pick<Sheet, 'findings'>[]): { run: string; rule: string; count: number }[] {
  const found = sheets.flatMap(({ findings }) =>
    Object.entries(findings.rules).flatMap(([rule, { bulk }]) => (bulk ? [{ run: bulk, rule }] : [])),
  );
  return [...Map.groupBy(found, ({ run }) => run)].map(([run, all]) => ({
    run,
    rule: all[0]?.rule ?? '',
    count: all.length,
  }));
}

/** What may be taken over: one rule, what it says, and of which applications nobody has found it yet. */
export type Offer = { rule: HardRule; finding: Run['finding']; numbers: string[] };

/** What the rules say against open applications, by rule. */
export function offersAmong(open: readonly { number: string; rules: readonly HardRule[]; sheet: Sheet }[]): Offer[] {
  const found = open.flatMap(({ number, rules, sheet }) =>
    rules.flatMap((rule) =>
      rule.outcome === 'met' || sheet.findings.rules[rule.code]
        ? []
        : [{ number, rule, finding: rule.outcome, key: `${rule.code} ${rule.outcome}` }],
    ),
  );
  return [...Map.groupBy(found, ({ key }) => key).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ rule: first.rule, finding: first.finding, numbers: same.map(({ number }) => number) }] : [];
  });
}
