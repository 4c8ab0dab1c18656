import { PDFDocument, StandardFonts } from 'pdf-lib';
import { completeAnswers, existingDossier, insertDraft } from '../applications/application-testing.ts';
import { recordAnswers, recordSubmission } from '../applications/application-queries.ts';
import { requirementsOf, wordingOf, type Answers } from '../applications/answers.ts';
import { storeDocument } from '../applications/documents/document-queries.ts';
import { contentOf, reviewMark } from '../applications/submission/receipt.ts';
import { submit } from '../applications/submission/submission.ts';
import type { Context } from '../people/context.ts';
import { insertAccount } from '../people/people-testing.ts';
import type { CompetitionRole } from '../people/permissions.ts';
import type { Db } from '../schema.ts';

const BEFORE_CLOSING = new Date('2026-11-18T10:00:00Z');

export type ExampleApplicant = {
  /** Of somebody who is there already. */
  accountId?: string | undefined;
  givenNames?: string;
  familyName?: string;
  email?: string;
  telephone?: string;
  nationalities?: string[];
  /** What is said of every essential requirement. */
  statement?: string;
  /** Words of the letter, what its sender called the file, whom its metadata names, and what it answers. */
  letter?: { text: string; fileName: string; author?: string; kind?: string };
  change?: (answers: Answers) => Answers;
};

/** Somebody who applied for a vacancy that has closed since, with what they wrote. */
export async function insertApplicant(
  { db, organisation: rules }: Pick<Context, 'db' | 'organisation'>,
  reference: string,
  given: ExampleApplicant = {},
): Promise<{ number: string; accountId: string }> {
  const { givenNames = 'Ada', familyName = 'Marin', statement } = given;
  const accountId = given.accountId ?? (await insertAuthor(db, { ...given, givenNames, familyName })).id;
  const number = await insertDraft(db, { accountId, reference });
  const draft = { accountId, number, rules };
  const { application, vacancy } = await existingDossier(db, draft);
  const complete = completeAnswers(vacancy.notice, rules);
  const written = requirementsOf(vacancy.notice)
    .filter(({ kind }) => kind === 'essential' && statement !== undefined)
    .map(({ key, text }) => [key, { wording: wordingOf(text), text: statement ?? '', evidence: ['post', 'degree'] }]);
  const { telephone = '', nationalities = complete.identity.nationalities } = given;
  const refused = nationalities !== complete.identity.nationalities;
  const identity = {
    ...complete.identity,
    givenNames,
    familyName,
    telephone,
    nationalities,
    ...(refused && { exception: 'Somebody should decide.' }),
  };
  const requirements = { ...complete.requirements, ...Object.fromEntries(written) };
  const answers = (given.change ?? ((same) => same))({ ...complete, identity, requirements });
  const { letter } = given;
  await db.transaction().execute(async (transaction) => {
    const saved = await recordAnswers(transaction, { ...application, answers }, BEFORE_CLOSING);
    if (!letter) return;
    const { fileName, author, kind = 'cover-letter' } = letter;
    const content = await pdfSaying(letter.text, author);
    const file = {
      fileName,
      content,
      format: 'pdf',
      pages: 1,
      remarks: wordless(letter.text),
      scan: 'clean',
    } as const;
    await storeDocument(transaction, { application: saved, kind, file }, BEFORE_CLOSING);
  });
  const dossier = await existingDossier(db, draft);
  const reviewed = reviewMark(contentOf(dossier, 'en'));
  const submitted = submit(dossier, { reviewed, language: 'en', receivedAt: BEFORE_CLOSING, roles: [] });
  if (!submitted.ok) throw new Error(`Not submitted: ${submitted.refusal.kind}`);
  await db.transaction().execute((transaction) => recordSubmission(transaction, submitted.value, BEFORE_CLOSING));
  return { number, accountId };
}

/** What is noted of a page without words when it arrives. */
const wordless = (text: string) => (text.trim() === '' ? [{ kind: 'no-text' as const, pages: [1] }] : []);

const insertAuthor = (db: Db, { givenNames = '', familyName = '', email }: ExampleApplicant) =>
  insertAccount(db, { name: `${givenNames} ${familyName}`, ...(email && { email }) });

/** A page with these words, and with metadata that tells who made it. */
export async function pdfSaying(text: string, author = ''): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor(author);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595.28, 841.89]);
  for (const [index, line] of text.split('\n').entries())
    page.drawText(line, { x: 50, y: 780 - index * 16, size: 11, font });
  return Buffer.from(await document.save());
}

type Named = { reference: string; accountId: string; role?: CompetitionRole; name?: string; addedAt?: Date };

/** Names somebody for a competition, as its page does. */
export const insertMember = (
  db: Db,
  { reference, accountId, role = 'screener', name = 'A. Screener', addedAt = BEFORE_CLOSING }: Named,
) =>
  db
    .insertInto('competitionMembers')
    .values({ vacancyReference: reference, accountId, role, name, addedAt, addedBy: accountId })
    .execute();

/** Says that somebody may not judge an application. */
export async function insertConflict(db: Db, { reference, accountId, number }: Named & { number: string }) {
  const { id } = await db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('conflictsOfInterest')
    .values({
      vacancyReference: reference,
      accountId,
      applicationId: id,
      kind: 'relative',
      foundBy: 'declared',
      foundAt: BEFORE_CLOSING,
    })
    .execute();
}
