import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TOOLS } from './lint-testing.ts';
import { sayableNumbers, statedNumbers } from './numbers-of-text.ts';

const { vocabulary } = TOOLS['northern-rivers'];
const stated = (text: string) => statedNumbers(text, vocabulary);
const all = (text: string) => sayableNumbers(text, vocabulary);

describe('the numbers that a text states', () => {
  test.each([
    ['25,000 people', ['25000']],
    ['25 000 personnes', ['25000']],
    ['0.50 of a metre', ['0.5']],
    ['3-5 years', ['3', '5']],
    ['six ans et 2 pages', ['2', '6']],
    ['1.5 million euros', ['1500000']],
    ['3,600 million euro', ['3600000000']],
    ['3 600 millions d’euros', ['3600000000']],
    ['twenty-four months', []],
    ['one day', []],
    ['G20, COVID-19b and the 1980s', []],
    ['https://rivers.example/2024/17', []],
    ['at 11:59 PM or 23 h 59', []],
  ])('%s', (text, numbers) => {
    expect(stated(text).toSorted()).toEqual(numbers.toSorted());
  });
});

describe('the numbers that a text could be taken to say', () => {
  test.each([
    ['twenty-four months', '24'],
    ['twenty-four months', '2'],
    ['deux ans', '24'],
    ['quatre-vingt-dix-sept', '97'],
    ['soixante et onze', '71'],
    ['le XXIe siècle', '21'],
    ['article IV', '4'],
    ['le 1er avril', '1'],
    ['10 décembre', '12'],
    ['5 p.m.', '17'],
    ['trimestriel', '3'],
    ['une douzaine', '12'],
  ])('%s: %s', (text, number) => {
    expect(all(text)).toContain(number);
  });
});

test('a number is the same with the marks of either language', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 1, max: 99 }), (whole, cents) => {
      const decimals = String(cents).padStart(2, '0');
      const grouped = (mark: string) => String(whole).replace(/\B(?=(?:\d{3})+$)/g, mark);

      expect(stated(`${grouped(',')}.${decimals} euros`)).toEqual(stated(`${grouped('\u202F')},${decimals} euros`));
      expect(stated(`${grouped(',')} euros`)).toEqual([String(whole)]);
    }),
  );
});
