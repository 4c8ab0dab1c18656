import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actionsFrom,
  isFinal,
  move,
  VACANCY_ACTIONS,
  VACANCY_STATUSES,
  type VacancyAction,
  type VacancyStatus,
} from './vacancy-state.ts';

const anyAction = fc.constantFrom(...VACANCY_ACTIONS);
const anyClicks = fc.array(anyAction, { maxLength: 30 });

/** The statuses a vacancy goes through when these are clicked, refused clicks left out. */
function follow(clicks: VacancyAction[]): VacancyStatus[] {
  return clicks.reduce<VacancyStatus[]>(
    (path, action) => {
      const moved = move(path.at(-1) ?? 'draft', action);
      return moved.ok ? [...path, moved.value] : path;
    },
    ['draft'],
  );
}

test('never skips review, whatever is clicked in whatever order', () => {
  fc.assert(
    fc.property(anyClicks, (clicks) => {
      const path = follow(clicks);
      const published = path.indexOf('published');
      const before = path.slice(0, Math.max(0, published)).findLast((status) => status !== 'scheduled');
      expect([undefined, 'in-review']).toContain(before);
    }),
  );
});

test('what is to be published was reviewed, and goes back there, on, or away', () => {
  fc.assert(
    fc.property(anyClicks, (clicks) => {
      const path = follow(clicks);
      const around = path.flatMap((status, at) => (status === 'scheduled' ? [path[at - 1], path[at + 1]] : []));
      expect(['in-review', 'scheduled', 'published', 'cancelled', undefined]).toEqual(expect.arrayContaining(around));
    }),
  );
});

test('nothing leaves a final status', () => {
  fc.assert(
    fc.property(anyClicks, (clicks) => {
      const path = follow(clicks);
      expect(path.slice(0, -1).filter(isFinal)).toEqual([]);
    }),
  );
  expect(VACANCY_STATUSES.filter(isFinal)).toEqual(['filled', 'cancelled']);
});

test('a post is filled only after it was published and closed', () => {
  fc.assert(
    fc.property(anyClicks, (clicks) => {
      const path = follow(clicks);
      const before = path.slice(0, Math.max(0, path.indexOf('filled')));
      const skipped = (['in-review', 'published', 'closed'] as const).filter((stage) => !before.includes(stage));
      expect(path.includes('filled') && skipped.length > 0).toBe(false);
    }),
  );
});

test('the actions offered are those that move, and a refusal names what was tried', () => {
  for (const status of VACANCY_STATUSES) {
    for (const action of VACANCY_ACTIONS) {
      const moved = move(status, action);

      const offered = actionsFrom(status).includes(action);
      const refusal = { kind: 'illegal-move', from: status, action };
      expect(moved).toMatchObject(offered ? { ok: true } : { ok: false, refusal });
    }
  }
});

test('the database knows the same statuses', () => {
  const migration = readFileSync(new URL('../../migrations/0006_notices_life.sql', import.meta.url), 'utf8');
  const listed = /status in \(([^)]*'draft'[^)]*)\)/.exec(migration)?.[1] ?? '';

  expect([...listed.matchAll(/'([a-z-]+)'/g)].map(([, status]) => status)).toEqual([...VACANCY_STATUSES]);
});
