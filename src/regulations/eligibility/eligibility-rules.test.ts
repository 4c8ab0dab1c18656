import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAge } from './age.ts';
import { compareClearance } from './clearance.ts';
import { assessEligibility } from './eligibility-assessment.ts';
import { ASSESSMENT_OUTCOMES, explainAssessmentItem } from './eligibility-assessment-texts.ts';
import { explainClearance } from './clearance-texts.ts';
import { membersOn } from './eligibility.ts';
import { explainLanguageParts } from './language-requirement-texts.ts';
import { compareLanguageParts, type LanguagePart } from './language-requirement.ts';
import {
  anyCivilDate,
  anyCountry,
  anyOrganisation,
  NATO_IS,
  NORTHERN_RIVERS,
  RIVERS_COMMISSION,
} from '../regulations-testing.ts';
import { compareSimilarPost } from '../pay/similar-post.ts';
import { explainSimilarPost } from '../pay/similar-post-texts.ts';

const ON = '2026-11-23';
const OPEN = { languages: [], clearance: null, fastTrack: false };

describe('clearance (P1, E3)', () => {
  const anyLevel = fc.constantFrom(...NATO_IS.clearances.levels.map(({ code }) => code));
  const rank = (level: string) => NATO_IS.clearances.levels.findIndex(({ code }) => code === level);
  const issuer = 'national-security-authority';

  test('a lower level never satisfies a higher, and an expired one satisfies none', () => {
    fc.assert(
      fc.property(
        anyLevel,
        anyLevel,
        anyCivilDate,
        anyCivilDate,
        fc.boolean(),
        (...[level, required, validUntil, on, fastTrack]) => {
          const { outcome } = compareClearance(NATO_IS, {
            required,
            held: { level, issuer, validUntil },
            on,
            fastTrack,
          });
          expect(outcome === 'held').toBe(rank(level) >= rank(required) && on <= validUntil);
        },
      ),
    );
  });

  test('without a fast track nobody is kept out', () => {
    const anyHeld = fc.option(
      fc.record({
        level: fc.constantFrom('NR', 'NS', 'X'),
        issuer: fc.constantFrom(issuer, 'other', null),
        validUntil: fc.option(anyCivilDate),
      }),
    );
    fc.assert(
      fc.property(anyLevel, anyHeld, anyCivilDate, (required, held, on) => {
        const { outcome } = compareClearance(NATO_IS, { required, held, on, fastTrack: false });
        expect(outcome).not.toBe('not-eligible');
      }),
    );
  });

  test('on a fast track nothing but a valid clearance opens the competition, whatever the level of the post', () => {
    const anyRequired = fc.option(fc.constantFrom('NR', 'NS', 'CTS', 'XX'));
    fc.assert(
      fc.property(anyRequired, fc.option(anyCivilDate), anyCivilDate, (required, validUntil, on) => {
        const held = validUntil === null ? null : { level: 'NS', issuer, validUntil };
        const { outcome } = compareClearance(NATO_IS, { required, held, on, fastTrack: true });
        expect(outcome === 'not-eligible').toBe(validUntil === null || validUntil < on);
      }),
    );
  });

  test.each([
    [null, ['no-level']],
    ['XX', ['unknown-level']],
    ['CTS/A', ['unknown-level']],
  ])('a post whose level is %s is for a person, who asks for it', (required, doubts) => {
    for (const held of [null, { level: 'CTS', issuer, validUntil: '2030-01-01' }])
      expect(compareClearance(NATO_IS, { required, held, on: ON, fastTrack: false })).toMatchObject({
        outcome: 'for-a-person',
        doubts,
      });
  });

  test('is looked at on the day it must be valid, by the rules of another', () => {
    const held = { level: 'NS', issuer, validUntil: '2026-12-31' };
    const question = { required: 'NS', held, on: ON, fastTrack: true };

    expect(compareClearance(NATO_IS, question).outcome).toBe('held');
    expect(compareClearance(NATO_IS, { ...question, validOn: '2027-01-01' }).outcome).toBe('not-eligible');
  });

  test('says that it has expired, that its issuer or its last day is not known, each in its own words', () => {
    const said = (held: { issuer: string | null; validUntil: string | null }) =>
      explainClearance(
        compareClearance(NATO_IS, { required: 'NS', held: { level: 'NC', ...held }, on: ON, fastTrack: true }),
      ).en.map(({ sentence }) => sentence);

    expect(said({ issuer, validUntil: '2026-05-01' })[1]).toBe(
      'Held: level NC. On 23 November 2026, it has expired: its last day was 1 May 2026; it is below the level of the post.',
    );
    expect(said({ issuer: null, validUntil: null })[0]).toContain(
      'The authority that issued it is not known. Its last day is not known.',
    );
  });

  test('its last day still counts', () => {
    const held = { level: 'NS', issuer, validUntil: ON };
    expect(compareClearance(NATO_IS, { required: 'NS', held, on: ON, fastTrack: true }).outcome).toBe('held');
  });

  test('a lower level on a fast track is as the organisation says', () => {
    const question = {
      required: 'NS',
      held: { level: 'NC', issuer, validUntil: '2027-01-01' },
      on: ON,
      fastTrack: true,
    };

    expect(compareClearance(NORTHERN_RIVERS, question).outcome).toBe('upgrade');
    expect(compareClearance(NATO_IS, question)).toMatchObject({ outcome: 'for-a-person', doubts: ['lower-level'] });
    expect(explainClearance(compareClearance(NATO_IS, question)).fr[0]?.sentence).toContain('Aucune source');
  });

  test('an organisation without clearances asks for none', () => {
    const question = { required: 'NS', held: null, on: ON, fastTrack: true };
    expect(compareClearance(RIVERS_COMMISSION, question).outcome).toBe('not-required');
  });
});

describe('a requirement on languages', () => {
  const compared = (parts: LanguagePart[], levels: Record<string, string | null>) =>
    compareLanguageParts(NATO_IS.languages, parts, levels).outcome;

  test.each<[string, LanguagePart[], Record<string, string>, string]>([
    ['VI in both', [{ kind: 'both', level: 'VI' }], { en: 'VI', fr: 'VI' }, 'met'],
    ['VI in both, one lower', [{ kind: 'both', level: 'VI' }], { en: 'VI', fr: 'V' }, 'not-met'],
    ['VI in French', [{ kind: 'fixed', language: 'fr', level: 'VI' }], { en: 'VI', fr: 'V' }, 'not-met'],
    [
      'IV in Russian besides',
      [
        { kind: 'either', one: 'V', other: 'I' },
        { kind: 'extra', language: 'ru', level: 'IV' },
      ],
      { en: 'V', fr: 'I', ru: 'IV' },
      'met',
    ],
    ['IV in Russian, not stated', [{ kind: 'extra', language: 'ru', level: 'IV' }], { en: 'VI' }, 'not-met'],
    ['a level of another scale', [{ kind: 'fixed', language: 'fr', level: 'VI' }], { fr: 'C2' }, 'not-comparable'],
    [
      'an unclear part beside one not met',
      [
        { kind: 'fixed', language: 'fr', level: 'VI' },
        { kind: 'fixed', language: 'en', level: 'VI' },
      ],
      { fr: 'C2', en: 'I' },
      'not-met',
    ],
  ])('%s', (...[, parts, levels, outcome]) => {
    expect(compared(parts, levels)).toBe(outcome);
  });

  test('every part has a reason, and both orders of any two official languages agree', () => {
    const anyCase = anyOrganisation.chain(({ languages: scheme }) => {
      const level = fc.constantFrom(...scheme.levels.map(({ code }) => code));
      const part = fc.oneof(
        fc.record({ kind: fc.constant('either' as const), one: level, other: level }),
        fc.record({ kind: fc.constant('both' as const), level }),
      );
      const held = fc.array(fc.option(level), { minLength: scheme.official.length, maxLength: scheme.official.length });
      return fc.record({ scheme: fc.constant(scheme), parts: fc.array(part, { minLength: 1, maxLength: 3 }), held });
    });
    fc.assert(
      fc.property(anyCase, ({ scheme, parts, held }) => {
        const by = (levels: (string | null)[]) =>
          compareLanguageParts(
            scheme,
            parts,
            Object.fromEntries(scheme.official.map((code, index) => [code, levels[index] ?? null])),
          );
        const swapped = parts.map((part) =>
          part.kind === 'either' ? { ...part, one: part.other, other: part.one } : part,
        );
        const forward = by(held);
        expect(by(held.toReversed()).outcome).toBe(forward.outcome);
        expect(
          compareLanguageParts(
            scheme,
            swapped,
            Object.fromEntries(scheme.official.map((code, index) => [code, held[index] ?? null])),
          ).outcome,
        ).toBe(forward.outcome);
        expect(forward.reasons).toHaveLength(parts.length);
        expect(explainLanguageParts(forward).fr).toHaveLength(parts.length);
      }),
    );
  });
});

describe('a similar post (O1)', () => {
  test('is never of a higher grade', () => {
    const anyGrade = fc.constantFrom(...NATO_IS.grades.order);
    fc.assert(
      fc.property(anyGrade, anyGrade, (notice, target) => {
        const { outcome } = compareSimilarPost(NATO_IS, { notice: [notice], target: [target], on: ON });
        const order = NATO_IS.grades.order;
        expect(outcome).toBe(order.indexOf(target) > order.indexOf(notice) ? 'higher' : 'possible');
      }),
    );
  });

  test('of another family is for a person where no rule orders the families', () => {
    const answer = compareSimilarPost(RIVERS_COMMISSION, { notice: ['AD7'], target: ['AST9'], on: ON });

    expect(answer).toMatchObject({ outcome: 'for-a-person', doubts: ['other-family'] });
    expect(explainSimilarPost(answer).en[0]?.sentence).toMatch(/different families.*A person checks again/);
  });
});

describe('age', () => {
  test('plays no part where the organisation has no limit', () => {
    expect(compareAge(NATO_IS, { startsOn: ON, bornOn: '1950-01-01', grade: 'G20', on: ON }).outcome).toBe('no-limit');
  });

  test('ends service by grade, with the month in which it is reached', () => {
    const answer = compareAge(RIVERS_COMMISSION, { startsOn: ON, bornOn: '1961-05-10', grade: 'AST3', on: ON });

    expect(answer).toMatchObject({ outcome: 'service-over', serviceEndsOn: '2026-05-31' });
  });
});

describe('everything together (E1 to E10)', () => {
  test('only nationality, a fast track and lateness keep anybody out, and always with a sentence', () => {
    const anyWork = fc.array(fc.record({ from: anyCivilDate, to: fc.option(anyCivilDate) }), { maxLength: 3 });
    fc.assert(
      fc.property(
        anyOrganisation,
        fc.array(anyCountry, { maxLength: 3 }),
        anyWork,
        fc.boolean(),
        (...[rules, nationalities, work, late]) => {
          const at = new Date(late ? 2000 : 500);
          const vacancy = { ...OPEN, years: 8, deadlineAt: new Date(1000) };
          const { items, mayApply } = assessEligibility(rules, {
            candidate: { nationalities, work },
            vacancy,
            on: ON,
            at,
          });
          const members = membersOn(rules, ON);
          expect(mayApply).toBe(!late && nationalities.some((country) => members.includes(country)));
          for (const item of items) {
            for (const told of Object.values(explainAssessmentItem(item, { rules, on: ON })))
              expect([told.sentence, told.source, told.ifWrong].every((text) => text.length > 3)).toBe(true);
            expect(ASSESSMENT_OUTCOMES[item.outcome].fr).not.toBe('');
          }
        },
      ),
    );
  });

  test('who has not said which clearance is held is asked, not refused', () => {
    const candidate = { nationalities: ['BE'] };
    const vacancy = { ...OPEN, clearance: 'NS', fastTrack: true };

    const { items, mayApply } = assessEligibility(NATO_IS, { candidate, vacancy, on: ON });

    expect(mayApply).toBe(true);
    expect(items).toContainEqual(expect.objectContaining({ kind: 'fast-track', rule: 'E3', outcome: 'declare' }));
  });

  test('who has an expired clearance is kept out of a fast track, even where the notice gives no level', () => {
    const clearance = { level: 'NS', issuer: 'national-security-authority', validUntil: '2020-01-01' };
    const vacancy = { ...OPEN, fastTrack: true };

    const { mayApply } = assessEligibility(NATO_IS, {
      candidate: { nationalities: ['FR'], clearance },
      vacancy,
      on: ON,
    });

    expect(mayApply).toBe(false);
  });

  const said = (
    rules: typeof NATO_IS,
    kind: string,
    { vacancy = {}, candidate = {} }: { vacancy?: object; candidate?: object } = {},
  ) => {
    const { items } = assessEligibility(rules, {
      candidate: { nationalities: ['BE'], ...candidate },
      vacancy: { ...OPEN, ...vacancy },
      on: ON,
    });
    const item = items.find((each) => each.kind === kind);
    return item && explainAssessmentItem(item, { rules, on: ON }).en.sentence;
  };

  test('levels that were not stated are asked for, not judged', () => {
    const languages: LanguagePart[] = [{ kind: 'either', one: 'V', other: 'I' }];

    expect(said(NATO_IS, 'languages', { vacancy: { languages } })).toContain(
      'You state your levels in the application',
    );
    expect(said(NATO_IS, 'languages', { candidate: { languages: { en: 'V' } }, vacancy: { languages } })).toContain(
      'do not reach it',
    );
  });

  test('declarations of willingness are the organisation’s own', () => {
    expect(said(NATO_IS, 'willingness')).toContain('non-permissive environments');
    expect(said(RIVERS_COMMISSION, 'willingness')).toContain('on call from November to April');
    expect(said(RIVERS_COMMISSION, 'willingness')).not.toContain('medical');
  });

  test('each question about years of experience that is open has its own figures', () => {
    const work = [{ from: '2014-11-24', to: null, percent: 50 }];
    const sentence = said(NATO_IS, 'experience', { candidate: { work, qualifiedOn: '2018-11-24' } });

    expect(sentence).toContain('make 8 years, and 4 years if part-time work counts by its share');
    expect(sentence).toContain('All the work makes 12 years, and the work after the qualification 8 years');
    expect(said(RIVERS_COMMISSION, 'experience', { candidate: { work } })).toContain(
      'Only what came after the qualification counts',
    );
    expect(said(RIVERS_COMMISSION, 'experience', { candidate: { work } })).not.toContain('No source says');
  });
});
