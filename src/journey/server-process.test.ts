import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runUnread, startServer, stopServer, type ServerProcess } from './server-process-testing.ts';

let dataDir: string;
let server: ServerProcess;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'concours-serve-'));
  // PostgreSQL never runs as root, and its account must be able to pass.
  chmodSync(dataDir, 0o711);
  server = await startServer(dataDir);
}, 120_000);
afterAll(async () => {
  await stopServer(server);
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

test('an empty data folder becomes the demonstration, and its addresses and sign-ins are printed', async () => {
  const list = await (await fetch(`${server.origin}/fr/vacancies`)).text();

  expect(list.match(/<li>/g)?.length).toBeGreaterThanOrEqual(12);
  expect(server.output()).toContain(`${server.origin}/en/vacancies`);
  expect(server.output()).toMatch(/Sign in as {2}\S+@northern-rivers\.example \/ \S+ .*recruiter/);
});

test('SIGTERM lets a request in flight finish, takes no new one, and ends with status 0', async () => {
  const body = 'email=nobody%40people.example&password=wrong';
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(
    `POST /en/sign-in HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\nconnection: close\r\n` +
      `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  );
  await sleep(200);

  const stopped = stopServer(server);
  await sleep(300);
  const refused = await fetch(`${server.origin}/en/vacancies`).then(
    () => false,
    () => true,
  );
  socket.write(body.slice(10));
  await once(socket, 'close');

  expect(refused).toBe(true);
  expect(answer).toMatch(/^HTTP\/1\.1 422/);
  expect(answer).toContain('</html>');
  expect(await stopped).toBe(0);
}, 60_000);

test('started again, it has what it had, and the same sign-ins', async () => {
  const before = server.output().match(/Sign in as .*/g);

  server = await startServer(dataDir);

  expect(server.output().match(/Sign in as .*/g)).toEqual(before);
  expect((await fetch(`${server.origin}/en/vacancies`)).status).toBe(200);
}, 60_000);

test('an address that another process has is told in words, and the command ends', async () => {
  const second = startServer(dataDir, { PORT: String(server.port) });

  await expect(second).rejects.toThrow(
    `concours: 127.0.0.1, port ${server.port}: another process listens there already: stop it, or choose another PORT`,
  );
  expect((await fetch(`${server.origin}/en/vacancies`)).status).toBe(200);
});

test('a command whose output nobody reads to its end ends as it would', async () => {
  expect(await runUnread('--help')).toEqual({ status: 0, warned: '' });
  expect(await runUnread('serve', '--help')).toEqual({ status: 0, warned: '' });
});
