import { afterAll, beforeAll, expect, test } from 'vitest';
import { servedApp, type ServedApp } from '../journey-app-testing.ts';
import { WALKED_PAGES } from './page-list-testing.ts';
import { makePageWorld, type PageWorld } from './page-world-testing.ts';
import { UNWALKED } from './unwalked-pages-testing.ts';

let app: ServedApp;
let world: PageWorld;
beforeAll(async () => {
  app = await servedApp();
  world = await makePageWorld(app);
}, 120_000);
afterAll(() => app.close());

/** Every address that can be asked for, each once: those of both languages without it. */
const addresses = (): string[] => {
  const asked = app.routes.filter(({ method }) => [method].flat().includes('GET'));
  return [...new Set(asked.map(({ url }) => url.replace(/^\/(en|fr)(?=\/)/, '')))];
};

const parameters = (address: string): number => address.split(':').length;

/** The address that answers a path: of those that fit, the one with the most that is said word by word. */
function answering(path: string, all: readonly string[]): string | undefined {
  const [asked = ''] = path.split('?');
  const fitting = all.filter((address) => {
    const parts = address.split(/:\w+(?:\([^)]*\))?/).map((part) => part.replaceAll(/[.*]/g, String.raw`\$&`));
    return new RegExp(`^${parts.join('[^/]+')}$`).test(asked);
  });
  return fitting.toSorted((one, other) => parameters(one) - parameters(other))[0];
}

test('every page is walked here, or it is said why not', () => {
  const all = addresses();
  const walked = new Set(WALKED_PAGES.map(({ path }) => answering(path(world.found), all)));
  const unwalked = Object.values(UNWALKED).flat();

  expect(all.length).toBeGreaterThan(150);
  expect(all.filter((address) => !walked.has(address) && !unwalked.includes(address))).toEqual([]);
  expect(unwalked.filter((address) => walked.has(address) || !all.includes(address))).toEqual([]);
  expect(unwalked).toHaveLength(new Set(unwalked).size);
});

test('no two pages share a name, and with it the script of what is announced on them', () => {
  const names = WALKED_PAGES.map(({ name }) => name);

  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
