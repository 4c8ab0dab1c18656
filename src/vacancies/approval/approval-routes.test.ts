import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { remindApprovers } from './approval-tasks.ts';
import { approvesAll } from './approving-testing.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { insertVacancy } from '../vacancy-testing.ts';

let app: TestApp;
let recruiter: Client;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
  manager = await app.signedInAs('recruitment-manager');
});
afterAll(() => app.close());

const at = (reference: string, rest = '', language = 'en') => `/${language}/staff/vacancies/${reference}${rest}`;
const FAULTY = {
  essential: {
    en: ['have at least 3 years of experience of the lock service'],
    fr: ['avoir au moins cinq ans d’expérience du service des écluses'],
  },
};
/** What the form of the first finding on a page would send. */
const formIn = (html: string, reason: string) => {
  const waiving = html.slice(html.indexOf('class="waiving"'));
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(waiving)?.[1] ?? '';
  const finding = value('finding').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return { version: value('version'), finding, place: value('place'), [`reason-${value('place')}`]: reason };
};

describe('the path of approval', () => {
  test('is walked by each in turn, who is told by mail; then the notice is published', async () => {
    await insertVacancy(app.db, { reference: '260901', status: 'draft' });
    const hiring = await app.signedInAs('hiring-manager', 'fr');
    await recruiter.post(at('260901', '/submission'), {});
    const mails = await app.mails();

    const shown = (await hiring.get(at('260901', '', 'fr'))).text;
    const early = await manager.post(at('260901', '/publication'), {});
    await approvesAll(app, '260901');
    const published = await manager.post(at('260901', '/publication'), {});

    expect(mails.map(({ subject, language }) => [language, subject])).toEqual([
      ['fr', 'À approuver : 260901, Administratrice/Administrateur (prévision des crues)'],
    ]);
    expect(mails[0]?.text).toContain('/fr/staff/vacancies/260901#approvals');
    expect(shown).toContain('C’est votre tour');
    expect([early.status, published.status]).toEqual([422, 303]);
    expect((await eventsOf(app.db, 'vacancy', '260901')).map(({ action }) => action)).toEqual([
      'submit',
      'approve',
      'approve',
      'approve',
      'approve',
      'publish',
    ]);
  });

  test('says in the list whose turn it is, and first of all to whoever it waits for', async () => {
    await insertVacancy(app.db, { reference: '260909', status: 'in-review', approvals: [] });
    const hiring = await app.signedInAs('hiring-manager', 'fr');
    const auditor = await app.signedInAs('auditor');

    const shown = (await hiring.get('/fr/staff/vacancies')).text;
    const toAuditor = (await auditor.get('/en/staff/vacancies')).text;
    await approvesAll(app, '260909');
    const afterwards = (await hiring.get('/fr/staff/vacancies')).text;

    const link = 'href="/fr/staff/vacancies/260909#approvals"';
    expect([shown.includes(link), afterwards.includes(link)]).toEqual([true, false]);
    expect(toAuditor).toContain('Waits for: Approval');
    expect(toAuditor).not.toContain('for you');
  });

  test('an edit in review asks for the approvals anew', async () => {
    await insertVacancy(app.db, { reference: '260902', status: 'in-review' });

    await recruiter.post(at('260902', '/edit/summary'), { 'summary.en': 'Another summary.' });

    expect((await findVacancy(app.db, '260902'))?.approvals.map(({ step }) => step)).toEqual(['budget']);
    expect((await recruiter.get(at('260902'))).text).toContain('It is the turn of: hiring manager');
  });

  test('two who approve at once approve once', async () => {
    await insertVacancy(app.db, { reference: '260903', status: 'in-review', approvals: [] });
    const hiring = await Promise.all([app.signedInAs('hiring-manager'), app.signedInAs('hiring-manager')]);

    const sent = { version: '1', step: 'hiring-manager' };
    const answers = await Promise.all(hiring.map((person) => person.post(at('260903', '/approvals'), sent)));

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    expect((await findVacancy(app.db, '260903'))?.approvals).toHaveLength(1);
  });
});

describe('who has not approved after three days', () => {
  const later = (days: number) => new Date(app.now.getTime() + days * 24 * 3_600_000);
  const reminders = async () =>
    (await app.mails()).filter(
      ({ subject, text }) => subject.startsWith('Still to approve') && text.includes('260907'),
    );

  test('is reminded by mail, every three days, once by however many servers', async () => {
    await insertVacancy(app.db, { reference: '260907', status: 'draft' });
    await recruiter.post(at('260907', '/submission'), {});
    await app.signedInAs('hiring-manager');
    const early = await remindApprovers(app.context, later(2));
    await Promise.all([remindApprovers(app.context, later(3)), remindApprovers(app.context, later(3))]);
    const first = (await eventsOf(app.db, 'vacancy', '260907')).filter(({ action }) => action === 'remind-approvers');
    await remindApprovers(app.context, later(5));
    await remindApprovers(app.context, later(6));

    const all = (await eventsOf(app.db, 'vacancy', '260907')).filter(({ action }) => action === 'remind-approvers');
    expect(early).toBe(0);
    expect([first.length, all.length]).toEqual([1, 2]);
    const today = app.now;
    app.now = later(7);
    const mails = await reminders();
    app.now = today;
    expect(mails.length).toBeGreaterThanOrEqual(2);
  });
});

describe('an error of the linter', () => {
  test('stands in the way of publication until a person lets it stand, with a reason that is kept', async () => {
    await insertVacancy(app.db, { reference: '260904', status: 'in-review', notice: FAULTY });
    const refused = await manager.post(at('260904', '/publication'), {});
    const form = formIn((await recruiter.get(at('260904'))).text, 'The <post> was regraded.');

    const unexplained = await recruiter.post(at('260904', '/waivers'), { ...form, [`reason-${form.place}`]: ' ' });
    const letStand = await recruiter.post(at('260904', '/waivers'), form);
    const { text } = await recruiter.get(at('260904'));
    const published = await manager.post(at('260904', '/publication'), {});

    expect(refused.text).toContain('The check finds 1 error');
    expect([unexplained.status, letStand.status, published.status]).toEqual([422, 303, 303]);
    expect(text).toContain('Stands, because: The &lt;post> was regraded.');
    expect(await eventsOf(app.db, 'vacancy', '260904')).toMatchObject([
      { action: 'let-finding-stand', details: { rule: 'parity/numbers', reason: 'The <post> was regraded.' } },
      { action: 'publish' },
    ]);
  });

  test('counts again when the waiver is taken back, and when the text has another fault', async () => {
    await insertVacancy(app.db, { reference: '260905', status: 'in-review', notice: FAULTY });
    const form = formIn((await recruiter.get(at('260905'))).text, 'The post was regraded.');
    await recruiter.post(at('260905', '/waivers'), form);

    const back = await recruiter.post(at('260905', '/waivers'), {
      finding: form.finding,
      place: form.place,
      back: 'yes',
    });
    const again = await recruiter.post(at('260905', '/waivers'), { ...form, version: '3' });
    await recruiter.post(at('260905', '/edit/qualifications'), {
      'essential.fr': 'avoir au moins six ans d’expérience du service des écluses',
    });
    await approvesAll(app, '260905');

    expect([back.status, again.status]).toEqual([303, 303]);
    expect((await manager.post(at('260905', '/publication'), {})).status).toBe(422);
  });

  test('that is not there cannot be let stand', async () => {
    await insertVacancy(app.db, { reference: '260906', status: 'in-review' });

    const sent = await recruiter.post(at('260906', '/waivers'), {
      finding: 'parity/numbers\nx\ny',
      'reason-findings': 'Why',
    });

    expect(sent.status).toBe(409);
    expect((await findVacancy(app.db, '260906'))?.waivers).toEqual([]);
  });
});
