import { ok, refuse, type Result } from '../../platform/result.ts';
import { sameEntries, type Entry, type Part, type Profile } from './profile.ts';

/** A part as it was before a change that can be undone; `typing` is one that goes on while a form saves itself. */
export type EarlierPart = { part: Part; entries: Entry[]; typing: boolean; revision: number };

/** How many changes can be undone. */
const MAX_EARLIER = 20;

export type KeptProfile = { profile: Profile; earlier: EarlierPart[]; updatedAt: Date | undefined };

export type PartChange = {
  part: Part;
  entries: Entry[];
  /** The count that the form started from. */
  revision: number;
  /** Saved by itself while somebody types: with what was saved before it, one change to undo. */
  typing: boolean;
};

export type ChangeRefusal = { kind: 'changed-meanwhile' };

/** Keeps what was typed in one part; a form that started from an older count is refused, and both texts are shown. */
export function changePart(kept: KeptProfile, change: PartChange): Result<KeptProfile, ChangeRefusal> {
  const { part, entries, revision, typing } = change;
  const current = kept.profile.revisions[part];
  if (JSON.stringify(kept.profile.parts[part]) === JSON.stringify(entries)) return ok(kept);
  if (revision !== current) return refuse({ kind: 'changed-meanwhile' });
  return ok(withPart(kept, { part, entries, typing }));
}

/** Replaces a part, and remembers what was there. */
export function withPart(kept: KeptProfile, { part, entries, typing }: Omit<PartChange, 'revision'>): KeptProfile {
  const { profile, earlier } = kept;
  const before = profile.parts[part];
  const last = earlier.at(-1);
  const goesOn = typing && last?.part === part && last.typing;
  const step: EarlierPart = { part, entries: before, typing, revision: profile.revisions[part] };
  return {
    ...kept,
    profile: {
      parts: { ...profile.parts, [part]: entries },
      revisions: { ...profile.revisions, [part]: profile.revisions[part] + 1 },
    },
    earlier: goesOn || sameEntries(before, entries) ? earlier : [...earlier, step].slice(-MAX_EARLIER),
  };
}

/** The last change of a part that can be undone, if there is one. */
export const lastChange = ({ earlier }: Pick<KeptProfile, 'earlier'>, part: Part): EarlierPart | undefined =>
  earlier.findLast((step) => step.part === part);

/** Takes a part back to what it was before its last change. */
export function undo(kept: KeptProfile, part: Part): KeptProfile {
  const at = kept.earlier.findLastIndex((step) => step.part === part);
  const step = kept.earlier[at];
  if (!step) return kept;
  const { profile } = kept;
  return {
    ...kept,
    profile: {
      parts: { ...profile.parts, [part]: step.entries },
      revisions: { ...profile.revisions, [part]: profile.revisions[part] + 1 },
    },
    earlier: kept.earlier.toSpliced(at, 1),
  };
}
