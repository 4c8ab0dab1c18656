import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccount } from '../../people/account-queries.ts';
import type { Actor } from '../../people/actor.ts';
import { hidden } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { dayFields } from '../offer/offer-testing.ts';
import { insertAppointed } from './appointed-testing.ts';
import { CONTRACT_DATA } from './own-data-queries.ts';
import { contractEndings } from './contract-queries.ts';
import { remindOfContracts } from './contract-tasks.ts';

let app: TestApp;
let manager: Client;
let officer: Client;
let recruiter: Client;
let person: Client;
let number: string;
let address: string;
let mine: string;
let by: Actor;

const REFERENCE = '260531';
const AT = new Date('2026-11-20T10:00:00Z');

const appoint = (reference: string, accountId: string, choice: Parameters<typeof insertAppointed>[1]['choice']) =>
  insertAppointed(app.context, { reference, accountId, by, at: AT, choice });

beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  officer = await app.signedInAs('contract-officer', 'fr');
  recruiter = await app.signedInAs('recruiter');
  person = await app.signedInAs('applicant', 'fr');
  by = await actorFor(manager);
  number = await appoint(REFERENCE, person.accountId ?? '', { startsOn: '2027-03-01' });
  address = `/en/staff/vacancies/${REFERENCE}/appointments/${number}/contract`;
  mine = `/fr/my/applications/${number}/contract`;
});
afterAll(() => app.close());

async function actorFor({ accountId = '' }: Client): Promise<Actor> {
  const account = await findAccount(app.db, accountId);
  if (!account) throw new Error('There is no such account.');
  const { name, email } = account;
  return { accountId, sessionId: '', name, email, language: 'en', roles: [], method: 'password', serving: false };
}

/** A step as its form sends it. */
const step = (client: Client, action: string, form: Record<string, string>) =>
  stepAt(client, `${address}/steps/${action}`, form);

async function stepAt(client: Client, at: string, form: Record<string, string>) {
  const { text } = await client.get(at);
  return client.post(at, { seen: hidden(text, 'seen'), ...form });
}

const steps = () => app.db.selectFrom('contractSteps').selectAll().orderBy('takenAt').orderBy('number').execute();
const events = async () =>
  app.db
    .selectFrom('events')
    .select(['action', 'details'])
    .where('subject', '=', 'appointment')
    .where('action', 'in', ['probation-extended', 'renewal-agreed', 'conversion-requested', 'conversion-refused'])
    .orderBy('id')
    .execute();

describe('the list of contracts', () => {
  test('has everybody who is appointed, with the next date and who acts on it', async () => {
    const { status, text } = await recruiter.get('/en/staff/contracts');

    expect(status).toBe(200);
    expect(text).toContain(number);
    expect(text).toContain('31 August 2027: End of probation');
    expect(text).toContain('contract office');
    expect(text).toContain('28 February 2030');
  });

  test('is narrowed by what is due within some months and by a name or a number, and says where nothing is', async () => {
    const soon = await recruiter.get('/en/staff/contracts?within=3');
    const later = await recruiter.get('/en/staff/contracts?within=12');
    const found = await recruiter.get(`/en/staff/contracts?q=${REFERENCE}`);
    const other = await recruiter.get('/en/staff/contracts?q=nobody+of+this+name');

    expect(soon.text).toContain('No contract matches');
    expect(later.text).toContain(number);
    expect(found.text).toContain('1 contract');
    expect(other.text).toContain('No contract matches');
    expect(other.text).toContain('value="nobody of this name"');
  });

  test('is for those who may find contracts, and never shows somebody their own', async () => {
    const security = await app.signedInAs('security-officer');
    const applicant = await app.signedInAs('recruiter');
    const own = await appoint('260532', applicant.accountId ?? '', { startsOn: '2027-03-01' });

    expect((await security.get('/en/staff/contracts')).status).toBe(404);
    expect((await applicant.get('/en/staff/contracts')).text).not.toContain(own);
    expect((await applicant.get(`/en/staff/vacancies/260532/appointments/${own}/contract`)).status).toBe(404);
  });
});

describe('one contract', () => {
  test('shows its dates, the rules with their sources, and the steps to whoever decides', async () => {
    const shown = await manager.get(address);
    const read = await recruiter.get(address);

    expect(shown.text).toContain(`<title>Contract ${number} · ${REFERENCE}`);
    expect(shown.text).toContain('End of probation');
    expect(shown.text).toContain('28 August 2029');
    expect(shown.text).toContain('Only if renewed');
    expect(shown.text).toContain('aria-label="First contract');
    expect(shown.text).toContain('Staff Rules, article 18');
    expect(shown.text).toContain('/steps/confirm-probation');
    expect(read.text).not.toContain('/steps/');
    expect((await recruiter.get(`${address}/steps/end`)).status).toBe(404);
    expect((await recruiter.post(`${address}/steps/end`, {})).status).toBe(404);
  });

  test('keeps what was typed where a step is refused, at the field that it is about', async () => {
    const refused = await step(officer, 'extend-probation', {
      reason: 'Longtemps malade',
      ...dayFields('day', '2027-02-30'),
    });

    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#f-day"');
    expect(refused.text).toContain('Longtemps malade');
    expect(refused.text).toMatch(/name="day-day"[^>]*value="30"/);
    expect(await steps()).toEqual([]);
  });

  test('takes a step with a row, an event without its words, and a message that the mail only announces', async () => {
    const reason = 'Ill for three months';
    const taken = await step(manager, 'extend-probation', { reason, ...dayFields('day', '2027-11-30') });

    expect(taken.location).toBe(`${address}?done=extend-probation`);
    expect(await steps()).toMatchObject([{ number: 1, action: 'extend-probation', onDay: '2027-11-30', reason }]);
    expect(await events()).toMatchObject([{ action: 'probation-extended', details: { number: 1, day: '2027-11-30' } }]);
    expect(JSON.stringify(await events())).not.toContain('Ill');
    expect((await manager.get(address)).text).toContain(reason);
    expect((await person.get(mine)).text).toContain(reason);
    const mails = (await app.mails()).map(({ text }) => text).join('\n');
    expect(mails).not.toMatch(/probatoire|Ill/);
    expect((await person.get('/fr/my/messages')).text).toContain('période probatoire prolongée');
  });

  test('takes no step on what was not seen', async () => {
    const stale = await manager.post(`${address}/steps/confirm-probation`, { seen: '0' });

    expect(stale.status).toBe(422);
    expect(stale.text).toContain('Another step was taken meanwhile');
    expect(await steps()).toHaveLength(1);
  });

  test('is never changed in the database', async () => {
    const change = app.db
      .updateTable('contractSteps')
      .set({ reason: 'x' } as never)
      .execute();

    await expect(change).rejects.toThrow('never changed');
  });

  test('warns of a renewal that leaves no day to ask for an indefinite contract, and keeps it until it is confirmed', async () => {
    const short = { months: '12', reason: '' };
    const warned = await step(manager, 'agree-renewal', short);

    expect(warned.status).toBe(422);
    expect(warned.text).toContain('name="confirmed"');
    expect(warned.text).toMatch(/name="months"[^>]*value="12"/);
    expect((await step(manager, 'agree-renewal', { ...short, months: '37' })).text).toContain('href="#f-months"');
    expect((await step(manager, 'agree-renewal', { ...short, confirmed: 'yes' })).status).toBe(303);
    expect((await step(manager, 'take-back', { reason: 'A year was meant to be three' })).status).toBe(303);
    expect((await step(manager, 'agree-renewal', { months: '36' })).status).toBe(303);
    expect((await events()).at(-1)).toMatchObject({ details: { months: 36, ends: '2033-02-28' } });
    expect((await manager.get(address)).text).toContain('Taken back');
  });
});

describe('the person', () => {
  test('reads their dates in words for them; nobody else does', async () => {
    const { text } = await person.get(mine);

    expect(text).toContain('Votre période probatoire prend fin');
    expect(text).toContain('28 février 2033');
    expect((await recruiter.get(mine)).status).toBe(404);
    expect((await person.get(`/fr/my/applications/${number}/appointment`)).text).toContain(`${mine}"`);
  });

  test('asks for an indefinite contract on a day that the rules admit, and the office is told that somebody did', async () => {
    const asking = `${mine}/${REFERENCE}/request`;
    const early = await person.post(asking, { [`reason-${REFERENCE}`]: 'Je souhaite rester' });
    // The last day is 28 February 2032 where the post is: half past midnight there is the day after, in UTC still the same.
    app.now = new Date('2032-02-28T23:30:00Z');
    const again = await app.signedInAs('applicant', 'fr');
    await moveTo(again);
    const late = await again.post(asking, {});
    app.now = new Date('2032-02-28T22:30:00Z');
    const { text } = await again.get(mine);
    const sent = await again.post(asking, { [`reason-${REFERENCE}`]: 'Je souhaite rester' });
    const twice = await again.post(asking, {});

    expect(early.status).toBe(422);
    expect(early.text).toContain('<blockquote>Je souhaite rester</blockquote>');
    expect([late.status, late.text.includes('/request"')]).toEqual([422, false]);
    expect(text).toContain('Vous pouvez le demander');
    expect(sent.location).toBe(`${mine}?done=asked`);
    expect(twice.status).toBe(422);
    expect((await again.get(mine)).text).toContain('attend une réponse');
    expect((await steps()).at(-1)).toMatchObject({ action: 'request', onDay: '2032-02-28', takenBy: again.accountId });
    const mails = await app.mails();
    expect(mails.at(-1)?.subject).toContain('demande de contrat');
    expect(mails.at(-1)?.text).not.toMatch(new RegExp(`${number}|${REFERENCE}`));
  });
});

/** Sessions do not last for years: the same application, read by another account. */
async function moveTo(client: Client): Promise<void> {
  await app.db
    .updateTable('applications')
    .set({ applicantId: client.accountId } as never)
    .where('number', '=', number)
    .execute();
}

test('a request is decided with the rules shown, and its outcome is told', async () => {
  const now = await app.signedInAs('recruitment-manager');
  const shown = await now.get(`${address}/steps/refuse-request`);
  const refused = await step(now, 'refuse-request', { reason: 'The programme ends' });

  expect(shown.text).toContain('The request reached us on 28 February 2032, in its time');
  expect(shown.text).toContain('Rule');
  expect(refused.status).toBe(303);
  expect((await now.get('/en/staff/contracts')).text).toContain(number);
});

test('the dates of every contract can be counted without a name', async () => {
  expect(await contractEndings(app.db)).toMatchObject([
    { vacancy: REFERENCE, last: { kind: 'day', day: '2033-02-28' } },
    { vacancy: '260532', last: { kind: 'day', day: '2030-02-28' } },
  ]);
});

test('the office is reminded once of how many, and the person of the last day of their own right', async () => {
  const other = await app.signedInAs('applicant');
  const theirs = await appoint('260533', other.accountId ?? '', { startsOn: '2026-12-01' });
  const at = new Date('2027-05-25T06:00:00Z');
  await app.mails();
  const before = (await app.mails()).length;

  expect(await remindOfContracts(app.context, at)).toBe(1);
  expect(await remindOfContracts(app.context, at)).toBe(0);

  const sent = (await app.mails()).slice(before);
  expect(sent.map(({ text }) => text).join()).not.toMatch(new RegExp(`${theirs}|260533`));
  expect(sent[0]?.text).toContain('1 contrat ');
  const renewing = `/en/staff/vacancies/260533/appointments/${theirs}/contract/steps/agree-renewal`;
  const now = await app.signedInAs('recruitment-manager');
  const late = { months: '36', reason: 'Agreed in time' };
  expect((await stepAt(now, renewing, late)).status).toBe(303);
  const [, mailed] = [await remindOfContracts(app.context, new Date('2031-11-18T06:00:00Z')), await app.mails()];
  expect(mailed.slice(before + 1).map(({ subject }) => subject)).toContain('A date of your contract');
});

test('what was decided is handed out to the person, and goes with their application', async () => {
  const { applicantId } = await app.db
    .selectFrom('applications')
    .select('applicantId')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const { records } = await CONTRACT_DATA.export(app.db, applicantId);

  expect(JSON.stringify(records)).toContain('Ill for three months');
  expect(records.filter((record) => 'action' in record)).toHaveLength(6);
  await app.db.deleteFrom('appointments').where('vacancyReference', '=', REFERENCE).execute();
  expect((await CONTRACT_DATA.export(app.db, applicantId)).records).toEqual([]);
});
