import { LANGUAGES, otherLanguages, type Language } from '../../platform/language.ts';
import { looksLike } from '../import/language-of-text.ts';
import { phrasesAt, type PhraseBook } from '../import/phrases.ts';
import { comparable, wordsOf } from '../import/words.ts';
import type { Doubt, Lines } from '../notice.ts';
import { explainDoubt } from '../notice-texts.ts';
import type { Finding } from './finding.ts';
import type { Passage } from './passages.ts';
import { isInItsLanguage, knowsWord } from './spelling-rules.ts';
import { lineAt, type Subject } from './subject.ts';
import { isAcronymLike, isCapitalised, wordsOfPassage } from './words-of-text.ts';

/**
 * Texts left in the other language that the reader has not told: short ones, such as an item, and those of a record that was
 * written or changed here.
 */
export function untranslatedFindings(subject: Subject): Finding[] {
  const { passages, doubts } = subject;
  const told = doubts.filter(({ kind }) => kind === 'untranslated');
  return [
    ...foreignNames(subject, told),
    ...LANGUAGES.filter((language) => passages.all.some((passage) => passage.language !== language)).flatMap(
      (language) =>
        passages.all
          .filter((passage) => passage.language === language && !looksLike(passage.text, language))
          .filter(({ lines }) => !isTold(lines, language, told))
          .filter((passage) => !isInItsLanguage(passage) || isForeign(passage, subject))
          .map((passage) => findingOf(passage, subject)),
    ),
  ];
}

/** Headings and names of competencies that stand in the catalogue in the other language alone, above a text in this one. */
function foreignNames(subject: Subject, told: readonly Doubt[]): Finding[] {
  const { passages, vocabulary } = subject;
  const books = { accountabilities: vocabulary.accountabilityHeadings, competencies: vocabulary.competencies } as const;
  return (['accountabilities', 'competencies'] as const).flatMap((list) =>
    LANGUAGES.flatMap((language) =>
      passages
        .of(list, language)
        .filter(({ lines, text }) => text.includes('\n') && !isTold(lines, language, told))
        .filter((passage) => isInItsLanguage(passage) && !isForeign(passage, subject))
        .filter(({ text }) => isNameOfOther(text.split('\n')[0] ?? '', { language, book: books[list], subject }))
        .map((passage) => findingOf({ ...passage, lines: passage.lines && lineAt(passage.lines.from) }, subject)),
    ),
  );
}

type InCatalogue = { readonly language: Language; readonly book: PhraseBook; readonly subject: Subject };

/** “Leadership” is a French word as well; two words of which each is one are not French for it. */
function isNameOfOther(name: string, { language, book, subject }: InCatalogue): boolean {
  const words = wordsOf(name);
  const phrases = phrasesAt(book, words).filter(({ keys }) => keys.length === words.all().length);
  if (phrases.length === 0 || phrases.some((phrase) => phrase.language === language)) return false;
  return phrases.some(({ keys }) => keys.length > 1) || !knowsWord(subject.spelling, language, name.toLowerCase());
}

const isTold = (lines: Lines | undefined, language: Language, told: readonly Doubt[]) =>
  told.some((doubt) => doubt.language === language && isWithin(lines, doubt.lines));

const isWithin = (lines: Lines | undefined, { from, to }: Lines) => lines && from <= lines.from && lines.to <= to;

/** Words that only the other language has, before a text is taken to be in it; of a copy, fewer are enough. */
const ENOUGH = { copy: 2, other: 3 };
const SHARE = 0.5;
const TIMES = 4;

/** By its words: names and acronyms tell nothing of the language of a text. */
function isForeign(passage: Passage, subject: Subject): boolean {
  const { language } = passage;
  const { spelling } = subject;
  const [other] = otherLanguages(language);
  const words = wordsOfPassage(passage).filter(
    ({ word, at }) => word.length > 1 && !isAcronymLike(word) && (at === 0 || !isCapitalised(word)),
  );
  if (!other || words.length === 0) return false;
  const known = words.map(({ word }) => ({
    own: knowsWord(spelling, language, word),
    foreign: knowsWord(spelling, other, word),
  }));
  const own = known.filter((word) => word.own && !word.foreign).length;
  const foreign = known.filter((word) => word.foreign && !word.own).length;
  if (foreign < ENOUGH.copy || own * TIMES > foreign) return false;
  return (foreign >= ENOUGH.other && foreign / words.length >= SHARE) || isCopy(passage, subject);
}

/** The same words stand in the same list of the other language. */
const isCopy = ({ text, list, language }: Passage, { passages }: Subject): boolean =>
  otherLanguages(language).some((other) =>
    passages
      .of(list, other)
      .some((passage) => passage.text.length > 0 && comparable(passage.text) === comparable(text)),
  );

function findingOf({ language, list, place, lines, field }: Passage, { passages }: Subject): Finding {
  const [other = 'en'] = otherLanguages(language);
  const [own, others] = [passages.of(list, language), passages.of(list, other)];
  const counterpart = own.length === others.length ? others[place]?.lines : undefined;
  return {
    rule: 'parity/untranslated',
    severity: 'error',
    lines: { [language]: lines, ...(counterpart && { [other]: counterpart }) },
    field,
    message: explainDoubt({ kind: 'untranslated', field, language, lines: lines ?? { from: 1, to: 1 }, values: [] }),
  };
}
