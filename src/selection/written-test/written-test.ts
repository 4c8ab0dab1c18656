import { z } from 'zod';
import { merge, type Marks } from '../../applications/drafting/merging.ts';
import type { Translated } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';

const translated = z.strictObject({ en: z.exactOptional(z.string()), fr: z.exactOptional(z.string()) });
export const questionSchema = z.strictObject({ key: z.string(), question: translated });
export const textsSchema = z.record(z.string(), z.string());

/** What everybody is asked, in the same words. */
export type Question = { key: string; question: Translated };
/** What is written, by question. */
export type Texts = Readonly<Record<string, string>>;

export type TestSettings = {
  minutes: number;
  /** From when until when it may be begun, both included; who began has their whole time. */
  opensAt: Date;
  closesAt: Date;
  /** Whether the panel reads by number, without names. */
  byNumber: boolean;
  /** Of each answer, in UTF-16 units, as a browser counts; what is beyond is kept, but not read. */
  maxCharacters: number;
};

export type WrittenTest = TestSettings & {
  stageId: string;
  /** As they were when the stage opened; none before. */
  questions: Question[];
  version: number;
};

/** A test as it is for one candidate; with what a review gave them of their own, where it opened the test again for them. */
export type TestFor = WrittenTest & { again: { reviewId: string; version: number; isSet: boolean } | undefined };

/** What one candidate writes at one stage: there is one, and its time is fixed as it is begun, or lengthened. */
export type Paper = {
  begunAt: Date;
  endsAt: Date;
  texts: Texts;
  savedAt: Date | null;
  handedInAt: Date | null;
  version: number;
};

export type TestRefusal =
  | { kind: 'stage-closed' }
  | { kind: 'no-questions' }
  | { kind: 'reversed' }
  /** Somebody began: it is the same test for everybody. */
  | { kind: 'begun' };

export const MINUTES = { least: 5, most: 1440 };
export const CHARACTERS = { least: 100, most: 30_000, usual: 3000 };

/** The questions that a stage asks in writing. */
export const questionsOf = ({ items }: Pick<PlannedStage, 'items'>): Question[] =>
  items.flatMap(({ key, question }) => (Object.keys(question).length > 0 ? [{ key, question }] : []));

type Changing = {
  stage: Pick<PlannedStage, 'status' | 'assessedBy' | 'items'>;
  before: TestSettings | undefined;
  begun: boolean;
};

/** Whether a stage can be written in the product as somebody wants it. */
export function changeTest(
  wanted: TestSettings,
  { stage, before, begun }: Changing,
): Result<TestSettings, TestRefusal> {
  if (stage.status === 'closed') return refuse({ kind: 'stage-closed' });
  if (stage.assessedBy !== 'panel' || questionsOf(stage).length === 0) return refuse({ kind: 'no-questions' });
  if (wanted.opensAt >= wanted.closesAt) return refuse({ kind: 'reversed' });
  if (begun && before && !onlyBegunForLonger(before, wanted)) return refuse({ kind: 'begun' });
  return ok(wanted);
}

const onlyBegunForLonger = (before: TestSettings, wanted: TestSettings): boolean =>
  before.minutes === wanted.minutes &&
  before.opensAt.getTime() === wanted.opensAt.getTime() &&
  before.byNumber === wanted.byNumber &&
  before.maxCharacters === wanted.maxCharacters &&
  before.closesAt <= wanted.closesAt;

/** A test as one candidate meets it. */
export type Meeting = {
  test: WrittenTest & Partial<Pick<TestFor, 'again'>>;
  /** The stage is open, and it goes on for them. */
  goesOn: boolean;
  paper: Paper | undefined;
};

export type Moment = 'not-ready' | 'early' | 'open' | 'missed' | 'under-way' | 'handed-in';

/** Where a candidate stands with a test. */
export function momentOf({ test, goesOn, paper }: Meeting, at: Date): Moment {
  if (paper) return isHandedIn(paper, at) ? 'handed-in' : 'under-way';
  if (test.again?.isSet === false) return 'not-ready';
  if (at > test.closesAt) return 'missed';
  if (!goesOn || test.questions.length === 0) return 'not-ready';
  return at < test.opensAt ? 'early' : 'open';
}

/** Handed in by its author or, once its time is over, by itself. */
export const isHandedIn = ({ handedInAt, endsAt }: Paper, at: Date): boolean => handedInAt !== null || at > endsAt;

/** What was received in time is let arrive: a slow line may bring it a little later. */
export const SETTLES_MS = 120_000;

/** Whether nothing can be added any more, so that others may read it. */
export const isSettled = ({ handedInAt, endsAt }: Pick<Paper, 'handedInAt' | 'endsAt'>, at: Date): boolean =>
  handedInAt !== null || at.getTime() > endsAt.getTime() + SETTLES_MS;

/** Whether something can still be written, so that nobody scores it yet; who never began is scored once nobody can begin. */
export const isAwaited = (
  { closesAt, again }: Pick<TestSettings, 'closesAt'> & Partial<Pick<TestFor, 'again'>>,
  paper: Paper | undefined,
  at: Date,
): boolean => (paper ? !isSettled(paper, at) : again?.isSet === false || at <= closesAt);

/** The whole time somebody has, in minutes. */
export const timeFor = ({ minutes }: Pick<TestSettings, 'minutes'>, extraMinutes: number): number =>
  minutes + extraMinutes;

export type BeginRefusal = { kind: 'not-to-begin' };

/** Begins a test, once: it ends after the minutes of the test and those that are arranged. */
export function begin(meeting: Meeting, extraMinutes: number, at: Date): Result<Paper, BeginRefusal> {
  if (momentOf(meeting, at) !== 'open') return refuse({ kind: 'not-to-begin' });
  const endsAt = new Date(at.getTime() + timeFor(meeting.test, extraMinutes) * 60_000);
  return ok({ begunAt: at, endsAt, texts: {}, savedAt: null, handedInAt: null, version: 1 });
}

/** What a form brings: what its fields hold, and what they held when it was made. */
export type Typed = { texts: Texts; base: Marks | undefined };

/**
 * A paper once its author has so many minutes in all: while it is under way it ends later, and never earlier than it did.
 */
export function lengthen(paper: Paper, minutes: number, at: Date): Paper {
  const endsAt = new Date(paper.begunAt.getTime() + minutes * 60_000);
  if (isHandedIn(paper, at) || endsAt <= paper.endsAt) return paper;
  return { ...paper, endsAt, version: paper.version + 1 };
}

export type SaveRefusal =
  | { kind: 'ended' }
  | { kind: 'handed-in' }
  /** The same answer was written differently elsewhere since: both are shown to their author. */
  | { kind: 'changed-meanwhile'; conflicts: string[]; texts: Texts };

/** Keeps what was received at or before the end, joined with what was saved elsewhere since the form was made. */
export function save(paper: Paper, { texts, base }: Typed, receivedAt: Date): Result<Paper, SaveRefusal> {
  if (paper.handedInAt !== null) return refuse({ kind: 'handed-in' });
  if (receivedAt > paper.endsAt) return refuse({ kind: 'ended' });
  const { values, conflicts } = merge(base ?? {}, { ...texts }, { ...paper.texts });
  if (conflicts.length > 0) return refuse({ kind: 'changed-meanwhile', conflicts, texts: values });
  return ok({ ...paper, texts: values, savedAt: receivedAt, version: paper.version + 1 });
}

/** Hands in before the end, with what stands in the form. */
export function handIn(paper: Paper, typed: Typed, receivedAt: Date): Result<Paper, SaveRefusal> {
  const saved = save(paper, typed, receivedAt);
  return saved.ok ? ok({ ...saved.value, handedInAt: receivedAt }) : saved;
}

/** A paper whose time is over is handed in at its end, with what was kept. */
export const settle = (paper: Paper, at: Date): Paper =>
  paper.handedInAt === null && isSettled(paper, at)
    ? { ...paper, handedInAt: paper.endsAt, version: paper.version + 1 }
    : paper;

/** How much of an answer is too much. */
export const beyond = (text: string, maxCharacters: number): number => Math.max(0, text.length - maxCharacters);

/** What of an answer is read; no character is cut in two. */
export function readPart(text: string, maxCharacters: number): string {
  const part = text.slice(0, maxCharacters);
  return part.isWellFormed() || !text.isWellFormed() ? part : part.slice(0, -1);
}
