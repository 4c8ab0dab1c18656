import { valueOf, type Fields } from '../../applications/drafting/draft.ts';
import {
  FINDINGS,
  requirementsOfKind,
  WEIGHTS,
  type Asked,
  type Findings,
  type Judged,
  type Weighed,
} from './sheet.ts';

/** Characters of a reason. */
export const MAX_REASON = 2000;
export const findingField = (code: string): string => `finding-${code}`;
export const reasonField = (code: string): string => `reason-${code}`;

export const readReason = (fields: Fields, name: string): string =>
  valueOf(fields, name).replaceAll(/\r\n?/g, '\n').trim().slice(0, MAX_REASON);

/** The findings of a form; a finding that is left as it was keeps what it came from. */
export function readFindings(asked: Asked, fields: Fields, before?: Findings): Findings {
  const judged = (code: string, kept?: Judged): [string, Judged][] => {
    const finding = FINDINGS.find((one) => one === valueOf(fields, findingField(code)));
    if (!finding) return [];
    const reason = readReason(fields, reasonField(code));
    const bulk = kept?.finding === finding ? kept.bulk : undefined;
    return [[code, { finding, reason, ...(bulk && { bulk }) }]];
  };
  const weighed = (code: string): [string, Weighed][] => {
    const weight = WEIGHTS.find((one) => one === valueOf(fields, findingField(code)));
    return weight ? [[code, { weight, reason: readReason(fields, reasonField(code)) }]] : [];
  };
  return {
    rules: Object.fromEntries(asked.rules.flatMap(({ code }) => judged(code, before?.rules[code]))),
    essential: Object.fromEntries(requirementsOfKind(asked, 'essential').flatMap(({ key }) => judged(key))),
    desirable: Object.fromEntries(requirementsOfKind(asked, 'desirable').flatMap(({ key }) => weighed(key))),
  };
}
