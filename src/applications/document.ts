import type { NoticeRecord } from '../notices/notice.ts';
import type { PdfFindings, PdfProblem } from '../platform/pdf/pdf-findings.ts';
import type { Localized } from '../platform/language.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { DocumentRules } from '../regulations/organisation/organisation.ts';
import { notOpen, type Application, type AppliedVacancy, type AttachedDocument, type NotOpen } from './application.ts';

/** A document that the notice asks for, under the organisation's rules. */
export type RequestedDocument = {
  kind: string;
  name: Localized;
  description: Localized;
  /** What the notice says; null where it says nothing. */
  maxPages: number | null;
  pageSize: 'A4' | null;
  maxBytes: number;
  /** The notice would also take a Word file; we take PDF alone. */
  wordAllowed: boolean;
};

/** A document as it is kept, without its bytes. */
export type StoredDocument = AttachedDocument & { uploadedAt: Date };

/** A file that may be kept: what was sent, and what it was found to be. */
export type CheckedFile = { fileName: string; content: Buffer; pages: number };

export type DocumentRefusal =
  | { kind: 'no-file' | 'not-whole' | 'not-pdf' | 'encrypted' | 'damaged' | 'took-too-long' | 'busy' | 'not-checked' }
  | { kind: 'too-large'; maxBytes: number }
  | { kind: 'too-many-pages'; pages: number; maxPages: number }
  | { kind: 'not-a4'; pages: number[] }
  | { kind: 'carries-more' };

/** Pages that no document of an application needs; a limit of ours, beside those of the notices. */
const MOST_PAGES = 200;

/** The documents a notice asks for, in its order (A1, A2); each kind once. */
export function requestedDocuments(
  { attachments }: Pick<NoticeRecord, 'attachments'>,
  { documents }: { documents: DocumentRules },
): RequestedDocument[] {
  const kinds = [...new Set(attachments.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const asked = attachments.find((attachment) => attachment.kind === kind);
    const rule = documents.kinds.find(({ code }) => code === kind);
    if (!asked || !rule) return [];
    const { name, description } = rule;
    const { maxPages, pageSize, formats } = asked;
    return [
      {
        kind,
        name,
        description,
        maxPages,
        pageSize: pageSize ?? documents.pageSize,
        maxBytes: documents.maxBytes,
        wordAllowed: formats.includes('word'),
      },
    ];
  });
}

/** Takes a file for the document that was asked for, or says what stands against it; the file decides, not its name. */
export function acceptDocument(
  findings: PdfFindings | PdfProblem,
  rule: Pick<RequestedDocument, 'maxPages' | 'pageSize' | 'maxBytes'>,
): Result<{ pages: number }, DocumentRefusal> {
  if (findings.kind !== 'read') return refuse(refusalOf(findings, rule));
  const { pages, pagesNotA4, carries } = findings;
  const maxPages = rule.maxPages ?? MOST_PAGES;
  if (pages > maxPages) return refuse({ kind: 'too-many-pages', pages, maxPages });
  if (rule.pageSize === 'A4' && pagesNotA4.length > 0) return refuse({ kind: 'not-a4', pages: pagesNotA4 });
  if (carries !== undefined && carries.length > 0) return refuse({ kind: 'carries-more' });
  return ok({ pages });
}

function refusalOf({ kind }: PdfProblem, { maxBytes }: { maxBytes: number }): DocumentRefusal {
  if (kind === 'too-large') return { kind, maxBytes };
  if (kind === 'empty') return { kind: 'no-file' };
  return { kind: kind === 'not-a-pdf' ? 'not-pdf' : kind };
}

/** The application is no draft any more, or its vacancy takes none. */
export type NoChange = { kind: 'submitted' | 'withdrawn' } | NotOpen;

/** Why the documents of an application can no longer be changed by what was received at `receivedAt`. */
export function noChange(
  { status }: Pick<Application, 'status'>,
  vacancy: AppliedVacancy,
  receivedAt: Date,
): NoChange | undefined {
  return status === 'draft' ? notOpen(vacancy, receivedAt) : { kind: status };
}
