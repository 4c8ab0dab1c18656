import { LANGUAGES, type Language } from '../../platform/language.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { HeaderLabel } from '../vocabulary-schema.ts';
import { headingAt } from './headings.ts';
import { phrasesAt, type Phrase } from './phrases.ts';
import { comparable } from './words.ts';
import { endsSentence } from './paragraphs.ts';
import type { Line } from './text-lines.ts';
import { LABELLED, referenceIn, titleBefore, titleReference, type Title } from './title.ts';

/** One language's part of a notice: its title, its header and the rest, as lines. */
export type Half = {
  readonly language: Language;
  readonly title: Title | undefined;
  readonly header: readonly Line[];
  readonly body: readonly Line[];
};

/** Where the labels of a header stand: places in the list of lines. */
type HeaderBlock = { readonly first: number; readonly last: number; readonly language: Language | undefined };

/** Splits a notice where the second title stands: the title that a header, or the rest in another language, follows. */
export function splitHalves(lines: readonly Line[], vocabulary: Vocabulary): Half[] {
  const blocks = headerBlocks(lines, vocabulary);
  const starts = blocks.map((block, index) => {
    const title = titleBefore(
      lines,
      { before: block.first, earliest: (blocks[index - 1]?.last ?? -1) + 1 },
      vocabulary,
    );
    return { block, title, from: title?.from ?? block.first };
  });
  const headed = starts.map(({ block, title, from }, index) => {
    const to = starts[index + 1]?.from ?? lines.length;
    const part = lines.slice(block.last + 1, to);
    const language = block.language ?? languageOf(part, vocabulary) ?? 'en';
    return {
      language,
      title,
      header: lines.slice(title ? title.to + 1 : block.first, block.last + 1),
      body: part,
      from,
    };
  });
  const halves = headed.length > 0 ? headed : headless(lines, vocabulary);
  return halves
    .flatMap((half) => splitLast(half, halves.length, vocabulary))
    .map(({ language, title, header, body }) => ({ language, title, header, body: withoutRunningTitle(body, title) }));
}

/** A text without any header label, as a cut may leave it: its headings are all there is to go by. */
function headless(lines: readonly Line[], vocabulary: Vocabulary): Half[] {
  const language = languageOf(lines, vocabulary);
  return language ? [{ language, title: undefined, header: [], body: lines }] : [];
}

/** Lines from a label to the next of one header: more, and it is another. Those with a label we don’t know don’t count. */
const LABELS_APART = 3;
const LONGEST_HEADER = 20;
/** Lines from the title, with its reference, to the first label. */
const LONGEST_HEADER_LINE = 160;

function headerBlocks(lines: readonly Line[], vocabulary: Vocabulary): HeaderBlock[] {
  const groups: { at: number; phrases: readonly Phrase<HeaderLabel>[] }[][] = [];
  lines.forEach((line, at) => {
    const phrases =
      line.text.length <= LONGEST_HEADER_LINE && !/^[a-z•]/.test(line.text)
        ? phrasesAt(vocabulary.labels, line.words)
        : [];
    if (phrases.length === 0) return;
    const group = groups.at(-1);
    const last = group?.at(-1);
    const since = last ? lines.slice(last.at, at) : [];
    const apart = since.filter(({ text }, index) => index === 0 || !LABELLED.test(text)).length;
    if (group && apart <= LABELS_APART && since.length <= LONGEST_HEADER && !hasTitle(since, vocabulary))
      group.push({ at, phrases });
    else groups.push([{ at, phrases }]);
  });
  return groups.flatMap((group) => {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) return [];
    const codes = new Set(group.map(({ phrases }) => phrases[0]?.code));
    const titled = hasTitle(lines.slice(Math.max(0, first.at - LABELS_APART), first.at), vocabulary);
    if (codes.size < (titled ? 1 : 2)) return [];
    return [
      { first: first.at, last: endOfHeader(group), language: mostOf(group.flatMap(({ phrases }) => only(phrases))) },
    ];
  });
}

/** “Description” ends the header, whatever labels seem to follow it. */
function endOfHeader(group: readonly { at: number; phrases: readonly Phrase<HeaderLabel>[] }[]): number {
  const description = group.find(({ phrases }) => phrases[0]?.code === 'description');
  return (description ?? group.at(-1))?.at ?? 0;
}

const hasTitle = (lines: readonly Line[], vocabulary: Vocabulary): boolean =>
  lines.some((line) => titleReference(line, vocabulary) !== undefined);

/** A label says which language it is in, unless both languages have it. */
const only = (phrases: readonly Phrase[]): Language[] => {
  const languages = new Set(phrases.map(({ language }) => language));
  return languages.size === 1 ? [...languages] : [];
};

function mostOf(languages: readonly Language[]): Language | undefined {
  const counts = LANGUAGES.map((language) => ({ language, count: languages.filter((l) => l === language).length }));
  const [most, next] = counts.toSorted((a, b) => b.count - a.count);
  return most && next && most.count > next.count ? most.language : undefined;
}

/** The language of the section headings of a part. */
function languageOf(lines: readonly Line[], vocabulary: Vocabulary): Language | undefined {
  return mostOf(
    lines.flatMap((_, at) => {
      const heading = headingAt(lines, at, vocabulary);
      return heading?.languages.length === 1 ? heading.languages : [];
    }),
  );
}

/**
 * A notice cut off in its second half, or one whose second header is lost: the last part goes on in another language
 * from its second title, or from the first heading in that language that another follows.
 */
function splitLast(half: Half, count: number, vocabulary: Vocabulary): Half[] {
  if (count > 1) return [half];
  const [other] = LANGUAGES.filter((language) => language !== half.language);
  const at = other && secondStart(half, other, vocabulary);
  if (!other || at === undefined) return [half];
  const line = half.body[at];
  const reference = line && referenceIn(line.text);
  const title = reference ? titleBefore(half.body, { before: at + 1, earliest: 0 }, vocabulary) : undefined;
  const from = title?.from ?? at;
  return [
    { ...half, body: half.body.slice(0, from) },
    { language: other, title, header: [], body: half.body.slice(title ? at + 1 : at) },
  ];
}

function secondStart({ body, title, language }: Half, other: Language, vocabulary: Vocabulary): number | undefined {
  const headings = body.flatMap((_, at) => {
    const heading = headingAt(body, at, vocabulary);
    return heading ? [{ at, heading }] : [];
  });
  const lastOwn = headings.findLast(({ heading }) => heading.languages.includes(language))?.at ?? 0;
  const titles = body.findIndex(
    ({ text }, at) => at > lastOwn && isOtherTitle(text, title) && !endsSentence(text.replace(/[)\]]+$/, '')),
  );
  if (titles >= 0) return titles;
  const foreign = headings.filter(({ heading }) => only1(heading.languages, other));
  const [first] = foreign;
  return first && foreign.length > 1 && first.at > lastOwn ? first.at : undefined;
}

const only1 = (languages: readonly Language[], language: Language) =>
  languages.length === 1 && languages[0] === language;
const isOtherTitle = (text: string, title: Title | undefined) =>
  text.length <= LONGEST_HEADER_LINE &&
  /^\p{Lu}/u.test(text) &&
  referenceIn(text) === title?.reference &&
  title?.reference !== undefined &&
  comparable(text) !== comparable(`${title.text} ${title.reference}`);

/** A title that every page repeats, or a reference that stands alone on a line, says nothing new. */
function withoutRunningTitle(body: readonly Line[], title: Title | undefined): readonly Line[] {
  if (!title?.reference) return body;
  const titles = new Set([title.text, title.reference, `${title.text} ${title.reference}`].map(comparable));
  return body.some(({ text }) => referenceIn(text)) ? body.filter(({ text }) => !titles.has(comparable(text))) : body;
}
