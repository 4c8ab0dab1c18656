import { foldedWords } from '../masking/fold.ts';

export const LIKENESSES = ['name', 'email', 'telephone', 'document'] as const;
/** What two applications have alike. */
export type Likeness = (typeof LIKENESSES)[number];

/** What of an application may tell whose it is. */
export type Traits = {
  id: string;
  name: string;
  email: string;
  telephone: string;
  /** SHA-256 of its documents, as they were sent. */
  documents: readonly string[];
};

/** Two applications that may be of one person; `ids` in their order as texts. */
export type Pair = { ids: readonly [string, string]; alike: Likeness[] };

const KEYS: Record<Likeness, (traits: Traits) => string[]> = {
  // Given and family names are swapped as often as not.
  name: ({ name }) => [foldedWords(name).toSorted().join(' ')],
  email: ({ email }) => [mailbox(email)],
  telephone: ({ telephone }) => [telephone.replaceAll(/\D/g, '').slice(-9)],
  document: ({ documents }) => [...documents],
};
/** Shorter than this, a key tells nobody from anybody. */
const SHORTEST: Record<Likeness, number> = { name: 3, email: 3, telephone: 7, document: 1 };
/** Of so many that are alike, each is compared with the first alone. */
const MOST_COMPARED = 10;

/** The mailbox that an address leads to: what follows a plus sign only sorts its mail. */
const mailbox = (email: string): string => email.toLowerCase().replace(/\+[^@]*(?=@)/, '');

/** Every two applications that have something alike by which a person may be known: found, and merged by nobody. */
export function duplicatesAmong(all: readonly Traits[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const likeness of LIKENESSES) {
    const keyed = all.flatMap((traits) =>
      [...new Set(KEYS[likeness](traits))]
        .filter((key) => key.length >= SHORTEST[likeness])
        .map((key) => ({ key, id: traits.id })),
    );
    for (const [, same] of Map.groupBy(keyed, ({ key }) => key))
      for (const ids of pairsOf(same.map(({ id }) => id))) add(pairs, ids, likeness);
  }
  return [...pairs.values()];
}

function pairsOf(ids: readonly string[]): [string, string][] {
  const firsts = ids.length > MOST_COMPARED ? ids.slice(0, 1) : ids;
  return firsts.flatMap((one, index) =>
    ids.slice(index + 1).map((other): [string, string] => (one < other ? [one, other] : [other, one])),
  );
}

function add(pairs: Map<string, Pair>, ids: [string, string], likeness: Likeness): void {
  const key = ids.join(' ');
  const known = pairs.get(key);
  if (!known) pairs.set(key, { ids, alike: [likeness] });
  else if (!known.alike.includes(likeness)) known.alike.push(likeness);
}

export const VERDICTS = ['same-person', 'other-person'] as const;
/** What a named person found of two applications. */
export type Verdict = (typeof VERDICTS)[number];
