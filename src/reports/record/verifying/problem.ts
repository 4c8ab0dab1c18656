import type { ChainProblem } from '../../../people/event-chain/verify-chain.ts';
import type { ReportProblem } from './reports.ts';
import type { TableProblem } from './tables.ts';

/** What a record is found to lack, or to say that does not hold. */
export type RecordProblem =
  | { kind: 'file-missing' | 'file-altered' | 'file-unlisted' | 'file-listed-twice'; name: string }
  | { kind: 'not-signed' | 'signature-wrong' | 'signed-by-another' }
  | { kind: 'receipt-wrong'; name: string }
  | { kind: 'document-missing'; application: string; sha256: string }
  | { kind: 'line-unreadable'; name: string; line: number }
  | { kind: 'heads-unreadable'; name: string }
  /** No event says what this record holds, or it says otherwise of a file or folder. */
  | { kind: 'not-sealed' }
  | { kind: 'seal-broken'; name: string; event: string }
  /** No head that was published and signed covers the event that sealed it. */
  | { kind: 'no-signed-head' }
  | TableProblem
  | ReportProblem
  | { kind: 'chain'; problem: ChainProblem };
