import { valueIn, type Entry, type Part, type Profile } from '../profile.ts';

/** What a field is proposed to hold, and the words of the file that say so. */
export type Found = { value: string; passage: string };
export type ProposedEntry = { part: Part; fields: Record<string, Found> };
/** What found no place, under the heading or name it stands by in the file. */
export type LeftOver = { heading: string; lines: string[] };

/** What was read of a file. Nothing of it is kept in the profile before its owner has gone through it. */
export type Proposal = { entries: ProposedEntry[]; leftOver: LeftOver[] };

export type FoundFields = Record<string, Found | undefined>;

/**
 * An entry of the fields that were found; none where nothing was. `own` is what one of our own exports says beside them:
 * its values count, and the words that they replace stay beside the field.
 */
export function entryWith(part: Part, fields: FoundFields, own: Record<string, string> = {}): ProposedEntry[] {
  const found = Object.entries(fields).flatMap(([name, one]): [string, Found][] => (one ? [[name, one]] : []));
  const said = Object.entries(own).flatMap(([name, value]): [string, Found][] => {
    const before = fields[name]?.passage;
    return value === '' && before === undefined
      ? []
      : [[name, { value, passage: before === undefined ? value : `${before} · ${value}` }]];
  });
  const all = Object.fromEntries([...found, ...said]);
  return Object.keys(all).length === 0 ? [] : [{ part, fields: all }];
}

export const entryOf = ({ fields }: ProposedEntry, id: string): Entry => ({
  id,
  fields: Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value])),
});

/** Fields by which an entry is known again: all of them, or the dates with one of them. */
const KNOWN_BY: Record<Part, string[]> = {
  person: [],
  nationalities: ['country'],
  education: ['degree', 'institution'],
  experience: ['title', 'employer'],
  languages: ['language'],
  clearances: ['level'],
  willingness: [],
  memberships: ['organisation'],
  references: ['name'],
};

/** The entry of the profile that a proposed one says again, if there is one. */
export function duplicateOf(proposed: ProposedEntry, { parts }: Pick<Profile, 'parts'>): Entry | undefined {
  const entry = entryOf(proposed, '');
  return parts[proposed.part].find((other) => isSame(proposed.part, entry, other));
}

function isSame(part: Part, entry: Entry, other: Entry): boolean {
  const names = KNOWN_BY[part];
  const equal = names.map((name) => {
    const value = plain(valueIn(entry, name));
    return value !== '' && value === plain(valueIn(other, name));
  });
  const sameStart = valueIn(entry, 'from') !== '' && valueIn(entry, 'from') === valueIn(other, 'from');
  const noStart = valueIn(entry, 'from') === '' || valueIn(other, 'from') === '';
  if (names.length < 2) return equal.includes(true);
  return (equal.every(Boolean) && (sameStart || noStart)) || (sameStart && equal.includes(true));
}

/** Words alone: without case, accents and marks. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
