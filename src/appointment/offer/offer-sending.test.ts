import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../platform/language.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import { NATO_IS, NORTHERN_RIVERS, ORGANISATIONS, RIVERS_COMMISSION } from '../../regulations/regulations-testing.ts';
import { later } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { contentOf, figuresOf, offerText, readContent } from './offer-content.ts';
import { obstaclesOf, type Standing } from './offer-obstacles.ts';
import { acceptOffer, choiceFields, dayFields, insertChosen, prepareOffer, takeOfferStep } from './offer-testing.ts';
import { reminderDue } from './offer-tasks.ts';
import { composeOffer, type OfferChoice } from './offer-terms.ts';
import { STAFF_OFFER_ACTIONS } from './offer.ts';

const STANDING: Standing = {
  isChosen: true,
  budgetPending: false,
  planned: '2027-03-01',
  choice: { person: 'non-seconded', startsOn: '2027-03-01' },
  agreement: null,
  submitted: '{}',
  figures: '{}',
  today: '2026-11-22',
};

describe('what stands against sending an offer', () => {
  test.each([
    [{}, []],
    [{ isChosen: false }, ['not-chosen']],
    [{ budgetPending: true }, ['budget-pending']],
    [{ choice: { person: 'seconded', startsOn: '2027-03-01' } }, ['no-national-agreement']],
    [{ choice: { person: 'seconded', startsOn: '2027-03-01' }, agreement: { authority: 'A', on: '2026-11-01' } }, []],
    [{ today: '2027-03-01' }, ['first-day-past']],
    [{ planned: '2027-04-01' }, ['other-first-day']],
    [{ planned: null }, []],
    [{ figures: undefined }, ['figures-changed']],
    [{ figures: '{"grade":"G12"}' }, ['figures-changed']],
    [{ submitted: null }, []],
  ] as [Partial<Standing>, string[]][])('%j: %j', (more, obstacles) => {
    expect(obstaclesOf({ ...STANDING, ...more })).toEqual(obstacles);
  });
});

test('a reminder is due once its day has come, the nearest alone, and never on the day of sending or after the last', () => {
  const days = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }),
      days,
      days,
      (before, span, passed) => {
        const sentOn = '2028-02-20';
        const [answerBy, today] = [addDays(sentOn, span), addDays(sentOn, passed)];
        const due = reminderDue({ reminderDaysBefore: before }, { answerBy, sentOn, today });

        const fits = (one: number) => addDays(answerBy, -one) <= today && addDays(answerBy, -one) > sentOn;
        expect(due === undefined || (before.includes(due) && fits(due) && today <= answerBy)).toBe(true);
        expect(before.some((one) => fits(one) && today <= answerBy && (due === undefined || one < due))).toBe(false);
      },
    ),
  );
});

test('the text of an offer is read back as the very same, with the figures of its day, for every organisation', () => {
  const choice = fc.record({
    organisation: fc.constantFrom(...ORGANISATIONS),
    clause: fc.nat(),
    grade: fc.nat(),
    startsIn: fc.integer({ min: 1, max: 2000 }),
    person: fc.constantFrom('non-seconded' as const, 'seconded' as const, 'serving-staff' as const),
  });
  let composed = 0;
  fc.assert(
    fc.property(choice, ({ organisation, startsIn, person, ...at }) => {
      const on = '2026-11-22';
      const pick = <One>(all: readonly One[], index: number) => all[index % all.length];
      const chosen: OfferChoice = {
        clause: pick(organisation.contractClauses, at.clause)?.code ?? '',
        person,
        grades: [pick(organisation.grades.order, at.grade) ?? ''],
        country: organisation.dutyStations[0]?.country ?? '',
        startsOn: addDays(on, startsIn),
        on,
        directly: null,
        reduction: null,
      };
      const terms = composeOffer(organisation, chosen);
      if (!terms.ok) return;
      composed += 1;
      const place = { application: '26-1', vacancy: '260001', title: { en: 'Post' }, name: 'Ada', zone: 'UTC' };
      const rest = { conditions: [], agreement: null, answerBy: addDays(on, 14), nonce: 'n' };
      const text = offerText(contentOf({ organisation, place, offer: 1, choice: chosen, terms: terms.value, ...rest }));

      expect(offerText(readContent(text))).toBe(text);
      expect(figuresOf(readContent(text).terms)).toBe(figuresOf(terms.value));
      expect(LANGUAGES.every((language) => readContent(text).clause.text[language] !== '')).toBe(true);
    }),
  );
  expect(composed).toBeGreaterThan(20);
});

describe.each([
  ['nato-is', NATO_IS, { grade: 'G17', country: 'BE' }],
  ['northern-rivers', NORTHERN_RIVERS, { grade: 'G17', country: 'NL' }],
  ['rivers-commission', RIVERS_COMMISSION, { grade: 'AD5', country: RIVERS_COMMISSION.dutyStations[0]?.country ?? '' }],
] as const)('an offer of %s', (ORGANISATION, organisation, post) => {
  let app: TestApp;
  let people: Client[];
  let candidate: Client;
  let address: string;
  let mine: string;
  const clause = organisation.contractClauses[0]?.code ?? '';
  const fields = () => choiceFields({ clause, ...post, ...dayFields('born', '1985-05-05') });
  beforeAll(async () => {
    app = await testApp({ ORGANISATION });
    people = [
      await app.signedInAs('contract-officer'),
      await app.signedInAs('recruitment-manager'),
      await app.signedInAs('recruitment-manager'),
      await app.signedInAs('recruiter'),
    ];
    candidate = await app.signedInAs('applicant');
    const [, manager = candidate] = people;
    const notice = { grades: [post.grade], budgetPending: true, contract: { clause, twinGradeNote: false } };
    const { accountId = '' } = candidate;
    const number = await insertChosen(app.context, { reference: '260484', accountId, at: app.now, notice });
    const of = `/en/staff/vacancies/260484/appointments/${number}`;
    await manager.post(of);
    address = `${of}/offer`;
    if ((await manager.get(`${address}/draft`)).status !== 200) throw new Error('No offer can be prepared.');
    mine = `/en/my/applications/${number}/offer`;
  });
  afterAll(() => app.close());

  const offers = () => app.db.selectFrom('appointmentOffers').selectAll().orderBy('number').execute();
  async function budget(pending: boolean) {
    const { notice } = await app.db
      .selectFrom('vacancies')
      .select('notice')
      .where('reference', '=', '260484')
      .executeTakeFirstOrThrow();
    const changed = JSON.stringify({ ...(notice as object), budgetPending: pending });
    await app.db.updateTable('vacancies').set({ notice: changed }).where('reference', '=', '260484').execute();
  }

  test('is not sent while its budget is pending, whatever several people ask for in whatever order', async () => {
    const request = fc.record({
      by: fc.nat({ max: 3 }),
      action: fc.constantFrom('draft' as const, ...STAFF_OFFER_ACTIONS),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 6, maxLength: 12 }), async (requests) => {
        for (const { by, action } of requests) {
          const person = people[by] ?? candidate;
          const reasons = { 'return-reason': 'Why.', 'withdraw-reason': 'Why.', ...dayFields('answer', '2027-01-15') };
          await (action === 'draft'
            ? prepareOffer(person, address, fields())
            : takeOfferStep(person, address, { action, ...reasons }));
        }
        const all = await offers();

        expect(all.filter(({ sentAt, content }) => sentAt !== null || content !== null)).toEqual([]);
        expect(all.filter(({ state }) => ['draft', 'in-approval', 'approved'].includes(state)).length).toBeLessThan(2);
      }),
      { numRuns: 6 },
    );
  });

  test('has at the time of sending the figures that the rules make of its choice, and is accepted as that alone', async () => {
    await budget(false);
    const [contracts = candidate, manager = candidate, second = candidate, recruiter = candidate] = people;
    await takeOfferStep(manager, address, { action: 'withdraw', 'withdraw-reason': 'Begun anew.' });
    expect((await prepareOffer(recruiter, address, fields())).status).toBe(303);
    await takeOfferStep(recruiter, address, 'submit');
    for (const person of [contracts, manager]) await takeOfferStep(person, address, 'approve');
    await later(app, '2026-12-03T10:00:00Z');
    expect(
      (await takeOfferStep(second, address, { action: 'send', ...dayFields('answer', '2027-01-15') })).location,
    ).toBe(`${address}?done=send`);

    const [sent] = (await offers()).filter(({ state }) => state === 'sent');
    const content = readContent(sent?.content ?? '');
    const composed = composeOffer(organisation, { ...content.choice, on: '2026-12-03' });
    expect(content.terms).toEqual(composed.ok && JSON.parse(JSON.stringify(composed.value)));
    expect(content.sentOn).toBe('2026-12-03');

    const others = fc.stringMatching(/^[0-9a-f]{64}$/);
    for (const sha256 of fc.sample(others, 3)) {
      expect((await acceptOffer(candidate, mine, { sha256 })).status).toBe(422);
      expect((await offers()).filter(({ state }) => state === 'accepted')).toEqual([]);
    }
    expect((await acceptOffer(candidate, mine)).location).toBe(`${mine}?done=accepted`);
  });
});
