import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, launchBrowser, openWindow, overflow } from '../journey/browser-testing.ts';
import { LANGUAGES } from '../platform/language.ts';
import { renderPage } from '../site/render.ts';
import { serveSite } from '../site/site-server-testing.ts';
import { aPage } from '../site/site-testing.tsx';
import {
  ADevelopersPage,
  ALivingListPage,
  APartialVacancyPage,
  AVacanciesPage,
  AVacancyPage,
  aView,
  FOLLOW_PAGES,
  NoVacanciesPage,
  NOW,
} from './portal-testing.tsx';
import { VacancyPage } from './vacancy-page.tsx';

const PAGES = {
  list: AVacanciesPage,
  none: NoVacanciesPage,
  vacancy: AVacancyPage,
  partial: APartialVacancyPage,
  developers: ADevelopersPage,
  ...FOLLOW_PAGES,
};
const WINDOWS = LANGUAGES.flatMap((language) => [320, 1280].map((width) => ({ language, width, dark: width === 320 })));

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  const pages = LANGUAGES.flatMap((language) =>
    Object.entries(PAGES).map(([name, Page]) => [`/${language}/${name}`, () => <Page language={language} />] as const),
  );
  const living = (query: URLSearchParams) => <ALivingListPage language="en" query={query} />;
  site = await serveSite({ pages: { ...Object.fromEntries(pages), '/en/vacancies': living } });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  site.close();
});

test.each(WINDOWS)('the portal keeps nobody out: $language, $width px wide', async (reader) => {
  const window = await openWindow(browser, { ...reader, javaScript: true });
  const page = await window.newPage();
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(PAGES)) {
    await page.goto(`${site.address}/${reader.language}/${name}`);
    found[name] = [await axeFindings(page), await overflow(page)];
  }

  expect(found).toEqual(Object.fromEntries(Object.keys(PAGES).map((name) => [name, [[], 0]])));
  await window.close();
});

test('the list answers each choice at once, keeps the focus, says how many, and goes back as it was', async () => {
  const window = await openWindow(browser, { language: 'en', javaScript: true });
  const page = await window.newPage();
  const address = () => new URL(page.url()).search;
  const said = page.locator('main [role=status]');
  await page.goto(`${site.address}/en/vacancies`);
  const before = await page.locator('[data-count]').textContent();
  await page.evaluate('window.stayed = true');

  await page.locator('.facet details summary').click();
  await page.getByLabel('City 7').focus();
  await page.keyboard.press('Space');
  await page.waitForURL(/place=City/);
  const first = [address(), await said.textContent(), await page.evaluate('document.activeElement.value')];
  const isOpen = await page.getByLabel('City 7').isVisible();
  await page.getByLabel('City 2').check();
  await page.waitForURL(/City\+2/);
  const second = [address(), await said.textContent()];
  const other = await page.locator('.languages a').getAttribute('href');
  await page.locator('.count a[href="#narrow"]').click();
  const stayed = await page.evaluate('window.stayed');
  const findings = await axeFindings(page);
  await page.goBack();
  // The list asks the server anew: only then does a page load, and what the old one held is gone.
  await Promise.all([page.waitForEvent('load'), page.goBack()]);
  const isNew = await page.evaluate('window.stayed === undefined');
  const back = [address(), await page.locator('input:checked').evaluateAll((boxes) => boxes.map(({ id }) => id))];
  await window.close();

  expect(before).toBe('4 open vacancies');
  expect(first).toEqual(['?place=City+7', '3 vacancies found', 'City 7']);
  expect(isOpen).toBe(true);
  expect(second).toEqual(['?place=City+2&place=City+7', '2 vacancies found']);
  expect(other).toBe('/fr/vacancies?place=City+2&place=City+7');
  expect(stayed).toBe(true);
  expect(findings).toEqual([]);
  expect(isNew).toBe(true);
  expect(back).toEqual(['?place=City+7', ['s-place-City_7']]);
});

test('without JavaScript a button narrows the list to what was chosen', async () => {
  const window = await openWindow(browser, { language: 'en', javaScript: false });
  const page = await window.newPage();
  await page.goto(`${site.address}/en/vacancies`);

  await page.getByLabel('City 2').check();
  await page.locator('#narrow button').first().click();
  await page.waitForURL(/place=City\+2/);
  const shown = [await page.locator('[data-count]').textContent(), await page.getByLabel('City 2').isChecked()];
  await window.close();

  expect(shown).toEqual(['3 vacancies found', true]);
});

test('the deadline stands on the reader’s own clock beside the announced one', async () => {
  const window = await openWindow(browser, { language: 'fr', javaScript: true });
  const page = await window.newPage();
  await page.goto(`${site.address}/fr/vacancy`);

  const deadline = await page.locator('.facts dd').first().innerText();

  expect(deadline.replaceAll('\u00a0', ' ')).toContain('le 18 janvier 2027 à 23 h 59 min 59 s, heure de Bruxelles');
  expect(deadline.replaceAll('\u00a0', ' ')).toContain('22 h 59 chez vous');
  await window.close();
});

test.each([
  [['en', 'fr'], 'in one, I in the other', 'English and French, either way round'],
  [['en', 'fr', 'es'], 'in one, I in another', 'English, French and Spanish, as you choose'],
])(
  'levels are asked for in two of the official languages %j, however many there are',
  (officialLanguages, value, note) => {
    const html = renderPage(<VacancyPage page={aPage('en')} vacancy={aView({ officialLanguages })} now={NOW} />);

    expect(html).toContain(value);
    expect(html).toContain(note);
  },
);

test('what the contract means stands on the page for a day that the reader chooses, each date with its rule', () => {
  const html = renderPage(<AVacancyPage language="en" />);

  expect(html).toContain('If you start on 1 July 2027');
  expect(html).toContain(
    'aria-label="First contract: 1 July 2027 to 30 June 2030. Possible renewal: 1 July 2030 to 30 June 2033.',
  );
  expect(html).toContain('href="/en/regulations#C1"');
  expect(html).toContain('<option value="2027-07" selected>1 July 2027</option>');
  expect(html).toContain('The appointment is at G15');
});

test('a section that exists in English only is said so in French, and marked English', () => {
  const html = renderPage(<APartialVacancyPage language="fr" />);

  expect(html).toContain('Cette partie de l’avis n’existe qu’en anglais.');
  expect(html).toMatch(/<div class="other-language" lang="en"><div class="duty"><h3>Expertise Development/);
  expect(html).toMatch(/<h1 lang="en">Principal Assistant/);
});

test('a closed vacancy says so and offers no way to apply', () => {
  const html = renderPage(<APartialVacancyPage language="en" />);

  expect(html).toContain('This vacancy is closed: applications are no longer received.');
  expect(html).not.toContain('class="apply"');
});

test('an empty answer says how to go on', () => {
  const html = renderPage(<NoVacanciesPage language="en" />);

  expect(html).toContain('No open vacancy matches this search.');
  expect(html).toContain('href="/en/vacancies">Show all vacancies');
});
