import type { NoticeRecord } from '../../notices/notice.ts';
import type { UnwantedFormat } from '../../platform/documents/upload-format.ts';
import type { WordFindings, WordPlace, WordProblem } from '../../platform/documents/word-findings.ts';
import type { WordRendition } from '../../platform/documents/word-rendition.ts';
import type { Localized } from '../../platform/language.ts';
import type { ActiveContent, PdfFindings, PdfProblem } from '../../platform/pdf/pdf-findings.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { DocumentRules } from '../../regulations/organisation/organisation.ts';
import { documentKindOf, type Question } from '../../regulations/questions/question-schema.ts';
import {
  notOpen,
  type Application,
  type AppliedVacancy,
  type AttachedDocument,
  type NotOpen,
  type SentStatus,
} from '../application.ts';

/** A document that the notice asks for, under the organisation's rules. */
export type RequestedDocument = {
  kind: string;
  name: Localized;
  description: Localized;
  /** What the notice says; null where it says nothing. */
  maxPages: number | null;
  pageSize: 'A4' | null;
  maxBytes: number;
  /** It answers a question, and whether the application can do without; nothing where the notice asks for it. */
  answers?: { needed: boolean };
  /** Word files are asked for too: by the notice, or by the organisation where the notice names no format. */
  wordAllowed: boolean;
};

export type DocumentFormat = 'pdf' | 'word';

/**
 * `quarantined`: a scan was due and gave no verdict, so that no staff may open it yet; `unscanned`: this installation
 * decided to scan nothing; `infected`: found after submission, and thrown away.
 */
export const SCAN_STATES = ['clean', 'unscanned', 'quarantined', 'infected'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** Whether staff may open what stands so. */
export const isOpenToStaff = (scan: ScanState): boolean => scan === 'clean' || scan === 'unscanned';

/** What its sender, and whoever reads it, should know of a document that was taken; pages where they are known. */
export type Remark = { kind: 'hidden-text' | 'no-text'; pages: number[] };

/** The pages on which there is nothing to read but a picture, by number. */
export const wordlessPages = (remarks: readonly Remark[]): number[] =>
  remarks.flatMap(({ kind, pages }) => (kind === 'no-text' ? pages : []));

/** A document as it is kept, without its bytes. */
export type StoredDocument = AttachedDocument & { uploadedAt: Date; scan: ScanState; remarks: Remark[] };

/** A file that may be kept: what was sent, what it was found to be, and our PDF of it where it is a Word file. */
export type CheckedFile = {
  fileName: string;
  content: Buffer;
  format: DocumentFormat;
  pages: number;
  remarks: readonly Remark[];
  scan: Exclude<ScanState, 'infected'>;
  rendition?: Buffer | undefined;
};

export type DocumentRefusal =
  | { kind: 'no-file' | 'not-whole' | 'took-too-long' | 'busy' | 'not-checked' }
  | { kind: 'too-large'; maxBytes: number }
  | { kind: 'unwanted-format'; format: UnwantedFormat; wordTaken: boolean }
  | { kind: 'word-not-asked' | 'word-not-possible' | 'no-rendition' }
  | { kind: 'encrypted' | 'damaged'; format: DocumentFormat }
  | { kind: 'too-many-pages'; pages: number; maxPages: number; format: DocumentFormat }
  | { kind: 'not-a4'; pages: number[]; format: DocumentFormat }
  | { kind: 'carries-more'; carries: ActiveContent[] }
  | { kind: 'macros' | 'too-much-inside' }
  | { kind: 'unsafe-xml' | 'embedded' | 'external' | 'live-field'; places: WordPlace[] }
  | { kind: 'infected' };

/** Pages that no document of an application needs; a limit of ours, beside those of the notices. */
const MOST_PAGES = 200;

/** The field that a document of that kind is chosen in. */
export const fileField = (kind: string): string => `file-${kind}`;

type Asking = { notice: Pick<NoticeRecord, 'attachments'>; questions: readonly Question[] };
type Asked = { documents: DocumentRules; questions: readonly Question[] };

/** The documents that are asked for: by the notice, in its order (A1, A2), then by questions; each kind once. */
export const requestedDocuments = ({ notice, questions }: Asking, organisation: Asked): RequestedDocument[] => [
  ...askedByNotice(notice, organisation),
  ...[...organisation.questions, ...questions].flatMap((question) => askedByQuestion(question, organisation)),
];

function askedByQuestion(question: Question, { documents }: Asked): RequestedDocument[] {
  if (question.kind !== 'document') return [];
  const { text, hint, maxPages, optional } = question;
  const { pageSize, maxBytes, formats } = documents;
  const words = (given: Localized | null) => ({ en: given?.en ?? '', fr: given?.fr ?? '' });
  return [
    {
      kind: documentKindOf(question),
      name: words(text),
      description: words(hint),
      answers: { needed: !optional },
      wordAllowed: formats.includes('word'),
      maxPages,
      pageSize,
      maxBytes,
    },
  ];
}

function askedByNotice(
  { attachments }: Pick<NoticeRecord, 'attachments'>,
  { documents }: { documents: DocumentRules },
): RequestedDocument[] {
  const kinds = [...new Set(attachments.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const asked = attachments.find((attachment) => attachment.kind === kind);
    const rule = documents.kinds.find(({ code }) => code === kind);
    if (!asked || !rule) return [];
    const { name, description } = rule;
    const { maxPages, pageSize } = asked;
    const formats: readonly string[] = asked.formats.length > 0 ? asked.formats : documents.formats;
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

type Limits = Pick<RequestedDocument, 'maxPages' | 'pageSize' | 'maxBytes'>;
type Taken = { pages: number; remarks: Remark[] };

/** Takes a PDF for the document that was asked for, or says what stands against it; the file decides, not its name. */
export function acceptDocument(findings: PdfFindings | PdfProblem, rule: Limits): Result<Taken, DocumentRefusal> {
  if (findings.kind !== 'read') return refuse(refusalOfPdf(findings, rule));
  const fits = acceptPages(findings, rule, 'pdf');
  if (!fits.ok) return fits;
  const { carries } = findings;
  return carries !== undefined && carries.length > 0 ? refuse({ kind: 'carries-more', carries }) : fits;
}

/** Takes our rendition of a Word file, which counts as what assessors will open; other layouts may have other pages. */
export function acceptRendition(
  word: WordFindings,
  rendition: PdfFindings | PdfProblem,
  rule: Limits,
): Result<Taken, DocumentRefusal> {
  if (rendition.kind === 'took-too-long' || rendition.kind === 'busy' || rendition.kind === 'not-checked')
    return refuse({ kind: rendition.kind });
  if (rendition.kind !== 'read') return refuse({ kind: 'no-rendition' });
  const fits = acceptPages(rendition, rule, 'word');
  if (!fits.ok || word.hiddenText.length === 0) return fits;
  const { pages, remarks } = fits.value;
  const others = remarks.filter(({ kind }) => kind !== 'hidden-text');
  return ok({ pages, remarks: [{ kind: 'hidden-text', pages: [] }, ...others] });
}

function acceptPages(findings: PdfFindings, rule: Limits, format: DocumentFormat): Result<Taken, DocumentRefusal> {
  const { pages, pagesNotA4, pagesWithHiddenText, pagesWithoutText } = findings;
  const maxPages = rule.maxPages ?? MOST_PAGES;
  if (pages > maxPages) return refuse({ kind: 'too-many-pages', pages, maxPages, format });
  if (rule.pageSize === 'A4' && pagesNotA4.length > 0) return refuse({ kind: 'not-a4', pages: pagesNotA4, format });
  const remarks: Remark[] = [
    { kind: 'hidden-text', pages: pagesWithHiddenText },
    { kind: 'no-text', pages: pagesWithoutText },
  ];
  return ok({ pages, remarks: remarks.filter((remark) => remark.pages.length > 0) });
}

function refusalOfPdf({ kind }: PdfProblem, { maxBytes }: Limits): DocumentRefusal {
  if (kind === 'too-large') return { kind, maxBytes };
  if (kind === 'empty') return { kind: 'no-file' };
  if (kind === 'encrypted' || kind === 'damaged') return { kind, format: 'pdf' };
  if (kind === 'not-a-pdf') return { kind: 'damaged', format: 'pdf' };
  if (kind === 'two-in-one') return { kind: 'unwanted-format', format: kind, wordTaken: false };
  return { kind };
}

/** Why a zip is not taken for a Word file. */
export function refusalOfWord(problem: WordProblem, wordTaken: boolean): DocumentRefusal {
  if (problem.kind === 'other-format') return { kind: 'unwanted-format', format: problem.format, wordTaken };
  if (problem.kind === 'encrypted' || problem.kind === 'damaged') return { kind: problem.kind, format: 'word' };
  return problem as Exclude<DocumentRefusal, { format: unknown }>;
}

/** Why there is no rendition of a Word file that may be opened. */
export const refusalOfRendition = ({ kind }: Exclude<WordRendition, { kind: 'rendered' }>): DocumentRefusal => ({
  kind: kind === 'not-possible' ? 'word-not-possible' : kind,
});

/** The application is no draft any more, or its vacancy takes none. */
export type NoChange = { kind: SentStatus | 'discarded' } | NotOpen;

/** Why the documents of an application can no longer be changed by what was received at `receivedAt`. */
export function noChange(
  { status }: Pick<Application, 'status'>,
  vacancy: AppliedVacancy,
  receivedAt: Date,
): NoChange | undefined {
  return status === 'draft' ? notOpen(vacancy, receivedAt) : { kind: status };
}
