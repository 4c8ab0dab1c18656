import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './database-testing.ts';
import { outboxDelivery, queueMail, sendQueuedMails, smtpDelivery, type Deliver, type Mail } from './mail.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.deleteFrom('mails').execute();
});

const mail = (change: Partial<Mail> = {}): Mail => ({
  to: { name: 'Ada Marin', address: 'ada@people.example' },
  subject: 'Accusé de réception – 260014 🌊',
  text: 'Bonjour,\n\nNous avons reçu votre candidature.\n.\nFin\n',
  language: 'fr',
  ...change,
});

const queue = (change: Partial<Mail> = {}, at = NOW) => queueMail(database.db, mail(change), at);
const queued = () => database.db.selectFrom('mails').selectAll().orderBy('queuedAt').execute();

type Received = { recipients: string[]; mail: ParsedMail; raw: string };

/** A mail server on this machine; `refuse` says which addresses it will not take. */
async function mailServer(refuse: (address: string) => boolean = () => false) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(refuse(address) ? Object.assign(new Error(`no ${address} here`), { responseCode: 550 }) : null),
    onData: async (stream, { envelope }, done) => {
      const raw = await text(stream);
      const recipients = envelope.rcptTo.map(({ address }) => address);
      received.push({ recipients, raw, mail: await simpleParser(raw) });
      done();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { received, url: `smtp://127.0.0.1:${port}`, close };
}

describe('by a mail server', () => {
  test('a mail arrives once, with its accents, and leaves the queue', async () => {
    const server = await mailServer();
    await queue();

    const sent = await sendQueuedMails(database.db, smtpDelivery(server.url, 'no-reply@concours.test'), NOW);
    await server.close();

    expect(sent).toBe(1);
    expect(await queued()).toEqual([]);
    expect(server.received).toHaveLength(1);
    const [{ mail: arrived, recipients } = { mail: undefined, recipients: [] }] = server.received;
    expect(recipients).toEqual(['ada@people.example']);
    expect(arrived?.subject).toBe('Accusé de réception – 260014 🌊');
    expect(arrived?.text?.trimEnd()).toBe('Bonjour,\n\nNous avons reçu votre candidature.\n.\nFin');
    expect(arrived?.from?.value).toEqual([{ address: 'no-reply@concours.test', name: '' }]);
    expect(arrived?.headers.get('content-language')).toBe('fr');
    expect(arrived?.messageId).toMatch(/^<[\da-f-]{36}@concours>$/);
    expect(arrived?.html).toBe(false);
  });

  test('an entry for a calendar comes with its method, as a part and as a file', async () => {
    const server = await mailServer();
    const content = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
    await queue({ calendar: { method: 'CANCEL', content } });

    await sendQueuedMails(database.db, smtpDelivery(server.url, 'no-reply@concours.test'), NOW);
    await server.close();

    const [first] = server.received;
    expect(first?.raw).toMatch(/content-type: text\/calendar; charset=utf-8; method=CANCEL/i);
    expect(first?.mail.attachments.map(({ filename }) => filename)).toContain('invitation.ics');
    expect(first?.mail.attachments.map((part) => part.content.toString())).toContain(content);
    expect(first?.mail.text).toContain('Nous avons reçu votre candidature.');
  });

  test('line breaks in a name or a subject add neither reader nor header', async () => {
    const server = await mailServer();
    const to = { name: 'Ada\r\nBcc: eve@evil.example', address: 'ada@people.example' };
    await queue({ to, subject: 'Hello\r\nBcc: eve@evil.example\r\n\r\nbody' });

    await sendQueuedMails(database.db, smtpDelivery(server.url, 'no-reply@concours.test'), NOW);
    await server.close();

    const [first] = server.received;
    expect(first?.recipients).toEqual(['ada@people.example']);
    expect(first?.raw).not.toMatch(/^bcc:/im);
    expect(first?.mail.subject).toBe('Hello Bcc: eve@evil.example body');
    expect(first?.mail.text).toContain('Nous avons reçu votre candidature.');
  });

  test.for([
    'ada@people.example\r\nBcc: eve@evil.example',
    'ada@people.example, eve@evil.example',
    'no address',
    'a b@c.example',
  ])('an address that is more than one is never queued: %j', async (address) => {
    await expect(queue({ to: { name: 'Ada', address } })).rejects.toThrow('mails_to_address_check');
  });

  test('a mail that is refused waits 1, 2, 4 … minutes, at most four hours, and keeps no address in its problem', async () => {
    const server = await mailServer(() => true);
    const deliver = smtpDelivery(server.url, 'no-reply@concours.test');
    await queue();

    const waits: number[] = [];
    let at = NOW;
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await sendQueuedMails(database.db, deliver, at)).toBe(0);
      const [row] = await queued();
      waits.push(((row?.nextTryAt.getTime() ?? 0) - at.getTime()) / 60_000);
      expect(row?.problem).toBe('EENVELOPE');
      expect(await sendQueuedMails(database.db, deliver, new Date((row?.nextTryAt.getTime() ?? 0) - 1))).toBe(0);
      expect((await queued())[0]?.attempts).toBe(attempt + 1); // not yet due, so not tried
      at = row?.nextTryAt ?? at;
    }
    await server.close();

    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240]);
  });

  test('a server that is away loses nothing, and one that is back gets everything', async () => {
    await queue();
    await queue({ subject: 'second' });
    expect(await sendQueuedMails(database.db, smtpDelivery('smtp://127.0.0.1:1', 'a@b.example'), NOW)).toBe(0);
    expect((await queued()).map(({ problem, attempts }) => [problem, attempts])).toEqual([
      ['ESOCKET', 1],
      ['ESOCKET', 1],
    ]);

    const server = await mailServer();
    const sent = await sendQueuedMails(database.db, smtpDelivery(server.url, 'a@b.example'), minutesLater(1));
    await server.close();

    expect(sent).toBe(2);
    expect(await queued()).toEqual([]);
  });

  test('one that is refused does not hold up the others', async () => {
    const server = await mailServer((address) => address.startsWith('gone'));
    await queue({ to: { name: 'Gone', address: 'gone@people.example' } });
    await queue({}, minutesLater(1));

    const sent = await sendQueuedMails(database.db, smtpDelivery(server.url, 'a@b.example'), minutesLater(1));
    await server.close();

    expect(sent).toBe(1);
    expect((await queued()).map(({ toAddress }) => toAddress)).toEqual(['gone@people.example']);
  });
});

test('two senders at once send each mail once', async () => {
  const seen: string[] = [];
  const deliver: Deliver = async ({ messageId }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen.push(messageId);
  };
  for (let index = 0; index < 20; index += 1) await queue({ subject: `mail ${index}` });

  const sent = await Promise.all([1, 2, 3].map(() => sendQueuedMails(database.db, deliver, NOW)));

  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(20);
  expect(new Set(seen).size).toBe(20);
  expect(seen).toHaveLength(20);
  expect(await queued()).toEqual([]);
});

test('a mail of a change that did not happen is never sent', async () => {
  const undone = database.db.transaction().execute(async (transaction) => {
    await queueMail(transaction, mail(), NOW);
    throw new Error('undone');
  });

  await expect(undone).rejects.toThrow('undone');
  expect(await queued()).toEqual([]);
});

test('mails go out in the order they were queued in, and none before its time', async () => {
  const subjects: string[] = [];
  await queue({ subject: 'second' }, minutesLater(2));
  await queue({ subject: 'first' }, minutesLater(1));
  await queue({ subject: 'tomorrow' }, minutesLater(1440));

  await sendQueuedMails(database.db, async ({ subject }) => void subjects.push(subject), minutesLater(5));

  expect(subjects).toEqual(['first', 'second']);
});

describe('into the outbox', () => {
  test('each mail is a file that a mail program opens', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concours-outbox-'));
    try {
      await queue();
      await queue({ to: { name: 'Zoé "Z" <x>', address: 'zoe@people.example' }, subject: 'second' }, minutesLater(1));

      const outbox = join(folder, 'outbox');
      await sendQueuedMails(database.db, outboxDelivery(outbox, 'no-reply@concours.test'), minutesLater(1));

      const names = await readdir(outbox);
      const mails = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(outbox, name)))));
      expect(names.every((name) => /^\d+-[\da-f]{8}\.eml$/.test(name))).toBe(true);
      expect(new Set(mails.map(({ subject }) => subject))).toEqual(
        new Set(['Accusé de réception – 260014 🌊', 'second']),
      );
      const second = mails.find(({ subject }) => subject === 'second');
      expect([second?.to].flat()[0]?.value).toEqual([{ name: 'Zoé "Z" <x>', address: 'zoe@people.example' }]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
