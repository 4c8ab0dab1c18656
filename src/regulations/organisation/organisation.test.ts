import { describe, expect, test } from 'vitest';
import { NATO_IS, NORTHERN_RIVERS, ORGANISATIONS, RIVERS_COMMISSION } from '../regulations-testing.ts';

describe('the organisations', () => {
  test('are named in every language', () => {
    expect(NATO_IS.shortName).toEqual({ en: 'NATO IS', fr: 'OTAN SI' });
    expect(NORTHERN_RIVERS.name).toEqual({ en: 'Northern Rivers Commission', fr: 'Commission des rivières du Nord' });
    expect(NORTHERN_RIVERS.id).toBe('northern-rivers');
    expect(RIVERS_COMMISSION.shortName).toEqual({ en: 'SRC', fr: 'CRS', es: 'CRS' });
  });

  test('have each a scale of language levels, lowest first', () => {
    const scales = ORGANISATIONS.map(({ languages }) => languages.levels.map(({ code }) => code).join(' '));

    expect(scales).toEqual(['I II III IV V VI', 'I II III IV V VI', 'A1 A2 B1 B2 C1 C2']);
  });

  test('leave a name that no source gives empty', () => {
    const nameless = NATO_IS.languages.levels.filter(({ name }) => name.fr === null).map(({ code }) => code);

    expect(nameless).toEqual(['IV', 'VI']);
    expect(NORTHERN_RIVERS.languages.levels.filter(({ name }) => name.fr === null)).toEqual([]);
  });

  test('order clearances from the lowest, where they ask for any', () => {
    const scales = ORGANISATIONS.map(({ clearances }) => clearances.levels.map(({ code }) => code).join(' '));

    expect(scales).toEqual(['NR NC NS CTS', 'NR NC NS CTS', '']);
  });

  test('put each grade in one family', () => {
    expect(ORGANISATIONS.map(({ grades }) => grades.order.length)).toEqual([24, 24, 19]);
    for (const { grades } of ORGANISATIONS)
      expect(grades.families.flatMap((family) => family.grades).toSorted()).toEqual(grades.order.toSorted());
  });

  test('write French as French: no ordinary space before a double mark or inside quotation marks', () => {
    const texts = ORGANISATIONS.map((organisation) => JSON.stringify(organisation)).join('\n');

    expect([...texts.matchAll(/"fr":"[^"]*(?: [;:!?»]|« |\w'\w)[^"]*"/g)].map(([text]) => text)).toEqual([]);
  });
});
