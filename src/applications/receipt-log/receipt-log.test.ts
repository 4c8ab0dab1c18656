import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { eventsOf } from '../../people/event-queries.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { completeDraft, insertDraft, sha256Of, submissionForm, submitApplication } from '../application-testing.ts';
import { auditLog } from './log-audit-queries.ts';
import { checkReceiptFile, readReceiptFile, type Known, type ReadFile } from './receipt-file.ts';
import { logKeys, rotateKey } from '../../people/signing-key/signing-key-queries.ts';
import { findHead } from './receipt-log-queries.ts';
import { verifyReceipt } from './receipt-log-commands.ts';
import { enterReceipts, signerOf } from './receipt-log-tasks.ts';
import { keyText } from '../../people/signing-key/public-key.ts';

let app: TestApp;
let reference: string;
let folder: string;
beforeAll(async () => {
  app = await testApp();
  folder = mkdtempSync(join(tmpdir(), 'concours-receipts-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  return app.close();
});
let serial = 0;
beforeEach(async () => {
  serial += 1;
  reference = String(261_000 + serial);
  await insertVacancy(app.db, { reference, status: 'published', deadlineAt: new Date('2026-12-01T22:59:59Z') });
});

type Draft = { ada: Client; number: string; here: string; reviewed: string };
const draft = async (): Promise<Draft> => {
  const ada = await app.signedInAs('applicant');
  const accountId = ada.accountId ?? '';
  const number = await insertDraft(app.db, { accountId, reference });
  const own = { accountId, number, rules: app.context.organisation };
  await completeDraft(app.db, own);
  const { reviewed } = await submissionForm(app.db, own);
  return { ada, number, here: `/en/my/applications/${number}`, reviewed };
};
const submitted = async () => {
  const drafted = await draft();
  await drafted.ada.post(`${drafted.here}/submission`, { reviewed: drafted.reviewed });
  return { ...drafted, file: (await drafted.ada.get(`${drafted.here}/receipt.json`)).text };
};
const read = (text: string): ReadFile => {
  const file = readReceiptFile(text);
  if (!file.ok) throw new Error(file.refusal.kind);
  return file.value;
};
const outcome = (text: string, known: Known = {}) =>
  checkReceiptFile(read(text), known).map((check) => `${check.part} ${check.holds ? 'holds' : 'broken'}`);
const ALL_HOLD = ['content holds', 'inclusion holds', 'signature holds'];

test('a submission answers once its receipt stands in the log, with the proof in page, file and mail', async () => {
  const { ada, number, here, file } = await submitted();

  const page = await ada.get(`${here}/receipt`);
  const content = await ada.get(`${here}/content.json`);
  const [mail] = (await app.mails()).filter(({ text }) => text.includes(number));
  const { proof, fingerprint } = read(file);

  expect(outcome(file, { keys: await logKeys(app.db) })).toEqual(ALL_HOLD);
  expect(fingerprint).toBe(sha256Of(content.body));
  expect(page.text).toContain('Proof that it stands in the log of receipts');
  const root = proof?.head.rootHash.toString('base64') ?? 'none';
  expect([page.text, mail?.text].map((text) => text?.includes(root))).toEqual([true, true]);
});

test('forty that submit at once stand in the log without a gap, each with its proof and one mail', async () => {
  const drafts = await Promise.all(Array.from({ length: 40 }, () => draft()));

  await Promise.all(drafts.map(({ ada, here, reviewed }) => ada.post(`${here}/submission`, { reviewed })));
  const files = await Promise.all(drafts.map(async ({ ada, here }) => (await ada.get(`${here}/receipt.json`)).text));
  const mails = await app.mails();
  const audit = await auditLog(app.db);

  expect(files.map((file) => outcome(file))).toEqual(files.map(() => ALL_HOLD));
  expect(new Set(files.map((file) => read(file).proof?.leafIndex)).size).toBe(40);
  const told = drafts.map(({ number }) => mails.filter(({ text }) => text.includes(number)).length);
  expect(new Set(told)).toEqual(new Set([1]));
  expect(audit).toMatchObject({ waiting: 0, problems: [] });
  expect(audit.heads).toBeLessThan(audit.leaves);
});

test('a receipt is given although the log fails, and is entered and told once the log works again', async () => {
  const { ada, number, here, reviewed } = await draft();
  await sql`alter table receipt_log_heads add constraint broken check (tree_size < 0) not valid`.execute(app.db);

  const sent = await ada.post(`${here}/submission`, { reviewed });
  const page = await ada.get(`${here}/receipt`);
  await sql`alter table receipt_log_heads drop constraint broken`.execute(app.db);
  const before = (await app.mails()).filter(({ text }) => text.includes(number));
  await enterReceipts(app.context);
  const file = (await ada.get(`${here}/receipt.json`)).text;

  expect(sent.status).toBe(303);
  expect(page.text).toContain('It is being entered in the log');
  expect(before).toEqual([]);
  expect(outcome(file)).toEqual(ALL_HOLD);
  expect((await app.mails()).filter(({ text }) => text.includes(number))).toHaveLength(1);
});

test('a receipt from before the log is entered, says so, and sends no second mail', async () => {
  const { ada, number, here } = await draft();
  await submitApplication(app.db, { accountId: ada.accountId ?? '', number, rules: app.context.organisation });
  await app.db
    .updateTable('receiptsToEnter')
    .set({ beforeLog: true } as never)
    .execute();

  await enterReceipts(app.context);
  const file = (await ada.get(`${here}/receipt.json`)).text;

  expect(read(file).proof?.beforeLog).toBe(true);
  expect((await ada.get(`${here}/receipt`)).text).toContain('given before there was a log');
  expect((await app.mails()).filter(({ text }) => text.includes(number))).toEqual([]);
});

test('what was entered can be neither changed nor taken out, and an altered table is found by the audit', async () => {
  const { number } = await submitted();
  const change = (statement: string) => sql.raw(statement).execute(app.db);

  for (const table of ['receipt_log_nodes', 'receipt_log_heads'])
    await expect(change(`delete from ${table}`)).rejects.toThrow('only ever added to');
  await expect(change('update receipt_log_entries set leaf_index = 900')).rejects.toThrow('only ever added to');
  await expect(change(`update receipt_log_keys set name = 'another'`)).rejects.toThrow('only ever retired');

  const found = await app.db
    .transaction()
    .execute(async (transaction) => {
      await sql`alter table receipts disable trigger receipts_are_kept`.execute(transaction);
      await sql`update receipts set content = replace(content, ${number}, 'A-1-00001'),
        sha256 = sha256(convert_to(replace(content, ${number}, 'A-1-00001'), 'UTF8'))
        where content like ${`%${number}%`}`.execute(transaction);
      const audit = await auditLog(transaction);
      throw Object.assign(new Error('undone'), { problems: audit.problems });
    })
    .catch((error: { problems: unknown }) => error.problems);
  expect(found).toEqual([{ kind: 'receipt-differs', leafIndex: expect.any(Number) }]);
});

describe('the page of receipts', () => {
  test('finds a receipt genuine, from its file or its text, in both languages', async () => {
    const { file } = await submitted();
    await submitted();

    const pasted = await app.visitor('fr').post('/fr/receipts', { text: file });
    const sent = await app
      .visitor()
      .upload(
        '/en/receipts',
        {},
        { field: 'file', name: 'r.json', type: 'application/json', content: Buffer.from(file) },
      );

    expect(pasted.text).toContain('Cet accusé de réception est authentique et complet.');
    expect(sent.text).toContain('This receipt is genuine and complete.');
    expect(sent.text).toContain('its present state grew from that on the receipt');
  });

  test.each([
    ['content', (file: string) => file.replace('How I meet', 'How I never met'), 'The content was changed'],
    ['fingerprint', (file: string) => file.replace(/"sha256": "../, '"sha256": "00'), 'The content was changed'],
    ['place', (file: string) => file.replace(/"leafIndex": \d+/, '"leafIndex": 0'), 'does not lead to the signed root'],
    ['path', (file: string) => file.replace(/"path": \[\s*"../, '"path": ["00'), 'does not lead to the signed root'],
    ['size', (file: string) => file.replace(/receipts\\n\d+\\n/, 'receipts\\n99999\\n'), 'The signature is not that'],
    ['time', (file: string) => file.replace(/\\n20(\d\d)-/, '\\n19$1-'), 'The signature is not that'],
  ])('says what does not hold where the %s was changed', async (_, alter, message) => {
    const { file } = await submitted();

    const answer = await app.visitor().post('/en/receipts', { text: alter(file) });

    expect(alter(file)).not.toBe(file);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('This receipt does not hold.');
    expect(answer.text).toContain(message);
  });

  test.each([
    ['nothing', '', 'or paste its text'],
    ['no JSON', 'Dear Sir', 'This is no file of a receipt'],
    ['deep JSON', '['.repeat(50_000), 'This is no file of a receipt'],
    ['what we store alone', '{"schema":"concours/application/1"}', 'without the receipt around it'],
  ])('asks again where it is given %s', async (_, text, message) => {
    const answer = await app.visitor().post('/en/receipts', { text });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
  });
});

test('programs follow the log: each state is shown to have grown from the one before', async () => {
  const { file } = await submitted();
  await submitted();
  const visitor = app.visitor();
  const json = async (path: string) => JSON.parse((await visitor.get(`/api/v1/receipt-log/${path}`)).text);

  const { keys } = await json('keys');
  const { treeHeads } = await json('tree-heads?every=state');
  const last = await json('tree-head');
  const from = read(file).proof?.head.treeSize ?? 0;
  const grown = await json(`consistency?from=${from}`);

  expect(keys[0].key).toBe((await logKeys(app.db)).map(keyText)[0]);
  expect(treeHeads.at(-1)).toMatchObject({ ...last, consistency: { from: treeHeads.at(-2).treeSize } });
  expect(grown).toMatchObject({ from, to: last.treeSize, treeHead: last.treeHead });
  expect((await visitor.get('/api/v1/receipt-log/consistency?from=1&to=100000')).status).toBe(404);
  expect((await visitor.get('/api/v1/receipt-log/tree-head?size=x')).status).toBe(400);
});

test('the command says the same without us, by a key and a state that were kept', async () => {
  const { file } = await submitted();
  await submitted();
  const from = read(file).proof?.head.treeSize ?? 0;
  const grown = (await app.visitor().get(`/api/v1/receipt-log/consistency?from=${from}`)).text;
  const written = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const [key = ''] = (await logKeys(app.db)).map(keyText);
  const files = { receipt: written('r.json', file), key: written('key', key), state: written('state', grown) };
  const bent = written('bent.json', file.replace('How I meet', 'How I met'));
  const said: string[] = [];
  const run = (...args: string[]) =>
    verifyReceipt(args, {
      print: (text) => said.push(text),
      warn: (text) => said.push(text),
      environment: { LANG: 'fr_BE' },
    });

  const statuses = [
    await run(files.receipt),
    await run(files.receipt, '--key', files.key, '--tree-head', files.state),
    await run(bent),
    await run(files.key),
    await run(),
  ];

  expect(statuses).toEqual([0, 0, 1, 2, 2]);
  expect(said.join('\n')).toContain('Le journal n’a fait que croître depuis');
  expect(said.join('\n')).toContain('Le contenu a été modifié');
});

test('a new key signs from then on, and what the former one signed still holds', async () => {
  const before = await submitted();

  const id = await rotateKey(app.db, signerOf(app.context), app.now);
  const after = await submitted();
  const keys = await logKeys(app.db);

  expect((await findHead(app.db))?.keyId).toBe(id);
  expect([before.file, after.file].map((file) => outcome(file, { keys }))).toEqual([ALL_HOLD, ALL_HOLD]);
  expect(keys.filter(({ retiredAt }) => retiredAt === null).map((key) => key.id)).toEqual([id]);
  expect(await eventsOf(app.db, 'receipt-log', id)).toMatchObject([
    { action: 'rotate-key', actorKind: 'command-line' },
  ]);
});

test('a secret that was lost does not stop the log: another key takes over', async () => {
  const { number, ada } = await draft();
  await submitApplication(app.db, { accountId: ada.accountId ?? '', number, rules: app.context.organisation });
  const before = await findHead(app.db);

  await enterReceipts({ ...app.context, secret: 'another secret, as long as it must be' });

  expect((await findHead(app.db))?.keyId).not.toBe(before?.keyId);
  expect((await auditLog(app.db)).problems).toEqual([]);
});
