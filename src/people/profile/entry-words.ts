import type { Language } from '../../platform/language.ts';
import { OTHER_KIND_NAME } from '../../regulations/education/education-texts.ts';
import { countriesByName, countryName, COUNTRY_CODES } from '../../regulations/organisation/countries.ts';
import { OTHER_KIND } from '../../regulations/organisation/education-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { formatDate } from '../../site/dates.ts';
import { languageName } from '../../site/language-name.ts';
import { collator } from '../../site/numbers.ts';
import type { Choices } from './entry-problems.ts';
import { isMonth } from './entry-problems.ts';
import { LANGUAGE_CODES } from './importing/country-words.ts';
import { COMPLETIONS, PART_TEXTS, PROFILE_TEXTS, WORKING_TIMES } from './profile-texts.ts';
import { fieldsOfPart, valueIn, type Entry, type FieldKind, type FieldRule, type Part } from './profile.ts';

/** What the fields of a profile are chosen from, and asked by: what the organisation decides. */
export type ProfileRules = Pick<Organisation, 'languages' | 'clearances' | 'eligibility' | 'form' | 'education'>;
type Named = { value: string; text: string };

export const NO_LANGUAGE_LEVEL = 'none';

/** The fields of a part, in this organisation: a birth date is kept only where its form asks for one. */
export const partRules = (part: Part, rules: ProfileRules): [string, FieldRule][] =>
  fieldsOfPart(part, rules.eligibility.willingness.declarations).filter(
    ([, { kind }]) => kind !== 'birth-date' || rules.form.birthDate.asked !== 'no',
  );

/** What each kind of field is chosen from, in words; nothing for a field that is typed. */
export function optionsFor(kind: FieldKind, rules: ProfileRules, language: Language): Named[] | undefined {
  const named = (entries: { code: string; name: Partial<Record<Language, string | null>> }[], withCode = false) =>
    entries.map(({ code, name }) => {
      const words = name[language] ?? name.en;
      return { value: code, text: words ? (withCode ? `${code} · ${words}` : words) : code };
    });
  const t = PROFILE_TEXTS[language];
  const options: Partial<Record<FieldKind, () => Named[]>> = {
    country: () => countriesByName(language).map(({ code, name }) => ({ value: code, text: name })),
    language: () => languagesByName(language),
    level: () => [...named(rules.languages.levels, true), { value: NO_LANGUAGE_LEVEL, text: t.noLevel }],
    'degree-kind': () => [...named(rules.education.kinds), { value: OTHER_KIND, text: OTHER_KIND_NAME[language] }],
    completion: () => named(COMPLETIONS),
    'working-time': () => named(WORKING_TIMES),
    'clearance-level': () => named(rules.clearances.levels, true),
    'clearance-issuer': () => named(rules.clearances.issuers.accepted),
    'yes-or-no': () => [
      { value: 'yes', text: t.yes },
      { value: 'no', text: t.no },
    ],
  };
  return options[kind]?.();
}

function languagesByName(language: Language): Named[] {
  const { compare } = collator(language);
  return LANGUAGE_CODES.map((code) => ({ value: code, text: languageName(code, language) })).toSorted((a, b) =>
    compare(a.text, b.text),
  );
}

/** The codes that fields may hold. */
export const choicesIn = ({ languages, clearances, education }: ProfileRules): Choices => ({
  country: COUNTRY_CODES,
  language: LANGUAGE_CODES,
  level: [NO_LANGUAGE_LEVEL, ...languages.levels.map(({ code }) => code)],
  'degree-kind': [...education.kinds.map(({ code }) => code), OTHER_KIND],
  completion: COMPLETIONS.map(({ code }) => code),
  'working-time': WORKING_TIMES.map(({ code }) => code),
  'clearance-level': clearances.levels.map(({ code }) => code),
  'clearance-issuer': clearances.issuers.accepted.map(({ code }) => code),
});

/** The label of a field; of a declaration of willingness, its own sentence. */
export function fieldLabel(part: Part, field: string, { rules, language }: Told): string {
  const declared = rules.eligibility.willingness.declarations.find(({ code }) => code === field);
  if (part === 'willingness') return declared?.text[language] ?? field;
  return PART_TEXTS[language][part].fields[field]?.label ?? field;
}

export type Told = { rules: ProfileRules; language: Language };

/** A value in words: the name of a country, `March 2019`; what cannot be read is told as it was typed. */
export function valueTold(kind: FieldKind, value: string, { rules, language }: Told): string {
  if (value === '') return '';
  if (kind === 'month') return monthTold(value, language);
  if (kind === 'country') return countryName(value, language);
  if (kind === 'yes') return PROFILE_TEXTS[language].yes;
  return optionsFor(kind, rules, language)?.find((option) => option.value === value)?.text ?? value;
}

/** `March 2019`, `2019`. */
export function monthTold(value: string, language: Language): string {
  if (!isMonth(value) || value.length < 7) return value;
  const words = formatDate(`${value}-01`, language);
  return words.replace(/^(?:1er|1|\d+)\s+/, '');
}

/** What an entry is called in a list: `Hydrologist, River Authority, March 2019 – now`. */
export function entryTold(part: Part, entry: Entry, told: Told): string {
  const period = periodTold(entry, told.language);
  return [...namesTold(part, entry, told), ...(period === '' ? [] : [period])].join(', ');
}

/** What names an entry: `Hydrologist`, `River Authority`. */
export function namesTold(part: Part, entry: Entry, told: Told): string[] {
  const rules = new Map(partRules(part, told.rules));
  const value = (field: string) => valueTold(rules.get(field)?.kind ?? 'line', valueIn(entry, field).trim(), told);
  return TOLD_BY[part].map(value).filter((words) => words !== '');
}

/** The fields that name an entry. */
export const TOLD_BY: Record<Part, string[]> = {
  person: ['givenNames', 'familyName'],
  nationalities: ['country'],
  education: ['degree', 'institution'],
  experience: ['title', 'employer'],
  languages: ['language', 'level'],
  clearances: ['level', 'issuer'],
  willingness: [],
  memberships: ['organisation', 'role'],
  references: ['name'],
};

/** `March 2019 – now`. */
export function periodTold(entry: Entry, language: Language): string {
  const [from, to] = [monthTold(valueIn(entry, 'from'), language), monthTold(valueIn(entry, 'to'), language)];
  const end = to === '' && valueIn(entry, 'current') === 'yes' ? PROFILE_TEXTS[language].goesOn : to;
  return [from, end].filter((words) => words !== '').join(' – ');
}

type Versions = Told & { saved: readonly Entry[]; typed: readonly Entry[] };

/** Each field in which two versions of a part differ: what it is, what was saved, what was typed. */
export function differences(part: Part, { saved, typed, ...told }: Versions): [string, string, string][] {
  const ids = [...new Set([...saved, ...typed].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [before, after] = [saved, typed].map((entries) => entries.find((entry) => entry.id === id));
    const shown = after ?? before;
    const name = shown ? entryTold(part, shown, told) : '';
    return partRules(part, told.rules).flatMap(([field, { kind }]): [string, string, string][] => {
      const [was, is] = [valueIn(before, field), valueIn(after, field)];
      const label = [name, fieldLabel(part, field, told)].filter((words) => words !== '').join(' · ');
      return was === is ? [] : [[label, valueTold(kind, was, told), valueTold(kind, is, told)]];
    });
  });
}
