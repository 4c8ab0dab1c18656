import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../platform/language.ts';
import { COUNTRY_CODES, countryName } from '../../regulations/organisation/countries.ts';
import type { Identity } from './identity.ts';
import { fold } from './fold.ts';
import { maskFor, uncovered } from './masking.ts';

const WHERE = { place: 'statement:1', secret: 'a secret' };
const nobody: Identity = {
  givenNames: '',
  familyName: '',
  email: '',
  telephone: '',
  nationalities: [],
  residence: '',
  bornOn: '',
  others: [],
};
const identity: Identity = {
  givenNames: 'Jean-Luc María',
  familyName: 'de la Cruz-Müller',
  email: 'jlcm@people.example',
  telephone: '+32 475 12 34 56',
  nationalities: ['BE'],
  residence: 'FR',
  bornOn: '2009-03-07',
  others: [],
};

/** A text as its reader sees it. */
const shown = (text: string, of: Identity = identity): string =>
  maskFor(of)(text, WHERE)
    .map((part) => (part.kind === 'plain' ? part.text : `[${part.what}]`))
    .join('');

describe('what tells who wrote a text is covered', () => {
  test.each([
    ['JEAN-LUC DE LA CRUZ MUELLER', '[name]'],
    ['M u e l l e r, jean luc: Jeanluc', '[name]: [name]'],
    ['J.-L. Müller led it, as Cruz had.', '[name] led it, as [name] had.'],
    ['Signed: mar-\nía Cru\u00adz', 'Signed: [name]'],
    ['jeanlucdelacruzmuller2', '[name]'],
    ['Write to jl (at) people (dot) example or x@y.org.', 'Write to [email] or [email].'],
    ['0475/12.34.56 and 0032475123456', '[telephone] and [telephone]'],
    ['See https://www.linkedin.com/in/x-1 and orcid.org/0000-0002-1825-0097.', 'See [link] and [link]'],
    ['Born on 12 March 1975 in Liège.', '[birth].'],
    ['Né le 12 mars 1975', '[birth]'],
    ['12.03.1975; from 2010 to 2020', '[birth]; from 2010 to 2020'],
    ['7.3.09, 07/03/2009, 03-07-2009, 20090307 and 7 – 3 – 2009', '[birth], [birth], [birth], [birth] and [birth]'],
    ['Mme, a Belgian mother from Belgique', '[sex], a [nationality] [sex] from [nationality]'],
    ['Nationality: Elbonian\nSkills', '[nationality]\nSkills'],
    ['12 bis, rue des Fleurs, then 221B Baker Street.', '[address], then [address].'],
    ['Hauptstraße 12', '[address]'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('and what tells nothing stays: figures, years of work, words of the language that are names elsewhere', () => {
    const text = 'De la source à la mer: 12 projects, EUR 1 200 000, from 2001-09 to 2010-06, the Marine institute.';

    expect(shown(text)).toBe(text);
    expect(shown('Nothing here tells whose it is.', nobody)).toBe('Nothing here tells whose it is.');
  });

  test.each(COUNTRY_CODES)('whichever country they belong to: %s', (code) => {
    const text = LANGUAGES.map((language) => countryName(code, language)).join(', ');
    const author = { ...nobody, nationalities: [code] };

    expect(shown(text, author)).toBe('[nationality], [nationality]');
  });

  test('whatever signs stand in what they wrote of themselves', () => {
    const anything = fc.string({ unit: 'grapheme' });
    const identities = fc.record({
      givenNames: anything,
      familyName: anything,
      email: anything,
      telephone: anything,
      nationalities: fc.array(anything, { maxLength: 2 }),
      residence: anything,
      bornOn: anything,
      others: fc.constant([]),
    });
    fc.assert(
      fc.property(identities, anything, (author, text) => {
        expect(
          maskFor(author)(text, WHERE)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  const letters = Array.from('abcdefghijklmnopqrstuvwxyzéèüßøłçñ');
  const word = fc.array(fc.constantFrom(...letters), { minLength: 4, maxLength: 12 }).map((parts) => parts.join(''));
  const styles = [
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.normalize('NFD'),
    (text: string) => text.replaceAll('-', ' '),
    (text: string) => Array.from(text).join(' '),
    (text: string) => fold(text).text,
  ];

  test('whatever the name, however it is accented, written large, joined or spaced out', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.array(word, { minLength: 1, maxLength: 2 }),
        fc.constantFrom(...styles),
        (given, family, style) => {
          const author = { ...nobody, givenNames: given.join(' '), familyName: family.join('-') };
          const text = `I, ${style(family.join('-'))} ${style(given.join(' '))}, 12.`;
          const left = fold(shown(text, author).replaceAll(/\[\w+\]/g, '')).text;

          expect([...given, ...family].filter((one) => left.includes(fold(one).text))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('and put together, covered or not, it is the text, while a key tells nothing of what it covers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('Cruz ', 'jl@people.example ', ''), (text, more) => {
        const parts = maskFor(identity)(text + more, WHERE);
        const keys = parts.flatMap((part) => (part.kind === 'masked' ? [part.key] : []));
        const elsewhere = maskFor(identity)(text + more, { ...WHERE, secret: 'another' });

        expect(parts.map((part) => part.text).join('')).toBe(text + more);
        expect(new Set(keys).size).toBe(keys.length);
        expect(elsewhere.some((part) => part.kind === 'masked' && keys.includes(part.key))).toBe(false);
        expect(uncovered(parts, new Set(keys)).every(({ kind }) => kind === 'plain')).toBe(true);
      }),
    );
  });

  test('in a time that grows with the text, whatever stands in it', () => {
    const mask = maskFor(identity);
    const texts = ['a', '1 ', ' ', 'a.', "o'", 'a-', 'M u e ', '\n'].map((part) => part.repeat(60_000));
    const started = process.cpuUsage();
    for (const text of texts) mask(text, WHERE);
    const { user, system } = process.cpuUsage(started);

    // Of processor time: others may be at work on the machine.
    expect((user + system) / 1000).toBeLessThan(10_000);
  });
});
