import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { received, type Candidate } from '../../competition/candidate-queries.ts';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Db } from '../../schema.ts';
import { givenSchema, sheetHash, type Given, type ScoreSheet } from './score-sheet.ts';

/**
 * Those invited to a stage since their review began last, whatever came after; who withdrew is not among them. A review that was
 * taken up by re-doing another step leaves an invitation as it was.
 */
export async function candidatesAtStage(db: Db, reference: string, code: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('applicationStages as invited')
    .innerJoin('applications', 'applications.id', 'invited.applicationId')
    .select('invited.applicationId')
    .where('vacancyReference', '=', reference)
    .where('invited.stage', '=', code)
    .where(
      sql<boolean>`invited.number > coalesce((select max(s.number) from application_stages s
        where s.application_id = invited.application_id and s.position = 'under-review'
          and not exists (select from review_requests q
            where q.application_id = s.application_id and q.status = 'redone' and q.decision_number + 1 = s.number
              and not exists (select from redone_stages r join selection_stages t on t.id = r.stage_id
                where r.review_id = q.id and t.code = invited.stage))), 0)`,
    )
    .execute();
  return received(
    db,
    reference,
    rows.map(({ applicationId }) => applicationId),
  );
}

/** Every sheet of a stage, or of one candidate there: for the rules, which say who sees which. */
export async function sheetsOf(db: Db, stageId: string, candidate?: string): Promise<ScoreSheet[]> {
  const rows = await db
    .selectFrom('scoreSheets')
    .select(['applicationId as candidate', 'accountId', 'scores', 'signedAt', 'version'])
    .where('stageId', '=', stageId)
    .$if(candidate !== undefined, (query) => query.where('applicationId', '=', candidate ?? ''))
    .orderBy('accountId')
    .execute();
  return rows.map(({ scores, ...row }) => ({ ...row, given: givenSchema.parse(scores) }));
}

/** Whether anybody has signed scores at a stage, or something was agreed on, void or not. */
export async function isScored(db: Db, stageId: string): Promise<boolean> {
  const { rows } = await sql<{ scored: boolean }>`select
    exists (select from score_sheets where stage_id = ${stageId} and signed_at is not null)
    or exists (select from consensus_sheets where stage_id = ${stageId})
    or exists (select from voided_results where stage_id = ${stageId} and kind in ('scores', 'agreed-scores')) as scored`.execute(
    db,
  );
  return rows[0]?.scored ?? false;
}

export type ConsensusSheet = { candidate: string; given: Given; recordedAt: Date; recordedBy: string; version: number };

/** What was agreed on at a stage. */
export async function consensusAt(db: Db, stageId: string): Promise<ConsensusSheet[]> {
  const rows = await db
    .selectFrom('consensusSheets')
    .select(['applicationId as candidate', 'scores', 'recordedAt', 'recordedBy', 'version'])
    .where('stageId', '=', stageId)
    .execute();
  return rows.map(({ scores, ...row }) => ({ ...row, given: givenSchema.parse(scores) }));
}

type By = { stageId: string; stage: string; candidate: Candidate; actor: Actor; at: Date };
const about = ({ candidate, actor, at }: By) =>
  ({ subject: 'application', subjectId: candidate.number, by: doerOf(actor), at }) as const;

type Own = { given: Given; sign: boolean; version: number };

/** Keeps what somebody gives, or signs it; false where they did so from another place meanwhile. Typing is no event. */
export async function recordSheet(db: Db, { given, sign, version }: Own, by: By): Promise<boolean> {
  const signedAt = sign ? by.at : null;
  const nonce = sign ? randomUUID() : null;
  const row = { scores: JSON.stringify(given), updatedAt: by.at, signedAt, nonce };
  const key = { stageId: by.stageId, applicationId: by.candidate.applicationId, accountId: by.actor.accountId };
  const written = await db
    .insertInto('scoreSheets')
    .values({ ...key, ...row, version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['stageId', 'applicationId', 'accountId'])
        .doUpdateSet({ ...row, version: version + 1 })
        .where('scoreSheets.version', '=', version)
        .where('scoreSheets.signedAt', 'is', null),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return false;
  if (nonce === null) return true;
  const { stage, candidate, actor } = by;
  const sheet = { stage, application: candidate.number, accountId: actor.accountId, scores: given, nonce };
  const details = { stage, sha256: sheetHash(sheet) };
  await recordEvent(db, { ...about(by), action: 'scores-signed', details });
  return true;
}

type Agreed = { given: Given; members: string[]; version: number };

/** Writes what the panel agreed on; false where somebody wrote it meanwhile. */
export async function recordConsensus(db: Db, { given, members, version }: Agreed, by: By): Promise<boolean> {
  const { stage, candidate } = by;
  const words = { application: candidate.number, stage, scores: given, members };
  const { nonce, sha256 } = heldWords('agreed-scores', words);
  const row = { scores: JSON.stringify(given), members, recordedBy: by.actor.accountId, recordedAt: by.at, nonce };
  const key = { stageId: by.stageId, applicationId: candidate.applicationId };
  const written = await db
    .insertInto('consensusSheets')
    .values({ ...key, ...row, version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['stageId', 'applicationId'])
        .doUpdateSet({ ...row, version: version + 1 })
        .where('consensusSheets.version', '=', version),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return false;
  const points = Object.fromEntries(Object.entries(given).map(([item, one]) => [item, one.points]));
  const details = { stage, points, members: members.length, again: version > 0, held: [sha256] };
  await recordEvent(db, { ...about(by), action: 'scores-agreed', details });
  return true;
}
