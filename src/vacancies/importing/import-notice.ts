import {
  MAX_TEXT_BYTES,
  type DocumentFormat,
  type DocumentRefusal,
  type DocumentText,
} from '../../notices/documents/document.ts';
import { noticeText, plainText } from '../../notices/documents/notice-text.ts';
import { readMade, type BrokenRecord } from '../../notices/documents/read-file.ts';
import type { NotANotice } from '../../notices/import/read-notice.ts';
import type { Doubt, NoticeRecord, ReadNotice } from '../../notices/notice.ts';
import type { Vocabulary } from '../../notices/vocabulary.ts';
import { assertNever, ok, refuse, type Result } from '../../platform/result.ts';
import { deadlineInstant, deadlineRule } from '../../regulations/deadline.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { afterEdit } from '../approval/approvals.ts';
import { differencesOf } from '../notice-differences.ts';
import { openDoubt } from '../review/review.ts';
import { translationsAfter } from '../translation/translation-edit.ts';
import { amend, NEW_NOTICE, rulesDay, type Amendment, type AmendmentRefusal, type Vacancy } from '../vacancy.ts';

/** A file as it reached us. */
export type ReceivedText = { fileName: string; bytes: Uint8Array };

export type ImportRefusal = DocumentRefusal | BrokenRecord | { kind: 'not-a-notice' } | { kind: 'no-reference' };

/** A notice that can be imported: read, and with the reference it is known by. */
export type ImportableNotice = {
  /** As it was received; with what it is, where its name does not say so. */
  fileName: string;
  /** Of a document, the text that was made of it. */
  text: string;
  reference: string;
  read: ReadNotice;
};

/** What was made of a file; some of its text may be hidden, and is left out. */
export type ImportableFile = ImportableNotice & { hiddenText: boolean };

/** Reads a file received, whatever its format, or says why it cannot be imported. */
export async function importableFile(
  { fileName, bytes }: ReceivedText,
  vocabulary: Vocabulary,
): Promise<Result<ImportableFile, ImportRefusal>> {
  const made = await noticeText(bytes);
  if (!made.ok) return made;
  const notice = importableText({ fileName: namedByFormat(fileName, made.value.format), made: made.value }, vocabulary);
  return notice.ok ? ok({ ...notice.value, hiddenText: made.value.hiddenText }) : notice;
}

/** Reads a text received, or says why it cannot be imported; what cannot be kept word for word is refused. */
export function importable(
  { fileName, bytes }: ReceivedText,
  vocabulary: Vocabulary,
): Result<ImportableNotice, ImportRefusal> {
  const made = plainText(bytes, 'text');
  return made.ok ? importableText({ fileName, made: made.value }, vocabulary) : made;
}

type Made = { fileName: string; made: DocumentText };

function importableText({ fileName, made }: Made, vocabulary: Vocabulary): Result<ImportableNotice, ImportRefusal> {
  const { text } = made;
  const read = readMade(made, vocabulary);
  if (!read.ok) return refuse(refusalOf(read.refusal, text));
  const { reference } = read.value.record;
  if (reference === null || !/^\d{6}$/.test(reference)) return refuse({ kind: 'no-reference' });
  return ok({ fileName, text, reference, read: read.value });
}

function refusalOf(refusal: NotANotice | BrokenRecord, text: string): ImportRefusal {
  const bytes = Buffer.byteLength(text);
  switch (refusal.kind) {
    case 'broken-record':
      return refusal;
    case 'too-long':
      return { kind: 'too-large', bytes, maxBytes: MAX_TEXT_BYTES };
    case 'not-text':
      return { kind: 'broken-text', line: refusal.line };
    case 'empty':
      return { kind: 'empty' };
    case 'no-header-or-sections':
      return { kind: 'not-a-notice' };
    default:
      return assertNever(refusal);
  }
}

const ENDINGS: Readonly<Record<DocumentFormat, RegExp>> = {
  text: /^/,
  pdf: /\.pdf$/i,
  docx: /\.do[ct]x$/i,
  html: /\.x?html?$/i,
  record: /\.json$/i,
};

/** The name of a file that doesn’t say what it is, with what it was found to be. */
const namedByFormat = (fileName: string, format: DocumentFormat): string =>
  ENDINGS[format].test(fileName) ? fileName : `${fileName} (${format})`;

/** The organisation's rules, and when they are asked. */
export type RulesAt = { organisation: Organisation; now: Date };

/** What is there of a reference: its vacancy, and the texts received for it. */
export type Known = { vacancy: boolean; imports: readonly { number: number; text: string }[] };

/**
 * What an import means: the first of its reference makes a draft; a later one is offered as a new version, for a person
 * to take or decline; the same text again changes nothing.
 */
export type ImportDecision =
  { kind: 'draft'; vacancy: Vacancy } | { kind: 'offer'; number: number } | { kind: 'identical'; number: number };

export function decideImport(notice: ImportableNotice, known: Known, { organisation, now }: RulesAt): ImportDecision {
  const same = known.imports.find(({ text }) => text === notice.text);
  if (same) return { kind: 'identical', number: same.number };
  const last = Math.max(0, ...known.imports.map(({ number }) => number));
  if (known.vacancy) return { kind: 'offer', number: last + 1 };
  return { kind: 'draft', vacancy: draftOf(notice, organisation, now) };
}

function draftOf({ reference, read }: ImportableNotice, organisation: Organisation, now: Date): Vacancy {
  return {
    reference,
    ...amendmentOf(read, organisation, rulesDay(null, now)),
    ...NEW_NOTICE,
    places: read.places,
    status: 'draft',
    publishedAt: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}

/** What a notice that was read puts in place: its record, every doubt open, and its deadline as an instant. */
function amendmentOf(read: ReadNotice, organisation: Organisation, on: string): Amendment {
  const { record, places } = read;
  const doubts = [...read.doubts, ...unusualTime(read, deadlineRule(organisation, on).time)];
  return { notice: record, places, doubts: doubts.map(openDoubt), ...deadlineOf(record, organisation, on) };
}

/**
 * A portal shows a deadline in its reader’s own zone (“9:59:00 PM” for 23:59 in Brussels), and what is copied from it
 * has that time: it is kept as printed, and a person looks at one that is not the organisation’s.
 */
function unusualTime({ record, places }: ReadNotice, usual: string): Doubt[] {
  const { deadline } = record;
  if (!deadline?.time || deadline.time.slice(0, 5) === usual.slice(0, 5)) return [];
  const lines = places['deadline'] ?? { from: 1, to: 1 };
  return [{ kind: 'field-unread', field: 'deadline', lines, values: [`${deadline.date} ${deadline.time}`] }];
}

/** The instant of a notice's deadline, completed where no time is printed by the rule in force on a civil date. */
export function deadlineOf(
  { deadline }: NoticeRecord,
  organisation: Organisation,
  on: string,
): Pick<Vacancy, 'deadlineAt' | 'deadlineZone'> {
  if (!deadline) return { deadlineAt: null, deadlineZone: deadlineRule(organisation, on).zone };
  const { at, zone } = deadlineInstant(deadline, organisation, on);
  return { deadlineAt: at, deadlineZone: zone };
}

/** Puts an offered version in the place of the notice that stands; refused when the vacancy is final. */
export const takeVersion = (
  vacancy: Vacancy,
  offered: ReadNotice,
  { organisation, now }: RulesAt,
): Result<Vacancy, AmendmentRefusal> => {
  const translations = translationsAfter(vacancy, offered.record, null);
  const amended = amend(vacancy, { ...amendmentOf(offered, organisation, rulesDay(vacancy, now)), translations });
  if (!amended.ok) return amended;
  const changed = differencesOf(vacancy.notice, offered.record);
  return ok({ ...amended.value, approvals: afterEdit(vacancy, changed, organisation.notices.approval.steps) });
};
export type ImportState = 'offered' | 'taken' | 'declined';
