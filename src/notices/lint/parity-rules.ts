import { LANGUAGES, otherLanguages, type Language } from '../../platform/language.ts';
import { phrasesWithin } from '../import/phrases.ts';
import { wordsOf } from '../import/words.ts';
import { aligned, inOrder, type Pair } from './alignment.ts';
import type { Finding } from './finding.ts';
import { IN_LANGUAGE, SAYS } from './finding-texts.ts';
import { numbersIn } from './numbers-of-text.ts';
import { spanOf, type ListName, type Passage } from './passages.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import type { Subject } from './subject.ts';

/** What stands in one language and lacks its counterpart in the other. */
export function parityFindings(subject: Subject): Finding[] {
  return [
    ...PARAGRAPHS.flatMap((list) => missingParagraphs(list, subject)),
    ...closingDutyInOne(subject),
    ...pairsOf(subject).flatMap((pair) => numbers(pair, subject)),
  ];
}

const PARAGRAPHS = ['otherText.application', 'otherText.additional'] as const satisfies ListName[];
const ITEMS = [
  'challenges',
  'essential',
  'desirable',
  'accountabilities',
  'competencies',
] as const satisfies ListName[];
const RUNNING = [
  'otherText.preamble',
  'summary',
  'interrelationships',
  'otherText.contract',
] as const satisfies ListName[];

/** Passages that belong together; a list of another length in the other language pairs by what its passages share. */
export function pairsOf({ passages }: Pick<Subject, 'passages'>): Pair[] {
  return [...ITEMS, ...RUNNING].flatMap((list) => {
    const [en, fr] = [passages.of(list, 'en'), passages.of(list, 'fr')];
    if (en.length === 0 || fr.length === 0) return [];
    return en.length === fr.length ? inOrder(en, fr) : aligned(en, fr);
  });
}

type Marked = { readonly passage: Passage; readonly codes: readonly string[] };

/**
 * Paragraphs of a section that the other language lacks: those that neither known words nor anything shared pair with
 * another. A section that lacks everything is a placeholder or missing, and said so already.
 */
function missingParagraphs(list: ListName, subject: Subject): Finding[] {
  const marked = {
    en: markedOf(subject.passages.of(list, 'en'), subject),
    fr: markedOf(subject.passages.of(list, 'fr'), subject),
  };
  if (marked.en.length < 2 || marked.fr.length < 2 || isCutOff(subject)) return [];
  const codes = { en: codesOf(marked.en), fr: codesOf(marked.fr) };
  const rest = (language: Language, other: Language) =>
    marked[language].filter((paragraph) => !paragraph.codes.some((code) => codes[other].has(code)));
  return aligned(passagesOf(rest('en', 'fr')), passagesOf(rest('fr', 'en'))).flatMap((pair) =>
    paragraphAlone(pair, [...marked.en, ...marked.fr]),
  );
}

const isCutOff = ({ doubts }: Subject) => doubts.some(({ kind }) => kind === 'cut-off' || kind === 'language-missing');

function markedOf(passages: readonly Passage[], { vocabulary }: Subject): Marked[] {
  return passages.map((passage) => ({
    passage,
    codes: phrasesWithin(vocabulary.standardParagraphs, wordsOf(passage.text)).map(({ phrase }) => phrase.code),
  }));
}

const codesOf = (marked: readonly Marked[]) => new Set(marked.flatMap(({ codes }) => codes));
const passagesOf = (marked: readonly Marked[]) => marked.map(({ passage }) => passage);

/** Shorter than this, a paragraph that we do not know is a line among others, as a link is. */
const SHORTEST = 80;

function paragraphAlone({ en, fr }: Pair, marked: readonly Marked[]): Finding[] {
  const [own, lacking]: [Passage | undefined, Language] = en ? [en, 'fr'] : [fr, 'en'];
  if ((en && fr) || !own || !isInItsLanguage(own)) return [];
  const isKnown = marked.some(({ passage, codes }) => passage === own && codes.length > 0);
  if (!isKnown && own.text.length < SHORTEST) return [];
  return [alone(own, lacking, isKnown ? 'error' : 'warning')];
}

const alone = (passage: Passage, missing: Language, severity: 'error' | 'warning'): Finding => ({
  rule: 'parity/paragraph-missing',
  severity,
  lines: { [passage.language]: passage.lines },
  field: passage.field,
  message: SAYS.paragraphMissing(startOf(passage.text), IN_LANGUAGE[missing]),
});

const startOf = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** The closing duty in one language, where the other has its accountabilities. */
function closingDutyInOne({ record, passages, places }: Subject): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const [other] = otherLanguages(language);
    const text = record.closingDuty[language];
    if (!other || text === undefined || record.closingDuty[other] !== undefined) return [];
    if (passages.of('accountabilities', other).length === 0) return [];
    return [
      {
        rule: 'parity/one-language-only',
        severity: 'error',
        lines: { [language]: places[`closingDuty.${language}`] },
        field: `closingDuty.${language}`,
        message: SAYS.paragraphMissing(startOf(text), IN_LANGUAGE[other]),
      } satisfies Finding,
    ];
  });
}

/** Numbers of one language that the other lacks, in figures or in words. */
function numbers({ en, fr }: Pair, subject: Subject): Finding[] {
  if (!en || !fr || !isInItsLanguage(en) || !isInItsLanguage(fr)) return [];
  const [own, other] = [numbersIn(en.text, subject.vocabulary), numbersIn(fr.text, subject.vocabulary)];
  const onlyEn = own.figures.filter((number) => !other.all.has(number));
  const onlyFr = other.figures.filter((number) => !own.all.has(number));
  if (onlyEn.length === 0 && onlyFr.length === 0) return [];
  const lines = { en: spanOf([en]), fr: spanOf([fr]) };
  return [{ rule: 'parity/numbers', severity: 'error', lines, field: en.field, message: SAYS.numbers(onlyEn, onlyFr) }];
}
