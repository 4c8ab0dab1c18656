import { CANDIDATE_RULES } from './candidate-rules-bench.ts';
import { CONTRACT_RULES } from './contract-rules-bench.ts';
import { newDraw, type Draw } from './draw-bench.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { POST_RULES } from './post-rules-bench.ts';

/** Decisions a second that are asked of each rule (issue 3). */
export const DECISIONS_AIM = 100_000;

/** A question put to a rule, ready to be put again. */
export type Decision = () => object | boolean;

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

export const BENCHED_RULES: readonly BenchedRule[] = [...CONTRACT_RULES, ...CANDIDATE_RULES, ...POST_RULES];

export interface RuleFigure {
  name: string;
  /** Decisions in a second of processor time, once warm, by the rules of the organisation that takes the longest. */
  perSecond: number;
  /** The folder of that organisation. */
  slowest: string;
  aim: number | null;
}

/** Enough for questions to differ in every way, and few enough to be asked in turn many times. */
const QUESTIONS = 300;

/** The questions of a rule: different ones, the same in each run. */
export function decisionsOf({ decision }: BenchedRule, organisation: Organisation): Decision[] {
  const draw = newDraw();
  return Array.from({ length: QUESTIONS }, () => decision(organisation, draw));
}

/**
 * Asks each rule of each organisation its questions over and over, for so many seconds; before that for as many again to
 * get warm, all organisations first, so that the code is measured as it is for any of them.
 */
export const benchRules = (organisations: readonly Organisation[], { seconds = 0.5 } = {}): RuleFigure[] =>
  BENCHED_RULES.map((benched) => {
    const asked = organisations.map((organisation) => decisionsOf(benched, organisation));
    asked.forEach((decisions) => decide(decisions, seconds));
    const figures = organisations.map(({ id }, index) => ({
      slowest: id,
      perSecond: decide(asked[index] ?? [], seconds),
    }));
    const [slowest = { slowest: '', perSecond: Number.NaN }] = figures.toSorted((a, b) => a.perSecond - b.perSecond);
    return { name: benched.name, aim: benched.decides === false ? null : DECISIONS_AIM, ...slowest };
  });

/** The latest answers are kept, so that no part of one can be left unmade because nobody looks at it. */
const KEPT = 8;

/** Asks all the questions, and again until so many seconds of processor time have passed; decisions a second. */
function decide(asked: readonly Decision[], seconds: number): number {
  const answers: unknown[] = [];
  const started = process.cpuUsage();
  for (let decided = asked.length; ; decided += asked.length) {
    for (const [index, decision] of asked.entries()) answers[index % KEPT] = decision();
    const { user, system } = process.cpuUsage(started);
    const spent = (user + system) / 1_000_000;
    if (spent > 0 && spent >= seconds) return Math.round(decided / spent);
  }
}
