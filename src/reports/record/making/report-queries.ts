import type { Context } from '../../../people/context.ts';
import { LANGUAGES, type Translated } from '../../../platform/language.ts';
import { reportPdf } from '../../../selection/decision/report-pdf-queries.ts';
import { everyReportOf, type Report } from '../../../selection/decision/report-queries.ts';
import type { Db } from '../../../schema.ts';
import { letterFile, letterText, reportPdfFile, signedFile } from '../record.ts';
import type { HeldFile } from './file-queries.ts';

/** What sets a report as a file: as its own page does. */
export type Setting = Pick<Context, 'db' | 'organisation' | 'typst' | 'clock'>;

/**
 * Each report that was frozen, on all or on the candidate of one case: the very text whose SHA-256 its members signed, the PDF in each language as its page gives
 * it, and the letters that told of the decision.
 */
export async function* reportFiles(
  setting: Setting,
  { reference, zone }: { reference: string; zone: string },
): AsyncGenerator<HeldFile> {
  for (const report of (await everyReportOf(setting.db, reference)).toReversed()) {
    if (report.content === null) continue;
    yield { name: signedFile(report.number), content: report.content };
    for (const language of LANGUAGES) {
      const content = await reportPdf(setting, report, { reference, language, zone });
      yield { name: reportPdfFile(report.number, language), content };
    }
    yield* letterFiles(setting.db, report, reference);
  }
}

const LETTERS_AT_ONCE = 200;

/** The letters of a decision as they were written: the messages of who released it, of that very instant. */
async function* letterFiles(db: Db, { number, releasedAt }: Report, reference: string): AsyncGenerator<HeldFile> {
  if (!releasedAt) return;
  for (let after = ''; ;) {
    const letters = await db
      .selectFrom('messages')
      .innerJoin('applications', 'applications.id', 'messages.applicationId')
      .select(['applications.number as application', 'subject', 'body'])
      .where('vacancyReference', '=', reference)
      .where('sender', '=', 'staff')
      .where('sentAt', '=', releasedAt)
      .where('applications.number', '>', after)
      .orderBy('applications.number')
      .limit(LETTERS_AT_ONCE)
      .execute();
    for (const { application, subject, body } of letters)
      yield {
        name: letterFile(number, application),
        content: letterText({ subject: subject as Translated, body: body as Translated }),
      };
    after = letters.at(-1)?.application ?? after;
    if (letters.length < LETTERS_AT_ONCE) return;
  }
}
