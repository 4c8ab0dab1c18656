import { LANGUAGES, otherLanguages, type Language } from '../../platform/language.ts';
import { comparable, wordsOf } from '../import/words.ts';
import type { Finding } from './finding.ts';
import { IN_LANGUAGE, SAYS } from './finding-texts.ts';
import { pairsOf, type Both } from './pairs.ts';
import type { Passage } from './passages.ts';
import { linesOf, type Subject } from './subject.ts';
import { withoutAccents, wordsOfPassage } from './words-of-text.ts';

/** Terms of the term base, terms that the notice itself renders in one way throughout, and names of units. */
export function termFindings(subject: Subject): Finding[] {
  const pairs = pairsOf(subject);
  return [
    ...droppedTerms(pairs, subject),
    ...pairs.flatMap((pair) => otherUnit(pair, subject)),
    ...pairs.flatMap((pair) => termBase(pair, subject)),
  ];
}

/** Letters that a word and its counterpart share: “logistics”, « logistique ». */
const STEM = 6;
/** Passages in which a word must have gone with its counterpart, and of how many. */
const OFTEN = 5;
const ALWAYS = 0.85;

type Stems = {
  readonly pair: Both;
  readonly en: ReadonlyMap<string, string>;
  readonly fr: ReadonlyMap<string, string>;
};

/**
 * A word of both titles, what the post is about, that goes with its counterpart throughout the notice and lacks it in
 * one requirement: what is asked for is then wider in one language.
 */
function droppedTerms(pairs: readonly Both[], { passages }: Subject): Finding[] {
  const [en, fr] = [passages.of('title', 'en')[0], passages.of('title', 'fr')[0]];
  if (!en || !fr) return [];
  const [titleEn, titleFr] = [stemsOf(en), stemsOf(fr)];
  const stems = pairs.map((pair): Stems => ({ pair, en: stemsOf(pair.en), fr: stemsOf(pair.fr) }));
  const subjects = [...titleEn.keys()].filter((stem) => titleFr.has(stem));
  const wordsOfTitle = { en: titleEn, fr: titleFr };
  return subjects.flatMap((stem) =>
    LANGUAGES.flatMap((language) => droppedIn(language, { stem, word: wordsOfTitle[language].get(stem) ?? '' }, stems)),
  );
}

const COUNTED: ReadonlySet<string> = new Set(['essential', 'desirable']);

type TitleWord = { readonly stem: string; readonly word: string };

/** The title’s own word and no other of its family: “operational” says less of the post than “operations”. */
function droppedIn(language: Language, { stem, word }: TitleWord, stems: readonly Stems[]): Finding[] {
  const [other] = otherLanguages(language);
  if (!other) return [];
  const having = stems.filter((entry) => entry[language].has(stem));
  const together = having.filter((entry) => entry[other].has(stem));
  if (together.length < OFTEN || together.length / having.length < ALWAYS) return [];
  return having
    .filter((entry) => !together.includes(entry) && COUNTED.has(entry.pair[language].list))
    .filter((entry) => comparable(entry[language].get(stem) ?? '') === comparable(word))
    .map(({ pair, [language]: own }) => {
      const counterpart = together[0]?.[other].get(stem) ?? '';
      return told(pair, SAYS.term(own.get(stem) ?? '', counterpart, IN_LANGUAGE[other]), 'warning');
    });
}

const told = ({ en, fr }: Both, message: Finding['message'], severity: Finding['severity']): Finding => ({
  rule: 'parity/term',
  severity,
  lines: { en: en.lines, fr: fr.lines },
  field: en.field,
  message,
});

/** Long words by their first letters; of the texts of one notice, a stem is one word family. */
function stemsOf(passage: Passage): Map<string, string> {
  const words = wordsOfPassage(passage).filter(({ word }) => word.length > STEM);
  return new Map(words.map(({ word }) => [withoutAccents(word.toLowerCase()).slice(0, STEM), word]));
}

const KINDS = [
  ['Section', 'Section'],
  ['Division', 'Division'],
  ['Directorate', 'Direction'],
  ['Unit', 'Unité'],
  ['Branch', 'Branche'],
] as const;

/** A unit that the notice names nowhere else, where the other language names the unit of the post. */
function otherUnit({ en, fr }: Both, subject: Subject): Finding[] {
  return KINDS.flatMap(([kindEn, kindFr]) => {
    if (!en.text.includes(kindEn) || !fr.text.includes(kindFr)) return [];
    const english = unitsIn(
      en.text,
      new RegExp(`((?:\\p{Lu}[\\p{L}-]+\\s(?:and\\s|of\\s)?){1,5})${kindEn}(?!\\p{L})`, 'gu'),
    );
    const french = unitsIn(
      fr.text,
      new RegExp(`${kindFr}\\s((?:\\p{Lu}[\\p{L}’'-]+)(?:\\s(?:\\p{L}[\\p{L}’'-]*)){0,5})`, 'gu'),
    );
    const [named, counterpart] = [english[0], french[0]];
    if (english.length !== 1 || french.length !== 1 || named === undefined || counterpart === undefined) return [];
    const ownEn = ownUnit('en', kindEn, subject);
    const ownFr = ownUnit('fr', kindFr, subject);
    if (ownEn === undefined || ownFr === undefined || sameName(named, ownEn)) return [];
    if (!startsWith(counterpart, ownFr) || timesNamed(named, subject) > 1) return [];
    return [
      {
        rule: 'parity/unit',
        severity: 'error',
        lines: { en: linesOf(subject, en, named) ?? en.lines, fr: fr.lines },
        field: en.field,
        message: SAYS.unit(`${named} ${kindEn}`, `${kindFr} ${ownFr}`),
      } satisfies Finding,
    ];
  });
}

const unitsIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = '']) => name.trim().replace(/^(?:The|This|Our|Its)\s/, ''));
const sameName = (a: string, b: string) => comparable(a) === comparable(b);
const startsWith = (text: string, start: string) => comparable(text).startsWith(comparable(start));

/** The unit of the post: the one of this kind in the title. */
function ownUnit(language: Language, kind: string, { passages }: Subject): string | undefined {
  const title = passages.of('title', language)[0]?.text ?? '';
  const pattern =
    language === 'en'
      ? new RegExp(`((?:\\p{Lu}[\\p{L}-]+\\s)+)${kind}(?!\\p{L})`, 'u')
      : new RegExp(`${kind}\\s(.+)$`, 'u');
  return pattern.exec(title)?.[1]?.trim();
}

const timesNamed = (name: string, { passages }: Subject) =>
  passages.all.filter(({ language, text }) => language === 'en' && text.includes(name)).length;

/** A term of the term base whose counterpart is not there, in none of its forms nor as an acronym of one. */
function termBase(pair: Both, subject: Subject): Finding[] {
  const { en, fr } = pair;
  const near = withNeighbours(fr, subject);
  return subject.vocabulary.data.terms.flatMap((term) => {
    const there = term.en.find((form) => hasWords(en.text, form));
    const usual = term.fr[0];
    if (there === undefined || usual === undefined) return [];
    const known = near.some((text) => term.fr.some((form) => holds(text, form)));
    return known || hasAcronym(pair, { there, forms: term.fr }, subject)
      ? []
      : [told(pair, SAYS.termBase(there, usual), 'info')];
  });
}

const hasWords = (text: string, words: string): boolean => {
  const at = text.indexOf(words);
  return at >= 0 && !/\p{L}/u.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(at + words.length));
};

/** Where paragraphs are parted otherwise in the other language, what is missed stands beside. */
function withNeighbours({ list, language, place }: Passage, { passages }: Subject): string[] {
  return passages
    .of(list, language)
    .slice(Math.max(0, place - 1), place + 2)
    .map(({ text }) => keysOf(text));
}

const keysOf = (text: string) => ` ${comparable(text)} `;

/** French inflects and puts small words between: the long words of the term, in their order, are enough. */
function holds(text: string, form: string): boolean {
  let at = 0;
  return stemsOfForm(form).every((stem) => {
    const found = text.indexOf(` ${stem}`, at);
    at = found + 1;
    return found >= 0;
  });
}

const FORMS = new Map<string, string[]>();

function stemsOfForm(form: string): string[] {
  const known = FORMS.get(form);
  if (known) return known;
  const keys = wordsOf(form).all();
  const stems = keys.flatMap(({ key }) => (key.length > 3 ? [key.slice(0, STEM)] : []));
  FORMS.set(form, stems);
  return stems;
}

/** “the Operations Policy Committee (OPC)” beside « l’OPC »; « SI », where « Secrétariat international (SI) » stands before. */
function hasAcronym(
  { en, fr }: Both,
  term: { there: string; forms: readonly string[] },
  { passages }: Subject,
): boolean {
  const inEnglish = acronymAfter(en.text, term.there);
  if (inEnglish !== undefined && fr.text.includes(inEnglish)) return true;
  return passages.all.some(({ language, text }) => {
    if (language !== 'fr') return false;
    const acronym = term.forms.map((form) => acronymAfter(text, form)).find((found) => found !== undefined);
    return acronym !== undefined && fr.text.includes(acronym);
  });
}

function acronymAfter(text: string, words: string): string | undefined {
  const at = text.indexOf(words);
  if (at < 0) return undefined;
  return /^\p{L}*['’]?s?\s\((\p{Lu}{2,8})s?\)/u.exec(text.slice(at + words.length))?.[1];
}
