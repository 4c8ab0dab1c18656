import { joined, type Span } from './passage.ts';

/** Words in a row that make one gram, and grams of which one at least is kept (winnowing; documents.md, section 6). */
export const GRAM_WORDS = 4;
export const WINDOW_GRAMS = 4;

/** A word as it is compared, and where it stands in the text. */
type Word = Span & { folded: string };
/** A run of words by its hash, and where it stands. */
export type Gram = Span & { hash: number };

/** Letters and digits in a row; a hyphen at the end of a line, soft hyphens and characters without width part no word. */
const WORD = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}]|[\u00AD\u200B-\u200D\u2060\uFEFF]+|-\n\s*(?=\p{Ll}))*/gu;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/** A word without case, accents and whatever parts it on the page. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[œæßøłđ]/g, (letter) => LIGATURES[letter] ?? letter);
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const folded = fold(word);
    return folded === '' ? [] : [{ folded, start: index, end: index + word.length }];
  });
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A whole number of 32 bits with its sign, as PostgreSQL keeps an integer (FNV-1a). */
function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  // The lowest hash of a window is kept: mixed once more, so that no word is favoured by how it begins.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) | 0;
}

/** Every run of four words of a text. */
export function gramsOf(text: string): Gram[] {
  const words = wordsOf(text);
  return words.slice(0, Math.max(words.length - GRAM_WORDS + 1, 0)).map(({ start }, index) => {
    const run = words.slice(index, index + GRAM_WORDS);
    return { hash: hashOf(run.map(({ folded }) => folded).join(' ')), start, end: run.at(-1)?.end ?? start };
  });
}

/**
 * The fingerprints of a text: of each window of grams, the one with the lowest hash. Two texts that share seven words in
 * a row share a fingerprint; a shorter text than a window keeps its lowest.
 */
export function fingerprintsOf(text: string): Gram[] {
  const grams = gramsOf(text);
  const kept = new Set<Gram>();
  for (let from = 0; from === 0 || from + WINDOW_GRAMS <= grams.length; from += 1) {
    const window = grams.slice(from, from + WINDOW_GRAMS);
    const lowest = window.reduce<Gram | undefined>(
      (low, gram) => (low && low.hash < gram.hash ? low : gram),
      undefined,
    );
    if (lowest) kept.add(lowest);
  }
  return [...kept];
}

/** The hashes that stand for a text in the index: its fingerprints, each once, without those of what everybody quotes. */
export function ownHashes(text: string, quoted: ReadonlySet<number>): number[] {
  return [...new Set(fingerprintsOf(text).map(({ hash }) => hash))].filter((hash) => !quoted.has(hash));
}

/** All runs of four words of these texts: of a notice, and of what the form itself says. */
export const hashesIn = (texts: readonly string[]): Set<number> =>
  new Set(texts.flatMap((text) => gramsOf(text).map(({ hash }) => hash)));

/** Words that may differ within one passage before it counts as two. */
const CHANGED_CHARACTERS = 60;

/** The passages of a text that hold these runs of words; small changes between them part no passage. */
export function passagesWith(text: string, hashes: ReadonlySet<number>): Span[] {
  const found = joined(gramsOf(text).filter(({ hash }) => hashes.has(hash)));
  const passages: Span[] = [];
  for (const span of found) {
    const last = passages.at(-1);
    if (last && span.start - last.end <= CHANGED_CHARACTERS) last.end = span.end;
    else passages.push(span);
  }
  return passages;
}

/** A passage of one text beside the passage of another that it shares its words with. */
export type SharedPassage = { mine: Span; theirs: Span };

/** Two texts, and the fingerprints that they share and that are not common to many. */
export type Pair = { mine: string; theirs: string; shared: ReadonlySet<number> };

/**
 * What two texts share, passage by passage, in the order of the first. A passage holds one of the shared fingerprints at
 * least: what both have from the notice, or as many others do, is none by itself.
 */
export function sharedPassages({ mine, theirs, shared }: Pair): SharedPassage[] {
  const others = new Map<number, Gram>();
  for (const gram of gramsOf(theirs)) if (!others.has(gram.hash)) others.set(gram.hash, gram);
  const passages: (SharedPassage & { own: boolean })[] = [];
  for (const gram of gramsOf(mine)) {
    const other = others.get(gram.hash);
    if (!other) continue;
    const last = passages.at(-1);
    const own = shared.has(gram.hash);
    if (last && follows(last.mine, gram) && follows(last.theirs, other)) {
      last.mine.end = Math.max(last.mine.end, gram.end);
      last.theirs.end = Math.max(last.theirs.end, other.end);
      last.own ||= own;
    } else passages.push({ mine: spanOf(gram), theirs: spanOf(other), own });
  }
  return passages.filter(({ own }) => own).map(({ mine: here, theirs: there }) => ({ mine: here, theirs: there }));
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });
const follows = (last: Span, next: Span): boolean =>
  next.start >= last.start && next.start - last.end <= CHANGED_CHARACTERS;

/** What two texts must share before it is shown; each organisation's own (`integrity.yaml`). */
export type SharingRule = { sharedAtLeast: number; containmentPercent: number };

/** The passages that two texts share, where there are fingerprints enough and they make up enough of the shorter text. */
export function passagesShown(pair: Pair, rule: SharingRule): SharedPassage[] {
  if (pair.shared.size < rule.sharedAtLeast) return [];
  const passages = sharedPassages(pair);
  const side = pair.mine.length <= pair.theirs.length ? 'mine' : 'theirs';
  const covered = passages.reduce((sum, passage) => sum + passage[side].end - passage[side].start, 0);
  return covered * 100 >= rule.containmentPercent * pair[side].length ? passages : [];
}
