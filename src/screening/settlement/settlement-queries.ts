import { sql, type Expression } from 'kysely';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvents } from '../../people/event-queries.ts';
import { wordsHash } from '../../people/held-words.ts';
import type { Db } from '../../schema.ts';
import { completeFindings, type Finding, type Findings, type HardRule, type Sheet } from '../sheet/sheet.ts';
import type { ScreeningResult as Result } from './settlement.ts';

/** An application whose sheets are all signed, and that nobody has settled. */
export type Ready = { id: string; number: string; rules: HardRule[]; sheets: Sheet[] };

/** As many as are read at once: each time, all that are not settled are gone through. */
const READY_AT_ONCE = 2000;

type Wanted = { reference: string; screeners: number; accountId: string };

/** What is ready to be settled, by number; one's own application and those one may not judge aside. */
export async function* readyToSettle(db: Db, wanted: Wanted): AsyncGenerator<Ready> {
  let after = '';
  for (;;) {
    const ready = await readyAfter(db, wanted, after);
    yield* ready;
    after = ready.at(-1)?.number ?? '';
    if (ready.length < READY_AT_ONCE) return;
  }
}

/** The sheets `h` of an application `s` that wait to be settled: those aside whose screener may no longer judge it. */
export const SHEETS = sql`s.settled_at is null
  and not exists (select from conflicts_of_interest c where c.application_id = h.application_id
    and c.account_id = h.screener_id and c.cleared_at is null)`;

/** Whether somebody may look at an application `a`: not their own, nor one from which a conflict of interest keeps them. */
export const mayLook = (accountId: Expression<unknown>) => sql<boolean>`a.applicant_id <> ${accountId}
  and not exists (select from conflicts_of_interest c
    where c.application_id = a.id and c.account_id = ${accountId} and c.cleared_at is null)`;

export const isReady = (screeners: Expression<unknown>) =>
  sql<boolean>`count(h.signed_at) >= ${screeners} and count(h.signed_at) = count(*)`;

async function readyAfter(db: Db, { reference, screeners, accountId }: Wanted, after: string): Promise<Ready[]> {
  const { rows } = await sql<{ id: string; number: string; rules: HardRule[]; sheets: KeptSheet[] }>`
    select s.application_id as id, a.number, s.rules,
      json_agg(json_build_object('screenerId', h.screener_id, 'findings', h.findings, 'outcome', h.outcome,
        'version', h.version, 'savedAt', h.saved_at, 'signedAt', h.signed_at) order by p.name, p.id) as sheets
    from screened_applications s
    join applications a on a.id = s.application_id and a.status = 'submitted'
    join screening_sheets h on h.application_id = s.application_id
    join accounts p on p.id = h.screener_id
    where s.vacancy_reference = ${reference} and a.number > ${after} and ${SHEETS} and ${mayLook(sql`${accountId}::uuid`)}
    group by s.application_id, a.number, s.rules
    having ${isReady(sql`${screeners}`)}
    order by a.number limit ${READY_AT_ONCE}`.execute(db);
  return rows.map(({ sheets, ...row }) => ({
    ...row,
    sheets: sheets.map(({ findings, savedAt, signedAt, ...sheet }) => ({
      ...sheet,
      applicationId: row.id,
      findings: completeFindings(findings),
      savedAt: savedAt === null ? null : new Date(savedAt),
      signedAt: signedAt === null ? null : new Date(signedAt),
    })),
  }));
}

type KeptSheet = {
  screenerId: string;
  findings: Partial<Findings>;
  outcome: Finding | null;
  version: number;
  savedAt: string | null;
  signedAt: string | null;
};

/** A result with whose application it is; `differed`: what a named person settled, by its place. */
export type ToFreeze = { id: string; number: string; result: Result; differed: number };

type Frozen = { id: string; outcome: string; findings: unknown; rules: unknown; nonce: string };

/** The hash of a result as it was written. */
const heldBy = (application: string, row: Frozen | undefined): string[] =>
  row ? [wordsHash('screening-result', { application, ...wordsIn(row) }, row.nonce)] : [];
const wordsIn = ({ outcome, findings, rules }: Frozen) => ({ outcome, findings, rules });

/** Freezes results, all in one transaction with their events; the database refuses to change them afterwards. */
export async function recordResults(
  transaction: Db,
  results: readonly ToFreeze[],
  { actor, at }: { actor: Actor; at: Date },
): Promise<void> {
  const toWrite = results.map(({ id, result }) => ({ id, ...result }));
  const { rows } = await sql<Frozen>`
    update screened_applications s
    set outcome = n.outcome, findings = n.findings, settled_at = ${at}, settled_by = ${actor.accountId},
      nonce = gen_random_uuid()
    from jsonb_to_recordset(${JSON.stringify(toWrite)}::jsonb) as n (id uuid, outcome text, findings jsonb)
    where s.application_id = n.id
    returning s.application_id as id, s.outcome, s.findings, s.rules, s.nonce`.execute(transaction);
  const frozen = new Map(rows.map((row) => [row.id, row]));
  await recordEvents(
    transaction,
    results.map(({ id, number, result, differed }) => ({
      subject: 'application',
      subjectId: number,
      action: 'screening-settled',
      by: doerOf(actor),
      at,
      details: { outcome: result.outcome, differed, held: heldBy(number, frozen.get(id)) },
    })),
  );
}
