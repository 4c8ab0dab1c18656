import type { Db } from '../../schema.ts';

/**
 * Holds the vacancy, so that while its news is told no draft of it is thrown away or put back: whoever has one is told
 * now or has missed it, never both and never neither.
 */
export async function holdDrafts(transaction: Db, reference: string): Promise<void> {
  await transaction
    .selectFrom('vacancies')
    .select('reference')
    .where('reference', '=', reference)
    .forNoKeyUpdate()
    .execute();
}

/** Waits until no news of the vacancy of an application is being told, and keeps the next from it. */
export async function holdNews(transaction: Db, own: { accountId: string; number: string }): Promise<void> {
  const { accountId, number } = own;
  await transaction
    .selectFrom('vacancies')
    .select('reference')
    .where('reference', '=', (of) =>
      of
        .selectFrom('applications')
        .select('vacancyReference')
        .where('number', '=', number)
        .where('applicantId', '=', accountId),
    )
    .forShare()
    .execute();
}
