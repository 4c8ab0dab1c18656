import { readFile } from 'node:fs/promises';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertSubmitted } from '../applications/stages/selection-testing.ts';
import { insertAccount, lastMailTo, linkIn, TEST_PASSWORD } from '../people/people-testing.ts';
import { findProfile } from '../people/profile/profile-queries.ts';
import { codeAt } from '../people/second-factor/second-factor-testing.ts';
import { openSession } from '../people/session-queries.ts';
import { linkToken } from '../portal/follow/follower.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { launchBrowser, type Reader } from './browser-testing.ts';
import { servedApp, type ServedApp } from './journey-app-testing.ts';
import { choosesFile, goesOnBy, pressesSpace, tabsTo, types } from './keyboard-steps.ts';
import { heading, leave, newPerson, type Person } from './person-testing.ts';

const READERS: Reader[] = [
  { language: 'en', javaScript: true, width: 1280 },
  { language: 'fr', javaScript: false, width: 320 },
];
const LONG_FROM_NOW_MS = 30 * 24 * 3_600_000;

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([servedApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** What a candidate does beside applying, each with the keyboard alone. */
describe.each(READERS)('by keyboard in $language, with JavaScript: $javaScript', { timeout: 120_000 }, (reader) => {
  const { language } = reader;
  const reference = String(260_951 + READERS.indexOf(reader));
  const email = `noe.${language}@people.example`;
  let person: Person;
  let accountId: string;
  let number: string;

  const goes = async (path: string): Promise<void> => void (await person.page.goto(`${app.origin}/${language}${path}`));
  const one = (selector: string): Locator => person.page.locator(`main ${selector}`).first();
  const mailedLink = async (): Promise<string> => app.origin + linkIn((await lastMailTo(app, email))?.text);
  const signsIn = async (): Promise<void> => {
    await person.page.context().clearCookies();
    await goes('/sign-in');
    await types(person, one('[name=email]'), email);
    await types(person, one('[name=password]'), TEST_PASSWORD);
    await goesOnBy(person, one('button[type=submit]:not([formaction])'));
  };

  beforeAll(async () => {
    const deadlineAt = new Date(app.now.getTime() + LONG_FROM_NOW_MS);
    await insertVacancy(app.db, { reference, status: 'published', deadlineAt });
    accountId = (await insertAccount(app.db, { email, language })).id;
    ({ number } = await insertSubmitted(app.context, { accountId, reference }));
    person = await newPerson(browser, app.origin, reader);
  });
  afterAll(() => leave(person));

  test('a visitor saves a search, confirms it, and ends it', async () => {
    const address = `lea.${language}@people.example`;
    await goes('/vacancies');
    await types(person, one('[name=q]'), 'flood');
    await goesOnBy(person, one('[role=search] button, search button'));
    await goesOnBy(person, one('a[href*="/searches/new"]'));
    await types(person, one('[name=email]'), address);
    await goesOnBy(person, one('form button[type=submit]'));
    await person.page.goto(app.origin + linkIn((await lastMailTo(app, address))?.text));
    await goesOnBy(person, one('form button'));
    const follower = () => app.db.selectFrom('followers').select('id').where('email', '=', address).execute();
    const [{ id } = { id: '' }] = await follower();
    const search = await app.db.selectFrom('savedSearches').selectAll().where('followerId', '=', id).execute();
    await goes(`/searches/unsubscribe/${id}/${linkToken('unsubscribe', id, app.context.secret)}`);
    await goesOnBy(person, one('form button'));

    expect(search).toMatchObject([{ query: '?q=flood', confirmedAt: app.now }]);
    expect(await follower()).toEqual([]);
  });

  test('a profile is filled from a file, and gone through', async () => {
    const resume = { work: [{ name: 'Torne Gauges', position: 'Hydrologist', startDate: '2019-03' }] };
    const buffer = Buffer.from(JSON.stringify(resume));
    await signsIn();
    await goes('/my/profile');
    await goesOnBy(person, one('a[href$="/profile/import"]'));
    await choosesFile(person, one('[type=file]'), { name: 'resume.json', mimeType: 'application/json', buffer });
    await goesOnBy(person, one('form button[type=submit]'));
    await goesOnBy(person, one('form[action$="/review"] button[type=submit]'));

    const { profile } = await findProfile(app.db, accountId);
    expect(profile.parts.experience.map(({ fields }) => fields['employer'])).toEqual(['Torne Gauges']);
  });

  test('an application is withdrawn, and the withdrawal taken back', async () => {
    const status = () => app.db.selectFrom('applications').select('status').where('number', '=', number).execute();
    await goes(`/my/applications/${number}`);
    await goesOnBy(person, one('a[href$="/withdrawal"]'));
    await pressesSpace(person, one('[name=confirm]'));
    await goesOnBy(person, one('button.danger'));
    const withdrawn = await status();
    await goesOnBy(person, one('form[action$="/undo"] button'));

    expect([withdrawn, await status()]).toEqual([[{ status: 'withdrawn' }], [{ status: 'submitted' }]]);
  });

  test('a message is read and answered', async () => {
    const text = { subject: JSON.stringify({ en: 'The test' }), body: JSON.stringify({ en: 'Room 3.' }) };
    const { id } = await app.db
      .selectFrom('applications')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const author = await insertAccount(app.db, { roles: ['recruiter'] });
    const sent = { applicationId: id, sender: 'staff', authorId: author.id, sentAt: app.now, replies: true };
    await app.db
      .insertInto('messages')
      .values({ ...sent, ...text })
      .execute();
    await goes('/my/messages');
    await goesOnBy(person, one('table a'));
    await types(person, one('textarea'), 'I shall be there.');
    await goesOnBy(person, one('form button[type=submit]'));

    expect(await person.page.locator('main').innerText()).toContain('I shall be there.');
  });

  test('all data are downloaded, and a deletion is called off', async () => {
    const deletions = () =>
      app.db.selectFrom('accountDeletions').selectAll().where('accountId', '=', accountId).execute();
    await goes('/my/data');
    await tabsTo(person, one('form[action$="/export"] button'));
    const download = person.page.waitForEvent('download');
    await person.page.keyboard.press('Enter');
    const file = await download;
    await pressesSpace(person, one('[name=confirmed]'));
    await types(person, one('[name=currentPassword]'), TEST_PASSWORD);
    await goesOnBy(person, one('form[action$="/deletion"] button'));
    const asked = await deletions();
    await goesOnBy(person, one('form[action$="/cancellation"] button'));

    expect([file.suggestedFilename(), (await readFile(await file.path())).subarray(0, 2).toString()]).toEqual([
      'my-data.zip',
      'PK',
    ]);
    expect([asked.length, (await deletions()).length]).toEqual([1, 0]);
  });

  test('a change of address is asked for, and taken back from the old mailbox', async () => {
    const next = `noe.petit.${language}@people.example`;
    await goes('/my/account/address');
    await types(person, one('[name=email]'), next);
    await types(person, one('[name=currentPassword]'), TEST_PASSWORD);
    await goesOnBy(person, one('form button[type=submit]'));
    await person.page.goto(app.origin + linkIn((await lastMailTo(app, next))?.text));
    const asked = await heading(person);
    await person.page.goto(await mailedLink());
    await goesOnBy(person, one('form button'));

    expect(asked).not.toBe('');
    const account = app.db.selectFrom('accounts').select('email').where('id', '=', accountId);
    expect(await account.execute()).toEqual([{ email }]);
  });

  test('the file of a receipt is checked', async () => {
    const secret = await openSession(app.db, { accountId, device: 'test' }, app.now);
    const name = 'receipt.json';
    const answer = await app.web.inject({
      url: `/${language}/my/applications/${number}/receipt.json`,
      headers: { cookie: `session=${secret}` },
    });
    await goes('/receipts');
    await choosesFile(person, one('[type=file]'), { name, mimeType: 'application/json', buffer: answer.rawPayload });
    await goesOnBy(person, one('form button[type=submit]'));

    expect(await person.page.locator('main [role=status]').innerText()).toContain(number);
  });

  test('an app is set up, and its code asked for at the next sign-in', async () => {
    await signsIn();
    await goes('/my/account/security');
    await types(person, one('[name=currentPassword]'), TEST_PASSWORD);
    await goesOnBy(person, one('button[value=app]'));
    const secret = (await one('code').innerText()).replaceAll(/\s/g, '');
    await types(person, one('[name=code]'), codeAt(secret, app.now));
    await goesOnBy(person, one('form button[type=submit]'));
    const codes = await person.page.locator('main code').count();
    await signsIn();
    app.now = new Date(app.now.getTime() + 60_000);
    await types(person, one('[name=code]'), codeAt(secret, app.now));
    await goesOnBy(person, one('form button[type=submit]'));
    await goes('/my/account');

    expect(codes).toBe(10);
    expect(new URL(person.page.url()).pathname).toBe(`/${language}/my/account`);
  });
});

test('a passkey is made and signs in, by keyboard', { timeout: 120_000 }, async () => {
  const { email, id } = await insertAccount(app.db, { name: 'Ida Holm' });
  const person = await newPerson(browser, app.origin, { language: 'en', javaScript: true });
  const one = (selector: string): Locator => person.page.locator(`main ${selector}`).first();
  const device = await person.page.context().newCDPSession(person.page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await person.page.goto(`${app.origin}/en/sign-in?back=/en/my/account/security`);
  await types(person, one('[name=email]'), email);
  await types(person, one('[name=password]'), TEST_PASSWORD);
  await goesOnBy(person, one('button[type=submit]:not([formaction])'));

  await person.page.goto(`${app.origin}/en/my/account/security`);
  await types(person, one('[name=currentPassword]'), TEST_PASSWORD);
  await goesOnBy(person, one('button[value=passkey]'));
  await types(person, one('[name=name]'), 'Blue key');
  await goesOnBy(person, one('form[data-passkey] button'));
  await person.page.context().clearCookies();
  await person.page.goto(`${app.origin}/en/sign-in`);
  await goesOnBy(person, one('button[formaction$="/passkey"]'));
  await goesOnBy(person, one('form[data-passkey] button'));
  await person.page.goto(`${app.origin}/en/my/account`);

  const keys = app.db.selectFrom('passkeys').select(['name', 'counter']).where('accountId', '=', id);
  expect(await keys.execute()).toMatchObject([{ name: 'Blue key' }]);
  expect(await heading(person)).toBe('My account');
  await leave(person);
});
