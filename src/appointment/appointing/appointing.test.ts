import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { NORTHERN_RIVERS } from '../../regulations/regulations-testing.ts';
import { takeStep } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { selectSomebody } from '../conditions/appointment-testing.ts';
import { choiceFields, dayFields, takeOfferStep } from '../offer/offer-testing.ts';
import { OFFER_STATES } from '../offer/offer.ts';
import { makeAppointment, meetConditions, offerAndAccept, openOffices, type Offices } from './appointing-testing.ts';
import { appoint, appointingObstacles, isFilledBy, type Appointing } from './appointing.ts';

const CHOICE = { startsOn: '2027-03-01' } as NonNullable<Appointing['offer']>['choice'];
const UNDER = {
  id: 'one',
  startsOn: '2027-03-01',
  begunAt: new Date('2026-11-22T12:00:00Z'),
  begunByName: 'Anna',
  endedAt: null,
  endReason: '',
  appointedAt: null,
  appointedByName: null,
  version: 1,
};
const [CONDITION] = NORTHERN_RIVERS.appointment.conditions;

const READY: Appointing = {
  appointment: UNDER,
  chosenAt: new Date('2026-11-21T12:00:00Z'),
  tracks: [],
  offer: { state: 'accepted', choice: CHOICE },
  notice: { budgetPending: false },
  appointed: 0,
  calendar: NORTHERN_RIVERS.workingDays,
};

describe('whether somebody is appointed', () => {
  test('rests on an accepted offer, its first day, the budget, each condition and a free post, whatever else is so', () => {
    const asked = fc.record({
      state: fc.option(fc.constantFrom(...OFFER_STATES), { nil: undefined }),
      planned: fc.constantFrom(null, '2027-03-01', '2027-04-01'),
      budgetPending: fc.boolean(),
      open: fc.boolean(),
      appointed: fc.integer({ min: 0, max: 4 }),
      count: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(asked, ({ state, planned, budgetPending, open, appointed, count }) => {
        const tracks = CONDITION ? [{ condition: CONDITION, steps: [] }] : [];
        const made = appoint({
          ...READY,
          appointment: { ...UNDER, startsOn: planned },
          tracks: open ? tracks : [],
          offer: state && { state, choice: CHOICE },
          notice: { budgetPending, posts: [{ count, grades: ['G10'] }] },
          appointed,
        });
        const possible =
          state === 'accepted' && planned !== '2027-04-01' && !budgetPending && !open && appointed < count;

        expect(made.ok).toBe(possible);
        expect(isFilledBy({ posts: [{ count, grades: [] }] }, appointed)).toBe(appointed >= count);
      }),
    );
  });

  test('names each obstacle, and asks of nobody twice', () => {
    expect(appoint(READY)).toEqual({ ok: true, value: '2027-03-01' });
    expect(appointingObstacles({ ...READY, appointment: { ...UNDER, startsOn: '2027-04-01' } })).toEqual([
      { kind: 'other-first-day', offered: '2027-03-01', planned: '2027-04-01' },
    ]);
    expect(appoint({ ...READY, chosenAt: undefined })).toMatchObject({ refusal: { kind: 'not-standing' } });
    expect(appoint({ ...READY, appointment: { ...UNDER, appointedAt: new Date() } })).toMatchObject({
      refusal: { kind: 'appointed-already' },
    });
    expect(appoint({ ...READY, appointment: { ...UNDER, endedAt: new Date() } })).toMatchObject({ ok: false });
  });
});

describe('an appointment through the application', () => {
  const REFERENCE = '260491';
  let app: TestApp;
  let offices: Offices;
  let candidate: Client;
  let listed: Client;
  let undecided: Client;
  let of: string;
  let number: string;

  beforeAll(async () => {
    app = await testApp();
    offices = await openOffices(app);
    const manager = offices['recruitment-manager'];
    candidate = await app.signedInAs('applicant');
    listed = await app.signedInAs('applicant', 'fr');
    undecided = await app.signedInAs('applicant');
    number = await selectSomebody(app, { reference: REFERENCE, manager, candidate });
    const other = await insertSubmitted(app.context, { reference: REFERENCE, accountId: listed.accountId });
    await takeStep(manager, REFERENCE, { position: 'received', numbers: [other.number], action: 'review' });
    const step = { numbers: [other.number], stage: 'panel-interview' };
    await takeStep(manager, REFERENCE, { position: 'under-review', action: 'invite', ...step });
    await takeStep(manager, REFERENCE, { position: 'invited', action: 'reserve', numbers: [other.number] });
    await insertSubmitted(app.context, { reference: REFERENCE, accountId: undecided.accountId });
    of = `/en/staff/vacancies/${REFERENCE}/appointments/${number}`;
    await offices.recruiter.post(of);
  });
  afterAll(() => app.close());

  const position = async (person: Client) =>
    (
      await app.db
        .selectFrom('applications')
        .selectAll()
        .where('applicantId', '=', person.accountId ?? '')
        .execute()
    )[0];
  const vacancy = () =>
    app.db.selectFrom('vacancies').select('status').where('reference', '=', REFERENCE).executeTakeFirstOrThrow();
  const messages = async (person: Client) =>
    (
      await app.db
        .selectFrom('messages')
        .select(['subject', 'body'])
        .where('applicationId', '=', (await position(person))?.id ?? '')
        .orderBy('sentAt')
        .execute()
    ).map((message) => JSON.stringify(message));

  test('is not made before what stands before it is settled, and says what does', async () => {
    const { text } = await offices['recruitment-manager'].get(of);

    expect(text).toContain('No offer was accepted.');
    expect(text).toContain('Security clearance: open');
    expect(text).not.toContain('/making"');
    // Neither the medical condition nor its name is the manager's to read.
    expect(text).not.toMatch(/medical/i);
    expect(text).toContain('A condition that another office sees through is open.');
    const refused = await makeAppointment(offices['recruitment-manager'], of);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('cannot be appointed yet');
    expect((await makeAppointment(offices.recruiter, of)).status).toBe(404);
  });

  test('waits for another offer where the first day moved, and the accepted one is withdrawn for it', async () => {
    await meetConditions({ app, offices, of });
    await offerAndAccept({ app, offices, of }, { candidate });
    const version = /name="version" value="(\d+)"/.exec((await offices.recruiter.get(of)).text)?.[1] ?? '';
    await offices.recruiter.post(`${of}/first-day`, { version, ...dayFields('day', '2027-04-01') });

    expect((await offices.recruiter.get(of)).text).toContain('The offer that was accepted begins on 1 March 2027');
    await app.mails();
    const withdrawn = { action: 'withdraw', 'withdraw-reason': 'The clearance came late.' } as const;
    await takeOfferStep(offices['recruitment-manager'], `${of}/offer`, withdrawn);
    expect((await messages(candidate)).at(-1)).toContain('The offer is withdrawn');
    const fields = choiceFields(dayFields('start', '2027-04-01'));
    await offerAndAccept({ app, offices, of }, { candidate, fields });

    const { text } = await offices['recruitment-manager'].get(of);
    expect(text).toContain('This person can be appointed');
    expect(text).toContain('/making"');
  });

  test('is made once, fills the vacancy and tells those who wait', async () => {
    const [first, second] = await Promise.all([
      makeAppointment(offices['recruitment-manager'], of),
      makeAppointment(offices['contract-officer'], of),
    ]);

    expect(new Set([first.status, second.status])).toEqual(new Set([303, 422]));
    expect(await vacancy()).toEqual({ status: 'filled' });
    const { text } = await offices['recruitment-manager'].get(`${of}?done=filled`);
    expect(text).toContain('From 1 April 2027');
    expect(text).not.toMatch(/\/first-day"|\/making"/);
    expect((await messages(candidate)).at(-1)).toContain('You are appointed');
    expect((await messages(listed)).at(-1)).toContain('Vous restez sur la liste de réserve');
    expect((await messages(undecided)).at(-1)).toContain('no further step is taken');
    const events = await app.db.selectFrom('events').select(['subject', 'action', 'details']).orderBy('id').execute();
    expect(events.filter(({ action }) => action === 'appointed' || action === 'fill')).toMatchObject([
      { subject: 'appointment', details: { application: number, vacancy: REFERENCE, day: '2027-04-01' } },
      { subject: 'vacancy' },
    ]);
    expect((await candidate.get(`/en/my/applications/${number}/appointment`)).text).toContain(
      'You are appointed from 1 April 2027',
    );
    expect((await candidate.get(`/en/my/applications/${number}`)).text).toContain('You are appointed to the post.');
    expect((await candidate.get('/en/my/applications')).text).toContain('Appointed');
    expect((await listed.get('/fr/my/applications')).text).not.toContain('Nomination');
  });

  test('leaves what waits, and nothing of it is changed any more but that somebody does not come', async () => {
    expect((await offices['recruitment-manager'].get('/en/staff/appointments')).text).not.toContain(number);
    expect((await offices['security-officer'].get(of)).text).not.toContain('/conditions/security-clearance/reopen');
    expect((await offices['security-officer'].get(`${of}/conditions/security-clearance/reopen`)).status).toBe(404);
    const late = { action: 'withdraw', 'withdraw-reason': 'So.' } as const;
    expect((await takeOfferStep(offices['recruitment-manager'], `${of}/offer`, late)).status).toBe(422);

    const { text } = await offices['recruitment-manager'].get(`${of}/ending`);
    const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
    const ended = await offices['recruitment-manager'].post(`${of}/ending`, { version, reason: 'Did not come.' });
    expect(ended.location).toBe(`${of}?done=ended`);
    // The vacancy stays filled; its post is free for the next who is chosen.
    expect(await vacancy()).toEqual({ status: 'filled' });
  });
});
