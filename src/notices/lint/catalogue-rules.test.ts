import { describe, expect, test } from 'vitest';
import type { NoticeRecord } from '../notice.ts';
import { linesIn, printed, findingsOf, told } from './lint-testing.ts';

type Competencies = NoticeRecord['competencies'];
const both = (en: Competencies['en'], fr: Competencies['fr']): Pick<NoticeRecord, 'competencies'> => ({
  competencies: { en, fr },
});
const TEAMWORK = {
  en: { name: 'Teamwork', indicator: 'Cooperates' },
  fr: { name: 'Travail en équipe', indicator: 'coopère' },
};
const THINKING = {
  en: { name: 'Analytical Thinking', indicator: 'Sees multiple relationships' },
  fr: { name: 'Réflexion analytique', indicator: 'discerne les relations multiples' },
};

describe('competencies against the catalogue', () => {
  test('two that are not the same are an error on both lines', () => {
    const text = printed(both([TEAMWORK.en], [THINKING.fr]));
    const [finding] = findingsOf('parity/competencies', text);

    expect(finding).toMatchObject({ severity: 'error', field: 'competencies.en[0]' });
    expect(finding && linesIn(text, finding)).toEqual({
      en: '- Teamwork: Cooperates',
      fr: '- Réflexion analytique : discerne les relations multiples',
    });
  });

  test('the same in another order are no finding', () => {
    expect(told('parity/competencies', both([TEAMWORK.en, THINKING.en], [THINKING.fr, TEAMWORK.fr]))).toEqual([]);
  });

  test('an indicator rendered as another one of the catalogue is a warning', () => {
    const other = { ...TEAMWORK.fr, indicator: 'sollicite des contributions et encourage les autres' };

    expect(told('parity/competencies', both([TEAMWORK.en], [other]))).toMatchObject([{ severity: 'warning' }]);
  });

  test('an indicator in words of its own is a note', () => {
    const own = { ...TEAMWORK.fr, indicator: 'coopère volontiers' };

    expect(told('parity/competencies', both([TEAMWORK.en], [own]))).toMatchObject([{ severity: 'info' }]);
  });

  test('an indicator that the catalogue doesn’t have is no finding', () => {
    const en = { ...TEAMWORK.en, indicator: 'Rows in time' };
    const fr = { ...TEAMWORK.fr, indicator: 'rame en cadence' };

    expect(told('parity/competencies', both([en], [fr]))).toEqual([]);
  });
});

describe('headings of accountabilities against the catalogue', () => {
  const headed = (en: string, fr: string) => ({
    accountabilities: {
      en: [{ heading: en, text: 'Answer the questions of the river towns.' }],
      fr: [{ heading: fr, text: 'Répond aux questions des villes riveraines.' }],
    },
  });

  test('two that are not the same are an error on both', () => {
    const text = printed(headed('Expertise Development', 'Gestion des parties prenantes'));
    const [finding] = findingsOf('parity/headings', text);

    expect(finding).toMatchObject({ severity: 'error' });
    expect(finding && linesIn(text, finding).fr).toContain('Gestion des parties prenantes');
  });

  test('the spelling of a heading is no matter', () => {
    expect(told('parity/headings', headed('Stakeholder management', 'Gestion des parties prenantes'))).toEqual([]);
  });
});
