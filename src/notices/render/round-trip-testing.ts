import { join } from 'node:path';
import type { Result } from '../../platform/result.ts';
import type { Typst } from '../../platform/typst/typst.ts';
import type { DocumentRefusal, DocumentText } from '../documents/document.ts';
import { sniff } from '../../platform/documents/file-format.ts';
import { plainText } from '../documents/notice-text.ts';
import { readDocument } from '../documents/read-document.ts';
import { readNotice } from '../import/read-notice.ts';
import type { NoticeRecord } from '../notice.ts';
import { loadOrganisationFolder, type OrganisationFolder } from '../organisation-folder.ts';
import { renderNotice, type RenderFormat } from './render-notice.ts';

/** What a notice can be read from again, beside the record itself. */
export const READ_FORMATS = ['pdf', 'docx', 'html', 'text'] as const satisfies RenderFormat[];
export type ReadFormat = (typeof READ_FORMATS)[number];

type Read = (bytes: Uint8Array) => Promise<Result<DocumentText, DocumentRefusal>>;
/** Whose notices go there and back, what sets their pages, and what reads them. */
export type RoundTrip = { readonly house: OrganisationFolder; readonly typst: Typst; readonly read: Read };

export const houseIn = (root: string, name: string) => loadOrganisationFolder(join(root, 'organisations', name));

/** Reads a file that we made ourselves, without a process of its own: ten times as many in the same time. */
export const readHere: Read = async (bytes) =>
  sniff(bytes) === 'text' ? plainText(bytes, 'text') : readDocument(bytes);

export function recordOf(text: string, { vocabulary }: OrganisationFolder): NoticeRecord {
  const result = readNotice(text, vocabulary);
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
  return result.value.record;
}

/** A record made into a file and read from it again. */
export async function thereAndBack(
  record: NoticeRecord,
  format: ReadFormat,
  { house, typst, read }: RoundTrip,
): Promise<NoticeRecord> {
  const { bytes } = await renderNotice(record, format, { ...house, typst });
  const text = await read(bytes);
  if (!text.ok) throw new Error(`refused: ${text.refusal.kind}`);
  return recordOf(text.value.text, house);
}
