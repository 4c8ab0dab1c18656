import * as fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../../people/permissions.ts';
import { loadOrganisationFolder } from '../../notices/organisation-folder.ts';
import { ROOT } from '../../testing.ts';
import { afterEdit, approve, awaitsBudget, mustAct, nextStep } from './approvals.ts';
import { differencesOf } from '../notice-differences.ts';
import { APPROVED, exampleVacancy } from '../vacancy-testing.ts';
import type { Vacancy } from '../vacancy.ts';
import { publish } from '../publication/publish.ts';

const RIVERS = loadOrganisationFolder(join(ROOT, 'organisations/northern-rivers'));
const { steps } = RIVERS.organisation.notices.approval;
const AT = new Date('2026-11-22T12:00:00Z');
const inReview = (approvals: Vacancy['approvals'] = []) => exampleVacancy({ status: 'in-review', approvals });
const request = (step: string, role: (typeof ROLES)[number], decision: 'approved' | 'pending-budget' = 'approved') => ({
  step,
  decision,
  roles: [role],
  by: null,
  at: AT,
});
const checks = { now: AT, reason: '', findings: [], steps };

test('each step is taken in its turn, by whoever holds its role', () => {
  const vacancy = inReview();

  expect(approve(vacancy, request('translation', 'translator'), RIVERS)).toMatchObject({
    refusal: { kind: 'not-your-turn', step: { code: 'hiring-manager' } },
  });
  expect(approve(vacancy, request('hiring-manager', 'recruiter'), RIVERS)).toMatchObject({
    refusal: { kind: 'not-your-step' },
  });
  expect(approve(vacancy, request('hiring-manager', 'hiring-manager'), RIVERS)).toMatchObject({
    value: { approvals: [{ step: 'hiring-manager', decision: 'approved', at: AT.toISOString() }] },
  });
});

test('a budget is awaited as long as the notice says so, or whoever answers for it has left it pending', () => {
  const answer = (decision: 'approved' | 'pending-budget') => [
    { step: 'budget', decision, by: null, at: AT.toISOString() },
  ];
  const awaited = (budgetPending: boolean, approvals: Vacancy['approvals']) =>
    awaitsBudget({ notice: { ...exampleVacancy().notice, budgetPending }, approvals });

  expect([awaited(true, []), awaited(true, answer('approved')), awaited(false, answer('pending-budget'))]).toEqual([
    true,
    true,
    true,
  ]);
  expect([awaited(false, []), awaited(false, answer('approved'))]).toEqual([false, false]);
});

test('a draft is not approved, and neither is what is over', () => {
  for (const status of ['draft', 'cancelled', 'filled'] as const) {
    const vacancy = exampleVacancy({ status, approvals: [] });
    expect(approve(vacancy, request('hiring-manager', 'hiring-manager'), RIVERS)).toMatchObject({
      refusal: { kind: 'not-in-review', status },
    });
  }
});

test('no order of approvals publishes a notice before its path has been taken to its end', () => {
  const anyRequest = fc.record({
    step: fc.constantFrom(...steps.map(({ code }) => code), 'nowhere'),
    role: fc.constantFrom(...ROLES),
    decision: fc.constantFrom('approved' as const, 'pending-budget' as const),
  });
  fc.assert(
    fc.property(fc.array(anyRequest, { maxLength: 12 }), (requests) => {
      const end = requests.reduce((vacancy, { step, role, decision }) => {
        const taken = approve(vacancy, request(step, role, decision), RIVERS);
        return taken.ok ? taken.value : vacancy;
      }, inReview());
      const taken = steps.filter(({ code }) => end.approvals.some(({ step }) => step === code));

      expect(publish(end, checks).ok).toBe(taken.length === steps.length);
      expect(taken).toEqual(steps.slice(0, taken.length));
      expect(nextStep(end, steps)).toBe(steps[taken.length]);
    }),
  );
});

describe('a budget that is still pending', () => {
  const before = inReview(APPROVED.slice(0, 3));
  const pending = approve(before, request('budget', 'budget-officer', 'pending-budget'), RIVERS);

  test('is printed on the notice and does not stand in the way of publication', () => {
    expect(pending).toMatchObject({ value: { notice: { budgetPending: true } } });
    expect(pending.ok && pending.value.notice.otherText.preamble.en).toEqual(['Pending budget approval']);
    expect(pending.ok && publish(pending.value, checks).ok).toBe(true);
  });

  test('may be approved once the notice is published, which takes the line away', () => {
    const published = pending.ok && publish(pending.value, checks);
    if (!published || !published.ok) throw new Error('it is published');

    const approved = approve(published.value, request('budget', 'budget-officer'), RIVERS);

    expect(approved).toMatchObject({ value: { status: 'published', notice: { budgetPending: false } } });
    expect(approved.ok && approved.value.notice).toEqual(before.notice);
  });

  test('gives way to its approval in the words of a notice from elsewhere as well', () => {
    const preamble = {
      en: ['“PENDING BUDGET APPROVAL”', 'Housing is scarce.'],
      fr: ['SOUS RÉSERVE D’APPROBATION PAR LES AUTORITÉS BUDGÉTAIRES', 'Les logements sont rares.'],
    };
    const { notice } = before;
    const imported = { ...notice, budgetPending: true, otherText: { ...notice.otherText, preamble } };

    const approved = approve({ ...before, notice: imported }, request('budget', 'budget-officer'), RIVERS);

    expect(approved).toMatchObject({
      value: {
        notice: {
          budgetPending: false,
          otherText: { preamble: { en: ['Housing is scarce.'], fr: ['Les logements sont rares.'] } },
        },
      },
    });
  });

  test('is an answer of the budget alone', () => {
    expect(approve(inReview(), request('hiring-manager', 'hiring-manager', 'pending-budget'), RIVERS)).toMatchObject({
      refusal: { kind: 'cannot-pend' },
    });
  });
});

describe('an edit', () => {
  const { notice } = inReview();
  const left = (changed: Parameters<typeof afterEdit>[1]) =>
    afterEdit(inReview(APPROVED), changed, steps).map(({ step }) => step);

  test('of the original leaves the approval of the budget alone', () => {
    const edited = { ...notice, summary: { ...notice.summary, en: ['Another summary.'] } };

    expect(left(differencesOf(notice, edited))).toEqual(['budget']);
  });

  test('of the translation leaves what was said to the original as well', () => {
    const edited = { ...notice, summary: { ...notice.summary, fr: ['Un autre résumé.'] } };

    expect(left(differencesOf(notice, edited))).toEqual(['hiring-manager', 'budget']);
  });

  test('of a fact concerns everybody, and one that changes nothing nobody', () => {
    expect(left(differencesOf(notice, { ...notice, grades: ['G20'] }))).toEqual(['budget']);
    expect(left([])).toEqual(APPROVED.map(({ step }) => step));
  });
});

test('whose turn it is must act while the notice is in review, and nobody else', () => {
  expect(mustAct(inReview(), steps, ['hiring-manager'])).toBe(true);
  expect(mustAct(inReview(), steps, ['translator', 'recruiter'])).toBe(false);
  expect(mustAct(exampleVacancy({ status: 'draft', approvals: [] }), steps, ['hiring-manager'])).toBe(false);
  expect(mustAct(inReview(APPROVED), steps, ['budget-officer'])).toBe(false);
});
