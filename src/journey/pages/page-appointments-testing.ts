import { insertSelected, stepOn } from '../../appointment/conditions/appointment-testing.ts';
import { choiceFields, prepareOffer, takeOfferStep } from '../../appointment/offer/offer-testing.ts';
import { makeAppointment, meetConditions, offerAndAccept } from '../../appointment/appointing/appointing-testing.ts';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import type { Client } from '../../testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Making = { app: ServedApp; found: Record<string, string> };

const REFERENCE = '260411';

type Staff = { recruiter: Client; offices: Client; officer: Client; chosen: Client };

/**
 * Competition 260411: of four who were selected, the appointments of three have begun; one of them is sent an offer, and one of
 * somebody seconded is being prepared.
 */
export async function makeAppointments(made: Making, people: Staff, chosenId: string): Promise<void> {
  const { app, found } = made;
  const { offices } = people;
  await insertClosedVacancy(app.db, REFERENCE);
  const at = new Date('2026-11-21T14:00:00Z');
  const begun = (found['appointed'] = (await insertSelected(app.context, { reference: REFERENCE, at })).number);
  found['toAppoint'] = (await insertSelected(app.context, { reference: REFERENCE, at })).number;
  const address = `/en/staff/vacancies/${REFERENCE}/appointments/${begun}`;
  await offices.post(address);
  const on = '2026-11-22';
  const authority = 'National security authority of Sweden';
  await stepOn(offices, `${address}/conditions/security-clearance/begin`, { on, level: 'NS', authority });
  await stepOn(offices, `${address}/conditions/medical-file/begin`, { on });
  await stepOn(offices, `${address}/verification/education/degree/ask`, { on, words: '' });
  await makeOffers(made, people, chosenId);
  await makeAppointed(made, people, chosenId);
}

/** Competitions 260416 and 260417: somebody who can be appointed, and somebody who is. */
async function makeAppointed(
  { app, found }: Making,
  { recruiter, offices, officer, chosen }: Staff,
  accountId: string,
) {
  const at = new Date('2026-11-21T16:00:00Z');
  const office = { 'security-officer': offices, 'medical-officer': offices, 'contract-officer': offices };
  const all = { ...office, recruiter, 'recruitment-manager': officer, 'second-manager': officer };
  const fields = choiceFields({ country: 'NL' });
  for (const [which, reference] of Object.entries(APPOINTED)) {
    await insertClosedVacancy(app.db, reference);
    const { number } = await insertSelected(app.context, { reference, accountId, at });
    found[which] = number;
    const of = `/en/staff/vacancies/${reference}/appointments/${number}`;
    await recruiter.post(of);
    await meetConditions({ app, offices: all, of });
    await offerAndAccept({ app, offices: all, of }, { candidate: chosen, fields });
    if (which === 'made') await makeAppointment(officer, of);
  }
}

const APPOINTED = { ready: '260416', made: '260417' };

async function makeOffers({ app, found }: Making, { recruiter, offices, officer }: Staff, accountId: string) {
  const at = new Date('2026-11-21T15:00:00Z');
  const { number: offered } = await insertSelected(app.context, { reference: REFERENCE, accountId, at });
  const { number: seconded } = await insertSelected(app.context, { reference: REFERENCE, at });
  Object.assign(found, { offered, seconded });
  const addressOf = (number: string) => `/en/staff/vacancies/${REFERENCE}/appointments/${number}`;
  for (const number of [offered, seconded]) await recruiter.post(addressOf(number));
  const fields = choiceFields({ country: 'NL' });
  await prepareOffer(recruiter, `${addressOf(seconded)}/offer`, { ...fields, person: 'seconded' });
  const offer = `${addressOf(offered)}/offer`;
  await prepareOffer(recruiter, offer, fields);
  await takeOfferStep(recruiter, offer, 'submit');
  for (const person of [offices, officer]) await takeOfferStep(person, offer, 'approve');
  await takeOfferStep(officer, offer, 'send');
}
