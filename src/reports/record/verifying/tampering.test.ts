import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEventHeads, type SignedEventHead } from '../../../people/event-chain/event-head.ts';
import { LANGUAGES } from '../../../platform/language.ts';
import { testApp, type TestApp } from '../../../testing.ts';
import { EVENTS, HEADS, KEYS, MANIFEST, CHAIN, SIGNATURE, signatureText } from '../format/manifest.ts';
import { decidedCompetition, type SmallCompetition } from '../testing/competition-testing.ts';
import { tellRecordProblem } from '../command-texts.ts';
import { letterFile, reportPdfFile, signedFile, TABLE_FILES, type TableFile } from '../record.ts';
import { archiveOf, eventIn, filesOf, keyOf, remade, writtenAnew, type Files } from '../testing/files-testing.ts';
import type { RecordProblem } from './problem.ts';
import { verifyRecord, type KnownOfRecord } from './audit.ts';

const REFERENCE = '260481';

let app: TestApp;
let key: Awaited<ReturnType<typeof keyOf>>;
let competition: SmallCompetition;
let files: Files;
let published: SignedEventHead[];

const exported = async (): Promise<Files> =>
  filesOf((await competition.manager.post(`/en/staff/vacancies/${REFERENCE}/record`)).body);

beforeAll(async () => {
  app = await testApp();
  competition = await decidedCompetition(app, REFERENCE);
  files = await exported();
  key = await keyOf(app.context);
  published = readEventHeads(files[HEADS]?.toString() ?? '') ?? [];
});
afterAll(() => app.close());

const problemsOf = async (some: Files, known: KnownOfRecord = {}): Promise<RecordProblem[]> => {
  const audit = await verifyRecord(archiveOf(some), { keys: [key], ...known });
  if (!audit.ok) throw new Error('no record');
  return audit.value.problems;
};
const textIn = (name: string, some: Files = files): string => some[name]?.toString() ?? '';
const withText = (name: string, text: string, some: Files = files): Files => ({ ...some, [name]: Buffer.from(text) });
const numberOf = (at: number): string => competition.numbers[at] ?? '';

/** The file with the first match put otherwise; a test that would change nothing fails. */
function altered(name: string, from: string | RegExp, to: string): Files {
  const text = textIn(name).replace(from, to);
  if (text === textIn(name)) throw new Error(`${name} stays as it is`);
  return withText(name, text);
}
const rowsOf = (name: string): string[] => textIn(name).split('\r\n').slice(0, -1);
const withoutRow = (name: string, row: number): Files =>
  withText(
    name,
    `${rowsOf(name)
      .toSpliced(row - 1, 1)
      .join('\r\n')}\r\n`,
  );

describe('the record of a competition that was decided', () => {
  test('holds the very text that was signed, and the report as its page gives it, in each language', async () => {
    const { content, contentSha256 } = await app.db
      .selectFrom('selectionReports')
      .select(['content', 'contentSha256'])
      .where('vacancyReference', '=', REFERENCE)
      .executeTakeFirstOrThrow();

    expect(textIn(signedFile(1))).toBe(content);
    expect(
      createHash('sha256')
        .update(textIn(signedFile(1)))
        .digest('hex'),
    ).toBe(contentSha256?.toString('hex'));
    for (const language of LANGUAGES) {
      const { body } = await competition.manager.get(`/${language}/staff/vacancies/${REFERENCE}/report.pdf`);
      expect(files[reportPdfFile(1, language)]?.equals(body)).toBe(true);
    }
  });

  test('holds each letter as it was sent', async () => {
    const letters = Object.keys(files).filter((name) => name.includes('/letters/'));

    expect(letters).toEqual(competition.numbers.toSorted().map((number) => letterFile(1, number)));
    expect(textIn(letterFile(1, numberOf(0)))).toMatch(/^\[en\]\n.+\n\n[^]+\n\[fr\]\n.+\n\n/);
  });

  test('agrees in all its tables with its events, and with the head that was published as it was made', async () => {
    expect(await problemsOf(files, { heads: published })).toEqual([]);
    expect(published.at(-1)?.position).toBe(textIn(CHAIN).trimEnd().split('\n').length);
    expect(await problemsOf(await exported(), { heads: published })).toEqual([]);
  });
});

type Tampering = { change: () => Files; finds: () => object };
/** What somebody may have changed, and what is then told though the manifest, the seal, the chain and its head are made anew. */
const TAMPERINGS: Record<string, Tampering> = {
  'a signed score': {
    change: () => altered('scores.csv', '""points"": 5', '""points"": 3'),
    finds: () => ({ kind: 'row-differs', table: 'scores.csv', row: 2, action: 'scores-signed', in: ['sha256'] }),
  },
  'the words beside a score': {
    change: () => altered('scores.csv', 'Heard.', 'Heard nothing.'),
    finds: () => ({ kind: 'row-differs', table: 'scores.csv', row: 2, of: numberOf(0), in: ['sha256'] }),
  },
  'an agreed score': {
    change: () => altered('agreed-scores.csv', '""points"": 5', '""points"": 3'),
    finds: () => ({
      kind: 'row-differs',
      table: 'agreed-scores.csv',
      row: 2,
      of: numberOf(0),
      in: ['points', 'words'],
    }),
  },
  'the text of the report': {
    change: () => altered(signedFile(1), 'A strong field.', 'A weak field.'),
    finds: () => ({ kind: 'report-differs', name: signedFile(1), table: 'signatures.csv', row: 2 }),
  },
  'the text of the report, in its table too': {
    change: () => {
      const text = textIn(signedFile(1)).replace('A strong field.', 'A weak field.');
      const [before, after] = [textIn(signedFile(1)), text].map((one) =>
        createHash('sha256').update(one).digest('hex'),
      );
      const tables = ['reports.csv', 'signatures.csv'].map((name): [string, Buffer] => [
        name,
        Buffer.from(
          textIn(name)
            .replaceAll('A strong field.', 'A weak field.')
            .replaceAll(before ?? '', after ?? ''),
        ),
      ]);
      return { ...withText(signedFile(1), text), ...Object.fromEntries(tables) };
    },
    finds: () => ({ kind: 'row-differs', table: 'signatures.csv', action: 'report-signed', in: ['sha256'] }),
  },
  'who signed': {
    change: () => altered('signatures.csv', competition.member.accountId ?? '', competition.manager.accountId ?? ''),
    finds: () => ({ kind: 'row-differs', table: 'signatures.csv', of: REFERENCE, in: ['person', 'words'] }),
  },
  'when somebody signed': {
    change: () => altered('signatures.csv', /\d{4}-\d\d-\d\dT[\d:.]+Z/, '2026-11-01T08:00:00.000Z'),
    finds: () => ({ kind: 'row-differs', table: 'signatures.csv', row: 2, in: ['time'] }),
  },
  'that somebody dissents': {
    change: () => altered('signatures.csv', 'The second is as good.', ''),
    finds: () => ({ kind: 'row-differs', table: 'signatures.csv', in: ['dissents', 'words'] }),
  },
  'a signature taken out': {
    change: () => withoutRow('signatures.csv', 2),
    finds: () => ({ kind: 'event-without-row', table: 'signatures.csv', action: 'report-signed', of: REFERENCE }),
  },
  'a signature put in': {
    change: () => {
      const [head = '', first = '', ...rest] = rowsOf('signatures.csv');
      const more = first.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, competition.manager.accountId ?? '');
      return withText('signatures.csv', `${[head, first, more, ...rest].join('\r\n')}\r\n`);
    },
    finds: () => ({ kind: 'row-without-event', table: 'signatures.csv', row: 3, action: 'report-signed' }),
  },
  'the outcome that was decided': {
    change: () => {
      const [before = '', after = ''] = textIn('reports.csv')
        .split(/(?=""outcome"": ""selected"")/)
        .slice(-2);
      return withText(
        'reports.csv',
        before.length > after.length && after !== ''
          ? textIn('reports.csv').replace(after, after.replace('selected', 'not-retained'))
          : '',
      );
    },
    finds: () => ({ kind: 'row-differs', table: 'reports.csv', action: 'report-accepted', in: ['outcomes', 'words'] }),
  },
  'who decided': {
    change: () => altered('reports.csv', competition.authority.accountId ?? '', competition.manager.accountId ?? ''),
    finds: () => ({ kind: 'row-differs', table: 'reports.csv', action: 'report-accepted', in: ['person'] }),
  },
  'a report that was taken out': {
    change: () => Object.fromEntries(Object.entries(files).filter(([name]) => name !== signedFile(1))),
    finds: () => ({ kind: 'report-missing', name: signedFile(1), table: 'reports.csv', row: 2 }),
  },
  'a letter': {
    change: () => altered(letterFile(1, numberOf(2)), /\n\n/, '\n\nWe are glad.\n'),
    finds: () => ({ kind: 'letter-differs', name: letterFile(1, numberOf(2)) }),
  },
  'a step of the selection': {
    change: () => altered('stages.csv', ',comparison,', ',not-eligible,'),
    finds: () => ({ kind: 'row-differs', table: 'stages.csv', of: numberOf(2), in: ['reason'] }),
  },
  'an application that was taken out': {
    change: () => withoutRow('applications.csv', 2),
    finds: () => ({ kind: 'event-without-row', table: 'applications.csv', action: 'submit', of: numberOf(0) }),
  },
  'an application that was put in': {
    change: () =>
      withText(
        'applications.csv',
        `${textIn('applications.csv')}${(rowsOf('applications.csv')[1] ?? '').replace(numberOf(0), 'A-260481-99999')}\r\n`,
      ),
    finds: () => ({ kind: 'row-without-event', table: 'applications.csv', row: 5, of: 'A-260481-99999' }),
  },
  'a declaration of interests': {
    change: () => altered('declarations.csv', /[0-9a-f]{64}/, '0'.repeat(64)),
    finds: () => ({ kind: 'row-differs', table: 'declarations.csv', row: 2, in: ['text'] }),
  },
  'a document': {
    change: () => ({ ...files, [`applications/${numberOf(0)}/cover-letter.pdf`]: Buffer.from('another letter') }),
    finds: () => ({ kind: 'document-missing', application: numberOf(0) }),
  },
  'a receipt': {
    change: () => altered(`applications/${numberOf(0)}/receipt.json`, 'Marin 0', 'Marin 9'),
    finds: () => ({ kind: 'receipt-wrong', name: `applications/${numberOf(0)}/receipt.json` }),
  },
};

const changedIn = (some: Files): string[] =>
  [...new Set([...Object.keys(files), ...Object.keys(some)])].filter(
    (name) => !(files[name] && some[name] && files[name].equals(some[name])),
  );

describe.each(Object.entries(TAMPERINGS))('changed: %s', (_, { change, finds }) => {
  test('is found in the record as it is, which names the file', async () => {
    const [name] = changedIn(change());

    expect(JSON.stringify(await problemsOf(change()))).toContain(JSON.stringify(name));
  });

  test('is found though the organisation signs its manifest anew: the chain says what it held', async () => {
    const some = change();
    const sealed = (await problemsOf(remade(some, key))).filter(({ kind }) => kind === 'seal-broken');

    expect(sealed).toHaveLength(changedIn(some).length);
  });

  test('is found though the organisation writes all of it anew, and table, row and event are named in both languages', async () => {
    const problems = await problemsOf(writtenAnew(change(), key, () => true));
    const found = problems.find((one) => JSON.stringify(one).includes(Object.values(finds()).map(String)[0] ?? ''));

    expect(problems).toContainEqual(expect.objectContaining(finds()));
    expect(problems.map(({ kind }) => kind)).not.toContain('seal-broken');
    for (const language of LANGUAGES) expect(found && tellRecordProblem(found, language)).toMatch(/\w.*\.$/);
  });

  test('is found by a head that was published and kept, whatever is written anew', async () => {
    const anew = writtenAnew(change(), key, () => true);

    expect(await problemsOf(anew, { heads: published })).toContainEqual(
      expect.objectContaining({ kind: 'chain', problem: expect.objectContaining({ kind: 'head-differs' }) as object }),
    );
  });
});

test('a PDF that was put in another’s place is found by what the chain says of it, and by the head that was published', async () => {
  const name = reportPdfFile(1, 'fr');
  const swapped = { ...files, [name]: files[reportPdfFile(1, 'en')] ?? Buffer.alloc(0) };

  expect(await problemsOf(swapped)).toEqual([{ kind: 'file-altered', name }]);
  expect(await problemsOf(remade(swapped, key))).toEqual([expect.objectContaining({ kind: 'seal-broken', name })]);
  expect(
    await problemsOf(
      writtenAnew(swapped, key, () => true),
      { heads: published },
    ),
  ).not.toEqual([]);
});

test('whichever event a row tells of is dropped, with everything made anew and signed, the row is named', async () => {
  const compared = textIn(EVENTS).trimEnd().split('\n').map(eventIn);
  const told = [
    'submit',
    'invite',
    'scores-signed',
    'scores-agreed',
    'report-signed',
    'report-submitted',
    'message-sent',
  ];
  const dropped = compared.filter(({ action }) => told.includes(action) || action.startsWith('decision-'));

  const unnamed: string[] = [];
  for (const { id, action } of dropped) {
    const problems = await problemsOf(writtenAnew(files, key, (event) => event.id !== id));
    if (!problems.some((one) => one.kind === 'row-without-event')) unnamed.push(`${id} ${action}`);
  }

  expect(new Set(dropped.map(({ action }) => action)).size).toBe(told.length + 1);
  expect(unnamed).toEqual([]);
});

test('any instant of any row that an event tells of, moved, is named with its table and row', async () => {
  const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
  // What is planned, and what no event is written of: a slot, the day by which something is due, a first reading.
  const NOT_TOLD = ['vacancy.csv', 'notice-versions.csv', 'approvals.csv', 'documents.csv', 'events.csv'];
  const tables = TABLE_FILES.filter((file) => rowsOf(file).length > 1 && !NOT_TOLD.includes(file));
  const places = tables.flatMap((file) =>
    [...textIn(file).matchAll(INSTANT)].map((found) => ({ file, at: found.index })),
  );

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places),
      fc.integer({ min: 2, max: 1_000_000 }),
      async ({ file, at }, seconds) => {
        const text = textIn(file);
        const before = text.slice(at, at + 24);
        const moved = new Date(Date.parse(before) + seconds * 1000).toISOString();
        const changed = withText(file, text.slice(0, at) + moved + text.slice(at + 24));

        const problems = await problemsOf(writtenAnew(changed, key, () => true));

        expect(problems).toContainEqual(expect.objectContaining({ table: file, kind: 'row-differs', in: ['time'] }));
      },
    ),
    { numRuns: 100 },
  );
});

test('the hash that an event tells of a signed score cannot be made from any score alone', async () => {
  const rows = await app.db.selectFrom('scoreSheets').select(['nonce', 'signedAt']).execute();
  const details = textIn(EVENTS)
    .split('\n')
    .filter((line) => line.includes('scores-signed'));

  expect(details).toHaveLength(rows.length);
  expect(new Set(rows.map(({ nonce }) => nonce)).size).toBe(rows.length);
  expect(rows.every(({ nonce }) => nonce !== null && !details.some((line) => line.includes(nonce)))).toBe(true);
});

test('an event passed off as one of another competition is found, though chain, seal and published heads stay as they were', async () => {
  const events = textIn(EVENTS).trimEnd().split('\n');
  const hidden = events.find((line) => eventIn(line).action === 'report-begun') ?? '';
  const { id } = eventIn(hidden);
  const chain = textIn(CHAIN).replace(new RegExp(`^(\\d+ ${id} [0-9a-f]{64}) own [0-9a-f]{64}$`, 'm'), '$1 other');
  const without = withText(EVENTS, events.map((line) => (line === hidden ? '' : `${line}\n`)).join(''));

  const problems = await problemsOf(remade(withText(CHAIN, chain, without), key), { heads: published });

  expect(problems).toEqual([
    expect.objectContaining({ kind: 'row-without-event', table: 'events.csv', action: 'report-begun', of: REFERENCE }),
  ]);
});

test('a row of the table of events that says otherwise than its event is found though all is written anew', async () => {
  const changed = altered('events.csv', ',report-begun,', ',report-frozen,');

  expect(await problemsOf(writtenAnew(changed, key, () => true))).toContainEqual(
    expect.objectContaining({ kind: 'row-differs', table: 'events.csv', in: ['action'] }),
  );
});

test('a false row of the table of events before the true one is found though all is written anew', async () => {
  const rows = textIn('events.csv').split('\r\n');
  const place = rows.findIndex((row) => row.includes(',report-begun,'));
  const added = rows.toSpliced(place, 0, rows[place]?.replace(',report-begun,', ',report-frozen,') ?? '');
  const changed = withText('events.csv', added.join('\r\n'));

  expect(await problemsOf(writtenAnew(changed, key, () => true))).toContainEqual(
    expect.objectContaining({ kind: 'row-without-event', table: 'events.csv', action: 'report-begun' }),
  );
});

test('events and their rows that stand in another order say the same', async () => {
  const [head = '', ...rows] = textIn('events.csv').trimEnd().split('\r\n');
  const table = withText('events.csv', `${[head, ...rows.toReversed()].join('\r\n')}\r\n`);
  const events = textIn(EVENTS).trimEnd().split('\n').toReversed();
  const changed = { ...table, ...withText(EVENTS, `${events.join('\n')}\n`, table) };

  expect(await problemsOf(writtenAnew(changed, key, () => true))).toEqual([]);
});

test('a table that was left out as a whole is found though all is written anew', async () => {
  const { 'scores.csv': _, ...without } = files;

  expect(await problemsOf(writtenAnew(without, key, () => true))).toContainEqual(
    expect.objectContaining({ kind: 'event-without-row', table: 'scores.csv', action: 'scores-signed' }),
  );
});

test.each<[string, { name: TableFile; change: (text: string) => string; line: number }]>([
  [
    'behind a cell that is none',
    { name: 'messages.csv', change: (text) => `${text}a"b"\r\nA-260481-99999,x\r\n`, line: 5 },
  ],
  [
    'in more cells than the head has',
    { name: 'scores.csv', change: (text) => text.replace(/\r\n$/, ',0\r\n'), line: 7 },
  ],
  [
    'in a second column of the same name',
    { name: 'scores.csv', change: (text) => text.replace('nonce', 'scores'), line: 1 },
  ],
])('what was hidden from this reading %s is told though all is written anew', async (_, { name, change, line }) => {
  const changed = withText(name, change(textIn(name)));

  expect(await problemsOf(writtenAnew(changed, key, () => true))).toContainEqual({
    kind: 'line-unreadable',
    name,
    line,
  });
});

test('a manifest that names a thing twice is none, whoever signed it', async () => {
  const twice = textIn(MANIFEST).replace('{\n', `{\n "vacancy": "260999",\n`);
  const some = { ...withText(MANIFEST, twice), [SIGNATURE]: Buffer.from(signatureText(twice, key)) };

  expect((await verifyRecord(archiveOf(some), { keys: [key] })).ok).toBe(false);
});

test('a seal, the heads or the keys left out are told', async () => {
  const kindsOf = async (some: Files) => (await problemsOf(some)).map(({ kind }) => kind);
  const without = (name: string) => Object.fromEntries(Object.entries(files).filter(([one]) => one !== name));

  expect(await kindsOf(writtenAnew(files, key, ({ action }) => action !== 'record-sealed'))).toContain('not-sealed');
  expect(await kindsOf(remade(without(HEADS), key))).toEqual(['no-signed-head']);
  expect(await kindsOf(remade(withText(HEADS, 'x'), key))).toEqual(['heads-unreadable', 'no-signed-head']);
  expect(await kindsOf(without(KEYS))).toEqual(['file-missing']);
  expect(await kindsOf(without(MANIFEST)).catch(String)).toContain('no record');
  expect(await kindsOf(without(SIGNATURE))).toEqual(['not-signed']);
});

test('what was changed in the database before the record was made is told of the record', async () => {
  await app.db.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql`update report_signatures set signed_at = signed_at + interval '1 day'
      where account_id = ${competition.chair.accountId}`.execute(transaction);
    await sql`update score_sheets set scores = replace(scores::text, '"points": 1', '"points": 2')::jsonb`.execute(
      transaction,
    );
  });

  const problems = await problemsOf(await exported());

  expect(problems.map((one) => ('table' in one ? [one.kind, one.table, 'in' in one && one.in] : one.kind))).toEqual([
    ['row-differs', 'scores.csv' satisfies TableFile, ['sha256']],
    ['row-differs', 'scores.csv', ['sha256']],
    ['row-differs', 'signatures.csv', ['time']],
  ]);
});
