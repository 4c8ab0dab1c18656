import { ok, refuse, type Result } from '../../platform/result.ts';
import { readNotice, type NotANotice } from '../import/read-notice.ts';
import type { ReadNotice } from '../notice.ts';
import { noticeSchema } from '../notice-schema.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { DocumentText } from './document.ts';

/** Why a record is none: the place in it, as a path, and what is wrong there. */
export type BrokenRecord = { readonly kind: 'broken-record'; readonly path: string; readonly problem: string };

/** Reads what a file was made into: a text as a notice, a record of ours as it is. */
export const readMade = (
  { text, format }: Pick<DocumentText, 'text' | 'format'>,
  vocabulary: Vocabulary,
): Result<ReadNotice, NotANotice | BrokenRecord> =>
  format === 'record' ? readRecord(text) : readNotice(text, vocabulary);

/** A record as `concours read` prints it: nobody read it, so nothing in it is in doubt and it has no lines. */
function readRecord(text: string): Result<ReadNotice, BrokenRecord> {
  const parsed = parsedJson(text);
  if (parsed instanceof Error) return refuse({ kind: 'broken-record', path: '', problem: parsed.message });
  const record = noticeSchema.safeParse(parsed);
  if (record.success) return ok({ record: record.data, places: {}, doubts: [] });
  const [issue] = record.error.issues;
  const path = (issue?.path ?? [])
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return refuse({ kind: 'broken-record', path: path.replace(/^\./, ''), problem: issue?.message ?? '' });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return error;
  }
}
