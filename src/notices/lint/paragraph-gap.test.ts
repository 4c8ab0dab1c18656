import { describe, expect, test } from 'vitest';
import { findingsOf, inBoth, linesIn, printed, told } from './lint-testing.ts';

const EN = [
  'The Commission measures the water of eleven rivers and tells the towns on their banks when a flood is coming, day and night.',
  'The Section has nine forecasters of six nationalities. Its model was written in 2004 and is rewritten piece by piece, while it runs.',
  'The incumbent leads the rewriting. They decide with the forecasters what comes first, and they answer for what goes wrong. They speak for the Section in the working group of the member nations.',
];
const FR = [
  'La Commission mesure l’eau de onze rivières et prévient jour et nuit les villes riveraines lorsqu’une crue s’annonce.',
  'Neuf prévisionnistes de six nationalités composent la Section. Son modèle, écrit en 2004, est réécrit pièce par pièce sans jamais être arrêté.',
  'La personne titulaire du poste dirige cette réécriture. Elle décide avec les prévisionnistes de l’ordre des travaux et répond de ce qui échoue. Elle s’exprime au nom de la Section au sein du groupe de travail des pays membres.',
];
const summary = (en: readonly string[], fr: readonly string[]) => ({ summary: inBoth(en, fr) });

describe('a paragraph of the summary that the other language lacks', () => {
  test.each([0, 1, 2])('is a warning where it stands: paragraph %i', (place) => {
    const text = printed(summary(EN, FR.toSpliced(place, 1)));
    const [finding, ...others] = findingsOf('parity/paragraph-missing', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding && linesIn(text, finding)).toEqual({ en: EN[place] });
  });

  test('is told of English too', () => {
    const [finding] = told('parity/paragraph-missing', summary(EN.toSpliced(1, 1), FR));

    expect(finding?.field).toBe('summary.fr[1]');
  });
});

describe('paragraphs that are parted otherwise', () => {
  const [first = '', second = '', third = ''] = FR;

  test.each([
    ['two that run together', [`${first} ${second}`, third]],
    ['one that a page break cuts', [first, second, ...third.split(/(?<=échoue\.) /)]],
    ['both', [`${first} ${second}`, ...third.split(/(?<=échoue\.) /)]],
  ])('are not told: %s', (_, fr) => {
    expect(told('parity/paragraph-missing', summary(EN, fr))).toEqual([]);
  });
});
