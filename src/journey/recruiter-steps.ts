import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { describeAction, STAFF_TEXTS } from '../applications/staff/staff-texts.ts';
import { DOUBT_TITLES } from '../vacancies/review/doubt-texts.ts';
import { NAMES } from '../vacancies/field-texts.ts';
import { fillIn, VACANCY_TEXTS } from '../vacancies/vacancy-texts.ts';
import { ANSWER, APPLICANT, LETTER } from './candidate-steps.ts';
import type { JourneyVacancy } from './journey-notice.ts';
import type { JourneyOrganisation } from './journey-organisations.ts';
import { answers, field, fills, follows, link, opens, presses, reads, type Person } from './person-testing.ts';

/** Imports a notice: from a file where there is JavaScript, else as text that is pasted; both work either way. */
export async function importsNotice(recruiter: Person, { reference, text }: JourneyVacancy): Promise<void> {
  const t = VACANCY_TEXTS[recruiter.reader.language];
  await follows(recruiter, t.importNotices);
  if (recruiter.reader.javaScript) {
    const file = { name: `${reference}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) };
    await field(recruiter, t.import.files).setInputFiles(file);
  } else {
    await fills(recruiter, t.import.paste, text);
  }
  await presses(recruiter, t.import.submit);
  await reads(recruiter, t.status.draft);
}

/** Sees what the notice says nothing of, and writes down what it is. */
export async function mendsGap(recruiter: Person, { field: path, value }: JourneyOrganisation['gap']): Promise<void> {
  const { language } = recruiter.reader;
  const t = VACANCY_TEXTS[language];
  const names = NAMES[language];
  await reads(recruiter, DOUBT_TITLES['field-missing'][language]);
  await follows(recruiter, `${t.review.edit} ${names['header']}`);
  await answers(recruiter, names[path] ?? '', value[language]);
  await presses(recruiter, t.edit.save);
  await reads(recruiter, t.edit.saved);
  await reads(recruiter, t.review.mended);
}

export async function sendsForReview(recruiter: Person): Promise<void> {
  const t = VACANCY_TEXTS[recruiter.reader.language];
  await presses(recruiter, t.action.submit);
  await reads(recruiter, t.status['in-review']);
}

/** Finds the vacancy among all of them. */
export async function opensVacancy(
  staff: Person,
  { reference, title }: Pick<JourneyVacancy, 'reference' | 'title'>,
): Promise<void> {
  const { language } = staff.reader;
  const t = VACANCY_TEXTS[language];
  await opens(staff, `/${language}/staff/vacancies`);
  await fills(staff, t.list.search, reference);
  await presses(staff, t.list.show);
  await follows(staff, title[language]);
}

/** Reads what publication means, and confirms it. */
export async function publishes(manager: Person, vacancy: Pick<JourneyVacancy, 'reference' | 'title'>): Promise<void> {
  const t = VACANCY_TEXTS[manager.reader.language];
  await opensVacancy(manager, vacancy);
  await follows(manager, t.action.publish);
  await reads(manager, fillIn(t.confirm.publish, { reference: vacancy.reference }));
  await presses(manager, t.confirm.publishButton);
  await reads(manager, t.status.published);
}

/** Finds the application by the applicant's name and reads all of it, with its letter and its history. */
export async function readsApplication(recruiter: Person, vacancy: JourneyVacancy, number: string): Promise<void> {
  const { language } = recruiter.reader;
  const t = STAFF_TEXTS[language];
  await opensVacancy(recruiter, vacancy);
  await follows(recruiter, VACANCY_TEXTS[language].review.applications);
  await fills(recruiter, t.search, APPLICANT.familyName);
  await presses(recruiter, t.show);
  await follows(recruiter, number);
  await reads(recruiter, `${APPLICANT.givenNames} ${APPLICANT.familyName}`);
  await reads(recruiter, ANSWER);
  await reads(recruiter, t.matches);
  await reads(recruiter, describeAction('submit')[language]);
  await downloadsLetter(recruiter);
}

async function downloadsLetter(recruiter: Person): Promise<void> {
  const t = STAFF_TEXTS[recruiter.reader.language];
  await reads(recruiter, LETTER);
  const download = recruiter.page.waitForEvent('download');
  await link(recruiter, new RegExp(`^${t.download}`)).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(LETTER);
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
}
