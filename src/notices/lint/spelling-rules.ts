import { otherLanguages, type Language } from '../../platform/language.ts';
import { looksLike } from '../import/language-of-text.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import type { Passage } from './passages.ts';
import type { Dictionary, Spelling } from './spelling.ts';
import { linesOf, type Subject } from './subject.ts';
import { isAcronymLike, isCapitalised, withoutAccents, wordsOfPassage } from './words-of-text.ts';

/** Accents that English words don't have, capitals that lack theirs, and words of no dictionary. */
export function spellingFindings(subject: Subject): Finding[] {
  const seen: Seen = { en: new Set(), fr: new Set() };
  return subject.passages.all
    .filter((passage) => isInItsLanguage(passage))
    .flatMap((passage) => [
      ...(passage.language === 'en' ? englishAccents(passage, subject) : capitalAccents(passage, subject)),
      ...misspelt(passage, subject, seen),
    ]);
}

/** Text left in the other language is one finding, not one for each of its words. */
export function isInItsLanguage(piece: Pick<Passage, 'text' | 'language'>): boolean {
  const known = TOLD.get(piece);
  if (known !== undefined) return known;
  const [other] = otherLanguages(piece.language);
  const told = other === undefined || !looksLike(piece.text, other);
  TOLD.set(piece, told);
  return told;
}
const TOLD = new WeakMap<object, boolean>();

/** “Régulations”: unknown as it stands, known without its accents, among English words. */
function englishAccents(passage: Passage, subject: Subject): Finding[] {
  const { en } = subject.spelling;
  const words = wordsOfPassage(passage);
  return words.flatMap(({ word }, index) => {
    if (!FRENCH_ACCENT.test(word) || en.knows(word) || isLoan(word) || isNameToo(word, subject)) return [];
    const plain = withoutAccents(word);
    if (!knowsEnglish(en, plain) || !amongEnglish(words[index - 1]?.word, words[index + 1]?.word, en)) return [];
    return [
      {
        rule: 'language/english-accent',
        severity: 'error',
        lines: { en: linesOf(subject, passage, word) },
        field: passage.field,
        message: SAYS.englishAccent(word, plain),
        fix: { from: word, to: plain },
      } satisfies Finding,
    ];
  });
}

/** Accents that French has and English, in its own words, has not; a diaeresis (“coöperation”) it may have. */
const FRENCH_ACCENT = /[àâçéèêîôùûœ]/iu;

/** Words that English has taken from French with their accents, in the singular; and a name. */
const LOANS = new Set(
  (
    'attaché café chargé château cliché communiqué crèche débris décor début démarche dépôt détente divorcé éclair ' +
    'élan élite émigré entrée exposé façade fête forté hôtel matériel mêlée naïveté née précis première protégé ' +
    'régime résumé risqué rôle sauté suède réunion'
  ).split(' '),
);

const isLoan = (word: string) => LOANS.has(word.toLowerCase()) || LOANS.has(word.toLowerCase().replace(/s$/, ''));

/** A word that the other language has as well is a name: “Mohács”. */
const isNameToo = (word: string, { passages }: Subject) =>
  passages.all.some(({ language, text }) => language === 'fr' && text.includes(word));

/** A French name in an English text has French neighbours: “Direction Générale”. */
const amongEnglish = (before: string | undefined, after: string | undefined, english: Dictionary): boolean =>
  [before, after].every((word) => word === undefined || isAcronymLike(word) || knowsEnglish(english, word));

/** British English, -ise or -ize. */
const knowsEnglish = (english: Dictionary, word: string): boolean =>
  english.knows(word) ||
  english.knows(word.toLowerCase()) ||
  english.knows(word.toLowerCase().replace(/([iy])z/, '$1s'));

/** A word as it stands, or as it would in the middle of a sentence. */
export const knowsWord = (spelling: Spelling, language: Language, word: string): boolean =>
  language === 'en'
    ? knowsEnglish(spelling.en, word)
    : spelling[language].knows(word) || spelling[language].knows(word.toLowerCase());

const ACCENTED: Readonly<Record<string, readonly string[]>> = {
  E: ['É', 'È', 'Ê'],
  A: ['À', 'Â'],
  C: ['Ç'],
  I: ['Î'],
  O: ['Ô'],
  U: ['Û'],
};

/** “Epreuves”: unknown as it stands, known with an accent on its capital. */
function capitalAccents(passage: Passage, subject: Subject): Finding[] {
  const { en, fr } = subject.spelling;
  const words = wordsOfPassage(passage);
  return words.flatMap(({ word }, index) => {
    const accented = ACCENTED[word.charAt(0)];
    if (!accented || word.length < SHORTEST || isAcronymLike(word) || fr.knows(word) || fr.knows(word.toLowerCase()))
      return [];
    // “Program Evaluation”: an English name
    const beside = [words[index - 1]?.word, words[index + 1]?.word];
    if (knowsEnglish(en, word) && beside.some((other) => other && knowsEnglish(en, other) && !fr.knows(other)))
      return [];
    const right = accented.map((capital) => capital + word.slice(1)).find((form) => fr.knows(form));
    if (right === undefined) return [];
    return [
      {
        rule: 'language/capital-accent',
        severity: 'warning',
        lines: { fr: linesOf(subject, passage, word) },
        field: passage.field,
        message: SAYS.capitalAccent(word, right),
        fix: { from: word, to: right },
      } satisfies Finding,
    ];
  });
}

const SHORTEST = 4;
/** Words that have been looked at in this notice. */
type Seen = Record<Language, Set<string>>;

/** Small words of no dictionary with a known word one letter away; each word once a notice. */
function misspelt(passage: Passage, { spelling, ...subject }: Subject, seen: Seen): Finding[] {
  const { language } = passage;
  const own = spelling[language];
  return wordsOfPassage(passage).flatMap(({ word, at }) => {
    if (word.length < SHORTEST || seen[language].has(word)) return [];
    seen[language].add(word);
    if (isCapitalised(word) || /\d/.test(passage.text.charAt(at - 1))) return [];
    if (isKnown(word, language, spelling)) return [];
    const near = own.suggestions(word).filter((suggestion) => isNear(word, suggestion));
    if (near.length === 0) return [];
    return [
      {
        rule: 'language/spelling',
        severity: 'info',
        lines: { [language]: linesOf(subject, passage, word) },
        field: passage.field,
        message: SAYS.spelling(word, near),
      } satisfies Finding,
    ];
  });
}

/** A compound is known by its parts; a word of the other language may be meant as one. */
function isKnown(word: string, language: Language, spelling: Spelling): boolean {
  const own = spelling[language];
  const straight = word.replaceAll('’', "'");
  const knows = (part: string) =>
    own.knows(part) || (language === 'en' ? knowsEnglish(own, part) : spelling.en.knows(part));
  return knows(straight) || straight.split('-').every((part) => part === '' || knows(part));
}

/** One letter more, fewer, other or exchanged with its neighbour; never a word cut in two. */
export function isNear(word: string, other: string): boolean {
  if (/[\s-]/.test(other) || Math.abs(word.length - other.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === other[start]) start += 1;
  const [a, b] = [word.slice(start), other.slice(start)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
