import { describe, expect, test } from 'vitest';
import { planContract } from './contracts.ts';
import type { ContractQuestion } from './contract-case.ts';
import { conversionRequest } from './conversion-request.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { NATO_IS, RIVERS_COMMISSION } from '../regulations-testing.ts';

const TURNOVER: ContractQuestion = {
  clause: 'turnover',
  person: 'non-seconded',
  startsOn: '2025-03-01',
  on: '2025-03-01',
};
const requested = (day: string, question: Partial<ContractQuestion> = {}, organisation: Organisation = NATO_IS) => {
  const answer = planContract(organisation, { ...TURNOVER, ...question });
  if (!answer.ok) throw new Error(`Refused: ${answer.refusal.kind}`);
  return conversionRequest(answer.value, day);
};

describe('a request for an indefinite contract (C3 to C5, C8, C11, C12)', () => {
  test.each(['2028-03-01', '2029-06-15', '2030-02-28'])('is admissible on %s', (day) => {
    expect(requested(day)).toMatchObject({
      ok: true,
      value: { window: { from: '2028-03-01', to: '2030-02-28' }, reasons: [{ rule: 'C3' }] },
    });
  });

  test.each(['2025-03-01', '2028-02-29'])('is too early on %s', (day) => {
    expect(requested(day)).toMatchObject({
      ok: false,
      refusal: { kind: 'too-early', from: '2028-03-01', reasons: [{ rule: 'C4' }] },
    });
  });

  test.each(['2030-03-01', '2031-02-28', '2040-01-01'])('is too late on %s', (day) => {
    expect(requested(day)).toMatchObject({
      ok: false,
      refusal: { kind: 'too-late', to: '2030-02-28', reasons: [{ rule: 'C5' }] },
    });
  });

  test('is too late on every day of a renewal that leaves none', () => {
    expect(requested('2028-03-01', { renewalMonths: 12 })).toMatchObject({
      refusal: { kind: 'too-late', to: '2028-02-28', reasons: [{ rule: 'C5' }] },
    });
  });

  test('is too early without a renewal, whatever the day', () => {
    expect(requested('2029-01-01', { renewalMonths: 0 })).toMatchObject({
      refusal: { kind: 'too-early', from: null, reasons: [{ rule: 'C4' }] },
    });
  });

  test('is never admissible for the seconded', () => {
    expect(requested('2029-01-01', { person: 'seconded' })).toMatchObject({
      refusal: { kind: 'never', reasons: [{ rule: 'C11' }] },
    });
  });

  test('is not provided for where an indefinite contract follows without one', () => {
    expect(requested('2028-01-01', { clause: 'indefinite-possible' })).toMatchObject({
      refusal: { kind: 'no-request', reasons: [{ rule: 'C8' }] },
    });
    expect(requested('2034-01-01', { clause: 'temporary-agent' }, RIVERS_COMMISSION)).toMatchObject({
      refusal: { kind: 'no-request', reasons: [{ rule: 'SR-C3' }] },
    });
  });

  test('of serving staff is for those who are asked', () => {
    expect(requested('2029-01-01', { person: 'serving-staff' })).toMatchObject({
      refusal: { kind: 'ask', reasons: [{ rule: 'C12' }] },
    });
  });

  test('on a day that does not exist is refused', () => {
    expect(requested('2029-02-29')).toMatchObject({ refusal: { kind: 'impossible-date' } });
  });
});
