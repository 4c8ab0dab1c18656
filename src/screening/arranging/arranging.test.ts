import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { ROOT } from '../../testing.ts';
import { exampleVacancy } from '../../vacancies/vacancy-testing.ts';
import { assign } from './assignment.ts';
import { beginScreening, isAnonymous } from './beginning.ts';

const SCREENERS = ['a', 'b', 'c'];
const ids = (count: number) => Array.from({ length: count }, (_, index) => `application-${index}`);

test('sharing out gives each application enough screeners, evenly, and nobody whom they may not judge', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 40 }),
      fc.constantFrom(1, 2),
      fc.array(fc.tuple(fc.constantFrom(...SCREENERS), fc.nat({ max: 39 })), { maxLength: 20 }),
      (count, each, conflicts) => {
        const recused = new Map(
          SCREENERS.map((id) => [
            id,
            new Set(conflicts.flatMap(([who, index]) => (who === id ? [`application-${index}`] : []))),
          ]),
        );
        const applications = ids(count).map((id) => ({ id, screeners: [] }));
        const shared = assign({ applications, screeners: SCREENERS, each, recused });
        const loads = SCREENERS.map((id) => shared.filter(({ screenerId }) => screenerId === id).length);
        const pairs = shared.map(({ applicationId, screenerId }) => `${applicationId} ${screenerId}`);

        expect(shared.filter(({ applicationId, screenerId }) => recused.get(screenerId)?.has(applicationId))).toEqual(
          [],
        );
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const id of ids(count)) {
          const able = SCREENERS.filter((one) => !recused.get(one)?.has(id)).length;
          expect(shared.filter(({ applicationId }) => applicationId === id)).toHaveLength(Math.min(each, able));
        }
        expect(conflicts.length === 0 && Math.max(...loads) - Math.min(...loads) > 1).toBe(false);
      },
    ),
  );
});

test('what somebody has already is not given again', () => {
  const applications = [{ id: 'one', screeners: ['a'] }];

  expect(assign({ applications, screeners: SCREENERS, each: 2, recused: new Map() })).toEqual([
    { applicationId: 'one', screenerId: 'b' },
  ]);
});

describe('a screening', () => {
  const [silent, settled] = ['nato-is', 'northern-rivers'].map(
    (id) => loadOrganisation(`${ROOT}/organisations/${id}`).selection,
  );
  const closed = exampleVacancy({ status: 'closed', deadlineAt: new Date('2026-11-20T22:59:59Z') });
  const begin = (selection = settled, chosen = { screeners: '', until: '' }, at = new Date('2026-11-22T12:00:00Z')) => {
    if (!selection) throw new Error('No organisation');
    return beginScreening({ vacancy: closed, begun: false, selection, chosen, at });
  };

  test('is of the manner that the organisation decided, whatever a form says', () => {
    expect(begin(settled, { screeners: '1', until: 'not-anonymous' })).toEqual({
      ok: true,
      value: { screeners: 2, anonymousUntil: 'panel-interview' },
    });
  });

  test('is of the manner that a person chooses where no source decides', () => {
    expect(begin(silent)).toMatchObject({ ok: false, refusal: { kind: 'screeners-open' } });
    expect(begin(silent, { screeners: '1', until: 'no such stage' })).toMatchObject({
      ok: false,
      refusal: { kind: 'anonymity-open' },
    });
    expect(begin(silent, { screeners: '1', until: 'written-test' })).toEqual({
      ok: true,
      value: { screeners: 1, anonymousUntil: 'written-test' },
    });
  });

  test('stays anonymous until somebody is invited to the stage or a later one, and nothing is left to settle', () => {
    if (!settled) throw new Error('No organisation');
    const anonymous = (stages: string[], unsettled: number) =>
      isAnonymous({ anonymousUntil: 'written-test' }, { stages, unsettled }, settled);

    expect(anonymous([], 0)).toBe(true);
    expect(anonymous(['video-interview'], 0)).toBe(true);
    expect(anonymous(['written-test'], 1)).toBe(true);
    expect(anonymous(['written-test'], 0)).toBe(false);
    expect(anonymous(['panel-interview'], 0)).toBe(false);
  });
});
