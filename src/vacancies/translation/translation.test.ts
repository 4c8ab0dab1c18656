import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Doer } from '../../people/actor.ts';
import { ok } from '../../platform/result.ts';
import { earlierPlaces } from './list-alignment.ts';
import { ALL_FIELDS } from '../notice-fields.ts';
import { checkTranslations, confirmTranslations, keepAligned, translationsAfter } from './translation-edit.ts';
import { progressOf, translationUnits, withTranslations } from './translation.ts';
import { exampleVacancy } from '../vacancy-testing.ts';
import type { Vacancy } from '../vacancy.ts';

const NOW = new Date('2026-11-03T10:00:00Z');
const doer = (id: string): Doer => ({ kind: 'account', id });
const ANNA = { by: doer('anna'), now: NOW };
const BORIS = { by: doer('boris'), now: NOW };

/** The vacancy after somebody has written these texts by hand. */
function written(vacancy: Vacancy, notice: Partial<Vacancy['notice']>, who = ANNA): Vacancy {
  const after = { ...vacancy.notice, ...notice };
  return { ...vacancy, notice: after, translations: translationsAfter(vacancy, after, who) };
}

const stateOf = (vacancy: Vacancy, key: string) =>
  translationUnits(vacancy, 'fr').find((unit) => unit.key === key)?.state;
const keys = (...given: string[]) => ({ language: 'fr' as const, keys: new Set(given) });

test('an imported translation stands, and nobody has looked at it here', () => {
  const vacancy = exampleVacancy();

  expect(stateOf(vacancy, 'title.fr')).toBe('translation');
  expect(progressOf(translationUnits(vacancy, 'fr'))).toMatchObject({ left: 0, toCheck: 0, checked: 0 });
});

test('a text without its translation needs one, also in the middle of a list', () => {
  const vacancy = exampleVacancy({ notice: { desirable: { en: ['a', 'b', 'c'], fr: ['A', '', 'C'] } } });

  expect(stateOf(vacancy, 'desirable.fr[1]')).toBe('needs-translation');
  expect(progressOf(translationUnits(vacancy, 'fr')).left).toBe(1);
});

test('a text goes from translated to checked, and needs translation again when its original changes', () => {
  const title = { en: 'Officer', fr: 'Administratrice/Administrateur' };
  const translated = written(exampleVacancy(), { title });
  const checked = checkTranslations(translated, keys('title.fr'), BORIS);
  const after = checked.ok ? checked.value.vacancy : translated;
  const changed = written(after, { title: { ...title, en: 'Senior Officer' } }, BORIS);
  const confirmed = confirmTranslations(changed, keys('title.fr'), ANNA);
  const again = written(changed, { title: { en: 'Senior Officer', fr: 'Administratrice principale' } });

  expect([translated, after, changed, confirmed, again].map((each) => stateOf(each, 'title.fr'))).toEqual([
    'translated',
    'checked',
    'needs-translation',
    'translated',
    'translated',
  ]);
  expect(changed.translations['title.fr']).toMatchObject({ original: 'Officer', by: 'boris' });
});

test('an imported translation needs translation as soon as its original is edited', () => {
  const changed = written(exampleVacancy(), {
    desirable: { en: ['knowledge of other gauges'], fr: ['la connaissance'] },
  });
  const original = written(exampleVacancy(), {
    desirable: { ...exampleVacancy().notice.desirable, en: ['knowledge of other gauges'] },
  });

  expect(stateOf(changed, 'desirable.fr[0]')).toBe('translated');
  expect(stateOf(original, 'desirable.fr[0]')).toBe('needs-translation');
  expect(original.translations['desirable.fr[0]']).toMatchObject({
    original: 'knowledge of the gauges of the lower Meuse',
    by: null,
  });
});

test('nobody checks their own translation; what others translated is checked beside it', () => {
  const title = { en: 'Officer', fr: 'Administratrice' };
  const byAnna = written(exampleVacancy(), { title });
  const byBoth = written(byAnna, { interrelationships: { en: 'Alone.', fr: 'Seule.' } }, BORIS);

  expect(checkTranslations(byAnna, keys('title.fr'), ANNA)).toEqual({
    ok: false,
    refusal: { kind: 'own-translation' },
  });
  expect(checkTranslations(byAnna, keys('nothing.fr'), BORIS)).toEqual({
    ok: false,
    refusal: { kind: 'nothing-to-check' },
  });
  expect(checkTranslations(byBoth, keys('title.fr', 'interrelationships.fr'), ANNA)).toMatchObject(
    ok({ checked: [{ key: 'interrelationships.fr' }] }),
  );
});

test('a text taken from an import is nobody’s translation', () => {
  const translated = written(exampleVacancy(), { title: { en: 'Officer', fr: 'Administratrice' } });
  const notice = { ...translated.notice, title: { en: 'Officer', fr: 'Agente' } };

  expect(translationsAfter(translated, notice, null)['title.fr']).toBeUndefined();
});

test('standard paragraphs of a notice written here are not the translator’s', () => {
  const vacancy = exampleVacancy({ composed: true });
  const locked = translationUnits(vacancy, 'fr').filter((unit) => unit.locked);
  const after = withTranslations(vacancy, 'fr', new Map(locked.map(({ key }) => [key, { heading: '', text: 'x' }])));

  expect(locked.map(({ field }) => field.path)).toContain('otherText.contract');
  expect(after).toEqual(vacancy.notice);
});

const anyText = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '');
const anyUnits = fc.subarray(translationUnits(exampleVacancy(), 'fr').map(({ key }) => key));

test('translating some texts changes these and no other, whichever they are', () => {
  const vacancy = exampleVacancy();
  const before = translationUnits(vacancy, 'fr');

  fc.assert(
    fc.property(anyUnits, anyText, (chosen, text) => {
      const items = new Map(
        chosen.map((key) => [key, { heading: before.find((one) => one.key === key)?.translation.heading ?? '', text }]),
      );
      const after = translationUnits({ ...vacancy, notice: withTranslations(vacancy, 'fr', items) }, 'fr');
      expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
      expect(after.map(({ translation }) => translation)).toEqual(
        before.map(({ key, translation }) => items.get(key) ?? translation),
      );
    }),
  );
});

test('taking translations out moves none of the others, and leaves nothing empty at the end of a list', () => {
  const texts = ['a', 'b', 'c', 'd'];
  const vacancy = exampleVacancy({ notice: { essential: { en: texts, fr: texts.map((text) => text.toUpperCase()) } } });

  fc.assert(
    fc.property(fc.subarray([0, 1, 2, 3]), (gone) => {
      const items = new Map(gone.map((index) => [`essential.fr[${index}]`, { heading: '', text: '' }]));
      const { fr } = withTranslations(vacancy, 'fr', items).essential;
      const kept = texts.map((text, index) => (gone.includes(index) ? '' : text.toUpperCase()));
      expect(texts.map((_, index) => fr[index] ?? '')).toEqual(kept);
      expect(fr.at(-1)).not.toBe('');
    }),
  );
});

const anyList = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });

test('whatever is put in, taken out or moved in a list, each text that stays keeps its translation and its state', () => {
  fc.assert(
    fc.property(anyList, anyList, (before, now) => {
      const essential = { en: before, fr: before.map((text) => text.toUpperCase()) };
      const vacancy = written(exampleVacancy({ notice: { essential: { en: before, fr: [] } } }), { essential });
      const notice = keepAligned(vacancy, { ...vacancy.notice, essential: { ...essential, en: now } });
      const after = { ...vacancy, notice, translations: translationsAfter(vacancy, notice, BORIS) };
      const units = translationUnits(after, 'fr').filter(({ field }) => field.path === 'essential');

      expect(notice.essential.fr.length).toBeLessThanOrEqual(now.length);
      for (const { original, translation, state, made } of units.filter(({ original: { text } }) =>
        before.includes(text),
      )) {
        expect(translation.text).toBe(original.text.toUpperCase());
        expect(state).toBe('translated');
        expect(made?.by).toBe('anna');
      }
    }),
  );
});

test('an edited text takes the place of the one it replaces, and each place is taken once', () => {
  expect(earlierPlaces(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([0, 1, 2]);
  expect(earlierPlaces(['a', 'b'], ['a', 'x', 'b'])).toEqual([0, undefined, 1]);
  expect(earlierPlaces(['a', 'b', 'c'], ['c', 'a'])).toEqual([2, 0]);
  fc.assert(
    fc.property(fc.array(anyText), fc.array(anyText), (before, now) => {
      const places = earlierPlaces(before, now).filter((place) => place !== undefined);
      expect(new Set(places).size).toBe(places.length);
      expect(places.every((place) => place < before.length)).toBe(true);
    }),
  );
});

test('a list whose translation was edited as well stays as it was typed', () => {
  const vacancy = exampleVacancy({ notice: { essential: { en: ['a', 'b'], fr: ['A', 'B'] } } });
  const typed = { ...vacancy.notice, essential: { en: ['b'], fr: ['B!'] } };

  expect(keepAligned(vacancy, typed)).toEqual(typed);
});

test('every field of a notice can be translated', () => {
  const paths = new Set(translationUnits(exampleVacancy({ notice: full }), 'fr').map(({ field }) => field.path));

  expect(ALL_FIELDS.map(({ path }) => path).filter((path) => !paths.has(path))).toEqual([]);
});

const some = { en: ['some'], fr: [] };
const full = {
  challenges: some,
  links: some,
  otherText: { preamble: some, requirements: some, contract: some, application: some, additional: some },
  otherFields: { en: [{ label: 'Unit', value: 'Gauges' }], fr: [] },
  otherSections: { en: [{ heading: 'More', paragraphs: ['one', 'two'] }], fr: [] },
  provisionalSchedule: [{ en: 'Interview in May' }],
};
