import type { NoticeFiles } from '../../notices/render/notice-files.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { correct, isCorrection, reopens, type Corrected, type CorrectionRefusal } from './correction.ts';
import { toldOf, wasAsked, withDraft } from './correction-form.ts';
import type { Difference } from '../notice-differences.ts';
import type { FormValues } from './section-form.ts';
import { isPublic } from '../vacancy-state.ts';
import type { Vacancy } from '../vacancy.ts';

type Change = { before: Vacancy; after: Vacancy; changed: readonly Difference[] };

/** What is written of an edit: the row, the extension that people are told of, and the event. */
export type ToSave = Pick<Corrected, 'vacancy' | 'extension'> & { action: string; details: Record<string, unknown> };

/** An edit that the public is to be told of first: the form asks how, with a draft; what is wrong, once it was asked. */
export type ToTell = { values: FormValues; after: Vacancy; refusal: CorrectionRefusal | undefined };

const ACTIONS = { extended: 'extend-deadline', 'brought-forward': 'bring-deadline-forward' } as const;

/** What to write of an edit made at `now`; `action` is what it is called where the deadline stays. */
export function toSave(
  { before, after, changed }: Change,
  { values, action }: { values: FormValues; action: string },
  now: Date,
): Result<ToSave, ToTell> {
  const fields = [...new Set(changed.map(({ path }) => path))];
  if (!isCorrection(before, fields)) return ok({ vacancy: after, extension: undefined, action, details: { fields } });
  const told = toldOf(values);
  const corrected = correct({ before, after }, { ...told, fields }, now);
  if (corrected.ok) {
    const { vacancy, extension, move, correction } = corrected.value;
    const named = reopens({ before, after }) ? 'extend-and-reopen' : move ? ACTIONS[move] : action;
    const said = { correction: correction.number, note: correction.note, ...(move && { reason: told.reason.trim() }) };
    return ok({ vacancy, extension, action: named, details: { fields, ...said } });
  }
  const { refusal } = corrected;
  const first = !wasAsked(values) && refusal.kind !== 'new-deadline-passed';
  const drafted = withDraft(values, { before, after, fields });
  return refuse({ values: drafted, after, refusal: first ? undefined : refusal });
}

/** What to write of an edit, with the SHA-256 of the files of a notice that the public sees. */
export async function withFiles(saved: ToSave, { files }: { files: Pick<NoticeFiles, 'hashes'> }): Promise<ToSave> {
  if (!isPublic(saved.vacancy.status)) return saved;
  return { ...saved, details: { ...saved.details, files: await files.hashes(saved.vacancy.notice) } };
}
