import type { Organisation } from '../organisation/organisation.ts';
import type { Draw } from './draw-bench.ts';

/** A rule, and how to ask it something out of what an organisation decides. */
export interface BenchedRule {
  /** As the table of figures names it. */
  name: string;
  // Every rule has arguments of its own, and only its identity is looked at.
  rule: (...asked: never[]) => unknown;
  decision: (organisation: Organisation, draw: Draw) => Decision;
  /** False for what is no decision, and is measured without an aim. */
  decides?: false;
}

/** A question put to a rule, ready to be put again. */
export type Decision = () => object | boolean;
