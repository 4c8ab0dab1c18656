import { LANGUAGES, otherLanguages, type Language } from '../../platform/language.ts';
import { phrasesWithin } from '../import/phrases.ts';
import { wordsOf } from '../import/words.ts';
import { agreementOfLength, aligned, keptIn, type Pair } from './alignment.ts';
import type { Finding } from './finding.ts';
import { IN_LANGUAGE, SAYS } from './finding-texts.ts';
import { monthFindings } from './month-rules.ts';
import { numberFindings } from './number-rules.ts';
import { pairsOf } from './pairs.ts';
import { withoutCounterpart } from './paragraph-gap.ts';
import type { ListName, Passage } from './passages.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import type { Subject } from './subject.ts';

/** What stands in one language and lacks its counterpart in the other. */
export function parityFindings(subject: Subject): Finding[] {
  const pairs = pairsOf(subject);
  return [
    ...PARAGRAPHS.flatMap((list) => missingParagraphs(list, subject)),
    ...RUNNING_ON.flatMap((list) => missingInRunningText(list, subject)),
    ...closingDutyInOne(subject),
    ...numberFindings(pairs, subject),
    ...monthFindings(pairs, subject),
  ];
}

const PARAGRAPHS = ['otherText.application', 'otherText.additional'] as const satisfies ListName[];
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
  const known = new Set(
    [...marked.en, ...marked.fr].flatMap(({ passage, codes: own }) => (own.length > 0 ? passage : [])),
  );
  const apart = (en?: Passage, fr?: Passage) => UNLIKELY * [en, fr].filter((own) => own && known.has(own)).length;
  const pairs = aligned(passagesOf(rest('en', 'fr')), passagesOf(rest('fr', 'en')), apart);
  return pairs.flatMap((pair) => paragraphAlone(pair, { marked: [...marked.en, ...marked.fr], pairs }));
}

/** Sections that are paragraphs after paragraphs, whose words differ from notice to notice. */
const RUNNING_ON = ['summary', 'otherText.contract'] as const satisfies ListName[];
/** What speaks against two texts of which one has a known paragraph and the other has not. */
const ONLY_HERE = 0.35;

/** Paragraphs of running text that the other language lacks; where both languages would lack some, nothing is sure. */
function missingInRunningText(list: ListName, subject: Subject): Finding[] {
  const [en, fr] = [subject.passages.of(list, 'en'), subject.passages.of(list, 'fr')];
  if (en.length === 0 || fr.length === 0 || isCutOff(subject)) return [];
  if (![...en, ...fr].every((passage) => isInItsLanguage(passage))) return [];
  const known = codesWithin(subject);
  const lacking = withoutCounterpart(en, fr, (one, other) => ONLY_HERE * unshared(known(one), known(other)));
  if (new Set(lacking.map(({ language }) => language)).size > 1) return [];
  return lacking
    .filter((passage) => known(passage.text).size > 0 || !isShort(passage))
    .flatMap((passage) => {
      const [other = 'en'] = otherLanguages(passage.language);
      return [alone(passage, other, known(passage.text).size > 0 ? 'error' : 'warning')];
    });
}

const unshared = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((code) => !other.has(code)).length + [...other].filter((code) => !one.has(code)).length;

function codesWithin({ vocabulary }: Subject): (text: string) => ReadonlySet<string> {
  const found = new Map<string, ReadonlySet<string>>();
  return (text) => {
    const codes =
      found.get(text) ??
      new Set(phrasesWithin(vocabulary.standardParagraphs, wordsOf(text)).map(({ phrase }) => phrase.code));
    found.set(text, codes);
    return codes;
  };
}

/** A paragraph that is known by its words, and not found by them in the other language, is likelier to be missing. */
const UNLIKELY = 0.2;

const isCutOff = ({ doubts }: Subject) => doubts.some(({ kind }) => kind === 'cut-off' || kind === 'language-missing');

function markedOf(passages: readonly Passage[], { vocabulary }: Subject): Marked[] {
  return passages.map((passage) => ({
    passage,
    codes: phrasesWithin(vocabulary.standardParagraphs, wordsOf(passage.text)).map(({ phrase }) => phrase.code),
  }));
}

const codesOf = (marked: readonly Marked[]) => new Set(marked.flatMap(({ codes }) => codes));
const passagesOf = (marked: readonly Marked[]) => marked.map(({ passage }) => passage);

/** Shorter than this, a paragraph that we do not know is a line among others, as a link is; an item may be shorter. */
const SHORTEST = 80;
const SHORTEST_ITEM = 30;
const isItem = ({ text }: Passage) => text.startsWith('• ');
const isShort = (passage: Passage) => passage.text.length < (isItem(passage) ? SHORTEST_ITEM : SHORTEST);

type Known = { readonly marked: readonly Marked[]; readonly pairs: readonly Pair[] };

function paragraphAlone({ en, fr }: Pair, known: Known): Finding[] {
  const [own, lacking]: [Passage | undefined, Language] = en ? [en, 'fr'] : [fr, 'en'];
  if ((en && fr) || !own || !isInItsLanguage(own)) return [];
  const isKnown = known.marked.some(({ passage, codes }) => passage === own && codes.length > 0);
  if ((!isKnown && isShort(own)) || isPartOfNeighbour(own, known, isKnown)) return [];
  return [alone(own, lacking, isKnown ? 'error' : 'warning')];
}

/** With its other part, a paragraph agrees in length with its translation by so much, and by so much more than alone. */
const AGREES = 0.7;
const BETTER = 0.15;
/** Of what a translation keeps, so much is enough to see that a text holds it. */
const KEPT = 0.34;

/**
 * A paragraph that is one with its neighbour in the other language, as a page break cuts it: with the neighbour it is as
 * long as their counterpart, which the neighbour alone is not. One that is known by its words must be kept in it as well.
 */
function isPartOfNeighbour(own: Passage, known: Known, isKnown: boolean): boolean {
  if (isItem(own)) return false;
  return known.marked
    .filter(({ passage }) => passage.language === own.language && Math.abs(passage.place - own.place) === 1)
    .some((neighbour) => {
      const counterpart = counterpartsOf(neighbour, known)
        .map(({ text }) => text)
        .join(' ');
      const agreement = (length: number) =>
        own.language === 'en'
          ? agreementOfLength(length, counterpart.length)
          : agreementOfLength(counterpart.length, length);
      const together = agreement(neighbour.passage.text.length + own.text.length);
      const gain = together - agreement(neighbour.passage.text.length);
      const isKept = keptIn(own.text, counterpart) >= KEPT;
      return together > AGREES && gain > 0 && (!isKnown || (gain > BETTER && isKept));
    });
}

function counterpartsOf({ passage, codes }: Marked, { marked, pairs }: Known): Passage[] {
  const byCode = marked.filter(
    (other) => other.passage.language !== passage.language && other.codes.some((code) => codes.includes(code)),
  );
  if (byCode.length > 0) return passagesOf(byCode);
  const [own] = pairs.filter(({ en, fr }) => en === passage || fr === passage);
  return [own?.en, own?.fr].flatMap((found) => (found && found !== passage ? [found] : []));
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
    if (passages.of('accountabilities', other).length === 0 || mentionsOtherDuties(passages, other)) return [];
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

const OTHER_DUTIES = {
  en: /(?<!\p{L})(?:any|all|other|additional)\s(?:\p{L}+\s){0,2}(?:dut(?:y|ies)|tasks?)(?!\p{L})/iu,
  fr: /(?<!\p{L})autres?\s(?:tâches?|fonctions?|missions?|travaux)(?!\p{L})/iu,
};

/** The closing duty in words that the vocabulary doesn't have, at the end of the last accountability. */
export function mentionsOtherDuties(passages: Subject['passages'], language: Language): boolean {
  const last = passages.of('accountabilities', language).at(-1)?.text ?? '';
  return OTHER_DUTIES[language].test(last.slice(-160));
}
