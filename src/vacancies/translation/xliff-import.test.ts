import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoticeRecord } from '../../notices/notice.ts';
import { keepAligned, translationsAfter } from './translation-edit.ts';
import { translationUnits, withTranslations } from './translation.ts';
import { exampleVacancy } from '../vacancy-testing.ts';
import type { Vacancy } from '../vacancy.ts';
import { mergeXliff } from './xliff-import.ts';
import { readXliff } from './xliff-reading.ts';
import { filled } from './xliff-testing.ts';
import { writeXliff } from './xliff.ts';

/** What a file made of `exported`, with these targets put in, brings to the vacancy as it is `now`. */
function merged(exported: Vacancy, targets: Record<string, string>, now = exported) {
  return mergeXliff(now, { target: 'fr', base: exported.notice }, fileOf(exported, targets));
}

function fileOf(exported: Vacancy, targets: Record<string, string>) {
  const document = readXliff(Buffer.from(filled(writeXliff(exported, 'fr', 1), targets)));
  const [file] = document.ok ? document.value.files : [];
  if (!file) throw new Error('no file');
  return file;
}

const WHO = { by: { kind: 'account', id: 'anna' } as const, now: new Date('2026-11-03T10:00:00Z') };
function edited(vacancy: Vacancy, change: Partial<NoticeRecord>): Vacancy {
  const notice = keepAligned(vacancy, { ...vacancy.notice, ...change });
  return { ...vacancy, notice, translations: translationsAfter(vacancy, notice, WHO) };
}

const bare = exampleVacancy({ notice: { desirable: { en: ['one', 'two', 'three'], fr: [] } } });

const anyLine = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('<', '&', '\u00a0', '\u0001', '\u{1f30a}', '\u009f', ' ', 'é') }),
  )
  .map((text) => text.replaceAll(/[\0\r\n\t\uD800-\uDFFF]/gu, '').replaceAll(/^ +| +$/g, ''))
  .filter((text) => text.trim() !== '');

test('exported, translated and brought in, a notice has exactly those translations', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 3, maxLength: 3 }),
      anyLine,
      ([one = '', two = '', three = ''], title) => {
        const { items, misfits } = merged(bare, {
          'desirable.0': one,
          'desirable.1': two,
          'desirable.2': three,
          title,
        });
        const notice = withTranslations(bare, 'fr', items);

        expect(notice.desirable.fr).toEqual([one, two, three]);
        expect(notice.title.fr).toBe(title);
        expect(misfits).toEqual([]);
      },
    ),
  );
});

test('a file that came back as it went changes nothing', () => {
  const { items, right, misfits, empty } = merged(bare, {});

  expect([items.size, right.size, misfits, empty]).toEqual([0, 0, [], 3]);
});

test('a heading and its text come apart and go back together', () => {
  const { items } = merged(exampleVacancy(), { 'accountabilities.0.heading': 'Savoir-faire' });

  expect([...items]).toEqual([
    [
      'accountabilities.fr[0]',
      { heading: 'Savoir-faire', text: 'Veille au bon état du modèle de crue. Compare chaque prévision au relevé.' },
    ],
  ]);
});

test('what was changed here meanwhile is not overwritten, and the file’s text is told', () => {
  const now = edited(bare, { title: { en: bare.notice.title.en ?? '', fr: 'Changé ici' } });
  const { items, misfits } = merged(bare, { title: 'Du fichier', 'desirable.0': 'un' }, now);

  expect([...items.keys()]).toEqual(['desirable.fr[0]']);
  expect(misfits).toMatchObject([{ kind: 'changed-here', text: 'Du fichier' }]);
});

test('what the file left alone stays as somebody changed it here', () => {
  const now = edited(bare, { title: { en: bare.notice.title.en ?? '', fr: 'Changé ici' } });
  const { items, misfits } = merged(bare, {}, now);

  expect([items.size, misfits]).toEqual([0, []]);
});

test('a text whose original has changed since is taken, told, and still needs translation', () => {
  const now = edited(bare, { desirable: { en: ['one', 'two, and more', 'three'], fr: [] } });
  const { items, rendered, misfits } = merged(bare, { 'desirable.1': 'deux' }, now);

  expect(items.get('desirable.fr[1]')?.text).toBe('deux');
  expect(rendered.get('desirable.fr[1]')).toBe('two');
  expect(misfits).toMatchObject([{ kind: 'original-changed', unit: { index: 1 } }]);
});

test('a list that has grown or shrunk since takes each text where its original now stands', () => {
  const now = edited(bare, { desirable: { en: ['zero', 'one', 'three'], fr: [] } });
  const { items, misfits } = merged(bare, { 'desirable.0': 'un', 'desirable.1': 'deux', 'desirable.2': 'trois' }, now);

  expect(withTranslations(now, 'fr', items).desirable.fr).toEqual(['', 'un', 'trois']);
  expect(misfits).toMatchObject([{ kind: 'gone', text: 'deux' }]);
});

test('a translation that the file calls done is right although its original had changed', () => {
  const before = edited(exampleVacancy(), { title: { en: 'Officer', fr: 'Agente' } });
  const changed = edited(before, { title: { en: 'Officer (floods)', fr: 'Agente' } });
  const { items, right } = merged(changed, { title: 'Agente' });

  expect([items.size, [...right]]).toEqual([0, ['title.fr']]);
});

test('standard texts, texts that no notice has and characters that nothing keeps are told and not taken', () => {
  const composed = exampleVacancy({ composed: true });
  const stranger = writeXliff(exampleVacancy(), 'fr', 1).replace('id="title"', 'id="salary"');
  const document = readXliff(Buffer.from(filled(stranger, { salary: 'mille' })));
  const strange = document.ok && document.value.files[0];

  expect(merged(composed, { 'otherText.contract.0': 'Autre clause' }).misfits).toMatchObject([{ kind: 'locked' }]);
  expect(merged(bare, { title: 'a\0b' }).misfits).toMatchObject([{ kind: 'unusable' }]);
  expect(merged(bare, { title: 'a\ud800b' }).misfits).toMatchObject([{ kind: 'unusable' }]);
  expect(strange && mergeXliff(exampleVacancy(), { target: 'fr', base: undefined }, strange).misfits).toMatchObject([
    { kind: 'gone', id: 'salary', text: 'mille' },
  ]);
});

test('a file that lost the version it was made of is taken where it says something', () => {
  const now = edited(bare, { title: { en: bare.notice.title.en ?? '', fr: 'Changé ici' } });

  expect(
    mergeXliff(now, { target: 'fr', base: undefined }, fileOf(bare, { title: 'Du fichier' })).items.get('title.fr')
      ?.text,
  ).toBe('Du fichier');
});

test('whatever a file says, only texts that are the translator’s are put in place', () => {
  const vacancy = exampleVacancy({ composed: true });
  const own = new Set(translationUnits(vacancy, 'fr').flatMap(({ key, locked }) => (locked ? [] : [key])));
  const anyId = fc.constantFrom(
    'title',
    'essential.1',
    'otherText.contract.0',
    'accountabilities.0',
    'accountabilities.1.heading',
  );

  fc.assert(
    fc.property(fc.dictionary(anyId, fc.string()), (targets) => {
      const { items } = merged(vacancy, targets);
      expect([...items.keys()].filter((key) => !own.has(key))).toEqual([]);
    }),
  );
});
