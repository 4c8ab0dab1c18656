import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertDraft } from '../../applications/application-testing.ts';
import { makeKey, openKey } from '../../people/signing-key/signing-key.ts';
import { enterReceipts, signerOf } from '../../applications/receipt-log/receipt-log-tasks.ts';
import { keyText } from '../../people/signing-key/public-key.ts';
import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { readHead } from '../../people/event-chain/event-chain.ts';
import { readEventHeads } from '../../people/event-chain/event-head.ts';
import { recordEvents } from '../../people/event-queries.ts';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { exportRecord } from './making/export-commands.ts';
import { CHAIN, EVENTS, HEADS, MANIFEST, SIGNATURE } from './format/manifest.ts';
import { verifyRecordFile } from './verifying/file-commands.ts';
import { archiveOf, filesOf, keyOf, manifestOf, remade, writtenAnew, type Files } from './testing/files-testing.ts';
import { verifyRecord, type KnownOfRecord } from './verifying/audit.ts';

const REFERENCE = '260401';
/** More than two pages of the chain. */
const EVENTS_OF_OTHERS = 2100;

let app: TestApp;
let manager: Client;
let draft: string;
let numbers: string[];
let folder: string;
let zip: Buffer;
let files: Files;

const others = (subjectId: string, count: number) =>
  Array.from({ length: count }, () => ({
    ...({ subject: 'vacancy', action: 'edit', by: { kind: 'system' } } as const),
    subjectId,
    at: app.now,
  }));

beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  folder = await mkdtemp(join(tmpdir(), 'concours-record-'));
  const { db, context } = app;
  await insertClosedVacancy(db, '260400');
  await insertSubmitted(context, { reference: '260400' });
  await recordEvents(db, others('260400', EVENTS_OF_OTHERS));
  await insertClosedVacancy(db, REFERENCE);
  await sql`insert into equality_slips values (${Buffer.alloc(32, 1)}, ${REFERENCE}, 'THE SLIP') on conflict do nothing`.execute(
    db,
  );
  await sql`insert into equality_figures values (${REFERENCE}, ${JSON.stringify(COUNTED)}, now()) on conflict do nothing`.execute(
    db,
  );
  await recordEvents(db, others(REFERENCE, 1));
  const submitted = [await insertSubmitted(context, { reference: REFERENCE })];
  submitted.push(await insertSubmitted(context, { reference: REFERENCE, language: 'fr' }));
  numbers = submitted.map(({ number }) => number);
  draft = await insertDraft(db, {
    accountId: (await app.signedInAs('applicant')).accountId ?? '',
    reference: REFERENCE,
  });
  await enterReceipts(context);
  await addWhatIsSaid(numbers[0] ?? '');
  await recordEvents(db, others('260400', 3));
  zip = (await manager.post(`/en/staff/vacancies/${REFERENCE}/record`)).body;
  files = filesOf(zip);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

/** What was counted, as far as a record holds it. */
const COUNTED = {
  levels: [0, 2],
  everybody: [90, 31],
  agreed: [40, 12],
  stages: [{ en: 'Written test' }, { en: 'Panel interview' }],
  questions: [
    {
      question: 'gender',
      levels: [0, 2],
      rows: [
        { answers: ['woman'], reached: [21, 6] },
        { answers: ['man', 'another'], reached: [19, 6] },
      ],
    },
  ],
};

/** A document, a message with a formula, a step, and a request for an accommodation. */
async function addWhatIsSaid(number: string): Promise<void> {
  const { db } = app;
  const id = sql`(select id from applications where number = ${number})`;
  const author = randomUUID();
  const letter = Buffer.from(await pdfOfPages(1));
  await sql`insert into application_documents
    (application_id, kind, file_name, media_type, size_bytes, pages, sha256, content, uploaded_at, scan,
      scanned_at) values
    (${id}, 'cover-letter', 'letter.pdf', 'application/pdf', ${letter.length}, 1, sha256(${letter}), ${letter}, now(), 'clean', now()),
    (${id}, 'essay', 'essay.pdf', 'application/pdf', ${letter.length}, 1, sha256('x'), ${letter}, now(), 'quarantined', null)`.execute(
    db,
  );
  await sql`insert into messages (application_id, sender, author_id, sent_at, subject, body, replies) values
    (${id}, 'applicant', ${author}, ${app.now}, '{}', '{"en": "How, \\"when\\"?"}', false)`.execute(db);
  await sql`insert into application_withdrawals values
    (${id}, ${app.now}, '=HYPERLINK("http://bad.example")')`.execute(db);
  const done = { subject: 'application', subjectId: number, by: { kind: 'system' }, at: app.now } as const;
  await recordEvents(db, [
    { ...done, by: { kind: 'account', id: author }, action: 'message-answered' },
    { ...done, action: 'withdraw' },
  ]);
  await sql`insert into accommodation_requests (application_id, request, requested_at)
    values (${id}, 'THE ACCOMMODATION', now())`.execute(db);
  await recordEvents(db, [
    { subject: 'accommodation', subjectId: 'R-1', action: 'asked', by: { kind: 'system' }, at: app.now },
  ]);
  await sql`insert into equality_counts values (${REFERENCE}, 'a-question', 'an-answer', 7)`.execute(db);
  await recordEvents(db, others(REFERENCE, 1));
  // Whatever kind of matter a later stage makes of it, by the number of the application it is of this competition.
  await sql`insert into events (at, actor_kind, subject, subject_id, action)
    values (now(), 'system', 'of-a-later-stage', ${number}, 'something-found')`.execute(db);
}

const problemsOf = async (some: Files, known: KnownOfRecord = {}) => {
  const audit = await verifyRecord(archiveOf(some), known);
  return audit.ok ? audit.value.problems : ['no record'];
};
const kindsOf = (problems: Awaited<ReturnType<typeof problemsOf>>) =>
  problems.map((one) =>
    typeof one === 'string' ? one : one.kind === 'chain' ? `chain ${one.problem.kind}` : one.kind,
  );
const lines = (name: string) => (files[name]?.toString() ?? '').trimEnd().split('\n');
const withLines = (name: string, changed: string[]): Files => ({
  ...files,
  [name]: Buffer.from(changed.map((line) => `${line}\n`).join('')),
});

describe('what a record holds', () => {
  test('tables, notice, receipts with their proof, documents, events and the chain, all listed and signed', async () => {
    const names = Object.keys(files);
    const [first = '', second = ''] = numbers;

    expect(names).toEqual(
      expect.arrayContaining(['README.txt', 'vacancy.csv', 'stages.csv', EVENTS, CHAIN, SIGNATURE]),
    );
    expect(names).toContain(`applications/${first}/cover-letter.pdf`);
    expect(names).toContain(`applications/${second}/receipt.json`);
    expect(names).not.toContain(`applications/${first}/essay.pdf`);
    expect(manifestOf(files).leftOut).toMatchObject([{ application: first, because: 'quarantined' }]);
    expect(files['README.txt']?.toString()).toContain('Pour le vérifier');
    expect(lines(EVENTS).at(-1)).toContain('record-sealed');
    expect(lines(EVENTS).at(-2)).toContain('record-exported');
    expect(lines(EVENTS).at(-3)).toContain('something-found');
    expect(lines(CHAIN).length).toBeLessThan(EVENTS_OF_OTHERS);
    expect(lines(CHAIN).filter((line) => line.includes(' other'))).not.toEqual([]);
  });

  test('tables are safe for spreadsheets, and keep what was written', () => {
    const applications = files['applications.csv']?.toString() ?? '';

    expect(applications).toMatch(/^\uFEFFnumber,name,/);
    expect(applications).toContain(`,"'=HYPERLINK(""http://bad.example"")"\r\n`);
    expect(files['messages.csv']?.toString()).toContain('How, \\""when\\""?');
  });

  test('what was counted of equal access by stage, as it may be shown', () => {
    expect(lines('equal-access.csv').map((line) => line.trim())).toEqual([
      'question,answers,level,reached',
      ',agreed,applied,40',
      ',agreed,Panel interview,12',
      ',everybody,applied,90',
      ',everybody,Panel interview,31',
      'gender,woman,applied,21',
      'gender,woman,Panel interview,6',
      'gender,man another,applied,19',
      'gender,man another,Panel interview,6',
    ]);
  });

  test('never a draft, a request for an accommodation, an answer on equal access, or an event of another vacancy', () => {
    const everything = Object.values(files).map((bytes) => bytes.toString('latin1'));
    const found = (text: string) => everything.filter((one) => one.includes(text)).length;

    expect(found(draft)).toBe(0);
    expect(found('THE ACCOMMODATION')).toBe(0);
    expect(found('R-1')).toBe(0);
    expect(found('a-question')).toBe(0);
    expect(found('THE SLIP')).toBe(0);
    expect(found('260400')).toBe(0);
  });
});

describe('verified without the database', () => {
  test('the record as it was made holds, by the key of the organisation too, and no other', async () => {
    const key = await keyOf(app.context);
    const stranger = makeKey('elsewhere.example/receipts', 'another secret that is long enough');

    expect(await problemsOf(files)).toEqual([]);
    expect(await problemsOf(files, { keys: [key] })).toEqual([]);
    expect(await problemsOf(files, { keys: [stranger] })).toContainEqual({ kind: 'signed-by-another' });
  });

  test('any one altered byte in any file is found', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(files)),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (name, at, by) => {
          const bytes = Buffer.from(files[name] ?? '');
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ by;

          expect(await problemsOf({ ...files, [name]: bytes })).not.toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each(['README.txt', 'people.csv', EVENTS, CHAIN, MANIFEST, SIGNATURE])(
    'a removed file is found: %s',
    async (name) => {
      const { [name]: _, ...left } = files;

      expect(await problemsOf(left)).not.toEqual([]);
    },
  );

  test('an added file is found, and a document that is not the one of the receipt', async () => {
    const [number = ''] = numbers;
    const name = `applications/${number}/cover-letter.pdf`;

    expect(await problemsOf({ ...files, 'more.txt': Buffer.from('x') })).toEqual([
      { kind: 'file-unlisted', name: 'more.txt' },
    ]);
    expect(await problemsOf({ ...files, [name]: Buffer.from('x') })).toEqual([{ kind: 'file-altered', name }]);
  });

  test('whichever event is removed is found, even if the manifest is made anew and signed by the organisation’s own key', async () => {
    const key = await keyOf(app.context);
    const own = lines(EVENTS);

    for (const [index, line] of own.entries()) {
      const [, id] = JSON.parse(line) as [string, number];
      const withoutEvent = withLines(EVENTS, own.toSpliced(index, 1));
      const withoutBoth = {
        ...withoutEvent,
        ...withLines(
          CHAIN,
          lines(CHAIN).filter((link) => link.split(' ')[1] !== String(id)),
        ),
        [EVENTS]: withoutEvent[EVENTS] ?? Buffer.alloc(0),
      };
      expect(kindsOf(await problemsOf(remade(withoutEvent, key)))).toContain('chain events-removed');
      expect(await problemsOf(remade(withoutBoth, key))).not.toEqual([]);
    }
    expect(own.length).toBeGreaterThan(5);
  });

  test('an event that is added, altered, or put in another’s place is found', async () => {
    const key = await keyOf(app.context);
    const own = lines(EVENTS);
    const [first = '', second = '', ...rest] = own;
    const altered = first.replace('"edit"', '"close"');
    const renumbered = first.replace(/^(\["concours\/event\/1",)\d+/, '$1999999');

    expect(await problemsOf(remade(withLines(EVENTS, [altered, second, ...rest]), key))).toMatchObject([
      { kind: 'row-differs', table: 'events.csv' },
      { problem: { kind: 'event-altered' } },
    ]);
    expect(await problemsOf(remade(withLines(EVENTS, [...own, renumbered]), key))).toMatchObject([
      { problem: { kind: 'event-without-link', eventId: '999999' } },
    ]);
    expect(await problemsOf(remade(withLines(EVENTS, [...own, first]), key))).toMatchObject([
      { kind: 'line-unreadable' },
    ]);
    expect(await problemsOf(remade(withLines(CHAIN, lines(CHAIN).toReversed()), key))).not.toEqual([]);
  });

  test('a record that was written anew as a whole is found by the key, by a head that was kept, and by what was published', async () => {
    const made = makeKey('concours.test/receipts', 'another secret that is long enough');
    const privateKey = openKey(made.sealed, 'another secret that is long enough');
    if (!privateKey) throw new Error('What was sealed a moment ago opens');
    const own = await keyOf(app.context);
    const published = readEventHeads(files[HEADS]?.toString() ?? '') ?? [];
    const withoutOne = ({ action }: { action: string }) => action !== 'something-found';
    const table = lines('events.csv').filter((line) => !line.includes(',something-found,'));
    const fewer = withLines('events.csv', table);
    const byStranger = writtenAnew(fewer, { ...made, privateKey }, withoutOne);
    const byOurselves = writtenAnew(fewer, own, withoutOne);

    expect(published).toHaveLength(1);
    expect(await problemsOf(writtenAnew(files, own, () => true))).toEqual([]);
    expect(await problemsOf(byStranger)).toEqual([]);
    expect(kindsOf(await problemsOf(byStranger, { keys: [own] }))).toEqual([
      'signed-by-another',
      'chain head-unsigned',
      'no-signed-head',
    ]);
    expect(await problemsOf(byOurselves, { keys: [own] })).toEqual([]);
    expect(kindsOf(await problemsOf(byOurselves, { head: manifestOf(files).chain.upTo }))).toEqual([
      'chain head-differs',
    ]);
    expect(await problemsOf(files, { keys: [own], heads: published })).toEqual([]);
    expect(await problemsOf(byOurselves, { keys: [own], heads: published })).not.toEqual([]);
  });

  test('an event that was removed from the database is missing in every record made afterwards', async () => {
    const { db } = app;
    await sql`alter table events disable trigger events_are_kept`.execute(db);
    await sql`delete from events where id = (select max(id) from events where subject_id = '260400')`.execute(db);
    const later = filesOf((await manager.post(`/fr/staff/vacancies/${REFERENCE}/record`)).body);

    expect(await problemsOf(later)).toMatchObject([{ kind: 'chain', problem: { kind: 'events-removed' } }]);
  });
});

describe('the command', () => {
  const run = async (args: string[], environment = {}) => {
    const printed: string[] = [];
    const print = (line: string) => void printed.push(line);
    const status = await verifyRecordFile(args, { print, warn: print, environment });
    return { status, text: printed.join('\n') };
  };

  test('tells that everything holds, what does not, and what is no record', async () => {
    const file = join(folder, 'record.zip');
    const keys = join(folder, 'keys.txt');
    await writeFile(file, zip);
    await writeFile(keys, `${keyText(await keyOf(app.context))}\n`);
    const good = await run([file, '--key', keys]);
    const head = /\d+:[0-9a-f]{64}/.exec(good.text)?.[0] ?? '';
    const altered = Buffer.from(zip);
    const at = altered.indexOf('notice-versions.csv') + 60;
    altered[at] = (altered[at] ?? 0) ^ 1;
    await writeFile(join(folder, 'altered.zip'), altered);

    expect(good).toMatchObject({ status: 0, text: expect.stringContaining('Everything holds') as string });
    expect(readHead(head)).toBeDefined();
    expect((await run([file, '--head', head])).status).toBe(0);
    expect((await run([file, '--head', head.replace(/.$/, (last) => (last === '0' ? '1' : '0'))])).status).toBe(1);
    const bad = await run([join(folder, 'altered.zip')], { LANG: 'fr_BE' });
    expect(bad).toMatchObject({
      status: 1,
      text: expect.stringContaining('notice-versions.csv a été modifié') as string,
    });
    expect((await run([])).status).toBe(2);
    expect((await run([file, '--head', 'x'])).status).toBe(2);
    expect((await run([keys])).text).toContain('This is no ZIP file');
  });
});

describe('the command that makes it', () => {
  test('writes the same file, notes it, and overwrites nothing', async () => {
    const out = join(folder, 'by-command.zip');
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const run = (args: string[]) => exportRecord(args, { print: say, warn: say, environment: {} }, app.context);

    expect(await run([REFERENCE, '--out', out])).toBe(0);
    const made = filesOf(await readFile(out));
    await expect(run([REFERENCE, '--out', out])).rejects.toThrow('EEXIST');
    expect(await run(['999999', '--out', join(folder, 'none.zip')])).toBe(1);
    expect(await run([REFERENCE])).toBe(2);

    expect(Object.keys(made)).toEqual(Object.keys(files));
    expect(made[EVENTS]?.toString().trimEnd().split('\n').at(-2)).toContain(
      '"command-line",null,"vacancy","260401","record-exported"',
    );
  });
});

describe('the page', () => {
  test('says what is in it and who made it before, to auditors too, and to nobody else', async () => {
    const page = (await (await app.signedInAs('auditor')).get(`/en/staff/vacancies/${REFERENCE}/record`)).text;
    const recruiter = await app.signedInAs('recruiter');

    expect(page).toContain('2 applications');
    expect(page).toContain('stages.csv');
    expect(page).toContain('<time');
    expect((await recruiter.get(`/en/staff/vacancies/${REFERENCE}/record`)).status).toBe(404);
    expect((await recruiter.post(`/en/staff/vacancies/${REFERENCE}/record`)).status).toBe(404);
    expect((await manager.get(`/en/staff/vacancies/${REFERENCE}`)).text).toContain(
      `/staff/vacancies/${REFERENCE}/record`,
    );
    expect(signerOf(app.context).name).toBe('concours.test/receipts');
  });
});
