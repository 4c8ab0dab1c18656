import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launchBrowser } from '../../journey/browser-testing.ts';
import { exampleNotice } from '../notice-testing.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import { noticeDocument } from './notice-document.ts';
import { noticeHtml } from './notice-html.tsx';

const RIVERS = loadOrganisationFolder('organisations/northern-rivers');
const example = exampleNotice();
const NOTICE = exampleNotice({
  title: { en: 'Officer <b>Flood</b> & "Forecasting"', fr: 'Administratrice/Administrateur (prévision des crues)' },
  budgetPending: true,
  salary: { amountMinor: 754044, currency: 'EUR', period: 'monthly' },
  challenges: { en: ['warn in time'], fr: ['avertir à temps'] },
  links: { en: ['https://rivers.example/tests'], fr: [] },
  otherText: {
    ...example.otherText,
    additional: {
      en: ['<script>alert(1)</script> "&" <img src=x>'],
      fr: ['La « Commission » : https://rivers.example.'],
    },
  },
});
const html = noticeHtml(noticeDocument(NOTICE, RIVERS));

describe('a notice as an HTML file', () => {
  let browser: Browser;
  let page: Page;
  const said: string[] = [];
  const asked: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(html);
  });
  afterAll(() => browser.close());

  const texts = (selector: string) => page.locator(selector).allTextContents();

  test('fetches nothing, and its policy lets its own style apply and nothing else', async () => {
    expect({ asked, said }).toEqual({ asked: [], said: [] });
    const colour = "getComputedStyle(document.querySelector('dl')).borderTopColor";
    const weight = "getComputedStyle(document.querySelector('h2')).fontWeight";
    expect([await page.evaluate(colour), await page.evaluate(weight)]).toEqual(['rgb(23, 79, 99)', '600']);
    expect(await page.locator('script, img, link').count()).toBe(0);
  });

  test('has each half in its language, with its title, its facts and its sections', async () => {
    expect(await page.evaluate("[...document.querySelectorAll('article')].map(({ lang }) => lang)")).toEqual([
      'en',
      'fr',
    ]);
    expect(await texts('h1')).toEqual([
      'Officer <b>Flood</b> & "Forecasting" (260014)',
      'Administratrice/Administrateur (prévision des crues) (260014)',
    ]);
    expect(await texts('article[lang=fr] dt')).toContain('Date limite de candidature');
    expect(await texts('article[lang=fr] dd')).toContain('7\u202f540,44\u00a0EUR (Mensuelle)');
    expect(await texts('article[lang=en] h2')).toHaveLength(8);
    expect(await texts('article[lang=en] ol li')).toEqual(['warn in time.']);
  });

  test('skips no level of heading, and has nothing that axe objects to', async () => {
    const levels = await page.evaluate<number[]>(
      "[...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]))",
    );

    const skips = levels.filter((level, index, all) => level > (all[index - 1] ?? 0) + 1);
    expect(skips).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('shows what a notice says as text, never as mark-up, and French as it is written', async () => {
    const paragraphs = await texts('p');

    expect(paragraphs).toContain('<script>alert(1)</script> "&" <img src=x>');
    expect(paragraphs).toContain('La « Commission » : https://rivers.example.');
    expect(await page.locator('a[href^="https:"]').count()).toBe(2);
  });
});

test('the same record makes the same page', () => {
  expect(noticeHtml(noticeDocument(NOTICE, RIVERS))).toBe(html);
});
