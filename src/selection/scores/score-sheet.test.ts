import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreeScores, saveScores, signScores, visibleSheets, type Given, type ScoreSheet } from './score-sheet.ts';
import { exampleItem, openStageOf } from '../selection-testing.ts';

const writing = exampleItem('writing');
const teamwork = exampleItem('teamwork');
const stage = openStageOf([writing, teamwork]);
const give = (points: number, note = 'Heard it.'): Given => ({ writing: { points, note }, teamwork: { points, note } });
const able = { standing: 'able' } as const;
const fresh = { stage, scorer: able, before: undefined, agreed: false };

describe('scoring', () => {
  test('keeps what is there, and signs only what is complete and noted', () => {
    const half = { writing: { points: 3, note: '' } };

    expect(saveScores({ ...fresh, given: half })).toEqual({ ok: true, value: half });
    expect(signScores({ ...fresh, given: half })).toEqual({
      ok: false,
      refusal: { kind: 'points-missing', items: [teamwork] },
    });
    expect(signScores({ ...fresh, given: give(3, ' ') })).toMatchObject({ refusal: { kind: 'note-missing' } });
    expect(signScores({ ...fresh, given: give(3) })).toEqual({ ok: true, value: give(3) });
  });

  test.each([
    ['before the stage opens', { stage: { ...stage, status: 'planned' as const } }, 'not-open'],
    ['by whoever is recused', { scorer: { standing: 'recused' as const } }, 'recused'],
    ['before the declaration is signed', { scorer: { standing: 'undeclared' as const } }, 'not-declared'],
    ['before what they write is handed in', { scorer: { standing: 'awaiting-paper' as const } }, 'not-handed-in'],
    ['by whoever is not on the panel', { scorer: { standing: 'none' as const } }, 'not-scored-here'],
    ['once it is signed', { before: sheet('me', 2, true) }, 'already-signed'],
    ['once the panel has agreed', { agreed: true }, 'consensus-reached'],
  ])('is refused %s', (_, more, kind) => {
    expect(signScores({ ...fresh, ...more, given: give(3) })).toMatchObject({ ok: false, refusal: { kind } });
  });

  test('takes no points that are not on the scale, and nothing that is not scored here', () => {
    expect(saveScores({ ...fresh, given: give(9) })).toMatchObject({ refusal: { kind: 'not-on-scale' } });
    expect(saveScores({ ...fresh, given: { other: { points: 3, note: '' } } })).toEqual({ ok: true, value: {} });
  });
});

function sheet(accountId: string, points: number, signed: boolean): ScoreSheet {
  return { candidate: 'c', accountId, given: give(points), signedAt: signed ? new Date(0) : null, version: 1 };
}

describe('what is seen of others’ scores', () => {
  const PANEL = ['chair', 'one', 'two'];
  const anyClick = fc.record({
    who: fc.constantFrom(...PANEL),
    does: fc.constantFrom('save', 'sign', 'look'),
    points: fc.integer({ min: 1, max: 5 }),
  });

  test('is nothing before one’s own is signed, and never what is not signed, in whatever order they click', () => {
    fc.assert(
      fc.property(fc.array(anyClick, { maxLength: 30 }), (clicks) => {
        let sheets: ScoreSheet[] = [];
        for (const { who, does, points } of clicks) {
          const before = sheets.find(({ accountId }) => accountId === who);
          const scoring = { ...fresh, before, given: give(points) };
          const done = does === 'sign' ? signScores(scoring) : saveScores(scoring);
          if (does !== 'look' && done.ok)
            sheets = [...sheets.filter(({ accountId }) => accountId !== who), sheet(who, points, does === 'sign')];
          const seen = visibleSheets(sheets, { accountId: who, scores: true }, PANEL);
          const others = seen.filter(({ accountId }) => accountId !== who);
          const hasSigned = sheets.some(({ accountId, signedAt }) => accountId === who && signedAt !== null);

          expect(others.length > 0 && !hasSigned).toBe(false);
          expect(others.every(({ signedAt }) => signedAt !== null)).toBe(true);
          const watched = visibleSheets(sheets, { accountId: 'observer', scores: false }, PANEL);
          expect(watched.length > 0 && sheets.filter(({ signedAt }) => signedAt !== null).length < PANEL.length).toBe(
            false,
          );
        }
      }),
    );
  });

  test('is all of it for who watches, once everybody has signed; of nobody expected, nothing', () => {
    const sheets = PANEL.map((accountId) => sheet(accountId, 3, true));

    expect(visibleSheets(sheets, { accountId: 'observer', scores: false }, PANEL)).toHaveLength(3);
    expect(visibleSheets(sheets, { accountId: 'observer', scores: false }, [])).toEqual([]);
  });
});

describe('agreeing', () => {
  const signed = [sheet('chair', 3, true), sheet('one', 3, true)];
  const agreeing = { stage, given: give(3, ''), quorum: true, unsigned: [], signed };

  test('needs no note where all gave the same, and one wherever they did not', () => {
    expect(agreeScores(agreeing)).toMatchObject({ ok: true });
    expect(agreeScores({ ...agreeing, given: give(4, '') })).toMatchObject({
      refusal: { kind: 'note-missing', items: [writing, teamwork] },
    });
    expect(agreeScores({ ...agreeing, given: give(4, 'The second example counts.') })).toMatchObject({ ok: true });
  });

  test('is refused below the quorum, before all have signed, and with points that are missing or off the scale', () => {
    expect(agreeScores({ ...agreeing, quorum: false })).toMatchObject({ refusal: { kind: 'below-quorum' } });
    expect(agreeScores({ ...agreeing, unsigned: ['Nora'] })).toMatchObject({
      refusal: { kind: 'unsigned', names: ['Nora'] },
    });
    expect(agreeScores({ ...agreeing, given: {} })).toMatchObject({ refusal: { kind: 'points-missing' } });
    expect(agreeScores({ ...agreeing, given: give(7) })).toMatchObject({ refusal: { kind: 'not-on-scale' } });
  });
});
