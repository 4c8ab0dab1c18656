import * as fc from 'fast-check';
import { fieldsOfPart, isSingle, PARTS, type Entry, type FieldKind, type Part, type Profile } from '../profile.ts';
import { emptyProfile } from '../profile.ts';
import { entryOf, plain, type Proposal } from './proposal.ts';

/** The words of a text, without case and accents, as a bag. */
export const wordsOf = (text: string): string[] => plain(text).split(' ').filter(Boolean);

/** Words of the file that neither a passage beside a field nor what is left over shows as often as the file does. */
export function lostWords(source: string, { entries, leftOver }: Proposal): string[] {
  const shown = [
    ...entries.flatMap(({ fields }) => Object.values(fields).map(({ passage }) => passage)),
    ...leftOver.flatMap(({ heading, lines }) => [heading, ...lines]),
  ];
  const bag = new Map<string, number>();
  for (const word of shown.flatMap(wordsOf)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return wordsOf(source).filter((word) => {
    const left = bag.get(word) ?? 0;
    bag.set(word, left - 1);
    return left <= 0;
  });
}

const WILLINGNESS = [{ code: 'travel' }, { code: 'outside-office-hours' }];

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    'River Authority',
    'Ingénieur·e',
    '<b>bold</b> & more?>',
    ' two  spaces ',
    '&nbsp;&amp;',
    'a\nb',
    '- item\n\n- item',
  ),
);
const anyMonth = fc.oneof(fc.constantFrom('', '2019', '2019-03', '2012-12', '19-3'), anyText);

function anyValue(kind: FieldKind): fc.Arbitrary<string> {
  if (kind === 'month') return anyMonth;
  if (kind === 'date' || kind === 'birth-date') return fc.constantFrom('', '2030-01-31', '31-12');
  if (kind === 'country') return fc.constantFrom('', 'BE', 'FR', 'GB', 'XX');
  if (kind === 'language') return fc.constantFrom('', 'en', 'fr', 'ga', 'sw');
  if (kind === 'yes') return fc.constantFrom('', 'yes');
  if (kind === 'completion') return fc.constantFrom('', 'yes', 'no', 'in-progress');
  return anyText;
}

const anyEntry = (part: Part): fc.Arbitrary<Entry> =>
  fc
    .record(Object.fromEntries(fieldsOfPart(part, WILLINGNESS).map(([name, { kind }]) => [name, anyValue(kind)])))
    .map((fields) => ({ id: 'x', fields: fields as Entry['fields'] }));

/** Any profile: whatever was typed, right or wrong. */
export const anyProfile: fc.Arbitrary<Profile> = fc
  .tuple(...PARTS.map((part) => fc.array(anyEntry(part), { maxLength: isSingle(part) ? 1 : 3 })))
  .map((entries) => ({
    ...emptyProfile(),
    parts: Object.fromEntries(PARTS.map((part, index) => [part, entries[index] ?? []])) as Profile['parts'],
  }));

/** What a proposal would make of an empty profile, were all of it taken. */
export const partsOf = ({ entries }: Proposal): Profile['parts'] => {
  const { parts } = emptyProfile();
  for (const entry of entries) parts[entry.part].push(entryOf(entry, 'x'));
  return parts;
};
