import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLanguages, meetsLanguage } from './language-levels.ts';
import { anyOrganisation, NORTHERN_RIVERS } from '../regulations-testing.ts';

const scheme = NORTHERN_RIVERS.languages;
const anyLevel = fc.constantFrom('I', 'II', 'III', 'IV', 'V', 'VI');
const anyHeldLevel = fc.option(anyLevel);
const anyLevels = fc.record({ en: anyHeldLevel, fr: anyHeldLevel });
const anyRequirement = fc.record({ one: anyLevel, other: anyLevel });
const rank = (level: string | null) => scheme.levels.findIndex(({ code }) => code === level);

describe('language levels (b3, E5)', () => {
  test.each([
    ['English the stronger', { en: 'V', fr: 'II' }, true],
    ['French the stronger', { en: 'II', fr: 'V' }, true],
    ['both above', { en: 'VI', fr: 'VI' }, true],
    ['the other too low', { en: 'VI', fr: 'I' }, false],
    ['neither reaches the one', { en: 'IV', fr: 'IV' }, false],
    ['one language alone, however well', { en: 'VI', fr: null }, false],
    ['nothing stated', {}, false],
  ])('V in one and II in the other: %s', (_, levels, met) => {
    expect(meetsLanguage(scheme, { one: 'V', other: 'II' }, levels)).toBe(met);
  });

  test('a level of another scale is for a person to compare', () => {
    expect(compareLanguages(scheme, { one: 'V', other: 'II' }, { en: 'C1', fr: 'V' }).outcome).toBe('not-comparable');
    expect(compareLanguages(scheme, { one: '3333', other: 'II' }, { en: 'V', fr: 'V' }).outcome).toBe('not-comparable');
  });

  test('the outcome says the rule, its source and the values', () => {
    const comparison = compareLanguages(scheme, { one: 'V', other: 'II' }, { en: 'V', fr: 'I' });

    expect(comparison).toEqual({
      outcome: 'not-met',
      reasons: [
        {
          rule: 'E5',
          source: scheme.source,
          values: { requirement: { one: 'V', other: 'II' }, levels: { en: 'V', fr: 'I' } },
        },
      ],
    });
  });

  test('the two languages may be exchanged, in the levels and in the requirement', () => {
    fc.assert(
      fc.property(anyOrganisation, anyRequirement, anyLevels, ({ languages }, { one, other }, { en, fr }) => {
        const met = meetsLanguage(languages, { one, other }, { en, fr });
        expect(meetsLanguage(languages, { one, other }, { en: fr, fr: en })).toBe(met);
        expect(meetsLanguage(languages, { one: other, other: one }, { en, fr })).toBe(met);
      }),
    );
  });

  test('it is the rule as written: either way round, each level reached', () => {
    fc.assert(
      fc.property(anyRequirement, anyLevels, ({ one, other }, { en, fr }) => {
        const written =
          (rank(en) >= rank(one) && rank(fr) >= rank(other)) || (rank(fr) >= rank(one) && rank(en) >= rank(other));
        expect(meetsLanguage(scheme, { one, other }, { en, fr })).toBe(written);
      }),
    );
  });

  test('a higher level never loses what a lower one met', () => {
    fc.assert(
      fc.property(anyRequirement, fc.tuple(anyLevel, anyLevel), anyHeldLevel, (requirement, [level, another], fr) => {
        const [low, high] = rank(level) <= rank(another) ? [level, another] : [another, level];
        const met = meetsLanguage(scheme, requirement, { en: low, fr });
        expect(meetsLanguage(scheme, requirement, { en: high, fr }) || !met).toBe(true);
      }),
    );
  });
});
