import { createHash } from 'node:crypto';
import type { Language } from '../platform/language.ts';
import type { Question } from '../regulations/questions/question-schema.ts';
import type { Db } from '../schema.ts';
import { exampleVacancy } from '../vacancies/vacancy-testing.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import type { Application, ApplicationRules, Dossier } from './application.ts';
import { beginApplication, findDossier, recordAnswers, recordSubmission } from './application-queries.ts';
import { requirementsOf, wordingOf, type Answers } from './answers.ts';
import { contentOf, reviewMark } from './submission/receipt.ts';
import type { StatedClearance } from './eligibility/stated-clearance.ts';
import { submit, type Submission } from './submission/submission.ts';

const BEGUN = new Date('2026-11-20T10:00:00Z');

/** Answers with which nothing is missing from an application to this vacancy. */
export function completeAnswers(notice: Vacancy['notice'], rules: ApplicationRules): Answers {
  const answered = requirementsOf(notice)
    .filter(({ kind }) => kind === 'essential')
    .map(({ key, number, text }) => [key, { wording: wordingOf(text), text: `How I meet requirement ${number}.` }]);
  const country = rules.memberNations.nations[0]?.country ?? 'BE';
  return {
    identity: {
      givenNames: 'Ada',
      familyName: 'Marin',
      nationalities: [country],
      residence: country,
      telephone: '',
      ...(notice.fastTrack && { clearance: highestClearance(rules) }),
    },
    education: { none: false, entries: [exampleDegree], leftOut: [] },
    experience: { none: false, entries: [examplePost], leftOut: [] },
    languages: Object.fromEntries(rules.languages.official.map((language) => [language, levelOf(rules)])),
    requirements: Object.fromEntries(answered) as Answers['requirements'],
    questions: Object.fromEntries(rules.questions.map((question) => [question.code, answerTo(question)])),
    willingness: Object.fromEntries(rules.eligibility.willingness.declarations.map(({ code }) => [code, 'yes'])),
    declarations: rules.declarations.map(({ code }) => code),
    revisions: {
      identity: 1,
      education: 1,
      experience: 1,
      languages: 1,
      requirements: 1,
      questions: 1,
      willingness: 1,
      declarations: 1,
    },
    fromProfile: {},
    notKept: [],
  };
}

/** An answer that asks nothing further and speaks against nobody. */
function answerTo(question: Question): Answers['questions'][string] {
  const wording = question.text.en;
  const answers: Record<Question['kind'], string[]> = {
    'yes-no': [question.kind === 'yes-no' && question.details?.when === 'no' ? 'yes' : 'no'],
    choice: question.kind === 'choice' ? question.options.slice(-1).map(({ code }) => code) : [],
    number: ['12'],
    date: ['1', '6', '2027'],
    text: ['An answer.'],
    document: [],
  };
  return { wording, answer: answers[question.kind], details: '', reason: '' };
}

const exampleDegree = {
  id: 'degree',
  fields: {
    degree: 'MSc in Hydrology',
    kind: 'master',
    institution: 'University of Ghent',
    country: 'BE',
    from: '2005-09',
    to: '2010-06',
    completed: 'yes',
  },
};
/** Where whoever applies in a test has worked. */
export const examplePost = {
  id: 'post',
  fields: {
    title: 'Hydrologist',
    employer: 'River Authority',
    country: 'BE',
    from: '2010-09',
    to: '2020-08',
    workingTime: 'full-time',
    tasks: 'Measured floods.',
  },
};

/** A clearance that opens every fast track. */
const highestClearance = ({ clearances: { levels, issuers } }: ApplicationRules): StatedClearance => ({
  level: levels.at(-1)?.code ?? '',
  issuer: issuers.accepted[0]?.code ?? '',
  day: '31',
  month: '12',
  year: '2999',
});

/** A level below the highest of the organisation's scale. */
const levelOf = ({ languages: { levels } }: ApplicationRules): string => levels.at(-2)?.code ?? '';

/** A complete draft as a value, to be taken apart by a test. */
export function exampleDossier(rules: ApplicationRules, given: Partial<Dossier> = {}): Dossier {
  const vacancy = exampleVacancy({ status: 'published' });
  const application: Application = {
    id: '7d8c0a6e-55f4-4f0e-9a1c-0c1f9f2d5a01',
    number: `A-${vacancy.reference}-00001`,
    vacancyReference: vacancy.reference,
    applicantId: '0a3a2f5e-6f0d-4c58-8a5e-5b7a3f0f6c11',
    status: 'draft',
    answers: completeAnswers((given.vacancy ?? vacancy).notice, rules),
    updatedAt: BEGUN,
    submittedAt: null,
    version: 1,
    reminders: true,
    entrance: 'public',
  };
  return { application, vacancy, documents: [], rules, ...given };
}

type Person = { accountId: string };

/** Begins a draft for a vacancy that is in the database; answers its number. */
export const insertDraft = (db: Db, draft: Person & { reference: string; nationalities?: string[] }): Promise<string> =>
  db.transaction().execute((transaction) => beginApplication(transaction, { nationalities: [], ...draft }, BEGUN));

type Draft = Person & { number: string; rules: ApplicationRules };

/** Fills a draft in, so that it can be submitted; answers what stands in it then. */
export async function completeDraft(db: Db, { rules, ...own }: Draft): Promise<Dossier> {
  const dossier = await existingDossier(db, { rules, ...own });
  const answers = completeAnswers(dossier.vacancy.notice, rules);
  await db
    .transaction()
    .execute((transaction) => recordAnswers(transaction, { ...dossier.application, answers }, BEGUN));
  return existingDossier(db, { rules, ...own });
}

/** What the review page of a complete draft sends when its button is pressed: the body of POST …/submission. */
export async function submissionForm(db: Db, draft: Draft, language: Language = 'en'): Promise<{ reviewed: string }> {
  return { reviewed: reviewMark(contentOf(await existingDossier(db, draft), language)) };
}

/** A complete draft, submitted at `receivedAt` without the web: row, receipt and event. */
export async function submitApplication(
  db: Db,
  draft: Draft,
  receivedAt: Date = new Date('2026-11-21T16:30:00.123Z'),
): Promise<Submission> {
  const dossier = await completeDraft(db, draft);
  const reviewed = reviewMark(contentOf(dossier, 'en'));
  const submitted = submit(dossier, { reviewed, language: 'en', receivedAt, roles: [] });
  if (!submitted.ok) throw new Error(`Not submitted: ${submitted.refusal.kind}`);
  await db.transaction().execute((transaction) => recordSubmission(transaction, submitted.value, receivedAt));
  return submitted.value;
}

export async function existingDossier(db: Db, { rules, ...own }: Draft): Promise<Dossier> {
  const dossier = await findDossier(db, own, rules);
  if (!dossier) throw new Error(`There is no application ${own.number} of this person`);
  return dossier;
}

export const sha256Of = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
