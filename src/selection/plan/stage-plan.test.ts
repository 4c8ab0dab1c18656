import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NORTHERN_RIVERS } from '../../regulations/regulations-testing.ts';
import { exampleItem, openStageOf, plannedStage } from '../selection-testing.ts';
import { addStage, changeStage, closeStage, openStage, stagesToPlan, type StageSettings } from './stage-plan.ts';

const AT = new Date('2026-11-24T09:00:00Z');
const { scale } = NORTHERN_RIVERS.scoring;
const item = exampleItem('teamwork');

describe('a plan', () => {
  test('takes each stage of the organisation once, and begins from its pass mark', () => {
    const [first] = stagesToPlan(NORTHERN_RIVERS.selection.stages, []);
    const added = addStage(first?.code ?? '', { planned: [], organisation: NORTHERN_RIVERS });

    expect(added).toMatchObject({ ok: true, value: { number: 1, passMark: 50, datesFixed: false } });
    const planned = [plannedStage({ code: first?.code ?? '' })];
    expect(addStage(first?.code ?? '', { planned, organisation: NORTHERN_RIVERS })).toMatchObject({
      refusal: { kind: 'already-planned' },
    });
    expect(addStage('application-form', { planned, organisation: NORTHERN_RIVERS })).toMatchObject({
      refusal: { kind: 'unknown-stage' },
    });
  });

  test('opens a stage in its turn, once all is said that must be before anybody is assessed', () => {
    const ready = plannedStage({ items: [item] });
    const open = (stage = ready, planned = [stage]) => openStage(stage, { planned, scale, at: AT });

    expect(open()).toMatchObject({ ok: true, value: { status: 'open', openedAt: AT, scale } });
    expect(open(plannedStage())).toMatchObject({ refusal: { kind: 'nothing-scored' } });
    expect(open(plannedStage({ items: [{ ...item, question: {} }] }))).toMatchObject({
      refusal: { kind: 'question-missing' },
    });
    expect(open(plannedStage({ assessedBy: 'nobody' }))).toMatchObject({ ok: true });
    const second = plannedStage({ id: '2', number: 2, code: 'written-test', items: [item] });
    expect(open(second, [ready, second])).toMatchObject({
      refusal: { kind: 'not-in-turn', before: 'panel-interview' },
    });
  });

  test('fixes what counts when a stage opens: a change says why, and none comes after the first signed scores', () => {
    const stage = openStageOf([item]);
    const heavier = { ...stage, weight: 50 };

    expect(changeStage(stage, heavier, { reason: ' ', scored: false })).toMatchObject({
      refusal: { kind: 'reason-missing' },
    });
    expect(changeStage(stage, heavier, { reason: 'Agreed.', scored: false })).toMatchObject({
      ok: true,
      value: { weight: 50, version: 2 },
    });
    expect(changeStage(stage, heavier, { reason: 'Agreed.', scored: true })).toMatchObject({
      refusal: { kind: 'scored' },
    });
    expect(
      changeStage(stage, { ...stage, link: 'https://meet.example' }, { reason: 'Moved.', scored: true }),
    ).toMatchObject({ ok: true });
  });

  test('has no day before another, and fixes none that is not there', () => {
    const stage = plannedStage();

    expect(
      changeStage(stage, { ...stage, fromOn: '2027-02-03', toOn: '2027-02-01' }, { reason: '', scored: false }),
    ).toMatchObject({
      refusal: { kind: 'dates-reversed' },
    });
    expect(changeStage(stage, { ...stage, datesFixed: true }, { reason: '', scored: false })).toMatchObject({
      refusal: { kind: 'dates-missing' },
    });
  });

  test('closes a stage at which nobody waits for the panel', () => {
    expect(closeStage(openStageOf([item]), 2, AT)).toMatchObject({ refusal: { kind: 'unfinished', count: 2 } });
    expect(closeStage(openStageOf([item]), 0, AT)).toMatchObject({ value: { status: 'closed', closedAt: AT } });
    expect(closeStage(plannedStage(), 0, AT)).toMatchObject({ refusal: { kind: 'not-open' } });
  });

  test('whatever is clicked, keeps what counts from the first signed scores on', () => {
    const anySettings = fc.record({
      weight: fc.nat(100),
      passMark: fc.option(fc.nat(100), { nil: null }),
      link: fc.constantFrom('', 'x'),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(anySettings, fc.boolean()), { maxLength: 10 }), (changes) => {
        const begun = openStageOf([item]);
        const end = changes.reduce((stage, [settings, says]) => {
          const wanted: StageSettings = { ...stage, ...settings };
          const changed = changeStage(stage, wanted, { reason: says ? 'Why.' : '', scored: true });
          return changed.ok ? changed.value : stage;
        }, begun);

        expect([end.weight, end.passMark, end.items]).toEqual([begun.weight, begun.passMark, begun.items]);
      }),
    );
  });
});
