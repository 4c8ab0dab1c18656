import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import { exampleNotice } from '../../notices/notice-testing.ts';
import type { Context } from '../../people/context.ts';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { hidden } from '../../selection/panel-testing.ts';
import type { Client } from '../../testing.ts';
import { STEP_ADDRESSES } from './offer-forms.tsx';
import type { StaffOfferAction } from './offer.ts';

/** A civil day `YYYY-MM-DD` as the three fields of a form. */
export function dayFields(name: string, day: string): Record<string, string> {
  const [year = '', month = '', inMonth = ''] = day.split('-');
  return { [`${name}-day`]: inMonth, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** What is chosen of an offer, on a day that every organisation's rules know. */
export const choiceFields = (more: Record<string, string> = {}): Record<string, string> => ({
  clause: 'turnover',
  person: 'non-seconded',
  ...dayFields('start', '2027-03-01'),
  grade: 'G17',
  country: 'BE',
  ...more,
});

/** Keeps an offer as its form sends it; `offer` is the address of the offers of an appointment. */
export async function prepareOffer(person: Client, offer: string, fields = choiceFields()) {
  const version = hidden((await person.get(`${offer}/draft`)).text, 'version');
  return person.post(`${offer}/draft`, { version, ...fields, do: 'keep' });
}

/** A step as its form sends it, whether or not the page shows the form. */
export async function takeOfferStep(
  person: Client,
  offer: string,
  step: StaffOfferAction | ({ action: StaffOfferAction } & Record<string, string>),
) {
  const { action, ...form } = typeof step === 'string' ? { action: step } : step;
  const { text } = await person.get(offer);
  return person.post(`${offer}/${STEP_ADDRESSES[action]}`, { version: hidden(text, 'version') || '0', ...form });
}

/** The offer that somebody reads, accepted by the password as its page sends it, whether or not the page shows the form. */
export async function acceptOffer(candidate: Client, mine: string, form: Record<string, string> = {}) {
  const { text } = await candidate.get(mine);
  const [, id = ''] = /\/offer\/([\da-f-]{36})\//.exec(text) ?? [];
  return candidate.post(`${mine}/${id}/acceptance`, {
    sha256: hidden(text, 'sha256'),
    currentPassword: TEST_PASSWORD,
    ...form,
  });
}

type Choosing = { accountId: string; reference: string; at: Date; notice?: Partial<NoticeRecord> };

/** Somebody chosen outright in a competition that has closed, whatever stages its organisation knows; the number of their application. */
export async function insertChosen(
  { db, organisation }: Pick<Context, 'db' | 'organisation'>,
  { reference, accountId, at, notice = {} }: Choosing,
): Promise<string> {
  await insertClosedVacancy(db, reference);
  await db
    .updateTable('vacancies')
    .set({ notice: JSON.stringify({ ...exampleNotice(), ...notice }) })
    .where('reference', '=', reference)
    .execute();
  const { number } = await insertSubmitted({ db, organisation }, { reference, accountId });
  const { id: applicationId } = await db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const step = { applicationId, actorId: accountId, dueOn: null, reason: null, told: null, stage: null };
  await db
    .insertInto('applicationStages')
    .values({ ...step, number: 1, position: 'selected', enteredAt: at })
    .execute();
  return number;
}
