import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../vocabulary.ts';
import { readLocation, readSalary } from './header-values.ts';

const vocabulary = loadVocabulary('organisations/rivers-commission');
/** Of an organisation that pays in currencies without decimals and with three as well. */
const WITH_OTHERS: typeof vocabulary = {
  ...vocabulary,
  currencies: new Map([
    ...vocabulary.currencies,
    ['jpy', [{ code: 'JPY', language: 'en', keys: ['jpy'] }]],
    ['tnd', [{ code: 'TND', language: 'en', keys: ['tnd'] }]],
  ]),
};

describe('an amount is read in the minor unit of its currency', () => {
  test.for([
    ['8,754.21Euro (EUR) Monthly', 'EUR', 875_421],
    ['8 754,21Euro (EUR) Mensuelle', 'EUR', 875_421],
    ['8.754,2 EUR Monthly', 'EUR', 875_420],
    ['8,754 EUR Monthly', 'EUR', 875_400],
    ['4,319.160 TND Monthly', 'TND', 4_319_160],
    ['4 319,16 TND Mensuelle', 'TND', 4_319_160],
    ['4,319 TND Monthly', 'TND', 4_319_000],
    ['754,044 JPY Monthly', 'JPY', 754_044],
    ['754,044.00 JPY Monthly', 'JPY', 754_044],
  ] as const)('%s', ([text, currency, amountMinor]) => {
    const salary = readSalary(text, WITH_OTHERS);

    expect(salary?.value).toEqual({ amountMinor, currency, period: 'monthly' });
  });
});

test.for([
  ['La Haye, Pays-Bas', 'NL', 'The Hague'],
  ['Pays-Bas-La Haye', 'NL', 'The Hague'],
  ['La Spezia (Italy)', 'IT', 'La Spezia'],
  ['LU-Capellen', 'LU', 'Capellen'],
] as const)(
  '%s is in the country that is named, not in one whose code is a word of the city',
  ([text, country, city]) => {
    expect(readLocation(text, vocabulary)?.value).toEqual({ country, city });
  },
);
