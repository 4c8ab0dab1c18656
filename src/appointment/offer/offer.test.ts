import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../../people/permissions.ts';
import { NATO_IS, NORTHERN_RIVERS, ORGANISATIONS, RIVERS_COMMISSION } from '../../regulations/regulations-testing.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import {
  answerDayOf,
  approvalDue,
  CANDIDATE_OFFER_ACTIONS,
  isOver,
  offerActions,
  STAFF_OFFER_ACTIONS,
  stepOffer,
  type Deciding,
  type Offer,
  type OfferAction,
} from './offer.ts';

const TODAY = '2027-01-15';
const RULES = NORTHERN_RIVERS.appointment.offer;
const DRAFT: Offer = { state: 'draft', approved: [], preparedBy: ['anna'], approvedBy: [], answerBy: null };

const deciding = (action: OfferAction, more: Partial<Deciding> = {}): Deciding => ({
  action,
  rules: RULES,
  by: { id: 'bruno', roles: [...ROLES] },
  reason: 'As agreed.',
  answerBy: '',
  obstacles: [],
  appointed: false,
  today: TODAY,
  calendar: NORTHERN_RIVERS.workingDays,
  ...more,
});

const by = (id: string, ...roles: Deciding['by']['roles']) => ({ by: { id, roles } });

/** An offer after steps that must all be possible. */
const after = (...steps: Deciding[]): Offer =>
  steps.reduce((offer, one) => {
    const next = stepOffer(offer, one);
    if (!next.ok) throw new Error(next.refusal.kind);
    return next.value;
  }, DRAFT);

const CHECKED = deciding('approve', by('carla', 'contract-officer'));
const APPROVED = deciding('approve', by('dora', 'recruitment-manager'));
const sent = () => after(deciding('submit'), CHECKED, APPROVED, deciding('send'));

describe('the approval of an offer', () => {
  test('goes along the path of the organisation, each step by whose it is', () => {
    const submitted = after(deciding('submit'));

    expect(approvalDue(RULES, submitted)?.code).toBe('contract-office');
    expect(stepOffer(submitted, APPROVED)).toMatchObject({
      refusal: { kind: 'not-your-step', step: 'contract-office', by: 'contract-officer' },
    });
    expect(after(deciding('submit'), CHECKED)).toMatchObject({ state: 'in-approval', approved: ['contract-office'] });
    expect(after(deciding('submit'), CHECKED, APPROVED).state).toBe('approved');
  });

  test('is a second person’s: nobody approves what they prepared, or twice', () => {
    const everything = (id: string) => deciding('approve', by(id, ...ROLES));

    expect(stepOffer(after(deciding('submit')), everything('anna'))).toMatchObject({ refusal: { kind: 'own-work' } });
    expect(stepOffer(after(deciding('submit'), everything('carla')), everything('carla'))).toMatchObject({
      refusal: { kind: 'own-work' },
    });
  });

  test('is not asked for where no source names anybody', () => {
    expect(after(deciding('submit', { rules: NATO_IS.appointment.offer })).state).toBe('approved');
  });

  test('begins again once an offer was returned, which takes a reason', () => {
    const checked = after(deciding('submit'), CHECKED);

    expect(stepOffer(checked, deciding('return', { reason: ' ' }))).toMatchObject({
      refusal: { kind: 'reason-missing' },
    });
    expect(after(deciding('submit'), CHECKED, deciding('return'))).toEqual(DRAFT);
  });
});

describe('an offer', () => {
  test.each([
    'budget-pending',
    'no-national-agreement',
    'not-chosen',
    'first-day-past',
    'other-first-day',
    'figures-changed',
  ] as const)('is prepared and approved, and not sent, while this stands: %s', (obstacle) => {
    const approved = after(deciding('submit'), CHECKED, APPROVED);

    expect(stepOffer(approved, deciding('send', { obstacles: [obstacle] }))).toEqual({
      ok: false,
      refusal: { kind: 'not-to-be-sent', obstacles: [obstacle] },
    });
  });

  test('can be answered to the end of the day that the rule gives, and lapses after it', () => {
    const offer = sent();

    expect(offer.answerBy).toBe('2027-01-29');
    expect(stepOffer(offer, deciding('accept', { today: '2027-01-29' }))).toMatchObject({
      value: { state: 'accepted' },
    });
    expect(stepOffer(offer, deciding('lapse', { today: '2027-01-29' }))).toMatchObject({
      refusal: { kind: 'not-yet' },
    });
    expect(stepOffer(offer, deciding('accept', { today: '2027-01-30' }))).toEqual({
      ok: false,
      refusal: { kind: 'too-late', answerBy: '2027-01-29' },
    });
    expect(stepOffer(offer, deciding('lapse', { today: '2027-01-30' }))).toMatchObject({ value: { state: 'lapsed' } });
  });

  test('has the day that a person sets where no rule gives one, today or later', () => {
    const rules = NATO_IS.appointment.offer;
    const approved = after(deciding('submit', { rules }));
    const sending = (answerBy: string) => stepOffer(approved, deciding('send', { rules, answerBy }));

    expect(sending('')).toMatchObject({ refusal: { kind: 'answer-day-missing' } });
    expect(sending('2027-01-14')).toMatchObject({ refusal: { kind: 'answer-day-past' } });
    expect(sending('2027-01-15')).toMatchObject({ value: { state: 'sent', answerBy: '2027-01-15' } });
    expect(answerDayOf(RIVERS_COMMISSION.appointment.offer, '2027-01-31', null)).toMatchObject({
      value: { day: '2027-02-28' },
    });
  });

  test('has a day counted in working days, and one that a person sets where the closed days are not known', () => {
    const answer = (count: number) => ({ count, unit: 'working-days' as const, source: RULES.source });
    const sending = (count: number, answerBy = '') => {
      const rules = { ...RULES, approval: [], answer: answer(count) };
      return stepOffer(after(deciding('submit', { rules })), deciding('send', { rules, answerBy }));
    };

    // 26 and 29 March 2027 are closed days, and so are ten weekends.
    expect(sending(50)).toMatchObject({ value: { answerBy: '2027-03-30' } });
    expect(sending(50, '2027-02-01')).toMatchObject({ value: { answerBy: '2027-03-30' } });
    expect(sending(400)).toMatchObject({ refusal: { kind: 'answer-day-missing' } });
    expect(sending(400, '2027-02-01')).toMatchObject({ value: { answerBy: '2027-02-01' } });
  });

  test('is never sent before each step of the path was taken by another person, whatever the order of the steps', () => {
    const anyStep = fc.record({
      action: fc.constantFrom(...STAFF_OFFER_ACTIONS, ...CANDIDATE_OFFER_ACTIONS, 'lapse' as const),
      id: fc.constantFrom('anna', 'bruno', 'carla', 'dora'),
      roles: fc.subarray([...ROLES]),
      daysAhead: fc.integer({ min: 0, max: 30 }),
      pending: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...ORGANISATIONS), fc.array(anyStep, { maxLength: 25 }), ({ appointment }, steps) => {
        const rules = appointment.offer;
        let offer = DRAFT;
        for (const { action, id, roles, daysAhead, pending } of steps) {
          const today = addDays(TODAY, daysAhead);
          const obstacles = pending ? (['budget-pending'] as const) : [];
          const one = deciding(action, { rules, by: { id, roles }, today, obstacles, answerBy: '2027-02-20' });
          const offered = offerActions(offer, one);
          const next = stepOffer(offer, one);

          expect(next.ok && action === 'approve' && !offered.includes(action)).toBe(false);
          expect(next.ok && action === 'send' && pending).toBe(false);
          offer = next.ok ? next.value : offer;
          const approvers = new Set([...offer.approvedBy, ...offer.preparedBy]);
          const wasSent = offer.answerBy !== null && offer.state !== 'withdrawn';
          expect(wasSent && approvers.size !== rules.approval.length + 1).toBe(false);
        }
        // What was accepted can be withdrawn for another offer; else nothing is done with what is over.
        const left = isOver(offer.state) ? offerActions(offer, deciding('send', { rules })) : [];
        expect(left).toEqual(offer.state === 'accepted' ? ['withdraw'] : []);
      }),
    );
  });
});
