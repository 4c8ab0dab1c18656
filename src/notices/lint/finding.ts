import type { Language, Localized } from '../../platform/language.ts';
import type { FieldPath, Lines } from '../notice.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
/** `error`: not to be published so; `warning`: a person should look; `info`: could be better. */
export type Severity = (typeof SEVERITIES)[number];

/** Every rule, by its family: the languages against each other, what a notice must say, how it is written. */
export const RULES = [
  'parity/language-missing',
  'parity/section-missing',
  'parity/placeholder',
  'parity/untranslated',
  'parity/facts',
  'parity/one-language-only',
  'parity/list-length',
  'parity/paragraph-missing',
  'parity/numbers',
  'parity/competencies',
  'parity/headings',
  'parity/unit',
  'parity/term',
  'completeness/facts',
  'completeness/repeated',
  'completeness/salary',
  'completeness/clearance',
  'completeness/time-zone',
  'completeness/days-open',
  'completeness/level-names',
  'completeness/contract',
  'completeness/closing-duty',
  'completeness/schedule-year',
  'completeness/numbering',
  'completeness/labels',
  'language/english-accent',
  'language/capital-accent',
  'language/french-spacing',
  'language/english-spacing',
  'language/apostrophes',
  'language/title-case',
  'language/relative-clause',
  'language/list-punctuation',
  'language/final-mark',
  'language/acronym',
  'language/unused-acronym',
  'language/ise-ize',
  'language/variants',
  'language/number-style',
  'language/inclusive',
  'language/redundant',
  'language/spelling',
] as const;
export type RuleName = (typeof RULES)[number];

/** What the linter says of one place of a notice; the wording follows from `rule` and `details` (`finding-texts.ts`). */
export type Finding = {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** Where it is, in the text that was read; a language that it doesn't stand in has none. */
  readonly lines: { readonly [In in Language]?: Lines | undefined };
  /** The field of the record, where it is in one. */
  readonly field?: FieldPath;
  readonly message: Localized;
  /** What to write in place of what stands there, where that is certain. */
  readonly fix?: Fix;
};

export type Fix = { readonly from: string; readonly to: string };
