import { createHash } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Proof, StepUpMeans } from '../../people/step-up/step-up.ts';
import type { Translated } from '../../platform/language.ts';
import type { Db, SelectionReportsTable } from '../../schema.ts';
import { changeUnchanged } from '../unchanged-row-queries.ts';
import type { Decided } from './report-decision.ts';
import { proposalSchema, type Proposal, type ReportStatus, type Signature } from './report.ts';

export type Report = {
  id: string;
  number: number;
  status: ReportStatus;
  proposals: Proposal[];
  /** The free parts, by language. */
  texts: Translated;
  /** Canonical JSON of all that is signed, and its SHA-256 in hexadecimal digits. */
  content: string | null;
  sha256: string | null;
  decided: { at: Date; byName: string; reason: string; decisions: Proposal[] | null } | null;
  releasedAt: Date | null;
  /** The case that it follows, where one candidate is decided on anew; null for the report on all. */
  reviewId: string | null;
  version: number;
};

const reports = (db: Db, reference: string) =>
  db.selectFrom('selectionReports').selectAll().where('vacancyReference', '=', reference).orderBy('number', 'desc');

/**
 * The reports of a competition on everybody or, where a case is named, on what was re-done in it; the last first: one under way,
 * and those that were returned.
 */
export async function reportsOf(db: Db, reference: string, reviewId?: string): Promise<Report[]> {
  const rows = await reports(db, reference)
    .where('reviewId', reviewId === undefined ? 'is' : '=', reviewId ?? null)
    .execute();
  return rows.map(reportOf);
}

/** All of them, the last first: of several that speak of one candidate, the last released decides. */
export const everyReportOf = async (db: Db, reference: string): Promise<Report[]> =>
  (await reports(db, reference).execute()).map(reportOf);

/** What is decided of everybody as it stands, by reports that were accepted or departed from: the last of each candidate. */
export async function decisionsIn(db: Db, reference: string): Promise<Proposal[]> {
  const decided = (await everyReportOf(db, reference)).flatMap((report) => report.decided?.decisions ?? []);
  return decided.filter((one, at) => decided.findIndex(({ candidate }) => candidate === one.candidate) === at);
}

const proposals = z.array(proposalSchema);

function reportOf(row: Selectable<SelectionReportsTable>): Report {
  return {
    id: row.id,
    number: row.number,
    status: row.status as ReportStatus,
    proposals: proposals.parse(row.proposals),
    texts: row.texts as Translated,
    content: row.content,
    sha256: row.contentSha256?.toString('hex') ?? null,
    decided: row.decidedAt && {
      at: row.decidedAt,
      byName: row.decidedByName ?? '–',
      reason: row.decisionReason,
      decisions: row.decisions && proposals.parse(row.decisions),
    },
    releasedAt: row.releasedAt,
    reviewId: row.reviewId,
    version: row.version,
  };
}

/** Who signed a report, in the order of signing. */
export async function signaturesOf(db: Db, reportId: string): Promise<Signature[]> {
  const rows = await db
    .selectFrom('reportSignatures')
    .select(['accountId', 'name', 'role', 'dissent', 'signedAt', 'means'])
    .where('reportId', '=', reportId)
    .orderBy('signedAt')
    .execute();
  return rows.map((row) => ({ ...row, means: row.means as StepUpMeans }));
}

/** All who screened, assessed or scored in a competition, whether or not they still have their task. */
export async function whoTookPart(db: Db, reference: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select account_id as id from competition_members
      where vacancy_reference = ${reference} and role in ('screener', 'panel-chair', 'acting-chair', 'panel-member', 'panel-secretary')
    union select s.account_id from score_sheets s join selection_stages t on t.id = s.stage_id
      where t.vacancy_reference = ${reference}
    union select v.account_id from voided_results v join selection_stages t on t.id = v.stage_id
      where t.vacancy_reference = ${reference} and v.kind = 'scores'
    union select v.account_id from voided_results v join applications a on a.id = v.application_id
      where a.vacancy_reference = ${reference} and v.kind = 'screening-sheet'`.execute(db);
  return rows.map(({ id }) => id);
}

type By = { reference: string; actor: Actor; at: Date };
const about = ({ reference, actor, at }: By) =>
  ({ subject: 'vacancy', subjectId: reference, by: doerOf(actor), at }) as const;

/** Begins a report with everybody the panel has before it, and nothing proposed yet. */
export async function beginReport(
  db: Db,
  begun: { reviewId: string | undefined; proposals: readonly Proposal[] },
  by: By,
) {
  const [last] = await everyReportOf(db, by.reference);
  const number = (last?.number ?? 0) + 1;
  await db
    .insertInto('selectionReports')
    .values({
      vacancyReference: by.reference,
      number,
      reviewId: begun.reviewId ?? null,
      proposals: JSON.stringify(begun.proposals),
      createdAt: by.at,
    })
    .execute();
  const details = { report: number, ...(begun.reviewId !== undefined && { redone: true }) };
  await recordEvent(db, { ...about(by), action: 'report-begun', details });
}

type Drafted = Pick<Report, 'proposals' | 'texts'>;
const textOf = ({ proposals: all, texts }: Drafted) => ({
  proposals: JSON.stringify(all),
  texts: JSON.stringify(texts),
});

/** Keeps a draft; false where somebody did so from another place meanwhile. Typing is no event. */
export const keepDraft = async (db: Db, { id, version }: Report, drafted: Drafted): Promise<boolean> =>
  changed(db, { id, version, status: 'draft' }, textOf(drafted));

type Held = Pick<Report, 'id' | 'version' | 'status'>;

const changed = (db: Db, seen: Held, values: object): Promise<boolean> =>
  changeUnchanged(db, { table: 'selectionReports', seen }, values);

/** Freezes what is to be signed. */
export async function recordFreezing(
  db: Db,
  report: Report,
  { content, proposals: all, texts, ...by }: Drafted & By & { content: string },
) {
  const contentSha256 = createHash('sha256').update(content).digest();
  const frozen = { ...textOf({ proposals: all, texts }), content, contentSha256, status: 'signing' };
  if (!(await changed(db, report, frozen))) return false;
  const details = { report: report.number, sha256: contentSha256.toString('hex') };
  await recordEvent(db, { ...about(by), action: 'report-frozen', details });
  return true;
}

/** Back to the draft, as a whole: whoever had signed signs again. */
export async function recordReopening(db: Db, report: Report, by: By): Promise<boolean> {
  await db.deleteFrom('reportSignatures').where('reportId', '=', report.id).execute();
  if (!(await changed(db, report, { status: 'draft', content: null, contentSha256: null }))) return false;
  await recordEvent(db, { ...about(by), action: 'report-reopened', details: { report: report.number } });
  return true;
}

export async function recordSignature(
  db: Db,
  report: Report,
  signature: { name: string; role: string; dissent: string; proof: Proof } & By,
): Promise<void> {
  const { name, role, dissent, actor, at, proof } = signature;
  const { means } = proof;
  const evidence = proof.evidence && JSON.stringify(proof.evidence);
  const contentSha256 = Buffer.from(report.sha256 ?? '', 'hex');
  const words = { vacancy: signature.reference, report: report.number, account: actor.accountId, role, dissent };
  const { nonce, sha256 } = heldWords('signature', words);
  await db
    .insertInto('reportSignatures')
    .values({
      reportId: report.id,
      accountId: actor.accountId,
      name,
      role,
      dissent,
      contentSha256,
      signedAt: at,
      means,
      evidence,
      nonce,
    })
    .execute();
  const details = { report: report.number, sha256: report.sha256, dissents: dissent !== '', means, held: [sha256] };
  await recordEvent(db, { ...about(signature), action: 'report-signed', details });
}

export async function recordSubmission(db: Db, report: Report, by: By): Promise<boolean> {
  if (!(await changed(db, report, { status: 'submitted' }))) return false;
  const details = { report: report.number, sha256: report.sha256 };
  await recordEvent(db, { ...about(by), action: 'report-submitted', details });
  return true;
}

const ACTIONS = { accepted: 'report-accepted', departed: 'report-departed-from', returned: 'report-returned' } as const;

type Made = { decided: Decided & { status: keyof typeof ACTIONS }; reason: string; proof: Proof };

/** The decision of the appointing authority. Its reason stays with the report: an event names nobody. */
export async function recordDecision(
  db: Db,
  report: Report,
  { decided, reason, proof, ...by }: By & Made,
): Promise<boolean> {
  const words = { vacancy: by.reference, report: report.number, reason, decisions: decided.decisions ?? null };
  const { nonce, sha256 } = heldWords('decision', words);
  const values = {
    status: decided.status,
    decidedAt: by.at,
    decidedBy: by.actor.accountId,
    decidedByName: by.actor.name,
    decisionReason: reason,
    decidedMeans: proof.means,
    decidedEvidence: proof.evidence && JSON.stringify(proof.evidence),
    decisions: decided.decisions && JSON.stringify(decided.decisions),
    nonce,
  };
  if (!(await changed(db, report, values))) return false;
  const outcomes = Object.fromEntries(
    decided.decisions?.map(({ number, outcome }) => [number, outcome]) ?? [],
  ) as object;
  const details = { report: report.number, sha256: report.sha256, outcomes, means: proof.means, held: [sha256] };
  await recordEvent(db, { ...about(by), action: ACTIONS[decided.status], details });
  return true;
}

/** Notes that those concerned are told; false where somebody did so meanwhile. */
export async function recordRelease(db: Db, report: Report, by: By): Promise<boolean> {
  if (report.releasedAt !== null) return false;
  if (!(await changed(db, report, { releasedAt: by.at, releasedBy: by.actor.accountId }))) return false;
  await recordEvent(db, { ...about(by), action: 'decision-released', details: { report: report.number } });
  return true;
}
