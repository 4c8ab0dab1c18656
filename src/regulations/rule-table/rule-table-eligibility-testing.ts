import { expect } from 'vitest';
import { compareClearance, type ClearanceQuestion } from '../eligibility/clearance.ts';
import { deadlineInstant } from '../deadline.ts';
import { assessEligibility, type AssessmentItem, type CandidateFacts } from '../eligibility/eligibility-assessment.ts';
import { membersOn } from '../eligibility/eligibility.ts';
import { compareLanguages } from '../eligibility/language-levels.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Rows } from './rule-table-testing.ts';
import { compareSimilarPost } from '../pay/similar-post.ts';

const ON = '2026-11-23';
const VACANCY = { languages: [], clearance: null, fastTrack: false };

type Asked = { candidate?: Partial<CandidateFacts>; vacancy?: object; at?: Date };

/** What the rules say of one thing, of a national of a member nation and a vacancy that asks for nothing special. */
const item =
  (kind: AssessmentItem['kind'], { candidate, vacancy, at }: Asked = {}) =>
  (organisation: Organisation) =>
    assessEligibility(organisation, {
      candidate: { nationalities: membersOn(organisation, ON).slice(0, 1), ...candidate },
      vacancy: { ...VACANCY, ...vacancy },
      on: ON,
      at,
    }).items.find((each) => each.kind === kind);

/** The two levels that lie one below the top, whatever the scale is called. */
const high = ({ languages }: Organisation) => languages.levels.at(-2)?.code ?? '';
const low = ({ languages }: Organisation) => languages.levels[1]?.code ?? '';
const languages = (held: (organisation: Organisation) => string[]) => (organisation: Organisation) => {
  const levels = Object.fromEntries(
    organisation.languages.official.map((language, index) => [language, held(organisation)[index] ?? null]),
  );
  return compareLanguages(organisation.languages, { one: high(organisation), other: low(organisation) }, levels);
};

const clearance = (question: Partial<ClearanceQuestion>) => (organisation: Organisation) =>
  compareClearance(organisation, { required: 'NS', held: null, on: ON, fastTrack: true, ...question });
const held = (level: string, validUntil = '2027-01-01', issuer = 'national-security-authority') => ({
  held: { level, issuer, validUntil },
});

/** From a post at one end of the first family of grades to one at the other. */
const fromTo = (from: End, to: End) => (organisation: Organisation) => {
  const [family] = organisation.grades.families;
  const ends = { lowest: family?.grades.slice(0, 1) ?? [], highest: family?.grades.slice(-1) ?? [] };
  return compareSimilarPost(organisation, { notice: ends[from], target: ends[to], on: ON });
};
type End = 'lowest' | 'highest';

export const ELIGIBILITY_ROWS: Rows = {
  b3: [
    { asked: 'the stronger language first', answer: languages((o) => [high(o), low(o)]), expected: { outcome: 'met' } },
    {
      asked: 'the stronger language second',
      answer: languages((o) => [low(o), high(o)]),
      expected: { outcome: 'met' },
    },
    { asked: 'one language alone', answer: languages((o) => [high(o)]), expected: { outcome: 'not-met' } },
    { asked: 'neither reaches the one', answer: languages((o) => [low(o), low(o)]), expected: { outcome: 'not-met' } },
  ],
  E1: [
    { asked: 'a member’s nationality', answer: item('nationality'), expected: { rule: 'E1', outcome: 'met' } },
    {
      asked: 'another nationality',
      answer: item('nationality', { candidate: { nationalities: ['BR'] } }),
      expected: { rule: 'E1', outcome: 'not-met' },
    },
  ],
  E2: [
    {
      asked: 'by which door serving staff apply',
      answer: item('channel', { candidate: { servingStaff: true } }),
      expected: { rule: 'E2', outcome: 'information' },
    },
  ],
  E3: [
    { asked: 'none held', answer: clearance({}), expected: { outcome: 'not-eligible' } },
    { asked: 'expired', answer: clearance(held('NS', '2026-11-22')), expected: { outcome: 'not-eligible' } },
    {
      asked: 'at the level',
      answer: clearance(held('NS')),
      expected: { outcome: 'held', reasons: [{ rule: 'E3' }, {}] },
    },
    { asked: 'above the level', answer: clearance(held('CTS')), expected: { outcome: 'held' } },
    {
      asked: 'below the level',
      answer: clearance(held('NC')),
      expected: { outcome: expect.stringMatching(/^(upgrade|for-a-person|not-eligible)$/) },
      inNato: { outcome: 'for-a-person', doubts: ['lower-level'] },
    },
  ],
  E3a: [
    {
      asked: 'from an authority that is not named',
      answer: clearance(held('NS', '2027-01-01', 'a-town-hall')),
      expected: { reasons: [{}, { rule: 'E3a' }] },
      inNato: { outcome: 'for-a-person', doubts: ['unknown-issuer'] },
    },
    {
      asked: 'which authorities are named',
      answer: ({ clearances }) => clearances.issuers,
      expected: { rule: 'E3a' },
      inNato: {
        accepted: [
          { code: 'national-security-authority' },
          { code: 'designated-security-authority' },
          { code: 'other-competent-authority' },
        ],
      },
    },
  ],
  E3b: [
    {
      asked: 'whether the list of holders is exhaustive',
      answer: ({ clearances }) => clearances.fastTrack[0]?.holders,
      expected: { rule: 'E3b', exhaustive: false },
    },
  ],
  E4: [
    {
      asked: 'which requirements exclude',
      answer: ({ eligibility }) => eligibility.requirements.at(-1),
      expected: {
        rule: 'E4',
        essential: { en: expect.stringMatching(/must be met/) },
        desirable: { en: expect.stringMatching(/never excludes/), fr: expect.stringMatching(/n’exclut jamais/) },
      },
    },
  ],
  E5: [
    {
      asked: 'levels too low: for a person, excluding nobody',
      answer: (organisation) =>
        item('languages', {
          candidate: { languages: { en: low(organisation) } },
          vacancy: { languages: [{ kind: 'either', one: high(organisation), other: low(organisation) }] },
        })(organisation),
      expected: { rule: 'E5', outcome: 'for-a-person', details: { answer: { outcome: 'not-met' } } },
    },
  ],
  E6: [
    {
      asked: 'two posts held in the same five years',
      answer: item('experience', {
        candidate: {
          qualifiedOn: '2010-06-30',
          work: [
            { from: '2015-01-01', to: '2019-12-31' },
            { from: '2016-01-01', to: '2018-12-31' },
          ],
        },
        vacancy: { years: 5 },
      }),
      expected: {
        rule: 'E6',
        outcome: 'for-a-person',
        details: {
          years: 5,
          counted: { counted: 60, all: { inFull: 60 }, overlaps: [{ from: '2016-01-01', to: '2018-12-31' }] },
        },
      },
    },
  ],
  E7: [{ asked: 'who judges a degree', answer: item('education'), expected: { rule: 'E7', outcome: 'for-a-person' } }],
  E8: [
    { asked: 'willingness', answer: item('willingness'), expected: { rule: 'E8', outcome: 'declare' } },
    {
      asked: 'what is declared',
      answer: ({ eligibility }) => eligibility.willingness.declarations.map(({ code }) => code),
      expected: expect.arrayContaining([expect.any(String)]),
      inNato: ['non-permissive-environments', 'travel', 'outside-office-hours', 'medically-fit'],
    },
  ],
  E9: [
    {
      asked: 'received in the last second',
      answer: item('reception', { vacancy: { deadlineAt: new Date(1000) }, at: new Date(1000) }),
      expected: { rule: 'E9', outcome: 'met' },
    },
    {
      asked: 'received a thousandth of a second later',
      answer: item('reception', { vacancy: { deadlineAt: new Date(1000) }, at: new Date(1001) }),
      expected: { rule: 'E9', outcome: 'not-met' },
    },
  ],
  E10: [
    {
      asked: 'a date alone',
      answer: (organisation) => deadlineInstant({ date: '2027-01-18', time: null }, organisation, ON),
      expected: { completed: true, reasons: [{ rule: 'E10', values: { date: '2027-01-18' } }] },
      inNato: { at: new Date('2027-01-18T22:59:59Z'), zone: 'Europe/Brussels' },
    },
  ],
  O1: [
    {
      asked: 'a lower grade of the same family',
      answer: fromTo('highest', 'lowest'),
      expected: { reasons: [{ rule: 'O1' }] },
      inNato: { outcome: 'possible' },
    },
    {
      asked: 'the same grade',
      answer: fromTo('lowest', 'lowest'),
      expected: { outcome: 'possible', reasons: [{ rule: 'O1' }] },
    },
    {
      asked: 'a higher grade of the same family',
      answer: fromTo('lowest', 'highest'),
      expected: { outcome: 'higher' },
    },
    {
      asked: 'a twin-graded post',
      answer: (o) => compareSimilarPost(o, { notice: ['G10', 'G12'], target: ['G10'], on: ON }),
      expected: { reasons: [{ rule: 'O1' }] },
      inNato: { outcome: 'for-a-person', doubts: ['twin-grade'] },
    },
  ],
};
