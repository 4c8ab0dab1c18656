import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction } from '../merit/fraction.ts';
import type { MeritOrder } from '../merit/merit-order.ts';
import { decide } from './report-decision.ts';
import {
  actionsFrom,
  freeze,
  move,
  OUTCOMES,
  passedOver,
  problemsOf,
  REPORT_STATUSES,
  sign,
  submitReport,
  type Outcome,
  type Proposal,
  type ReportStatus,
} from './report.ts';

const REASONS = ['comparison', 'test-result'];
const proposal = (candidate: string, outcome: Outcome | null, more: Partial<Proposal> = {}): Proposal => ({
  candidate,
  number: candidate.toUpperCase(),
  outcome,
  reason: outcome === 'not-retained' ? 'comparison' : '',
  why: '',
  ...more,
});
const orderOf = (ranks: Record<string, number>, below: string[] = []): MeritOrder => ({
  ranked: Object.entries(ranks).map(([candidate, rank]) => ({
    candidate,
    rank,
    total: fraction(1n, BigInt(rank)),
    stages: [],
    tiedWith: 0,
  })),
  belowPassMark: below.map((candidate) => ({ candidate, stages: [], failed: 'test' })),
  incomplete: [],
});
const ORDER = orderOf({ a: 1, b: 2, c: 2, d: 4 }, ['x']);
const IN_ORDER = [
  proposal('a', 'selected'),
  proposal('b', 'reserve-listed'),
  proposal('c', 'reserve-listed'),
  proposal('d', 'not-retained'),
  proposal('x', 'not-retained', { reason: 'test-result' }),
];
const proposing = { proposals: IN_ORDER, order: ORDER, posts: 1, reasons: REASONS };

describe('proposals', () => {
  test('in the order of merit need no further reason', () => {
    expect(problemsOf(proposing)).toEqual([]);
  });

  test('that pass somebody over say why: one who ranks higher, and one who ranks the same', () => {
    const passing = [
      proposal('a', 'reserve-listed'),
      proposal('b', 'selected'),
      proposal('c', 'reserve-listed'),
      proposal('d', 'not-retained'),
    ];

    expect(passedOver(passing, ORDER).map(({ candidate }) => candidate)).toEqual(['a', 'c']);
    expect(problemsOf({ ...proposing, proposals: passing })).toEqual([
      { kind: 'why-missing', number: 'A' },
      { kind: 'why-missing', number: 'C' },
    ]);
    const said = passing.map((one) => ({ ...one, why: 'Asked to start in a year only.' }));
    expect(problemsOf({ ...proposing, proposals: said })).toEqual([]);
  });

  test('leave nobody out, tell a reason to who is not retained, and select no more than there are posts', () => {
    const proposals = [
      proposal('a', 'selected'),
      proposal('b', 'selected'),
      proposal('c', null),
      proposal('d', 'not-retained', { reason: 'invented' }),
      proposal('x', 'reserve-listed'),
    ];

    expect(problemsOf({ ...proposing, proposals })).toEqual([
      { kind: 'outcome-missing', number: 'C' },
      { kind: 'reason-missing', number: 'D' },
      { kind: 'below-pass-mark', number: 'X' },
      { kind: 'too-many', selected: 2, posts: 1 },
    ]);
  });

  test('of who is below the language level of the notice say why, where they are found suitable', () => {
    const belowLevel = new Set(['a', 'd']);
    const proposals = [
      proposal('a', 'selected'),
      proposal('b', 'reserve-listed'),
      proposal('c', 'reserve-listed'),
      proposal('d', 'not-retained'),
    ];
    const said = proposals.map((one) => ({ ...one, belowLevel: 'Learns fast.' }));

    expect(problemsOf({ ...proposing, proposals, belowLevel })).toEqual([
      { kind: 'level-reason-missing', number: 'A' },
    ]);
    expect(problemsOf({ ...proposing, proposals: said, belowLevel })).toEqual([]);
  });

  test('of one alone weigh against what stands for the others, and ask no reason for what was decided before', () => {
    const settled = [proposal('a', 'reserve-listed'), proposal('b', 'selected')];
    const alone = (outcome: Outcome) => problemsOf({ ...proposing, settled, proposals: [proposal('c', outcome)] });

    expect(alone('reserve-listed')).toEqual([{ kind: 'why-missing', number: 'C' }]);
    expect(alone('selected')).toEqual([{ kind: 'too-many', selected: 2, posts: 1 }]);
    expect(problemsOf({ ...proposing, settled, proposals: [proposal('d', 'not-retained')] })).toEqual([]);
  });

  test('whatever they are, need a reason exactly where a better outcome does not go with a better rank', () => {
    const anyOutcomes = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...OUTCOMES)), {
      maxLength: 7,
    });
    fc.assert(
      fc.property(anyOutcomes, (rows) => {
        const order = orderOf(Object.fromEntries(rows.map(([rank], at) => [`c${at}`, rank])));
        const proposals = rows.map(([, outcome], at) => proposal(`c${at}`, outcome));
        const better = (a: Outcome, b: Outcome) => OUTCOMES.indexOf(a) < OUTCOMES.indexOf(b);
        const expected = rows.flatMap(([rank, outcome], at) =>
          rows.some(([r, o], i) => i !== at && r >= rank && better(o, outcome)) ? [`c${at}`] : [],
        );

        expect(passedOver(proposals, order).map(({ candidate }) => candidate)).toEqual(expected);
      }),
    );
  });
});

describe('a report', () => {
  const freezing = { ...proposing, status: 'draft' as const, stages: { scored: 2, open: [] }, belowQuorum: [] };

  test('is frozen once everything is closed, scored, within the quorum and proposed', () => {
    expect(freeze(freezing)).toEqual({ ok: true, value: 'signing' });
    expect(freeze({ ...freezing, stages: { scored: 0, open: [] } })).toMatchObject({ refusal: { kind: 'no-stages' } });
    expect(freeze({ ...freezing, stages: { scored: 2, open: ['interview'] } })).toMatchObject({
      refusal: { kind: 'stages-open' },
    });
    expect(freeze({ ...freezing, belowQuorum: ['A'] })).toMatchObject({
      refusal: { kind: 'below-quorum', numbers: ['A'] },
    });
    const order = { ...ORDER, incomplete: [{ candidate: 'y', missing: [] }] };
    expect(freeze({ ...freezing, order })).toMatchObject({ refusal: { kind: 'incomplete', count: 1 } });
    expect(freeze({ ...freezing, posts: 0 })).toMatchObject({ refusal: { kind: 'problems' } });
  });

  test('is not frozen while somebody of whom it speaks is examined again and nobody has settled what was found', () => {
    expect(freeze({ ...freezing, screenedAgain: ['A'] })).toMatchObject({
      refusal: { kind: 'screening-open', numbers: ['A'] },
    });
  });

  const signature = (accountId: string) => ({
    accountId,
    name: accountId,
    role: 'panel-member',
    dissent: '',
    means: 'password' as const,
    signedAt: new Date(0),
  });

  test('is signed by each of the panel once, and submitted when all have', () => {
    const signing = { status: 'signing' as const, by: 'one', panel: ['one', 'two'], signatures: [] };

    expect(sign(signing)).toMatchObject({ ok: true });
    expect(sign({ ...signing, by: 'other' })).toMatchObject({ refusal: { kind: 'not-on-panel' } });
    expect(sign({ ...signing, signatures: [signature('one')] })).toMatchObject({ refusal: { kind: 'already-signed' } });
    expect(sign({ ...signing, status: 'draft' })).toMatchObject({ refusal: { kind: 'illegal-move' } });
    const panel = [
      { accountId: 'one', name: 'Nora' },
      { accountId: 'two', name: 'Ole' },
    ];
    const submitting = {
      status: 'signing' as const,
      panel,
      signatures: [signature('one'), signature('two')],
      belowQuorum: [],
    };
    expect(submitReport({ ...submitting, signatures: [signature('one')] })).toMatchObject({
      refusal: { kind: 'unsigned', names: ['Ole'] },
    });
    expect(submitReport(submitting)).toEqual({ ok: true, value: 'submitted' });
    expect(submitReport({ ...submitting, panel: [], signatures: [] })).toMatchObject({
      refusal: { kind: 'not-on-panel' },
    });
    expect(submitReport({ ...submitting, belowQuorum: ['A'] })).toMatchObject({
      refusal: { kind: 'signed-below-quorum', numbers: ['A'] },
    });
  });

  test('is decided by somebody who took no part: as proposed, otherwise with a reason, or back with one', () => {
    const deciding = {
      ...proposing,
      status: 'submitted' as const,
      reason: '',
      by: 'authority',
      tookPart: ['one'],
      recusedFrom: [],
      belowQuorum: [],
      decisions: [],
    };
    const otherwise = [
      proposal('a', 'reserve-listed', { why: 'Conduct.' }),
      proposal('b', 'selected'),
      ...IN_ORDER.slice(2),
    ].map((one) => ({ ...one, why: 'Conduct.' }));

    expect(decide({ ...deciding, action: 'accept' })).toMatchObject({
      ok: true,
      value: { status: 'accepted', decisions: IN_ORDER },
    });
    expect(decide({ ...deciding, action: 'accept', by: 'one' })).toMatchObject({ refusal: { kind: 'took-part' } });
    for (const action of ['accept', 'depart', 'return'] as const)
      expect(decide({ ...deciding, action, reason: 'Conduct.', decisions: otherwise, recusedFrom: ['A-1'] })).toEqual({
        ok: false,
        refusal: { kind: 'recused', numbers: ['A-1'] },
      });
    for (const action of ['accept', 'depart'] as const)
      expect(decide({ ...deciding, action, reason: 'Conduct.', decisions: otherwise, belowQuorum: ['A'] })).toEqual({
        ok: false,
        refusal: { kind: 'signed-below-quorum', numbers: ['A'] },
      });
    expect(decide({ ...deciding, action: 'return', reason: 'Too few.', belowQuorum: ['A'] })).toMatchObject({
      value: { status: 'returned', decisions: null },
    });
    expect(decide({ ...deciding, action: 'return' })).toMatchObject({ refusal: { kind: 'reason-missing' } });
    expect(decide({ ...deciding, action: 'return', reason: 'Unclear.' })).toMatchObject({
      value: { status: 'returned', decisions: null },
    });
    expect(decide({ ...deciding, action: 'depart', reason: 'Conduct.', decisions: IN_ORDER })).toMatchObject({
      refusal: { kind: 'nothing-changed' },
    });
    expect(decide({ ...deciding, action: 'depart', reason: 'Conduct.', decisions: otherwise })).toMatchObject({
      ok: true,
      value: { status: 'departed', decisions: otherwise },
    });
  });

  test('whatever is clicked, is never decided before it was frozen and submitted, and never again', () => {
    const actions = ['freeze', 'reopen', 'submit', 'accept', 'depart', 'return'] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions)), (clicks) => {
        const path = clicks.reduce<ReportStatus[]>(
          (seen, action) => {
            const moved = move(seen.at(-1) ?? 'draft', action);
            return moved.ok ? [...seen, moved.value] : seen;
          },
          ['draft'],
        );
        const decided = path.findIndex((status) => actionsFrom(status).length === 0);

        expect(decided === -1 || decided === path.length - 1).toBe(true);
        expect(decided === -1 || path[decided - 1] === 'submitted').toBe(true);
        expect(path.every((status) => REPORT_STATUSES.includes(status))).toBe(true);
      }),
    );
  });
});
