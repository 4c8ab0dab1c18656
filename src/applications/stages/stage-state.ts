import type { Permission } from '../../people/permissions.ts';
import type { Translated } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { POSITIONS } from '../../regulations/organisation/procedure-schema.ts';
import { notOpen, type ApplicationStatus, type AppliedVacancy } from '../application.ts';

export { POSITIONS };
/** Where a submitted application stands in the selection; `received` is one for which nobody has taken a step yet. */
export type Position = (typeof POSITIONS)[number];

export const STAGE_ACTIONS = ['review', 'invite', 'not-retain', 'reserve', 'select', 'reconsider'] as const;
export type StageAction = (typeof STAGE_ACTIONS)[number];

/** Every step there is. What is not here is refused: nobody is turned down whose application nobody reviewed. */
const MOVES: Record<Position, Partial<Record<StageAction, Position>>> = {
  received: { review: 'under-review' },
  'under-review': { invite: 'invited', 'not-retain': 'not-retained' },
  invited: { invite: 'invited', reserve: 'reserve-listed', select: 'selected', 'not-retain': 'not-retained' },
  'reserve-listed': { select: 'selected', 'not-retain': 'not-retained', reconsider: 'under-review' },
  selected: { reserve: 'reserve-listed', 'not-retain': 'not-retained' },
  'not-retained': { reconsider: 'under-review' },
};

/** Who may take which step. */
export const PERMISSION_FOR: Record<StageAction, Permission> = {
  review: 'selection:advance',
  invite: 'selection:advance',
  'not-retain': 'selection:decide',
  reserve: 'selection:decide',
  select: 'selection:decide',
  reconsider: 'selection:decide',
};

export const actionsFrom = (position: Position): StageAction[] =>
  STAGE_ACTIONS.filter((action) => MOVES[position][action] !== undefined);

/** The steps by which an application can come to stand there. */
export const actionsTo = (position: string): StageAction[] =>
  STAGE_ACTIONS.filter((action) => Object.values(MOVES).some((moves) => moves[action] === position));

/** A step that a named person took. */
export type StageEntry = {
  /** 1, 2, 3 … within one application. */
  number: number;
  position: Exclude<Position, 'received'>;
  /** The organisation's stage, where the position is `invited`. */
  stage: string | null;
  /** A civil day, `YYYY-MM-DD`, where the announced deadline is: by or on it something happens. */
  dueOn: string | null;
  enteredAt: Date;
  /** The account of the person who took it. */
  actorId: string;
  reason: string | null;
  /** What the person reads of the reason, as the organisation's data said it then. */
  told: Translated | null;
  /** What was added for this person. */
  note: Translated;
  /** Whether the appointment that it led to is made; only of one that selected. */
  appointed?: boolean;
  /** Why somebody below the language level of the notice is found suitable. */
  belowLevel?: string;
};

/** What a step is decided from. */
export type InSelection = {
  status: ApplicationStatus;
  applicantId: string;
  /** The steps so far, oldest first. */
  entries: readonly StageEntry[];
};

export const positionOf = (entries: readonly StageEntry[]): Position => entries.at(-1)?.position ?? 'received';
/** The number of the last step; a page that showed another is out of date. */
export const lastStep = (entries: readonly StageEntry[]): number => entries.at(-1)?.number ?? 0;

/** A step as somebody asks for it. */
export type StageStep = {
  action: StageAction;
  /** Codes of the organisation's stages and reasons; empty where none was chosen. */
  stage: string;
  reason: string;
  dueOn: string | null;
  note: Translated;
};

export type StageRefusal =
  /** Withdrawn, or never submitted. */
  | { kind: 'not-submitted' }
  /** All are looked at together, once the last can have come in. */
  | { kind: 'still-open'; deadlineAt: Date | null }
  | { kind: 'illegal-step'; from: Position; action: StageAction }
  | { kind: 'stage-missing' }
  | { kind: 'stage-past'; stage: string }
  | { kind: 'reason-missing' }
  | { kind: 'own-application' }
  /** Found suitable below the language level of the notice, and nobody has said why: by number, where they are known. */
  | { kind: 'level-reason-missing'; numbers: string[] }
  /** A review made language levels of these void, by number, and nobody has recorded them again. */
  | { kind: 'levels-missing'; numbers: string[] };

export type Deciding = {
  vacancy: Pick<AppliedVacancy, 'status' | 'publishedAt' | 'deadlineAt' | 'deadlineZone' | 'closedAt'>;
  selection: Organisation['selection'];
  /** The person who takes the step; their permission was asked for before. */
  by: string;
  at: Date;
  /**
   * For who is below the language level of the notice: why they are found suitable. Left out for all others, and where a panel's report
   * says it.
   */
  belowLevel?: string;
};

/** Steps that find somebody suitable: nobody comes out so below a language level without a person's reason. */
export const findsSuitable = (action: StageAction | ''): boolean => action === 'select' || action === 'reserve';

/** The entry that a step makes, or why it cannot be taken (O3: the stages in their order). */
export function takeStep(
  application: InSelection,
  step: StageStep,
  { vacancy, selection, by, at, belowLevel }: Deciding,
): Result<StageEntry, StageRefusal> {
  const { entries, status, applicantId } = application;
  const from = positionOf(entries);
  if (status !== 'submitted') return refuse({ kind: 'not-submitted' });
  if (applicantId === by) return refuse({ kind: 'own-application' });
  if (stillTaking(vacancy, at)) return refuse({ kind: 'still-open', deadlineAt: vacancy.deadlineAt });
  const position = MOVES[from][step.action];
  if (position === undefined || position === 'received')
    return refuse({ kind: 'illegal-step', from, action: step.action });
  const stage = stageOf(step, entries, selection);
  if (!stage.ok) return stage;
  const reason = selection.reasons.find(({ code }) => code === step.reason);
  if (position === 'not-retained' && !reason) return refuse({ kind: 'reason-missing' });
  const why = findsSuitable(step.action) ? belowLevel?.trim() : undefined;
  if (why === '') return refuse({ kind: 'level-reason-missing', numbers: [] });
  const told = position === 'not-retained' ? reason : undefined;
  return ok({
    number: lastStep(entries) + 1,
    position,
    stage: stage.value,
    dueOn: step.dueOn,
    enteredAt: at,
    actorId: by,
    reason: told?.code ?? null,
    told: told?.told ?? null,
    note: step.note,
    ...(why !== undefined && { belowLevel: why }),
  });
}

/**
 * Whether applications can still come in by a deadline: until then nobody is looked at. A vacancy without one takes them as
 * long as it is there, and those that came are looked at meanwhile.
 */
export const stillTaking = (vacancy: Deciding['vacancy'], at: Date): boolean =>
  vacancy.deadlineAt !== null && notOpen(vacancy, at) === undefined;

function stageOf(
  { action, stage }: StageStep,
  entries: readonly StageEntry[],
  selection: Organisation['selection'],
): Result<string | null, StageRefusal> {
  if (action !== 'invite') return ok(null);
  if (!stagesToInviteTo(entries, selection).includes(stage))
    return refuse(
      selection.stages.some(({ code, invitation }) => invitation && code === stage)
        ? { kind: 'stage-past', stage }
        : { kind: 'stage-missing' },
    );
  return ok(stage);
}

/** The stages that lie ahead, by their codes: after the one of the last invitation since the review began. */
export function stagesToInviteTo(entries: readonly StageEntry[], { stages }: Organisation['selection']): string[] {
  const codes = stages.filter(({ invitation }) => invitation).map(({ code }) => code);
  const begun = entries.findLastIndex(({ position }) => position === 'under-review');
  const reached = entries.slice(begun + 1).map(({ stage }) => (stage === null ? -1 : codes.indexOf(stage)));
  return codes.slice(Math.max(-1, ...reached) + 1);
}
