import { canonicalJson, type Json } from '../../platform/canonical-json.ts';
import type { NoticeRecord } from '../notice.ts';

/** The record as canonical JSON (RFC 8785): the same text for the same notice, in whatever order its fields were put together. */
export const noticeJson = (record: NoticeRecord): string =>
  // What may be absent is taken out, as JSON has no word for it.
  `${canonicalJson(JSON.parse(JSON.stringify(record)) as Json)}\n`;
