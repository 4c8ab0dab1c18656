import { CANDIDATE_RULES } from './candidate-rules-bench.ts';
import { CONTRACT_RULES } from './contract-rules-bench.ts';
import { newDraw } from './draw-bench.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { POST_RULES } from './post-rules-bench.ts';
import type { BenchedRule, Decision } from './benched-rule.ts';

/** Decisions a second that are asked of each rule (issue 3). */
export const DECISIONS_AIM = 100_000;

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
