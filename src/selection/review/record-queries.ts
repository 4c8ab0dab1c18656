import type { ReceiptContent } from '../../applications/submission/receipt.ts';
import type { Db } from '../../schema.ts';
import { everyReportOf, type Report } from '../decision/report-queries.ts';

/** The released report that decided on an application last, if a panel did. */
export async function decidingReport(db: Db, reference: string, number: string): Promise<Report | undefined> {
  const released = (await everyReportOf(db, reference)).filter(({ releasedAt }) => releasedAt !== null);
  return released.find(({ decided }) => decided?.decisions?.some((one) => one.number === number));
}

/** What was received of an application, as canonical JSON that nothing changes. */
export async function receivedContent(db: Db, applicationId: string): Promise<ReceiptContent> {
  const { content } = await db
    .selectFrom('receipts')
    .select('content')
    .where('applicationId', '=', applicationId)
    .executeTakeFirstOrThrow();
  return JSON.parse(content) as ReceiptContent;
}
