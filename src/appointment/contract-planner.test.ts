import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NATO_IS, ORGANISATIONS, RIVERS_COMMISSION } from '../regulations/regulations-testing.ts';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { queryOf, readOffer, typedIn } from './contract-planner-form.ts';
import { dependsOnAge, planOffer } from './contract-planner.ts';

const TODAY = '2026-11-26';
const START = { 'start-day': '1', 'start-month': '3', 'start-year': '2025' };
const asked = (fields: Record<string, string> = {}) => ({ clause: 'turnover', ...START, ...fields });

describe('what was typed', () => {
  test('is an offer of today to somebody from outside, unless told otherwise', () => {
    expect(readOffer(typedIn(asked()), NATO_IS, TODAY)).toMatchObject({
      ok: true,
      value: { clause: 'turnover', person: 'non-seconded', startsOn: '2025-03-01', on: TODAY, grades: [] },
    });
  });

  test.each([
    [{ clause: '' }, { field: 'clause', kind: 'missing' }],
    [{ clause: 'lifelong' }, { field: 'clause', kind: 'unknown' }],
    [
      { 'start-day': '', 'start-month': '', 'start-year': '' },
      { field: 'start', kind: 'missing' },
    ],
    [
      { 'start-day': '30', 'start-month': '2' },
      { field: 'start', kind: 'no-such-day' },
    ],
    [{ 'start-year': '25' }, { field: 'start', kind: 'no-such-day' }],
    [{ 'on-year': '2025' }, { field: 'on', kind: 'no-such-day' }],
    [{ renewal: '1.5' }, { field: 'renewal', kind: 'no-months' }],
    [{ earlier: '-3' }, { field: 'earlier', kind: 'no-months' }],
    [{ grade: 'G99' }, { field: 'grade', kind: 'unknown' }],
    [{ higher: 'G12' }, { field: 'grade', kind: 'lower-missing' }],
    [{ country: 'ZZ' }, { field: 'country', kind: 'unknown' }],
    [{ person: 'robot' }, { field: 'person', kind: 'unknown' }],
    [
      { 'born-day': '1', 'born-month': '1', 'born-year': '2030' },
      { field: 'born', kind: 'in-the-future' },
    ],
  ])('is told where it is wrong: %j', (fields, problem) => {
    const offer = readOffer(typedIn(asked(fields)), NATO_IS, TODAY);

    expect(offer.ok ? [] : offer.refusal).toEqual([problem]);
  });

  test('becomes an address without the date of birth', () => {
    const typed = typedIn(asked({ renewal: '12', 'born-day': '1', 'born-month': '2', 'born-year': '1970' }));

    expect(queryOf(typed)).toBe('?clause=turnover&renewal=12&start-day=1&start-month=3&start-year=2025');
  });

  test('is never longer than people type, nor a list', () => {
    const typed = typedIn({ clause: ['turnover', 'project'], grade: 'x'.repeat(1000), renewal: { months: 3 } });

    expect(typed).toMatchObject({ clause: 'turnover', grade: 'x'.repeat(40), renewal: '' });
  });
});

describe('an offer planned', () => {
  const planned = (fields: Record<string, string>, organisation = NATO_IS) => {
    const offer = readOffer(typedIn(asked(fields)), organisation, TODAY);
    if (!offer.ok) throw new Error(JSON.stringify(offer.refusal));
    return planOffer(organisation, offer.value);
  };

  test('gives the dates, whether a request is admissible, the two grades and what they pay', () => {
    const plan = planned({
      grade: 'G10',
      higher: 'G12',
      country: 'BE',
      'on-day': '1',
      'on-month': '2',
      'on-year': '2025',
      'request-day': '28',
      'request-month': '2',
      'request-year': '2030',
    });

    expect(plan).toMatchObject({
      contract: { ok: true, value: { latestEnd: '2031-02-28' } },
      request: { ok: true },
      twinGrade: { ok: true, value: { normalAdvancement: '2028-03-01', earliestAdvancement: '2026-03-01' } },
      salary: { kind: 'known', amountMinor: 456_536 },
      age: null,
    });
  });

  test('counts an age where the organisation has one', () => {
    const born = { 'born-day': '10', 'born-month': '2', 'born-year': '1963' };
    const [clause] = RIVERS_COMMISSION.contractClauses;
    const plan = planned({ clause: clause?.code ?? '', grade: 'AD5', ...born }, RIVERS_COMMISSION);

    expect(plan.contract).toMatchObject({ ok: true, value: { firstEnds: '2029-02-28' } });
    expect(plan.age).toMatchObject({ outcome: 'within', serviceEndsOn: '2029-02-28' });
    expect(ORGANISATIONS.filter(dependsOnAge)).toEqual([RIVERS_COMMISSION]);
  });
});

describe.each(['nato-is', 'rivers-commission'])('the page of %s', (ORGANISATION) => {
  let app: TestApp;
  let recruiter: Client;
  beforeAll(async () => {
    app = await testApp({ ORGANISATION });
    recruiter = await app.signedInAs('recruiter');
  });
  afterAll(() => app.close());

  const clause = () => app.context.organisation.contractClauses[0]?.code ?? '';
  const fields = (more: Record<string, string> = {}) => ({ clause: clause(), ...START, ...more });
  const address = (more: Record<string, string> = {}) =>
    `/en/staff/contract-planner?${new URLSearchParams(fields(more)).toString()}`;

  test('asks before it answers, and may be opened with the clause chosen', async () => {
    const { status, text } = await recruiter.get(`/en/staff/contract-planner?clause=${clause()}`);

    expect(status).toBe(200);
    expect(text).toMatch(new RegExp(`value="${clause()}"[^>]*checked|checked[^>]*value="${clause()}"`));
    expect(text).not.toContain('What follows');
  });

  test('draws the dates, and keeps the plan when the language changes', async () => {
    const { status, text } = await recruiter.get(address({ renewal: '12' }));

    expect(status).toBe(200);
    expect(text).toContain('aria-label="First contract: 1 March 2025 to');
    expect(text).toMatch(/href="\/fr\/staff\/contract-planner\?clause=[^"]*renewal=12[^"]*start-year=2025"/);
  });

  test('takes a form as well, and lets no date of birth into an address', async () => {
    const { status, text } = await recruiter.post(
      '/en/staff/contract-planner',
      fields({ 'born-day': '10', 'born-month': '2', 'born-year': '1968' }),
    );

    expect(status).toBe(200);
    expect(text).toContain('What follows');
    expect([...text.matchAll(/href="([^"]*)"/g)].filter(([, href]) => href?.includes('1968'))).toEqual([]);
  });

  test('says what is wrong at each field, and keeps what was typed', async () => {
    const { status, text } = await recruiter.get(address({ 'start-day': '31', 'start-month': '2', renewal: 'x' }));

    expect(status).toBe(422);
    expect(text).toContain('href="#f-start"');
    expect(text).toContain('href="#f-renewal"');
    expect(text).toContain('value="31"');
  });
});

test('a vacancy leads here with its clause and its grades filled in', async () => {
  const app = await testApp({ ORGANISATION: 'nato-is' });
  const recruiter = await app.signedInAs('recruiter');
  await insertVacancy(app.db, { reference: '260701', notice: { grades: ['G10', 'G12'] } });

  const review = await recruiter.get('/en/staff/vacancies/260701');
  const [, address = ''] = /href="(\/en\/staff\/contract-planner\?[^"]+)"/.exec(review.text) ?? [];
  const planner = await recruiter.get(address.replaceAll('&amp;', '&'));
  await app.close();

  expect(address).toContain('clause=turnover');
  expect(planner.text).toContain('<option value="G10" selected>');
  expect(planner.text).toContain('<option value="G12" selected>');
});

test('a short renewal is warned of, and what the text leaves open is named', async () => {
  const app = await testApp({ ORGANISATION: 'nato-is' });
  const auditor = await app.signedInAs('auditor', 'fr');

  const { text } = await auditor.get(
    `/fr/staff/contract-planner?${new URLSearchParams(asked({ renewal: '6' })).toString()}`,
  );
  await app.close();

  expect(text).toContain('Ce renouvellement ne laisse aucun jour');
  expect(text).toContain('Qui décide d’un renouvellement');
  expect(text).toContain('une personne désignée décide');
});
