import { expect } from 'vitest';
import { APPLICATION_TEXTS } from '../applications/application-texts.ts';
import { ELIGIBILITY_TEXTS } from '../applications/eligibility/eligibility-texts.ts';
import { otherLanguages } from '../platform/language.ts';
import { PORTAL_TEXTS } from '../portal/portal-texts.ts';
import { countriesByName, countryName } from '../regulations/organisation/countries.ts';
import { membersOn } from '../regulations/eligibility/eligibility.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { SITE_TEXTS } from '../site/site-texts.ts';
import { chooses, fills, follows, opens, presses, reads, type Person } from './person-testing.ts';
import type { JourneyVacancy } from './journey-notice.ts';

/** Looks through the open vacancies and opens this one. */
export async function findsVacancy(visitor: Person, vacancy: JourneyVacancy): Promise<void> {
  const { language } = visitor.reader;
  const t = PORTAL_TEXTS[language];
  await opens(visitor, `/${language}/vacancies`);
  await fills(visitor, t.search, vacancy.reference);
  await presses(visitor, t.show);
  await follows(visitor, vacancy.title[language]);
  await reads(visitor, t.applyNote);
}

/** Reads the same page in the other language, and comes back. */
export async function readsInBothLanguages(visitor: Person, vacancy: JourneyVacancy): Promise<void> {
  const { language } = visitor.reader;
  for (const other of otherLanguages(language)) {
    await follows(visitor, SITE_TEXTS[other].languageName);
    await reads(visitor, vacancy.title[other]);
    await reads(visitor, PORTAL_TEXTS[other].applyNote);
    await follows(visitor, SITE_TEXTS[language].languageName);
    await reads(visitor, vacancy.title[language]);
  }
}

/** Reads the names of all member nations, and of no country that never was one. */
export async function readsMemberNations(visitor: Person, rules: Organisation, now: Date): Promise<void> {
  const { language } = visitor.reader;
  const known = rules.memberNations.nations.map(({ country }) => country);
  const members = membersOn(rules, now.toISOString().slice(0, 10));
  // Without the form, where every country can be chosen.
  const text = (await visitor.page.locator('main :is(p, li, td, dd):not(form *)').allTextContents()).join('\n');
  const named = countriesByName(language).filter(({ name }) =>
    new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(text),
  );
  const codes = named.map(({ code }) => code);
  expect(members.filter((code) => !codes.includes(code))).toEqual([]);
  expect(codes.filter((code) => !known.includes(code))).toEqual([]);
}

/** Asks whether somebody of this nationality may apply, from the page of the vacancy or of the last answer. */
export async function asksWhether(visitor: Person, country: string, answer: 'mayApply' | 'mayNotApply'): Promise<void> {
  const { language } = visitor.reader;
  const t = ELIGIBILITY_TEXTS[language];
  await chooses(visitor, APPLICATION_TEXTS[language].nationality(1), countryName(country, language));
  await presses(visitor, t.check);
  await reads(visitor, t[answer]);
}

export const startsToApply = (visitor: Person): Promise<void> =>
  follows(visitor, PORTAL_TEXTS[visitor.reader.language].applyButton);
