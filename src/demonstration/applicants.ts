import { randomUUID } from 'node:crypto';
import { beginApplication, findDossier, recordAnswers, recordSubmission } from '../applications/application-queries.ts';
import { requirementsOf, wordingOf, type Answers } from '../applications/answers.ts';
import type { Dossier } from '../applications/application.ts';
import { contentOf, reviewMark } from '../applications/submission/receipt.ts';
import { submit } from '../applications/submission/submission.ts';
import { findAccountByAddress, recordSignUp, recordVerification } from '../people/account-queries.ts';
import type { Context } from '../people/context.ts';
import { hashPassword } from '../people/password-hash.ts';
import type { Question } from '../regulations/questions/question-schema.ts';
import type { DemonstrationApplicant } from './competition-schema.ts';

const HOUR = 3_600_000;
type Outside = Pick<Context, 'db' | 'organisation'>;

/** Has somebody apply, so many hours before the closing; answers the number of the application. */
export async function apply(
  { db, organisation: rules }: Outside,
  reference: string,
  applicant: DemonstrationApplicant & { closingAt: Date },
): Promise<string> {
  const at = new Date(applicant.closingAt.getTime() - applicant.hoursBeforeClosing * HOUR);
  const accountId = await accountOf({ db }, applicant, new Date(at.getTime() - HOUR));
  const nationalities = [applicant.nationality];
  return db.transaction().execute(async (transaction) => {
    const number = await beginApplication(transaction, { accountId, reference, nationalities }, at);
    const draft = async (): Promise<Dossier> => {
      const dossier = await findDossier(transaction, { accountId, number }, rules);
      if (!dossier) throw new Error(`Demonstration: there is no draft ${number}`);
      return dossier;
    };
    const begun = await draft();
    await recordAnswers(transaction, { ...begun.application, answers: answersOf(applicant, begun) }, at);
    const dossier = await draft();
    const { language } = applicant;
    const request = { reviewed: reviewMark(contentOf(dossier, language)), language, receivedAt: at, roles: [] };
    const submitted = submit(dossier, request);
    if (!submitted.ok) throw new Error(`Demonstration: ${number}: ${JSON.stringify(submitted.refusal)}`);
    await recordSubmission(transaction, submitted.value, at);
    return number;
  });
}

/** The account of somebody whom the demonstration knows already, else one whose password nobody knows. */
async function accountOf({ db }: Pick<Outside, 'db'>, applicant: DemonstrationApplicant, at: Date): Promise<string> {
  const { email, language, givenNames, familyName } = applicant;
  const known = await findAccountByAddress(db, email);
  if (known) return known.id;
  const passwordHash = await hashPassword(randomUUID());
  const name = `${givenNames} ${familyName}`;
  return db.transaction().execute(async (transaction) => {
    const id = await recordSignUp(transaction, { email, name, language, passwordHash }, at);
    if (id === undefined) throw new Error('Demonstration: an applicant’s address is taken');
    await recordVerification(transaction, id, at);
    return id;
  });
}

function answersOf(applicant: DemonstrationApplicant, { application, vacancy, rules }: Dossier): Answers {
  const { givenNames, familyName, nationality, residence, degree, posts, languages, statements } = applicant;
  const asked = requirementsOf(vacancy.notice).filter(({ kind }) => kind === 'essential');
  const stated = asked.map(({ key, text }, at) => [key, { wording: wordingOf(text), text: statements[at] ?? '' }]);
  const worked = posts.map((post, at) => ({
    id: `post-${at + 1}`,
    fields: { ...post, workingTime: 'full-time', ...(post.to === '' && { current: 'yes' }) },
  }));
  return {
    ...application.answers,
    identity: { givenNames, familyName, nationalities: [nationality], residence, telephone: '' },
    education: { none: false, entries: [{ id: 'degree', fields: { ...degree, completed: 'yes' } }], leftOut: [] },
    experience: { none: false, entries: worked, leftOut: [] },
    languages,
    requirements: Object.fromEntries(stated) as Answers['requirements'],
    questions: Object.fromEntries(rules.questions.map((question) => [question.code, answerTo(question)])),
    willingness: Object.fromEntries(rules.eligibility.willingness.declarations.map(({ code }) => [code, 'yes'])),
    declarations: rules.declarations.map(({ code }) => code),
  };
}

/** The organisation's own questions are answered with no; others are not asked in the demonstration. */
function answerTo({ kind, code, text }: Question): Answers['questions'][string] {
  if (kind !== 'yes-no') throw new Error(`Demonstration: nobody has an answer to the question ${code}`);
  return { wording: text.en, answer: ['no'], details: '', reason: '' };
}
