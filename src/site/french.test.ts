import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spaced } from './french.ts';

test('French marks do not part from the word they follow', () => {
  expect(spaced('le niveau « avancé » : requis ; oui ?', 'fr')).toBe(
    'le niveau «\u00a0avancé\u00a0»\u00a0: requis\u202f; oui\u202f?',
  );
});

test('English is left alone', () => {
  expect(spaced('level “V” ; yes ?', 'en')).toBe('level “V” ; yes ?');
});

test('only spaces change, and a text once set stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const set = spaced(text, 'fr');

      expect(set.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text.replaceAll(/[\u00a0\u202f]/g, ' '));
      expect(spaced(set, 'fr')).toBe(set);
    }),
  );
});
