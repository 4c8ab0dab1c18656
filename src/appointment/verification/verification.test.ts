import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPdf } from '../../platform/pdf/read-pdf.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { selectSomebody, stepOn } from '../conditions/appointment-testing.ts';
import {
  isOpen,
  needsWords,
  VERIFICATION_ACTIONS,
  verificationActions,
  verificationState,
  verify,
  type VerificationStep,
} from './verification.ts';

const TODAY = '2026-11-22';

describe('a step on a study or a post', () => {
  const anySteps = fc
    .array(fc.record({ action: fc.constantFrom(...VERIFICATION_ACTIONS), daysAgo: fc.integer({ min: 0, max: 300 }) }))
    .map((wishes) =>
      wishes
        .toSorted((a, b) => b.daysAgo - a.daysAgo)
        .reduce<VerificationStep[]>((steps, { action, daysAgo }) => {
          const step = verify({ steps }, { action, on: addDays(TODAY, -daysAgo), words: 'The registrar.' }, TODAY);
          return step.ok ? [...steps, step.value] : steps;
        }, []),
    );

  test('is offered exactly where it can be taken, and settles nothing but by an answer or a reason', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const possible = VERIFICATION_ACTIONS.filter(
          (action) => verify({ steps }, { action, on: TODAY, words: 'The registrar.' }, TODAY).ok,
        );

        expect(verificationActions({ steps })).toEqual(possible);
        expect(isOpen({ steps })).toBe(!['confirm', 'set-aside'].includes(steps.at(-1)?.action ?? ''));
      }),
    );
  });

  test('says in words what differs and why something is set aside, on a day that has come', () => {
    const asked: VerificationStep[] = [{ action: 'ask', on: '2026-11-10', words: '' }];
    const refusal = (step: Partial<VerificationStep>) =>
      verify({ steps: asked }, { action: 'differ', on: TODAY, words: 'Another degree.', ...step }, TODAY);

    expect(refusal({})).toMatchObject({ ok: true });
    expect(refusal({ words: ' ' })).toMatchObject({ refusal: { kind: 'words-missing' } });
    expect(refusal({ words: 'a'.repeat(1001) })).toMatchObject({ refusal: { kind: 'too-long' } });
    expect(refusal({ on: '2026-11-23' })).toMatchObject({ refusal: { kind: 'date-ahead', today: TODAY } });
    expect(refusal({ on: '2026-11-09' })).toMatchObject({ refusal: { kind: 'date-before', last: '2026-11-10' } });
    expect(refusal({ on: '2026-11-31' })).toMatchObject({ refusal: { kind: 'date-missing' } });
    expect(VERIFICATION_ACTIONS.filter(needsWords)).toEqual(['differ', 'set-aside']);
    expect(verificationState({ steps: asked })).toBe('asked');
  });
});

describe('the verification of an appointment', () => {
  const REFERENCE = '260472';
  let app: TestApp;
  let contracts: Client;
  let security: Client;
  let address: string;

  beforeAll(async () => {
    app = await testApp();
    const manager = await app.signedInAs('recruitment-manager');
    contracts = await app.signedInAs('contract-officer', 'fr');
    security = await app.signedInAs('security-officer');
    const candidate = await app.signedInAs('applicant');
    const number = await selectSomebody(app, { reference: REFERENCE, manager, candidate });
    address = `/fr/staff/vacancies/${REFERENCE}/appointments/${number}`;
    await contracts.post(address);
  });
  afterAll(() => app.close());

  test('asks each school and each employer by a letter that tells what was stated of it, and nothing else', async () => {
    const degree = await contracts.get(`${address}/verification/education/degree/letter.pdf`);
    const read = await readPdf(degree.body);
    const text = read.kind === 'read' ? read.text : '';

    expect(degree.headers['content-type']).toBe('application/pdf');
    expect(degree.headers['content-disposition']).not.toMatch(/Ada|Marin/);
    expect(text).toContain('University of Ghent');
    expect(text).toContain('MSc in Hydrology');
    expect(text).not.toMatch(/River Authority|Measured floods/);
    expect((await security.get(`${address}/verification/education/degree/letter.pdf`)).status).toBe(404);
    expect((await contracts.get(`${address}/verification/education/post/letter.pdf`)).status).toBe(404);
  });

  test('is met only once each study and each post is confirmed, or set aside with a reason', async () => {
    const met = () => stepOn(contracts, `${address}/conditions/verification/meet`, { on: TODAY });
    expect((await met()).text).toContain('2 diplômes et emplois restent à régler');

    const on = (part: string, action: string, words = '') =>
      stepOn(contracts, `${address}/verification/${part}/${action}`, { on: TODAY, words });
    expect((await on('education/degree', 'ask')).location).toBe(`${address}?done=stepped`);
    await on('education/degree', 'confirm', 'The registrar');
    expect((await met()).text).toContain('1 diplôme ou emploi reste à régler');
    expect((await on('experience/post', 'set-aside')).text).toContain('Dites-le en quelques mots');
    await on('experience/post', 'set-aside', 'The employer has closed.');

    expect((await met()).location).toBe(`${address}?done=stepped`);
    const { text } = await contracts.get(address);
    expect(text).toContain('The registrar');
    expect(text).toContain('The employer has closed.');
  });

  test('leaves in the events neither a study nor an employer nor a word of an answer', async () => {
    const events = await app.db
      .selectFrom('events')
      .select(['action', 'details'])
      .where('subject', '=', 'appointment')
      .execute();

    expect(events.filter(({ action }) => action === 'verification-stepped')).toHaveLength(3);
    expect(JSON.stringify(events)).not.toMatch(/registrar|closed|Ghent|Hydrolog|River/);
  });
});
