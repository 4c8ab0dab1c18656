import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/database-testing.ts';
import type { Schema } from '../../schema.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { insertAccount } from '../people-testing.ts';
import { recordEvents } from '../event-queries.ts';
import { keyText, logName } from '../signing-key/public-key.ts';
import { logKeys, rotateKey } from '../signing-key/signing-key-queries.ts';
import { makeKey, openKey } from '../signing-key/signing-key.ts';
import { NO_COMPETITIONS } from './event-chain-testing.ts';
import { events } from './event-commands.ts';
import { eventHeadNote, isHeadDue, isHeadSignedBy, readEventHeads, signEventHead } from './event-head.ts';
import { auditWithHeads, lastEventHead, publishDueHead, publishEventHead } from './event-head-queries.ts';
import { eventHeadTasks } from './event-head-tasks.ts';

const SIGNER = { name: 'concours.test/receipts', secret: 'a secret that is long enough to sign' };
const at = (time: string) => new Date(`2026-11-22T${time}:00Z`);
const written = (db: Kysely<Schema>, count: number) =>
  recordEvents(
    db,
    Array.from({ length: count }, (_, index) => ({
      ...({ subject: 'vacancy', action: 'edit', by: { kind: 'system' } } as const),
      subjectId: `26070${index}`,
      at: at('09:00'),
    })),
  );

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concours-heads-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a signed head', () => {
  const made = makeKey(SIGNER.name, SIGNER.secret);
  const privateKey = openKey(made.sealed, SIGNER.secret);
  const anyHead = fc.record({
    position: fc.integer({ min: 1, max: 999_999_999_999_999 }),
    hash: fc.stringMatching(/^[0-9a-f]{64}$/),
    name: fc.constant(SIGNER.name),
    at: fc.date({ min: new Date(0), max: new Date('9999-01-01T00:00:00Z'), noInvalidDate: true }),
  });

  test('is read back as it was written, one after another, and signed by its key alone', () => {
    if (!privateKey) throw new Error('What was sealed a moment ago opens');
    const another = makeKey(SIGNER.name, SIGNER.secret);
    fc.assert(
      fc.property(fc.array(anyHead, { minLength: 1, maxLength: 5 }), (heads) => {
        const all = heads.map((head) => signEventHead(head, { id: made.id, privateKey }));

        const read = readEventHeads(all.map((head) => `${eventHeadNote(head)}\n`).join(''));

        expect(read).toEqual(all);
        expect(read?.every((head) => isHeadSignedBy(head, made) && !isHeadSignedBy(head, another))).toBe(true);
        expect(read?.some((head) => isHeadSignedBy({ ...head, position: head.position + 1 }, made))).toBe(false);
      }),
    );
  });

  test('is not read where anything stands between, before or after', () => {
    if (!privateKey) throw new Error('What was sealed a moment ago opens');
    const head = { position: 7, hash: 'a'.repeat(64), name: SIGNER.name, at: at('09:00') };
    const note = eventHeadNote(signEventHead(head, { id: made.id, privateKey }));

    expect([`x\n${note}`, `${note}x`, `${note}\nx\n${note}`, '', '{}'].map(readEventHeads)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(readEventHeads(note.replaceAll('\n', '\r\n'))).toHaveLength(1);
  });

  test('is due once in each full hour, whatever the minute', () => {
    expect(isHeadDue(undefined, at('09:00'))).toBe(true);
    expect(isHeadDue(at('09:01'), at('09:59'))).toBe(false);
    expect(isHeadDue(at('09:59'), at('10:00'))).toBe(true);
  });
});

describe('against a database that somebody rewrites', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let kept: string;

  beforeEach(async () => {
    database = await testDatabase();
    const { db } = database;
    for (const time of ['09:00', '10:00', '11:00']) {
      await written(db, 4);
      await publishDueHead(db, SIGNER, at(time));
    }
    kept = join(folder, 'heads.txt');
    const heads = await db.selectFrom('eventHeads').selectAll().orderBy('position').execute();
    const notes = heads.map(({ position, hash, ...row }) =>
      eventHeadNote({ ...row, name: SIGNER.name, position: Number(position), hash: hash.toString('hex') }),
    );
    await writeFile(kept, notes.join('\n'));
  });
  afterEach(() => database.drop());

  /** What somebody does who may do everything in the database, and stays undone by nobody. */
  const tampered = (...statements: string[]) =>
    database.db.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      for (const statement of statements) await sql.raw(statement).execute(transaction);
    });
  const CUT = [
    'delete from events where id in (select event_id from event_chain where position > 10)',
    'delete from event_chain where position > 10',
  ];
  const ALTERED = `update events set action = 'close' where id = (select event_id from event_chain where position = 2)`;
  const CHAINED_ANEW = `do $$
    declare
      link record;
      previous bytea := decode(repeat('00', 32), 'hex');
    begin
      for link in
        select c.position, c.event_id, sha256(convert_to(event_text(e), 'UTF8')) as content
        from event_chain c join events e on e.id = c.event_id order by c.position
      loop
        update event_chain set content_sha256 = link.content,
          hash = event_link_hash(link.position, link.event_id, link.content, previous)
          where position = link.position returning hash into previous;
      end loop;
    end $$`;

  const verify = async (...args: string[]) => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const status = await events(
      ['--verify', ...args],
      { print: say, warn: say, environment: {} },
      { ...database, auditRows: NO_COMPETITIONS },
    );
    return { status, text: said.join('\n') };
  };

  test('what was published and kept agrees with what is there', async () => {
    expect(await verify()).toMatchObject({ status: 0, text: expect.stringContaining('3 published here, 0') as string });
    expect(await verify('--heads', kept)).toMatchObject({
      status: 0,
      text: expect.stringContaining('every head that you gave') as string,
    });
  });

  test('the newest events removed are found by a head that was published', async () => {
    await tampered(...CUT);

    const found = await verify();

    expect(found.status).toBe(1);
    expect(found.text).toMatch(/The chain ends before position 1[2-9], which was its head published 2026-11-22T11:00/);
  });

  test('a chain written anew as a whole is found by every head that was published since', async () => {
    await tampered(ALTERED, CHAINED_ANEW);

    const found = await verify();

    expect(found.status).toBe(1);
    expect(found.text.match(/is not the head published .*: the chain was rewritten/g)).toHaveLength(3);
    expect(found.text).not.toContain('was altered');
  });

  test.each([
    ['cut', CUT],
    ['written anew', [ALTERED, CHAINED_ANEW]],
  ])(
    'a chain that was %s with new heads, signed by our own key, is found by heads that somebody kept',
    async (_, statements) => {
      const { db } = database;
      await tampered(...statements, 'delete from event_heads');
      await publishEventHead(db, SIGNER, at('11:00'));

      const unaware = await verify();
      const found = await verify('--heads', kept);

      expect(unaware).toMatchObject({
        status: 0,
        text: expect.stringContaining('heads that somebody else kept') as string,
      });
      expect(found.status).toBe(1);
      expect(found.text).toMatch(/head that was kept|which was its head published|not the head that was kept/);
    },
  );

  test('heads signed by another key than that of the organisation are told', async () => {
    const { db } = database;
    const keys = join(folder, 'keys.txt');
    await writeFile(keys, (await logKeys(db)).map((key) => `${keyText(key)}\n`).join(''));
    await rotateKey(db, SIGNER, at('11:30'));
    await publishEventHead(db, SIGNER, at('12:00'));

    const ours = await verify();
    const theirs = await verify('--key', keys);

    expect(ours.status).toBe(0);
    expect(theirs.status).toBe(1);
    expect(theirs.text.match(/bears the signature of none of the keys/g)).toHaveLength(1);
    await tampered(`update event_heads set at = at + interval '1 second' where position = 4`);
    expect((await auditWithHeads(db, {})).problems.map(({ kind }) => kind)).toContain('head-unsigned');
  });

  test('files that are no heads or no keys are refused, and a head is never changed', async () => {
    await writeFile(join(folder, 'none.txt'), 'nothing');

    expect((await verify('--heads', join(folder, 'none.txt'))).status).toBe(2);
    expect((await verify('--key', kept)).status).toBe(2);
    expect((await verify('--subject', 'x')).status).toBe(2);
    await expect(sql`update event_heads set at = now()`.execute(database.db)).rejects.toThrow('is never changed');
    await expect(sql`delete from event_heads`.execute(database.db)).rejects.toThrow('is never changed');
  });
});

describe('published', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  test('by a task, once where several servers do so at once, and not where nothing was added', async () => {
    const { db, context } = app;
    await insertAccount(db, { name: 'Somebody Whose Name Is Nowhere' });
    await written(db, 2);
    const runs = Array.from({ length: 4 }, () => eventHeadTasks(context)).flat();

    await Promise.all(runs.map(({ run }) => run()));
    const first = await lastEventHead(db);
    app.now = new Date(app.now.getTime() + 3 * 3_600_000);
    // Making the key was itself an event: the next head has it.
    await eventHeadTasks(context)[0]?.run();
    app.now = new Date(app.now.getTime() + 3 * 3_600_000);
    await eventHeadTasks(context)[0]?.run();

    const heads = await db.selectFrom('eventHeads').select('position').execute();
    expect(first?.name).toBe(logName(context.config.PUBLIC_URL));
    expect(heads).toHaveLength(2);
  });

  test('for anybody, at their address, with nothing of any event or person but how many there are', async () => {
    const answer = await app.web.inject('/api/v1/event-log/heads?every=state');
    const last = await app.web.inject('/api/v1/event-log/head');
    const days = await app.web.inject('/api/v1/event-log/heads');

    const read = readEventHeads(answer.body);
    const keys = await logKeys(app.db);
    expect(read).toHaveLength(2);
    expect(read?.every((head) => keys.some((key) => isHeadSignedBy(head, key)))).toBe(true);
    expect(readEventHeads(last.body)).toEqual(read?.slice(-1));
    expect(readEventHeads(days.body)?.at(-1)).toEqual(read?.at(-1));
    const after = await app.web.inject(`/api/v1/event-log/heads?every=state&after=${read?.[0]?.position}`);
    expect(readEventHeads(after.body)).toEqual(read?.slice(1));
    expect(last.body).toMatch(
      /^concours\/event-head\/1\nconcours\.test\/receipts\n\d+:[0-9a-f]{64}\n[\d:.TZ-]+\n\n— concours\.test\/receipts [A-Za-z0-9+/=]+\n$/,
    );
    expect((await app.web.inject('/api/v1/event-log/heads?after=x')).statusCode).toBe(400);
  });

  test('on the page of receipts, beside the log of receipts, in both languages', async () => {
    const head = await lastEventHead(app.db);
    for (const [language, title] of [
      ['en', 'The chain of events'],
      ['fr', 'La chaîne des événements'],
    ]) {
      const { body } = await app.web.inject(`/${language}/receipts`);

      expect(body).toContain(title);
      expect(body).toContain(`${head?.position}:${head?.hash}`);
      expect(body).toContain('/api/v1/event-log/heads');
    }
  });
});
