import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lintRecord } from '../../notices/lint/lint-notice.ts';
import { loadSpelling } from '../../notices/lint/spelling.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { balanceOf, groupsFrom } from '../balance/balance.ts';
import { actorWith, makeHistories } from './figures-world-testing.ts';
import { NATIONS_REPORT } from './nations/nations-report.ts';
import { languageOf } from './notice-faults/notice-faults.ts';
import { NOTICE_FAULTS_REPORT } from './notice-faults/notice-faults-report.ts';
import { readFaults } from './notice-faults/notice-fault-tasks.ts';
import type { Cell, Report } from './report.ts';
import { RESERVE_LISTS_REPORT } from './reserve-lists/reserve-lists-report.ts';
import { STATES_REPORT } from './states/states-report.ts';
import { STEPS_REPORT } from './steps/steps-report.ts';

/**
 * Every figure is computed anew here from the log alone, by other means than the reports use, over histories that chance
 * has made; what the log does not tell (nationalities, deadlines, texts) is taken from the rows it speaks of.
 */
const ZONE = 'Europe/Brussels';
const READER = '00000000-0000-4000-8000-00000000000a';

type Event = { id: string; at: Date; kind: string; subject: string; of: string; action: string; details: Details };
type Details = { stage?: string; report?: number; redone?: boolean; publishAt?: string; vacancy?: string };

let app: TestApp;
let log: Event[];
let now: Date;
beforeAll(async () => {
  app = await testApp();
  now = await makeHistories(app, { count: 48, seed: 20_261_128 });
  while ((await readFaults(app.context)) > 0);
  const rows = await app.db.selectFrom('events').selectAll().orderBy('id').execute();
  log = rows.map(({ id, at, actorKind, subject, subjectId, action, details }) => ({
    id,
    at,
    kind: actorKind,
    subject,
    of: subjectId,
    action,
    details: details as Details,
  }));
}, 120_000);
afterAll(() => app.close());

const told = (subject: string, of: string) => log.filter((event) => event.subject === subject && event.of === of);
const references = () => [...new Set(log.flatMap(({ subject, of }) => (subject === 'vacancy' ? [of] : [])))].toSorted();

async function tableOf(report: Report, key: string): Promise<Map<string, readonly Cell[]>> {
  const { organisation } = app.context;
  const reading = {
    db: app.db,
    organisation,
    actor: actorWith(READER),
    asked: {},
    now,
    zone: ZONE,
    language: 'en',
  } as const;
  const { tables } = await report.figures(reading);
  const table = tables.find((one) => one.key === key);
  return new Map(table?.rows.map((row) => [row.key, row.cells]));
}

const civil = (at: Date) => Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(ZONE).toPlainDate();
const days = (from: Date, to: Date) => civil(from).until(civil(to), { largestUnit: 'day' }).days;

type End = { step: string; at: Date };

/** When the last offer that stands was accepted, and the last who is appointed was; each appointment is followed by itself. */
function appointingOf(reference: string): Record<string, Date | undefined> {
  const begun = log.filter(({ action, details }) => action === 'appointment-begun' && details.vacancy === reference);
  const latest = (dates: (Date | undefined)[]) =>
    dates
      .filter((at) => at !== undefined)
      .toSorted((a, b) => Number(a) - Number(b))
      .at(-1);
  const each = begun.map(({ of }) => {
    const events = told('appointment', of);
    const isEnded = events.some(({ action }) => action === 'appointment-ended');
    const offer = events.findLast(({ action }) => action === 'offer-accepted' || action === 'offer-withdrawn');
    const appointed = events.find(({ action }) => action === 'appointed');
    return isEnded
      ? {}
      : { acceptance: offer?.action === 'offer-accepted' ? offer.at : undefined, appointment: appointed?.at };
  });
  return {
    acceptance: latest(each.map(({ acceptance }) => acceptance)),
    appointment: latest(each.map(({ appointment }) => appointment)),
  };
}

/** The ends of steps, told one by one: what comes back undoes what it was. */
async function endsOf(reference: string): Promise<End[]> {
  const { deadlineAt } = await app.db
    .selectFrom('vacancies')
    .select('deadlineAt')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  const ends: Record<string, Date | undefined> = {};
  let announced: Date | undefined;
  const cases = new Set<number | undefined>();
  for (const { action, at, kind, details } of told('vacancy', reference)) {
    const { stage, report } = details;
    if (action === 'report-begun' && details.redone) cases.add(report);
    if (report !== undefined && cases.has(report)) continue;
    if (action === 'submit') ends['draft'] ??= at;
    if (action === 'schedule') announced = new Date(details.publishAt ?? '');
    if (action === 'publish') ends['review'] = kind === 'system' ? announced : at;
    if (action === 'close') ends['open'] = kind === 'system' ? (deadlineAt ?? at) : at;
    if (action === 'reopen') ends['open'] = undefined;
    if (action === 'stage-closed') ends[`stage:${stage}`] = at;
    if (action === 'report-submitted') ends['report'] = at;
    if (action === 'report-returned') ends['report'] = undefined;
    if (action === 'report-accepted' || action === 'report-departed-from') ends['decision'] = at;
    if (action === 'decision-released') ends['letters'] = at;
    if (action === 'fill') ends['filling'] = at;
  }
  const settled = log.filter(({ action, of }) => action === 'screening-settled' && of.startsWith(`A-${reference}-`));
  const sent = log.filter(
    ({ action, subject, of }) => subject === 'application' && action === 'submit' && of.startsWith(`A-${reference}-`),
  );
  if (settled.length > 0 && settled.length === sent.length) ends['screening'] = settled.at(-1)?.at;
  for (const [step, at] of Object.entries(appointingOf(reference))) ends[step] = at;
  return Object.entries(ends)
    .flatMap(([step, at]) => (at ? [{ step, at }] : []))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The least of the numbers within which at least this share of them lies, found by trying each. */
const within = (numbers: number[], share: number) =>
  Math.min(...numbers.filter((most) => numbers.filter((one) => one <= most).length >= share * numbers.length));

test('the days of each step are those of the log: how many, median and 90th percentile', async () => {
  const found: Record<string, number[]> = {};
  for (const reference of references()) {
    let from = told('vacancy', reference)[0]?.at ?? now;
    for (const { step, at } of await endsOf(reference)) {
      (found[step] ??= []).push(days(from, at));
      from = at;
    }
  }
  const expected = Object.entries(found).map(([step, all]) => [step, [all.length, within(all, 0.5), within(all, 0.9)]]);

  const shown = [...(await tableOf(STEPS_REPORT, 'steps'))].map(([step, [, ...figures]]) => [step, figures]);
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected));
  expect(shown.map(([step]) => step)).toEqual(expect.arrayContaining(['acceptance', 'appointment', 'filling']));
});

test('the times from publication and from the decision are that of the log', async () => {
  const ends = await Promise.all(references().map(endsOf));
  const spans = (to: string, from = 'review') =>
    ends.flatMap((all) => {
      const at = (wanted: string) => all.find(({ step }) => step === wanted)?.at;
      const [begun, done] = [at(from), at(to)];
      return begun && done ? [days(begun, done)] : [];
    });
  const expected = [spans('decision'), spans('letters'), spans('appointment', 'decision'), spans('appointment')].map(
    (all) => [all.length, within(all, 0.5), within(all, 0.9)],
  );

  const shown = [...(await tableOf(STEPS_REPORT, 'spans')).values()];
  expect(shown.map(([, ...figures]) => figures)).toEqual(expected);
});

/** Where the log leaves a vacancy. */
function stateOf(reference: string): string {
  const LEADS: Record<string, string> = {
    begin: 'draft',
    submit: 'in-review',
    return: 'draft',
    schedule: 'scheduled',
    publish: 'published',
    close: 'closed',
    reopen: 'published',
    fill: 'filled',
    cancel: 'cancelled',
  };
  return told('vacancy', reference).reduce((state, { action }) => LEADS[action] ?? state, '');
}

test('as many vacancies are in each state as the log leaves there', async () => {
  const expected = Object.groupBy(references(), stateOf);

  const shown = await tableOf(STATES_REPORT, 'states');
  for (const [state, [, count]] of shown)
    expect([state, count]).toEqual([state, state === 'all' ? references().length : (expected[state]?.length ?? 0)]);
  expect(Object.keys(expected).length).toBeGreaterThan(4);
});

test('what waits, waits since the log says, the longest first; what is over is not there', async () => {
  const expected: [string, number][] = [];
  for (const reference of references()) {
    const state = stateOf(reference);
    if (state === 'filled' || state === 'cancelled') continue;
    const events = told('vacancy', reference);
    const ends = await endsOf(reference);
    const LAST: Record<string, string[]> = { draft: ['begin', 'return'], 'in-review': ['submit'] };
    const moved = events.findLast(({ action }) => LAST[state]?.includes(action) ?? false)?.at;
    const reopened = events.findLast(({ action }) => action === 'reopen')?.at;
    const since = moved ?? (state === 'published' ? (reopened ?? ends.at(-1)?.at) : ends.at(-1)?.at);
    expected.push([reference, days(since ?? now, now)]);
  }

  const shown = [...(await tableOf(STEPS_REPORT, 'waiting'))].map(([key, cells]): [string, number] => [
    key,
    Number(cells[4]),
  ]);
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected));
  expect(shown.map(([, age]) => age)).toEqual(shown.map(([, age]) => age).toSorted((a, b) => b - a));
  expect(shown.length).toBeGreaterThan(10);
});

/** Where each application stands by the log: its last step, and the furthest that it got. */
function standings(reference: string) {
  const { stages } = app.context.organisation.selection;
  const codes = stages.filter(({ invitation }) => invitation).map(({ code }) => code);
  const sent = log.filter(
    ({ subject, action, of }) => subject === 'application' && action === 'submit' && of.startsWith(`A-${reference}-`),
  );
  return sent.map(({ of }) => {
    const steps = told('application', of).filter(({ action }) =>
      ['review', 'invite', 'not-retain', 'reserve', 'select', 'reconsider'].includes(action),
    );
    const levels = steps.map(({ action, details }) =>
      action === 'reserve' || action === 'select' ? codes.length + 1 : codes.indexOf(details.stage ?? '') + 1,
    );
    return { number: of, last: steps.at(-1), level: Math.max(0, ...levels) };
  });
}

test('applications by nation are those of the log in the competitions that are decided, as each may be shown', async () => {
  const { selection, equality } = app.context.organisation;
  const levels = selection.stages.filter(({ invitation }) => invitation).length + 2;
  const nations = new Map(
    (await app.db.selectFrom('applications').select(['number', 'answers']).execute()).map(({ number, answers }) => {
      const { identity } = answers as { identity: { nationalities: string[] } };
      const [only = 'none', more] = identity.nationalities;
      return [number, more === undefined ? only : 'several'];
    }),
  );
  const received: Record<string, number> = {};
  const suitable: Record<string, Cell> = {};
  const reached: Record<string, [number, number]> = {};
  for (const reference of references().filter((one) => ['closed', 'filled'].includes(stateOf(one)))) {
    const all = standings(reference);
    if (all.some(({ last }) => !last || ['review', 'invite', 'reconsider'].includes(last.action))) continue;
    const counts = all.map(({ number, level }) => ({ code: nations.get(number) ?? '', level, count: 1 }));
    const balance = balanceOf(groupsFrom(counts, levels), equality.smallestShown);
    const rows = [...(balance?.groups ?? []), ...(balance ? [{ code: 'everybody', reached: balance.everybody }] : [])];
    if (balance?.others) rows.push({ code: 'together', reached: balance.others.reached });
    for (const { code, reached: own } of rows) {
      received[code] = (received[code] ?? 0) + (own[0] ?? 0);
      const at = balance?.levels.indexOf(levels - 1) ?? -1;
      const [so, far] = reached[code] ?? [0, 0];
      if (at >= 0) reached[code] = [so + (own[at] ?? 0), far + (own[0] ?? 0)];
    }
  }
  for (const [code, [so, far]] of Object.entries(reached)) suitable[code] = { part: so, whole: far };

  const shown = await tableOf(NATIONS_REPORT, 'nations');
  expect(Object.fromEntries([...shown].map(([code, cells]) => [code, cells[1]]))).toEqual(received);
  const last = [...shown].flatMap(([code, cells]) => (cells.at(-1) === null ? [] : [[code, cells.at(-1)]]));
  expect(Object.fromEntries(last)).toEqual(suitable);
  expect(shown.size).toBeGreaterThan(2);
});

test('as many stand on each reserve list as the log left there', async () => {
  const expected = references().flatMap((reference): [string, number][] => {
    const people = standings(reference).filter(({ last }) => last?.action === 'reserve').length;
    return people > 0 ? [[reference, people]] : [];
  });

  const shown = [...(await tableOf(RESERVE_LISTS_REPORT, 'lists'))].map(([key, cells]) => [key, cells[2]]);
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected));
  expect(shown.length).toBeGreaterThan(2);
  const terms = [...(await tableOf(RESERVE_LISTS_REPORT, 'terms')).values()];
  expect(terms.reduce((sum, [, , people]) => sum + Number(people), 0)).toBe(
    expected.reduce((sum, [, people]) => sum + people, 0),
  );
});

test('faults are what the linter says of each version until the event of publication, and mended what is gone by then', async () => {
  const { organisation, vocabulary } = app.context;
  const tools = { organisation, vocabulary, spelling: await loadSpelling() };
  const expected: Record<string, [number, number]> = {};
  for (const reference of references()) {
    const [published] = told('vacancy', reference).filter(({ action }) => action === 'publish');
    if (!published) continue;
    const versions = await app.db
      .selectFrom('noticeVersions')
      .select(['notice', 'savedAt'])
      .where('reference', '=', reference)
      .where('savedAt', '<=', published.at)
      .orderBy('number')
      .execute();
    const found = versions.map(({ notice, savedAt }) => {
      const today = savedAt.toISOString().slice(0, 10);
      const findings = lintRecord({ record: notice as NoticeRecord, places: {}, doubts: [], today }, tools);
      return new Set(
        findings.map((one) =>
          JSON.stringify([one.rule, languageOf(one), one.field?.replaceAll(/\[.*$|\.(en|fr)$/g, ''), one.message.en]),
        ),
      );
    });
    for (const fault of new Set(found.flatMap((some) => [...some]))) {
      const [rule, language] = JSON.parse(fault) as [string, string];
      const [count, mended] = expected[`${rule} ${language}`] ?? [0, 0];
      expected[`${rule} ${language}`] = [count + 1, mended + (found.at(-1)?.has(fault) ? 0 : 1)];
    }
  }

  const shown = [...(await tableOf(NOTICE_FAULTS_REPORT, 'rules'))].map(([key, cells]) => [key, [cells[2], cells[3]]]);
  expect(Object.fromEntries(shown)).toEqual(expected);
  expect(Object.values(expected).some(([, mended]) => mended > 0)).toBe(true);
});
