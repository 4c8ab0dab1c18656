import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_ANSWERS } from '../../applications/answers.ts';
import type { StageEntry } from '../../applications/stages/stage-state.ts';
import { NORTHERN_RIVERS } from '../../regulations/regulations-testing.ts';
import { exampleVacancy } from '../../vacancies/vacancy-testing.ts';
import {
  checkedAgain,
  gradeAnswer,
  listUntil,
  moveOffer,
  offerActions,
  offerPost,
  OFFER_STATUSES,
  type OfferStatus,
} from './similar-post.ts';

const RULES = NORTHERN_RIVERS;
const AT = new Date('2026-11-23T12:00:00Z');
const grade = gradeAnswer(RULES, { applied: ['G17'], offered: ['G17'], on: '2026-11-23' });
const offering = {
  status: 'published' as const,
  agreed: true,
  until: null,
  today: '2026-11-23',
  grade,
  already: false,
  reason: 'Led the same kind of team.',
  by: 'manager',
  applicantId: 'ada',
};
const kindOf = (given: Partial<Parameters<typeof offerPost>[0]>) => {
  const offered = offerPost({ ...offering, ...given });
  return offered.ok ? offered.value : offered.refusal.kind;
};

describe('an offer', () => {
  test('is made with a reason, to who agreed and stands on a list that has not ended', () => {
    expect(kindOf({})).toEqual({ reason: 'Led the same kind of team.' });
    expect(kindOf({ reason: ' ' })).toBe('reason-missing');
    expect(kindOf({ agreed: false })).toBe('not-agreed');
    expect(kindOf({ until: '2026-11-23' })).toEqual({ reason: 'Led the same kind of team.' });
    expect(kindOf({ until: '2026-11-22' })).toBe('expired');
    expect(kindOf({ already: true })).toBe('already-offered');
    expect(kindOf({ by: 'ada' })).toBe('own-application');
  });

  test('is of a post that is there to be offered, never at a higher grade than the one applied for', () => {
    const { order } = RULES.grades;
    const anyGrade = fc.nat(order.length - 1);

    expect(kindOf({ status: 'filled' })).toBe('no-post');
    expect(kindOf({ status: 'draft' })).toBe('no-post');
    fc.assert(
      fc.property(anyGrade, anyGrade, (from, to) => {
        const posts = { applied: [order[from] ?? ''], offered: [order[to] ?? ''], on: '2026-11-23' };
        const answer = gradeAnswer(RULES, posts);
        const offered = offerPost({ ...offering, grade: answer });

        expect(offered.ok).toBe(answer.outcome === 'possible' || answer.outcome === 'for-a-person');
        expect(answer.outcome === 'possible' && to > from).toBe(false);
      }),
    );
  });

  test('once declined or taken back is final, whatever is clicked in whatever order', () => {
    const follow = (path: OfferStatus[], action: 'accept' | 'decline' | 'take-back'): OfferStatus[] => {
      const moved = moveOffer(path.at(-1) ?? 'offered', action);
      return moved.ok ? [...path, moved.value] : path;
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom('accept', 'decline', 'take-back'), { maxLength: 6 }), (actions) => {
        const path = actions.reduce(follow, ['offered'] as OfferStatus[]);
        const ended = path.findIndex((status) => offerActions(status).length === 0);

        expect(ended === -1 || ended === path.length - 1).toBe(true);
        expect(new Set(path).size).toBe(path.length);
      }),
    );
    expect(OFFER_STATUSES.filter((status) => offerActions(status).length === 0)).toEqual(['declined', 'taken-back']);
  });
});

test('a reserve list ends by the organisation’s months; no source ends the list of those not retained', () => {
  const entry: StageEntry = {
    number: 3,
    position: 'reserve-listed',
    stage: null,
    dueOn: null,
    enteredAt: new Date('2026-11-22T12:00:00Z'),
    actorId: 'manager',
    reason: null,
    told: null,
    note: {},
  };

  expect(listUntil(entry, 'Europe/Stockholm', RULES)).toBe('2028-05-22');
  expect(listUntil({ ...entry, position: 'not-retained' }, 'Europe/Stockholm', RULES)).toBeNull();
});

test('requirements are checked again by the rules on what was answered; what they cannot say is for a person', () => {
  const post = exampleVacancy({ status: 'published', publishedAt: new Date('2026-11-01T09:00:00Z') });
  const answers = (nationalities: string[], levels: Record<string, string>) => ({
    ...NO_ANSWERS,
    identity: { ...NO_ANSWERS.identity, nationalities },
    languages: levels,
  });
  const outcomesOf = (nationality: string, levels: Record<string, string>) =>
    checkedAgain(answers([nationality], levels), { post, rules: RULES, at: AT }).map(({ kind, outcome }) => [
      kind,
      outcome,
    ]);

  const good = Object.fromEntries(outcomesOf('SE', { en: 'VI', fr: 'VI' }));
  const bad = Object.fromEntries(outcomesOf('BR', { en: 'none' }));

  expect(good).toMatchObject({ nationality: 'met', experience: 'for-a-person' });
  expect(bad).toMatchObject({ nationality: 'not-met', experience: 'for-a-person' });
  expect(good).not.toHaveProperty('reception');
});
