import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NORTHERN_RIVERS, NATO_IS } from '../regulations/regulations-testing.ts';
import {
  answerCase,
  decideCase,
  fingerprintOf,
  isDecided,
  MAX_ANSWER,
  openCase,
  OUTCOMES,
  outcomesBy,
  takeBackAnswer,
  toldOf,
  type CaseStatus,
  type Outcome,
} from './integrity-case.ts';
import { confirmReading } from './letter-reading.ts';
import type { Finding } from './signals.ts';

const OPENER = 'opener';
const OTHER = 'another';
const UNTIL = new Date('2026-12-10T22:59:59Z');
const [BEFORE, AFTER] = [new Date('2026-12-01T10:00:00Z'), new Date('2026-12-10T22:59:59.001Z')];
const rules = NORTHERN_RIVERS.integrity;
const TODAY = '2026-11-30';

const PLACEHOLDER: Finding = {
  kind: 'placeholder',
  part: 'document:cover-letter',
  pattern: 'name-in-brackets',
  passage: { before: 'Yours, ', words: '[Your name]', after: '' },
};
const SHARED: Finding = {
  kind: 'shared',
  part: 'document:cover-letter',
  other: { number: 'A-260101-00009', part: 'document:cover-letter' },
  passages: [{ mine: 'eleven years on the upper Torne', theirs: 'Eleven years on the lower Torne' }],
};
const DECLARED: Finding = { kind: 'declaration', code: 'no-generated-text', text: { en: 'Mine.', fr: 'De moi.' } };
const MADE_WITH: Finding = { kind: 'made-with', part: 'document:cover-letter', programs: ['Word'] };
const findings = [PLACEHOLDER, SHARED, DECLARED, MADE_WITH];
const from = { findings, underWay: false, rules, today: TODAY };
const asked = { reason: 'Please explain.', chosen: [fingerprintOf(PLACEHOLDER)], day: '' };

describe('a case is opened', () => {
  test('on what was chosen, as it is now and with its hash, and on what was declared', () => {
    const opened = openCase(asked, from);

    expect(opened).toEqual({
      ok: true,
      value: {
        reason: 'Please explain.',
        answerDay: '2026-12-10',
        evidence: [PLACEHOLDER, DECLARED].map((finding) => ({ finding, sha256: fingerprintOf(finding) })),
      },
    });
  });

  test.each([
    ['nothing-chosen', { ...asked, chosen: [] }, from],
    ['evidence-changed', { ...asked, chosen: ['0'.repeat(64)] }, from],
    ['evidence-changed', { ...asked, chosen: [fingerprintOf(MADE_WITH)] }, from],
    ['case-under-way', asked, { ...from, underWay: true }],
    ['reason-missing', { ...asked, reason: ' \n' }, from],
    ['reason-too-long', { ...asked, reason: 'x'.repeat(3001) }, from],
    ['day-missing', asked, { ...from, rules: NATO_IS.integrity }],
    ['day-too-early', { ...asked, day: TODAY }, { ...from, rules: NATO_IS.integrity }],
  ] as const)('or refused: %s', (kind, opening, given) => {
    expect(openCase(opening, given)).toMatchObject({ ok: false, refusal: { kind } });
  });

  test('until the day that a person sets, where no rule says for how long', () => {
    const opened = openCase({ ...asked, day: '2026-12-01' }, { ...from, rules: NATO_IS.integrity });

    expect(opened).toMatchObject({ ok: true, value: { answerDay: '2026-12-01' } });
  });

  test('and its applicant is told their own words, nothing of another’s', () => {
    expect(toldOf(SHARED)).toEqual({
      kind: 'shared',
      part: SHARED.part,
      passages: ['eleven years on the upper Torne'],
    });
    expect(toldOf(PLACEHOLDER)).toBe(PLACEHOLDER);
  });
});

const status = fc.constantFrom<CaseStatus>('awaiting-answer', 'answered', ...OUTCOMES);
const instant = fc.date({ min: BEFORE, max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true });
const outcome = fc.constantFrom<Outcome>(...OUTCOMES);

describe('an answer', () => {
  test('counts until the last instant that was told, and never after', () => {
    fc.assert(
      fc.property(status, instant, (is, at) => {
        const taken = answerCase({ status: is, answerUntil: UNTIL }, 'It is mine.', at);

        expect(taken.ok).toBe(!isDecided(is) && at <= UNTIL);
      }),
    );
    expect(answerCase({ status: 'answered', answerUntil: UNTIL }, 'x', UNTIL).ok).toBe(true);
  });

  test('is taken back as long as it can be replaced', () => {
    expect(takeBackAnswer({ status: 'answered', answerUntil: UNTIL }, BEFORE)).toEqual({
      ok: true,
      value: 'awaiting-answer',
    });
    expect(takeBackAnswer({ status: 'answered', answerUntil: UNTIL }, AFTER)).toMatchObject({
      refusal: { kind: 'answer-closed' },
    });
    expect(takeBackAnswer({ status: 'awaiting-answer', answerUntil: UNTIL }, BEFORE)).toMatchObject({
      refusal: { kind: 'changed-meanwhile' },
    });
  });

  test.each([
    ['answer-missing', '  '],
    ['answer-too-long', 'x'.repeat(MAX_ANSWER + 1)],
  ])('is refused: %s', (kind, answer) => {
    expect(answerCase({ status: 'awaiting-answer', answerUntil: UNTIL }, answer, BEFORE)).toMatchObject({
      refusal: { kind },
    });
  });
});

describe('a decision', () => {
  const open = { status: 'answered', answerUntil: UNTIL, openedBy: OPENER } as const;
  const decide = (given: { outcome: Outcome | ''; reason?: string; by?: string; at?: Date }) =>
    decideCase(
      open,
      { outcome: given.outcome, reason: given.reason ?? 'Because.' },
      { rules, by: given.by ?? OTHER, at: given.at ?? AFTER },
    );

  test('against an applicant waits until they can answer no more; none is without a reason, or by who opened the case', () => {
    fc.assert(
      fc.property(
        status,
        outcome,
        fc.record({ at: instant, by: fc.constantFrom(OPENER, OTHER), reason: fc.constantFrom('', 'Why') }),
        (is, to, { at, by, reason }) => {
          const decided = decideCase({ ...open, status: is }, { outcome: to, reason }, { rules, by, at });

          const inTime = to === 'no-action' || at > UNTIL;
          expect(decided.ok).toBe(!isDecided(is) && by === OTHER && reason !== '' && inTime);
        },
      ),
    );
  });

  test.each([
    ['another-decides', decide({ outcome: 'no-action', by: OPENER })],
    ['may-still-answer', decide({ outcome: 'noted', at: UNTIL })],
    ['outcome-missing', decide({ outcome: '' })],
    ['reason-missing', decide({ outcome: 'noted', reason: '' })],
    [
      'decided',
      decideCase({ ...open, status: 'noted' }, { outcome: 'no-action', reason: 'x' }, { rules, by: OTHER, at: AFTER }),
    ],
    [
      'decided',
      decideCase({ ...open, status: 'noted' }, { outcome: '', reason: 'x' }, { rules, by: OTHER, at: AFTER }),
    ],
  ] as const)('is refused: %s', (kind, decided) => {
    expect(decided).toMatchObject({ ok: false, refusal: { kind } });
  });

  test('to consider an application no further is there only where the organisation’s data has a reason for it', () => {
    const without = { ...rules, decision: { ...rules.decision, reason: null } };

    expect(outcomesBy(without)).toEqual(['no-action', 'noted']);
    expect(outcomesBy(rules)).toEqual([...OUTCOMES]);
    expect(
      decideCase(open, { outcome: 'not-considered', reason: 'x' }, { rules: without, by: OTHER, at: AFTER }),
    ).toMatchObject({
      refusal: { kind: 'not-offered' },
    });
  });

  test('may be by who opened the case where no rule asks for another', () => {
    expect(
      decideCase(open, { outcome: 'noted', reason: 'x' }, { rules: NATO_IS.integrity, by: OPENER, at: AFTER }).ok,
    ).toBe(true);
  });
});

describe('having read a letter', () => {
  const kinds = fc.uniqueArray(fc.constantFrom('cover-letter', 'essay', 'document'));

  test('can be said by who opened the page and each of its documents, after the closing date', () => {
    fc.assert(
      fc.property(
        kinds,
        kinds,
        fc.tuple(fc.boolean(), fc.boolean()),
        (letters, documents, [application, stillTaking]) => {
          const said = confirmReading({ documents: letters, opened: { application, documents }, stillTaking });

          expect(said.ok).toBe(!stillTaking && application && letters.every((kind) => documents.includes(kind)));
        },
      ),
    );
  });
});
