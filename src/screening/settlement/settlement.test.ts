import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FINDINGS, type Asked, type Finding, type Findings, type Sheet } from '../sheet/sheet.ts';
import { differencesOf, settle } from './settlement.ts';

const AT = new Date('2026-11-22T12:00:00Z');
const requirement = (kind: 'essential' | 'desirable', number: number) => ({
  key: `${kind}-${number}`,
  kind,
  number,
  text: { en: `Requirement ${number}` },
});
const ASKED: Asked = {
  rules: [{ code: 'nationality', kind: 'nationality', rule: 'E1', source: { en: 'x', fr: 'x' }, outcome: 'not-met' }],
  requirements: [requirement('essential', 1), requirement('desirable', 1)],
};
const found = (rule: Finding, essential?: Finding, weight?: 'full' | 'none'): Findings => ({
  rules: { nationality: { finding: rule, reason: 'Passport seen.' } },
  essential: essential ? { 'essential-1': { finding: essential, reason: `${essential} it is.` } } : {},
  desirable: weight ? { 'desirable-1': { weight, reason: '' } } : {},
});
const sheet = (screenerId: string, findings: Findings): Sheet => ({
  applicationId: 'application',
  screenerId,
  findings,
  outcome: 'met',
  version: 3,
  savedAt: AT,
  signedAt: AT,
});
const settling = (pair: readonly [Findings, Findings], decided: Findings = NO_FINDINGS, by = 'c') => {
  const sheets = [sheet('a', pair[0]), sheet('b', pair[1])];
  return settle({ asked: ASKED, sheets, screeners: 2, settled: false, by, decided });
};

describe('a settlement', () => {
  test('freezes what both found alike, with the reasons of both', () => {
    const settled = settling([found('met', 'met', 'full'), found('met', 'met', 'full')]);

    expect(settled).toMatchObject({
      ok: true,
      value: { outcome: 'met', findings: { desirable: { 'desirable-1': { finding: 'full', agreed: true } } } },
    });
  });

  test('needs a finding and a reason for each difference that counts', () => {
    const differing = [found('met', 'met', 'full'), found('met', 'not-met')] as const;
    const open = settling(differing);
    const without = settling(differing, {
      ...NO_FINDINGS,
      essential: { 'essential-1': { finding: 'not-met', reason: ' ' } },
    });
    const decided = settling(differing, {
      ...NO_FINDINGS,
      essential: { 'essential-1': { finding: 'not-met', reason: 'So.' } },
    });

    expect(open).toMatchObject({ ok: false, refusal: { kind: 'undecided' } });
    expect(without).toMatchObject({ ok: false, refusal: { kind: 'undecided' } });
    // Held to be not met, nothing desirable is left to settle.
    expect(decided).toMatchObject({
      ok: true,
      value: { outcome: 'not-met', findings: { desirable: {}, essential: { 'essential-1': { reasons: ['So.'] } } } },
    });
  });

  test('asks for what a screener never came to, where the rule is held to be met after all', () => {
    const differing = [found('not-met'), found('met', 'met', 'none')] as const;
    const rule = { rules: { nationality: { finding: 'met' as const, reason: 'Two passports.' } } };
    const half = settling(differing, { ...NO_FINDINGS, ...rule });

    expect(half).toMatchObject({ ok: false, refusal: { kind: 'undecided', places: [{ code: 'essential-1' }] } });
    expect(
      settling(differing, { ...NO_FINDINGS, rules: { nationality: { finding: 'not-met', reason: 'One.' } } }),
    ).toMatchObject({ ok: true, value: { outcome: 'not-met', findings: { essential: {} } } });
  });

  test('of a difference is never for who screened it, nor before all have signed', () => {
    const differing = [found('met', 'met', 'full'), found('met', 'not-met')] as const;
    const sheets = [sheet('a', differing[0]), { ...sheet('b', differing[1]), signedAt: null }];

    expect(settling(differing, NO_FINDINGS, 'a')).toMatchObject({ ok: false, refusal: { kind: 'own-sheet' } });
    expect(settle({ asked: ASKED, sheets, screeners: 2, settled: false, by: 'c', decided: NO_FINDINGS })).toMatchObject(
      {
        ok: false,
        refusal: { kind: 'not-ready' },
      },
    );
  });

  test('finds the same differences whoever stands first', () => {
    const some = fc
      .tuple(
        fc.constantFrom<Finding>('met', 'not-met', 'to-judge'),
        fc.option(fc.constantFrom<Finding>('met', 'not-met'), { nil: undefined }),
      )
      .map(([rule, essential]) => found(rule, essential));
    fc.assert(
      fc.property(some, some, (one, other) => {
        const there = differencesOf(ASKED, [sheet('a', one), sheet('b', other)]);

        expect(differencesOf(ASKED, [sheet('b', other), sheet('a', one)])).toEqual(there);
        expect(differencesOf(ASKED, [sheet('a', one), sheet('b', one)])).toEqual([]);
      }),
    );
  });
});
