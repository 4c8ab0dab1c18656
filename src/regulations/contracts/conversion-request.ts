import { ok, refuse } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import { isCivilDate } from '../civil-dates.ts';
import type { ContractReason } from './contract-reasons.ts';
import type { ContractAnswer } from './contracts.ts';

/** A request may be made on that day. It is a request, not a right: the organisation decides. */
export interface AdmissibleRequest {
  requestedOn: string;
  window: { from: string; to: string };
  reasons: ContractReason[];
}

export type ConversionRefusal = { requestedOn: string; reasons: ContractReason[] } & (
  | { kind: 'impossible-date' }
  /** Before the renewal; `from` is null where no renewal is planned. */
  | { kind: 'too-early'; from: string | null }
  | { kind: 'too-late'; to: string | null; monthsBeforeEnd: number }
  /** No indefinite contract is offered. */
  | { kind: 'never' }
  /** The text says nothing of one: a named person answers. */
  | { kind: 'not-stated' }
  /** An indefinite contract may follow, and no request is provided for. */
  | { kind: 'no-request' }
  /** Nothing is known of the contract before those who are asked have answered. */
  | { kind: 'ask' }
);

/** Whether an indefinite contract may be asked for on a day (C3, C4, C5, C11). */
export function conversionRequest(
  answer: ContractAnswer,
  requestedOn: string,
): Result<AdmissibleRequest, ConversionRefusal> {
  if (!isCivilDate(requestedOn)) return refuse({ kind: 'impossible-date', requestedOn, reasons: [] });
  const [because] = answer.reasons.filter(({ decides }) => decides === 'ask' || decides === 'indefinite');
  const reasons = because ? [because] : [];
  if (answer.kind === 'ask') return refuse({ kind: 'ask', requestedOn, reasons });
  if (answer.indefinite === 'never' || answer.indefinite === 'not-stated')
    return refuse({ kind: answer.indefinite, requestedOn, reasons });

  const early = answer.reasons.find((reason) => reason.decides === 'tooEarly');
  const late = answer.reasons.find((reason) => reason.decides === 'tooLate');
  if (!early || !late) return refuse({ kind: 'no-request', requestedOn, reasons });
  const { before } = early.values;
  if (before === null || requestedOn < before)
    return refuse({ kind: 'too-early', requestedOn, from: before, reasons: [early] });
  const { after: to, monthsBeforeEnd } = late.values;
  const window = answer.conversionWindow;
  if (!window || requestedOn > window.to)
    return refuse({ kind: 'too-late', requestedOn, to, monthsBeforeEnd, reasons: [late] });
  return ok({ requestedOn, window, reasons: answer.reasons.filter(({ decides }) => decides === 'conversionWindow') });
}
