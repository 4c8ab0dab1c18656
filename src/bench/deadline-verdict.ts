import { receiptFile, checkReceiptFile, readReceiptFile } from '../applications/receipt-log/receipt-file.ts';
import { auditLog } from '../applications/receipt-log/log-audit-queries.ts';
import { logKeys } from '../people/signing-key/signing-key-queries.ts';
import { findLogProof } from '../applications/receipt-log/receipt-log-queries.ts';
import type { Db } from '../schema.ts';
import type { Evening, Others } from './deadline-run.ts';

/** When the first byte of each connection reached the server's socket, by the application's number: noted beside the application. */
export type Arrivals = ReadonlyMap<string, number>;

export type Verdict = {
  timely: number;
  late: number;
  accepted: number;
  /** Answered with a receipt that is not in the database, or not in the log with a proof that holds. */
  lost: number;
  lateAccepted: number;
  timelyRefused: number;
  /** Of all submissions, in milliseconds. */
  p50: number;
  p99: number;
  slowest: number;
  autosaves: OthersVerdict;
  uploads: OthersVerdict;
  /** What does not agree in the log as a whole. */
  logProblems: number;
};

type OthersVerdict = { count: number; failed: Others['failed']; p50: number; p99: number };

/** Compares what the clients were answered with when their first bytes came and with what is stored. */
export async function judge(db: Db, evening: Evening, at: { deadlineAt: Date; arrivals: Arrivals }): Promise<Verdict> {
  const deadline = at.deadlineAt.getTime();
  const sent = evening.sent.map((one) => ({ ...one, isTimely: (at.arrivals.get(one.number) ?? Infinity) <= deadline }));
  const isAccepted = ({ status, location }: { status: number; location: string }) =>
    status === 303 && location.endsWith('/receipt');
  const accepted = sent.filter(isAccepted);
  const stored = await provenNumbers(db);
  const ms = percentiles(sent.map((one) => one.ms));
  const figures = ({ count, failed, ms: each }: Others) => {
    const { p50, p99 } = percentiles(each);
    return { count, failed, p50, p99 };
  };
  return {
    timely: sent.filter(({ isTimely }) => isTimely).length,
    late: sent.filter(({ isTimely }) => !isTimely).length,
    accepted: accepted.length,
    lost: accepted.filter(({ number }) => !stored.has(number)).length,
    lateAccepted: accepted.filter(({ isTimely }) => !isTimely).length,
    timelyRefused: sent.filter((one) => one.isTimely && !isAccepted(one)).length,
    ...ms,
    autosaves: figures(evening.autosaves),
    uploads: figures(evening.uploads),
    logProblems: (await auditLog(db)).problems.length,
  };
}

/** The applications whose receipt stands in the log by a proof that holds. */
export async function provenNumbers(db: Db): Promise<Set<string>> {
  const keys = await logKeys(db);
  const receipts = await db
    .selectFrom('receipts')
    .innerJoin('applications', 'applications.id', 'receipts.applicationId')
    .select(['number', 'applicationId', 'content', 'sha256'])
    .where('status', '=', 'submitted')
    .execute();
  const proven = new Set<string>();
  for (const { number, applicationId, content, sha256 } of receipts) {
    const receipt = { text: content, sha256: sha256.toString('hex') };
    const file = readReceiptFile(receiptFile(receipt, await findLogProof(db, applicationId)));
    if (!file.ok || !file.value.proof) continue;
    if (checkReceiptFile(file.value, { keys }).every(({ holds }) => holds)) proven.add(number);
  }
  return proven;
}

function percentiles(values: number[]): { p50: number; p99: number; slowest: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), slowest: sorted.at(-1) ?? 0 };
}
