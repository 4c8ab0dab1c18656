import { APPOINTING_TEXTS } from '../../appointment/appointing/appointing-texts.ts';
import { MY_APPOINTMENT_TEXTS } from '../../appointment/candidate/my-appointment-texts.ts';
import { CONTRACT_TEXTS } from '../../appointment/calendar/contract-texts.ts';
import { CONDITIONS_TEXTS } from '../../appointment/conditions/conditions-texts.ts';
import { dayFields } from '../../appointment/offer/offer-testing.ts';
import { OFFER_TEXTS } from '../../appointment/offer/offer-texts.ts';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { formatDate } from '../../site/dates.ts';
import { APPROVAL_TEXTS, BUDGET_APPROVED } from '../../vacancies/approval/approval-texts.ts';
import { NOTE_FIELD } from '../../vacancies/editing/correction-form.ts';
import { CORRECTION_TEXTS } from '../../vacancies/editing/correction-texts.ts';
import { NAMES } from '../../vacancies/field-texts.ts';
import { VACANCY_TEXTS } from '../../vacancies/vacancy-texts.ts';
import { fillsIn } from '../competition-steps.ts';
import { follows, opens, presses, reads, type Person } from '../person-testing.ts';
import type { AppointmentKind } from './first-day-kinds.ts';

/** Where an appointment is seen through, without the language. */
export type Where = { of: string; number: string };
const at = ({ reader }: Person, path: string): string => `/${reader.language}${path}`;
const conditions = ({ reader }: Person) => CONDITIONS_TEXTS[reader.language];
const offers = ({ reader }: Person) => OFFER_TEXTS[reader.language];

/** Opens every part of the page that is folded away, as somebody would who has something to write there. */
async function unfolds({ page }: Person): Promise<void> {
  const folded = page.locator('form details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Finds who was chosen in the list, begins and plans the first day. */
export async function begins(recruiter: Person, { of }: Where, { startsOn }: AppointmentKind): Promise<void> {
  const t = conditions(recruiter);
  await opens(recruiter, at(recruiter, of));
  await presses(recruiter, t.begin);
  await reads(recruiter, t.done.begun);
  await fillsIn(recruiter, dayFields('day', startsOn));
  await presses(recruiter, t.planButton);
  await reads(recruiter, formatDate(startsOn, recruiter.reader.language));
}

/** Sees that the level held is below the level of the post, asks for it to be raised, and records that it was. */
export async function raisesClearance(security: Person, { of }: Where, today: string): Promise<void> {
  const t = conditions(security);
  await opens(security, at(security, of));
  await reads(security, t.upgrade);
  for (const action of ['begin', 'meet'] as const) {
    await opens(security, at(security, `${of}/conditions/security-clearance/${action}`));
    await fillsIn(security, { ...dayFields('on', today), level: 'NS' });
    if (action === 'begin') await fillsIn(security, { authority: 'The national security authority' });
    await presses(security, t.keep);
    await reads(security, t.done.stepped);
  }
}

/** Chooses what a person decides, reads what follows before anything is kept, and submits it. */
export async function prepares(recruiter: Person, { of }: Where, kind: AppointmentKind): Promise<void> {
  const { language } = recruiter.reader;
  const t = offers(recruiter);
  const { clause, person, startsOn, notice, exceptions = {}, days, notDays, grade } = kind;
  const [lower = '', higher] = notice.grades ?? [];
  await opens(recruiter, at(recruiter, `${of}/offer/draft`));
  await unfolds(recruiter);
  const grades = { grade: lower, ...(higher !== undefined && { higher }) };
  await fillsIn(recruiter, {
    clause,
    person,
    ...dayFields('start', startsOn),
    ...grades,
    country: 'BE',
    ...exceptions,
  });
  await presses(recruiter, t.look);
  await reads(recruiter, t.follows);
  await showsDays(recruiter, { days, notDays });
  await recruiter.page
    .locator('dd', { hasText: new RegExp(`^\\s*${grade}`) })
    .first()
    .waitFor();
  await presses(recruiter, t.keep);
  await reads(recruiter, t.done.kept);
  await presses(recruiter, t.actions.submit);
  await reads(recruiter, formatDate(startsOn, language));
}

/** The days of a page as it stands, in the reader's language. */
export async function showsDays(
  { page, reader }: Person,
  { days, notDays }: Pick<AppointmentKind, 'days' | 'notDays'>,
) {
  const text = await page.locator('main').innerText();
  const written = (all: string[]) => all.filter((day) => text.includes(formatDate(day, reader.language)));
  const expected = { days, notDays: [] as string[] };
  const found = { days: written(days), notDays: written(notDays) };
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`The page shows ${JSON.stringify(found)} where it must show ${JSON.stringify(expected)}`);
}

export async function approves(person: Person, { of }: Where): Promise<void> {
  const t = offers(person);
  await opens(person, at(person, `${of}/offer`));
  await presses(person, t.actions.approve);
  await reads(person, t.done.approve);
}

/** Records what the authority of the sending nation said. */
export async function recordsAgreement(person: Person, { of }: Where, on: string): Promise<void> {
  const t = offers(person);
  await opens(person, at(person, `${of}/offer`));
  await fillsIn(person, { authority: 'The ministry of the sending nation', ...dayFields('agreed', on) });
  await presses(person, t.record);
  await reads(person, t.done.agreement);
}

/** Sends it, with the last day for an answer where no rule gives one; or reads why it cannot be. */
export async function sends(
  person: Person,
  { of }: Where,
  wanted: { answerBy: string; refused?: RegExp },
): Promise<void> {
  const t = offers(person);
  await opens(person, at(person, `${of}/offer`));
  if ((await person.page.locator('[name="answer-day"]').count()) > 0)
    await fillsIn(person, dayFields('answer', wanted.answerBy));
  await presses(person, t.actions.send);
  await reads(person, wanted.refused ?? t.done.send);
}

/** Comes from the page of their application, reads the offer with its dates, and accepts it by their password. */
export async function accepts(candidate: Person, { number }: Where, kind: AppointmentKind): Promise<void> {
  const { language } = candidate.reader;
  const t = OFFER_TEXTS[language].candidate;
  await opens(candidate, at(candidate, `/my/applications/${number}/appointment`));
  await follows(candidate, MY_APPOINTMENT_TEXTS[language].offer);
  await showsDays(candidate, { days: [kind.startsOn, ...kind.days], notDays: kind.notDays });
  await candidate.page
    .locator('dd', { hasText: new RegExp(`^\\s*${kind.grade}`) })
    .first()
    .waitFor();
  await fillsIn(candidate, { currentPassword: TEST_PASSWORD });
  await presses(candidate, t.acceptButton);
  await reads(candidate, t.done.accepted);
}

/** Appoints, which fills the vacancy. */
export async function appoints(manager: Person, { of }: Where, { startsOn }: AppointmentKind): Promise<void> {
  const { language } = manager.reader;
  const t = APPOINTING_TEXTS[language];
  await opens(manager, at(manager, of));
  await presses(manager, t.button);
  await reads(manager, t.done.filled);
  await reads(manager, `${t.made}. ${t.from(formatDate(startsOn, language))}`);
}

/** Reads the dates that the rules give the contract: staff on the page of the appointment's contract. */
export async function readsContract(person: Person, { of }: Where, kind: AppointmentKind): Promise<void> {
  const { language } = person.reader;
  await opens(person, at(person, of));
  await follows(person, CONTRACT_TEXTS[language].link);
  await showsDays(person, { days: [kind.startsOn, ...kind.days], notDays: kind.notDays });
}

/** Reads on their own pages that they are appointed, and the dates of their contract. */
export async function readsAppointment(candidate: Person, { number }: Where, kind: AppointmentKind) {
  const { startsOn } = kind;
  const { language } = candidate.reader;
  await opens(candidate, at(candidate, `/my/applications/${number}/appointment`));
  await reads(candidate, APPOINTING_TEXTS[language].candidate.made(formatDate(startsOn, language)));
  await opens(candidate, at(candidate, `/my/applications/${number}/contract`));
  await showsDays(candidate, { days: [startsOn, ...kind.days], notDays: kind.notDays });
}

/** The budget of the post is approved: by its officer where the organisation has one, else by whoever corrects the notice. */
export async function approvesBudget(person: Person, reference: string, hasOfficer: boolean): Promise<void> {
  const { language } = person.reader;
  await opens(person, at(person, `/staff/vacancies/${reference}`));
  if (hasOfficer) {
    await presses(person, APPROVAL_TEXTS[language].approveBudget);
    return;
  }
  const t = CORRECTION_TEXTS[language];
  await follows(person, `${VACANCY_TEXTS[language].review.edit} ${NAMES[language]['header']}`);
  await fillsIn(person, { budgetPending: 'no' });
  await presses(person, VACANCY_TEXTS[language].edit.save);
  await fillsIn(person, { [NOTE_FIELD.en]: BUDGET_APPROVED.en, [NOTE_FIELD.fr]: BUDGET_APPROVED.fr });
  await presses(person, t.save);
}
