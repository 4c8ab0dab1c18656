import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeDraft, insertDraft } from '../applications/application-testing.ts';
import { receiptMail } from '../applications/submission/receipt-mail.ts';
import { contentOf, receiptFor, reviewMark } from '../applications/submission/receipt.ts';
import type { Context } from '../people/context.ts';
import { readNotice } from '../notices/import/read-notice.ts';
import type { NoticeRecord } from '../notices/notice.ts';
import { insertAccount } from '../people/people-testing.ts';
import { openSession } from '../people/session-queries.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import type { PreparedSubmission } from './bare-submission.ts';

/** As many as a full page of the portal. */
const VACANCIES = 25;
const ROUNDS = 4;
const SUBMISSIONS_A_ROUND = 400;
const A_MONTH_MS = 30 * 24 * 3_600_000;

export type PreparedDraft = { number: string; reviewed: string; cookie: string; prepared: PreparedSubmission };
export type Prepared = {
  texts: string[];
  vacancies: string[];
  rounds: { byWeb: PreparedDraft[]; bySql: PreparedDraft[] }[];
};

/** The notices of the demonstration, as they reach us. */
export const demonstrationTexts = (root: string): string[] =>
  globSync(join(root, 'organisations/northern-rivers/demonstration/*.txt'))
    .toSorted()
    .map((file) => readFileSync(file, 'utf8'));

/** Vacancies to show, and complete drafts with signed-in authors, so that only the submission itself is measured. */
export async function prepare(context: Context, root: string): Promise<Prepared> {
  const deadlineAt = new Date(context.clock().getTime() + A_MONTH_MS);
  const texts = demonstrationTexts(root);
  const notices = texts.flatMap((text): NoticeRecord[] => {
    const read = readNotice(text, context.vocabulary);
    // Drafts are prepared without documents, so none are asked for.
    return read.ok ? [{ ...read.value.record, attachments: [] }] : [];
  });
  const vacancies = Array.from({ length: VACANCIES }, (_, index) => String(260_500 + index));
  for (const [index, reference] of vacancies.entries()) {
    const notice = { ...notices[index % notices.length], reference };
    await insertVacancy(context.db, { reference, notice, status: 'published', deadlineAt });
  }
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const drafts = await Promise.all(
      Array.from({ length: 2 * SUBMISSIONS_A_ROUND }, (_, index) =>
        prepareDraft(context, vacancies[index % VACANCIES] ?? ''),
      ),
    );
    rounds.push({ byWeb: drafts.slice(0, SUBMISSIONS_A_ROUND), bySql: drafts.slice(SUBMISSIONS_A_ROUND) });
  }
  return { texts, vacancies, rounds };
}

async function prepareDraft(
  { db, organisation: rules, clock, config }: Context,
  reference: string,
): Promise<PreparedDraft> {
  const email = `${randomUUID()}@people.example`;
  const { id: accountId } = await insertAccount(db, { email });
  const secret = await openSession(db, { accountId, device: 'bench' }, clock());
  const number = await insertDraft(db, { accountId, reference });
  const content = contentOf(await completeDraft(db, { accountId, number, rules }), 'en');
  const receipt = receiptFor(content, clock());
  const { to, subject, text } = receiptMail(receipt, { name: 'A Person', email, language: 'en' }, config.PUBLIC_URL);
  return {
    number,
    reviewed: reviewMark(content),
    cookie: `session=${secret}`,
    prepared: { accountId, number, content: receipt.text, mail: { ...to, subject, body: text } },
  };
}
