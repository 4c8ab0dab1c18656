import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { valueTyped } from '../questions/question-told.ts';
import { NO_ANSWER } from '../../regulations/questions/question.ts';
import { statedEntries } from '../career/career-gaps.ts';
import { withoutEmpty } from '../career/career-content.ts';
import { wordingOf, type Answers } from '../answers.ts';
import type { AttachedDocument } from '../application.ts';
import { identityOf, readReceipt, type Receipt, type ReceiptContent } from './receipt.ts';

/** A part of what is stored that is not, or no longer, what the receipt says. */
export type ReceiptDifference =
  | 'fingerprint'
  | 'identity'
  | 'education'
  | 'experience'
  | 'languages'
  | 'requirements'
  | 'questions'
  | 'willingness'
  | 'documents'
  | 'declarations';

/** What is stored now; a document's fingerprint is of its bytes as they are read now. */
export type StoredContent = { answers: Answers; documents: Fingerprinted[] };

type Fingerprinted = Pick<AttachedDocument, 'kind' | 'sha256' | 'rendition'>;

/** Compares what is stored with the receipt that was given for it; nothing, when all of it is the same. */
export function checkReceipt(receipt: Pick<Receipt, 'text' | 'sha256'>, stored: StoredContent): ReceiptDifference[] {
  const content = readReceipt(receipt);
  const { answers } = stored;
  const same: Record<ReceiptDifference, boolean> = {
    fingerprint: createHash('sha256').update(receipt.text, 'utf8').digest('hex') === receipt.sha256,
    identity: isDeepStrictEqual(content.identity, identityOf(answers)),
    education: careerStands('education', content, answers),
    experience: careerStands('experience', content, answers),
    languages: isDeepStrictEqual(content.languages, answers.languages),
    requirements: content.requirements.every((answered) => answerStands(answered, answers)),
    questions: (content.questions ?? []).every((given) => questionStands(given, answers)),
    willingness: (content.willingness ?? []).every(({ code, answer }) => answers.willingness[code] === answer),
    documents: isDeepStrictEqual(fingerprints(content.documents), fingerprints(stored.documents)),
    declarations: content.declarations.every(({ code }) => answers.declarations.includes(code)),
  };
  return (Object.keys(same) as ReceiptDifference[]).filter((part) => !same[part]);
}

/** What a receipt does not hold was not asked for when it was given, or did not exist yet: it is not held to it. */
const careerStands = (step: 'education' | 'experience', content: ReceiptContent, answers: Answers): boolean =>
  content[step] === undefined || isDeepStrictEqual(content[step], statedEntries(answers, step).map(withoutEmpty));

function questionStands(
  { code, kind, answer, details = '', exception }: NonNullable<ReceiptContent['questions']>[number],
  { questions }: Answers,
): boolean {
  const stored = questions[code] ?? NO_ANSWER;
  const reason = exception === undefined || exception.reason === stored.reason;
  // A document that answers is held by its own fingerprint, among the documents.
  const same = kind === 'document' || isDeepStrictEqual(answer, valueTyped(kind, stored.answer));
  return same && reason && (details === stored.details || (details === '' && stored.details.trim() === ''));
}

/** By its wording, since a notice corrected afterwards may number its requirements otherwise. */
function answerStands(
  { requirement, answer }: ReceiptContent['requirements'][number],
  { requirements }: Answers,
): boolean {
  const wording = wordingOf(requirement);
  const answers = Object.values(requirements).filter((stored) => stored.wording === wording);
  return answers.length === 0 ? answer === '' : answers.some(({ text }) => text === answer);
}

const fingerprints = (documents: Fingerprinted[]): Record<string, (string | undefined)[]> =>
  Object.fromEntries(documents.map(({ kind, sha256, rendition }) => [kind, [sha256, rendition?.sha256]]));
