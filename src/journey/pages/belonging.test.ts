import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../platform/language.ts';
import { servedApp, type ServedApp } from '../journey-app-testing.ts';
import { WALKED_PAGES, type WalkedPage } from './page-list-testing.ts';
import { makePageWorld, type PageWorld } from './page-world-testing.ts';

let app: ServedApp;
let world: PageWorld;
beforeAll(async () => {
  app = await servedApp();
  world = await makePageWorld(app);
}, 120_000);
afterAll(() => app.close());

async function htmlOf({ path, viewer }: WalkedPage, language: Language): Promise<string> {
  const cookies = Object.entries(world.cookies[viewer]).map(([name, value]) => `${name}=${value}`);
  const headers = { cookie: cookies.join('; '), 'user-agent': 'Firefox' };
  const answer = await fetch(`${app.origin}/${language}${path(world.found)}`, { headers });
  return answer.text();
}

const titleOf = (html: string) => /<title>([^<]*)/.exec(html)?.[1] ?? '';
/** What is read above the first thing to do: headings, and what stands above them. */
const headOf = (html: string) =>
  /<main[^]*?<h1[^]*?<\/h1>/.exec(html)?.[0].replaceAll(/<p class="back">[^]*?<\/p>|<[^>]*>/g, ' ') ?? '';
const backOf = (html: string) =>
  [...html.matchAll(/<p class="back"><a[^>]*>([^]*?)<\/a>/g)].map(([, text = '']) => text);

const ofVacancies = WALKED_PAGES.filter(({ status }) => !status).filter(({ viewer }) =>
  ['officer', 'screener'].includes(viewer),
);

test.each(LANGUAGES)(
  'each staff page of a vacancy says of which, in its title and above its text: %s',
  async (language) => {
    const silent: string[] = [];
    let looked = 0;
    for (const page of ofVacancies) {
      const reference = /^\/staff\/vacancies\/(\d{6})\//.exec(page.path(world.found))?.[1];
      if (reference === undefined) continue;
      looked += 1;
      const html = await htmlOf(page, language);
      if (!titleOf(html).includes(reference)) silent.push(`${page.name}: title “${titleOf(html)}”`);
      if (!headOf(html).includes(reference)) silent.push(`${page.name}: heading`);
    }

    expect(looked).toBeGreaterThan(50);
    expect(silent).toEqual([]);
  },
);

test.each(LANGUAGES)('no link leads back without saying where to: %s', async (language) => {
  const silent: string[] = [];
  let looked = 0;
  for (const page of WALKED_PAGES.filter(({ status }) => !status)) {
    const links = backOf(await htmlOf(page, language));
    looked += links.length;
    if (links.some((text) => ['Back', 'Retour'].includes(text.replaceAll(/<[^>]*>/g, '').trim())))
      silent.push(page.name);
  }

  expect(looked).toBeGreaterThan(50);
  expect(silent).toEqual([]);
});
