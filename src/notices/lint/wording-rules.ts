import type { Language } from '../../platform/language.ts';
import type { Finding, RuleName, Severity } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import type { ListName, Passage } from './passages.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import { linesOf, type Subject } from './subject.ts';
import { isCapitalised, wordsOfPassage } from './words-of-text.ts';

/** How single passages are worded, in either language. */
export function wordingFindings(subject: Subject): Finding[] {
  return [
    ...subject.passages.all
      .filter((passage) => isInItsLanguage(passage))
      .flatMap((passage) => [
        ...relativeClauses(passage, subject),
        ...redundant(passage, subject),
        ...repeated(passage, subject),
      ]),
    ...titleCase(subject),
    ...numberStyle(subject),
    ...headingTerm(subject),
  ];
}

type Said = { readonly rule: RuleName; readonly severity: Severity; readonly message: Finding['message'] };

type Place = { readonly passage: Passage; readonly words: string };

const inPassage = (subject: Subject, { passage, words }: Place, said: Said): Finding => ({
  ...said,
  lines: { [passage.language]: linesOf(subject, passage, words) },
  field: passage.field,
});

/** “; qui”: a relative clause follows a comma, unless several of them are listed. */
const RELATIVE = {
  fr: /\s?; (qui|dont|où|lequel|laquelle|lesquels|lesquelles)(?=\s)/gu,
  en: /; (which|whose|whom)(?=\s)/gu,
};

function relativeClauses(passage: Passage, subject: Subject): Finding[] {
  const found = [...passage.text.matchAll(RELATIVE[passage.language])];
  const [only] = found;
  if (!only || found.length > 1) return [];
  const severity = passage.language === 'fr' ? 'warning' : 'info';
  const message = SAYS.relativeClause(only[1] ?? '');
  return [
    inPassage(subject, { passage, words: only[0].trim() }, { rule: 'language/relative-clause', severity, message }),
  ];
}

/** “Definite duration contract of three years’ duration”. */
const REDUNDANT = /\b(\p{L}{5,})\s(?:\p{L}+\s){0,3}of\s(?:[\p{L}\d-]+\s){0,4}\p{L}+['’]s?\s\1(?=[.;,:]|$)/iu;

/** Cheap, and seldom there: the end of “of three years’ duration”. */
const GENITIVE = /(?:s['’]|['’]s)\s\p{L}+[.;,:]/u;

function redundant(passage: Passage, subject: Subject): Finding[] {
  const found = passage.language === 'en' && GENITIVE.test(passage.text) ? REDUNDANT.exec(passage.text) : null;
  if (!found?.[1]) return [];
  const message = SAYS.redundant(found[1]);
  return [inPassage(subject, { passage, words: found[0] }, { rule: 'language/redundant', severity: 'info', message })];
}

/** Words that may follow themselves. */
const MAY_REPEAT = { en: new Set(['that', 'had']), fr: new Set(['nous', 'vous', 'faire']) };

function repeated(passage: Passage, subject: Subject): Finding[] {
  const words = wordsOfPassage(passage);
  return words.flatMap(({ word, at }, index) => {
    const next = words[index + 1];
    if (!next || word.length < 2 || next.word.toLowerCase() !== word.toLowerCase()) return [];
    const printed = passage.text.slice(at, next.at + next.word.length);
    if (printed.length !== 2 * word.length + 1 || !printed.includes(' ') || mayRepeat(word, passage.language))
      return [];
    // “Walla Walla”: a name
    if (isCapitalised(word) && isCapitalised(next.word)) return [];
    const message = SAYS.redundant(word);
    const found = inPassage(
      subject,
      { passage, words: printed },
      { rule: 'language/redundant', severity: 'warning', message },
    );
    return [{ ...found, fix: { from: printed, to: word } }];
  });
}

const mayRepeat = (word: string, language: Language) => MAY_REPEAT[language].has(word.toLowerCase());

/** “Principal Assistant, The Human Security Unit”. */
function titleCase(subject: Subject): Finding[] {
  return subject.passages.of('title', 'en').flatMap((passage) => {
    const found = /[,–—-]\s(The|A|An)\s(?=\p{L})/u.exec(passage.text);
    if (!found?.[1]) return [];
    const message = SAYS.titleCase(found[1]);
    const finding = inPassage(
      subject,
      { passage, words: found[0] },
      {
        rule: 'language/title-case',
        severity: 'warning',
        message,
      },
    );
    return [{ ...finding, fix: { from: found[0], to: found[0].replace(`${found[1]} `, '') } }];
  });
}

const UNIT = { en: '(?:years?|months?)', fr: '(?:ans?|années?|mois)' };

/** “ten years” and “5 years” in one list of requirements. */
function numberStyle(subject: Subject): Finding[] {
  const lists = ['essential', 'desirable'] as const satisfies ListName[];
  return lists.flatMap((list) =>
    (['en', 'fr'] as const).flatMap((language) => {
      const names = subject.vocabulary.data.numbers[language].join('|');
      const inWords = new RegExp(`(?<!\\p{L})(?:${names})['’]?\\s${UNIT[language]}(?!\\p{L})`, 'iu');
      const inFigures = new RegExp(`(?<![\\d\\p{L}])\\d{1,2}\\s${UNIT[language]}(?!\\p{L})`, 'iu');
      const passages = subject.passages.of(list, language).filter((passage) => isInItsLanguage(passage));
      const word = passages.find(({ text }) => inWords.test(text));
      const figure = passages.find(({ text }) => inFigures.test(text));
      if (!word || !figure) return [];
      const [from, to] = [word, figure].toSorted((a, b) => a.place - b.place);
      const message = SAYS.numberStyle(inFigures.exec(figure.text)?.[0] ?? '', inWords.exec(word.text)?.[0] ?? '');
      const lines = from?.lines && to?.lines ? { from: from.lines.from, to: to.lines.to } : undefined;
      return [
        {
          rule: 'language/number-style',
          severity: 'info',
          lines: { [language]: lines },
          field: figure.field,
          message,
        } as const,
      ];
    }),
  );
}

/** “competences” under the heading “COMPETENCIES”: a word near that of the heading, in the sentence that follows it. */
function headingTerm(subject: Subject): Finding[] {
  const section = subject.vocabulary.data.sections.competencies;
  return (['en', 'fr'] as const).flatMap((language) => {
    const heading = section?.[language][0]?.toLowerCase();
    const [passage] = subject.passages.of('introductions.competencies', language);
    if (heading === undefined || !passage || passage.text.toLowerCase().includes(heading)) return [];
    const used = passage.text.match(/\p{L}+/gu)?.find((word) => isNearHeading(word.toLowerCase(), heading));
    if (used === undefined) return [];
    const message = SAYS.headingTerm(used, heading);
    return [inPassage(subject, { passage, words: used }, { rule: 'language/variants', severity: 'info', message })];
  });
}

const isNearHeading = (word: string, heading: string) =>
  word !== heading && Math.abs(word.length - heading.length) <= 2 && word.slice(0, 6) === heading.slice(0, 6);
