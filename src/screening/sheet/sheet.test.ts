import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isComplete, settle, visibleSheets } from '../settlement/settlement.ts';
import { takeOver, undo } from '../bulk/bulk.ts';
import {
  FINDINGS,
  gapsOf,
  NO_FINDINGS,
  outcomeOf,
  reopenSheet,
  saveSheet,
  signSheet,
  type Asked,
  type Finding,
  type Findings,
  type HardRule,
  type Sheet,
} from './sheet.ts';

const AT = new Date('2026-11-22T12:00:00Z');
const ruleOf = (outcome: Finding): HardRule => ({
  code: 'nationality',
  kind: 'nationality',
  rule: 'E1',
  source: { en: 'Rules, 1', fr: 'Règles, 1' },
  outcome,
});
const requirement = (kind: 'essential' | 'desirable', number: number) => ({
  key: `${kind}-${number}`,
  kind,
  number,
  text: { en: `Requirement ${number}` },
});
const askedOf = (outcome: Finding): Asked => ({
  rules: [ruleOf(outcome)],
  requirements: [requirement('essential', 1), requirement('essential', 2), requirement('desirable', 1)],
});
const blank = (screenerId: string): Sheet => ({
  applicationId: 'application',
  screenerId,
  findings: NO_FINDINGS,
  outcome: null,
  version: 1,
  savedAt: null,
  signedAt: null,
});

const judged = fc.record({ finding: fc.constantFrom(...FINDINGS), reason: fc.constantFrom('', 'Because.') });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const given = <Value>(record: Record<string, Value | undefined>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
const findings: fc.Arbitrary<Findings> = fc
  .record({
    rule: maybe(judged),
    one: maybe(judged),
    two: maybe(judged),
    wish: maybe(fc.record({ weight: fc.constantFrom('full' as const, 'none' as const), reason: fc.constant('') })),
  })
  .map(({ rule, one, two, wish }) => ({
    rules: given({ nationality: rule }),
    essential: given({ 'essential-1': one, 'essential-2': two }),
    desirable: given({ 'desirable-1': wish }),
  }));

describe('a sheet', () => {
  test('is signed only with every finding, and a reason wherever something is not met', () => {
    fc.assert(
      fc.property(findings, fc.constantFrom(...FINDINGS), (found, outcome) => {
        const asked = askedOf(outcome);
        const sheet = { ...blank('a'), findings: found };
        const signed = signSheet({ sheet, settled: false, asked }, AT);
        const excluded = outcomeOf(asked, found) === 'not-met' && found.rules['nationality']?.finding === 'not-met';
        const essential = ['essential-1', 'essential-2'].map((key) => found.essential[key]);
        const isWhole = essential.every((one) => (one ? one.finding === 'met' || one.reason !== '' : excluded));
        expect(signed.ok).toBe(gapsOf(asked, found).length === 0);
        expect(signed.ok && !isWhole).toBe(false);
      }),
    );
  });

  test('never takes a rule that speaks against somebody for a finding of its screener', () => {
    expect(outcomeOf(askedOf('not-met'), NO_FINDINGS)).toBeUndefined();
    expect(outcomeOf(askedOf('to-judge'), { ...NO_FINDINGS, essential: {} })).toBeUndefined();
    expect(
      outcomeOf(askedOf('not-met'), { ...NO_FINDINGS, rules: { nationality: { finding: 'not-met', reason: '' } } }),
    ).toBe('not-met');
  });

  test('departs from a rule only with a reason', () => {
    const departing = (reason: string) => ({
      ...NO_FINDINGS,
      rules: { nationality: { finding: 'met' as const, reason } },
    });

    expect(gapsOf(askedOf('not-met'), departing(''))).toContainEqual({ code: 'nationality', gap: 'no-reason' });
    expect(gapsOf(askedOf('not-met'), departing('A second passport.'))).not.toContainEqual(
      expect.objectContaining({ code: 'nationality' }),
    );
  });

  test('holds no weight of a desirable requirement unless every essential one is met', () => {
    fc.assert(
      fc.property(findings, findings, (before, typed) => {
        const asked = askedOf('met');
        const first = saveSheet({ sheet: blank('a'), settled: false, asked }, { findings: before, version: 1 }, AT);
        const sheet = first.ok ? first.value : blank('a');
        const saved = saveSheet({ sheet, settled: false, asked }, { findings: typed, version: sheet.version }, AT);
        const kept = saved.ok ? saved.value : sheet;
        expect(Object.keys(kept.findings.desirable).length > 0 && outcomeOf(asked, kept.findings) !== 'met').toBe(
          false,
        );
      }),
    );
  });

  test('refuses what was typed on another version, once it is signed, and once it is settled', () => {
    const typed = { findings: NO_FINDINGS, version: 1 };
    const asked = askedOf('met');
    const refusalOf = (sheet: Sheet, settled = false) => {
      const saved = saveSheet({ sheet, settled, asked }, typed, AT);
      return saved.ok ? undefined : saved.refusal.kind;
    };

    expect(refusalOf({ ...blank('a'), version: 2 })).toBe('changed-meanwhile');
    expect(refusalOf({ ...blank('a'), signedAt: AT })).toBe('signed');
    expect(refusalOf(blank('a'), true)).toBe('settled');
  });

  test('takes over for several only what the rule says, and gives back just that', () => {
    fc.assert(
      fc.property(findings, fc.constantFrom(...FINDINGS), (found, outcome) => {
        const state = { sheet: { ...blank('a'), findings: found }, settled: false, asked: askedOf(outcome) };
        const run = { rule: 'nationality', finding: 'not-met', reason: '', run: 'one' } as const;
        const taken = takeOver(state, run, AT);
        const back = taken.ok ? undo({ ...state, sheet: taken.value }, 'one', AT) : undefined;
        expect(taken.ok && (outcome !== 'not-met' || 'nationality' in found.rules)).toBe(false);
        expect(back?.ok ? back.value.findings.rules : {}).toEqual({});
        expect(back?.ok ? back.value.findings.essential : found.essential).toEqual(found.essential);
      }),
    );
  });
});

type Click = { by: 'a' | 'b'; what: 'save' | 'sign' | 'reopen' | 'settle'; typed: Findings };
/** Nothing is missing, so that clicks come to signatures. */
const complete: fc.Arbitrary<Findings> = fc.constantFrom('met' as const, 'not-met' as const).map((finding) => ({
  rules: { nationality: { finding: 'met', reason: '' } },
  essential: {
    'essential-1': { finding, reason: 'Because.' },
    'essential-2': { finding: 'met', reason: '' },
  },
  desirable: finding === 'met' ? { 'desirable-1': { weight: 'full', reason: '' } } : {},
}));
const click: fc.Arbitrary<Click> = fc.record({
  by: fc.constantFrom('a', 'b'),
  what: fc.constantFrom('save', 'sign', 'sign', 'reopen', 'settle'),
  typed: fc.oneof(findings, complete, complete),
});

describe('two screeners', () => {
  test('see nothing of each other before both have signed, and change nothing afterwards, whatever is clicked', () => {
    const asked = askedOf('met');
    fc.assert(
      fc.property(fc.array(click, { maxLength: 40 }), (clicks) => {
        let sheets = [blank('a'), blank('b')];
        let settled = false;
        const seen = new Map<string, Sheet>();
        for (const { by, what, typed } of clicks) {
          sheets = sheets.map((sheet) => (sheet.screenerId === by ? after(sheet, what, typed) : sheet));
          if (what === 'settle')
            settled ||= settle({ asked, sheets, screeners: 2, settled, by: 'c', decided: typed }).ok;
          for (const viewer of ['a', 'b']) {
            const visible = visibleSheets(sheets, { accountId: viewer, screeners: 2 });
            const other = visible.find(({ screenerId }) => screenerId !== viewer);
            if (other) seen.set(viewer, other);
          }
          // What was seen of another stands beside an own sheet that is signed, and stays so.
          const broken = [...seen].filter(
            ([viewer, other]) =>
              sheets.find(({ screenerId }) => screenerId === viewer)?.signedAt === null ||
              sheets.find(({ screenerId }) => screenerId === other.screenerId) !== other,
          );
          expect(broken).toEqual([]);
          expect(settled && !isComplete(sheets, 2)).toBe(false);
        }

        function after(sheet: Sheet, what: Click['what'], typed: Findings): Sheet {
          const state = { sheet, settled, asked };
          const shown = isComplete(sheets, 2);
          const changes = {
            save: () => saveSheet(state, { findings: typed, version: sheet.version }, AT),
            sign: () => signSheet(state, AT),
            reopen: () => reopenSheet({ ...state, reason: 'Because.', shown }),
            settle: () => undefined,
          };
          const changed = changes[what]();
          return changed?.ok ? changed.value : sheet;
        }
      }),
    );
  });
});
