import { setText } from '../../../notices/render/typeset.ts';
import type { Language } from '../../../platform/language.ts';
import { isCivilDate } from '../../../regulations/civil-dates.ts';
import { formatDate } from '../../../site/dates.ts';
import { colon } from '../../../site/punctuation.ts';
import { fieldLabel, namesTold, partRules, periodTold, TOLD_BY, valueTold, type Told } from '../entry-words.ts';
import { PART_TEXTS, PROFILE_TEXTS } from '../profile-texts.ts';
import {
  isBlank,
  latestFirst,
  PARTS,
  valueIn,
  type Entry,
  type FieldKind,
  type Part,
  type Profile,
} from '../profile.ts';

/** A CV as it is set on a page, in one language. */
export type CvDocument = {
  language: Language;
  /** Whose it is, or what it is where they have not said. */
  title: string;
  parts: CvPart[];
  /** When the profile was last changed: the files are dated by it, so that the same profile gives the same bytes. */
  madeAt: Date;
};
export type CvPart = { title: string; entries: CvEntry[] };
export type CvEntry = { names: string; period: string; facts: CvFact[] };
/** `label` ends as a label does; each line of what was typed is a line. */
export type CvFact = { label: string; lines: string[] };

/** All that a profile holds, part by part; posts and degrees the latest first. */
export function cvDocument({ parts }: Pick<Profile, 'parts'>, told: Told, madeAt: Date): CvDocument {
  const t = PROFILE_TEXTS[told.language];
  const kept = (part: Part) => parts[part].filter((entry) => !isBlank(entry));
  const name = kept('person')
    .map((entry) => namesTold('person', entry, told).join(' '))
    .join(' ');
  return {
    language: told.language,
    title: setText(name) || t.cv,
    parts: PARTS.map((part) => ({
      title: PART_TEXTS[told.language][part].title,
      entries: inOrder(part, kept(part))
        .map((entry) => entryOf(part, entry, told))
        .filter(({ names, period, facts }) => names !== '' || period !== '' || facts.length > 0),
    })).filter(({ entries }) => entries.length > 0),
    madeAt,
  };
}

const DATED: readonly Part[] = ['education', 'experience', 'memberships'];
const inOrder = (part: Part, entries: Entry[]): Entry[] => (DATED.includes(part) ? latestFirst(entries) : entries);

function entryOf(part: Part, entry: Entry, told: Told): CvEntry {
  const period = periodTold(entry, told.language);
  const inPeriod = ['from', 'to', ...(valueIn(entry, 'to') === '' ? ['current'] : [])];
  const shown = new Set([...TOLD_BY[part], ...(period === '' ? [] : inPeriod)]);
  const kinds = new Map<string, FieldKind>(partRules(part, told.rules).map(([field, { kind }]) => [field, kind]));
  const fields = [...new Set([...kinds.keys(), ...Object.keys(entry.fields)])].filter((field) => !shown.has(field));
  // The name of a person is the title of their CV.
  const names = part === 'person' ? '' : namesTold(part, entry, told).join(', ');
  const facts = fields.flatMap((field) => {
    const value = setText(factTold(kinds.get(field) ?? 'line', valueIn(entry, field).trim(), told));
    return value === '' ? [] : [{ label: labelled(fieldLabel(part, field, told), told), lines: value.split('\n') }];
  });
  return { names: setText(names), period: setText(period), facts };
}

const factTold = (kind: FieldKind, value: string, told: Told): string =>
  (kind === 'date' || kind === 'birth-date') && isCivilDate(value)
    ? formatDate(value, told.language)
    : valueTold(kind, value, told);

const labelled = (label: string, { language }: Told): string =>
  `${label.replace(/[.:]$/, '')}${colon(language).trimEnd()}`;
