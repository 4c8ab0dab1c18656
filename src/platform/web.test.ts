import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { readConfig } from './config.ts';
import { LANGUAGES } from './language.ts';
import { BadRequest, createWeb, loggedRequest, parseForm, preferredLanguage } from './web.ts';

let web: FastifyInstance;
beforeAll(async () => {
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'http://concours.test' });
  if (!config.ok) throw new Error('no settings');
  web = await createWeb(config.value, () => new Date('2026-11-22T12:00:00Z'));
  web.get('/*', (request, reply) => reply.send(request.language));
  web.get('/logged/:code', (request, reply) => reply.send(loggedRequest(request)));
  web.get('/logged/:code/discreetly', { config: { discreet: true } }, (request, reply) =>
    reply.send(loggedRequest(request)),
  );
  web.post('/*', (request, reply) => reply.send({ body: request.body ?? null }));
});
afterAll(() => web.close());

describe('a form', () => {
  test('is its fields; one that comes more than once is a list', () => {
    expect({ ...parseForm('a=1&b=2&b=3&b=&c=') }).toEqual({ a: '1', b: ['2', '3', ''], c: '' });
  });

  test('reads plus signs, accents and every plane of Unicode', () => {
    expect({ ...parseForm('n=Zo%C3%A9+Lef%C3%A8vre&w=%F0%9F%8C%8A') }).toEqual({ n: 'Zoé Lefèvre', w: '🌊' });
  });

  test.for(['a=%FF', 'a=%C3', 'a=%ED%A0%80', 'a=x%00y', 'a%00=x', '%FF=1', 'a=%EF%BF%BD'])(
    'with broken UTF-8 or NUL is refused whole: %s',
    (text) => {
      expect(() => parseForm(text)).toThrow(BadRequest);
    },
  );

  test('cannot reach what every object has', () => {
    const fields = parseForm('__proto__=x&constructor=y&toString=z');

    expect(Object.getPrototypeOf(fields)).toBeNull();
    expect(Object.keys(fields)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('is read as it was written, whatever was typed', () => {
    const typed = fc.string({ unit: 'binary' }).filter((text) => !/[\0\uFFFD]/.test(text) && text.isWellFormed());
    fc.assert(
      fc.property(fc.array(fc.tuple(typed, typed)), (pairs) => {
        const fields = parseForm(new URLSearchParams(pairs).toString());
        const names = [...new Set(pairs.map(([name]) => name))];
        expect(Object.keys(fields).toSorted()).toEqual(names.toSorted());
        for (const name of names)
          expect([fields[name]].flat()).toEqual(pairs.filter(([other]) => other === name).map(([, value]) => value));
      }),
    );
  });

  test('is answered with 400 when it is broken, and 413 when it is too large', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };

    expect((await web.inject({ method: 'POST', url: '/', headers, payload: 'a=%FF' })).statusCode).toBe(400);
    expect(
      (await web.inject({ method: 'POST', url: '/', headers, payload: `a=${'x'.repeat(1_000_000)}` })).statusCode,
    ).toBe(413);
    expect(
      (await web.inject({ method: 'POST', url: '/', headers, payload: Buffer.alloc(50_000_000, 'x') })).statusCode,
    ).toBe(413);
  });

  test('of another kind is answered with 415', async () => {
    const headers = { 'content-type': 'application/xml' };

    expect((await web.inject({ method: 'POST', url: '/', headers, payload: '<a/>' })).statusCode).toBe(415);
  });
});

describe('an address', () => {
  test.for(['/en/vacancies/%00', '/en/vacancies?text=a%00b'])('with NUL is refused: %s', async (url) => {
    expect((await web.inject(url)).statusCode).toBe(400);
  });
});

describe('the language', () => {
  test.for([
    ['', 'en'],
    ['fr', 'fr'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['de,nl;q=0.9,fr;q=0.5,en;q=0.4', 'fr'],
    ['en;q=0.1, fr;q=0.2', 'fr'],
    ['fr;q=0, en', 'en'],
    ['FR-be', 'fr'],
    ['*', 'en'],
    ['de', 'en'],
    [';;;,,q=', 'en'],
    ['fr;q=abc', 'fr'],
    ['frr', 'en'],
  ] as const)('of “%s” is %s', ([header, language]) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  test('is one of ours whatever a browser says', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(LANGUAGES).toContain(preferredLanguage(header));
      }),
    );
  });

  test('is the address’s, else the reader’s choice, else the browser’s', async () => {
    const headers = { cookie: 'a=b; language=fr', 'accept-language': 'en' };

    expect((await web.inject({ url: '/en/vacancies', headers })).body).toBe('en');
    expect((await web.inject({ url: '/sign-in', headers })).body).toBe('fr');
    expect(
      (await web.inject({ url: '/sign-in', headers: { cookie: 'language=xx', 'accept-language': 'fr' } })).body,
    ).toBe('fr');
    expect((await web.inject({ url: '/english' })).body).toBe('en');
  });
});

describe('a form from another site', () => {
  const from = async (headers: Record<string, string>) =>
    (await web.inject({ method: 'POST', url: '/en/x', headers: { host: 'concours.test', ...headers } })).statusCode;

  test.for([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://concours.test' },
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://concours.test.evil.example' },
    { origin: 'http://concours.test:8080' },
    { origin: 'not an origin' },
  ])('is refused: %j', async (headers) => {
    expect(await from(headers)).toBe(403);
  });

  test.for([{ 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }, { origin: 'http://concours.test' }, {}])(
    'is none of ours: %j',
    async (headers) => {
      expect(await from(headers)).toBe(200);
    },
  );

  test('does not keep anybody from reading', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' };

    expect((await web.inject({ url: '/en/vacancies', headers })).statusCode).toBe(200);
  });
});

describe('every answer', () => {
  test('carries the headers that keep scripts, frames and guesses out', async () => {
    const { headers } = await web.inject('/en/vacancies');

    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});

test('an address is logged without its query, and that of a discreet route as its pattern', async () => {
  const logged = async (url: string) => (await web.inject({ method: 'GET', url })).json() as unknown;

  expect(await logged('/logged/accreditation?q=a')).toEqual({ method: 'GET', path: '/logged/accreditation' });
  expect(await logged('/logged/medical-file/discreetly')).toEqual({ method: 'GET', path: '/logged/:code/discreetly' });
});
