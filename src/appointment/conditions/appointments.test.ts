import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { NATO_IS } from '../../regulations/regulations-testing.ts';
import { hidden, later, takeStep } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { selectSomebody, stepOn } from './appointment-testing.ts';
import { remindOfConditions } from './condition-tasks.ts';
import { endMessage } from './conditions-texts.ts';

const REFERENCE = '260471';
const LIST = '/en/staff/appointments';

let app: TestApp;
let manager: Client;
let recruiter: Client;
let security: Client;
let medical: Client;
let contracts: Client;
let auditor: Client;
let candidate: Client;
let number: string;
let address: string;

beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  recruiter = await app.signedInAs('recruiter');
  security = await app.signedInAs('security-officer');
  medical = await app.signedInAs('medical-officer');
  contracts = await app.signedInAs('contract-officer');
  auditor = await app.signedInAs('auditor');
  candidate = await app.signedInAs('applicant', 'fr');
  number = await selectSomebody(app, { reference: REFERENCE, manager, candidate, notice: { clearance: 'NS' } });
  address = `/en/staff/vacancies/${REFERENCE}/appointments/${number}`;
});
afterAll(() => app.close());

const condition = (code: string, action: string) => `${address}/conditions/${code}/${action}`;
const day = (iso: string) => {
  const [year = '', month = '', inMonth = ''] = iso.split('-');
  return { 'day-day': inMonth, 'day-month': month, 'day-year': year };
};

test('whoever was selected waits to be begun; those who may begin, and the candidate is told without a word of a condition', async () => {
  expect((await security.get(LIST)).text).toContain('To be begun');
  expect((await security.post(address)).status).toBe(404);

  expect((await recruiter.post(address)).location).toBe(`${address}?done=begun`);
  expect((await recruiter.post(address)).text).toContain('It was begun meanwhile');

  const [mail] = (await app.mails()).filter(({ to }) => to.address.startsWith('applicant-'));
  expect(mail?.text).not.toMatch(/medical|médical|Habilitation|clearance/i);
  const messages = await app.db.selectFrom('messages').select('subject').where('sender', '=', 'staff').execute();
  expect(JSON.stringify(messages)).toContain('Votre nomination');
});

describe('a condition', () => {
  test('is stepped on by its office alone, with what its kind asks for', async () => {
    const begin = condition('security-clearance', 'begin');
    expect((await recruiter.get(begin)).status).toBe(404);

    const missing = await stepOn(security, begin, { on: '2026-11-22', level: 'NS' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('Name the authority that was asked');
    expect((await stepOn(security, begin, { on: '2026-11-23', level: 'NS', authority: 'A' })).text).toContain(
      'Enter a day that is not ahead: today is 22 November 2026',
    );
    expect(
      (await stepOn(security, begin, { on: '2026-11-22', level: 'NS', authority: 'Authority of Canada' })).location,
    ).toBe(`${address}?done=stepped`);
    expect((await security.get(address)).text).toContain('Asked for, Northern Secret, Authority of Canada');
  });

  test('keeps what was typed where somebody stepped meanwhile', async () => {
    const meet = condition('security-clearance', 'meet');
    const answer = await security.post(meet, {
      seen: '0',
      level: 'CTS',
      'on-day': '22',
      'on-month': '11',
      'on-year': '2026',
    });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Somebody recorded a step meanwhile');
    expect(answer.text).toContain('<option value="CTS" selected');
  });

  test('that is medical is seen by the medical and the contract office, and by nobody else', async () => {
    await stepOn(medical, condition('medical-file', 'begin'), { on: '2026-11-22' });
    await stepOn(medical, condition('medical-file', 'fail'), { on: '2026-11-22' });

    for (const person of [medical, contracts])
      expect((await person.get(address)).text).toContain('Approval of the medical file');
    for (const person of [security, recruiter, manager, auditor]) {
      const page = await person.get(address);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/medical/i);
      expect(page.text).toContain('A condition that another office sees through is open.');
      expect((await person.get(LIST)).text).not.toMatch(/medical/i);
      expect((await person.get(condition('medical-file', 'reopen'))).status).toBe(404);
    }
    expect((await contracts.get(condition('medical-file', 'reopen'))).status).toBe(404);
    const events = await app.db.selectFrom('events').select('details').where('subject', '=', 'appointment').execute();
    expect(JSON.stringify(events)).not.toMatch(/medical/i);
  });

  test('that was refused keeps everybody from being appointed, and can be opened again', async () => {
    expect((await medical.get(address)).text).toContain('This person cannot be appointed yet');

    const reopen = await stepOn(medical, condition('medical-file', 'reopen'), { on: '2026-11-22' });

    expect(reopen.location).toBe(`${address}?done=stepped`);
    expect((await medical.post(condition('medical-file', 'meet'), { seen: '3', reason: 'Asthma' })).text).toContain(
      'Enter a day that exists',
    );
  });
});

describe('the first day', () => {
  test('is planned by those who arrange the appointment, after the decision', async () => {
    const version = hidden((await contracts.get(address)).text, 'version');
    const plan = (iso: string) => contracts.post(`${address}/first-day`, { version, ...day(iso) });

    expect((await security.post(`${address}/first-day`, { version, ...day('2027-03-01') })).status).toBe(404);
    expect((await plan('2026-11-22')).text).toContain('Enter a day after 22 November 2026');
    expect((await plan('2027-02-30')).text).toContain('Enter a day that exists');
    expect((await plan('2027-03-01')).location).toBe(`${address}?done=day`);
    expect((await plan('2027-03-02')).text).toContain('This was changed meanwhile');
    expect((await contracts.get(LIST)).text).toContain('1 March 2027');
  });
});

describe('the list', () => {
  test('shows what waits longest first, and what is the reader’s own alone where they ask', async () => {
    const { text } = await security.get(LIST);
    expect(text.indexOf('Security clearance')).toBeGreaterThan(0);
    expect(text).toContain('Verification');

    const own = (await security.get(`${LIST}?show=mine`)).text;
    expect(own).toContain('Security clearance');
    expect(own).not.toContain('Verification');
  });

  test('reminds each office once, without saying whose or which, and nobody of what they may not see', async () => {
    await later(app, '2027-06-01T09:00:00Z');
    await app.mails();

    const sent = await remindOfConditions(app.context, app.now);
    expect(sent).toBeGreaterThan(0);
    expect(await remindOfConditions(app.context, app.now)).toBe(0);

    const mails = (await app.mails()).filter(({ subject }) => subject.startsWith('Appointments:'));
    expect(mails).toHaveLength(sent);
    expect(mails.map(({ text }) => text).join('\n')).not.toMatch(/medical|clearance|26-|260471/i);
    expect(mails.map(({ to }) => to.address.split('-')[0])).toContain('security');
  });
});

test('the candidate reads no staff page of it, whatever they are entrusted with', async () => {
  await app.db
    .insertInto('accountRoles')
    .values({ accountId: candidate.accountId ?? '', role: 'contract-officer', grantedAt: app.now })
    .execute();

  expect((await candidate.get(address)).status).toBe(404);
  expect((await candidate.get(LIST)).text).not.toContain(number);
});

test('an appointment whose decision stands no more is told as such, and ended with a reason that no event holds', async () => {
  await takeStep(manager, REFERENCE, {
    position: 'selected',
    numbers: [number],
    action: 'not-retain',
    reason: 'comparison',
  });
  expect((await contracts.get(LIST)).text).toContain('No longer selected: to be ended');
  const ending = `${address}/ending`;
  const version = hidden((await contracts.get(ending)).text, 'version');

  expect((await contracts.post(ending, { version, reason: ' ' })).text).toContain('Give the reason');
  expect((await contracts.post(ending, { version, reason: 'The decision was changed.' })).location).toBe(
    `${address}?done=ended`,
  );

  expect((await contracts.get(LIST)).text).not.toContain(number);
  expect((await contracts.get(address)).text).toContain('The decision was changed.');
  const events = await app.db.selectFrom('events').select('details').where('subject', '=', 'appointment').execute();
  expect(JSON.stringify(events)).not.toContain('The decision was changed.');
});

test('its candidate is told in each language that it goes on no further, whom to ask and what is erased; the mail says only that there is news', async () => {
  const mails = (await app.mails()).filter(({ to }) => to.address.startsWith('applicant-'));
  const { subject, body, replies } = await app.db
    .selectFrom('messages')
    .select(['subject', 'body', 'replies'])
    .where('sender', '=', 'staff')
    .orderBy('sentAt', 'desc')
    .orderBy('id')
    .execute()
    .then((all) => all.filter((one) => JSON.stringify(one.subject).includes('does not go on')))
    .then(([one]) => one ?? { subject: {}, body: {}, replies: false });

  expect(subject).toEqual({ en: 'Your appointment does not go on', fr: 'Votre procédure de nomination est close' });
  expect(body).toMatchObject({
    en: expect.stringMatching(/answering this message.*\n\n.*erased within 90 days/s) as string,
  });
  expect(body).toMatchObject({
    fr: expect.stringMatching(/en répondant à ce message.*\n\n.*dans un délai de 90 jours/s) as string,
  });
  expect(replies).toBe(true);
  expect(JSON.stringify(body)).not.toMatch(/decision was changed|medical|médical/i);
  expect(mails.at(-1)?.text).toContain('/fr/my/messages');
  expect(`${mails.at(-1)?.subject} ${mails.at(-1)?.text}`).not.toMatch(/nomination|appointment|close|260471|26-/i);
  expect((await candidate.get('/fr/my/messages')).text).toContain('Votre procédure de nomination est close');
});

test('where it is not decided how long files are kept, the candidate reads that they go with the application', () => {
  const { keptDays } = NATO_IS.appointment.conditionDocuments;

  expect(endMessage('241167', keptDays, 'en').body).toContain('kept as long as your application');
  expect(endMessage('241167', keptDays, 'fr').body).toContain('aussi longtemps que votre candidature');
});

test('to a similar post, an appointment is hidden from whoever applied in the competition that its person came from', async () => {
  const [applied, post] = ['260474', '260475'];
  await insertClosedVacancy(app.db, post);
  const somebody = await app.signedInAs('applicant');
  const offered = await selectSomebody(app, { reference: applied, manager, candidate: somebody });
  await takeStep(manager, applied, { position: 'selected', numbers: [offered], action: 'reserve' });
  const { id } = await app.db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', offered)
    .executeTakeFirstOrThrow();
  const offer = { vacancyReference: post, applicationId: id, reason: 'Led such a team.', offeredByName: 'Ada' };
  const by = { offeredAt: app.now, offeredBy: manager.accountId ?? '', status: 'accepted', endedAt: app.now };
  await app.db
    .insertInto('similarPostOffers')
    .values({ ...offer, ...by })
    .execute();
  const rival = await app.signedInAs('recruiter');
  await insertSubmitted(app.context, { reference: applied, accountId: rival.accountId ?? '' });
  const similar = `/en/staff/vacancies/${post}/appointments/${offered}`;

  expect((await recruiter.get(similar)).status).toBe(200);
  expect((await recruiter.get(LIST)).text).toContain(offered);
  expect((await rival.get(similar)).status).toBe(404);
  expect((await rival.post(similar)).status).toBe(404);
  expect((await rival.get(LIST)).text).not.toContain(offered);
});
