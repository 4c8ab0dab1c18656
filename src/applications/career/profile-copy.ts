import { isDeepStrictEqual } from 'node:util';
import { withPart, type KeptProfile } from '../../people/profile/profile-change.ts';
import { dateParts, SINGLE_ID } from '../../people/profile/profile-form.ts';
import {
  isBlank,
  isSingle,
  sameEntries,
  valueIn,
  type Entry,
  type Part,
  type Profile,
} from '../../people/profile/profile.ts';
import { typedDate } from '../../site/date-field.tsx';
import { MAX_NATIONALITIES, type Answers } from '../answers.ts';
import { NO_CLEARANCE, type StatedClearance } from '../eligibility/stated-clearance.ts';

/** The steps that begin with a copy of the profile, and the parts they copy. */
export const COPIED_PARTS = {
  identity: ['person', 'nationalities', 'clearances'],
  education: ['education'],
  experience: ['experience'],
  languages: ['languages'],
  willingness: ['willingness'],
} as const satisfies Record<string, Part[]>;
export type CopiedStep = keyof typeof COPIED_PARTS;
const COPIED_STEPS = Object.keys(COPIED_PARTS) as CopiedStep[];

export const isCopied = (step: string): step is CopiedStep => step in COPIED_PARTS;

/** What a new draft begins with: all that the profile says, under what was stated before it was begun. */
export function begunFrom(profile: Profile, stated: Answers): Answers {
  const { nationalities, clearance } = stated.identity;
  const begun = COPIED_STEPS.reduce<Answers>((answers, step) => copyFrom(profile, step, answers), stated);
  const identity = {
    ...begun.identity,
    nationalities: nationalities.length > 0 ? nationalities : begun.identity.nationalities,
    ...(clearance && { clearance }),
  };
  return { ...begun, identity };
}

/** Takes what the profile says now into one step; what the step alone says stays, at hand or in place. */
export function copyFrom(profile: Profile, step: CopiedStep, answers: Answers): Answers {
  const copied = COPY[step](profile, answers);
  const revisions = COPIED_PARTS[step].map((part) => [part, profile.revisions[part]] as const);
  return { ...answers, [step]: copied, fromProfile: { ...answers.fromProfile, ...Object.fromEntries(revisions) } };
}

const COPY: { [Step in CopiedStep]: (profile: Profile, answers: Answers) => Answers[Step] } = {
  identity: ({ parts }, { identity }) => {
    const [person] = parts.person;
    const said = (field: 'givenNames' | 'familyName' | 'residence' | 'telephone') =>
      valueIn(person, field) || identity[field];
    const bornOn = valueIn(person, 'bornOn');
    const held = nationalitiesIn(parts);
    const clearance = identity.clearance && (statedClearance(parts.clearances) ?? identity.clearance);
    return {
      ...identity,
      givenNames: said('givenNames'),
      familyName: said('familyName'),
      residence: said('residence'),
      telephone: said('telephone'),
      nationalities: held.length > 0 ? held : identity.nationalities,
      ...(bornOn !== '' && { bornOn }),
      ...(clearance && { clearance }),
    };
  },
  education: ({ parts }, { education }) => careerFrom(parts.education, education),
  experience: ({ parts }, { experience }) => careerFrom(parts.experience, experience),
  languages: ({ parts }, { languages }) => ({ ...languages, ...levelsIn(parts) }),
  willingness: ({ parts }, { willingness }) => ({ ...willingness, ...filled(parts.willingness[0]?.fields ?? {}) }),
};

const filled = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

/** The nationalities that are held still. */
export const nationalitiesIn = (parts: Profile['parts']): string[] => {
  const held = parts.nationalities
    .filter((entry) => valueIn(entry, 'until') === '')
    .map((entry) => valueIn(entry, 'country'));
  return [...new Set(held.filter((code) => code !== ''))].slice(0, MAX_NATIONALITIES);
};

const levelsIn = (parts: Profile['parts']): Answers['languages'] =>
  Object.fromEntries(
    parts.languages
      .filter((entry) => /^[a-z]{2}$/.test(valueIn(entry, 'language')) && valueIn(entry, 'level') !== '')
      .map((entry) => [valueIn(entry, 'language'), valueIn(entry, 'level')]),
  );

/** The clearance that is valid longest, as a form states it. */
export function statedClearance(entries: readonly Entry[]): StatedClearance | undefined {
  const [longest] = entries
    .filter((entry) => valueIn(entry, 'level') !== '')
    .toSorted((a, b) => (valueIn(a, 'until') < valueIn(b, 'until') ? 1 : -1));
  if (!longest) return undefined;
  return {
    level: valueIn(longest, 'level'),
    issuer: valueIn(longest, 'issuer'),
    ...dateParts(valueIn(longest, 'until')),
  };
}

/** The entries of the profile; those that were left out stay so, and those that only the draft has are put beside them. */
function careerFrom(entries: readonly Entry[], before: Answers['education']): Answers['education'] {
  const kept = entries.filter((entry) => !isBlank(entry));
  if (kept.length === 0) return before;
  const out = new Set(before.leftOut.map(({ id }) => id));
  const ids = new Set(kept.map(({ id }) => id));
  const alone = before.entries.filter((entry) => !ids.has(entry.id) && !isBlank(entry));
  return { none: false, entries: kept.filter(({ id }) => !out.has(id)), leftOut: [...before.leftOut, ...alone] };
}

/** Keeps what a step says in the profile too. What the profile has besides stays. */
export function keepIn(kept: KeptProfile, step: CopiedStep, answers: Answers): KeptProfile {
  return COPIED_PARTS[step].reduce<KeptProfile>((to, part) => {
    const entries = kept.profile.parts[part];
    const filledIn = KEEP[part](entries, answers);
    return sameEntries(entries, filledIn) ? to : withPart(to, { part, entries: filledIn, typing: false });
  }, kept);
}

/**
 * Adds to the profile what a step says and the profile does not say yet: nothing that it says is changed, and a part that
 * was changed there since it was copied is left alone, so that what somebody took out stays out. Undefined where there is
 * nothing new.
 */
export function addNew(
  kept: KeptProfile,
  step: CopiedStep,
  answers: Answers,
): { kept: KeptProfile; answers: Answers } | undefined {
  const after = COPIED_PARTS[step].reduce<KeptProfile>((to, part) => {
    const entries = kept.profile.parts[part];
    const known = answers.fromProfile[part] ?? 0;
    if (kept.profile.revisions[part] > known) return to;
    const withNew = newIn(part, entries, answers);
    return sameEntries(entries, withNew) ? to : withPart(to, { part, entries: withNew, typing: false });
  }, kept);
  if (after === kept) return undefined;
  const changed = COPIED_PARTS[step].filter((part) => after.profile.parts[part] !== kept.profile.parts[part]);
  const revisions = changed.map((part) => [part, after.profile.revisions[part]] as const);
  const fromProfile = { ...answers.fromProfile, ...Object.fromEntries(revisions) };
  return { kept: after, answers: { ...answers, fromProfile } };
}

/** What is said once, or as a whole, is added where nothing is said; entries and languages where they are not there. */
function newIn(part: CopiedPart, entries: readonly Entry[], answers: Answers): Entry[] {
  const wanted = KEEP[part](entries, answers);
  const [own] = entries;
  if (isSingle(part))
    return wanted.map(({ id, fields }) => ({ id, fields: { ...fields, ...filled(own?.fields ?? {}) } }));
  if (part === 'nationalities' || part === 'clearances') return entries.every(isBlank) ? wanted : [...entries];
  return wanted.map((entry) => {
    const before = entries.find(({ id }) => id === entry.id);
    return before && !isBlank(before) ? { ...entry, fields: { ...entry.fields, ...filled(before.fields) } } : entry;
  });
}

type CopiedPart = (typeof COPIED_PARTS)[CopiedStep][number];
type Keep = (entries: readonly Entry[], answers: Answers) => Entry[];

const KEEP: Record<CopiedPart, Keep> = {
  person: ([person], { identity: { givenNames, familyName, residence, telephone, bornOn = '' } }) => [
    {
      id: SINGLE_ID,
      fields: { ...person?.fields, ...filled({ givenNames, familyName, residence, telephone, bornOn }) },
    },
  ],
  nationalities: (entries, { identity }) =>
    identity.nationalities.reduce(
      (to, country) => withKnown(to, { known: 'country', fields: { country } }),
      [...entries],
    ),
  clearances: (entries, { identity: { clearance } }) => {
    if (!clearance || clearance.level === '' || clearance.level === NO_CLEARANCE) return [...entries];
    const fields = { level: clearance.level, issuer: clearance.issuer, until: typedDate(clearance) };
    return withKnown([...entries], { known: 'level', fields });
  },
  education: (entries, { education }) => withEntries(entries, education.entries),
  experience: (entries, { experience }) => withEntries(entries, experience.entries),
  languages: (entries, { languages }) =>
    Object.entries(languages)
      .filter(([, level]) => level !== '')
      .reduce(
        (to, [language, level]) => withKnown(to, { known: 'language', fields: { language, level } }),
        [...entries],
      ),
  willingness: ([own], { willingness }) => [{ id: SINGLE_ID, fields: { ...own?.fields, ...filled(willingness) } }],
};

/** Fills in the entry that is known by one of its fields, or adds it under the next free name. */
function withKnown(entries: Entry[], { known, fields }: { known: string; fields: Entry['fields'] }): Entry[] {
  const same = entries.find((entry) => valueIn(entry, known) === fields[known]);
  if (same)
    return entries.map((entry) => (entry === same ? { ...entry, fields: { ...entry.fields, ...fields } } : entry));
  const free = Array.from({ length: entries.length + 1 }, (_, index) => `k${index}`);
  const id = free.find((name) => !entries.some((entry) => entry.id === name)) ?? `k${entries.length}`;
  return [...entries, { id, fields }];
}

/** Entries of the application in the place of those they were copied from; the new ones after them. */
function withEntries(entries: readonly Entry[], changed: readonly Entry[]): Entry[] {
  const mine = changed.filter((entry) => !isBlank(entry));
  const replaced = entries.map((entry) => mine.find(({ id }) => id === entry.id) ?? entry);
  return [...replaced, ...mine.filter(({ id }) => !entries.some((entry) => entry.id === id))];
}

export type ProfileOffer = {
  /** The profile says something else than the step, which may be taken; `changedSince` where it was saved after the copy. */
  take: boolean;
  changedSince: boolean;
  /** The step says something that the profile does not. */
  keep: boolean;
};

/** What may be offered between one step of a draft and the profile: never done unasked. */
export function profileOffer(step: CopiedStep, answers: Answers, kept: KeptProfile): ProfileOffer {
  const { profile } = kept;
  const copied = copyFrom(profile, step, answers);
  const take = !sameAnswers(step, copied, answers);
  const changedSince = COPIED_PARTS[step].some((part) => profile.revisions[part] > (answers.fromProfile[part] ?? 0));
  return { take, changedSince: take && changedSince, keep: keepIn(kept, step, answers) !== kept };
}

function sameAnswers(step: CopiedStep, some: Answers, others: Answers): boolean {
  if (step === 'education' || step === 'experience') return sameEntries(some[step].entries, others[step].entries);
  return isDeepStrictEqual(some[step], others[step]);
}
