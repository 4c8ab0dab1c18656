import { foldedWords } from '../masking/fold.ts';

export const LIKENESSES = ['name-and-birth', 'name', 'email', 'telephone', 'document'] as const;
/** What two applications have alike. */
export type Likeness = (typeof LIKENESSES)[number];

/** What of an application may tell whose it is. */
export type Traits = {
  id: string;
  name: string;
  email: string;
  telephone: string;
  /** `YYYY-MM-DD`; empty where it was not given. */
  bornOn: string;
  /** SHA-256 of its documents, as they were sent. */
  documents: readonly string[];
};

/** Two applications that may be of one person; `ids` in their order as texts. */
export type Pair = {
  ids: readonly [string, string];
  alike: Likeness[];
  /** Both gave their date of birth, and not the same: a namesake, or somebody who mistyped it. */
  bornApart: boolean;
};

// Given and family names are swapped as often as not.
const foldedName = ({ name }: Traits): string => foldedWords(name).toSorted().join(' ');

const KEYS: Record<Likeness, (traits: Traits) => string[]> = {
  'name-and-birth': (traits) =>
    traits.bornOn === '' || foldedName(traits) === '' ? [] : [`${foldedName(traits)} ${traits.bornOn}`],
  name: (traits) => [foldedName(traits)],
  email: ({ email }) => [mailbox(email)],
  telephone: ({ telephone }) => [telephone.replaceAll(/\D/g, '').slice(-9)],
  document: ({ documents }) => [...documents],
};
/** Shorter than this, a key tells nobody from anybody. */
const SHORTEST: Record<Likeness, number> = { 'name-and-birth': 3, name: 3, email: 3, telephone: 7, document: 1 };
/** Of so many that are alike, each is compared with the first alone. */
const MOST_COMPARED = 10;

/** The mailbox that an address leads to: what follows a plus sign only sorts its mail. */
const mailbox = (email: string): string => email.toLowerCase().replace(/\+[^@]*(?=@)/, '');

/** Every two applications that have something alike by which a person may be known: found, and merged by nobody. */
export function duplicatesAmong(all: readonly Traits[]): Pair[] {
  const pairs = new Map<string, Omit<Pair, 'bornApart'>>();
  for (const likeness of LIKENESSES) {
    const keyed = all.flatMap((traits) =>
      [...new Set(KEYS[likeness](traits))]
        .filter((key) => key.length >= SHORTEST[likeness])
        .map((key) => ({ key, id: traits.id })),
    );
    for (const [, same] of Map.groupBy(keyed, ({ key }) => key))
      for (const ids of pairsOf(same.map(({ id }) => id))) add(pairs, ids, likeness);
  }
  const born = new Map(all.map(({ id, bornOn }) => [id, bornOn]));
  return [...pairs.values()].map((pair) => {
    const [one = '', other = ''] = pair.ids.map((id) => born.get(id) ?? '');
    return { ...pair, bornApart: one !== '' && other !== '' && one !== other };
  });
}

function pairsOf(ids: readonly string[]): [string, string][] {
  const firsts = ids.length > MOST_COMPARED ? ids.slice(0, 1) : ids;
  return firsts.flatMap((one, index) =>
    ids.slice(index + 1).map((other): [string, string] => (one < other ? [one, other] : [other, one])),
  );
}

function add(pairs: Map<string, Omit<Pair, 'bornApart'>>, ids: [string, string], likeness: Likeness): void {
  const key = ids.join(' ');
  const known = pairs.get(key);
  if (!known) pairs.set(key, { ids, alike: [likeness] });
  // What says more is told, and not what it implies.
  else if (!known.alike.includes(likeness) && !(likeness === 'name' && known.alike.includes('name-and-birth')))
    known.alike.push(likeness);
}

export const VERDICTS = ['same-person', 'other-person'] as const;
/** What a named person found of two applications. */
export type Verdict = (typeof VERDICTS)[number];
