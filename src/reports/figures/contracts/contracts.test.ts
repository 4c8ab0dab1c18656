import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertAppointed } from '../../../appointment/calendar/appointed-testing.ts';
import { contractAfter } from '../../../appointment/calendar/contract.ts';
import { decideContract } from '../../../appointment/calendar/contract-decision.ts';
import { contractOfCase } from '../../../appointment/calendar/contract-queries.ts';
import { recordContractStep } from '../../../appointment/calendar/contract-record-queries.ts';
import { CONTRACT_ACTIONS } from '../../../appointment/calendar/contract-step.ts';
import { deciding, type Wish } from '../../../appointment/calendar/contract-testing.ts';
import { findCase } from '../../../appointment/conditions/appointment-queries.ts';
import { insertAccount } from '../../../people/people-testing.ts';
import { addDays, addMonths } from '../../../regulations/civil-dates.ts';
import { testApp, type TestApp } from '../../../testing.ts';
import { actorWith } from '../figures-world-testing.ts';
import type { Cell } from '../report.ts';
import { CONTRACTS_REPORT } from './contracts-report.ts';
import { contractsByVacancy, contractTermOf } from './contracts.ts';

const TODAY = '2028-05-31';
const NOW = new Date(`${TODAY}T12:00:00Z`);
const day = (civil: string) => ({ kind: 'day', day: civil }) as const;

describe('the term of a contract', () => {
  test('is by its last day, today the first of the next three months', () => {
    const days = ['2028-05-30', '2028-05-31', '2028-08-31', '2028-09-01', '2028-11-30', '2029-05-31', '2030-05-31'];

    expect([...days, '2030-06-01'].map((one) => contractTermOf(day(one), TODAY))).toEqual([
      'past',
      'within-3',
      'within-3',
      'within-6',
      'within-6',
      'within-12',
      'within-24',
      'later',
    ]);
    expect(contractTermOf({ kind: 'indefinite' }, TODAY)).toBe('indefinite');
    expect(contractTermOf({ kind: 'not-entered' }, TODAY)).toBe('not-entered');
  });

  test('of each vacancy the next end counts, those without one last', () => {
    const endings = [
      { vacancy: '260001', last: { kind: 'indefinite' } as const },
      { vacancy: '260002', last: day('2030-01-01') },
      { vacancy: '260002', last: day('2028-05-30') },
      { vacancy: '260003', last: day('2029-01-01') },
    ];

    expect(contractsByVacancy(endings, TODAY)).toEqual([
      { reference: '260003', contracts: 1, next: '2029-01-01', indefinite: 0 },
      { reference: '260002', contracts: 2, next: '2030-01-01', indefinite: 0 },
      { reference: '260001', contracts: 1, next: null, indefinite: 1 },
    ]);
  });
});

describe('over contracts that chance has made', () => {
  let app: TestApp;
  let reader: ReturnType<typeof actorWith>;
  beforeAll(async () => {
    app = await testApp();
    reader = actorWith((await insertAccount(app.db, { roles: ['recruitment-manager'] })).id);
    const wish = fc.record({
      action: fc.constantFrom(...CONTRACT_ACTIONS),
      months: fc.integer({ min: 1, max: 36 }).map(String),
      onDay: fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-15', days)),
      ground: fc.constantFrom('resignation', 'end-of-term'),
      length: fc.constantFrom('definite', 'indefinite'),
    });
    const history = fc.record({
      startsOn: fc.integer({ min: 0, max: 30 }).map((months) => addMonths('2026-01-15', months)),
      person: fc.constantFrom('non-seconded', 'seconded', 'serving-staff'),
      wishes: fc.array(wish, { maxLength: 8 }),
    });
    const histories = fc.sample(history, { numRuns: 24, seed: 20_261_128 });
    for (const [index, { wishes, ...choice }] of histories.entries())
      await makeContract(`2605${String(index).padStart(2, '0')}`, { choice, wishes });
  });
  afterAll(() => app.close());

  type Made = { choice: Parameters<typeof insertAppointed>[1]['choice']; wishes: readonly Wish[] };

  async function makeContract(reference: string, { choice, wishes }: Made): Promise<void> {
    const { db, organisation } = app.context;
    const at = new Date('2026-01-10T10:00:00Z');
    const { id: accountId } = await insertAccount(db);
    const number = await insertAppointed(app.context, { reference, accountId, by: reader, at, choice });
    const chosen = await findCase(db, { reference, number });
    const kept = chosen && (await contractOfCase(db, chosen));
    if (!kept) throw new Error('nobody is appointed');
    const { appointmentId, contract: begun } = kept;
    const steps: Parameters<typeof contractAfter>[1][number][] = [];
    for (const wish of wishes) {
      const typed = { reason: 'So', confirmed: true, authority: 'Ministry', agreedOn: TODAY, today: TODAY, ...wish };
      const decided = decideContract(contractAfter(begun, steps), deciding(organisation, typed));
      if (!decided.ok) continue;
      const step = { step: decided.value, outside: app.context, actor: reader, at };
      await recordContractStep(db, { appointmentId, seen: steps.length }, step);
      steps.push(decided.value);
    }
  }

  async function tableOf(key: string): Promise<Map<string, readonly Cell[]>> {
    const { db, context } = app;
    const asked = { db, organisation: context.organisation, actor: reader, asked: {}, now: NOW } as const;
    const { tables } = await CONTRACTS_REPORT.figures({ ...asked, zone: 'Europe/Brussels', language: 'en' });
    return new Map(tables.find((one) => one.key === key)?.rows.map((row) => [row.key, row.cells]));
  }

  type Told = { action: string; details: { day?: string; ends?: string } };

  /** What the log alone tells of each appointment since the person was appointed; what was taken back is left out. */
  async function told(): Promise<Map<string, Told[]>> {
    const events = await app.db
      .selectFrom('events')
      .select(['subjectId', 'action', 'details'])
      .where('subject', '=', 'appointment')
      .where('action', '<>', 'appointment-begun')
      .orderBy('id')
      .execute();
    const all = new Map<string, Told[]>();
    for (const { subjectId, action, details } of events) {
      const own = all.get(subjectId) ?? [];
      all.set(subjectId, own);
      if (action === 'contract-step-taken-back') own.pop();
      else own.push({ action, details });
    }
    return all;
  }

  /** The last day that the log comes to: a first contract of three years by the clause, and what was decided since. */
  function lastIn(own: readonly Told[], isAsked: boolean): string | undefined {
    const [begun] = own;
    const first = Temporal.PlainDate.from(begun?.details.day ?? '')
      .add({ months: 36 })
      .subtract({ days: 1 });
    let last = isAsked ? 'not-entered' : first.toString();
    for (const { action, details } of own) {
      if (action === 'contract-ended') return undefined;
      if (action === 'renewal-agreed') last = details.ends ?? last;
      if (action === 'contract-length-entered') last = details.day ?? 'indefinite';
      if (action === 'conversion-granted' || action === 'indefinite-contract-agreed') last = 'indefinite';
    }
    return last;
  }

  test('every figure is what the log tells', async () => {
    const asked = await app.db
      .selectFrom('appointmentOffers')
      .select('appointmentId')
      .where('choice', '@>', JSON.stringify({ person: 'serving-staff' }) as never)
      .execute();
    const serving = new Set(asked.map(({ appointmentId }) => appointmentId));
    const lasts = [...(await told())].flatMap(([id, own]) => lastIn(own, serving.has(id)) ?? []);
    const between = (from: string, to: string) => lasts.filter((last) => /^\d/.test(last) && last > from && last <= to);
    const expected = {
      past: between('0', addDays(TODAY, -1)).length,
      'within-3': between(addDays(TODAY, -1), '2028-08-31').length,
      'within-6': between('2028-08-31', '2028-11-30').length,
      'within-12': between('2028-11-30', '2029-05-31').length,
      'within-24': between('2029-05-31', '2030-05-31').length,
      later: between('2030-05-31', '9999').length,
      indefinite: lasts.filter((last) => last === 'indefinite').length,
      'not-entered': lasts.filter((last) => last === 'not-entered').length,
    };

    const shown = [...(await tableOf('terms'))].map(([term, [, contracts]]) => [term, contracts]);
    const vacancies = [...(await tableOf('vacancies')).values()];

    expect(Object.fromEntries(shown)).toEqual(expected);
    expect(lasts.length).toBeGreaterThan(8);
    expect(vacancies.reduce((sum, [, , contracts]) => sum + Number(contracts), 0)).toBe(lasts.length);
  });
});
