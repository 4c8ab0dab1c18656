import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, dayAfter, dayBefore, endOfMonth, periodEnd } from '../civil-dates.ts';
import { PERSONS } from '../organisation/contracts-schema.ts';
import { planContract, type ContractPlan } from './contracts.ts';
import type { ContractQuestion } from './contract-case.ts';
import { conversionRequest } from './conversion-request.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { ORGANISATIONS } from '../regulations-testing.ts';

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyStart = fc.oneof(anyDay, anyDay.map(endOfMonth), fc.constantFrom('2024-02-29', '2028-02-29', '2026-08-31'));

/** Named by its folder, so that a counterexample stays short. */
interface Asked {
  folder: string;
  earlierServiceCounts: boolean | null;
  question: ContractQuestion;
}

/** A question to any organisation on any of its clauses; whether earlier service counts may be settled either way. */
const anyCase: fc.Arbitrary<Asked> = fc
  .constantFrom(...ORGANISATIONS)
  .chain(({ id, contractClauses, grades }) =>
    fc.record({
      folder: fc.constant(id),
      earlierServiceCounts: fc.constantFrom(true, false, null),
      question: fc.record(
        {
          clause: fc.constantFrom(...contractClauses.map(({ code }) => code)),
          person: fc.constantFrom(...PERSONS),
          startsOn: anyStart,
          on: anyDay,
          renewalMonths: fc.integer({ min: 0, max: 72 }),
          earlierMonths: fc.integer({ min: 0, max: 80 }),
          grade: fc.constantFrom(...grades.order),
          bornOn: anyDay.map((day) => addMonths(day, -50 * 12)),
        },
        { requiredKeys: ['clause', 'person', 'startsOn', 'on'] },
      ),
    }),
  )
  // Nobody takes up a post before they are born.
  .filter(({ question: { bornOn, startsOn } }) => bornOn === undefined || bornOn < startsOn);

function organisationOf({ folder, earlierServiceCounts: answer }: Asked): Organisation {
  const organisation = ORGANISATIONS.find(({ id }) => id === folder);
  if (!organisation) throw new Error(`No organisation ${folder}`);
  const earlierServiceCounts = { ...organisation.openPoints.earlierServiceCounts, answer };
  return { ...organisation, openPoints: { ...organisation.openPoints, earlierServiceCounts } };
}

const answerTo = (asked: Asked, otherwise: Partial<ContractQuestion> = {}) =>
  planContract(organisationOf(asked), { ...asked.question, ...otherwise });

function planOf(asked: Asked, otherwise: Partial<ContractQuestion> = {}): ContractPlan | undefined {
  const answer = answerTo(asked, otherwise);
  return answer.ok && answer.value.kind === 'planned' ? answer.value : undefined;
}

/** Holds a claim to cases of every kind, and counts those that the rules allow; a case they refuse says nothing. */
function plansThatHold(claim: (plan: ContractPlan, asked: Asked) => boolean): number {
  let planned = 0;
  const property = fc.property(anyCase, (asked) => {
    const plan = planOf(asked);
    if (plan) planned += 1;
    return plan === undefined || claim(plan, asked);
  });
  fc.assert(property, { numRuns: 2000 });
  return planned;
}
/** Most cases are refused, mostly for a renewal that is too long; a claim on fewer plans would prove little. */
const MANY = 200;

const termsOf = (asked: Asked) => {
  const { clause, person, on } = asked.question;
  const row = organisationOf(asked)
    .contractClauses.find(({ code }) => code === clause)
    ?.terms.findLast(({ from }) => from === null || from <= on);
  return person === 'serving-staff' ? undefined : row?.[person];
};

describe('every contract of every organisation', () => {
  test('nothing passes the latest end, and the latest end never passes the maximum', () => {
    const held = plansThatHold(({ starts, firstEnds, renewal, latestEnd }, asked) => {
      const maximum = termsOf(asked)?.maximum;
      const within = latestEnd === null || (firstEnds <= latestEnd && (renewal?.ends ?? firstEnds) <= latestEnd);
      const bounded = !maximum || (latestEnd !== null && latestEnd <= periodEnd(starts, maximum.months));
      return within && bounded;
    });

    expect(held).toBeGreaterThan(MANY);
  });

  test('periods follow each other without gap or overlap, and none is empty', () => {
    const held = plansThatHold(({ starts, firstEnds, renewal, indefinite, indefiniteFrom }) => {
      const last = indefinite === 'may-follow' ? firstEnds : (renewal?.ends ?? '');
      return (
        firstEnds >= starts &&
        (!renewal || (renewal.starts === dayAfter(firstEnds) && renewal.ends >= renewal.starts)) &&
        (indefiniteFrom === null || indefiniteFrom === dayAfter(last))
      );
    });

    expect(held).toBeGreaterThan(MANY);
  });

  test('the window opens with the renewal and closes so many months before its end', () => {
    const held = plansThatHold(({ conversionWindow, renewal }, asked) => {
      if (conversionWindow === null) return true;
      const monthsBeforeEnd = termsOf(asked)?.request?.monthsBeforeEnd;
      if (!renewal || monthsBeforeEnd === undefined) return false;
      const { from, to } = conversionWindow;
      return from === renewal.starts && from <= to && to === addMonths(renewal.ends, -monthsBeforeEnd);
    });

    expect(held).toBeGreaterThan(MANY);
  });

  test('there is a window wherever the renewal is longer than the months before its end, and a warning elsewhere', () => {
    const held = plansThatHold(({ conversionWindow, renewal, warnings }, asked) => {
      const request = termsOf(asked)?.request;
      if (!request || !renewal) return conversionWindow === null;
      const room = addMonths(renewal.ends, -request.monthsBeforeEnd) >= renewal.starts;
      return (conversionWindow !== null) === room && warnings.some(({ kind }) => kind === 'no-day-to-ask') === !room;
    });

    expect(held).toBeGreaterThan(MANY);
  });

  test('a longer renewal never ends earlier, nor lets less be asked for', () => {
    const anyLength = fc.integer({ min: 1, max: 72 });
    fc.assert(
      fc.property(anyCase, fc.tuple(anyLength, anyLength), (asked, [a, b]) => {
        const [shorter, longer] = [Math.min(a, b), Math.max(a, b)].map((renewalMonths) =>
          planOf(asked, { renewalMonths }),
        );
        const lastDay = (plan: ContractPlan | undefined) => plan?.conversionWindow?.to ?? '';
        const ends = (plan: ContractPlan | undefined) => plan?.renewal?.ends ?? '';
        expect(!longer || (ends(shorter) <= ends(longer) && lastDay(shorter) <= lastDay(longer))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('where a renewal is allowed, every shorter one is', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 72 }), (asked, months) => {
        const { renewalMonths = 0 } = asked.question;
        const longer = answerTo(asked, { renewalMonths });
        const shorter = answerTo(asked, { renewalMonths: Math.min(months, renewalMonths) });
        expect(shorter.ok || !longer.ok).toBe(true);
      }),
    );
  });

  test('a later first day never makes anything earlier', () => {
    fc.assert(
      fc.property(anyCase, anyStart, (asked, otherStart) => {
        const [sooner, later] = [asked.question.startsOn, otherStart]
          .toSorted()
          .map((startsOn) => planOf(asked, { startsOn }));
        const first = (plan: ContractPlan | undefined) => plan?.firstEnds ?? '';
        const latest = (plan: ContractPlan | undefined) => plan?.latestEnd ?? '';
        const renewed = later?.renewal ? (sooner?.renewal?.ends ?? '') <= later.renewal.ends : true;
        expect(!later || (first(sooner) <= first(later) && latest(sooner) <= latest(later) && renewed)).toBe(true);
      }),
    );
  });

  test('the seconded are never offered an indefinite contract', () => {
    const held = plansThatHold(
      ({ person, indefinite, conversionWindow, indefiniteFrom }) =>
        person !== 'seconded' || (indefinite === 'never' && conversionWindow === null && indefiniteFrom === null),
    );

    expect(held).toBeGreaterThan(MANY);
  });

  test('serving staff are never given a length', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const answer = answerTo(asked, { person: 'serving-staff' });
        expect(answer.ok ? answer.value.kind : answer.refusal.kind).toMatch(/^(ask|not-in-force)$/);
      }),
    );
  });

  test('each reason names its rule, its source and a part of its own', () => {
    const held = plansThatHold(
      ({ reasons }) =>
        reasons.every(({ rule, source }) => rule !== '' && source.en !== '' && source.fr !== '') &&
        new Set(reasons.map(({ decides }) => decides)).size === reasons.length,
    );

    expect(held).toBeGreaterThan(MANY);
  });

  test('a request is admissible on the days of the window, and on no other', () => {
    const held = plansThatHold((plan, { question }) => {
      const window = plan.conversionWindow;
      const isIn = (day: string) => window !== null && window.from <= day && day <= window.to;
      const days = window ? [window.from, window.to, dayAfter(window.to), dayBefore(window.from)] : [];
      return [question.on, ...days].every((day) => conversionRequest(plan, day).ok === isIn(day));
    });

    expect(held).toBeGreaterThan(MANY);
  });
});
