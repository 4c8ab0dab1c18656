import { z } from 'zod';
import type { Translated } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';

const translated = z.strictObject({ en: z.exactOptional(z.string()), fr: z.exactOptional(z.string()) });

/** What is scored at a stage: a requirement or a competency of the notice, by the same question for everybody. */
export const itemSchema = z.strictObject({
  /** Stays the same while the text of what is scored does. */
  key: z.string(),
  kind: z.enum(['requirement', 'competency']),
  /** As the notice says it: the requirement, or the competency with its indicator. */
  text: translated,
  /** What every candidate is asked, in the same words. */
  question: translated,
  weight: z.int().min(1).max(100),
});
export type StageItem = z.infer<typeof itemSchema>;

export const scaleSchema = z.array(
  z.strictObject({ points: z.int(), name: z.record(z.string(), z.string()), shows: z.record(z.string(), z.string()) }),
);
/** The anchored scale of the organisation as it was when the stage opened. */
export type Scale = z.infer<typeof scaleSchema>;

/** `outside`: scored elsewhere, such as an assessment centre, and entered; `nobody`: nothing is scored. */
export const ASSESSORS = ['panel', 'outside', 'nobody'] as const;
export type AssessedBy = (typeof ASSESSORS)[number];
export type PlanStatus = 'planned' | 'open' | 'closed';

/** What a plan says of a stage, and may be changed until it opens. */
export type StageSettings = {
  /** Civil days in the zone of the deadline. */
  fromOn: string | null;
  toOn: string | null;
  /** Provisional until fixed (O3). */
  datesFixed: boolean;
  place: Translated;
  link: string;
  assessedBy: AssessedBy;
  /** Whole parts of the total. */
  weight: number;
  /** Hundredths of the highest score; null: nobody ends here by their score. */
  passMark: number | null;
  items: StageItem[];
};

export type PlannedStage = StageSettings & {
  id: string;
  /** A stage of the organisation's list. */
  code: string;
  /** Their order, from 1. */
  number: number;
  status: PlanStatus;
  scale: Scale | null;
  openedAt: Date | null;
  closedAt: Date | null;
  version: number;
};

export type PlanRefusal =
  | { kind: 'unknown-stage' }
  | { kind: 'already-planned' }
  /** What counts was fixed when the stage opened: it changes with a reason alone, which those invited are told. */
  | { kind: 'reason-missing' }
  | { kind: 'closed' }
  /** Somebody signed scores by it: what is scored can no longer change. */
  | { kind: 'scored' }
  | { kind: 'dates-reversed' }
  | { kind: 'dates-missing' }
  | { kind: 'nothing-scored' }
  | { kind: 'question-missing'; item: StageItem }
  | { kind: 'not-in-turn'; before: string }
  | { kind: 'not-open' }
  | { kind: 'unfinished'; count: number };

type Stages = Organisation['selection']['stages'];

/** The organisation's stages that can still be planned for a vacancy. */
export const stagesToPlan = (stages: Stages, planned: readonly PlannedStage[]): Stages =>
  stages.filter(({ code, invitation }) => invitation && !planned.some((one) => one.code === code));

/** A stage as it begins: nothing is scored yet, and no day is fixed. */
export function addStage(
  code: string,
  {
    planned,
    organisation,
  }: { planned: readonly PlannedStage[]; organisation: Pick<Organisation, 'selection' | 'scoring'> },
): Result<StageSettings & { code: string; number: number }, PlanRefusal> {
  if (planned.some((one) => one.code === code)) return refuse({ kind: 'already-planned' });
  if (!stagesToPlan(organisation.selection.stages, planned).some((stage) => stage.code === code))
    return refuse({ kind: 'unknown-stage' });
  return ok({
    code,
    number: planned.length + 1,
    fromOn: null,
    toOn: null,
    datesFixed: false,
    place: {},
    link: '',
    assessedBy: 'panel',
    weight: 100,
    passMark: organisation.scoring.passMark,
    items: [],
  });
}

/** Of what counts: once somebody has signed scores by it, it stays as it was. */
const COUNTS = ['assessedBy', 'weight', 'passMark', 'items'] as const;

export const countsDiffer = (one: StageSettings, other: StageSettings): boolean =>
  COUNTS.some((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));

type Changing = {
  reason: string;
  /** Whether somebody has signed scores at this stage. */
  scored: boolean;
};

/** A stage with other settings. Once it is open, only with a reason; once somebody scored by it, not in what counts. */
export function changeStage(
  stage: PlannedStage,
  settings: StageSettings,
  { reason, scored }: Changing,
): Result<PlannedStage, PlanRefusal> {
  if (stage.status === 'closed') return refuse({ kind: 'closed' });
  if (settings.fromOn !== null && settings.toOn !== null && settings.toOn < settings.fromOn)
    return refuse({ kind: 'dates-reversed' });
  if (settings.datesFixed && settings.fromOn === null) return refuse({ kind: 'dates-missing' });
  if (stage.status === 'open') {
    if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
    if (scored && countsDiffer(stage, settings)) return refuse({ kind: 'scored' });
    const ready = readyToOpen(settings);
    if (!ready.ok) return ready;
  }
  return ok({ ...stage, ...settings, version: stage.version + 1 });
}

/** Whether all is said that must be before anybody is assessed: what is scored, and what everybody is asked. */
function readyToOpen({ assessedBy, items }: StageSettings): Result<undefined, PlanRefusal> {
  if (assessedBy === 'nobody') return ok(undefined);
  if (items.length === 0) return refuse({ kind: 'nothing-scored' });
  const mute = assessedBy === 'panel' && items.find(({ question }) => Object.keys(question).length === 0);
  return mute ? refuse({ kind: 'question-missing', item: mute }) : ok(undefined);
}

type Opening = { planned: readonly PlannedStage[]; scale: Organisation['scoring']['scale']; at: Date };

/** Opens a stage once those before it are closed: from here on, what counts is fixed. */
export function openStage(stage: PlannedStage, { planned, scale, at }: Opening): Result<PlannedStage, PlanRefusal> {
  if (stage.status !== 'planned') return refuse({ kind: 'not-open' });
  const before = planned.find(({ number, status }) => number < stage.number && status !== 'closed');
  if (before) return refuse({ kind: 'not-in-turn', before: before.code });
  const ready = readyToOpen(stage);
  if (!ready.ok) return ready;
  return ok({ ...stage, status: 'open', scale, openedAt: at, version: stage.version + 1 });
}

/** Closes a stage at which nobody is left without the scores that the panel agreed on. */
export function closeStage(stage: PlannedStage, unfinished: number, at: Date): Result<PlannedStage, PlanRefusal> {
  if (stage.status !== 'open') return refuse({ kind: 'not-open' });
  if (unfinished > 0) return refuse({ kind: 'unfinished', count: unfinished });
  return ok({ ...stage, status: 'closed', closedAt: at, version: stage.version + 1 });
}
