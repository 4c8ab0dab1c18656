import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../platform/language.ts';
import { inLanguage, likelyLanguage, sectionIn } from './vacancy-view.ts';

const texts = fc.array(fc.string({ minLength: 1 }), { maxLength: 4 });
const bilingual = fc.record({ en: texts, fr: texts });

test('a section is shown in the language of the page where it exists in it', () => {
  const section = sectionIn({ en: ['The river rises.'], fr: ['La rivière monte.'] }, 'fr');

  expect(section).toEqual({ kind: 'here', items: ['La rivière monte.'], lang: 'fr' });
});

test('a section missing in the language of the page is shown as the other language’s', () => {
  const section = sectionIn({ en: ['The river rises.'], fr: [] }, 'fr');

  expect(section).toEqual({ kind: 'elsewhere', items: ['The river rises.'], lang: 'en' });
});

test('a section printed alike in both languages is in the language of its words, not translated', () => {
  const english = { en: ['Keep the record of the rivers.'], fr: ['Keep the record of the rivers.'] };
  const french = { en: ['Tenir le registre des rivières.'], fr: ['Tenir le registre des rivières.'] };

  expect(sectionIn(english, 'en').kind).toBe('here');
  expect(sectionIn(english, 'fr')).toMatchObject({ kind: 'elsewhere', lang: 'en' });
  expect(sectionIn(french, 'en')).toMatchObject({ kind: 'elsewhere', lang: 'fr' });
});

test('whatever stands in a notice is shown to readers of both languages', () => {
  fc.assert(
    fc.property(bilingual, fc.constantFrom(...LANGUAGES), (section, language) => {
      const empty = section.en.length + section.fr.length === 0;

      expect(sectionIn(section, language).kind === 'nowhere').toBe(empty);
    }),
  );
});

test('a text never comes without the language it is in', () => {
  expect(inLanguage({ en: 'Hydrologist' }, 'fr')).toEqual({ text: 'Hydrologist', lang: 'en' });
  expect(inLanguage({ en: 'Hydrologist', fr: 'Hydrologue' }, 'fr')).toEqual({ text: 'Hydrologue', lang: 'fr' });
  expect(inLanguage({}, 'fr')).toBeUndefined();
  const duty = 'Perform any other related duty as assigned.';
  expect(inLanguage({ en: duty, fr: duty }, 'fr')).toEqual({ text: duty, lang: 'en' });
});

test('words that tell nothing are taken for the language of their side', () => {
  expect(likelyLanguage('Excel, PowerPoint', 'fr')).toBe('fr');
  expect(likelyLanguage('Excel, PowerPoint', 'en')).toBe('en');
});
