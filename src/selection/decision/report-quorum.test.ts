import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleMember } from '../../competition/competition-testing.ts';
import { standingFor } from '../../competition/panel.ts';
import { ok, type Result } from '../../platform/result.ts';
import { decide } from './report-decision.ts';
import { belowQuorum, signedStandings, type SignedStanding, type SigningFacts } from './report-quorum.ts';
import {
  freeze,
  move,
  sign,
  submitReport,
  type Proposal,
  type ReportAction,
  type ReportRefusal,
  type ReportStatus,
} from './report.ts';

const RULES = { members: 3, quorum: 2, chairNeeded: true, grade: null };
const CANDIDATES = ['x', 'y'].map((id) => ({ applicationId: id, number: id.toUpperCase() }));
const at = (minute: number) => new Date(minute * 60_000);
const memberNamed = (accountId: string, role: 'panel-chair' | 'panel-member' = 'panel-member') =>
  exampleMember({ accountId, name: accountId, role });
const PANEL = [memberNamed('chair', 'panel-chair'), memberNamed('one'), memberNamed('two')];
const declared = (ids: readonly string[]) => ids.map((accountId) => ({ accountId, candidates: ['X', 'Y'] }));
const signedBy = (ids: readonly string[], minute = 5) =>
  ids.map((accountId) => ({
    accountId,
    name: accountId,
    role: accountId === 'chair' ? 'panel-chair' : 'panel-member',
    signedAt: at(minute),
  }));
const ALL = ['chair', 'one', 'two'];
const FACTS: SigningFacts = { members: PANEL, declarations: declared(ALL), bars: [] };
const barOf = (accountId: string, minute: number) => ({ accountId, applicationId: 'x', foundAt: at(minute) });

type Report = { status?: ReportStatus; by?: readonly string[] };

function standingOf(facts: SigningFacts, { status = 'submitted', by = ALL }: Report = {}): SignedStanding {
  const report = { status, signatures: signedBy(by) };
  const [standing] = signedStandings(CANDIDATES, { report, facts, rules: RULES });
  if (!standing) throw new Error('No standing of the first candidate.');
  return standing;
}

describe('for a candidate, of those who signed a report', () => {
  test('who turns out to be recused does not count, and is named as having signed before it was known', () => {
    const bars = [barOf('one', 9), barOf('two', 9)];

    const standing = standingOf({ ...FACTS, bars });

    expect(standing.reached).toBe(false);
    expect(standing.uncounted.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(standing.lacks).toEqual([{ kind: 'members', count: 1 }]);
  });

  test('who was recused before they signed does not count either, and nothing was unknown', () => {
    const standing = standingOf({ ...FACTS, bars: [barOf('one', 1)] });

    expect([standing.reached, standing.recused.length, standing.uncounted.length]).toEqual([true, 1, 0]);
  });

  test('a chair who turns out to be recused leaves it without one, until a signatory acts for them', () => {
    const bars = [barOf('chair', 9)];
    const acting = exampleMember({ accountId: 'one', role: 'acting-chair' });

    expect(standingOf({ ...FACTS, bars }).lacks).toMatchObject([{ kind: 'chair-recused' }]);
    expect(standingOf({ ...FACTS, bars, members: [...PANEL, acting] }).reached).toBe(true);
  });

  test('who is named once it is submitted does not count: they judged nobody', () => {
    const bars = [barOf('one', 9), barOf('two', 9)];
    const facts = { members: [...PANEL, memberNamed('new')], declarations: declared([...ALL, 'new']), bars };

    expect(standingOf(facts).reached).toBe(false);
    expect(standingOf(facts, { status: 'signing' }).reached).toBe(true);
  });

  test('whose task has ended since counts as they signed, with what keeps them from judging', () => {
    const left = { ...FACTS, members: PANEL.filter(({ accountId }) => accountId !== 'two') };

    expect(standingOf(left).able.map(({ accountId }) => accountId)).toEqual(ALL);
    expect(standingOf({ ...left, bars: [barOf('two', 9)] }).recused).toHaveLength(1);
  });
});

const PEOPLE = [...ALL, 'new'];
const person = fc.constantFrom(...PEOPLE);
const about = fc.record({ who: person, candidate: fc.constantFrom('x', 'y') });
const click = fc.oneof(
  fc.record({ do: fc.constantFrom('name', 'end', 'declare', 'sign'), who: person }),
  fc.record({ do: fc.constantFrom('bar', 'clear'), about }),
  fc.record({ do: fc.constantFrom('freeze', 'reopen', 'submit', 'accept', 'depart', 'return') }),
);
type Click = typeof click extends fc.Arbitrary<infer One> ? One : never;
type World = {
  status: ReportStatus;
  named: string[];
  declared: string[];
  bars: ReturnType<typeof barOf>[];
  signed: string[];
  minute: number;
};
/** All of them named, and most of the clicks that lead to a decision done, so that many paths come to one. */
const READY: World = { status: 'draft', named: ALL, declared: ALL, bars: [], signed: [], minute: 0 };
const PROPOSALS = CANDIDATES.map(({ applicationId, number }): Proposal => {
  return { candidate: applicationId, number, outcome: 'not-retained', reason: 'comparison', why: '' };
});
const ORDER = { ranked: [], belowPassMark: [], incomplete: [] };
const PROPOSING = { proposals: PROPOSALS, order: ORDER, posts: 1, reasons: ['comparison'] };
const OTHERWISE = PROPOSALS.map((one) => ({ ...one, outcome: 'reserve-listed' as const }));

const panelOf = ({ named }: World) => named.map((id) => memberNamed(id, id === 'chair' ? 'panel-chair' : undefined));
const factsOf = (world: World): SigningFacts => ({
  members: panelOf(world),
  declarations: declared(world.declared),
  bars: world.bars,
});

function follow(world: World, clicked: Click): World {
  const next = { ...world, minute: world.minute + 1 };
  if ('who' in clicked) return ofPerson(next, clicked);
  if (!('about' in clicked)) return ofReport(next, clicked.do);
  const { who, candidate } = clicked.about;
  const others = world.bars.filter((bar) => bar.accountId !== who || bar.applicationId !== candidate);
  const bar = { accountId: who, applicationId: candidate, foundAt: at(world.minute) };
  return { ...next, bars: clicked.do === 'bar' ? [...others, bar] : others };
}

function ofPerson(world: World, { do: action, who }: { do: string; who: string }): World {
  const { status, named, signed } = world;
  if (action === 'name') return { ...world, named: [...new Set([...named, who])] };
  if (action === 'end') return { ...world, named: named.filter((one) => one !== who) };
  if (action === 'declare') return { ...world, declared: [...new Set([...world.declared, who])] };
  const taken = sign({ status, by: who, panel: named, signatures: signed.map((accountId) => ({ accountId })) });
  return taken.ok ? { ...world, signed: [...signed, who] } : world;
}

function ofReport(world: World, action: ReportAction): World {
  const moved = moveOf(world, action);
  if (!moved.ok) return world;
  return { ...world, status: moved.value, signed: moved.value === 'draft' ? [] : world.signed };
}

/** As the routes ask it: what is known now, by the signatures there are. */
function moveOf(world: World, action: ReportAction): Result<ReportStatus, ReportRefusal> {
  const { status, signed, minute } = world;
  const facts = factsOf(world);
  const signatures = signedBy(signed, minute);
  const below = belowQuorum(signedStandings(CANDIDATES, { report: { status, signatures }, facts, rules: RULES }));
  if (action === 'reopen') return move(status, action);
  if (action === 'submit') return submitReport({ status, panel: panelOf(world), signatures, belowQuorum: below });
  if (action === 'freeze') {
    const drafted = belowQuorum(CANDIDATES.map((one) => standingFor(one, facts, RULES)));
    return freeze({ ...PROPOSING, status, stages: { scored: 1, open: [] }, belowQuorum: drafted });
  }
  const by = { reason: 'Conduct.', by: 'authority', tookPart: [], recusedFrom: [], decisions: OTHERWISE };
  const decided = decide({ ...PROPOSING, ...by, status, action, belowQuorum: below });
  return decided.ok ? ok(decided.value.status) : decided;
}

/** Said without the code under test: enough of those who signed may judge each candidate, a chair among them. */
const mayDecide = ({ signed, bars, declared: ids }: World): boolean =>
  ['x', 'y'].every((candidate) => {
    const counting = signed.filter(
      (id) => ids.includes(id) && bars.every((bar) => bar.accountId !== id || bar.applicationId !== candidate),
    );
    return counting.length >= 2 && counting.includes('chair');
  });

describe('a report', () => {
  const DECIDING: Click[] = [
    { do: 'freeze' },
    ...ALL.map((who) => ({ do: 'sign' as const, who })),
    { do: 'submit' },
    { do: 'accept' },
  ];

  test('whatever is clicked in whatever order, is never decided on below the quorum', () => {
    // What anybody may click is put between the clicks that decide, so that they are reached often.
    const between = fc.tuple(...DECIDING.map(() => fc.array(click, { maxLength: 3 })));
    let decided = 0;
    fc.assert(
      fc.property(between, (added) => {
        const clicks = DECIDING.flatMap((one, step) => [...(added[step] ?? []), one]);
        let world = READY;
        for (const one of clicks) {
          const after = follow(world, one);
          const isDecided = after.status !== world.status && ['accepted', 'departed'].includes(after.status);
          if (isDecided) decided += 1;
          expect(!isDecided || mayDecide(world)).toBe(true);
          world = after;
        }
      }),
      { numRuns: 500 },
    );

    expect(decided).toBeGreaterThan(0);
  });

  test('is decided on where all sign and nobody is recused', () => {
    expect(DECIDING.reduce(follow, READY).status).toBe('accepted');
  });
});
