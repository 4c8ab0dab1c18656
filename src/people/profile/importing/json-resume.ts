import { ok, refuse, type Result } from '../../../platform/result.ts';
import { fieldsOfPart, PARTS, type Part } from '../profile.ts';
import { ALL, asBirthDate, type Taking } from './birth-dates.ts';
import { countryCode, languageCode } from './country-words.ts';
import {
  entryWith,
  type Found,
  type FoundFields,
  type LeftOver,
  type Proposal,
  type ProposedEntry,
} from './proposal.ts';

/** A value of the file with its path: `work[0].position`. */
type Leaf = { path: string; value: string };
export type JsonResumeRefusal = { kind: 'not-json' } | { kind: 'not-json-resume' };

/** Where our own exports keep, beside each entry, what JSON Resume has no field for. */
export const OWN_KEY = 'x-concours';

/** Reads JSON Resume 1.0.0: what has a field is proposed for it, everything else is told with the path it stands at. */
export function readJsonResume(text: string, taking = ALL): Result<Proposal, JsonResumeRefusal> {
  const resume = parsed(text.replace(/^\uFEFF/, ''));
  if (resume === undefined) return refuse({ kind: 'not-json' });
  if (typeof resume !== 'object' || resume === null || !SECTIONS.some((name) => name in resume))
    return refuse({ kind: 'not-json-resume' });
  const leaves = new Map(leavesOf(resume, '').map(({ path, value }) => [path, value]));
  const taken = new Set<string>();
  const take: Take = (path, convert = (words) => words) => {
    const passage = leaves.get(path) ?? '';
    const value = passage.trim() === '' ? undefined : convert(passage);
    if (value === undefined || value === '') return undefined;
    taken.add(path);
    return { value, passage };
  };
  const entries = [...entriesIn(resume, { leaves, take, taking }), ...ownEntries(leaves, take)];
  return ok({ entries, leftOver: leftOverOf(leaves, taken) });
}

const SECTIONS = ['basics', 'work', 'education', 'languages', 'references', 'volunteer', 'skills'];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The texts and numbers of a value, each by its path; one so deep that nobody wrote it ends. */
function leavesOf(value: unknown, path: string, depth = 0): Leaf[] {
  if (depth > 20) return [{ path, value: JSON.stringify(value) }];
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, `${path}[${index}]`, depth + 1));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one, pathTo(path, key), depth + 1));
  return value === null || value === undefined
    ? []
    : [{ path, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}

/** A key that is no plain word stands in quotation marks, so that no two values share a path. */
const pathTo = (path: string, key: string): string => {
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};

/** Reads the value at a path, in our words where those differ, and marks it as taken. */
type Take = (path: string, convert?: (text: string) => string | undefined) => Found | undefined;
type Fields = FoundFields;

type Leaves = ReadonlyMap<string, string>;

type Reading = { leaves: Leaves; take: Take; taking: Taking };

function entriesIn(resume: object, { leaves, take, taking }: Reading): ProposedEntry[] {
  const items = (name: string): string[] => {
    const list = (resume as Record<string, unknown>)[name];
    return Array.isArray(list) ? list.map((_, index) => `${name}[${index}]`) : [];
  };
  const own = (at: string, fields: Fields, part: Part) =>
    entryWith(part, fields, ownFields(at, part, { leaves, take, taking }));
  return [
    ...own('basics', personIn(take, taking), 'person'),
    ...items('work').flatMap((at) => own(at, workIn(at, leaves, take), 'experience')),
    ...items('education').flatMap((at) => own(at, studiesIn(at, leaves, take), 'education')),
    ...items('languages').flatMap((at) => own(at, languageIn(at, take), 'languages')),
    ...items('references').flatMap((at) =>
      own(at, { name: take(`${at}.name`), relation: take(`${at}.reference`) }, 'references'),
    ),
  ];
}

/** Where those who add a birth date to JSON Resume put it, which has no place for one. */
const BIRTH_DATES = ['birthDate', 'birthdate', 'dateOfBirth', 'date_of_birth', 'birthday', 'birth', 'birth.date'];

function personIn(take: Take, { birthDate }: Taking): Fields {
  const name = take('basics.name');
  const words = name?.value.trim().split(/\s+/) ?? [];
  const part = (value: string): Found | undefined =>
    name && value !== '' ? { value, passage: name.value } : undefined;
  return {
    givenNames: part(words.slice(0, -1).join(' ')),
    familyName: part(words.at(-1) ?? ''),
    bornOn: birthDate ? firstOf(BIRTH_DATES, (place) => take(`basics.${place}`, asBirthDate)) : undefined,
    residence: take('basics.location.countryCode', countryCode),
    telephone: take('basics.phone'),
  };
}

/** What is found at the first place where there is something. */
function firstOf(places: readonly string[], find: (place: string) => Found | undefined): Found | undefined {
  for (const place of places) {
    const found = find(place);
    if (found) return found;
  }
  return undefined;
}

/** ISO 8601 as JSON Resume has it; the day is for the passage alone. */
const month = (text: string): string | undefined => /^\d{4}(?:-\d{2})?/.exec(text.trim())?.[0];

function several(leaves: Leaves, prefix: string, take: Take): Found[] {
  return [...leaves.keys()].filter((path) => path.startsWith(`${prefix}[`)).flatMap((path) => take(path) ?? []);
}

function joined(found: (Found | undefined)[], between: string): Found | undefined {
  const there = found.flatMap((one) => one ?? []);
  if (there.length === 0) return undefined;
  const text = (of: (one: Found) => string) => there.map(of).join(between);
  return { value: text(({ value }) => value), passage: text(({ passage }) => passage) };
}

function workIn(at: string, leaves: Leaves, take: Take): Fields {
  const start = take(`${at}.startDate`, month);
  const end = take(`${at}.endDate`, month);
  const current = start && !end ? { value: 'yes', passage: start.passage } : undefined;
  return {
    title: take(`${at}.position`),
    employer: take(`${at}.name`) ?? take(`${at}.company`),
    country: take(`${at}.location`, (place) => countryCode(place.split(',').at(-1) ?? '')),
    from: start,
    to: end,
    current,
    tasks: joined([take(`${at}.summary`), ...several(leaves, `${at}.highlights`, take)], '\n'),
  };
}

function studiesIn(at: string, leaves: Leaves, take: Take): Fields {
  return {
    degree: joined([take(`${at}.studyType`), take(`${at}.area`)], ', '),
    institution: take(`${at}.institution`),
    from: take(`${at}.startDate`, month),
    to: take(`${at}.endDate`, month),
    details: joined([take(`${at}.score`), ...several(leaves, `${at}.courses`, take)], '\n'),
  };
}

function languageIn(at: string, take: Take): Fields {
  return { language: take(`${at}.language`, languageCode), description: take(`${at}.fluency`) };
}

/** What one of our own exports says beside an entry: it holds where JSON Resume has no field, or another form. */
function ownFields(at: string, part: Part, { leaves, take, taking }: Reading): Record<string, string> {
  const prefix = `${at}.${OWN_KEY}.`;
  const fields = fieldsOfPart(part, []).filter(([, { kind }]) => kind !== 'birth-date' || taking.birthDate);
  const known = new Set(fields.map(([name]) => name));
  const names = [...leaves.keys()].flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
  return Object.fromEntries(
    names
      .filter((name) => known.has(name))
      .map((name) => {
        take(`${prefix}${name}`);
        return [name, leaves.get(`${prefix}${name}`) ?? ''];
      }),
  );
}

/** The parts that JSON Resume has no place for at all, as our own exports keep them. */
function ownEntries(leaves: Leaves, take: Take): ProposedEntry[] {
  const places = [...leaves.keys()].flatMap((path) => /^x-concours\.([a-z]+)\[\d+\]/.exec(path) ?? []);
  const at = [...new Set(places.filter((place) => place.startsWith(OWN_KEY)))];
  return at.flatMap((place) => {
    const part = PARTS.find((one) => place.startsWith(`${OWN_KEY}.${one}[`));
    if (!part) return [];
    const names = [...leaves.keys()].flatMap((path) =>
      path.startsWith(`${place}.`) ? [path.slice(place.length + 1)] : [],
    );
    return entryWith(part, Object.fromEntries(names.map((name) => [name, take(`${place}.${name}`)])));
  });
}

/** What was not taken, under the name of the section it stands in. */
function leftOverOf(leaves: Leaves, taken: ReadonlySet<string>): LeftOver[] {
  const left = [...leaves].filter(([path, value]) => !taken.has(path) && value.trim() !== '' && path !== '$schema');
  const sections = [...new Set(left.map(([path]) => sectionOf(path)))];
  return sections.map((heading) => ({
    heading,
    lines: left.filter(([path]) => sectionOf(path) === heading).map(([path, value]) => `${path}: ${value}`),
  }));
}

const sectionOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? '';
