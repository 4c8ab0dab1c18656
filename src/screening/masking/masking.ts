import { createHash } from 'node:crypto';
import { fold, type Folded } from './fold.ts';
import { birthOf, countriesOf, namesOf, telephoneOf, type Identity } from './identity.ts';
import type { MaskedKind } from './masked-kind.ts';
import { PATTERNS } from './patterns.ts';

export type Segment =
  | { kind: 'plain'; text: string }
  /** `key` names the passage without telling it. */
  | { kind: 'masked'; what: MaskedKind; text: string; key: string };

/** Where a text stands: no two of an application have the same, nor does anybody learn `secret`. */
export type TextPlace = { place: string; secret: string };

type Found = { from: number; to: number; what: MaskedKind };

/** A function that hides in texts of one person what tells who it is; what it cannot know, it leaves. */
export function maskFor(identity: Identity): (text: string, where: TextPlace) => Segment[] {
  const searches = searchesFor([identity]);
  return (text, { place, secret }) => {
    const keyOf = ({ from, to }: Found) =>
      createHash('sha256')
        .update(`${secret}\0${place}\0${from}\0${text.slice(from, to)}`)
        .digest('hex')
        .slice(0, 16);
    return segments(text, foundIn(text, searches), keyOf);
  };
}

/** Stands for what is covered where nothing is to be uncovered. */
export const COVERED = '▇▇▇';

/**
 * Covers in texts what tells who any of these people is, with nothing to uncover. `shown` are passages that are looked at
 * for what they are, whoever wrote them.
 */
export function coverFor(
  people: readonly Identity[],
  shown: (passage: string) => boolean = () => false,
): (text: string) => string {
  const searches = searchesFor(people);
  return (text) => {
    const found = foundIn(text, searches, shown);
    return segments(text, found, () => '')
      .map((part) => (part.kind === 'plain' ? part.text : COVERED))
      .join('');
  };
}

function foundIn(
  text: string,
  searches: readonly Search[],
  shown: (passage: string) => boolean = () => false,
): Found[] {
  const folded = fold(text);
  return merged(
    searches
      .flatMap(({ what, pattern }) => foundBy(pattern, folded, what))
      .filter(({ from, to }) => !shown(text.slice(from, to))),
  );
}

type Search = { what: MaskedKind; pattern: RegExp };

const searchesFor = (people: readonly Identity[]): Search[] => [
  ...PATTERNS.map(([what, pattern]) => ({ what, pattern })),
  ...people.flatMap(searchesOf),
];

function searchesOf(identity: Identity): Search[] {
  const own: [MaskedKind, RegExp | undefined][] = [
    ['name', namesOf(identity)],
    ['telephone', telephoneOf(identity)],
    ['nationality', countriesOf(identity)],
    ['birth', birthOf(identity)],
  ];
  return own.flatMap(([what, pattern]) => (pattern ? [{ what, pattern }] : []));
}

function foundBy(pattern: RegExp, { text, places }: Folded, what: MaskedKind): Found[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const inside = match[0];
    if (inside.trim() === '') return [];
    const lead = inside.length - inside.trimStart().length;
    const start = match.index + lead;
    const end = match.index + inside.trimEnd().length;
    // A letter that folds into two is hidden whole.
    return [{ what, from: places[start] ?? 0, to: endOf(places, end) }];
  });
}

function endOf(places: readonly number[], end: number): number {
  let at = end;
  while (at < places.length - 1 && places[at] === places[at - 1]) at += 1;
  return places[at] ?? 0;
}

/** Passages that overlap are one, of the kind that began first. */
function merged(found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1);
    if (last && one.from < last.to) joined[joined.length - 1] = { ...last, to: Math.max(last.to, one.to) };
    else joined.push(one);
  }
  return joined;
}

function segments(text: string, found: readonly Found[], keyOf: (one: Found) => string): Segment[] {
  const parts: Segment[] = [];
  let at = 0;
  for (const one of found) {
    if (one.from > at) parts.push({ kind: 'plain', text: text.slice(at, one.from) });
    parts.push({ kind: 'masked', what: one.what, text: text.slice(one.from, one.to), key: keyOf(one) });
    at = one.to;
  }
  if (at < text.length) parts.push({ kind: 'plain', text: text.slice(at) });
  return parts;
}

/** The passages that were uncovered are plain text again. */
export const uncovered = (parts: readonly Segment[], revealed: ReadonlySet<string>): Segment[] =>
  parts.map((part) => (part.kind === 'masked' && revealed.has(part.key) ? { kind: 'plain', text: part.text } : part));
