import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { explain } from './explain-commands.ts';
import { runProgramIn } from './program-testing.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
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
      source: { en: expect.stringMatching(/./), fr: expect.stringMatching(/./) },
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

  test('says which renewal an answer on a request supposes, and what it leaves open', () => {
    expect(json(`${TURNOVER} --person non-seconded --request 2030-02-28 --earlier-months 12`)).toMatchObject({
      admissible: true,
      supposing: { en: 'This supposes a renewal from 1 March 2028 to 28 February 2031.' },
      warnings: [{ kind: 'earlier-service-not-counted' }],
    });
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
    ['salary --grade G20-G17 --country BE --on 2024-06-01', { kind: 'known', amountMinor: 754_044 }],
    ['salary --grade Unclassified --country BE --on 2024-06-01', { kind: 'unknown' }],
    ['salary --grade G20 --country BE --on 2024-06-01 --printed 8754.21 --currency USD', { kind: 'not-comparable' }],
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
    ['II in the other; V in one', { en: 'II', fr: 'V' }, 'met'],
    ['V dans l’une et I dans l’autre', { en: 'I', fr: 'V' }, 'met'],
    ['V in one and II in the other', { en: 'V', fr: 'I' }, 'not-met'],
    ['IV in ru', { ru: 'IV' }, 'met'],
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
    ['a similar post at a higher grade', 'similar-post --notice G17 --target G20 --on 2026-11-23', 'O1'],
    [
      'two grades where no post has two',
      'salary --grade AD7-AD8 --country PT --on 2025-06-01 --organisation rivers-commission',
      'SR-S1',
    ],
    [
      'a twin grade where no post has two',
      'twin-grade --grades AD7-AD8 --start 2025-03-01 --organisation rivers-commission',
      'C13',
    ],
    [
      'a twin grade of two families',
      'twin-grade --grades AST7-AD8 --start 2025-03-01 --organisation rivers-commission',
      'C13',
    ],
    [
      'a contract that a clause does not offer',
      'contract --clause temporary-agent --person seconded --start 2025-03-01 --organisation rivers-commission',
      'SR-C1',
    ],
  ])('refuses %s, with the nearest rule and its source', (...[, line, rule]) => {
    const { status, printed } = run(words(`${line} --json`));

    expect(status).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({
      reasons: [
        {
          rule,
          source: { en: expect.stringMatching(/./), fr: expect.stringMatching(/./) },
          sentence: { fr: expect.stringMatching(/./) },
        },
      ],
    });
  });

  test('tells the warnings and open points of a contract in both languages, and the day whose rules counted', () => {
    const sentence = { en: expect.stringMatching(/./), fr: expect.stringMatching(/./) };

    expect(json(`${TURNOVER} --person non-seconded --renew-months 12 --on 2025-01-15`)).toMatchObject({
      on: '2025-01-15',
      warnings: [{ kind: expect.stringMatching(/./), sentence }],
      openPoints: expect.arrayContaining([expect.objectContaining({ code: 'renewal-decided-by', sentence })]),
    });
    expect(json(`${TURNOVER} --person serving-staff`)).toMatchObject({ on: '2025-03-01' });
  });

  test('says that levels which do not reach a requirement exclude nobody', () => {
    const line = ['languages', '--requires', 'V in both', '--level', 'en=I'];

    expect(run([...line, '--language', 'en']).printed).toMatch(/^Asked for: .*\nThis excludes nobody/);
    expect(JSON.parse(run([...line, '--json']).printed)).toMatchObject({ note: { fr: /Cela n’exclut personne/ } });
  });

  test.each([
    ['en', `${TURNOVER} --person non-seconded --renew-months 1`, '(1 month; at most 36)'],
    ['fr', `${TURNOVER} --person non-seconded --renew-months 12`, '(12\u00a0mois\u202f; 36 au plus)'],
    ['fr', 'eligibility --nationality SE --on 2024-03-06', 'E1\u00a0: Non rempli'],
    ['fr', 'salary --grade G12 --country BE --on 2024-09-19', 'pour le grade G12'],
    ['fr', 'salary --grade AD7 --country MA --on 2025-06-01 --organisation rivers-commission', 'MAD par an'],
    ['en', 'salary --grade Unclassified --country BE --on 2024-09-19', 'no grade of the scale counts for such a post'],
  ])('in %s, “%s” says “%s”', (language, line, text) => {
    expect(run([...words(line), '--language', language]).printed).toContain(text);
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
    [`${TURNOVER} --person seconded --start 2025-04-01`, '--start is given more than once'],
    ['eligibility --on 2025-01-01 --level en=V --level en=I', '--level: “en” is given more than once'],
    [
      'contract --clause nowhere --person seconded --start 2025-03-01',
      'there is no clause “nowhere”; there are turnover',
    ],
    [`${TURNOVER} --person seconded --grade G99`, '--grade: there is no grade “G99”; there are G1'],
    [`${TURNOVER} --person seconded --grade G10-G12`, '--grade: “G10-G12” names two grades; give one'],
    ['twin-grade --grades G10-G99 --start 2025-03-01', 'there is no grade “G99”; there are G1'],
    ['salary --grade G10-foo --country BE --on 2025-01-01', 'there is no grade “foo”'],
    ['salary --grade G10-G12-G15 --country BE --on 2025-01-01', 'names 3 grades'],
    ['similar-post --notice G10-G12-G15 --target G10 --on 2025-01-01', 'names 3 grades'],
    ['salary --grade G20 --country UK --on 2025-01-01', '--country: Expected a country'],
    [
      'salary --grade G20 --country BE --on 2025-01-01 --printed 1.00 --currency ZZZ',
      '--currency: Expected a currency',
    ],
    ['salary --grade G20 --country BE --on 2025-01-01 --printed 1.5', '--printed: Expected an amount with 2 decimals'],
    [
      'salary --grade G20 --country BE --on 2025-01-01 --printed 1.00 --currency JPY',
      '--printed: Expected an amount with no decimals, as JPY has',
    ],
    ['eligibility --on 2025-01-01 --nationality ZZ', '--nationality: Expected a country'],
    ['contract --clause turnover --person seconded --start 1800-01-01', 'in the years 1900–2999'],
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
