import { expect, test } from 'vitest';
import { countriesByName, COUNTRY_CODES, countryName, isCountryCode } from './countries.ts';
import { ORGANISATIONS } from '../regulations-testing.ts';

test('a country is named in the language of the page', () => {
  expect(countryName('DE', 'en')).toBe('Germany');
  expect(countryName('DE', 'fr')).toBe('Allemagne');
});

test('what is no country comes back as it is', () => {
  expect(countryName('EU', 'en')).toBe('EU');
  expect(countryName('', 'fr')).toBe('');
});

test('every country of ISO 3166-1 has a name in both languages, and stands in the list once', () => {
  const nameless = COUNTRY_CODES.filter((code) => countryName(code, 'en') === code || countryName(code, 'fr') === code);

  expect(nameless).toEqual([]);
  expect(new Set(COUNTRY_CODES).size).toBe(249);
});

test('the list is in the order of its language, accents included', () => {
  const french = countriesByName('fr').map(({ name }) => name);

  expect(french.indexOf('Égypte')).toBeLessThan(french.indexOf('Estonie'));
  expect(french.indexOf('Égypte')).toBeGreaterThan(french.indexOf('Danemark'));
});

test('every member nation is a country, once', () => {
  for (const { memberNations } of ORGANISATIONS) {
    const codes = memberNations.nations.map(({ country }) => country);
    expect(codes.filter((code) => !isCountryCode(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  }
});
