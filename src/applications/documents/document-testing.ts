import type { Db } from '../../schema.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { NO_ANSWERS, type Answers } from '../answers.ts';

export const COVER_LETTER = { kind: 'cover-letter', maxPages: 2, pageSize: 'A4', formats: ['pdf'] } as const;
export const ESSAY = { kind: 'essay-on-challenges', maxPages: 2, pageSize: 'A4', formats: ['word', 'pdf'] } as const;

type Wanted = {
  applicantId: string;
  reference?: string;
  number?: string;
  answers?: Partial<Answers>;
  now?: Date;
  deadlineAt?: Date;
};

/** A draft of this applicant's, written straight into the tables, for an open vacancy that asks for two documents. */
export async function insertDraftAskingDocuments(db: Db, wanted: Wanted): Promise<{ id: string; number: string }> {
  const {
    applicantId,
    reference = '260014',
    now = new Date('2026-11-20T09:00:00Z'),
    answers = {},
    deadlineAt,
  } = wanted;
  const there = await db.selectFrom('vacancies').select('reference').where('reference', '=', reference).execute();
  if (there.length === 0)
    await insertVacancy(db, {
      ...(deadlineAt && { deadlineAt }),
      reference,
      status: 'published',
      notice: { attachments: [COVER_LETTER, ESSAY] },
    });
  const number = wanted.number ?? `A-${reference}-${String(10_000 + (await countApplications(db)))}`;
  return db
    .insertInto('applications')
    .values({
      number,
      vacancyReference: reference,
      applicantId,
      answers: JSON.stringify({ ...NO_ANSWERS, ...answers }),
      createdAt: now,
      updatedAt: now,
      submittedAt: null,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
}

async function countApplications(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('applications')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
