import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NATO_IS, NORTHERN_RIVERS, RIVERS_COMMISSION } from '../regulations/regulations-testing.ts';
import { exampleMember } from './competition-testing.ts';
import { nameMember, PANEL_ROLES } from './member.ts';
import {
  balanceOf,
  gradeDemand,
  gradeFinding,
  hasSignedForAll,
  standingFor,
  type PanelFacts,
  type PanelRules,
} from './panel.ts';
import { COMPETITION_ROLES } from '../people/permissions.ts';

const CANDIDATE = { applicationId: 'app-1', number: 'A-260401-00001' };
const RULES: PanelRules = { members: 3, quorum: 2, chairNeeded: true, grade: null };
const chair = exampleMember({ accountId: 'chair', role: 'panel-chair' });
const one = exampleMember({ accountId: 'one', role: 'panel-member' });
const two = exampleMember({ accountId: 'two', role: 'panel-member' });
const ALL_SIGNED = ['chair', 'one', 'two'].map((accountId) => ({ accountId, candidates: [CANDIDATE.number] }));
const facts = (more: Partial<PanelFacts> = {}): PanelFacts => ({
  members: [chair, one, two],
  declarations: ALL_SIGNED,
  bars: [],
  ...more,
});
const bar = (accountId: string, applicationId = CANDIDATE.applicationId) => ({ accountId, applicationId });

describe('somebody has signed for all', () => {
  const candidates = ['A-1', 'A-2'].map((number) => ({ number }));
  const signing = (accountId: string, ...numbers: string[]) => ({ accountId, candidates: numbers });

  test('where each candidate stands on one of the lists that they signed themselves', () => {
    const declarations = [signing('one', 'A-1'), signing('one', 'A-2', 'A-3'), signing('two', 'A-1')];

    expect(hasSignedForAll('one', { candidates, declarations })).toBe(true);
    expect(hasSignedForAll('two', { candidates, declarations })).toBe(false);
  });

  test('never before they signed at all, even where there is nobody on the list', () => {
    expect(hasSignedForAll('one', { candidates: [], declarations: [signing('two', 'A-1')] })).toBe(false);
  });
});

describe('a quorum', () => {
  test('is reached with one member of three recused, and not with two', () => {
    expect(standingFor(CANDIDATE, facts({ bars: [bar('one')] }), RULES)).toMatchObject({
      reached: true,
      recused: [one],
    });
    expect(standingFor(CANDIDATE, facts({ bars: [bar('one'), bar('two')] }), RULES).lacks).toEqual([
      { kind: 'members', count: 1 },
    ]);
  });

  test('counts who is recused from this candidate, not from another', () => {
    expect(
      standingFor(CANDIDATE, facts({ bars: [bar('one', 'app-2'), bar('two', 'app-2')] }), RULES).able,
    ).toHaveLength(3);
  });

  test('names those who have yet to sign for this very candidate', () => {
    const declarations = [
      { accountId: 'chair', candidates: [CANDIDATE.number] },
      { accountId: 'one', candidates: ['A-260401-00002'] },
    ];

    expect(standingFor(CANDIDATE, facts({ declarations }), RULES).lacks).toEqual([
      { kind: 'signatures', of: [one, two] },
    ]);
  });

  test('needs the chair where the organisation says so, and says what is wrong with them', () => {
    const lacksWith = (more: Partial<PanelFacts>, chairNeeded = true) =>
      standingFor(CANDIDATE, facts(more), { ...RULES, chairNeeded }).lacks.map(({ kind }) => kind);

    expect(lacksWith({ bars: [bar('chair')] })).toEqual(['chair-recused']);
    expect(lacksWith({ members: [one, two] })).toEqual(['no-chair']);
    expect(lacksWith({ declarations: ALL_SIGNED.slice(1) })).toEqual(['chair-unsigned']);
    expect(lacksWith({ bars: [bar('chair')] }, false)).toEqual([]);
  });

  test('is the whole panel where no source gives a number', () => {
    const rules = { ...RULES, quorum: null };

    expect(standingFor(CANDIDATE, facts(), rules).reached).toBe(true);
    expect(standingFor(CANDIDATE, facts({ bars: [bar('two')] }), rules).reached).toBe(false);
    expect(standingFor(CANDIDATE, facts({ members: [chair, one] }), rules).reached).toBe(false);
  });

  test('is never reached by nobody, by who watches, or by whoever did not sign', () => {
    const anyFacts = fc.record({
      members: fc.array(
        fc.record({
          accountId: fc.constantFrom('chair', 'one', 'two', 'three'),
          role: fc.constantFrom(...COMPETITION_ROLES),
        }),
      ),
      signed: fc.subarray(['chair', 'one', 'two', 'three']),
      barred: fc.subarray(['chair', 'one', 'two', 'three']),
    });
    const anyRules = fc.record({
      members: fc.constantFrom(null, 2, 3),
      quorum: fc.constantFrom(null, 1, 2, 3),
      chairNeeded: fc.boolean(),
    });
    fc.assert(
      fc.property(anyFacts, anyRules, ({ members, signed, barred }, rules) => {
        const standing = standingFor(
          CANDIDATE,
          {
            members: members.map(exampleMember),
            declarations: signed.map((accountId) => ({ accountId, candidates: [CANDIDATE.number] })),
            bars: barred.map((accountId) => bar(accountId)),
          },
          { ...rules, grade: null },
        );
        const judges = members.filter(
          ({ accountId, role }) =>
            PANEL_ROLES.some((panel) => panel === role) && signed.includes(accountId) && !barred.includes(accountId),
        );

        expect(standing.able).toHaveLength(judges.length);
        expect(standing.reached && judges.length < standing.needed).toBe(false);
        const acting = members.filter(({ role }) => role === 'acting-chair').map(({ accountId }) => accountId);
        const chairs = judges.filter(({ accountId, role }) => role === 'panel-chair' || acting.includes(accountId));
        expect(standing.reached && rules.chairNeeded && chairs.length === 0).toBe(false);
        expect(standing.reached).toBe(standing.lacks.length === 0);
      }),
    );
  });
});

describe('the grade of a member', () => {
  test('is compared with the post’s, the higher or the lower of a twin grade as the organisation says', () => {
    expect(gradeFinding({ grade: 'G10' }, ['G10', 'G12'], NATO_IS)).toBe('meets');
    expect(gradeFinding({ grade: 'G8' }, ['G10', 'G12'], NATO_IS)).toBe('below');
    expect(gradeFinding({ grade: 'G10' }, ['G12', 'G10'], NORTHERN_RIVERS)).toBe('below');
  });

  test('is for a person to judge where it was not said or cannot be compared', () => {
    const asking = { ...RIVERS_COMMISSION, panel: { ...RIVERS_COMMISSION.panel, grade: NATO_IS.panel.grade } };

    expect(gradeFinding({ grade: null }, ['G10'], NATO_IS)).toBe('not-said');
    expect(gradeFinding({ grade: 'AST9' }, ['AD5'], asking)).toBe('not-comparable');
    expect(gradeFinding({ grade: 'AST9' }, ['AD5'], RIVERS_COMMISSION)).toBe('not-asked');
  });
});

describe('what follows from a grade below what is asked', () => {
  const asking = (below: 'blocks' | 'reason' | 'shown' | null) => ({
    panel: { ...NATO_IS.panel, grade: { atLeast: 'post' as const, below, source: NATO_IS.panel.source } },
  });

  test('is as the organisation says: nobody is named, or with a reason, or nothing follows; where no source says, a person decides', () => {
    const demands = (['blocks', 'reason', 'shown', null] as const).map((below) => gradeDemand('below', asking(below)));

    expect(demands).toEqual(['blocked', 'reason', 'nothing', 'decision']);
  });

  test('blocks nobody who cannot be compared, and is not got around by saying no grade', () => {
    expect(gradeDemand('not-comparable', asking('blocks'))).toBe('reason');
    expect(gradeDemand('not-said', asking('blocks'))).toBe('reason');
    expect(gradeDemand('not-said', asking('reason'))).toBe('nothing');
    expect(gradeDemand('meets', asking('blocks'))).toBe('nothing');
    expect(gradeDemand('below', RIVERS_COMMISSION)).toBe('nothing');
  });
});

test('the balance counts the panel alone, and says of how many nothing is known', () => {
  const members = [
    exampleMember({ role: 'panel-chair', gender: 'woman', nationality: 'SE' }),
    exampleMember({ role: 'panel-member', gender: 'woman' }),
    exampleMember({ role: 'observer', gender: 'man' }),
  ];

  expect(balanceOf(members)).toEqual([
    { of: 'gender', counts: [['woman', 2]], notSaid: 0 },
    { of: 'nationality', counts: [['SE', 1]], notSaid: 1 },
    { of: 'unit', counts: [], notSaid: 2 },
  ]);
});

describe('naming somebody', () => {
  const staff = { accountId: 'new', name: 'Nora', email: 'n@people.example', language: 'en', applies: false } as const;

  test('gives them the task, unless they apply, have it, or have one that does not go with it', () => {
    const has = (role: (typeof COMPETITION_ROLES)[number]) => [exampleMember({ accountId: 'new', role })];

    expect(nameMember({ staff, role: 'screener', members: [] })).toMatchObject({ ok: true });
    expect(nameMember({ staff: undefined, role: 'screener', members: [] })).toMatchObject({
      refusal: { kind: 'unknown' },
    });
    expect(nameMember({ staff: { ...staff, applies: true }, role: 'screener', members: [] })).toMatchObject({
      refusal: { kind: 'applicant' },
    });
    expect(nameMember({ staff, role: 'screener', members: has('screener') })).toMatchObject({
      refusal: { kind: 'already' },
    });
    expect(nameMember({ staff, role: 'appointing-authority', members: has('panel-member') })).toMatchObject({
      refusal: { kind: 'apart', other: 'panel-member' },
    });
    expect(nameMember({ staff, role: 'panel-chair', members: [chair] })).toMatchObject({
      refusal: { kind: 'chair-taken' },
    });
  });

  test('in whatever order, nobody appoints whom they assess and no panel has two chairs', () => {
    const anyone = fc.record({
      accountId: fc.constantFrom('a', 'b', 'c'),
      role: fc.constantFrom(...COMPETITION_ROLES),
    });
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 12 }), (wanted) => {
        const members = wanted.reduce<ReturnType<typeof exampleMember>[]>((named, { accountId, role }) => {
          const result = nameMember({ staff: { ...staff, accountId }, role, members: named });
          return result.ok ? [...named, exampleMember({ accountId, role })] : named;
        }, []);

        expect(members.filter(({ role }) => role === 'panel-chair').length).toBeLessThan(2);
        for (const { accountId } of members.filter(({ role }) => role === 'appointing-authority'))
          expect(members.filter((member) => member.accountId === accountId)).toHaveLength(1);
      }),
    );
  });
});
