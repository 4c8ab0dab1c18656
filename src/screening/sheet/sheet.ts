import type { Requirement } from '../../applications/answers.ts';
import type { Localized } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';

export const FINDINGS = ['met', 'not-met', 'to-judge'] as const;
/** What is found of a rule or an essential requirement; `to-judge` is for a later stage, by a person. */
export type Finding = (typeof FINDINGS)[number];
export const WEIGHTS = ['full', 'partial', 'none'] as const;
/** How far a desirable requirement is met: it excludes nobody, and adds up to nothing. */
export type Weight = (typeof WEIGHTS)[number];

export const RULE_KINDS = ['nationality', 'fast-track', 'languages', 'reception', 'question'] as const;
/** What a regulation or a question decides by itself, and what it says of one application. */
export type HardRule = {
  /** Of questions, with the question's code. */
  code: string;
  kind: (typeof RULE_KINDS)[number];
  rule: string;
  source: Localized;
  outcome: Finding;
  /** The question, where one decides. */
  question?: Localized;
};

/** What a sheet has a place for. */
export type Asked = { rules: readonly HardRule[]; requirements: readonly Requirement[] };

/** `bulk`: found for several applications at once, by which run. */
export type Judged = { finding: Finding; reason: string; bulk?: string };
export type Weighed = { weight: Weight; reason: string };
/** By the code of the rule, or the key of the requirement. */
export type Findings = {
  rules: Readonly<Record<string, Judged>>;
  essential: Readonly<Record<string, Judged>>;
  desirable: Readonly<Record<string, Weighed>>;
};
export const NO_FINDINGS: Findings = { rules: {}, essential: {}, desirable: {} };
export const completeFindings = (kept: Partial<Findings>): Findings => ({ ...NO_FINDINGS, ...kept });

/** What one screener found of one application; theirs to change until they sign. */
export type Sheet = {
  applicationId: string;
  screenerId: string;
  findings: Findings;
  /** What it comes to; null while something is left to find. */
  outcome: Finding | null;
  version: number;
  savedAt: Date | null;
  signedAt: Date | null;
};

export const requirementsOfKind = ({ requirements }: Pick<Asked, 'requirements'>, kind: Requirement['kind']) =>
  requirements.filter((requirement) => requirement.kind === kind);

/** What stands for a rule: what a person found, else a “met” of the rule itself. What speaks against somebody needs a person. */
export const findingOfRule = ({ code, outcome }: HardRule, { rules }: Findings): Finding | undefined =>
  rules[code]?.finding ?? (outcome === 'met' ? 'met' : undefined);

/** A hard rule that is not met ends it: the requirements need not be gone through. */
export const isExcluded = ({ rules }: Asked, findings: Findings): boolean =>
  rules.some((rule) => findingOfRule(rule, findings) === 'not-met');

/** What the findings come to; undefined while one is missing. A person may yet judge what is for a person. */
export function outcomeOf(asked: Asked, findings: Findings): Finding | undefined {
  const ofRules = asked.rules.map((rule) => findingOfRule(rule, findings));
  const ofEssential = requirementsOfKind(asked, 'essential').map(({ key }) => findings.essential[key]?.finding);
  if (ofRules.includes(undefined)) return undefined;
  if (ofRules.includes('not-met')) return 'not-met';
  if (ofEssential.includes(undefined)) return undefined;
  const all = [...ofRules, ...ofEssential];
  return all.includes('not-met') ? 'not-met' : all.includes('to-judge') ? 'to-judge' : 'met';
}

/** Desirable requirements are weighed among those who meet every essential one, and among nobody else (E4). */
export const mayWeigh = (asked: Asked, findings: Findings): boolean => outcomeOf(asked, findings) === 'met';

export type Gap = { code: string; gap: 'no-finding' | 'no-reason' };

/** What a sheet lacks before it can be signed; a reason is demanded wherever something is not met, or a rule is departed from. */
export function gapsOf(asked: Asked, findings: Findings): Gap[] {
  const excluded = isExcluded(asked, findings);
  return [
    ...asked.rules.flatMap((rule) => gapOf(rule.code, findings.rules[rule.code], rule.outcome)),
    ...requirementsOfKind(asked, 'essential').flatMap(({ key }) => {
      const judged = findings.essential[key];
      return excluded && !judged ? [] : gapOf(key, judged);
    }),
    ...(mayWeigh(asked, findings) ? requirementsOfKind(asked, 'desirable') : []).flatMap(({ key }): Gap[] =>
      findings.desirable[key] ? [] : [{ code: key, gap: 'no-finding' }],
    ),
  ];
}

function gapOf(code: string, judged: Judged | undefined, expected?: Finding): Gap[] {
  if (!judged) return expected === 'met' ? [] : [{ code, gap: 'no-finding' }];
  return judged.finding === (expected ?? 'met') || judged.reason.trim() !== '' ? [] : [{ code, gap: 'no-reason' }];
}

/** The rules that somebody departs from, with what the rule said and what was found instead. */
export const departures = ({ rules }: Asked, findings: Findings): { rule: string; from: Finding; to: Finding }[] =>
  rules.flatMap(({ code, outcome }) => {
    const found = findings.rules[code]?.finding;
    return found && found !== outcome ? [{ rule: code, from: outcome, to: found }] : [];
  });

export type SheetRefusal =
  | { kind: 'settled' | 'signed' | 'not-signed' | 'changed-meanwhile' | 'no-reason' }
  /** Desirable requirements of somebody who does not meet every essential one. */
  | { kind: 'weighed-too-early' }
  | { kind: 'incomplete'; gaps: Gap[] }
  /** The other screener's findings have been shown: from there on the difference is settled, not edited away. */
  | { kind: 'seen' };

export type SheetState = { sheet: Sheet; settled: boolean; asked: Asked };
type Typed = { findings: Findings; version: number };

/** The sheet with what was typed; complete or not. Weights from before go with the finding that lets them go. */
export function saveSheet({ sheet, settled, asked }: SheetState, typed: Typed, at: Date): Result<Sheet, SheetRefusal> {
  if (settled) return refuse({ kind: 'settled' });
  if (sheet.signedAt) return refuse({ kind: 'signed' });
  if (typed.version !== sheet.version) return refuse({ kind: 'changed-meanwhile' });
  const may = mayWeigh(asked, typed.findings);
  const isNew = Object.entries(typed.findings.desirable).some(
    ([key, { weight }]) => sheet.findings.desirable[key]?.weight !== weight,
  );
  if (!may && isNew) return refuse({ kind: 'weighed-too-early' });
  const findings = may ? typed.findings : { ...typed.findings, desirable: {} };
  const outcome = outcomeOf(asked, findings) ?? null;
  return ok({ ...sheet, findings, outcome, savedAt: at, version: sheet.version + 1 });
}

/** Signed, with nothing missing: from here on it stands. */
export function signSheet({ sheet, settled, asked }: SheetState, at: Date): Result<Sheet, SheetRefusal> {
  if (settled) return refuse({ kind: 'settled' });
  if (sheet.signedAt) return refuse({ kind: 'signed' });
  const gaps = gapsOf(asked, sheet.findings);
  const outcome = outcomeOf(asked, sheet.findings);
  if (gaps.length > 0 || !outcome) return refuse({ kind: 'incomplete', gaps });
  return ok({ ...sheet, outcome, signedAt: at, version: sheet.version + 1 });
}

type Reopening = Omit<SheetState, 'asked'> & { reason: string; shown: boolean };

/** Opens a signed sheet again, for a reason, as long as nobody has been shown it beside another's. */
export function reopenSheet({ sheet, settled, reason, shown }: Reopening): Result<Sheet, SheetRefusal> {
  if (settled) return refuse({ kind: 'settled' });
  if (!sheet.signedAt) return refuse({ kind: 'not-signed' });
  if (shown) return refuse({ kind: 'seen' });
  if (reason.trim() === '') return refuse({ kind: 'no-reason' });
  return ok({ ...sheet, signedAt: null, version: sheet.version + 1 });
}
