import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  NOT_AS_ASKED,
  PDF_SIDE,
  WORD_SIDE,
  type Upload,
} from '../../applications/documents/hostile-uploads-testing.ts';
import { EICAR, testClamd, type TestClamd } from '../../platform/malware/clamd-testing.ts';
import { scannerOf } from '../../platform/malware/scanner.ts';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { selectSomebody } from '../conditions/appointment-testing.ts';
import { scanConditionDocuments } from './candidate-tasks.ts';

const REFERENCE = '260484';

let clamd: TestClamd;
let app: TestApp;
let candidate: Client;
let contracts: Client;
let address: string;
let staff: string;

beforeAll(async () => {
  clamd = await testClamd();
  app = await testApp({ CLAMD: clamd.address });
  const manager = await app.signedInAs('recruitment-manager');
  candidate = await app.signedInAs('applicant', 'fr');
  contracts = await app.signedInAs('contract-officer');
  const number = await selectSomebody(app, { reference: REFERENCE, manager, candidate });
  address = `/fr/my/applications/${number}/appointment`;
  staff = `/en/staff/vacancies/${REFERENCE}/appointments/${number}`;
  await contracts.post(staff);
});
afterAll(async () => {
  await app.close();
  await clamd.close();
});

const place = () => `${address}/${REFERENCE}/conditions/verification/diplomas`;
const send = (name: string, content: Buffer, language = 'fr') =>
  candidate.upload(
    place().replace('/fr/', `/${language}/`),
    {},
    { field: 'file', name, type: 'application/pdf', content },
  );
const kept = () => app.db.selectFrom('conditionDocuments').select(['scan', 'sizeBytes']).orderBy('number').execute();
const plain = (text: string) =>
  text
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a hostile file is refused with what it is, and nothing of it is kept', { timeout: 60_000 }, () => {
  const malware = NOT_AS_ASKED.filter(({ name }) => name === 'malware in the text of a PDF');

  test.for<Upload>([...PDF_SIDE, ...malware])('$name', async ({ file, en, fr }) => {
    const content = await file();
    const answers = [await send('diploma.pdf', content, 'en'), await send('diploma.pdf', content)];

    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    expect(plain(answers[0]?.text ?? '')).toContain(en);
    expect(plain(answers[1]?.text ?? '')).toContain(fr);
    expect(await kept()).toEqual([]);
  });

  test.for<Upload>(WORD_SIDE)('$name, for only a PDF or a photograph is taken', async ({ file }) => {
    const answer = await send('diploma.pdf', await file());

    expect(answer.status).toBe(422);
    expect(plain(answer.text)).toContain('Ce n’est ni un PDF, ni une photographie JPEG ou PNG entière.');
    expect(await kept()).toEqual([]);
  });
});

test('one that is too large, empty or sent as no file is refused as everywhere', async () => {
  const large = await send('large.pdf', Buffer.concat([await pdfOfPages(1), Buffer.alloc(6_000_000)]), 'en');
  const empty = await send('empty.pdf', Buffer.alloc(0), 'en');
  const none = await candidate.post(place().replace('/fr/', '/en/'), {});

  expect([large.status, empty.status, none.status]).toEqual([422, 422, 422]);
  expect(large.text).toContain('5 MB');
  expect(none.text).toContain('data-error-summary');
  expect(await kept()).toEqual([]);
});

test('a photograph is kept as what it is, and never shown by a browser', async () => {
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a'), Buffer.from([0xff, 0xd9])]);

  expect((await send('<img src=x onerror=alert(1)>.jpg', photo)).status).toBe(303);

  const { text } = await candidate.get(address);
  const id = /documents\/([0-9a-f-]{36})"/.exec(text)?.[1] ?? '';
  const file = await contracts.get(`${staff}/conditions/verification/documents/${id}`);
  expect(text).not.toContain('<img src=x');
  expect(file.headers['content-type']).toBe('image/jpeg');
  expect(file.headers['content-disposition']).toMatch(/^attachment/);
  expect(file.headers['x-content-type-options']).toBe('nosniff');
  await app.db.deleteFrom('conditionDocuments').execute();
});

test('what got no verdict is in quarantine: its office cannot open it before it is scanned, and it goes if it carries malware', async () => {
  clamd.behaviour = 'hangs-up';
  const jpeg = (holding: string) =>
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(holding), Buffer.from([0xff, 0xd9])]);
  await send('later.jpg', jpeg('nothing'));
  await send('worse.jpg', jpeg(EICAR));
  const ids = [...(await candidate.get(address)).text.matchAll(/documents\/([0-9a-f-]{36})"/g)].map(([, id]) => id);
  const open = (id: string | undefined) => contracts.get(`${staff}/conditions/verification/documents/${id}`);
  const scan = () => scanConditionDocuments(app.context, scannerOf(app.context.config), app.now);

  expect((await kept()).map(({ scan: state }) => state)).toEqual(['quarantined', 'quarantined']);
  expect((await Promise.all(ids.map(open))).map(({ status }) => status)).toEqual([404, 404]);
  expect((await contracts.get(staff)).text).toContain('not scanned for viruses yet');
  expect(await scan()).toBe(0);
  clamd.behaviour = 'works';
  expect([await scan(), await scan()]).toEqual([2, 0]);

  expect((await Promise.all(ids.map(open))).map(({ status }) => status)).toEqual([200, 404]);
  const mail = (await app.mails()).at(-1);
  expect(mail?.subject).toBe('Un virus dans un fichier que vous avez remis');
  expect(mail?.text).not.toMatch(/worse|dipl|verif|vérif|26-/i);
  const events = await app.db
    .selectFrom('events')
    .select(['action', 'details'])
    .where('subject', '=', 'appointment')
    .execute();
  expect(events.map(({ action }) => action).slice(-3)).toEqual([
    'condition-document-scanned',
    'condition-document-infected',
    'condition-document-opened',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/worse|later|\.jpg/);
});
