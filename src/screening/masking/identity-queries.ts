import { readReceipt } from '../../applications/submission/receipt.ts';
import type { Db } from '../../schema.ts';
import { identityOf, type Identity } from './identity.ts';

/** Whose these applications are, with everything by which they might be told. */
export async function identitiesOf(db: Db, numbers: readonly string[]): Promise<Identity[]> {
  const rows = await db
    .selectFrom('applications')
    .innerJoin('receipts', 'receipts.applicationId', 'applications.id')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .select(['content', 'accounts.name', 'accounts.email'])
    .where('number', 'in', [...numbers, ''])
    .execute();
  return rows.map(({ content, ...account }) => identityOf({ content: readReceipt({ text: content }), account }));
}
