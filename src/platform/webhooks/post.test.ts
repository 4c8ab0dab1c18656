import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { selfSigned } from './certificate-testing.ts';
import { isInnerAddress } from './inner-addresses.ts';
import { post } from './post.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<number> {
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

const MESSAGE = { headers: { 'content-type': 'application/json' }, body: '{"é":1}' };
const LIMITS = { innerHosts: ['localhost', '127.0.0.1'], timeoutMs: 2_000 };

describe('an inner address', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'localhost',
    '',
  ])('is %j', (address) => {
    expect(isInnerAddress(address)).toBe(true);
  });

  test.each(['1.1.1.1', '172.32.0.1', '172.15.0.1', '192.169.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'is not %j',
    (address) => {
      expect(isInnerAddress(address)).toBe(false);
    },
  );
});

describe('what is posted', () => {
  test('arrives byte by byte, and is answered with the status alone', async () => {
    const got: string[] = [];
    const port = await listening(async (request, response) => {
      got.push(`${request.method} ${request.url} ${request.headers['content-length']} ${await text(request)}`);
      response.writeHead(202).end('something long');
    });

    const outcome = await post({ url: `http://localhost:${port}/in?a=1`, ...MESSAGE }, LIMITS);

    expect(outcome).toEqual({ status: 202 });
    expect(got).toEqual(['POST /in?a=1 8 {"é":1}']);
  });

  test('follows nobody who points elsewhere', async () => {
    let asked = 0;
    const port = await listening((_, response) => {
      asked += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });

    expect(await post({ url: `http://localhost:${port}/`, ...MESSAGE }, LIMITS)).toEqual({ status: 307 });
    expect(asked).toBe(1);
  });

  test('waits so long for an answer and no longer', async () => {
    const port = await listening(() => undefined);

    const outcome = await post({ url: `http://localhost:${port}/`, ...MESSAGE }, { ...LIMITS, timeoutMs: 50 });

    expect(outcome).toEqual({ problem: 'timed-out' });
  });

  test('does not wait for the end of an answer', async () => {
    const port = await listening((_, response) => {
      response.writeHead(200);
      response.write('and so on');
    });

    expect(await post({ url: `http://localhost:${port}/`, ...MESSAGE }, LIMITS)).toEqual({ status: 200 });
  });

  test.each(['localhost', '127.0.0.1', '[::1]', '0x7f000001', '2130706433', '[::ffff:127.0.0.1]'])(
    'never leaves for an inner network that was not named: %s',
    async (host) => {
      let asked = 0;
      const port = await listening((_, response) => {
        asked += 1;
        response.end();
      });

      const outcome = await post({ url: `http://${host}:${port}/`, ...MESSAGE }, { ...LIMITS, innerHosts: [] });

      expect(outcome).toEqual({ problem: 'inner-address' });
      expect(asked).toBe(0);
    },
  );

  test('tells what was in the way', async () => {
    const port = await listening(() => undefined);
    for (const server of servers.splice(0)) server.close();

    expect(await post({ url: `http://127.0.0.1:${port}/`, ...MESSAGE }, LIMITS)).toEqual({ problem: 'not-reached' });
    expect(await post({ url: 'https://nowhere.invalid/', ...MESSAGE }, LIMITS)).toEqual({ problem: 'unknown-host' });
  });
});

describe('an encrypted connection', () => {
  async function secure(host: string): Promise<{ port: number; cert: string }> {
    const { cert, key } = selfSigned(host);
    const server = createSecureServer({ cert, key }, (_, response) => void response.writeHead(204).end());
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return { port: (server.address() as AddressInfo).port, cert };
  }

  test('is made to who has a certificate of that host', async () => {
    const { port, cert } = await secure('localhost');

    const outcome = await post({ url: `https://localhost:${port}/`, ...MESSAGE }, { ...LIMITS, ca: cert });

    expect(outcome).toEqual({ status: 204 });
  });

  test('is made to nobody for whom nobody vouches, or whose certificate is another host’s', async () => {
    const own = await secure('localhost');
    const other = await secure('elsewhere.example');

    const outcomes = [
      await post({ url: `https://localhost:${own.port}/`, ...MESSAGE }, LIMITS),
      await post({ url: `https://localhost:${other.port}/`, ...MESSAGE }, { ...LIMITS, ca: other.cert }),
    ];

    expect(outcomes).toEqual([{ problem: 'certificate' }, { problem: 'certificate' }]);
  });
});
