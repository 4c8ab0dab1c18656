import { describe, expect, test } from 'vitest';
import { edited, findingsOf, inBoth, linesIn, otherText, printed, told } from './lint-testing.ts';

const RIVERS = {
  en: 'The Commission asks its staff to live within an hour of the river that they watch, in summer and in winter.',
  fr: 'La Commission demande à son personnel d’habiter à moins d’une heure de la rivière qu’il surveille, été comme hiver.',
};
const FEES = {
  en: 'The Commission does not charge any fee for an application, at any stage of the procedure.',
  fr: 'La Commission ne demande aucuns frais pour une candidature, à aucune étape de la procédure.',
};
const BADGES = {
  en: 'Visitors to the Secretariat in Maastricht carry a badge (model RC 14) and are met at the gate of the lock.',
  fr: 'Les visiteurs du Secrétariat à Maastricht portent un badge (modèle RC 14) et sont reçus à la porte de l’écluse.',
};
const additional = (en: readonly string[], fr: readonly string[]) => otherText({ additional: inBoth(en, fr) });

describe('a paragraph that the other language lacks', () => {
  test('is an error where it is one that notices have', () => {
    const text = printed(additional([RIVERS.en, FEES.en, BADGES.en], [RIVERS.fr, BADGES.fr]));
    const [finding, ...others] = findingsOf('parity/paragraph-missing', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', field: 'otherText.additional.en[1]' });
    expect(finding && linesIn(text, finding)).toEqual({ en: FEES.en });
    expect(finding?.message.fr).toContain('n’a pas d’équivalent en français');
  });

  test('is a warning where its words are its own', () => {
    const text = printed(additional([RIVERS.en, BADGES.en], [RIVERS.fr, FEES.fr, BADGES.fr].toSpliced(1, 1, LONG.fr)));
    const [finding] = findingsOf('parity/paragraph-missing', text);

    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding && linesIn(text, finding)).toEqual({ fr: LONG.fr });
  });

  test('is not told of paragraphs that stand in another order', () => {
    expect(told('parity/paragraph-missing', additional([FEES.en, RIVERS.en], [RIVERS.fr, FEES.fr]))).toEqual([]);
  });

  test('is not told of a short line', () => {
    expect(
      told('parity/paragraph-missing', additional([RIVERS.en, FEES.en, 'Good luck.'], [RIVERS.fr, FEES.fr])),
    ).toEqual([]);
  });

  test('is not told of a paragraph that is two in the other language', () => {
    const [first, second] = [RIVERS.fr, BADGES.fr];
    const joined = `${RIVERS.en} ${BADGES.en}`;

    expect(told('parity/paragraph-missing', additional([joined, FEES.en], [first, second, FEES.fr]))).toEqual([]);
  });

  test('is not told of a section of which a language has nothing: that is said once, as a missing text', () => {
    expect(told('parity/paragraph-missing', additional([RIVERS.en, FEES.en], []))).toEqual([]);
  });
});

const LONG = {
  fr: 'Les bateaux de service restent à quai du quinze décembre au quinze janvier, sauf en cas de crue déclarée par la préfecture.',
};

describe('the closing duty', () => {
  const FRENCH = 'S’acquitte de toute autre tâche en rapport avec ses fonctions qui pourrait lui être confiée.';

  test('is an error where one language alone has it', () => {
    const text = edited(printed(), FRENCH, '');
    const [finding] = findingsOf('parity/one-language-only', text);

    expect(finding).toMatchObject({ severity: 'error' });
    expect(finding && linesIn(text, finding)).toEqual({ en: 'Perform any other related duty as assigned.' });
  });

  test('is not told where the other language says it in words of its own', () => {
    const text = edited(printed(), FRENCH, 'Peut être chargée de toutes les autres tâches que demande le service.');

    expect(findingsOf('parity/one-language-only', text)).toEqual([]);
  });
});
