import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, formsIn, referenceKey, wordsIn } from './folding.ts';

test.each([
  ['assistant(e)', ['assistant', 'assistante']],
  ['candidat·e·s', ['candidat', 'candidate', 'candidats', 'candidates']],
  ['candidat.e.s', ['candidat', 'candidate', 'candidats', 'candidates']],
  ['subordonné(e)s', ['subordonne', 'subordonnee', 'subordonnes', 'subordonnees']],
  ['étudiant·es', ['etudiant', 'etudiante', 'etudiants', 'etudiantes']],
  ['Directeur/trice', ['directeur', 'directrice']],
  ['directeur·rice·s', ['directeur', 'directrice', 'directeurs', 'directrices']],
  ['chercheur(euse)', ['chercheur', 'chercheuse']],
  ['chercheur·se', ['chercheur', 'chercheuse']],
  ['technicien-ne', ['technicien', 'technicienne']],
  ['conseiller·ère', ['conseiller', 'conseillere']],
  ['administratif·ve', ['administratif', 'administrative']],
  ['document(s)', ['document', 'documents']],
])('%s is found by each of its forms', (text, forms) => {
  expect(formsIn(text)).toEqual([forms]);
});

test('both words of a doublet are words, and what only looks like one is left as it is', () => {
  expect(wordsIn('Administratrice/Administrateur')).toEqual(['administratrice', 'administrateur']);
  expect(wordsIn('sous-section eau/sol, www.rivers.example')).toEqual(
    expect.arrayContaining(['sous', 'section', 'eau', 'sol', 'www', 'rivers', 'example']),
  );
});

test('accents, capitals and ligatures make no difference, nor do the small words of either language', () => {
  expect(fold('Œuvres ÉLEVÉES à Łódź')).toBe('oeuvres elevees a lodz');
  expect(wordsIn('The head of the section, chef de l’équipe')).toEqual(['head', 'section', 'chef', 'equipe']);
});

test.each(['260114', '26 01 14', '26-0114', '26.01.14', ' 260114 '])('%s is the same reference', (typed) => {
  expect(referenceKey(typed)).toBe('260114');
});

test('whatever is written, words are letters and figures, and folding them again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = wordsIn(text);
      expect(words.every((word) => /^[\p{L}\p{N}]{1,60}$/u.test(word))).toBe(true);
      expect(words.map(fold)).toEqual(words);
    }),
  );
});
