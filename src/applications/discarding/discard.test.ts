import { array, assert as check, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { ROOT } from '../../testing.ts';
import { APPLICATION_STATUSES, type Application, type ApplicationStatus } from '../application.ts';
import { exampleDossier } from '../application-testing.ts';
import { save } from '../drafting/draft.ts';
import { noChange } from '../documents/document.ts';
import { contentOf, reviewMark } from '../submission/receipt.ts';
import { submit, withdraw } from '../submission/submission.ts';
import { deletedAt, discard, keptUntil, putBack, UNDO_DAYS } from './discard.ts';

const rules = loadOrganisation(`${ROOT}/organisations/northern-rivers`);
const dossier = exampleDossier(rules);
const NOW = new Date('2026-11-22T12:00:00Z');
const HOUR_MS = 3_600_000;

type State = { application: Application; discardedAt: Date | undefined };
const standing = (status: ApplicationStatus): Application => ({ ...dossier.application, status });

describe('what can be done with an application that stands so', () => {
  test.for([
    ['draft', 'discarded', undefined],
    ['submitted', undefined, undefined],
    ['withdrawn', undefined, undefined],
    ['discarded', undefined, 'draft'],
  ] as const)('%s: thrown away it is %s, put back it is %s', ([status, thrown, back]) => {
    const [away, again] = [discard(standing(status)), putBack(standing(status), NOW, NOW)];

    expect(away.ok ? away.value.status : undefined).toBe(thrown);
    expect(again.ok ? again.value.status : undefined).toBe(back);
  });

  test('to the last instant it can be put back, and only after it is it deleted', () => {
    const until = keptUntil(NOW);
    const late = new Date(until.getTime() + 1);

    expect(putBack(standing('discarded'), NOW, until).ok).toBe(true);
    expect(deletedAt(until) > NOW).toBe(false);
    expect(putBack(standing('discarded'), NOW, late)).toMatchObject({ refusal: { kind: 'too-late' } });
    expect(deletedAt(late) > NOW).toBe(true);
  });

  test('nothing is saved in what was thrown away, attached to it or submitted of it', () => {
    const application = standing('discarded');
    const { identity } = application.answers;
    const reviewed = reviewMark(contentOf(dossier, 'en'));

    expect(save(application, { step: 'identity', values: identity }, {})).toMatchObject({
      refusal: { kind: 'discarded' },
    });
    expect(noChange(application, dossier.vacancy, NOW)).toEqual({ kind: 'discarded' });
    const request = { reviewed, language: 'en', receivedAt: NOW, roles: [] } as const;
    expect(submit({ ...dossier, application }, request)).toMatchObject({ refusal: { kind: 'discarded' } });
  });
});

const ACTIONS = ['discard', 'put-back', 'submit', 'withdraw'] as const;
type Step = { action: (typeof ACTIONS)[number]; hours: number };

function take({ application, discardedAt }: State, { action, now }: { action: Step['action']; now: Date }): State {
  const of = { ...dossier, application };
  const reviewed = reviewMark(contentOf(of, 'en'));
  const outcomes = {
    discard: () => discard(application),
    'put-back': () => putBack(application, discardedAt, now),
    submit: () => {
      const done = submit(of, { reviewed, language: 'en', receivedAt: now, roles: [] });
      return done.ok ? { ok: true as const, value: done.value.application } : done;
    },
    withdraw: () => withdraw(application, true),
  };
  const outcome = outcomes[action]();
  if (!outcome.ok) return { application, discardedAt };
  return { application: outcome.value, discardedAt: outcome.value.status === 'discarded' ? now : undefined };
}

test('whatever is pressed in whatever order: what was submitted is never thrown away, and nothing that was written is lost', () => {
  const steps = array(
    record({ action: constantFrom(...ACTIONS), hours: integer({ min: 0, max: 24 * UNDO_DAYS * 2 }) }),
    {
      maxLength: 12,
    },
  );
  check(
    property(steps, (pressed: Step[]) => {
      let now = new Date('2026-11-01T00:00:00Z');
      let state: State = { application: standing('draft'), discardedAt: undefined };
      for (const { action, hours } of pressed) {
        now = new Date(now.getTime() + hours * HOUR_MS);
        const before = state;
        state = take(before, { action, now });
        const [from, to] = [before.application.status, state.application.status];
        expect(APPLICATION_STATUSES).toContain(to);
        expect(state.application.answers).toEqual(dossier.application.answers);
        expect([from, to]).not.toEqual(['submitted', 'discarded']);
        expect([from, to]).not.toEqual(['withdrawn', 'discarded']);
        expect([from, to]).not.toEqual(['discarded', 'submitted']);
        expect(to === 'discarded').toBe(state.discardedAt !== undefined);
      }
    }),
    { numRuns: 200 },
  );
});
