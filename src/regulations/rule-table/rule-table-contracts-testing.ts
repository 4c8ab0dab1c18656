import { expect } from 'vitest';
import { planContract } from '../contracts/contracts.ts';
import type { ContractQuestion } from '../contracts/contract-case.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Rows } from './rule-table-testing.ts';
import { planTwinGrade } from '../contracts/twin-grade.ts';

/** The first day in the post of the worked dates (b4). */
const START = '2025-03-01';

type Case = Partial<ContractQuestion>;
const FROM_OUTSIDE: Case = { clause: 'turnover', person: 'non-seconded' };
const INDEFINITE_POSSIBLE: Case = { clause: 'indefinite-possible', person: 'non-seconded' };
const SECONDED: Case = { clause: 'turnover', person: 'seconded' };

/** A contract from the first day of the worked dates, with the clause and the person of the case. */
const contract = (known: Case) => (organisation: Organisation) =>
  planContract(organisation, {
    clause: organisation.contractClauses[0]?.code ?? '',
    person: 'non-seconded',
    startsOn: START,
    on: START,
    ...known,
  });

const planned = (value: object) => ({ ok: true, value: { kind: 'planned', ...value } });
const refused = (refusal: object) => ({ ok: false, refusal });
/** Among the reasons stands this one, with these values. */
const because = (rule: string, decides: string, values: object = {}) => ({
  reasons: expect.arrayContaining([
    expect.objectContaining({
      rule,
      decides,
      source: expect.objectContaining({ en: expect.stringMatching(/./), fr: expect.stringMatching(/./) }),
      values: expect.objectContaining(values),
    }),
  ]),
});

const BOTH_SIDES = ['organisation', 'applicant'];

export const CONTRACT_ROWS: Rows = {
  C1: [
    {
      asked: 'turnover, from outside: the first contract',
      answer: contract(FROM_OUTSIDE),
      expected: planned({
        firstEnds: '2028-02-29',
        ...because('C1', 'firstEnds', { months: 36, agreedBy: BOTH_SIDES }),
      }),
    },
  ],
  C2: [
    {
      asked: 'turnover, from outside: a full renewal',
      answer: contract({ ...FROM_OUTSIDE, renewalMonths: 36 }),
      expected: planned({
        renewal: { starts: '2028-03-01', ends: '2031-02-28', months: 36, upToMonths: 36 },
        ...because('C2', 'renewalEnds', { endsOn: '2031-02-28' }),
      }),
    },
    {
      asked: 'turnover, from outside: who must agree to it',
      answer: contract(FROM_OUTSIDE),
      expected: planned(because('C2', 'agreement', { agreedBy: ['organisation'] })),
    },
    {
      asked: 'turnover, from outside: a renewal of 37 months',
      answer: contract({ ...FROM_OUTSIDE, renewalMonths: 37 }),
      expected: refused({ kind: 'renewal-too-long' }),
    },
  ],
  C3: [
    {
      asked: 'turnover, from outside: when an indefinite contract may be asked for',
      answer: contract({ ...FROM_OUTSIDE, renewalMonths: 36 }),
      expected: planned({
        conversionWindow: { from: '2028-03-01', to: '2030-02-28' },
        indefinite: 'on-request',
        ...because('C3', 'conversionWindow', { from: '2028-03-01', to: '2030-02-28' }),
      }),
    },
    {
      asked: 'turnover, from outside: whether it is a right',
      answer: contract(FROM_OUTSIDE),
      expected: planned({
        indefiniteFrom: null,
        ...because('C3', 'indefinite', { way: 'on-request', agreedBy: ['organisation'] }),
      }),
    },
  ],
  C4: [
    {
      asked: 'turnover, from outside: a request before the renewal',
      answer: contract(FROM_OUTSIDE),
      expected: planned(because('C4', 'tooEarly', { before: '2028-03-01' })),
    },
  ],
  C5: [
    {
      asked: 'turnover, from outside: a request in the last year',
      answer: contract(FROM_OUTSIDE),
      expected: planned(because('C5', 'tooLate', { after: '2030-02-28', monthsBeforeEnd: 12 })),
    },
    {
      asked: 'turnover, from outside: a renewal of eleven months',
      answer: contract({ ...FROM_OUTSIDE, renewalMonths: 11 }),
      expected: planned({ conversionWindow: null, warnings: [{ kind: 'no-day-to-ask', monthsBeforeEnd: 12 }] }),
    },
  ],
  C6: [
    {
      asked: 'turnover, from outside: the last day without conversion',
      answer: contract(FROM_OUTSIDE),
      expected: planned({ latestEnd: '2031-02-28', ...because('C6', 'latestEnd', { months: 72 }) }),
    },
  ],
  C7: [
    {
      asked: 'indefinite possible, from outside: the first contract',
      answer: contract(INDEFINITE_POSSIBLE),
      expected: planned({
        firstEnds: '2028-02-29',
        ...because('C7', 'firstEnds', { months: 36, agreedBy: BOTH_SIDES }),
      }),
    },
  ],
  C8: [
    {
      asked: 'indefinite possible, from outside: what may follow, and what is not stated',
      answer: contract(INDEFINITE_POSSIBLE),
      expected: planned({
        indefinite: 'may-follow',
        indefiniteFrom: '2028-03-01',
        renewal: null,
        conversionWindow: null,
        latestEnd: null,
        ...because('C8', 'indefinite', { agreedBy: ['organisation'] }),
      }),
    },
    {
      asked: 'indefinite possible, from outside: a renewal for a definite period',
      answer: contract({ ...INDEFINITE_POSSIBLE, renewalMonths: 12 }),
      expected: refused({ kind: 'no-renewal' }),
    },
  ],
  C9: ['turnover', 'indefinite-possible'].map((clause) => ({
    asked: `${clause}, seconded: the first contract`,
    answer: contract({ clause, person: 'seconded' }),
    expected: planned({ firstEnds: '2028-02-29', ...because('C9', 'firstEnds', { months: 36, agreedBy: BOTH_SIDES }) }),
  })),
  C10: [
    ...['turnover', 'indefinite-possible'].map((clause) => ({
      asked: `${clause}, seconded: the renewal, and who must agree to it`,
      answer: contract({ clause, person: 'seconded' }),
      expected: planned({
        renewal: { starts: '2028-03-01', ends: '2031-02-28', upToMonths: 36 },
        ...because('C10', 'agreement', { agreedBy: ['organisation', 'national-authority'] }),
      }),
    })),
    {
      asked: 'turnover, seconded: the most, as a seconded member of staff',
      answer: contract(SECONDED),
      expected: planned({
        latestEnd: '2031-02-28',
        ...because('C10', 'latestEnd', { months: 72, person: 'seconded' }),
      }),
    },
  ],
  C11: ['turnover', 'indefinite-possible'].map((clause) => ({
    asked: `${clause}, seconded: an indefinite contract`,
    answer: contract({ clause, person: 'seconded' }),
    expected: planned({
      indefinite: 'never',
      conversionWindow: null,
      notOffered: expect.arrayContaining(['indefinite', 'request']),
      ...because('C11', 'indefinite', { way: 'never' }),
    }),
  })),
  C12: [
    {
      asked: 'any clause, serving staff: how long',
      answer: contract({ person: 'serving-staff' }),
      expected: { ok: true, value: { kind: 'ask', ...because('C12', 'ask') } },
      inNato: {
        value: { regulations: { en: 'the NATO Civilian Personnel Regulations' }, ask: { en: 'the contract office' } },
      },
    },
  ],
  ...twinGradeRows(),
};

function twinGradeRows(): Rows {
  const twin = (candidate: 'external' | 'serving-staff') => (organisation: Organisation) =>
    planTwinGrade(organisation, { lower: 'G10', higher: 'G12', candidate, startsOn: START, on: START });
  const rests = (rule: string) => ({ reasons: expect.arrayContaining([expect.objectContaining({ rule })]) });
  return {
    C13: [
      {
        asked: 'twin grade: the grade on appointment',
        answer: twin('external'),
        expected: { ok: true, value: { appointedAt: 'G10', directToHigher: false, ...rests('C13') } },
      },
    ],
    C14: [
      {
        asked: 'twin grade: the normal advancement',
        answer: twin('external'),
        expected: { ok: true, value: { normalAdvancement: '2028-03-01', ...rests('C14') } },
      },
    ],
    C15: [
      {
        asked: 'twin grade, from outside: the earliest advancement',
        answer: twin('external'),
        expected: { ok: true, value: { earliestAdvancement: '2026-03-01', ...rests('C15') } },
      },
    ],
    C16: [
      {
        asked: 'twin grade, serving staff: directly to the higher grade',
        answer: twin('serving-staff'),
        expected: { ok: true, value: { directToHigher: true, ...rests('C16') } },
      },
    ],
  };
}
