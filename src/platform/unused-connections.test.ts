import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { createWeb } from './web.ts';

/** A server whose one page takes until it is let go; with connections to it. */
async function server() {
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'http://concours.test' });
  if (!config.ok) throw new Error('no settings');
  const web = await createWeb(config.value, () => new Date('2026-11-27T12:00:00Z'));
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  web.get('/', async () => {
    asked.resolve();
    await released.promise;
    return 'the page';
  });
  const port = Number(new URL(await web.listen({ port: 0, host: '127.0.0.1' })).port);
  const connected = async () => {
    const arrived = once(web.server, 'connection');
    const socket = connect({ port, host: '127.0.0.1' });
    await Promise.all([once(socket, 'connect'), arrived]);
    return socket;
  };
  return { web, connected, asked: asked.promise, release: released.resolve };
}

test('a server stops though a browser has opened a connection ahead of need', async () => {
  const { web, connected } = await server();
  const ahead = await connected();

  await Promise.all([web.close(), once(ahead, 'close')]);

  expect(ahead.destroyed).toBe(true);
});

test('and still answers what it was asked before', async () => {
  const { web, connected, asked, release } = await server();
  const asking = await connected();
  asking.write('GET / HTTP/1.1\r\nHost: concours.test\r\nConnection: close\r\n\r\n');
  await asked;

  const closed = web.close();
  setTimeout(release, 100);
  const answer = await text(asking);
  await closed;

  expect(answer).toContain('the page');
});
