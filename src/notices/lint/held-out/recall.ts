import { LANGUAGES, type Language } from '../../../platform/language.ts';
import { readNotice } from '../../import/read-notice.ts';
import type { Lines } from '../../notice.ts';
import { SEVERITIES, type Finding, type Severity } from '../finding.ts';
import { lintNotice } from '../lint-notice.ts';
import type { LintTools } from '../subject.ts';
import { withFaults, type Fault, type Mark } from './faults.ts';

/** How many of those there are were found. */
export type Share = { found: number; of: number };
export type FaultScore = {
  readonly bySeverity: Record<Severity, Share>;
  readonly missed: readonly Fault[];
  /** Errors and warnings that point at no fault. */
  readonly falseAlarms: readonly Finding[];
};

export const findingsIn = (text: string, tools: LintTools): Finding[] => {
  const read = readNotice(text, tools.vocabulary);
  return read.ok ? lintNotice({ ...read.value, text }, tools) : [];
};

export const isAlarm = ({ severity }: Finding) => severity !== 'info';

/** Of a sound notice, any alarm is false but for the label of the template, which every notice has and nobody takes for sound. */
export const isFalseAlarm = (finding: Finding) => isAlarm(finding) && finding.rule !== 'completeness/labels';

/** What is told of a text and was not told of the one it was made from. */
export function newFindings(after: readonly Finding[], before: readonly Finding[]): Finding[] {
  const known = new Map<string, number>();
  const keyOf = ({ rule, message }: Finding) => `${rule} ${message.en}`;
  for (const finding of before) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const left = known.get(keyOf(finding)) ?? 0;
    known.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

/** How many of the faults put into a sound notice are told, by a rule of the family that could, and only because of them. */
export function scoreFaults(sound: string, faults: readonly Fault[], tools: LintTools): FaultScore {
  const { text, marks } = withFaults(sound, faults);
  const told = newFindings(findingsIn(text, tools), findingsIn(sound, tools));
  const claimable = marks.filter(({ fault }) => fault.told !== null);
  const isTold = ({ fault, lines }: Mark) =>
    told.some((finding) => finding.rule.startsWith(`${fault.told}/`) && pointsAt(finding, lines));
  return {
    bySeverity: sharesOf(claimable, isTold),
    missed: claimable.filter((mark) => !isTold(mark)).map(({ fault }) => fault),
    falseAlarms: told.filter((finding) => isAlarm(finding) && !marks.some(({ lines }) => pointsAt(finding, lines))),
  };
}

const sharesOf = (marks: readonly Mark[], isTold: (mark: Mark) => boolean): Record<Severity, Share> => {
  const shares = SEVERITIES.map((severity): [Severity, Share] => {
    const those = marks.filter(({ fault }) => fault.severity === severity);
    return [severity, { found: those.filter(isTold).length, of: those.length }];
  });
  return Object.fromEntries(shares) as Record<Severity, Share>;
};

/** A finding points at a fault if it stands on its lines in either language, and not on far more lines than it does. */
export const pointsAt = (finding: Finding, lines: { readonly [In in Language]?: Lines }): boolean =>
  LANGUAGES.some((language) => {
    const found = finding.lines[language];
    const wanted = lines[language];
    if (!found || !wanted || found.from > wanted.to || wanted.from > found.to) return false;
    return found.to - found.from <= 3 * (wanted.to - wanted.from) + 12;
  });
