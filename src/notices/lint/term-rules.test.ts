import { describe, expect, test } from 'vitest';
import { findingsOf, inBoth, linesIn, printed, told } from './lint-testing.ts';

const TITLE = { en: 'Officer, Logistics', fr: 'Administratrice/Administrateur (logistique)' };
const PLACES = ['locks', 'boats', 'gauges', 'canals', 'bridges', 'barges'];
const summary = inBoth(
  PLACES.map((place) => `The incumbent plans the logistics of the ${place}.`),
  PLACES.map((_, index) => `La personne titulaire planifie la logistique de la section ${'abcdef'.charAt(index)}.`),
);

describe('the word of the title', () => {
  test('is missed in a requirement where it goes with its counterpart everywhere else', () => {
    const desirable = inBoth(['knowledge of logistics planning'], ['la connaissance de la planification']);
    const text = printed({ title: TITLE, summary, desirable });
    const [finding, ...others] = findingsOf('parity/term', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', field: 'desirable.en[0]' });
    expect(finding?.message.en).toContain('“logistics” goes with “logistique”');
    expect(finding && linesIn(text, finding).fr).toBe('- la connaissance de la planification');
  });

  test('is missed in English as in French', () => {
    const desirable = inBoth(['knowledge of planning'], ['la connaissance de la logistique']);

    expect(told('parity/term', { title: TITLE, summary, desirable })).toHaveLength(1);
  });

  test('is not missed where another word of its family stands', () => {
    const desirable = inBoth(['logistical skill with boats'], ['habileté avec les bateaux']);

    expect(told('parity/term', { title: TITLE, summary, desirable })).toEqual([]);
  });

  test('is not missed where the notice renders it in several ways', () => {
    const mixed = {
      ...summary,
      fr: summary.fr.map((text, index) => (index < 5 ? text : 'Elle connaît les transports.')),
    };
    const desirable = inBoth(['knowledge of logistics'], ['la connaissance des transports']);

    expect(told('parity/term', { title: TITLE, summary: mixed, desirable })).toEqual([]);
  });
});

describe('a term of the term base', () => {
  const desirable = (en: string, fr: string) => ({ desirable: inBoth([en], [fr]) });

  test('is a note where its counterpart is not there', () => {
    const findings = told('parity/term', desirable('work with the European Union', 'travailler avec les institutions'));

    expect(findings).toMatchObject([{ severity: 'info' }]);
    expect(findings[0]?.message.fr).toBe(
      'La base terminologique rend «\u00A0European Union\u00A0» par «\u00A0Union européenne\u00A0».',
    );
  });

  test.each([
    ['its counterpart', 'travailler avec l’Union européenne'],
    ['its counterpart in the plural of its words', 'travailler avec les Unions européennes'],
  ])('is not told beside %s', (_, fr) => {
    expect(told('parity/term', desirable('work with the European Union', fr))).toEqual([]);
  });

  test('is not told beside its acronym', () => {
    expect(told('parity/term', desirable('work with the European Union (EU)', 'travailler avec l’EU'))).toEqual([]);
  });

  test('is not part of a longer word', () => {
    expect(told('parity/term', desirable('work with the European Unionist', 'travailler avec le syndicat'))).toEqual(
      [],
    );
  });
});

describe('the name of a unit', () => {
  const title = { en: 'Head, Flood Forecasting Section', fr: 'Chef de la Section Prévision des crues' };
  const essay = (en: string, fr: string) => ({ title, summary: inBoth([en], [fr]) });
  const FRENCH = 'La note dit ce que la Section Prévision des crues attend du fleuve.';

  test('is an error where the other language names the unit of the post', () => {
    const text = printed(essay('The note says what the Bridge Repair Section expects of the river.', FRENCH));
    const [finding] = findingsOf('parity/unit', text);

    expect(finding).toMatchObject({ severity: 'error' });
    expect(finding && linesIn(text, finding)).toEqual({
      en: 'The note says what the Bridge Repair Section expects of the river.',
      fr: FRENCH,
    });
  });

  test.each([
    ['it is that of the title', 'The note says what the Flood Forecasting Section expects of the river.', FRENCH],
    [
      'both name another',
      'The note says what the Bridge Repair Section expects of the river.',
      'La note dit ce que la Section Réparation des ponts attend du fleuve.',
    ],
    ['only its kind is named', 'The note says what the Section expects of the river.', FRENCH],
  ])('is not told where %s', (_, en, fr) => {
    expect(told('parity/unit', essay(en, fr))).toEqual([]);
  });

  test('is not told where the notice names that unit elsewhere', () => {
    const en = 'The note says what the Bridge Repair Section expects of the river.';
    const desirable = inBoth(
      ['work with the Bridge Repair Section'],
      ['travailler avec la Section Réparation des ponts'],
    );

    expect(told('parity/unit', { ...essay(en, FRENCH), desirable })).toEqual([]);
  });
});
