import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import type { Passage } from './passages.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import { linesOf, type Subject } from './subject.ts';

/** Whether a notice speaks of everybody, and in one way. */
export function inclusiveFindings(subject: Subject): Finding[] {
  const own = subject.passages.all.filter((passage) => isInItsLanguage(passage));
  const french = own.filter(({ language }) => language === 'fr');
  return [
    ...doublets(french, subject),
    ...french.flatMap((passage) => masculineOnly(passage, subject)),
    ...own.filter(({ language }) => language === 'en').flatMap((passage) => pronounPairs(passage, subject)),
  ];
}

const info = (passage: Passage, message: Finding['message'], lines: Finding['lines']): Finding => ({
  rule: 'language/inclusive',
  severity: 'info',
  lines,
  field: passage.field,
  message,
});

/** Doublets that start a sentence or stand as a subject: their order and their capitals are a style. */
const DOUBLET = /(?<![\p{L}/])(?:(La|Le)\/(la|le|La|Le)|(Elle|Il)\/(elle|il|Elle|Il))(?![\p{L}/])/gu;

/** A doublet in another order, or with other capitals, than the one before it. */
function doublets(passages: readonly Passage[], subject: Subject): Finding[] {
  const all = passages.flatMap((passage) =>
    [...passage.text.matchAll(DOUBLET)].map(({ 0: words }) => ({ words, passage, style: styleOf(words) })),
  );
  return all.flatMap(({ words, passage, style }, index) => {
    const before = all[index - 1];
    if (!before || before.style === style) return [];
    const lines = { fr: linesOf(subject, passage, words) };
    return [info(passage, SAYS.doublet(words, before.words), lines)];
  });
}

/** Who comes first, and whether the second has a capital too. */
const styleOf = (words: string) => `${/^(?:La|Elle)/.test(words) ? 'f' : 'm'}${/\/\p{Lu}/u.test(words) ? 'C' : 'c'}`;

/** Names of functions whose feminine is another word; each by its stem, without its article. */
const ROLES =
  'secrétaire général|directeur|président|administrateur|conseiller|représentant|assistant|adjoint|candidat|consultant|coordinateur|coordonnateur|traducteur';
const MASCULINE = new RegExp(`(?<![\\p{L}/(])(?:le|du|au|un|Le|Du|Au|Un)\\s(?:${ROLES})(?![\\p{L}(/·])`, 'gu');

function masculineOnly(passage: Passage, subject: Subject): Finding[] {
  return [...passage.text.matchAll(MASCULINE)].flatMap(({ 0: words, index }) => {
    if (namesBoth(passage.text.slice(0, index), passage.text.slice(index + words.length))) return [];
    return [info(passage, SAYS.masculineOnly(words), { fr: linesOf(subject, passage, words) })];
  });
}

/** « la directrice/le directeur », « de la candidate ou du candidat », « du candidat ou de la candidate ». */
const namesBoth = (before: string, after: string): boolean =>
  /(?:\p{L}\/|(?<!\p{L})ou\s)$/u.test(before) || /^\sou\s(?:de la|à la|la|une)\s\p{L}/u.test(after);

const PRONOUNS =
  /(?<!\p{L})(?:s\/he|he\/she|she\/he|his\/her|her\/his|him\/her|her\/him|he or she|she or he|his or her|her or his)(?!\p{L})/giu;

function pronounPairs(passage: Passage, subject: Subject): Finding[] {
  return [...passage.text.matchAll(PRONOUNS)].map(({ 0: words }) =>
    info(passage, SAYS.pronounPair(words), { en: linesOf(subject, passage, words) }),
  );
}
