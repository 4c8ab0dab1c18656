import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCase, recordBeginning } from '../../../appointment/conditions/appointment-queries.ts';
import { insertSelected } from '../../../appointment/conditions/appointment-testing.ts';
import { recordStep, tracksOf } from '../../../appointment/conditions/track-queries.ts';
import { stepTrack, TRACK_ACTIONS, type TrackAction } from '../../../appointment/conditions/track.ts';
import { insertClosedVacancy } from '../../../applications/stages/selection-testing.ts';
import { ROLES } from '../../../people/permissions.ts';
import { addDays } from '../../../regulations/civil-dates.ts';
import { testApp, type TestApp } from '../../../testing.ts';
import { actorWith } from '../figures-world-testing.ts';
import type { Cell } from '../report.ts';
import { CONDITIONS_REPORT } from './conditions-report.ts';
import { ageOf, bandOf } from './conditions.ts';

const TODAY = '2028-05-31';
const NOW = new Date(`${TODAY}T12:00:00Z`);
const READER = actorWith('00000000-0000-4000-8000-00000000000a', [...ROLES]);
const daysTo = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

describe('the age of a condition', () => {
  const begun = { action: 'begin', state: 'under-way', on: '2028-01-01' };

  test('is counted from when it was asked for, or opened again, to today or to its outcome', () => {
    const met = { action: 'meet', state: 'met', on: '2028-03-01' };
    const reopened = { action: 'reopen', state: 'under-way', on: '2028-05-01' };

    expect(ageOf([begun], TODAY)).toEqual({ state: 'open', days: 151 });
    expect(ageOf([begun, met], TODAY)).toEqual({ state: 'settled', days: 60 });
    expect(ageOf([begun, met, reopened], TODAY)).toEqual({ state: 'open', days: 30 });
  });

  test('is none of what was never asked for, refused or waived', () => {
    expect(ageOf([], TODAY)).toBeUndefined();
    expect(ageOf([{ action: 'meet', state: 'met', on: '2028-03-01' }], TODAY)).toBeUndefined();
    expect(ageOf([begun, { action: 'fail', state: 'not-met', on: '2028-03-01' }], TODAY)).toBeUndefined();
  });

  test('falls in one band, a later one the older it is', () => {
    expect([30, 31, 91, 92, 182, 183, 365, 366].map(bandOf)).toEqual([
      'month',
      'quarter',
      'quarter',
      'half-year',
      'half-year',
      'year',
      'year',
      'longer',
    ]);
  });
});

describe('over appointments that chance has made', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await insertClosedVacancy(app.db, '260481');
    const wish = fc.record({ action: fc.constantFrom(...TRACK_ACTIONS), daysAgo: fc.integer({ min: 0, max: 700 }) });
    for (const wishes of fc.sample(fc.array(wish, { maxLength: 16 }), { numRuns: 14, seed: 20_261_128 }))
      await makeAppointment(wishes);
  });
  afterAll(() => app.close());

  async function makeAppointment(wishes: readonly { action: TrackAction; daysAgo: number }[]): Promise<void> {
    const at = new Date('2026-11-21T14:00:00Z');
    const { number } = await insertSelected(app.context, { reference: '260481', at });
    const chosen = await findCase(app.db, { reference: '260481', number });
    if (!chosen) throw new Error('nobody is chosen');
    const id = await recordBeginning(app.db, chosen, { actor: READER, at });
    const { conditions } = app.context.organisation.appointment;
    for (const [index, { action, daysAgo }] of wishes.toSorted((a, b) => b.daysAgo - a.daysAgo).entries()) {
      const track = (await tracksOf(app.db, [id], conditions)).get(id)?.[index % conditions.length];
      if (!track) throw new Error('no such condition');
      const isMedical = track.condition.kind === 'medical';
      const step = stepTrack(track, {
        action,
        on: addDays(TODAY, -daysAgo),
        validUntil: '',
        level: 'CTS',
        authority: 'An authority',
        reason: isMedical && action !== 'waive' ? '' : 'Why',
        roles: [...ROLES],
        today: TODAY,
        demands: { clearance: null, levels: ['NS', 'CTS'], unverified: 0 },
      });
      if (step.ok) await recordStep(app.db, { id }, { track, step: step.value, actor: READER, at: NOW });
    }
  }

  async function tableOf(key: string): Promise<Map<string, readonly Cell[]>> {
    const reading = { db: app.db, organisation: app.context.organisation, actor: READER, asked: {} } as const;
    const { tables } = await CONDITIONS_REPORT.figures({
      ...reading,
      now: NOW,
      zone: 'Europe/Brussels',
      language: 'en',
    });
    return new Map(tables.find((one) => one.key === key)?.rows.map((row) => [row.key, row.cells]));
  }

  type Told = { condition?: string; to?: string; day?: string };

  /** What the log alone tells of each condition of each appointment: to which state it came on which day. */
  async function told(): Promise<Told[][]> {
    const events = await app.db
      .selectFrom('events')
      .select(['subjectId', 'details'])
      .where('action', '=', 'condition-stepped')
      .orderBy('id')
      .execute();
    const steps = events.map(({ subjectId, details }) => ({ of: subjectId, ...(details as Told) }));
    return [...Map.groupBy(steps, ({ of, condition }) => `${of} ${condition}`).values()];
  }

  test('every figure is what the log tells, and nothing medical is in it', async () => {
    const open: Record<string, number[]> = {};
    const met: Record<string, number[]> = {};
    for (const steps of await told()) {
      const last = steps.at(-1);
      const from = steps.findLast(({ to }) => to === 'under-way')?.day;
      if (!last?.condition || !from) continue;
      if (last.to === 'under-way') (open[last.condition] ??= []).push(daysTo(from, TODAY));
      if (last.to === 'met') (met[last.condition] ??= []).push(daysTo(from, last.day ?? ''));
    }
    const shown = await tableOf('conditions');
    const codes = [...new Set([...Object.keys(open), ...Object.keys(met)])];

    expect([...shown.keys()].toSorted()).toEqual(codes.toSorted());
    expect(codes).not.toContain('medical-file');
    expect(codes.length).toBeGreaterThan(2);
    for (const code of codes) {
      const [, opened, oldest, settled] = shown.get(code) ?? [];
      expect([opened, settled]).toEqual([open[code]?.length ?? 0, met[code]?.length ?? 0]);
      expect(oldest).toEqual(open[code] ? Math.max(...open[code]) : null);
    }
    const ages = [...(await tableOf('ages')).values()].map(([, count]) => Number(count));
    expect(ages.reduce((sum, one) => sum + one, 0)).toBe(Object.values(open).flat().length);
  });
});
