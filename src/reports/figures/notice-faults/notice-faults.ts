import { createHash } from 'node:crypto';
import { RULES, type Finding, type RuleName } from '../../../notices/lint/finding.ts';
import { LANGUAGES } from '../../../platform/language.ts';
import { findingKey } from '../../../vacancies/approval/waivers.ts';

/** The language that a fault stands in; `both` where it is about the two together, or about a fact. */
export const FAULT_LANGUAGES = ['en', 'fr', 'both'] as const;
export type FaultLanguage = (typeof FAULT_LANGUAGES)[number];

/** A finding as it is known again in the next version of a notice. */
export type Fault = Pick<Finding, 'rule' | 'severity'> & { fault: Buffer; language: FaultLanguage };

/** The faults among the findings of one version; what is said twice in the same words is one. */
export function faultsOf(findings: readonly Finding[]): Fault[] {
  const faults = new Map(
    findings.map((finding) => {
      const language = languageOf(finding);
      const fault = createHash('sha256')
        .update(`${findingKey(finding)}\n${language}`)
        .digest();
      return [fault.toString('hex'), { fault, rule: finding.rule, severity: finding.severity, language }];
    }),
  );
  return [...faults.values()];
}

/** By its field or, where it is of no field, by the only language that it names a place in. */
export function languageOf({ field = '', lines }: Pick<Finding, 'field' | 'lines'>): FaultLanguage {
  const [, inField] = /\.(en|fr)(?:\[|$)/.exec(field) ?? [];
  const named = field === '' ? LANGUAGES.filter((language) => language in lines) : [];
  const language = inField ?? (named.length === 1 ? named[0] : undefined);
  return FAULT_LANGUAGES.find((known) => known === language) ?? 'both';
}

/** How many faults of a rule in a language were found until notices were published, and how many of them were mended by then. */
export type FaultCount = { rule: RuleName; language: FaultLanguage; found: number; mended: number };

/** The families of rules, in their order. */
export const FAMILIES = ['parity', 'completeness', 'language'] as const;
export type Family = (typeof FAMILIES)[number];
export const familyOf = (rule: RuleName): Family =>
  FAMILIES.find((family) => rule.startsWith(`${family}/`)) ?? 'language';

export type Total = { found: number; mended: number };

export const totalOf = (counts: readonly FaultCount[]): Total => ({
  found: counts.reduce((sum, { found }) => sum + found, 0),
  mended: counts.reduce((sum, { mended }) => sum + mended, 0),
});

/** Those of each rule and language that were found, in the order of the rules. */
export const inOrder = (counts: readonly FaultCount[]): FaultCount[] =>
  counts.toSorted(
    (a, b) =>
      RULES.indexOf(a.rule) - RULES.indexOf(b.rule) ||
      FAULT_LANGUAGES.indexOf(a.language) - FAULT_LANGUAGES.indexOf(b.language),
  );
