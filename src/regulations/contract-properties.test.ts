import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, dayAfter, endOfMonth, periodEnd } from './civil-dates.ts';
import { PERSONS } from './contracts-schema.ts';
import { planContract } from './contracts.ts';
import type { ContractPlan, ContractQuestion } from './contracts.ts';
import { conversionRequest } from './conversion-request.ts';
import type { Organisation } from './organisation.ts';
import { ORGANISATIONS } from './regulations-testing.ts';

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyStart = fc.oneof(anyDay, anyDay.map(endOfMonth), fc.constantFrom('2024-02-29', '2028-02-29', '2026-08-31'));
const anySettlement = fc.constantFrom(true, false, null);

/** A question of any organisation on any of its clauses; what it leaves open may be settled either way. */
const anyCase: fc.Arbitrary<{ organisation: Organisation; question: ContractQuestion }> = fc
  .tuple(fc.constantFrom(...ORGANISATIONS), anySettlement)
  .chain(([organisation, answer]) => {
    const { earlierServiceCounts } = organisation.openPoints;
    const openPoints = { ...organisation.openPoints, earlierServiceCounts: { ...earlierServiceCounts, answer } };
    return fc.record({
      organisation: fc.constant({ ...organisation, openPoints }),
      question: fc.record(
        {
          clause: fc.constantFrom(...organisation.contractClauses.map(({ code }) => code)),
          person: fc.constantFrom(...PERSONS),
          startsOn: anyStart,
          on: anyDay,
          renewalMonths: fc.integer({ min: 0, max: 72 }),
          earlierMonths: fc.integer({ min: 0, max: 80 }),
          grade: fc.constantFrom(...organisation.grades.order),
          bornOn: anyDay.map((day) => addMonths(day, -50 * 12)),
        },
        { requiredKeys: ['clause', 'person', 'startsOn', 'on'] },
      ),
    });
  });

const planOf = (organisation: Organisation, question: ContractQuestion): ContractPlan | undefined => {
  const answer = planContract(organisation, question);
  return answer.ok && answer.value.kind === 'planned' ? answer.value : undefined;
};

/** Holds for every case that the rules allow; a case they refuse says nothing. */
const holdsForEveryPlan = (
  claim: (plan: ContractPlan, asked: { organisation: Organisation; question: ContractQuestion }) => void,
) => {
  let planned = 0;
  fc.assert(
    fc.property(anyCase, (asked) => {
      const plan = planOf(asked.organisation, asked.question);
      if (!plan) return;
      planned += 1;
      claim(plan, asked);
    }),
    { numRuns: 2000 },
  );
  expect(planned).toBeGreaterThan(200);
};

const termsOf = (organisation: Organisation, { clause, person, on }: ContractQuestion) => {
  const row = organisation.contractClauses
    .find(({ code }) => code === clause)
    ?.terms.findLast(({ from }) => from === null || from <= on);
  return person === 'serving-staff' ? undefined : row?.[person];
};

describe('every contract of every organisation', () => {
  test('nothing passes the latest end, and no end passes the maximum from the first day', () => {
    holdsForEveryPlan((plan, { organisation, question }) => {
      const maximum = termsOf(organisation, question)?.maximum;
      const ends = [plan.firstEnds, plan.renewal?.ends, plan.latestEnd].filter((end) => typeof end === 'string');
      for (const end of ends) {
        if (plan.latestEnd !== null) expect(end <= plan.latestEnd).toBe(true);
        if (maximum) expect(end <= periodEnd(plan.starts, maximum.months)).toBe(true);
      }
      if (maximum) expect(plan.latestEnd).not.toBeNull();
    });
  });

  test('periods follow each other without gap or overlap, and none is empty', () => {
    holdsForEveryPlan(({ starts, firstEnds, renewal, indefinite, indefiniteFrom }) => {
      expect(firstEnds >= starts).toBe(true);
      if (renewal) {
        expect(renewal.starts).toBe(dayAfter(firstEnds));
        expect(renewal.ends >= renewal.starts).toBe(true);
      }
      if (indefiniteFrom !== null)
        expect(indefiniteFrom).toBe(dayAfter(indefinite === 'may-follow' ? firstEnds : (renewal?.ends ?? '')));
    });
  });

  test('the window opens with the renewal and closes so many months before its end', () => {
    holdsForEveryPlan((plan, { organisation, question }) => {
      const { conversionWindow, renewal } = plan;
      const request = termsOf(organisation, question)?.request;
      if (!conversionWindow || !renewal || !request) {
        expect(conversionWindow).toBeNull();
        return;
      }
      expect(conversionWindow.from).toBe(renewal.starts);
      expect(conversionWindow.to >= conversionWindow.from).toBe(true);
      expect(conversionWindow.to <= addMonths(renewal.ends, -request.monthsBeforeEnd)).toBe(true);
    });
  });

  test('a longer renewal never ends earlier, nor lets less be asked for', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 72 }), fc.integer({ min: 1, max: 72 }), (asked, a, b) => {
        const renewed = (renewalMonths: number) => planOf(asked.organisation, { ...asked.question, renewalMonths });
        const [shorter, longer] = [renewed(Math.min(a, b)), renewed(Math.max(a, b))];
        if (!shorter?.renewal || !longer?.renewal) return;
        expect(shorter.renewal.ends <= longer.renewal.ends).toBe(true);
        expect((shorter.conversionWindow?.to ?? '') <= (longer.conversionWindow?.to ?? '')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('where a renewal is allowed, every shorter one is', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 72 }), (asked, fewer) => {
        const { organisation, question } = asked;
        const longer = planContract(organisation, question);
        const shorter = planContract(organisation, {
          ...question,
          renewalMonths: Math.min(fewer, question.renewalMonths ?? fewer),
        });
        if (question.renewalMonths !== undefined) expect(shorter.ok || !longer.ok).toBe(true);
      }),
    );
  });

  test('a later first day never makes anything earlier', () => {
    fc.assert(
      fc.property(anyCase, anyStart, ({ organisation, question }, otherStart) => {
        const [first, second] = [question.startsOn, otherStart].toSorted();
        const sooner = planOf(organisation, { ...question, startsOn: first ?? '' });
        const later = planOf(organisation, { ...question, startsOn: second ?? '' });
        if (!sooner || !later) return;
        expect(sooner.firstEnds <= later.firstEnds).toBe(true);
        expect((sooner.renewal?.ends ?? '') <= (later.renewal?.ends ?? '9999') || !later.renewal).toBe(true);
        if (sooner.latestEnd && later.latestEnd) expect(sooner.latestEnd <= later.latestEnd).toBe(true);
      }),
    );
  });

  test('the seconded are never offered an indefinite contract, and serving staff no length', () => {
    fc.assert(
      fc.property(anyCase, ({ organisation, question }) => {
        const seconded = planOf(organisation, { ...question, person: 'seconded' });
        if (seconded) expect([seconded.indefinite, seconded.conversionWindow]).toEqual(['never', null]);
        expect(planOf(organisation, { ...question, person: 'serving-staff' })).toBeUndefined();
      }),
    );
  });

  test('each reason names its rule, its source and what it decides', () => {
    holdsForEveryPlan(({ reasons }) => {
      for (const { rule, source, decides } of reasons) expect([rule, source, decides]).not.toContain('');
      expect(new Set(reasons.map(({ decides }) => decides)).size).toBe(reasons.length);
    });
  });

  test('a request is admissible on the days of the window, and on no other', () => {
    fc.assert(
      fc.property(anyCase, anyDay, ({ organisation, question }, day) => {
        const plan = planOf(organisation, question);
        if (!plan) return;
        const { conversionWindow } = plan;
        const within = conversionWindow !== null && conversionWindow.from <= day && day <= conversionWindow.to;
        expect(conversionRequest(plan, day).ok).toBe(within);
        if (!conversionWindow) return;
        expect(conversionRequest(plan, conversionWindow.from).ok).toBe(true);
        expect(conversionRequest(plan, conversionWindow.to).ok).toBe(true);
        expect(conversionRequest(plan, dayAfter(conversionWindow.to)).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
