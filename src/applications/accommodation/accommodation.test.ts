import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { newKey, readKeys } from '../../platform/sealing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { insertDraft } from '../application-testing.ts';
import { insertClosedVacancy, insertSubmitted } from '../stages/selection-testing.ts';
import { findOwnRequest } from './accommodation-queries.ts';
import { eraseAccommodation, exportAccommodation } from './own-data-queries.ts';
import { resealAccommodation } from './accommodation-commands.ts';
import { forgetAccommodation } from './accommodation-tasks.ts';

let app: TestApp;
let ada: Client;
let officer: Client;
let number: string;
beforeAll(async () => {
  app = await testApp();
  ada = await app.signedInAs('applicant');
  officer = await app.signedInAs('accommodation-officer', 'fr');
  await insertClosedVacancy(app.db, '260501');
  ({ number } = await insertSubmitted(app.context, { accountId: ada.accountId, reference: '260501' }));
});
afterAll(() => app.close());

const WORDS = 'My hands tremble when I write quickly';
const REASON = 'The letter of your physician says so';
const here = () => `/en/my/applications/${number}/accommodation`;
const own = () => ({ accountId: ada.accountId ?? '', number });
const requestOf = () => findOwnRequest(app.db, app.context.accommodationKeys, own());
const idOf = async () => (await requestOf())?.id ?? '';
const evidence = async (name = 'letter of Dr Weiss.pdf') => ({
  field: 'file',
  name,
  type: 'application/pdf',
  content: await pdfOfPages(1),
});

/** Every row of every table as text, bytes as they are. */
async function everythingStored(): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(app.db);
  const texts = await Promise.all(
    rows.map(({ name }) => sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(app.db)),
  );
  return texts.flatMap((table) => table.rows.map(({ text }) => text)).join('\n');
}

describe('a request for an accommodation', () => {
  test('is made before or during the selection, and told to the officers by a mail that says nothing', async () => {
    const nothing = await ada.post(here(), { words: ' ' });
    const asked = await ada.post(here(), {
      words: WORDS,
      kinds: ['more-time', 'invented'],
      'until-day': '1',
      'until-month': '6',
      'until-year': '2027',
    });
    const mail = (await app.mails()).at(-1);

    expect(nothing.status).toBe(422);
    expect(asked.location).toBe(`${here()}?done=saved`);
    expect((await requestOf())?.asked).toEqual({ kinds: ['more-time'], words: WORDS, neededUntil: '2027-06-01' });
    expect(mail?.subject).toBe('Une demande vous attend');
    expect(mail?.text).not.toMatch(/A-260501|tremble|Ada/);
  });

  test('takes a PDF or a whole photograph as evidence, and nothing else', async () => {
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(50), Buffer.from([0xff, 0xd9])]);
    const file = (name: string, content: Buffer) => ({ field: 'file', name, type: 'image/jpeg', content });
    const upload = (given: ReturnType<typeof file>) => ada.upload(`${here()}/evidence`, {}, given);

    const answers = [
      await upload(await evidence()),
      await upload(file('scan.jpg', photo)),
      await upload(file('half.jpg', photo.subarray(0, 30))),
      await upload(file('page.html', Buffer.from('<script>alert(1)</script>'))),
    ];

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 422, 422]);
    expect((await requestOf())?.evidence.map(({ fileName }) => fileName)).toEqual([
      'letter of Dr Weiss.pdf',
      'scan.jpg',
    ]);
  });

  test('is decided by an officer with a reason, and says apart what is to be arranged', async () => {
    const address = `/fr/staff/accommodation/${await idOf()}`;
    const opened = await officer.get(address);
    const file = /href="([^"]*\/evidence\/[^"]*)"/.exec(opened.text)?.[1] ?? '';
    const version = /name="version" value="(\d+)"/.exec(opened.text)?.[1] ?? '';
    const letter = await officer.get(file);
    const incomplete = await officer.post(`${address}/decision`, { version, status: 'granted', reason: REASON });
    const decision = { version, status: 'granted', reason: REASON, arrangement: 'A third more time' };
    const decided = await officer.post(`${address}/decision`, decision);
    const twice = await officer.post(`${address}/decision`, decision);
    const page = (await ada.get(here())).text;

    expect(opened.text).toContain(WORDS);
    expect(letter.headers['content-disposition']).toContain('attachment');
    expect(incomplete.status).toBe(422);
    expect(decided.status).toBe(303);
    expect(twice.status).toBe(422);
    expect(page).toContain(REASON);
    expect(page).toContain('A third more time');
    expect(page).toContain('Read (a file) by Ada Marin');
  });

  test('is nowhere in the database in clear but for what is to be arranged, nor in events, nor with the application', async () => {
    const stored = await everythingStored();
    const receipt = await ada.get(`/en/my/applications/${number}/receipt.json`);
    const events = await app.db.selectFrom('events').selectAll().where('subject', '=', 'accommodation').execute();

    expect(stored).toContain('A third more time');
    for (const secret of [WORDS, REASON, 'more-time', 'Weiss']) {
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(Buffer.from(secret).toString('hex'));
      expect(stored).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
    }
    expect(receipt.text).not.toMatch(/arrange|third more/i);
    expect(new Set(events.map(({ details }) => JSON.stringify(details)))).toEqual(new Set(['{}']));
    expect(events.some(({ subjectId }) => subjectId === number)).toBe(false);
  });

  test.each(['recruiter', 'recruitment-manager', 'hiring-manager', 'auditor', 'administrator'] as const)(
    'is not there for a %s',
    async (role) => {
      const client = await app.signedInAs(role);
      const pages = [`/en/staff/accommodation`, `/en/staff/accommodation/${await idOf()}`, here()];

      const answers = await Promise.all(pages.map((page) => client.get(page)));

      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect((await client.get(`/en/staff/applications/${number}`)).text).not.toMatch(/arrange|third more/i);
    },
  );

  test('is sealed anew when the key changes, and the old one is needed no more', async () => {
    const fresh = newKey();
    const [old] = app.context.accommodationKeys;
    const both = readKeys(`${fresh},${old.toString('base64')}`);
    const printed: string[] = [];
    const print = (line: string) => void printed.push(line);

    const status = await resealAccommodation(
      ['reseal'],
      { print, warn: print },
      { db: app.db, accommodationKeys: both, resealFiles: async () => 0 },
    );
    app.context.accommodationKeys = readKeys(fresh);

    expect([status, ...printed]).toEqual([0, 'sealed with the first key: 1 requests, 2 files']);
    expect((await requestOf())?.asked.words).toBe(WORDS);
  });

  test('is in the copy of the person’s data, with who looked at it', async () => {
    const [copy] = await exportAccommodation(app.db, app.context.accommodationKeys, ada.accountId ?? '');

    expect(copy).toMatchObject({ number, asked: { words: WORDS }, answer: { reason: REASON }, status: 'granted' });
    expect(copy?.looks.map(({ part }) => part)).toContain('evidence');
  });

  test('loses its evidence a month after the decision, and is gone three months after the selection ended', async () => {
    const months = (count: number, from = app.now) =>
      new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, from.getUTCDate(), 12));
    await forgetAccommodation(app.context, months(0));
    const before = (await requestOf())?.evidence.length;
    await forgetAccommodation(app.context, months(1));
    const after = await requestOf();
    const endedAt = months(2);
    await app.db
      .updateTable('vacancies')
      .set({ status: 'filled', updatedAt: endedAt })
      .where('reference', '=', '260501')
      .execute();
    await forgetAccommodation(app.context, new Date(months(3, endedAt).getTime() - 1));
    const still = await requestOf();
    await forgetAccommodation(app.context, months(3, endedAt));

    expect([before, after?.evidence.length, after?.status]).toEqual([2, 0, 'granted']);
    expect(still?.status).toBe('granted');
    expect(await requestOf()).toBeUndefined();
  });
});

test('a request about a draft is taken back whole, and erased with a person’s data', async () => {
  await insertVacancy(app.db, { reference: '260502', status: 'published' });
  const draft = await insertDraft(app.db, { accountId: ada.accountId ?? '', reference: '260502' });
  const page = `/en/my/applications/${draft}/accommodation`;
  await ada.post(page, { words: WORDS });

  const unconfirmed = await ada.post(`${page}/removal`);
  const taken = await ada.post(`${page}/removal`, { confirm: 'yes' });
  const left = await app.db.selectFrom('accommodationRequests').selectAll().execute();
  await ada.post(page, { words: WORDS });
  await eraseAccommodation(app.db, ada.accountId ?? '');

  expect([unconfirmed.status, taken.status, left.length]).toEqual([422, 303, 0]);
  expect(await app.db.selectFrom('accommodationRequests').selectAll().execute()).toEqual([]);
});

test('the request of an officer is another’s to read and to decide on', async () => {
  const { accountId = '' } = officer;
  const theirs = (await insertSubmitted(app.context, { accountId, reference: '260501' })).number;
  const asked = `/en/my/applications/${theirs}/accommodation`;
  await officer.post(asked, { words: WORDS, kinds: 'more-time' });
  const found = await findOwnRequest(app.db, app.context.accommodationKeys, { accountId, number: theirs });
  const address = `/fr/staff/accommodation/${found?.id ?? ''}`;
  const other = await app.signedInAs('accommodation-officer', 'fr');

  const decision = { version: '1', status: 'granted', reason: REASON, arrangement: 'A third more time' };
  const answers = [await officer.get(address), await officer.post(`${address}/decision`, decision)];

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  expect((await officer.get('/fr/staff/accommodation')).text).not.toContain(theirs);
  expect((await other.get(address)).text).toContain(WORDS);
});
