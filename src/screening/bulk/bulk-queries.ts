import { sql, type Transaction } from 'kysely';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvents } from '../../people/event-queries.ts';
import type { Db, Schema } from '../../schema.ts';
import { completeFindings, type Finding, type Findings, type HardRule, type Sheet } from '../sheet/sheet.ts';

export type OpenSheet = { number: string; sheet: Sheet; rules: HardRule[] };
type Own = { reference: string; accountId: string };

/** The sheets of somebody that they have not signed, by number; those of applications that they may not judge aside. */
export async function openSheets(db: Db, { reference, accountId }: Own): Promise<OpenSheet[]> {
  const rows = await db
    .selectFrom('screeningSheets')
    .innerJoin('screenedApplications', 'screenedApplications.applicationId', 'screeningSheets.applicationId')
    .innerJoin('applications', 'applications.id', 'screenedApplications.applicationId')
    .select(['number', 'rules', 'screeningSheets.findings', 'screeningSheets.outcome', 'screeningSheets.version'])
    .select(['screeningSheets.applicationId', 'screenerId', 'savedAt', 'signedAt'])
    .where('screenedApplications.vacancyReference', '=', reference)
    .where('screenerId', '=', accountId)
    .where('signedAt', 'is', null)
    .where('settledAt', 'is', null)
    .where('applications.status', '=', 'submitted')
    .where(
      sql<boolean>`not exists (select from conflicts_of_interest c where c.application_id = screening_sheets.application_id
        and c.account_id = screening_sheets.screener_id and c.cleared_at is null)`,
    )
    .orderBy('number')
    .execute();
  return rows.map(({ number, rules, findings, outcome, ...sheet }) => ({
    number,
    rules: rules as HardRule[],
    sheet: {
      ...sheet,
      findings: completeFindings(findings as Partial<Findings>),
      outcome: outcome as Finding | null,
    },
  }));
}

/** The same, held until the transaction ends. */
export async function lockOpenSheets(transaction: Transaction<Schema>, own: Own): Promise<OpenSheet[]> {
  await transaction
    .selectFrom('screeningSheets')
    .select('applicationId')
    .where('screenerId', '=', own.accountId)
    .orderBy('applicationId')
    .forUpdate()
    .execute();
  return openSheets(transaction, own);
}

type Change = { actor: Actor; at: Date; action: 'rule-found-for-several' | 'rule-taken-back'; details: object };

/** Writes sheets that were changed together, with an event for each application. */
export async function recordTogether(
  transaction: Transaction<Schema>,
  changed: readonly { number: string; sheet: Sheet }[],
  { actor, at, action, details }: Change,
): Promise<void> {
  for (let from = 0; from < changed.length; from += 1000) {
    const rows = changed.slice(from, from + 1000).map(({ sheet }) => ({
      id: sheet.applicationId,
      findings: sheet.findings,
      outcome: sheet.outcome,
      version: sheet.version,
    }));
    await sql`
      update screening_sheets h set findings = n.findings, outcome = n.outcome, version = n.version, saved_at = ${at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, findings jsonb, outcome text, version integer)
      where h.application_id = n.id and h.screener_id = ${actor.accountId}`.execute(transaction);
  }
  await recordEvents(
    transaction,
    changed.map(({ number }) => ({
      subject: 'application',
      subjectId: number,
      action,
      by: doerOf(actor),
      at,
      details: { ...details },
    })),
  );
}
