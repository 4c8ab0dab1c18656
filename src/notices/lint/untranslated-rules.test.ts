import { describe, expect, test } from 'vitest';
import { exampleNotice } from '../notice-testing.ts';
import { edited, findingsOf, inBoth, linesIn, printed, told } from './lint-testing.ts';

describe('an item that is left in the other language', () => {
  test('is an error beside its original, though it has hardly a small word', () => {
    const [copy = ''] = exampleNotice().desirable.en;
    const desirable = inBoth(
      ['hold a driving licence', copy],
      ['hold a driving licence', 'la connaissance des échelles'],
    );
    const text = printed({ desirable });
    const [finding, ...others] = findingsOf('parity/untranslated', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', field: 'desirable.fr[0]' });
    expect(finding && linesIn(text, finding)).toEqual({
      en: '- hold a driving licence',
      fr: '- hold a driving licence',
    });
  });

  test('is an error where the original says it in other words', () => {
    const desirable = inBoth(['a licence to drive'], ['holding both driving and sailing permits']);

    expect(told('parity/untranslated', { desirable })).toHaveLength(1);
  });

  test('is an error in either language', () => {
    const desirable = inBoth(['conduire des bateaux fluviaux'], ['conduire des bateaux fluviaux']);
    const [finding] = told('parity/untranslated', { desirable });

    expect(finding?.field).toBe('desirable.en[0]');
  });

  test('is told of the sentence that introduces a list', () => {
    const text = edited(printed(), 'La personne titulaire du poste doit :', 'The incumbent must:');

    expect(findingsOf('parity/untranslated', text)[0]?.field).toBe('introductions.essential.fr');
  });
});

describe('a heading or a name that is left in the other language', () => {
  test('is an error on its line, though the text below is translated', () => {
    const text = edited(printed(), 'Développement de l’expertise', 'Expertise Development');
    const [finding, ...others] = findingsOf('parity/untranslated', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', field: 'accountabilities.fr[0]' });
    expect(finding && linesIn(text, finding).fr).toBe('Expertise Development');
  });

  test('is an error for a competency', () => {
    const text = edited(printed(), 'Travail en équipe', 'Teamwork');

    expect(findingsOf('parity/untranslated', text)[0]?.field).toMatch(/^competencies\.fr/);
  });
});

describe('what is rightly the same in both languages', () => {
  test.each([
    ['names and certificates', 'TOGAF, ITIL, PRINCE2, SharePoint', 'TOGAF, ITIL, PRINCE2, SharePoint'],
    ['an English name among French words', 'know the Flood Warning System', 'connaître le Flood Warning System'],
    ['words that both languages have', 'administration, finance, audit', 'administration, finance, audit'],
    ['words of English in a French item', 'know cloud computing', 'connaître le cloud computing'],
  ])('is not told: %s', (_, en, fr) => {
    expect(told('parity/untranslated', { desirable: inBoth([en], [fr]) })).toEqual([]);
  });
});
