import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../platform/language.ts';
import { ORGANISATIONS } from '../../regulations/regulations-testing.ts';
import { ruleAnchor } from '../../regulations/rule-link.tsx';
import { rulesOf } from '../../regulations/rule-table/rule-table-testing.ts';
import { testApp, type TestApp } from '../../testing.ts';

describe.each(ORGANISATIONS)('the page of the regulations of $id', (organisation) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ ORGANISATION: organisation.id });
  });
  afterAll(() => app.close());

  test('has exactly one place for each rule, so that every answer leads to it', async () => {
    for (const language of LANGUAGES) {
      const { status, text } = await app.visitor().get(`/${language}/regulations`);
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

      expect(status).toBe(200);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...rulesOf(organisation)].map(ruleAnchor).filter((anchor) => !ids.includes(anchor))).toEqual([]);
    }
  });

  test('says the language of each heading that both languages share a table for', async () => {
    const { text } = await app.visitor().get('/fr/regulations');
    const [heading] = Object.values(app.context.vocabulary.data.accountabilityHeadings);

    expect(heading?.en[0]).toBeDefined();
    expect(text).toContain(`<span lang="en">${heading?.en[0]}</span>`);
    expect(text).not.toContain('<span lang="fr">');
  });

  test('shows another day by its address or by three fields', async () => {
    const byAddress = await app.visitor().get('/en/regulations?on=2021-05-01');
    const byFields = await app.visitor().get('/en/regulations?on-day=1&on-month=5&on-year=2021');

    expect(byAddress.text).toContain('As in force on 1 May 2021');
    expect(byFields.text).toContain('As in force on 1 May 2021');
    expect(byAddress.text).toContain('Back to today');
  });

  test.each([
    'on=2025-02-30',
    'on-day=31&on-month=2&on-year=2025',
    'on-day=1',
    'on=x',
    'on=2025-01-01&on=2026-01-01&on-day=1',
    'on=99999-01-01',
  ])('keeps what was typed and says what a day is: %s', async (query) => {
    const { status, text } = await app.visitor().get(`/fr/regulations?${query}`);

    expect(status).toBe(422);
    expect(text).toContain('Indiquez un jour qui existe');
  });
});
