import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { explain } from './explain-commands.ts';
import { runProgramIn } from './program-testing.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NATO = { ORGANISATION: 'nato-is' };

/** What a command line answers: its status, and the lines of each kind. */
function run(line: string[], environment: Record<string, string> = NATO) {
  const [printed, warned]: [string[], string[]] = [[], []];
  const context = {
    print: (text: string) => void printed.push(text),
    warn: (text: string) => void warned.push(text),
    environment,
  };
  return { status: explain(line, context, ROOT), printed: printed.join('\n'), warned: warned.join('\n') };
}

const words = (line: string) => line.split(' ');
const json = (line: string): unknown => JSON.parse(run([...words(line), '--json']).printed);
const because = (rule: string, decides: string) => ({
  reasons: expect.arrayContaining([
    expect.objectContaining({
      rule,
      decides,
      source: expect.stringMatching(/./),
      sentence: { en: expect.stringMatching(/./), fr: expect.stringMatching(/./) },
    }),
  ]),
});

const TURNOVER = 'contract --clause turnover --start 2025-03-01';
const INDEFINITE = 'contract --clause indefinite-possible --start 2025-03-01';
const TWIN = 'twin-grade --grades G10-G12 --start 2025-03-01';

describe('concours explain', () => {
  test('answers the example of the specification, each date with its rule', () => {
    const line = words(`explain ${TURNOVER} --person non-seconded --renew-months 36 --json`);

    const { status, printed } = runProgramIn(NATO, ...line);

    expect(status).toBe(0);
    const answer: unknown = JSON.parse(printed);
    expect(answer).toMatchObject({
      firstEnds: '2028-02-29',
      renewalEnds: '2031-02-28',
      conversionWindow: '2028-03-01..2030-02-28',
      latestEnd: '2031-02-28',
    });
    for (const [rule, decides] of [
      ['C1', 'firstEnds'],
      ['C2', 'renewalEnds'],
      ['C3', 'conversionWindow'],
      ['C6', 'latestEnd'],
    ] as const)
      expect(answer).toMatchObject(because(rule, decides));
  });

  test.each([
    ['C1', `${TURNOVER} --person non-seconded`, { firstEnds: '2028-02-29' }, 'firstEnds'],
    ['C2', `${TURNOVER} --person non-seconded --renew-months 36`, { renewalEnds: '2031-02-28' }, 'renewalEnds'],
    ['C2', `${TURNOVER} --person non-seconded`, {}, 'agreement'],
    ['C3', `${TURNOVER} --person non-seconded`, { conversionWindow: '2028-03-01..2030-02-28' }, 'conversionWindow'],
    ['C3', `${TURNOVER} --person non-seconded`, { indefinite: 'on-request', indefiniteFrom: null }, 'indefinite'],
    [
      'C4',
      `${TURNOVER} --person non-seconded --request 2028-02-29`,
      { refusal: { kind: 'too-early', from: '2028-03-01' } },
      'tooEarly',
    ],
    [
      'C5',
      `${TURNOVER} --person non-seconded --request 2030-03-01`,
      { refusal: { kind: 'too-late', to: '2030-02-28' } },
      'tooLate',
    ],
    ['C6', `${TURNOVER} --person non-seconded`, { latestEnd: '2031-02-28' }, 'latestEnd'],
    ['C7', `${INDEFINITE} --person non-seconded`, { firstEnds: '2028-02-29' }, 'firstEnds'],
    [
      'C8',
      `${INDEFINITE} --person non-seconded`,
      { indefinite: 'may-follow', renewalEnds: null, conversionWindow: null, latestEnd: null },
      'indefinite',
    ],
    ['C9', `${TURNOVER} --person seconded`, { firstEnds: '2028-02-29' }, 'firstEnds'],
    ['C9', `${INDEFINITE} --person seconded`, { firstEnds: '2028-02-29' }, 'firstEnds'],
    ['C10', `${TURNOVER} --person seconded`, { renewalEnds: '2031-02-28', latestEnd: '2031-02-28' }, 'agreement'],
    ['C11', `${TURNOVER} --person seconded`, { indefinite: 'never', conversionWindow: null }, 'indefinite'],
    ['C11', `${TURNOVER} --person seconded --request 2029-01-01`, { refusal: { kind: 'never' } }, 'indefinite'],
    ['C12', `${TURNOVER} --person serving-staff`, { length: null, ask: { en: 'the contract office' } }, 'ask'],
    ['C13', TWIN, { appointedAt: 'G10' }, 'appointedAt'],
    ['C14', TWIN, { normalAdvancement: '2028-03-01' }, 'normalAdvancement'],
    ['C15', TWIN, { earliestAdvancement: '2026-03-01' }, 'earliestAdvancement'],
    ['C16', `${TWIN} --candidate serving-staff`, { directToHigher: true }, 'directToHigher'],
  ])('answers %s: %s', (...[rule, line, answer, decides]) => {
    expect(json(line)).toMatchObject({ ...answer, ...because(rule, decides) });
  });

  test('says who must agree to the renewal of a secondment (C10)', () => {
    const { printed } = run(words(`${TURNOVER} --person seconded --language fr`));

    expect(printed).toContain(
      'Un renouvellement suppose l’accord de l’organisation et de l’autorité nationale concernée.',
    );
    expect(printed).toContain('Règle C10.');
  });

  test.each([
    ['salary --grade A.4 --country BE --on 2024-09-19', { kind: 'known', amountMinor: 875_421 }],
    ['salary --grade G22 --country BE --on 2025-12-10 --printed 11150.91', { kind: 'fits-another' }],
    ['salary --grade G12 --country BE --on 2024-09-19', { kind: 'unknown' }],
    ['clearance --required NS --on 2026-11-23', { outcome: 'obtainable' }],
    ['similar-post --notice G17 --target G20 --on 2026-11-23', { outcome: 'higher' }],
    [
      'eligibility --nationality SE --on 2024-03-07 --years 5',
      { mayApply: true, outcomes: { E1: 'met', E6: 'for-a-person' } },
    ],
    ['eligibility --nationality SE --on 2024-03-06', { mayApply: false, outcomes: { E1: 'not-met' } }],
  ])('answers %s', (line, answer) => {
    expect(json(line)).toMatchObject(answer);
  });

  test.each([
    ['V in one; II in the other', { en: 'II', fr: 'V' }, 'met'],
    ['V dans l’une, II dans l’autre', { en: 'V', fr: 'I' }, 'not-met'],
    ['VI in both', { en: 'VI', fr: 'VI' }, 'met'],
    ['VI in French; I in English', { en: 'I', fr: 'VI' }, 'met'],
    ['VI en français + IV en russe', { fr: 'VI' }, 'not-met'],
  ])('understands the requirement “%s”', (requires, held, outcome) => {
    const levels = Object.entries(held).flatMap(([language, level]) => ['--level', `${language}=${level}`]);
    const { printed } = run(['languages', '--requires', requires, ...levels, '--json']);

    expect(JSON.parse(printed)).toMatchObject({ outcome });
  });

  test('asks the organisation that is named', () => {
    const line =
      'contract --clause temporary-agent --person non-seconded --start 2025-03-01 --organisation rivers-commission';

    expect(json(line)).toMatchObject({
      firstEnds: '2030-02-28',
      renewalEnds: '2035-02-28',
      indefinite: 'after-renewal',
      indefiniteFrom: '2035-03-01',
    });
  });

  test('an offer before the change keeps the terms of before', () => {
    const line =
      'contract --clause temporary-agent --person non-seconded --start 2025-03-01 --organisation rivers-commission';

    expect(json(`${line} --on 2023-12-31`)).toMatchObject({ firstEnds: '2029-02-28' });
  });

  test('a refusal is an answer of its own, with status 1', () => {
    const { status, printed } = run(words(`${TURNOVER} --person non-seconded --renew-months 37 --json`));

    expect(status).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({
      refusal: { kind: 'renewal-too-long', mostMonths: 36 },
      sentence: { fr: expect.stringMatching(/./) },
    });
  });

  test.each([
    ['', 'there is nothing to explain called “”'],
    ['horoscope', 'there is nothing to explain called “horoscope”'],
    ['contract', '--clause is needed'],
    ['contract --clause turnover --person somebody --start 2025-03-01', '--person: one of'],
    ['contract --clause turnover --person seconded --start 2025-02-29', '--start: Expected a day that exists'],
    ['contract --clauses turnover', 'Unknown option'],
    ['salary --grade Z9 --country BE --on 2025-01-01', 'there is no grade “Z9”'],
    ['salary --grade G20 --country BE --on 2025-01-01 --organisation nowhere', 'there is no organisation “nowhere”'],
    ['languages --requires V', '“V” is not understood'],
    ['eligibility --on 2025-01-01 --experience 2020', 'is not of the form'],
  ])('“%s” is wrong usage', (line, problem) => {
    const { status, warned, printed } = run(words(line));

    expect({ status, printed }).toEqual({ status: 2, printed: '' });
    expect(warned).toContain(problem);
    expect(warned).toContain('usage: concours explain');
  });

  test('tells the options of each topic', () => {
    for (const topic of ['contract', 'twin-grade', 'eligibility', 'languages', 'clearance', 'salary', 'similar-post'])
      expect(runProgramIn({}, 'explain', topic, '--help')).toMatchObject({
        status: 0,
        printed: expect.stringContaining(`usage: concours explain ${topic} `),
      });
  });
});
