import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, type Json } from '../../platform/canonical-json.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { PlannedStage, Scale, StageItem } from '../plan/stage-plan.ts';

export const givenSchema = z.record(z.string(), z.strictObject({ points: z.int(), note: z.string() }));
/** Points and a note by the item's key. */
export type Given = z.infer<typeof givenSchema>;

export const MAX_NOTE = 4_000;

export type SignedSheet = { stage: string; application: string; accountId: string; scores: Given; nonce: string };

/** What is told of a sheet as it is signed: a SHA-256 that ties it to its signature, and from which no score can be guessed. */
export const sheetHash = ({ scores, ...sheet }: SignedSheet): string =>
  createHash('sha256')
    .update(canonicalJson({ kind: 'score-sheet', ...sheet, scores: scores as Json }))
    .digest('hex');

/** What one assessor gives one candidate at one stage. */
export type ScoreSheet = {
  /** The application's id. */
  candidate: string;
  accountId: string;
  given: Given;
  signedAt: Date | null;
  version: number;
};

export type ScoreRefusal =
  | { kind: 'not-open' }
  | { kind: 'not-scored-here' }
  /** Recused from this candidate. */
  | { kind: 'recused' }
  | { kind: 'not-declared' }
  /** What they write in the product has not been handed in, or can still be begun. */
  | { kind: 'not-handed-in' }
  | { kind: 'already-signed' }
  | { kind: 'points-missing'; items: StageItem[] }
  | { kind: 'not-on-scale'; item: StageItem }
  /** A low or a high score says why; so does every one, where its note is empty. */
  | { kind: 'note-missing'; items: StageItem[] }
  | { kind: 'consensus-reached' };

/** Whether they may judge this candidate: on the panel, and not recused. */
export type PanelStanding = 'able' | 'recused' | 'undeclared' | 'none';
export type Scorer = { standing: PanelStanding | 'awaiting-paper' };

type Scoring = { stage: PlannedStage; scorer: Scorer; given: Given; before: ScoreSheet | undefined; agreed: boolean };

/** What is kept of a sheet that is not signed yet: points on the scale or none, for what is scored. */
export function saveScores({ stage, scorer, given, before, agreed }: Scoring): Result<Given, ScoreRefusal> {
  const may = mayScore({ stage, scorer, before, agreed });
  if (!may.ok) return may;
  const off = stage.items.find(({ key }) => given[key] && !isOnScale(given[key].points, stage.scale ?? []));
  if (off) return refuse({ kind: 'not-on-scale', item: off });
  const own = stage.items.flatMap(({ key }) => {
    const one = given[key];
    return one ? [[key, { points: one.points, note: one.note.trim().slice(0, MAX_NOTE) }]] : [];
  });
  return ok(Object.fromEntries(own) as Given);
}

/** The same, with nothing missing: from here on it is never changed, and the others' can be seen. */
export function signScores(scoring: Scoring): Result<Given, ScoreRefusal> {
  const saved = saveScores(scoring);
  if (!saved.ok) return saved;
  const { items } = scoring.stage;
  const missing = items.filter(({ key }) => saved.value[key] === undefined);
  if (missing.length > 0) return refuse({ kind: 'points-missing', items: missing });
  const mute = items.filter(({ key }) => saved.value[key]?.note === '');
  return mute.length > 0 ? refuse({ kind: 'note-missing', items: mute }) : saved;
}

function mayScore({ stage, scorer, before, agreed }: Omit<Scoring, 'given'>): Result<undefined, ScoreRefusal> {
  if (stage.status !== 'open') return refuse({ kind: 'not-open' });
  if (stage.assessedBy !== 'panel' || scorer.standing === 'none') return refuse({ kind: 'not-scored-here' });
  if (scorer.standing === 'recused') return refuse({ kind: 'recused' });
  if (scorer.standing === 'undeclared') return refuse({ kind: 'not-declared' });
  if (scorer.standing === 'awaiting-paper') return refuse({ kind: 'not-handed-in' });
  if (before?.signedAt) return refuse({ kind: 'already-signed' });
  return agreed ? refuse({ kind: 'consensus-reached' }) : ok(undefined);
}

const isOnScale = (points: number, scale: Scale): boolean => scale.some((anchor) => anchor.points === points);

/** Who looks: somebody who scores for themselves, or somebody who reads what was scored. */
export type Viewer = { accountId: string; scores: boolean };

/**
 * The sheets that somebody may see of one candidate at one stage: their own; those of others once they have signed their own,
 * and then only signed ones. Who does not score sees them once everybody who is to score has.
 */
export function visibleSheets(
  sheets: readonly ScoreSheet[],
  viewer: Viewer,
  expected: readonly string[],
): ScoreSheet[] {
  const own = sheets.filter(({ accountId }) => accountId === viewer.accountId);
  const hasSigned = (accountId: string) =>
    sheets.some((sheet) => sheet.accountId === accountId && sheet.signedAt !== null);
  const all = expected.length > 0 && expected.every(hasSigned);
  const sees = viewer.scores ? hasSigned(viewer.accountId) : all;
  const others = sheets.filter(({ accountId, signedAt }) => accountId !== viewer.accountId && signedAt !== null);
  return viewer.scores ? [...own, ...(sees ? others : [])] : sees ? others : [];
}

export type ConsensusRefusal =
  | { kind: 'not-open' }
  | { kind: 'below-quorum' }
  /** These have yet to sign their own. */
  | { kind: 'unsigned'; names: string[] }
  | { kind: 'points-missing'; items: StageItem[] }
  | { kind: 'not-on-scale'; item: StageItem }
  | { kind: 'note-missing'; items: StageItem[] };

type Agreeing = {
  stage: PlannedStage;
  given: Given;
  quorum: boolean;
  /** Names of those who may judge this candidate and have not signed their scores. */
  unsigned: readonly string[];
  /** What each signed, to see where it differs from what was agreed. */
  signed: readonly ScoreSheet[];
};

/** What the panel agreed on: after everybody has signed their own, and with a note wherever not all had given the same. */
export function agreeScores({ stage, given, quorum, unsigned, signed }: Agreeing): Result<Given, ConsensusRefusal> {
  if (stage.status !== 'open') return refuse({ kind: 'not-open' });
  if (stage.assessedBy === 'panel') {
    if (!quorum) return refuse({ kind: 'below-quorum' });
    if (unsigned.length > 0) return refuse({ kind: 'unsigned', names: [...unsigned] });
  }
  const missing = stage.items.filter(({ key }) => given[key] === undefined);
  if (missing.length > 0) return refuse({ kind: 'points-missing', items: missing });
  const off = stage.items.find(({ key }) => !isOnScale(given[key]?.points ?? Number.NaN, stage.scale ?? []));
  if (off) return refuse({ kind: 'not-on-scale', item: off });
  const mute = stage.items.filter(({ key }) => {
    const agreed = given[key];
    return agreed?.note.trim() === '' && !signed.every((sheet) => sheet.given[key]?.points === agreed.points);
  });
  if (mute.length > 0) return refuse({ kind: 'note-missing', items: mute });
  const own = stage.items.map(({ key }) => [
    key,
    { points: given[key]?.points, note: given[key]?.note.trim().slice(0, MAX_NOTE) },
  ]);
  return ok(Object.fromEntries(own) as Given);
}
