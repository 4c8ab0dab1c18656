import { z } from 'zod';

/** What one field holds, which decides how it is asked for, read and told. Every value is kept as it was typed. */
export type FieldKind =
  | 'line'
  | 'lines'
  | 'telephone'
  | 'country'
  | 'language'
  | 'level'
  | 'degree-kind'
  | 'completion'
  | 'working-time'
  | 'hours'
  | 'clearance-level'
  | 'clearance-issuer'
  | 'yes'
  | 'yes-or-no'
  /** `YYYY-MM`, or `YYYY` where only the year is known. */
  | 'month'
  /** `YYYY-MM-DD`. */
  | 'date'
  /** The same, a day on which somebody may have been born. */
  | 'birth-date';

export type FieldRule = { kind: FieldKind; needed?: true };

/** The parts of a profile in the order in which they are shown, each with the fields of one entry. */
export const PART_FIELDS = {
  person: {
    givenNames: { kind: 'line', needed: true },
    familyName: { kind: 'line', needed: true },
    bornOn: { kind: 'birth-date' },
    residence: { kind: 'country', needed: true },
    telephone: { kind: 'telephone' },
  },
  nationalities: {
    country: { kind: 'country', needed: true },
    since: { kind: 'month' },
    until: { kind: 'month' },
  },
  education: {
    degree: { kind: 'line', needed: true },
    institution: { kind: 'line', needed: true },
    country: { kind: 'country' },
    kind: { kind: 'degree-kind', needed: true },
    from: { kind: 'month' },
    to: { kind: 'month' },
    completed: { kind: 'completion', needed: true },
    details: { kind: 'lines' },
  },
  experience: {
    title: { kind: 'line', needed: true },
    employer: { kind: 'line', needed: true },
    country: { kind: 'country' },
    from: { kind: 'month', needed: true },
    to: { kind: 'month' },
    current: { kind: 'yes' },
    workingTime: { kind: 'working-time', needed: true },
    hours: { kind: 'hours' },
    tasks: { kind: 'lines' },
    reason: { kind: 'line' },
  },
  languages: {
    language: { kind: 'language', needed: true },
    level: { kind: 'level', needed: true },
    motherTongue: { kind: 'yes' },
    description: { kind: 'line' },
  },
  clearances: {
    level: { kind: 'clearance-level', needed: true },
    issuer: { kind: 'clearance-issuer', needed: true },
    until: { kind: 'date', needed: true },
  },
  memberships: {
    organisation: { kind: 'line', needed: true },
    role: { kind: 'line' },
    from: { kind: 'month' },
    to: { kind: 'month' },
  },
  references: {
    name: { kind: 'line', needed: true },
    position: { kind: 'line' },
    contact: { kind: 'line' },
    relation: { kind: 'line' },
  },
} as const satisfies Record<string, Record<string, FieldRule>>;

/** `willingness` has a field for each declaration of the organisation (E8), so its fields are data. */
export const PARTS = [
  'person',
  'nationalities',
  'education',
  'experience',
  'languages',
  'clearances',
  'willingness',
  'memberships',
  'references',
] as const;
export type Part = (typeof PARTS)[number];
/** Parts that are one entry, neither added to nor taken from. */
export const SINGLE_PARTS: readonly Part[] = ['person', 'willingness'];
export const isSingle = (part: Part): boolean => SINGLE_PARTS.includes(part);

/** One degree, one post, one language: what was typed in each field, by its name. */
export type Entry = { id: string; fields: Record<string, string> };

const entrySchema = z.strictObject({ id: z.string(), fields: z.record(z.string(), z.string()) });
export const entriesSchema = z.array(entrySchema);

export type Profile = {
  parts: Record<Part, Entry[]>;
  /** How often each part was saved: a form that started from an older count is told so. */
  revisions: Record<Part, number>;
};

const ofEachPart = <Value>(value: () => Value): Record<Part, Value> =>
  Object.fromEntries(PARTS.map((part) => [part, value()])) as Record<Part, Value>;

export const emptyProfile = (): Profile => ({ parts: ofEachPart(() => []), revisions: ofEachPart(() => 0) });

/** A profile as it was kept, with what a later version added. */
export const completeProfile = (kept: Partial<Profile>): Profile => {
  const empty = emptyProfile();
  return { parts: { ...empty.parts, ...kept.parts }, revisions: { ...empty.revisions, ...kept.revisions } };
};

/** What the fields of one part are: of `willingness`, one for each declaration. */
export function fieldsOfPart(part: Part, willingness: readonly { code: string }[]): [name: string, rule: FieldRule][] {
  if (part !== 'willingness') return Object.entries(PART_FIELDS[part]);
  return willingness.map(({ code }) => [code, { kind: 'yes-or-no' }]);
}

export const valueIn = (entry: Entry | undefined, field: string): string => entry?.fields[field] ?? '';

/** Whether nothing was typed into an entry. */
export const isBlank = ({ fields }: Pick<Entry, 'fields'>): boolean =>
  Object.values(fields).every((value) => value.trim() === '');

/** Entries are the same where all that was typed is the same; what was left empty does not count. */
export const sameEntries = (some: readonly Entry[], others: readonly Entry[]): boolean => {
  const told = (entries: readonly Entry[]) =>
    entries
      .filter((one) => !isBlank(one))
      .map(plain)
      .toSorted();
  return JSON.stringify(told(some)) === JSON.stringify(told(others));
};

const plain = ({ fields }: Entry): string =>
  JSON.stringify(
    Object.entries(fields)
      .filter(([, value]) => value.trim() !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The latest first, by its end, then its beginning; what goes on comes before what has ended, what has no dates before all. */
export function latestFirst(entries: readonly Entry[]): Entry[] {
  const rank = (one: Entry) => {
    const from = valueIn(one, 'from') || valueIn(one, 'since');
    const to = valueIn(one, 'to') || valueIn(one, 'until');
    if (from + to === '') return '9999-99';
    return `${to === '' ? '9999' : to} ${from}`;
  };
  return entries.toSorted((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}
