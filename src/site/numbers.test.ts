import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  collator,
  formatBytes,
  formatMoney,
  formatNumber,
  hasAllDecimals,
  joinList,
  minorAmount,
  minorDigits,
  plainAmount,
  plural,
} from './numbers.ts';

test('money is told from its minor unit, as each language writes it', () => {
  expect(formatMoney(621240, 'EUR', 'en')).toBe('EUR\u00a06,212.40');
  expect(formatMoney(621240, 'EUR', 'fr')).toBe('6\u202f212,40\u00a0EUR');
  expect(formatMoney(621240, 'JPY', 'en')).toBe('JPY\u00a0621,240');
});

test('an amount has the decimals of its currency, when it is written and when it is read', () => {
  expect(['EUR', 'JPY', 'TND'].map(minorDigits)).toEqual([2, 0, 3]);
  expect([plainAmount(621_240, 'EUR'), plainAmount(621_240, 'JPY'), plainAmount(621_240, 'TND')]).toEqual([
    '6212.40',
    '621240',
    '621.240',
  ]);
  expect([minorAmount('6212.4', 'EUR'), minorAmount('6212', 'JPY'), minorAmount('6.2', 'TND')]).toEqual([
    621_240, 6212, 6200,
  ]);
  for (const [plain, currency] of [
    ['6212.405', 'EUR'],
    ['6212.0', 'JPY'],
    ['6212.', 'EUR'],
    ['much', 'EUR'],
  ] as const)
    expect(minorAmount(plain, currency)).toBeUndefined();
});

test('an amount that is written is read as it was, in any currency', () => {
  const anyCurrency = fc.constantFrom(...Intl.supportedValuesOf('currency'));
  fc.assert(
    fc.property(fc.nat(), anyCurrency, (minor, currency) => {
      const plain = plainAmount(minor, currency);
      expect(minorAmount(plain, currency)).toBe(minor);
      expect(hasAllDecimals(plain, currency)).toBe(true);
      expect(formatMoney(minor, currency, 'en').replaceAll(/[^\d.]/g, '')).toBe(plain);
    }),
  );
});

test('sizes are told in decimal units', () => {
  expect(formatBytes(0, 'en')).toBe('0 bytes');
  expect(formatBytes(148_200, 'en')).toBe('148 kB');
  expect(formatBytes(1_250_000, 'fr')).toBe('1,3\u202fMo');
  expect(formatBytes(5_000_000, 'fr')).toBe('5\u202fMo');
});

test('lists are joined as the language joins them', () => {
  expect(joinList(['PDF'], 'en')).toBe('PDF');
  expect(joinList(['a', 'b', 'c'], 'en')).toBe('a, b and c');
  expect(joinList(['a', 'b', 'c'], 'fr')).toBe('a, b et c');
  expect(joinList(['PDF', 'Word'], 'fr', 'disjunction')).toBe('PDF ou Word');
});

test('nothing is one in French and other in English', () => {
  const forms = { one: '{n} page', other: '{n} pages' };

  expect(plural(0, forms, 'fr')).toBe('0 page');
  expect(plural(0, forms, 'en')).toBe('0 pages');
  expect(plural(1200, forms, 'fr')).toBe('1\u202f200 pages');
});

test('names are sorted as a reader expects, whatever their accents and figures', () => {
  expect(['Zoé', 'Éric', 'eric 10', 'Eric 9'].toSorted(collator('fr').compare)).toEqual([
    'Éric',
    'Eric 9',
    'eric 10',
    'Zoé',
  ]);
});

test('a figure read back from its print is the same figure', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (value) => {
      expect(Number(formatNumber(value, 'fr').replaceAll('\u202f', ''))).toBe(value);
      expect(Number(formatNumber(value, 'en').replaceAll(',', ''))).toBe(value);
    }),
  );
});
