import { acronymFindings } from './acronym-rules.ts';
import { catalogueFindings } from './catalogue-rules.ts';
import { completenessFindings } from './completeness-rules.ts';
import type { Finding } from './finding.ts';
import { inclusiveFindings } from './inclusive-rules.ts';
import { labelFindings } from './label-rules.ts';
import { listFindings } from './list-rules.ts';
import { parityFindings } from './parity-rules.ts';
import { readingFindings } from './reading-rules.ts';
import { recordFindings } from './record-rules.ts';
import { spellingFindings } from './spelling-rules.ts';
import { subjectOf, type LintQuestion, type LintTools, type Subject } from './subject.ts';
import { termFindings } from './term-rules.ts';
import { typographyFindings } from './typography-rules.ts';
import { untranslatedFindings } from './untranslated-rules.ts';
import { variantFindings } from './variant-rules.ts';
import { wordingFindings } from './wording-rules.ts';

/** The rules in the order in which a reader would look: what is missing, what differs, how it is written. */
const CHECKS: readonly ((subject: Subject) => Finding[])[] = [
  untranslatedFindings,
  parityFindings,
  catalogueFindings,
  termFindings,
  completenessFindings,
  labelFindings,
  spellingFindings,
  typographyFindings,
  listFindings,
  wordingFindings,
  variantFindings,
  acronymFindings,
  inclusiveFindings,
];

/**
 * What is wrong in a notice, or could be better: its languages against each other, what it must say, how it is written.
 * With the text that it was read from, findings say on which lines; without, in which fields.
 */
export function lintNotice(question: LintQuestion, tools: LintTools): Finding[] {
  const subject = subjectOf(question, tools);
  return inOrder([...readingFindings(subject), ...CHECKS.flatMap((check) => check(subject))]);
}

/**
 * The same for a notice that people are at work on: what stands in its record now. What the reader doubted in the text that
 * it came from is not repeated, since it is settled one by one.
 */
export function lintRecord(question: Omit<LintQuestion, 'text'>, tools: LintTools): Finding[] {
  const subject = subjectOf(question, tools);
  return inOrder([...recordFindings(subject), ...CHECKS.flatMap((check) => check(subject))]);
}

const inOrder = (findings: readonly Finding[]): Finding[] =>
  withoutRepeats(findings).toSorted((a, b) => firstLine(a) - firstLine(b));

/** A stage of the schedule is a paragraph of its section as well. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, lines, message, field }) => {
    const key = JSON.stringify([rule, message.en, lines.en || lines.fr ? lines : field]);
    return !seen.has(key) && seen.add(key);
  });
}

/** A finding that stands on no line comes after all that do. */
const LAST = Number.MAX_SAFE_INTEGER;
const firstLine = ({ lines }: Finding) => Math.min(lines.en?.from ?? LAST, lines.fr?.from ?? LAST);
