import { createHash } from 'node:crypto';
import type { StageRefusal } from '../applications/stages/stage-state.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { addDays, dayAfter, isCivilDate } from '../regulations/civil-dates.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { WEIGHT, type Finding } from './signals.ts';

export const OUTCOMES = ['no-action', 'noted', 'not-considered'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type CaseStatus = 'awaiting-answer' | 'answered' | Outcome;
export type CaseAction = 'answer' | 'take-back' | Outcome;

/** Every move of a case once it is opened. What is not here is refused; a decision is final. */
const MOVES: Record<CaseStatus, Partial<Record<CaseAction, CaseStatus>>> = {
  'awaiting-answer': {
    answer: 'answered',
    'no-action': 'no-action',
    noted: 'noted',
    'not-considered': 'not-considered',
  },
  answered: {
    answer: 'answered',
    'take-back': 'awaiting-answer',
    'no-action': 'no-action',
    noted: 'noted',
    'not-considered': 'not-considered',
  },
  'no-action': {},
  noted: {},
  'not-considered': {},
};

export const isDecided = (status: CaseStatus): status is Outcome => OUTCOMES.some((outcome) => outcome === status);

/** What a case rests on, as it was on the day it was opened: its words, and the SHA-256 of them (canonical JSON). */
export type Frozen = { finding: Finding; sha256: string };

export const frozen = (finding: Finding): Frozen => ({ finding, sha256: fingerprintOf(finding) });
export const fingerprintOf = (finding: Finding): string =>
  createHash('sha256').update(canonicalJson(finding)).digest('hex');

export type IntegrityCase = {
  id: string;
  status: CaseStatus;
  /** Why it was opened, as its applicant reads it. */
  reason: string;
  evidence: readonly Frozen[];
  openedAt: Date;
  openedBy: string;
  /** The last instant at which an answer counts. */
  answerUntil: Date;
  answer: string | null;
  answeredAt: Date | null;
  decision: { reason: string; at: Date; by: string } | undefined;
  version: number;
};

export type CaseRefusal =
  | { kind: 'nothing-chosen' | 'evidence-changed' | 'case-under-way' | 'reason-missing' | 'outcome-missing' }
  | { kind: 'reason-too-long' | 'answer-too-long'; max: number }
  | { kind: 'day-missing' }
  | { kind: 'day-too-early'; earliest: string }
  | { kind: 'answer-missing' }
  | { kind: 'answer-closed'; until: Date }
  | { kind: 'decided' | 'changed-meanwhile' }
  | { kind: 'may-still-answer'; until: Date }
  | { kind: 'another-decides' | 'not-offered' }
  /** The step of the selection that goes with it cannot be taken. */
  | { kind: 'step'; refusal: StageRefusal };

export const MAX_REASON = 3000;
export const MAX_ANSWER = 8000;

type Rules = Organisation['integrity'];

/** A case as somebody asks to open it: why, on what, and, where no rule says it, until which civil day one may answer. */
export type Opening = { reason: string; chosen: readonly string[]; day: string };
export type OpeningFrom = { findings: readonly Finding[]; underWay: boolean; rules: Rules; today: string };
export type Opened = { reason: string; evidence: Frozen[]; answerDay: string };

/** Opens a case on findings as they are now. What was declared goes with it, and nothing that is there for information alone. */
export function openCase({ reason, chosen, day }: Opening, from: OpeningFrom): Result<Opened, CaseRefusal> {
  if (from.underWay) return refuse({ kind: 'case-under-way' });
  const evidence = from.findings.filter(({ kind }) => WEIGHT[kind] === 'evidence').map(frozen);
  const taken = evidence.filter(({ sha256 }) => chosen.includes(sha256));
  if (chosen.length === 0) return refuse({ kind: 'nothing-chosen' });
  if (taken.length < new Set(chosen).size) return refuse({ kind: 'evidence-changed' });
  const reasoned = reasonOf(reason);
  if (!reasoned.ok) return reasoned;
  const answerDay = answerDayOf(day, from);
  if (!answerDay.ok) return answerDay;
  const declared = from.findings.filter(({ kind }) => kind === 'declaration').map(frozen);
  return ok({ reason: reasoned.value, evidence: [...taken, ...declared], answerDay: answerDay.value });
}

function reasonOf(reason: string): Result<string, CaseRefusal> {
  if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
  return reason.length > MAX_REASON ? refuse({ kind: 'reason-too-long', max: MAX_REASON }) : ok(reason.trim());
}

/** The day until which the organisation's rule lets one answer, or the one that a person sets: not today, nor before. */
function answerDayOf(day: string, { rules, today }: OpeningFrom): Result<string, CaseRefusal> {
  const { withinDays } = rules.answer;
  if (withinDays !== null) return ok(addDays(today, withinDays));
  if (!isCivilDate(day)) return refuse({ kind: 'day-missing' });
  const earliest = dayAfter(today);
  return day < earliest ? refuse({ kind: 'day-too-early', earliest }) : ok(day);
}

/** An applicant's answer, or another in its place, until the last instant that was told. */
export function answerCase(
  { status, answerUntil }: Pick<IntegrityCase, 'status' | 'answerUntil'>,
  answer: string,
  at: Date,
): Result<{ status: CaseStatus; answer: string }, CaseRefusal> {
  const moved = move(status, 'answer');
  if (!moved.ok) return moved;
  if (at > answerUntil) return refuse({ kind: 'answer-closed', until: answerUntil });
  if (answer.trim() === '') return refuse({ kind: 'answer-missing' });
  if (answer.length > MAX_ANSWER) return refuse({ kind: 'answer-too-long', max: MAX_ANSWER });
  return ok({ status: moved.value, answer });
}

export function takeBackAnswer(
  { status, answerUntil }: Pick<IntegrityCase, 'status' | 'answerUntil'>,
  at: Date,
): Result<CaseStatus, CaseRefusal> {
  const moved = move(status, 'take-back');
  if (!moved.ok) return moved;
  return at > answerUntil ? refuse({ kind: 'answer-closed', until: answerUntil }) : moved;
}

export type Decision = { outcome: Outcome | ''; reason: string };
export type Decided = { status: Outcome; reason: string };
export type DecidingOn = { rules: Rules; by: string; at: Date };

/**
 * What a named person decides. In the applicant's favour at any time; against them only once the time to answer is over,
 * and where the organisation asks for it, by another than who opened the case.
 */
export function decideCase(
  { status, answerUntil, openedBy }: Pick<IntegrityCase, 'status' | 'answerUntil' | 'openedBy'>,
  { outcome, reason }: Decision,
  { rules, by, at }: DecidingOn,
): Result<Decided, CaseRefusal> {
  if (outcome === '') return refuse({ kind: isDecided(status) ? 'decided' : 'outcome-missing' });
  const moved = move(status, outcome);
  if (!moved.ok) return moved;
  if (rules.decision.byAnother === true && by === openedBy) return refuse({ kind: 'another-decides' });
  if (outcome !== 'no-action' && at <= answerUntil) return refuse({ kind: 'may-still-answer', until: answerUntil });
  if (outcome === 'not-considered' && rules.decision.reason === null) return refuse({ kind: 'not-offered' });
  const reasoned = reasonOf(reason);
  return reasoned.ok ? ok({ status: outcome, reason: reasoned.value }) : reasoned;
}

/** The outcomes that the page offers: all that the organisation's rules have. */
export const outcomesBy = ({ decision }: Rules): Outcome[] =>
  OUTCOMES.filter((outcome) => outcome !== 'not-considered' || decision.reason !== null);

function move(from: CaseStatus, action: CaseAction): Result<CaseStatus, CaseRefusal> {
  const to = MOVES[from][action];
  return to ? ok(to) : refuse({ kind: isDecided(from) ? 'decided' : 'changed-meanwhile' });
}

/** What an applicant is shown of a finding: their own words, and of another application that there is one. */
export type ToldFinding = { kind: 'shared'; part: string; passages: string[] } | Exclude<Finding, { kind: 'shared' }>;

export const toldOf = (finding: Finding): ToldFinding =>
  finding.kind === 'shared'
    ? { kind: 'shared', part: finding.part, passages: finding.passages.map(({ mine }) => mine) }
    : finding;
