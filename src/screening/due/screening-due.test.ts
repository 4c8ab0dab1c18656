import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLOSED_AT, insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { formatDate } from '../../site/dates.ts';
import { ROOT, testApp, type Client, type TestApp } from '../../testing.ts';
import { exampleVacancy } from '../../vacancies/vacancy-testing.ts';
import { insertApplicant, insertMember } from '../screening-testing.ts';
import { remindOfScreenings } from './due-tasks.ts';
import { byDueDay, dueOf, reminderReached, setDue } from './screening-due.ts';

const [silent, ruled] = ['nato-is', 'northern-rivers'].map((id) => loadOrganisation(`${ROOT}/organisations/${id}`));
const CLOSED = exampleVacancy({ status: 'closed', deadlineAt: CLOSED_AT });
const DUE = '2027-01-04'; // 45 calendar days after 20 November

describe('the day by which a screening is to be done', () => {
  test('is counted from the closing date by the organisation, and is what a person set where somebody did', () => {
    if (!silent || !ruled) throw new Error('No organisation');
    expect(dueOf(CLOSED, undefined, ruled)).toEqual({ day: DUE, by: 'rule' });
    expect(dueOf(CLOSED, { day: '2027-02-01' }, ruled)).toEqual({ day: '2027-02-01', by: 'person' });
    expect(dueOf(CLOSED, undefined, silent)).toBeUndefined();
  });

  test('orders competitions with what is late longest first, and what has no day last', () => {
    const of = (reference: string, day?: string) => ({
      reference,
      due: day ? { day, by: 'rule' as const } : undefined,
    });
    const some = [of('4'), of('3', '2027-01-05'), of('2', '2027-01-04'), of('1', '2027-01-05')];

    expect(some.toSorted(byDueDay).map(({ reference }) => reference)).toEqual(['2', '1', '3', '4']);
  });

  test('is set with a reason, for no past day, and over no other that was set meanwhile', () => {
    const form = {
      vacancy: CLOSED,
      left: true,
      seen: 1,
      last: 1,
      today: '2026-12-01',
      at: new Date('2026-12-01T09:00:00Z'),
    };
    const set = (typed: { day?: string; reason?: string }, changes: object = {}) =>
      setDue({ ...form, typed: { day: '2027-02-01', reason: ' Many applied. ', ...typed }, ...changes });

    expect(set({})).toEqual({ ok: true, value: { number: 2, day: '2027-02-01', reason: 'Many applied.' } });
    expect([
      set({ day: '2027-02-30' }),
      set({ day: '2026-11-30' }),
      set({ reason: ' ' }),
      set({}, { seen: 0 }),
      set({}, { left: false }),
      set(
        {},
        {
          at: new Date('2026-11-19T09:00:00Z'),
          vacancy: exampleVacancy({ status: 'published', deadlineAt: CLOSED_AT }),
        },
      ),
    ]).toMatchObject(
      ['day-missing', 'day-too-early', 'reason-missing', 'set-meanwhile', 'nothing-left', 'still-open'].map((kind) => ({
        ok: false,
        refusal: { kind },
      })),
    );
  });

  test('is reminded of by the reminder that came last, which never goes back as days pass', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 4 });
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 120 }), (daysBefore, daysAfter, offset) => {
        const reached = (later: number) => {
          const today = new Date(Date.UTC(2026, 10, 1 + offset + later)).toISOString().slice(0, 10);
          return reminderReached({ day: '2026-12-31' }, today, { daysBefore, daysAfter, source: { en: '', fr: '' } });
        };
        const [now = -1000, then = -1000] = [reached(0), reached(1)];
        const since = offset - 60; // 1 November and 60 days is the day itself

        expect(then).toBeGreaterThanOrEqual(now);
        expect(now === -1000 || now <= since).toBe(true);
        expect([...daysBefore.map((one) => -one), ...daysAfter].filter((one) => one <= since && one > now)).toEqual([]);
      }),
    );
  });
});

const REFERENCE = '260741';
const LATE = '260742';
const NOW = new Date('2026-11-22T12:00:00Z');
const HERE = `/en/staff/vacancies/${REFERENCE}/screening`;

const markIn = (text: string) => /name="mark" value="([^"]*)"/.exec(text)?.[1] ?? '';
const numbersIn = (text: string) => [...text.matchAll(/screening\/(A-[\d-]+)"/g)].map(([, number = '']) => number);

describe('through the pages', () => {
  let app: TestApp;
  let manager: Client;
  let english: Client;
  let french: Client;
  beforeAll(async () => {
    app = await testApp();
    app.now = NOW;
    manager = await app.signedInAs('recruitment-manager');
    english = await app.signedInAs('staff-member');
    french = await app.signedInAs('staff-member', 'fr');
    for (const reference of [REFERENCE, LATE]) {
      await insertClosedVacancy(app.db, reference);
      await insertApplicant(app.context, reference, { givenNames: 'Ylva', familyName: 'Sund' });
    }
    // Of this one the day has passed: it closed in September.
    const closed = new Date('2026-09-01T21:59:59Z');
    const earlier = { publishedAt: new Date('2026-08-01T08:00:00Z'), deadlineAt: closed, closedAt: closed };
    await app.db.updateTable('vacancies').set(earlier).where('reference', '=', LATE).execute();
    await insertMember(app.db, { reference: LATE, accountId: french.accountId ?? '' });
    for (const { accountId = '' } of [english, french]) await insertMember(app.db, { reference: REFERENCE, accountId });
    await manager.post(`${HERE}/arrangement`, { do: 'begin' });
    await manager.post(`${HERE}/arrangement`, {
      do: 'assign',
      among: [english, french].map(({ accountId }) => accountId ?? ''),
    });
    await app.mails();
  });
  afterAll(() => app.close());

  const remindedOn = async (day: string) => {
    const before = (await app.mails()).length;
    app.now = new Date(`${day}T09:00:00Z`);
    await remindOfScreenings(app.context, app.now);
    const mails = (await app.mails()).slice(before);
    app.now = NOW;
    return mails;
  };
  const setDay = (day: string, seen: number, reason = 'Twice as many applied as in other years.') => {
    const [year = '', month = '', date = ''] = day.split('-');
    const parts = { 'day-day': date, 'day-month': month, 'day-year': year };
    return manager.post(`${HERE}/arrangement`, { do: 'set-due', seen: String(seen), reason, ...parts });
  };

  test('screeners and who arranges read until when it is to be done, and that it is late', async () => {
    const [ahead, arranging] = [await english.get(HERE), await manager.get(`${HERE}/arrangement`)];
    const late = await french.get(`/fr/staff/vacancies/${LATE}/screening`);

    expect(ahead.text).toContain('To be done by 4 January 2027, in 43 days');
    expect(arranging.text).toContain('45 calendar days');
    expect(late.text).toContain('Cet examen devait être terminé le 16 octobre 2026, il y a 37');
  });

  test('the screenings that somebody works on are listed, what is late first, and no other', async () => {
    await setDay('2027-02-01', 0);
    const all = await manager.get('/en/staff/screenings');
    const own = await english.get('/en/staff/screenings');
    const applicant = await app.signedInAs('applicant');

    expect(all.text.indexOf(LATE)).toBeLessThan(all.text.indexOf(REFERENCE));
    expect(all.text).toMatch(/16 October 2026.*?late.*?1 February 2027/s);
    expect(own.text).toContain(REFERENCE);
    expect(own.text).not.toContain(LATE);
    expect(own.text).not.toContain('Sund');
    expect((await applicant.get('/en/staff/screenings')).status).toBe(404);
  });

  test('another day is set with a reason and an event; what is refused keeps what was typed', async () => {
    const refused = await setDay('2026-10-01', 1, 'Kept as it was typed.');
    const stale = await setDay('2027-03-01', 0);
    const by = await english.post(`${HERE}/arrangement`, { do: 'set-due', seen: '1' });
    const page = await manager.get(`${HERE}/arrangement`);
    const events = await app.db
      .selectFrom('events')
      .select('details')
      .where('action', '=', 'screening-due-set')
      .execute();

    expect([refused.status, stale.status, by.status]).toEqual([422, 422, 404]);
    expect(refused.text).toContain('Kept as it was typed.');
    expect(refused.text).toMatch(/value="10"/);
    expect(stale.text).toContain('Somebody has set another day meanwhile');
    expect(page.text).toContain('Twice as many applied as in other years.');
    expect(events).toEqual([
      { details: { number: 1, day: '2027-02-01', held: [expect.stringMatching(/^[0-9a-f]{64}$/)] } },
    ]);
  });

  test('an applicant reads the day that holds, before it is begun and while it is read, and never why another was set', async () => {
    const applicant = await app.signedInAs('applicant');
    const { number } = await insertSubmitted(app.context, { reference: REFERENCE, accountId: applicant.accountId });
    const waiting = await applicant.get(`/fr/my/applications/${number}`);
    const step = { position: 'received', action: 'review', whom: 'ticked', numbers: number };
    const selection = `/en/staff/vacancies/${REFERENCE}/selection`;
    const mark = markIn((await manager.post(selection, { ...step, do: 'preview' })).text);
    await manager.post(selection, { ...step, mark, do: 'confirm' });
    const read = await applicant.get(`/en/my/applications/${number}`);
    await app.db.updateTable('applications').set({ status: 'withdrawn' }).where('number', '=', number).execute();

    expect(waiting.text).toContain(`d’ici au ${formatDate('2027-02-01', 'fr')}`);
    expect(waiting.text).toContain('Cette date a été fixée pour ce concours.');
    expect(read.text).toContain('All applications are to be read by 1 February 2027.');
    for (const { text } of [waiting, read]) expect(text).not.toMatch(/4 January 2027|4 janvier 2027|Twice as many/);
  });

  test('a sheet says in words until when it is to be done, that this is soon or late, and nothing once it is settled', async () => {
    const [sheet = ''] = numbersIn((await english.get(HERE)).text);
    const dueOn = async (day: string) => {
      await sql`update screening_due_dates set due_on = ${day}`.execute(app.db);
      return (await english.get(`${HERE}/${sheet}`)).text;
    };
    const setStatus = (status: string) =>
      app.db.updateTable('vacancies').set({ status }).where('reference', '=', REFERENCE).execute();

    expect(await dueOn('2027-02-01')).toContain('To be done by 1 February 2027, in 71 days');
    expect(await dueOn('2026-11-29')).toContain('Due soon: to be done by 29 November 2026, in 7 days');
    expect(await dueOn('2026-11-22')).toContain('This screening is to be done today, 22 November 2026');
    expect(await dueOn('2026-11-21')).toContain('This screening was to be done by 21 November 2026, yesterday');
    await setStatus('filled');
    expect(await dueOn('2027-02-01')).not.toMatch(/done by/);
    await setStatus('closed');
  });

  test('whoever has something left to do is reminded once before and once after, in their language, of nobody', async () => {
    expect(await remindedOn('2027-01-20')).toHaveLength(1); // of the one that is late, which nobody has begun: the manager
    const week = await remindedOn('2027-01-25');
    const again = await remindedOn('2027-01-26');
    const dayBefore = await remindedOn('2027-01-31');
    const late = await remindedOn('2027-02-20');

    expect([week.length, again.length, dayBefore.length, late.length]).toEqual([3, 0, 3, 3]);
    expect(week.map(({ language }) => language).toSorted()).toEqual(['en', 'en', 'fr']);
    expect(week.find(({ language }) => language === 'fr')?.subject).toBe(
      `Examen à terminer le ${formatDate('2027-02-01', 'fr')} : poste ${REFERENCE}`,
    );
    expect(late.find(({ language }) => language === 'en')?.subject).toBe(`Screening late: vacancy ${REFERENCE}`);
    expect(JSON.stringify([...week, ...late].map(({ subject, text }) => [subject, text]))).not.toMatch(
      /Sund|Ylva|A-2607/,
    );
  });

  test('a manager who only settles differences is reminded of those they may settle, once for each day', async () => {
    const settling = await app.signedInAs('recruitment-manager', 'fr');
    const sheetsSay = (finding: string, { accountId }: Client) =>
      sql`
      update screening_sheets set outcome = ${finding}, saved_at = now(), signed_at = now(), findings = jsonb_build_object('essential',
        (select jsonb_object_agg(q ->> 'key', jsonb_build_object('finding', ${finding}::text, 'reason', 'Why.'))
          from screenings k, jsonb_array_elements(k.requirements) q where k.vacancy_reference = ${REFERENCE}))
      where screener_id = ${accountId}`.execute(app.db);
    await setDay('2027-03-01', 1);
    // A new manager is reminded of the other one as well, which nobody has begun.
    const remindedHere = async (day: string) =>
      (await remindedOn(day)).filter(({ subject }) => subject.includes(REFERENCE));
    const before = await remindedHere('2027-02-22');
    await sheetsSay('met', english);
    await sheetsSay('not-met', french);
    const differing = await remindedHere('2027-02-28');
    const again = await remindedHere('2027-02-28');
    await sql`update screening_sheets set signed_at = null`.execute(app.db);
    await sql`update screening_sheets set findings = '{}', outcome = null`.execute(app.db);
    const told = differing.find(({ language }) => language === 'fr');

    expect(before.map(({ language }) => language).toSorted()).toEqual(['en', 'en', 'fr']);
    expect(differing).toHaveLength(2);
    expect(told?.text).toContain('Les avis diffèrent sur 1 candidature');
    expect(told?.text).not.toMatch(/Sund|Ylva|A-2607/);
    expect(again).toEqual([]);
    await app.db
      .deleteFrom('accountRoles')
      .where('accountId', '=', settling.accountId ?? '')
      .execute();
  });

  test('who has nothing left, is named no more or whose competition is done is not reminded, nor told that it is late', async () => {
    await setDay('2027-03-10', 2);
    await app.db
      .updateTable('competitionMembers')
      .set({ removedAt: app.now, removedBy: manager.accountId ?? '', removalReason: 'Left.' })
      .where('accountId', '=', french.accountId ?? '')
      .execute();
    await app.db
      .updateTable('screeningSheets')
      .set({ outcome: 'met', savedAt: app.now, signedAt: app.now })
      .where('screenerId', '=', english.accountId ?? '')
      .execute();
    const toManager = await remindedOn('2027-03-09');
    await app.db.updateTable('vacancies').set({ status: 'filled' }).where('reference', '=', REFERENCE).execute();
    const filled = await remindedOn('2027-03-20');

    expect(toManager.map(({ text }) => text)).toEqual([expect.stringContaining('1 application is not settled yet')]);
    expect(filled).toEqual([]);
    expect((await manager.get(HERE)).text).not.toMatch(/to be done by/i);
  });
});
