import { sql } from 'kysely';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';

let app: TestApp;
const DAY_MS = 24 * 3_600_000;
const later = (days: number) => new Date(app.now.getTime() + days * DAY_MS);
const HOSTILE = 'Officer <b>& "Floods"</b>\u0001 ]]>';

beforeAll(async () => {
  app = await testApp();
  const notice = { title: { en: HOSTILE, fr: 'Administratrice/Administrateur' }, grades: ['G98'] };
  await insertVacancy(app.db, { reference: '291001', status: 'published', deadlineAt: later(3), notice });
  await insertVacancy(app.db, {
    reference: '291002',
    status: 'published',
    deadlineAt: null,
    publishedAt: later(-1),
    notice: { openEnded: true, title: { en: 'Hydrologist' } },
  });
  await insertVacancy(app.db, { reference: '291003', status: 'published', deadlineAt: later(3), audience: 'internal' });
  await insertVacancy(app.db, { reference: '291004', status: 'draft' });
  await insertVacancy(app.db, { reference: '291005', status: 'closed', deadlineAt: later(1), closedAt: later(-1) });
  await insertVacancy(app.db, { reference: '291006', status: 'published', deadlineAt: later(-1) });
});
afterAll(() => app.close());

type Element = { name: string; attributes: Record<string, string>; text: string; inside: Element[] };

/** A document as a strict reader of XML, with namespaces, reads it. */
function xmlOf(text: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', inside: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element: Element = { name, attributes: values, text: '', inside: [] };
    open.at(-1)?.inside.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.inside[0] ?? root;
}
const all = (element: Element, name: string): Element[] => element.inside.filter((one) => one.name === name);
const textOf = (element: Element | undefined, name: string): string | undefined =>
  element?.inside.find((one) => one.name === name)?.text;
const linkOf = (element: Element | undefined, rel: string) =>
  element?.inside.find((one) => one.name.endsWith('link') && one.attributes['rel'] === rel)?.attributes['href'];

const get = async (url: string) => {
  const { statusCode, headers, body } = await app.web.inject(url);
  expect(statusCode).toBe(200);
  return { type: headers['content-type'], headers, body };
};

test('the Atom feed holds what is open, the last published first, with all that RFC 4287 asks for', async () => {
  const { type, body } = await get('/en/vacancies.atom');
  const feed = xmlOf(body);
  const entries = all(feed, 'entry');

  expect(type).toBe('application/atom+xml; charset=utf-8');
  expect(entries.map((entry) => textOf(entry, 'id'))).toEqual([
    'tag:concours.test,2026:vacancy/291002',
    'tag:concours.test,2026:vacancy/291001',
  ]);
  expect(textOf(entries[1], 'title')).toBe('Officer <b>& "Floods"</b> ]]>');
  expect(textOf(entries[1], 'summary')).toContain('G98');
  expect(textOf(entries[0], 'summary')).toContain('Open until filled');
  expect(linkOf(entries[0], 'alternate')).toBe('http://concours.test/en/vacancies/291002');
  expect(linkOf(feed, 'self')).toBe('http://concours.test/en/vacancies.atom');
  expect(feed.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' });
  expect(textOf(all(feed, 'author')[0], 'name')).toBe(app.context.organisation.name.en);
  for (const one of [feed, ...entries]) {
    expect([textOf(one, 'id'), textOf(one, 'title')]).not.toContain(undefined);
    expect(textOf(one, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  }
});

test('the RSS feed holds the same, in French, and says of which language a text is in Atom', async () => {
  const { type, body } = await get('/fr/vacancies.rss');
  const [channel] = all(xmlOf(body), 'channel');
  const items = channel ? all(channel, 'item') : [];
  const atom = xmlOf((await get('/fr/vacancies.atom')).body);

  expect(type).toBe('application/rss+xml; charset=utf-8');
  expect(['title', 'link', 'description'].map((name) => textOf(channel, name)?.length)).not.toContain(undefined);
  expect(textOf(channel, 'language')).toBe('fr');
  expect(items.map((item) => textOf(item, 'title'))).toEqual(['Hydrologist', 'Administratrice/Administrateur']);
  expect(items.map((item) => textOf(item, 'link'))).toEqual([
    'http://concours.test/fr/vacancies/291002',
    'http://concours.test/fr/vacancies/291001',
  ]);
  expect(textOf(items[1], 'description')).toMatch(/Candidatures jusqu’au 25 novembre 2026 à 13/);
  expect(new Date(textOf(items[0], 'pubDate') ?? '').getTime()).toBe(later(-1).getTime());
  expect(all(atom, 'entry').map((entry) => all(entry, 'title')[0]?.attributes['xml:lang'])).toEqual(['en', 'fr']);
});

test('a feed is narrowed as the list is, whose page leads to it', async () => {
  const page = (await get('/en/vacancies?grade=G98')).body;
  const [, href = ''] = /<link rel="alternate" type="application\/atom\+xml"[^>]*href="([^"]+)"/.exec(page) ?? [];
  const feed = xmlOf((await get(new URL(href).pathname + new URL(href).search)).body);

  expect(href).toBe('http://concours.test/en/vacancies.atom?grade=G98');
  expect(all(feed, 'entry')).toHaveLength(1);
  expect(textOf(feed, 'title')).toContain('(Grade: G98)');
  expect(all(xmlOf((await get('/en/vacancies.atom?q=%3Cnothing%3E')).body), 'entry')).toEqual([]);
});

test('a deadline stays the same entry of a calendar, in UTC, and a correction raises its number', async () => {
  const entry = async () => {
    const lines = (await get('/en/deadlines.ics')).body.replaceAll('\r\n ', '').split('\r\n');
    const value = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
    return {
      uid: value('UID'),
      at: value('DTSTART'),
      number: Number(value('SEQUENCE')),
      events: lines.filter((line) => line === 'BEGIN:VEVENT').length,
    };
  };
  const manager = await app.signedInAs('recruitment-manager');
  const before = await entry();
  const saved = await manager.post('/en/staff/vacancies/291001/edit/summary', {
    'summary.en': 'Another summary.',
    'summary.fr': 'Un autre résumé.',
    'correction.en': 'The summary was changed.',
    'correction.fr': 'Le résumé a été modifié.',
  });
  const after = await entry();

  expect(saved.status).toBe(303);
  expect(before).toMatchObject({ uid: 'deadline-291001@concours.test', at: '20261125T120000Z', events: 1 });
  expect(after).toMatchObject({ uid: before.uid, at: before.at });
  expect(after.number).toBeGreaterThan(before.number);
});

test('the map of the site leads to its parts, which name what is open in each language, and the other beside it', async () => {
  const { type, body } = await get('/sitemap.xml');
  const parts = all(xmlOf(body), 'sitemap');
  const paths = parts.map((part) => new URL(textOf(part, 'loc') ?? '').pathname);
  const texts = await Promise.all(paths.map(async (path) => (await get(path)).body));
  const places = texts.flatMap((text) => all(xmlOf(text), 'url'));
  const own = places.filter((place) => textOf(place, 'loc')?.includes('/vacancies/29100'));

  expect(type).toBe('application/xml; charset=utf-8');
  expect(xmlOf(body).name).toBe('sitemapindex');
  expect(paths).toEqual(['/sitemap-pages.xml', '/sitemap-1.xml']);
  expect(Number.isNaN(Date.parse(textOf(parts[1], 'lastmod') ?? ''))).toBe(false);
  expect(own.map((place) => textOf(place, 'loc')?.replace('http://concours.test', ''))).toEqual([
    '/en/vacancies/291001',
    '/fr/vacancies/291001',
    '/en/vacancies/291002',
    '/fr/vacancies/291002',
  ]);
  expect(own.map((place) => all(place, 'xhtml:link').map(({ attributes }) => attributes['hreflang']))).toEqual(
    own.map(() => ['en', 'fr']),
  );
  expect(Number.isNaN(Date.parse(textOf(own[0], 'lastmod') ?? ''))).toBe(false);
  for (const place of places) await get(new URL(textOf(place, 'loc') ?? '').pathname);
  for (const path of ['/sitemap-2.xml', '/sitemap-0.xml', '/sitemap-x.xml'])
    expect([path, (await app.web.inject(path)).statusCode]).toEqual([path, 404]);
});

test('a vacancy stays in its part of the map, which is told as changed when one in it closes', async () => {
  const own = await testApp();
  const ago = (hours: number) => new Date(own.now.getTime() - hours * 3_600_000);
  const references = Array.from({ length: 2_003 }, (_, index) => String(100_000 + index));
  for (const reference of references.slice(0, 1))
    await insertVacancy(own.db, { reference, status: 'published', publishedAt: ago(9_000), updatedAt: ago(9_000) });
  await sql`insert into vacancies select (jsonb_populate_record(v, jsonb_build_object('reference', (100000 + n)::text,
    'published_at', v.published_at + make_interval(mins => n)))).* from vacancies v, generate_series(1, 2002) n`.execute(
    own.db,
  );
  const map = async () => xmlOf((await own.web.inject('/sitemap.xml')).body);
  const second = async () =>
    all(xmlOf((await own.web.inject('/sitemap-2.xml')).body), 'url').map((place) => textOf(place, 'loc')?.slice(-6));

  const before = [all(await map(), 'sitemap'), await second()] as const;
  await sql`update vacancies set status = 'closed', closed_at = ${own.now}, updated_at = ${own.now} where reference = '100000'`.execute(
    own.db,
  );
  const after = [all(await map(), 'sitemap'), await second()] as const;
  await own.close();

  expect(before[1]).toEqual(['102000', '102000', '102001', '102001', '102002', '102002']);
  expect(after[1]).toEqual(before[1]);
  expect(textOf(after[0][1], 'lastmod')).toBe(own.now.toISOString());
  expect(textOf(after[0][2], 'lastmod')).toBe(textOf(before[0][2], 'lastmod'));
});

test('robots are kept from what is somebody’s own, and from nothing that everybody may read', async () => {
  const { body } = await get('/robots.txt');
  const closed = [...body.matchAll(/^Disallow: (.+)$/gm)].map(([, path = '']) => path);
  const isClosed = (path: string) => closed.some((start) => path.startsWith(start));
  const addresses = app.routes.filter(({ method }) => [method].flat().includes('GET')).map(({ url }) => url);

  expect(addresses.filter((url) => /^\/(en|fr)\/(my|staff)\b/.test(url) && !isClosed(url))).toEqual([]);
  expect(
    addresses.filter(
      (url) => /\/(vacancies|regulations|developers|api)\b/.test(url) && !/\/(my|staff)\b/.test(url) && isClosed(url),
    ),
  ).toEqual([]);
  expect(body).toContain('Sitemap: http://concours.test/sitemap.xml');
});

test('nothing internal, not yet published or no longer open is in any of them', async () => {
  const paths = [
    '/en/vacancies.atom',
    '/fr/vacancies.rss',
    '/en/deadlines.ics',
    '/sitemap-1.xml',
    '/robots.txt',
    '/en/vacancies.atom?q=29100',
  ];
  const staff = await app.signedInAs('recruitment-manager');
  for (const path of paths) {
    expect.soft([path, /29100[3456]/.exec((await get(path)).body)]).toEqual([path, null]);
    expect.soft([path, /29100[3456]/.exec((await staff.get(path)).text)]).toEqual([path, null]);
  }
});

test('a feed has a tag, and whoever names it gets 304', async () => {
  for (const path of [
    '/en/vacancies.atom',
    '/fr/vacancies.rss',
    '/en/deadlines.ics',
    '/sitemap.xml',
    '/sitemap-1.xml',
    '/robots.txt',
  ]) {
    const { headers } = await get(path);
    const again = await app.web.inject({ url: path, headers: { 'if-none-match': String(headers['etag']) } });

    expect([path, again.statusCode]).toEqual([path, 304]);
  }
});
