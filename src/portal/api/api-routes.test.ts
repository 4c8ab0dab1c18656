import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleNotice } from '../../notices/notice-testing.ts';
import { anyReadNotice } from '../../notices/render/any-notice-testing.ts';
import { insertDraft, submitApplication } from '../../applications/application-testing.ts';
import { makeFirstKey } from '../../people/signing-key/signing-key-queries.ts';
import { enterReceipts, signerOf } from '../../applications/receipt-log/receipt-log-tasks.ts';
import { insertAccount } from '../../people/people-testing.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { openVacancies } from '../../vacancies/vacancy-queries.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { VACANCY_STATUSES } from '../../vacancies/vacancy-state.ts';
import { NOTICE } from './answer-schemas.ts';
import { describedBy } from './api-testing.ts';
import { leavingHeaders } from './leaving.ts';

let app: TestApp;
let described: Awaited<ReturnType<typeof describedBy>>;
const DAY_MS = 24 * 3_600_000;
const later = (days: number) => new Date(app.now.getTime() + days * DAY_MS);
const ELSEWHERE = { body: 'rhine-office', location: { country: 'NL', city: 'Maastricht' }, grades: ['G10'] };

beforeAll(async () => {
  app = await testApp();
  await insertVacancy(app.db, { reference: '290001', status: 'published', deadlineAt: later(3) });
  await insertVacancy(app.db, { reference: '290002', status: 'published', deadlineAt: later(2), notice: ELSEWHERE });
  await insertVacancy(app.db, { reference: '290003', status: 'published', deadlineAt: later(2), audience: 'external' });
  await insertVacancy(app.db, {
    reference: '290004',
    status: 'published',
    deadlineAt: null,
    notice: { openEnded: true, deadline: null, posts: [{ count: 2, grades: ['G99'] }], salary: null, languages: null },
  });
  await insertVacancy(app.db, { reference: '290005', status: 'published', deadlineAt: later(2), audience: 'internal' });
  await insertVacancy(app.db, { reference: '290006', status: 'published', deadlineAt: later(-1) });
  await insertVacancy(app.db, { reference: '290007', status: 'closed', deadlineAt: later(1), closedAt: later(-1) });
  for (const [index, status] of (['draft', 'in-review', 'scheduled'] as const).entries())
    await insertVacancy(app.db, { reference: `29001${index}`, status, deadlineAt: later(5) });
  described = await describedBy(app.web);
});
afterAll(() => app.close());

/** Asks, and holds the answer against the description of its path. */
async function askAt(url: string, path: string, headers: Record<string, string> = {}) {
  const answer = await app.web.inject({ url: `/api/v1${url}`, headers });
  expect.soft(described.problemsOf(path, answer)).toEqual([]);
  const json = answer.body === '' ? undefined : JSON.parse(answer.body);
  return { json, body: answer.body, statusCode: answer.statusCode, headers: answer.headers };
}
const ask = (path: string, query = '', headers: Record<string, string> = {}) => askAt(path + query, path, headers);
const listed = async (query: string): Promise<string[]> =>
  (await ask('/vacancies', query)).json.vacancies.map(({ reference }: { reference: string }) => reference);
const one = (reference: string) => askAt(`/vacancies/${reference}`, '/vacancies/{reference}');

test('the list is that of the portal, in its order, whatever the size of its pages', async () => {
  const expected = (await openVacancies(app.db, app.now)).map(({ reference }) => reference);
  for (const limit of [1, 2, 100]) {
    const found: string[] = [];
    let query: string | undefined = `?limit=${limit}`;
    while (query !== undefined) {
      const { json } = await ask('/vacancies', query);
      found.push(...json.vacancies.map(({ reference }: { reference: string }) => reference));
      query = json.next === null ? undefined : new URL(json.next).search;
    }

    expect([limit, found]).toEqual([limit, expected]);
  }
  expect(expected).toEqual(['290002', '290003', '290001', '290004']);
});

test('each filter narrows the list, also on its later pages', async () => {
  const at = (date: Date) => encodeURIComponent(date.toISOString());

  expect(await listed('?grade=G99')).toEqual(['290004']);
  expect(await listed('?body=rhine-office')).toEqual(['290002']);
  expect(await listed('?place=Maastricht&grade=G10')).toContain('290002');
  expect(await listed('?text=29000&limit=100')).toHaveLength(4);
  expect(await listed(`?closingBefore=${at(later(2.5))}`)).toEqual(['290002', '290003']);
  expect(await listed(`?closingBefore=2026-11-25T13:00:00%2B01:00`)).toEqual(['290002', '290003']);
  expect(await listed(`?publishedSince=${at(later(-0.5))}`)).toEqual([]);
  expect(await listed(`?changedSince=${at(later(-365))}`)).toHaveLength(4);
  expect(await listed('?clause=nothing')).toEqual([]);
  const { languages, contract } = exampleNotice();
  expect(await listed(`?level=${languages?.one}`)).toEqual(['290002', '290003', '290001']);
  expect(await listed(`?clause=${contract.clause}`)).toHaveLength(4);
  const { json } = await ask('/vacancies', `?level=${languages?.one}&limit=1`);
  expect(new URL(json.next).searchParams.get('level')).toBe(languages?.one);
});

test('every order goes on where it was, and the search is that of the page: facets, other forms, mistyped words', async () => {
  for (const sort of ['deadline', 'newest', 'grade', 'title', 'relevance&text=officer']) {
    const whole = await listed(`?limit=100&sort=${sort}`);
    const pieces: string[] = [];
    for (let next: string | null = `?limit=1&sort=${sort}`; next !== null;) {
      const { json }: Awaited<ReturnType<typeof ask>> = await ask('/vacancies', next);
      pieces.push(...json.vacancies.map(({ reference }: { reference: string }) => reference));
      next = json.next && new URL(json.next).search;
    }
    expect([sort, pieces, pieces.length]).toEqual([sort, whole, 4]);
  }
  const { json } = await ask('/vacancies', '?body=rhine-office');
  const mistyped = (await ask('/vacancies', '?text=oficer')).json;
  const page = (await app.visitor('fr').get('/fr/vacancies?body=rhine-office')).text.replaceAll(/<[^>]+>/g, '');
  const figures = json.facets.body.map(({ count }: { count: number }) => count);

  expect(json.total).toBe(1);
  expect(json.facets.body).toContainEqual({ value: 'rhine-office', name: expect.anything(), count: 1 });
  for (const { name, count } of json.facets.body) expect(page).toContain(`${name.fr} (${count})`);
  expect(figures.reduce((sum: number, each: number) => sum + each, 0)).toBe(4);
  expect(await listed('?grade=G10&grade=G99')).toContain('290004');
  expect(mistyped.corrections).toEqual([{ typed: 'oficer', taken: 'officer' }]);
});

test('what changed since is told oldest first, and what the question finds no more as gone; nothing of the internal', async () => {
  const changed = later(-0.5);
  const at = encodeURIComponent(changed.toISOString());
  const gone = { createdAt: later(-60), updatedAt: changed };
  const told = { status: 'published', publishedAt: later(-50), deadlineAt: later(5), ...gone } as const;
  await insertVacancy(app.db, { ...told, reference: '290030', status: 'cancelled' });
  await insertVacancy(app.db, { ...told, reference: '290031', status: 'closed', closedAt: changed });
  await insertVacancy(app.db, { ...told, reference: '290032', status: 'filled', closedAt: changed });
  await insertVacancy(app.db, { ...told, reference: '290033', status: 'closed', audience: 'internal' });
  await insertVacancy(app.db, { ...told, reference: '290034', status: 'cancelled', publishedAt: null });
  await insertVacancy(app.db, { ...told, reference: '290035', notice: { grades: ['G97'] } });
  await insertVacancy(app.db, { ...told, reference: '290036', deadlineAt: later(-0.2), updatedAt: later(-40) });
  const of = (json: { gone: { reference: string; reason: string }[] }) =>
    json.gone.map(({ reference, reason }) => [reference, reason]).filter(([reference = '']) => reference > '290029');

  const { json } = await ask('/vacancies', `?changedSince=${at}&grade=G97&limit=100`);
  const other = await ask('/vacancies', `?changedSince=${at}&grade=G10&limit=100`);
  const pieces: string[] = [];
  for (let next: string | null = `?changedSince=${at}&grade=G97&limit=1`; next !== null;) {
    const { json: piece }: Awaited<ReturnType<typeof ask>> = await ask('/vacancies', next);
    pieces.push(...[...piece.vacancies, ...piece.gone].map(({ reference }: { reference: string }) => reference));
    next = piece.next && new URL(piece.next).search;
  }

  expect(json.vacancies.map(({ reference }: { reference: string }) => reference)).toEqual(['290035']);
  expect(of(json)).toEqual([
    ['290030', 'cancelled'],
    ['290031', 'closed'],
    ['290032', 'closed'],
    ['290036', 'closed'],
  ]);
  expect(of(other.json)).toContainEqual(['290035', 'other']);
  expect(pieces.filter((reference) => reference > '290029')).toEqual([
    '290030',
    '290031',
    '290032',
    '290035',
    '290036',
  ]);
  expect(other.body).not.toMatch(/29003[34]/);
  expect((await ask('/vacancies', `?changedSince=${at}&sort=title`)).json.errors[0].parameter).toBe('sort');
  expect(
    (await ask('/vacancies', `?sort=newest&cursor=${new URL(await firstNext()).searchParams.get('cursor')}`))
      .statusCode,
  ).toBe(400);
});
const firstNext = async (): Promise<string> => (await ask('/vacancies', '?limit=1')).json.next;

test('no cursor that somebody made up breaks anything', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.constantFrom('deadline', 'newest', 'grade', 'title'), async (value, sort) => {
      const at = ['infinity', '0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-01-01T00:00:00+23:59'];
      for (const first of [value, ...at]) {
        const cursor = Buffer.from(JSON.stringify([first, '290001'])).toString('base64url');
        const { statusCode } = await app.web.inject(`/api/v1/vacancies?sort=${sort}&cursor=${cursor}`);
        expect([200, 400]).toContain(statusCode);
      }
    }),
    { numRuns: 10 },
  );
});

test('one vacancy says what it is in units and scales that a machine need not guess', async () => {
  const { json, headers } = await one('290001');

  expect(json).toMatchObject({
    open: true,
    deadline: { at: later(3).toISOString(), zone: 'Europe/Brussels' },
    grades: { scheme: app.context.organisation.grades.scheme, posts: null },
    salary: { currency: 'EUR', minorDigits: 2, amountMinor: expect.any(Number) },
    languages: { official: ['en', 'fr'] },
    links: { pages: { fr: 'http://concours.test/fr/vacancies/290001' } },
  });
  expect(json.notice).toEqual(JSON.parse(JSON.stringify(exampleNotice({ reference: '290001' }))));
  expect(json.requirements.essential.fr).toEqual(exampleNotice().essential.fr);
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'Accept-Encoding',
  });
  for (const { url, type } of json.links.files) {
    const file = await app.web.inject(new URL(url).pathname);
    expect([url, file.statusCode, file.headers['content-type']]).toEqual([url, 200, type]);
  }
});

test('what has closed is told as closed, by its address alone', async () => {
  const closed = [(await one('290006')).json, (await one('290007')).json];

  expect(closed.map(({ open, links }) => [open, links.apply])).toEqual([
    [false, null],
    [false, null],
  ]);
});

test('what is internal, or was never published, is not there: the same answer as for what never was', async () => {
  const none = (await one('299999')).body;
  for (const reference of ['290005', '290010', '290011', '290012', "1'--", 'x'.repeat(90)]) {
    const { statusCode, body } = await one(encodeURIComponent(reference));
    expect
      .soft([reference, statusCode, body.replaceAll(encodeURIComponent(reference), '299999')])
      .toEqual([reference, 404, none]);
  }
  const whole = await Promise.all(['?limit=100', '?text=2900', '?changedSince=2000-01-01T00:00:00Z'].map(listed));
  expect(whole.flat().filter((reference) => /29000[567]|29001/.test(reference))).toEqual([]);
  expect(VACANCY_STATUSES).toHaveLength(7);
});

test('being signed in as staff changes nothing of what is told', async () => {
  const staff = await app.signedInAs('recruitment-manager');

  expect((await staff.get('/api/v1/vacancies/290005')).status).toBe(404);
  expect((await staff.get('/api/v1/vacancies?limit=100')).text).not.toContain('290005');
});

test('who has an answer already is told that it is still right, until it changes', async () => {
  const paths = ['/', '/vacancies', '/regulations', '/openapi.json'];
  for (const path of paths) {
    const { headers } = await ask(path);
    const again = await ask(path, '', { 'if-none-match': String(headers['etag']) });

    expect([path, again.statusCode, again.body]).toEqual([path, 304, '']);
  }
  const { headers } = await ask('/vacancies');
  await insertVacancy(app.db, { reference: '290020', status: 'published', deadlineAt: later(9) });
  const changed = await ask('/vacancies', '', { 'if-none-match': String(headers['etag']) });

  expect([changed.statusCode, changed.body.includes('290020')]).toEqual([200, true]);
});

test('a parameter that cannot be used is named, with how to write it, in the reader’s language', async () => {
  const query = '?limit=1000&closingBefore=tomorrow&cursor=&grad=G15&grade=&closing=4&text=';
  const english = await ask('/vacancies', query);
  const french = await ask('/vacancies', query, { 'accept-language': 'fr-BE, en;q=0.5' });

  expect([english.statusCode, english.headers['content-language'], french.headers['content-language']]).toEqual([
    400,
    'en',
    'fr',
  ]);
  expect(english.headers['vary']).toContain('Accept-Language');
  expect(english.json).toMatchObject({
    type: 'http://concours.test/en/developers#invalid-parameter',
    instance: '/api/v1/vacancies',
  });
  const detail = Object.fromEntries(
    english.json.errors.map((error: { parameter: string; detail: string }) => [error.parameter, error.detail]),
  );
  expect(Object.keys(detail).toSorted()).toEqual([
    'closing',
    'closingBefore',
    'cursor',
    'grad',
    'grade',
    'limit',
    'text',
  ]);
  expect((await ask('/vacancies', '?cursor=abc')).json.errors[0].parameter).toBe('cursor');
  expect(detail['limit']).toBe('Give a whole number from 1 to 100.');
  expect(detail['grad']).toContain('These are known: text, body, place, grade');
  expect(french.json.title).toBe('Un paramètre est inutilisable');
  expect((await ask('/regulations', '?on=2026-02-30')).statusCode).toBe(400);
  expect((await ask('/openapi.json', '?x=1')).statusCode).toBe(400);
  expect((await ask('/', '?x=1')).statusCode).toBe(400);
});

test('other addresses and other methods are answered as problems too', async () => {
  const nowhere = await app.web.inject('/api/v1/vacancy');
  const broken = await app.web.inject('/api/v1/vacancies?text=%00');
  const written = await app.web.inject({ method: 'POST', url: '/api/v1/vacancies', payload: {} });
  const preflight = await app.web.inject({
    method: 'OPTIONS',
    url: '/api/v1/vacancies',
    headers: { origin: 'https://a.example' },
  });

  expect(
    [nowhere, broken, written].map(({ statusCode, headers }) => [
      statusCode,
      headers['content-type']?.toString().split(';')[0],
    ]),
  ).toEqual([
    [404, 'application/problem+json'],
    [400, 'application/problem+json'],
    [405, 'application/problem+json'],
  ]);
  expect(written.headers['allow']).toBe('GET, HEAD, OPTIONS');
  expect([preflight.statusCode, preflight.headers['access-control-allow-headers']]).toEqual([
    204,
    'Accept-Language, If-None-Match',
  ]);
});

test('the regulations are told with their sources and places, as they are in force on a day', async () => {
  const { json } = await ask('/regulations', '?on=2026-01-01');
  const page = (await app.visitor('fr').get('/fr/regulations?on=2026-01-01')).text;

  expect(json).toMatchObject({ on: '2026-01-01', organisation: app.context.organisation.name });
  for (const { entries } of json.chapters)
    for (const { title, pages } of entries) {
      expect(title.fr).not.toBe('');
      expect.soft(page).toContain(`id="${new URL(pages.fr).hash.slice(1)}"`);
    }
});

test('the description names every address, and says what each part holds in the language asked for', async () => {
  const french = await ask('/openapi.json', '', { 'accept-language': 'fr' });

  expect(Object.keys(described.description.paths)).toEqual([
    '/',
    '/vacancies',
    '/vacancies/{reference}',
    '/regulations',
    '/receipt-log/keys',
    '/receipt-log/tree-head',
    '/receipt-log/checkpoint',
    '/receipt-log/tree-heads',
    '/receipt-log/consistency',
    '/event-log/head',
    '/event-log/heads',
    '/openapi.json',
  ]);
  expect(french.json.openapi).toBe('3.1.0');
  expect(french.json.components.schemas.VacancySummary.properties.deadline.description).toContain(
    'Dernier instant pour postuler',
  );
  expect([...french.body.matchAll(/"field":|9007199254740991/g)]).toEqual([]);
  expect((await ask('/')).json.openapi).toBe('http://concours.test/api/v1/openapi.json');
});

test('the log of receipts answers as it is described, refusals too', async () => {
  const none = await askAt('/receipt-log/tree-head', '/receipt-log/tree-head');
  for (const reference of ['290001', '290002']) {
    const { id: accountId } = await insertAccount(app.db);
    const number = await insertDraft(app.db, { accountId, reference });
    await submitApplication(app.db, { accountId, number, rules: app.context.organisation }, app.now);
    await makeFirstKey(app.db, signerOf(app.context), app.now);
    await enterReceipts(app.context);
  }

  const log = (path: string, query = '') => askAt(`/receipt-log/${path}${query}`, `/receipt-log/${path}`);
  const keys = await log('keys');
  const head = await log('tree-head', '?size=2');
  const heads = await log('tree-heads', '?every=state');
  const grown = await log('consistency', '?from=1&to=2');
  const refusals = [
    await log('tree-head', '?size=x'),
    await log('consistency'),
    await log('consistency', '?from=1&to=9'),
  ];
  const checkpoint = await app.web.inject('/api/v1/receipt-log/checkpoint');

  expect(none.statusCode).toBe(404);
  expect(keys.json.keys).toHaveLength(1);
  expect(head.json).toMatchObject({ treeSize: 2, keyId: keys.json.keys[0].id });
  expect(heads.json.treeHeads.map(({ treeSize }: { treeSize: number }) => treeSize)).toEqual([1, 2]);
  expect(grown.json).toMatchObject({ from: 1, to: 2, treeHead: head.json.treeHead });
  expect(refusals.map(({ statusCode }) => statusCode)).toEqual([400, 400, 404]);
  expect(checkpoint.body).toBe(head.json.treeHead);
  const { parameters, responses } = described.description.paths['/receipt-log/consistency']?.get ?? {};
  expect(parameters).toMatchObject([
    { name: 'from', required: true, schema: { type: 'integer', minimum: 0 } },
    { name: 'to', required: false },
  ]);
  expect(Object.keys(responses ?? {})).toEqual(['200', '400', '404']);
  const text = described.description.paths['/receipt-log/checkpoint']?.get.responses['200'];
  expect(Object.keys(text?.content ?? {})).toEqual(['text/plain']);
});

test('what goes says so a while before', () => {
  const leaving = { announcedOn: new Date('2027-01-01T00:00:00Z'), goesOn: new Date('2028-01-01T00:00:00Z') };

  expect(leavingHeaders(undefined, 'https://jobs.example')).toEqual({});
  expect(leavingHeaders(leaving, 'https://jobs.example')).toEqual({
    deprecation: '@1798761600',
    sunset: 'Sat, 01 Jan 2028 00:00:00 GMT',
    link: '<https://jobs.example/en/developers#versions>; rel="deprecation"; type="text/html"',
  });
});

test('nothing of any notice is lost on the way', () => {
  fc.assert(
    fc.property(anyReadNotice, (notice) => {
      expect(NOTICE.parse(notice)).toEqual(notice);
    }),
  );
});

test('the page for people shows real answers, every parameter, and where each problem is explained', async () => {
  const english = (await app.visitor().get('/en/developers')).text;
  const french = (await app.visitor('fr').get('/fr/developers')).text;
  const list = (await ask('/vacancies', '?limit=1')).json;

  expect(english.replaceAll('&quot;', '"')).toContain(
    JSON.stringify(list.vacancies[0].links.files, null, 2).split('\n')[2],
  );
  for (const [path, { get }] of Object.entries(described.description.paths)) {
    expect([path, english.includes(`/api/v1${path === '/' ? '' : path}`)]).toEqual([path, true]);
    for (const { name } of get.parameters)
      expect([name, english.includes(`<code>${name}</code>`)]).toEqual([name, true]);
  }
  expect(french).toContain('Donnez un nombre entier de 1 à 100.');
  expect(french).toContain('id="invalid-parameter"');
  expect(
    [english, french].filter((page) => /undefined|\{\w+\}(?!<|\b)/.test(page.replaceAll('{reference}', ''))),
  ).toEqual([]);
  expect(english).toContain('href="/en/developers"');
});
