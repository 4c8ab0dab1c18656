import { afterAll, beforeAll, expect, test } from 'vitest';
import { later } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { prepareOffer, takeOfferStep } from '../offer/offer-testing.ts';
import { selectSomebody, stepOn } from './appointment-testing.ts';

const REFERENCE = '260472';

let app: TestApp;
let manager: Client;
let recruiter: Client;
let security: Client;
let candidate: Client;
let number: string;
let address: string;

beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  recruiter = await app.signedInAs('recruiter');
  security = await app.signedInAs('security-officer');
  candidate = await app.signedInAs('applicant', 'fr');
  number = await selectSomebody(app, { reference: REFERENCE, manager, candidate });
  address = `/en/staff/vacancies/${REFERENCE}/appointments/${number}`;
  await recruiter.post(address);
});
afterAll(() => app.close());

const wordsIn = async (person: Client, path: string) =>
  (await person.get(path)).text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
/** The usual duration and the validity of the accreditation, as long as something is looked at. */
async function withRules<Seen>(
  rules: Partial<Record<'usual' | 'holds', number>>,
  look: () => Promise<Seen>,
): Promise<Seen> {
  const condition = app.context.organisation.appointment.conditions.find(({ code }) => code === 'accreditation');
  if (!condition) throw new Error('no accreditation');
  const { usual, holds } = condition;
  const span = (count: number) => ({ count, unit: 'working-days' as const, source: condition.source });
  if (rules.usual) condition.usual = span(rules.usual);
  if (rules.holds) condition.holds = span(rules.holds);
  try {
    return await look();
  } finally {
    Object.assign(condition, { usual, holds });
  }
}

test('a duration in working days is told as such, with the day that the calendar gives', async () => {
  await stepOn(security, `${address}/conditions/accreditation/begin`, { on: '2026-11-22' });

  expect(await wordsIn(security, address)).toContain('20 working days (by 18 December 2026)');
  expect(await wordsIn(security, '/en/staff/appointments')).toContain('18 December 2026');
  expect(await wordsIn(candidate, `/fr/my/applications/${number}/appointment`)).toContain(
    '20 jours ouvrés, d’ordinaire avant le 18 décembre 2026',
  );
});

test('the closed days that were passed over stand beside it', async () => {
  const text = await withRules({ usual: 25 }, () => wordsIn(security, address));

  expect(text).toContain('25 working days (by 5 January 2027)');
  expect(text).toContain('24 December 2026 (end-of-year closure)');
});

test('that reaches a year whose closed days are not entered gives no day, and says why to staff', async () => {
  const [staff, list, own] = await withRules({ usual: 600 }, async () => [
    await wordsIn(security, address),
    await wordsIn(security, '/en/staff/appointments'),
    await wordsIn(candidate, `/fr/my/applications/${number}/appointment`),
  ]);

  expect(staff).toContain('600 working days (no day can be given: the closed days of 2028 are not entered yet)');
  expect(list).toContain('no day can be given: the closed days of 2028 are not entered yet');
  expect(own).toContain('600 jours ouvrés, aucun jour ne peut encore être donné');
});

test('an outcome of which nobody can say until when it holds stands in the way of a first day in that year alone', async () => {
  await stepOn(security, `${address}/conditions/accreditation/meet`, { on: '2026-11-22' });
  const planned = (startsOn: string) =>
    withRules({ holds: 600 }, async () => {
      await app.db.updateTable('appointments').set({ startsOn }).execute();
      return wordsIn(security, address);
    });

  expect(await planned('2027-12-31')).not.toContain(
    'Accreditation and notification by the relevant authorities: whether',
  );
  expect(await planned('2028-01-03')).toContain(
    'whether it holds on the first day cannot be said before the closed days of 2028 are entered',
  );
  await app.db.updateTable('appointments').set({ startsOn: null }).execute();
});

test('the day for an answer is counted by the calendar, and set by whoever sends the offer where it cannot be', async () => {
  const { offer } = app.context.organisation.appointment;
  const { answer, approval } = offer;
  const offers = `${address}/offer`;
  Object.assign(offer, { approval: [], answer: answer && { ...answer, count: 600, unit: 'working-days' } });
  await prepareOffer(recruiter, offers);
  await takeOfferStep(recruiter, offers, 'submit');

  expect(await wordsIn(manager, offers)).toContain('The rule counts working days into 2028');
  expect((await takeOfferStep(manager, offers, 'send')).status).toBe(422);

  Object.assign(offer, { answer: answer && { ...answer, count: 25, unit: 'working-days' } });
  expect(await wordsIn(manager, offers)).toContain('25 working days from the day it is sent');
  await takeOfferStep(manager, offers, 'send');
  Object.assign(offer, { approval, answer });

  const sent = await app.db.selectFrom('appointmentOffers').select('answerBy').executeTakeFirstOrThrow();
  expect(sent.answerBy).toBe('2027-01-05');
  await later(app, '2027-01-05T09:00:00Z');
  expect(await wordsIn(candidate, `/fr/my/applications/${number}/offer`)).toContain('5 janvier 2027');
});
