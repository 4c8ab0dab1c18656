import { describe, expect, test } from 'vitest';
import { withoutEmptyItems } from './empty-items.ts';
import { languagesOf, missingTranslations } from './missing-translations.ts';
import { exampleNotice } from './notice-testing.ts';
import { noticeSchema } from './notice-schema.ts';

describe('a notice as data', () => {
  test('of both languages lacks no translation', () => {
    const notice = exampleNotice();

    expect(languagesOf(notice)).toEqual(['en', 'fr']);
    expect(missingTranslations(notice)).toEqual([]);
  });

  test('tells which of its texts lacks a language', () => {
    const { accountabilities } = exampleNotice();
    const notice = exampleNotice({
      title: { fr: 'Chef de section' },
      accountabilities: { ...accountabilities, fr: [] },
    });

    expect(missingTranslations(notice)).toEqual([
      { field: 'title', stands: 'fr', missing: 'en' },
      { field: 'accountabilities', stands: 'en', missing: 'fr' },
    ]);
  });

  test('of one language is of that language', () => {
    expect(languagesOf(onlyEnglish('Officer'))).toEqual(['en']);
  });

  test('goes through JSON and its schema unchanged', () => {
    const notice = exampleNotice();

    expect(noticeSchema.parse(JSON.parse(JSON.stringify(notice)))).toEqual(notice);
  });

  test.each([
    ['a reference of letters', { reference: 'abcdef' }],
    ['a day that does not exist', { deadline: { date: '2026-02-30', time: null } }],
    ['a third grade', { grades: ['G10', 'G12', 'G15'] }],
    ['a negative salary', { salary: { amountMinor: -1, currency: 'EUR', period: 'monthly' } as const }],
  ])('is refused by its schema with %s', (_, changes) => {
    expect(noticeSchema.safeParse(exampleNotice(changes)).success).toBe(false);
  });
});

function onlyEnglish(title: string) {
  const none = { en: [], fr: [] };
  const { otherText } = exampleNotice();
  const nothing = { summary: none, essential: none, desirable: none, accountabilities: none, competencies: none };
  return exampleNotice({
    ...nothing,
    title: { en: title },
    interrelationships: {},
    closingDuty: {},
    otherText: { ...otherText, contract: none, application: none, additional: none },
  });
}

test('an item whose counterpart is empty lacks a translation, and keeps the others in line', () => {
  const essential = { en: ['one', 'two', 'three'], fr: ['un', '', 'trois'] };
  const record = exampleNotice({ essential });

  expect(missingTranslations(record)).toEqual([{ field: 'essential[1]', stands: 'en', missing: 'fr' }]);
  expect(withoutEmptyItems(record).essential).toEqual({ en: ['one', 'two', 'three'], fr: ['un', 'trois'] });
  expect(withoutEmptyItems(exampleNotice())).toEqual(exampleNotice());
});
