import type { Localized } from '../platform/language.ts';

/** What an answer rests on: the rule as the specification names it, where it is written, and the values it was given. */
export interface Reason<Values extends object = Record<string, unknown>> {
  rule: string;
  source: Localized;
  values: Values;
  /** The part of the outcome that it decides, where there are several: `firstEnds`. */
  decides?: string;
}
