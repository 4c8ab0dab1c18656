import { describe, expect, test } from 'vitest';
import { exampleNotice } from './notice-testing.ts';
import { DOUBT_KINDS, type Doubt } from './notice.ts';
import { explainDoubt, FIELD_LABELS, fieldLabel } from './notice-texts.ts';

const frenchTexts = [
  ...Object.values(FIELD_LABELS).map(({ fr }) => fr),
  ...DOUBT_KINDS.map((kind) => explainDoubt(doubtOf(kind)).fr),
];

function doubtOf(kind: Doubt['kind']): Doubt {
  return { kind, field: 'essential.fr[2]', language: 'fr', lines: { from: 3, to: 4 }, values: ['one', 'two'] };
}

describe('the words of a notice', () => {
  test('the deadline is never named as the day of a withdrawal', () => {
    expect(fieldLabel('deadline', 'fr')).toBe('Date limite de candidature');
    expect(frenchTexts.filter((text) => /date de retrait/i.test(text))).toEqual([]);
  });

  test('a field of a list is named with its place', () => {
    expect(fieldLabel('essential.fr[2]', 'en')).toBe('Essential requirements, 3');
    expect(fieldLabel('contract.clause', 'fr')).toBe('Clause contractuelle');
  });

  test('every field of a notice has a name', () => {
    const { otherText, introductions, contract, ...fields } = exampleNotice();
    const paths = [
      ...Object.keys(fields),
      ...Object.keys(otherText).map((name) => `otherText.${name}`),
      ...Object.keys(introductions).map((name) => `introductions.${name}`),
      ...Object.keys(contract).map((name) => `contract.${name}`),
    ];

    expect(paths.filter((path) => !Object.hasOwn(FIELD_LABELS, path))).toEqual([]);
  });

  test.each(DOUBT_KINDS)('a doubt of kind %s is a sentence in each language', (kind) => {
    const { en, fr } = explainDoubt(doubtOf(kind));

    expect(en).toMatch(/^\p{Lu}.*\.$/u);
    expect(fr).toMatch(/^\p{Lu}.*\.$/u);
    expect(en).not.toBe(fr);
  });

  test('French has no ordinary space before a colon or within its quotes', () => {
    expect(frenchTexts.filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
  });

  test('a printed value is quoted in part where it is long', () => {
    const doubt = { ...doubtOf('field-unread'), values: ['x'.repeat(1000)] };

    expect(explainDoubt(doubt).en.length).toBeLessThan(200);
  });
});
