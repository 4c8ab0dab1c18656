import { APPLICATION_TEXTS } from '../applications/application-texts.ts';
import { ELIGIBILITY_TEXTS } from '../applications/eligibility-texts.ts';
import { otherLanguages } from '../platform/language.ts';
import { PORTAL_TEXTS } from '../portal/portal-texts.ts';
import { countryName } from '../regulations/countries.ts';
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
