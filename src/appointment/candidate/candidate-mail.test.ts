import { array, assert, constantFrom, date, integer, property, record } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import { later } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { selectSomebody, stepOn } from '../conditions/appointment-testing.ts';
import { candidateMailDue, type CandidateMail, type CandidateState } from './candidate-mail.ts';
import { mailCandidates } from './candidate-tasks.ts';

const BEGUN = '2026-11-02';
const DAYS = { candidateAfter: [24, 10] };
const state = (more: Partial<CandidateState> = {}): CandidateState => ({
  begunOn: BEGUN,
  isMissing: true,
  news: undefined,
  mails: [],
  ...more,
});
const mail = (kind: CandidateMail['kind'], day: string, at = `${day}T09:00:00Z`): CandidateMail => ({
  kind,
  day,
  sentAt: new Date(at),
});

describe('a candidate is reminded of what has not come', () => {
  test('on each of the days after the beginning, and not before', () => {
    const due = (today: string, mails: CandidateMail[] = []) => candidateMailDue(state({ mails }), { ...DAYS, today });

    expect(due('2026-11-11')).toBeUndefined();
    expect(due('2026-11-12')).toBe('documents');
    expect(due('2026-11-13', [mail('documents', '2026-11-12')])).toBeUndefined();
    expect(due('2026-11-26', [mail('documents', '2026-11-12')])).toBe('documents');
    expect(due('2027-06-01', [mail('documents', '2026-11-12'), mail('documents', '2026-11-26')])).toBeUndefined();
  });

  test('once alone where several days passed, and never of what has come', () => {
    expect(candidateMailDue(state(), { ...DAYS, today: '2027-01-01' })).toBe('documents');
    expect(
      candidateMailDue(state({ mails: [mail('documents', '2027-01-01')] }), { ...DAYS, today: '2027-01-02' }),
    ).toBeUndefined();
    expect(candidateMailDue(state({ isMissing: false }), { ...DAYS, today: '2027-01-01' })).toBeUndefined();
  });

  test('as often as the organisation says at most, whatever is recorded meanwhile', () => {
    const anyDays = array(integer({ min: 1, max: 60 }), { maxLength: 5 });
    const anyNews = array(
      date({ min: new Date('2026-11-02T00:00:00Z'), max: new Date('2027-02-01T00:00:00Z'), noInvalidDate: true }),
      { maxLength: 8 },
    );
    const anyState = record({ candidateAfter: anyDays, news: anyNews, isMissing: constantFrom(true, false) });

    assert(
      property(anyState, ({ candidateAfter, news, isMissing }) => {
        const mails: CandidateMail[] = [];
        for (let count = 0; count <= 100; count += 1) {
          const today = addDays(BEGUN, count);
          const now = `${today}T09:00:00Z`;
          const last = news
            .filter((at) => at <= new Date(now))
            .toSorted((one, other) => other.getTime() - one.getTime())[0];
          const due = candidateMailDue(state({ isMissing, news: last, mails }), { candidateAfter, today });
          if (due) mails.push(mail(due, today));
        }

        const reminders = mails.filter(({ kind }) => kind === 'documents').map(({ day }) => day);
        const days = new Set(candidateAfter.map((days_) => addDays(BEGUN, days_)));
        expect(reminders).toEqual(isMissing ? [...days].toSorted() : []);
        const told = mails.at(-1)?.sentAt ?? new Date(0);
        expect(news.every((at) => at <= told)).toBe(true);
        expect(new Set(mails.map(({ day }) => day)).size).toBe(mails.length);
      }),
    );
  });
});

test('there is news where a condition was settled since the last mail, whatever that was about', () => {
  const news = new Date('2026-11-05T08:00:00Z');
  const due = (mails: CandidateMail[]) => candidateMailDue(state({ news, mails }), { ...DAYS, today: '2026-11-05' });

  expect(due([])).toBe('news');
  expect(due([mail('news', '2026-11-04')])).toBe('news');
  expect(due([mail('documents', '2026-11-05')])).toBeUndefined();
});

describe('what Concours writes to a candidate', () => {
  const POST = '260485';
  const OTHER = '260486';
  let app: TestApp;
  let manager: Client;
  let recruiter: Client;
  let medical: Client;
  let security: Client;
  let number: string;
  let staff: string;

  beforeAll(async () => {
    app = await testApp();
    manager = await app.signedInAs('recruitment-manager');
    recruiter = await app.signedInAs('recruiter');
    medical = await app.signedInAs('medical-officer');
    security = await app.signedInAs('security-officer');
    const candidate = await app.signedInAs('applicant', 'fr');
    number = await selectSomebody(app, { reference: POST, manager, candidate });
    staff = `/en/staff/vacancies/${POST}/appointments/${number}`;
    await recruiter.post(staff);
  });
  afterAll(() => app.close());

  const written = async () =>
    (await app.mails()).filter(({ subject }) =>
      /Il manque encore|Il y a du nouveau au sujet de votre nomination/.test(subject),
    );

  test('is one mail a day, of news or of what is missing, without a word of which', async () => {
    await stepOn(medical, `${staff}/conditions/medical-file/begin`, { on: '2026-11-22' });
    expect(await mailCandidates(app.context, app.now)).toBe(0);
    await stepOn(medical, `${staff}/conditions/medical-file/fail`, { on: '2026-11-22' });

    expect(await mailCandidates(app.context, app.now)).toBe(1);
    await later(app, '2026-11-22T15:00:00Z');
    await stepOn(security, `${staff}/conditions/accreditation/meet`, { on: '2026-11-22' });
    expect(await mailCandidates(app.context, app.now)).toBe(0);
    await later(app, '2026-11-23T09:00:00Z');
    expect(await mailCandidates(app.context, app.now)).toBe(1);
    expect(await mailCandidates(app.context, app.now)).toBe(0);
    await later(app, '2026-12-02T09:00:00Z');
    expect(await mailCandidates(app.context, app.now)).toBe(1);

    const mails = await written();
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Il y a du nouveau au sujet de votre nomination',
      'Il y a du nouveau au sujet de votre nomination',
      'Il manque encore quelque chose pour votre nomination',
    ]);
    for (const { subject, text } of mails)
      expect(`${subject}\n${text}`).not.toMatch(/medical|médical|habilitation|accrédit|diplôme|condition|A-26|26048/i);
  });

  test('is one a day for all their appointments together, and the other a day later', async () => {
    await insertClosedVacancy(app.db, OTHER);
    const { id } = await app.db
      .selectFrom('applications')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const by = { offeredAt: app.now, offeredBy: manager.accountId ?? '', offeredByName: 'Somebody', endedAt: app.now };
    await app.db
      .insertInto('similarPostOffers')
      .values({ applicationId: id, vacancyReference: OTHER, status: 'accepted', reason: 'The same work.', ...by })
      .execute();
    const other = staff.replace(POST, OTHER);
    await recruiter.post(other);
    await later(app, '2026-12-10T09:00:00Z');
    await stepOn(security, `${other}/conditions/accreditation/meet`, { on: '2026-12-10' });
    await stepOn(security, `${staff}/conditions/accreditation/reopen`, { on: '2026-12-10', reason: 'Lost.' });
    await stepOn(security, `${staff}/conditions/accreditation/meet`, { on: '2026-12-10' });

    expect(await mailCandidates(app.context, app.now)).toBe(1);
    await later(app, '2026-12-11T09:00:00Z');
    expect(await mailCandidates(app.context, app.now)).toBe(1);
    await later(app, '2026-12-11T10:00:00Z');
    expect(await mailCandidates(app.context, app.now)).toBe(0);
  });

  test('stops once the appointment does not go on', async () => {
    await app.db
      .updateTable('appointments')
      .set({
        endedAt: app.now,
        endedBy: manager.accountId ?? '',
        endReason: 'Declined.',
        endNonce: '00000000-0000-4000-8000-000000000001',
      })
      .execute();
    await later(app, '2027-06-01T09:00:00Z');

    expect(await mailCandidates(app.context, app.now)).toBe(0);
  });
});
