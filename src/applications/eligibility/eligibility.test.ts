import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NATO_IS, NORTHERN_RIVERS, RIVERS_COMMISSION } from '../../regulations/regulations-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { exampleVacancy, insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { assessApplicant } from './applicant-assessment.ts';
import { exampleDossier } from '../application-testing.ts';
import { contentOf, reviewMark } from '../submission/receipt.ts';
import { clearanceGaps, heldFrom, type StatedClearance } from './stated-clearance.ts';
import { submit } from '../submission/submission.ts';

const ISSUER = 'national-security-authority';
const HELD: StatedClearance = { level: 'NS', issuer: ISSUER, day: '31', month: '12', year: '2028' };
const NONE: StatedClearance = { level: 'none', issuer: '', day: '', month: '', year: '' };

const published = (publishedAt: string, given: Parameters<typeof exampleVacancy>[0] = {}) => ({
  ...exampleVacancy({ status: 'published', deadlineAt: new Date('2030-01-01T00:00:00Z'), ...given }),
  publishedAt: new Date(publishedAt),
});

describe('an applicant is assessed', () => {
  test('by the rules of the day the vacancy was published', () => {
    const asked = (publishedAt: string) =>
      assessApplicant(
        { nationalities: ['SE'] },
        { vacancy: published(publishedAt), rules: NATO_IS, at: new Date('2024-03-20T10:00:00Z') },
      ).mayApply;

    expect(asked('2024-03-06T10:00:00Z')).toBe(false);
    expect(asked('2024-03-07T10:00:00Z')).toBe(true);
  });

  test('on the facts of the day of the application, where the deadline is announced', () => {
    const vacancy = published('2026-11-01T10:00:00Z', { notice: { fastTrack: true, clearance: 'NS' } });
    const asked = (at: string) =>
      assessApplicant({ nationalities: ['BE'], clearance: HELD }, { vacancy, rules: NATO_IS, at: new Date(at) })
        .mayApply;

    expect(asked('2028-12-31T22:59:59Z')).toBe(true);
    expect(asked('2028-12-31T23:00:00Z')).toBe(false);
  });

  test('and whatever is stated, each thing that is said has its rule and its source', () => {
    const anyText = fc.constantFrom('', 'none', 'NS', 'XX', '31', '2', '2028', ISSUER, '\u0000');
    const anyStated = fc.record({ level: anyText, issuer: anyText, day: anyText, month: anyText, year: anyText });
    fc.assert(
      fc.property(
        anyStated,
        fc.boolean(),
        fc.constantFrom(NATO_IS, RIVERS_COMMISSION),
        (clearance, fastTrack, rules) => {
          const vacancy = published('2026-11-01T10:00:00Z', { notice: { fastTrack, clearance: 'NS' } });
          const at = new Date('2026-11-20T10:00:00Z');
          const { items, mayApply } = assessApplicant({ nationalities: ['PT'], clearance }, { vacancy, rules, at });
          const refusing = items.filter(({ outcome }) => outcome === 'not-met');
          expect(mayApply).toBe(refusing.length === 0);
          for (const { rule, source } of items) expect([rule, source.en, source.fr].includes('')).toBe(false);
          expect(clearanceGaps(clearance, rules).length === 0).toBe(
            clearance.level === 'none' ||
              (rules.clearances.levels.some(({ code }) => code === clearance.level) &&
                clearance.issuer === ISSUER &&
                heldFrom(clearance)?.validUntil != null),
          );
        },
      ),
    );
  });
});

describe('a submission to a fast track', () => {
  const dossierWith = (clearance: StatedClearance | undefined) => {
    const vacancy = published('2026-11-01T10:00:00Z', { notice: { fastTrack: true, clearance: 'NS' } });
    const dossier = exampleDossier(NORTHERN_RIVERS, { vacancy });
    const { answers } = dossier.application;
    const { clearance: _, ...others } = answers.identity;
    const identity = { ...others, ...(clearance && { clearance }) };
    return { ...dossier, application: { ...dossier.application, answers: { ...answers, identity } } };
  };
  const submitted = (clearance: StatedClearance | undefined) => {
    const dossier = dossierWith(clearance);
    const receivedAt = new Date('2026-11-20T10:00:00Z');
    const outcome = submit(dossier, {
      roles: [],
      language: 'en',
      reviewed: reviewMark(contentOf(dossier, 'en')),
      receivedAt,
    });
    return outcome.ok ? outcome.value.receipt.text : outcome.refusal.kind;
  };

  test.each([
    ['nothing stated', undefined, 'incomplete'],
    ['none held', NONE, 'clearance-needed'],
    ['an expired one', { ...HELD, year: '2025' }, 'clearance-needed'],
    ['a day that does not exist', { ...HELD, day: '32' }, 'incomplete'],
  ])('with %s is refused, and says why', (...[, clearance, kind]) => {
    expect(submitted(clearance)).toBe(kind);
  });

  test('keeps what was stated in the receipt', () => {
    expect(JSON.parse(submitted(HELD))).toMatchObject({ identity: { clearance: HELD } });
  });
});

describe('the page', () => {
  let app: TestApp;
  let ada: Client;
  beforeAll(async () => {
    app = await testApp();
    ada = await app.signedInAs('applicant');
    const open = { status: 'published', deadlineAt: new Date('2026-12-23T22:59:59Z') } as const;
    await insertVacancy(app.db, { ...open, reference: '260801' });
    await insertVacancy(app.db, { ...open, reference: '260802', notice: { fastTrack: true, clearance: 'NS' } });
  });
  afterAll(() => app.close());

  const form = (clearance: Partial<StatedClearance> = {}) => ({
    'nationality-1': 'SE',
    'clearance-level': clearance.level ?? '',
    'clearance-issuer': clearance.issuer ?? '',
    'clearance-until-day': clearance.day ?? '',
    'clearance-until-month': clearance.month ?? '',
    'clearance-until-year': clearance.year ?? '',
  });
  const ask = (clearance?: Partial<StatedClearance>) =>
    app.visitor().post('/en/vacancies/260802/eligibility', form(clearance));

  test('tells all that the rules say before anything is asked, and leads to each rule', async () => {
    const { text } = await app.visitor().get('/fr/vacancies/260801/eligibility');

    for (const rule of ['E2', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10'])
      expect(text).toContain(`href="/fr/regulations#${rule}"`);
    expect(text).toContain('À apprécier par une personne');
    expect(text).not.toContain('clearance-level');
    expect(text).not.toContain('status');
  });

  test('asks for the clearance held where the competition is for holders of one', async () => {
    const { text } = await app.visitor().get('/en/vacancies/260802/eligibility');

    expect(text).toContain('Level of the clearance that you hold');
    expect(text).toContain('href="/en/regulations#E3a"');
  });

  test('says at each field what is missing, and keeps the rest', async () => {
    const { status, text } = await ask({ level: 'NS', day: '32', month: '1', year: '2028' });

    expect(status).toBe(422);
    expect(text).toContain('href="#f-clearance-issuer"');
    expect(text).toContain('Enter a day that exists as the last day');
    expect(text).toContain('value="32"');
  });

  test.each([
    ['no clearance', NONE, false],
    ['an expired clearance', { ...HELD, year: '2025' }, false],
    ['a valid one', HELD, true],
  ])('with %s it decides, with the rule', async (...[, clearance, may]) => {
    const { status, text } = await ask(clearance);

    expect(status).toBe(200);
    expect(text).toContain('href="/en/regulations#E3"');
    expect(text.includes('Start the application')).toBe(may);
    expect(text.includes('By these answers you are probably not eligible')).toBe(!may);
  });

  test('hands the clearance on to the draft, where it may be changed', async () => {
    const begun = await ada.post('/en/my/applications', { vacancy: '260802', ...form(HELD) });
    const identity = await ada.get(`${begun.location}/identity`);

    expect(begun.status).toBe(303);
    expect(identity.text).toContain('<option value="NS" selected>');
    expect(identity.text).toContain('value="2028"');
    expect(identity.text).toContain('reaches the level of the post');
  });

  test('lets nobody begin past the rule, whatever is sent', async () => {
    const eve = await app.signedInAs('applicant');
    const { status, text } = await eve.post('/en/my/applications', { vacancy: '260802', ...form(NONE) });

    expect(status).toBe(422);
    expect(text).toContain('By these answers you are probably not eligible');
  });
});

test('an organisation with one door, its own declarations and no clearance speaks of no other', async () => {
  const app = await testApp({ ORGANISATION: 'rivers-commission' });
  const notice = { fastTrack: true, clearance: 'NS' };
  const deadlineAt = new Date('2026-12-23T11:00:00Z');
  await insertVacancy(app.db, { reference: '260803', status: 'published', deadlineAt, notice });

  const { text } = await app.visitor().get('/en/vacancies/260803/eligibility');
  await app.close();

  expect(text).toContain('Serving staff apply through the same portal as everybody else');
  expect(text).toContain('on call from November to April');
  expect(text).not.toMatch(/internal portal|clearance-level|medical fitness/);
});
