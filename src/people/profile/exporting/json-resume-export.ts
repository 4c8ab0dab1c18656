import { languageName } from '../../../site/language-name.ts';
import { OWN_KEY, readJsonResume } from '../importing/json-resume.ts';
import { isBlank, valueIn, type Entry, type Part, type Profile } from '../profile.ts';

type Json = { [key: string]: string | string[] | Json | Json[] | undefined };

/** Where JSON Resume has a list for a part, and how it writes one entry. */
type Writing = { key: string; write: (entry: Entry) => Json };
const LISTS: Partial<Record<Part, Writing>> = {
  experience: { key: 'work', write: workOf },
  education: { key: 'education', write: studiesOf },
  languages: { key: 'languages', write: languageOf },
  references: {
    key: 'references',
    write: (entry) => ({ name: said(entry, 'name'), reference: said(entry, 'relation') }),
  },
};

/**
 * A profile as JSON Resume 1.0.0. What that format cannot say stands beside each entry under a key of ours, so that the
 * file read again is the same profile; what it can say stands only there, so that a change made elsewhere counts.
 */
export function jsonResumeOf({ parts }: Pick<Profile, 'parts'>): string {
  const [person] = parts.person;
  const lists = Object.entries(LISTS).map(([part, { key, write }]) => [
    key,
    kept(parts[part as Part]).map((entry) => withOwn(entry, part as Part, { key, write })),
  ]);
  const resume: Json = {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    ...(person && !isBlank(person) && { basics: withOwn(person, 'person', { key: 'basics', write: basicsOf }) }),
    ...(Object.fromEntries(lists) as Json),
    [OWN_KEY]: Object.fromEntries(
      OWN_PARTS.map((part) => [part, kept(parts[part]).map(({ fields }) => filled(fields))]),
    ),
  };
  return `${JSON.stringify(resume, null, 2)}\n`;
}

/** Parts that JSON Resume has no place for. */
const OWN_PARTS: Part[] = ['nationalities', 'clearances', 'willingness', 'memberships'];

const kept = (entries: readonly Entry[]) => entries.filter((entry) => !isBlank(entry));
const said = (entry: Entry, field: string): string | undefined => valueIn(entry, field) || undefined;
const filled = (fields: Entry['fields']): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

function basicsOf(entry: Entry): Json {
  const name = `${valueIn(entry, 'givenNames')} ${valueIn(entry, 'familyName')}`.trim();
  const countryCode = said(entry, 'residence');
  return {
    name: name || undefined,
    phone: said(entry, 'telephone'),
    ...(countryCode && { location: { countryCode } }),
  };
}

function workOf(entry: Entry): Json {
  return {
    name: said(entry, 'employer'),
    position: said(entry, 'title'),
    location: said(entry, 'country'),
    startDate: said(entry, 'from'),
    endDate: said(entry, 'to'),
    summary: said(entry, 'tasks'),
  };
}

function studiesOf(entry: Entry): Json {
  return {
    institution: said(entry, 'institution'),
    area: said(entry, 'degree'),
    startDate: said(entry, 'from'),
    endDate: said(entry, 'to'),
    score: said(entry, 'details'),
  };
}

function languageOf(entry: Entry): Json {
  const code = valueIn(entry, 'language');
  return {
    language: /^[a-z]{2}$/.test(code) ? languageName(code, 'en') : code || undefined,
    fluency: said(entry, 'description'),
  };
}

/** An entry with what is lost when it is read again, beside it. */
function withOwn(entry: Entry, part: Part, { key, write }: Writing): Json {
  const written = write(entry);
  const text = JSON.stringify(key === 'basics' ? { basics: written } : { [key]: [written] });
  const read = readJsonResume(text);
  const again = read.ok ? read.value.entries.find((one) => one.part === part) : undefined;
  const names = new Set([...Object.keys(entry.fields), ...Object.keys(again?.fields ?? {})]);
  const lost = [...names].filter((name) => valueIn(entry, name) !== (again?.fields[name]?.value ?? ''));
  return {
    ...written,
    ...(lost.length > 0 && { [OWN_KEY]: Object.fromEntries(lost.map((name) => [name, valueIn(entry, name)])) }),
  };
}
