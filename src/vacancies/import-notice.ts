import { readNotice, type NotANotice } from '../notices/import/read-notice.ts';
import type { NoticeRecord, ReadNotice } from '../notices/notice.ts';
import type { Vocabulary } from '../notices/vocabulary.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { deadlineInstant, deadlineRule } from '../regulations/deadline.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { openDoubt } from './review.ts';
import { translationsAfter } from './translation-edit.ts';
import { amend, NEW_NOTICE, rulesDay, type Amendment, type AmendmentRefusal, type Vacancy } from './vacancy.ts';

/** The longest notices are under 100 kB in both languages. */
export const MAX_NOTICE_BYTES = 1_000_000;

/** A text as it reached us. */
export type ReceivedText = { fileName: string; bytes: Uint8Array };

export type ImportRefusal =
  | { kind: 'too-large'; bytes: number; maxBytes: number }
  | { kind: 'broken-text'; line: number }
  | { kind: 'empty' }
  | { kind: 'not-a-notice' }
  | { kind: 'no-reference' };

/** The text of a file; refuses what cannot be kept word for word: bytes that are not UTF-8, or a NUL. */
export function decodeText(bytes: Uint8Array): Result<string, ImportRefusal> {
  if (bytes.length > MAX_NOTICE_BYTES)
    return refuse({ kind: 'too-large', bytes: bytes.length, maxBytes: MAX_NOTICE_BYTES });
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = /[\0\uFFFD]/.exec(text);
  if (broken) return refuse({ kind: 'broken-text', line: text.slice(0, broken.index).split('\n').length });
  return text.trim() === '' ? refuse({ kind: 'empty' }) : ok(text);
}

/** A notice that can be imported: read, and with the reference it is known by. */
export type ImportableNotice = {
  fileName: string;
  text: string;
  reference: string;
  read: ReadNotice;
};

/** Reads a text received, or says why it cannot be imported. */
export function importable(
  { fileName, bytes }: ReceivedText,
  vocabulary: Vocabulary,
): Result<ImportableNotice, ImportRefusal> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const read = readNotice(decoded.value, vocabulary);
  if (!read.ok) return refuse(refusalOf(read.refusal, bytes.length));
  const { reference } = read.value.record;
  if (reference === null || !/^\d{6}$/.test(reference)) return refuse({ kind: 'no-reference' });
  return ok({ fileName, text: decoded.value, reference, read: read.value });
}

function refusalOf({ kind, line }: NotANotice, bytes: number): ImportRefusal {
  if (kind === 'too-long') return { kind: 'too-large', bytes, maxBytes: MAX_NOTICE_BYTES };
  if (kind === 'not-text') return { kind: 'broken-text', line };
  return { kind: kind === 'empty' ? 'empty' : 'not-a-notice' };
}

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
function amendmentOf({ record, doubts, places }: ReadNotice, organisation: Organisation, on: string): Amendment {
  return { notice: record, places, doubts: doubts.map(openDoubt), ...deadlineOf(record, organisation, on) };
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
): Result<Vacancy, AmendmentRefusal> =>
  amend(vacancy, {
    ...amendmentOf(offered, organisation, rulesDay(vacancy, now)),
    translations: translationsAfter(vacancy, offered.record, null),
  });
