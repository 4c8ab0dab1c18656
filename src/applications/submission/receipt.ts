import { createHash } from 'node:crypto';
import type { Language, Localized, Translated } from '../../platform/language.ts';
import type { AppliedVacancy, AttachedDocument, Dossier } from '../application.ts';
import { requirementsOf, type Answers } from '../answers.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import { storedAnswers, type StoredAnswer } from '../questions/question-told.ts';
import { careerContent, evidenceFor, type CareerContent } from '../career/career-content.ts';
import type { StatedClearance } from '../eligibility/stated-clearance.ts';

/** What is written today. A receipt keeps the shape it was given in, and is read back whatever its number. */
const SCHEMA = 'concours/application/2';
/** Every shape a receipt may have; what a later one added is absent from an earlier. */
export const SCHEMAS = ['concours/application/1', SCHEMA] as const;

/** What a person reads and confirms: everything that is stored with a submission but the instant of its reception. */
export type SubmittedContent = CareerContent & {
  /** The shape of this record: see docs/receipts.md. */
  schema: typeof SCHEMA;
  number: string;
  vacancy: { reference: string; title: Translated; deadlineAt: string | null; deadlineZone: string };
  /** The language the form was confirmed in. */
  language: Language;
  identity: Omit<Answers['identity'], 'clearance' | 'exception' | 'bornOn'> & {
    /** `YYYY-MM-DD`, where the form asks for it and it was given. */
    bornOn?: string;
    /** Why a person should decide, though the rules say that this one is probably not eligible. */
    exception?: string;
    /** Only where the vacancy is for holders of one. */
    clearance?: StatedClearance;
  };
  /** Level by official language. */
  languages: Answers['languages'];
  requirements: {
    kind: 'essential' | 'desirable';
    number: number;
    requirement: Translated;
    answer: string;
    /** The ids of the degrees and posts that show it, where some were named. */
    evidence?: string[];
  }[];
  /** Since there are questions. */
  questions?: StoredAnswer[];
  documents: AttachedDocument[];
  /** Each with its wording, in the languages it was published in. */
  declarations: { code: string; text: Localized }[];
};

/** The content of a receipt: what was confirmed, and when its first byte was received (ISO 8601, UTC, milliseconds). */
export type ReceiptContent = Omit<SubmittedContent, 'schema'> & {
  schema: (typeof SCHEMAS)[number];
  receivedAt: string;
};

export type Receipt = {
  /** Canonical JSON of a `ReceiptContent`: the very bytes that the fingerprint is of. */
  text: string;
  /** Hexadecimal. */
  sha256: string;
  receivedAt: Date;
  zone: string;
  language: Language;
};

/** Everything of a dossier that a submission stores, in the notice's and the organisation's words of this moment. */
export function contentOf({ application, vacancy, documents, rules }: Dossier, language: Language): SubmittedContent {
  const { answers, number } = application;
  const answerTo = (key: string) => answers.requirements[key]?.text ?? '';
  return {
    schema: SCHEMA,
    number,
    vacancy: vacancyOf(vacancy),
    language,
    identity: identityOf(answers),
    ...careerContent(answers, rules),
    languages: answers.languages,
    requirements: requirementsOf(vacancy.notice)
      .filter(({ kind, key }) => kind === 'essential' || answerTo(key).trim() !== '')
      .map(({ key, kind, number: place, text }) => ({
        kind,
        number: place,
        requirement: text,
        answer: answerTo(key),
        ...evidenceFor(answers, key),
      })),
    questions: storedAnswers([...rules.questions, ...vacancy.questions], answers.questions, documents),
    documents: documents
      .map(({ kind, fileName, sizeBytes, pages, sha256, rendition }) => ({
        kind,
        fileName,
        sizeBytes,
        pages,
        sha256,
        ...(rendition && { rendition }),
      }))
      .toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    declarations: rules.declarations
      .filter(({ code }) => answers.declarations.includes(code))
      .map(({ code, text }) => ({ code, text: { en: text.en, fr: text.fr } })),
  };
}

/** The identity as a submission stores it: without what was left empty where it need not be there. */
export function identityOf({
  identity: { clearance, exception = '', bornOn = '', ...identity },
}: Answers): SubmittedContent['identity'] {
  return {
    ...identity,
    ...(bornOn !== '' && { bornOn }),
    ...(clearance && { clearance }),
    ...(exception.trim() !== '' && { exception: exception.trim() }),
  };
}

const vacancyOf = ({ reference, deadlineAt, deadlineZone, notice }: AppliedVacancy): SubmittedContent['vacancy'] => ({
  reference,
  title: notice.title,
  deadlineAt: deadlineAt?.toISOString() ?? null,
  deadlineZone,
});

/** What the review page hands back at submission: what is stored must be what was shown. */
export const reviewMark = (content: SubmittedContent): string => sha256Of(canonicalJson(content));

/** The receipt for content whose first byte was received at `receivedAt`. */
export function receiptFor(content: SubmittedContent, receivedAt: Date): Receipt {
  const stored: ReceiptContent = { ...content, receivedAt: receivedAt.toISOString() };
  const text = canonicalJson(stored);
  const zone = content.vacancy.deadlineZone;
  return { text, sha256: sha256Of(text), receivedAt, zone, language: content.language };
}

/** What a receipt of ours says: the text was written by `receiptFor` and is held by its fingerprint. */
export const readReceipt = ({ text }: Pick<Receipt, 'text'>): ReceiptContent => JSON.parse(text) as ReceiptContent;

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
