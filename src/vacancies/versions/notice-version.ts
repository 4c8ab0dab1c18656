import type { NoticeRecord } from '../../notices/notice.ts';
import type { Doer } from '../../people/actor.ts';
import { refuse, type Result } from '../../platform/result.ts';
import type { ChangedMeanwhile } from '../vacancy-queries.ts';
import { isFinal, isPublic } from '../vacancy-state.ts';
import type { AmendmentRefusal, Vacancy } from '../vacancy.ts';

/** A notice as it was saved once, with who saved it and what they did. */
export type NoticeVersion = {
  readonly number: number;
  readonly notice: NoticeRecord;
  /** That of the event it was saved with: `edit`, `translate`, … */
  readonly action: string;
  readonly savedAt: Date;
  readonly actorKind: Doer['kind'];
  readonly actorName: string | undefined;
};

export type RestorationRefusal = AmendmentRefusal | ChangedMeanwhile | { kind: 'is-public' };

/** Whether an earlier version may take the place of what stands: what the public has seen is edited instead. */
export function mayRestore({ status }: Pick<Vacancy, 'status'>): Result<undefined, RestorationRefusal> {
  if (isFinal(status)) return refuse({ kind: 'final', status });
  return isPublic(status) ? refuse({ kind: 'is-public' }) : { ok: true, value: undefined };
}

/** The two versions that are compared: those asked for, else the last one and the one before it. */
export function comparedNumbers(asked: { from?: number | undefined; to?: number | undefined }, last: number) {
  const to = asked.to ?? last;
  return { from: asked.from ?? Math.max(1, to - 1), to };
}
