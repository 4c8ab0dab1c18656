import { randomUUID } from 'node:crypto';
import { completeAnswers } from '../applications/application-testing.ts';
import type { Application } from '../applications/application.ts';
import { marksText } from '../applications/drafting/draft.ts';
import { COVER_LETTER } from '../applications/documents/document-testing.ts';
import { contentOf, reviewMark } from '../applications/submission/receipt.ts';
import type { Context } from '../people/context.ts';
import { hashSecret, newSecret, sessionEnd } from '../people/session.ts';
import type { Db } from '../schema.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';

/** A signed-in candidate with a draft that lacks nothing. */
export type ReadyDraft = {
  number: string;
  cookie: string;
  reviewed: string;
  /** What the form of the first step shows, as it hands it back. */
  base: string;
};

const REFERENCE = '260777';
const AT_ONCE = 500;
const AN_HOUR_MS = 3_600_000;

type Outside = Pick<Context, 'db' | 'organisation'>;
type Wanted = { candidates: number; deadlineAt: Date; reference?: string };

/** One vacancy, and so many candidates with complete drafts for it, written straight into the tables. */
export async function prepareDrafts(
  { db, organisation: rules }: Outside,
  { candidates, deadlineAt, reference = REFERENCE }: Wanted,
): Promise<ReadyDraft[]> {
  const notice = { attachments: [COVER_LETTER] };
  const vacancy = await insertVacancy(db, { reference, notice, status: 'published', deadlineAt });
  const answers = completeAnswers(vacancy.notice, rules);
  const base = marksText(answers.identity);
  const begun = new Date(Date.now() - AN_HOUR_MS);
  const people = Array.from({ length: candidates }, (_, index) => {
    const number = `A-${reference}-${String(index + 1).padStart(5, '0')}`;
    const [id, accountId, secret] = [randomUUID(), randomUUID(), newSecret()];
    const application: Application = {
      id,
      number,
      vacancyReference: reference,
      applicantId: accountId,
      status: 'draft',
      answers,
      updatedAt: begun,
      submittedAt: null,
      version: 1,
      reminders: true,
      entrance: 'public',
    };
    const reviewed = reviewMark(contentOf({ application, vacancy, documents: [], rules }, 'en'));
    return { application, accountId, secret, draft: { number, reviewed, base, cookie: `session=${secret}` } };
  });
  for (let from = 0; from < people.length; from += AT_ONCE)
    await insertPeople(db, people.slice(from, from + AT_ONCE), begun);
  return people.map(({ draft }) => draft);
}

type Person = { application: Application; accountId: string; secret: string };

async function insertPeople(db: Db, people: Person[], begun: Date): Promise<void> {
  const accounts = people.map(({ accountId }) => ({
    id: accountId,
    email: `${accountId}@people.example`,
    name: 'Ada Marin',
    language: 'en',
    passwordHash: 'none',
    verifiedAt: begun,
    createdAt: begun,
  }));
  await db.insertInto('accounts').values(accounts).execute();
  const now = new Date();
  const sessions = people.map(({ accountId, secret }) => ({
    secretHash: hashSecret(secret),
    accountId,
    device: 'bench',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionEnd(now),
    revokedAt: null,
  }));
  await db.insertInto('sessions').values(sessions).execute();
  const applications = people.map(({ application }) => ({
    ...application,
    answers: JSON.stringify(application.answers),
    createdAt: begun,
  }));
  await db.insertInto('applications').values(applications).execute();
}
