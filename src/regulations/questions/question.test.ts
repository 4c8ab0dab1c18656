import { array, assert as check, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksDetails, dateOf, isKnockedOut, numberOf, problemsOf, type GivenAnswer } from './question.ts';
import { QUESTION, type Question } from './question-schema.ts';

const words = (text: string) => ({ en: text, fr: text });
const given = (answer: string[], more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  answer,
  details: '',
  reason: '',
  ...more,
});
const kinds = (question: Question, answer: GivenAnswer) => problemsOf(question, answer).map(({ kind }) => kind);
const source = words('Staff Rules, article 4(6)');

const yesNo = QUESTION.parse({
  code: 'service',
  kind: 'yes-no',
  text: words('Have you done the military service that your country asks?'),
  details: { when: 'no', text: words('Why not?') },
  knockOut: { rule: 'E9', source, answer: 'no' },
});
const choice = QUESTION.parse({
  code: 'licence',
  kind: 'choice',
  several: true,
  text: words('Which licences do you hold?'),
  options: ['car', 'boat', 'none'].map((code) => ({ code, text: words(code) })),
  knockOut: { rule: 'E9', source, answers: ['none'] },
});
const number = QUESTION.parse({
  code: 'years',
  kind: 'number',
  text: words('Years at sea'),
  min: 0,
  max: 60,
  knockOut: { rule: 'E6', source, below: 5 },
});
const date = QUESTION.parse({
  code: 'free-from',
  kind: 'date',
  text: words('From when are you free?'),
  knockOut: { rule: 'X1', source, after: '2027-06-30' },
});
const text = QUESTION.parse({ code: 'why', kind: 'text', text: words('Why the sea?'), maxCharacters: 100 });
const ALL = [yesNo, choice, number, date, text];

describe('an answer', () => {
  test('is missing unless something was given, and may be where the question is optional', () => {
    for (const question of ALL) {
      expect(kinds(question, given([]))).toEqual(['missing']);
      expect(kinds(question, given(['', ' ']))).toEqual(['missing']);
      expect(kinds({ ...question, optional: true }, given([]))).toEqual([]);
    }
  });

  test('of each kind is told what is wrong with it', () => {
    expect(kinds(yesNo, given(['maybe']))).toEqual(['unknown-option']);
    expect(kinds(choice, given(['car', 'tank']))).toEqual(['unknown-option']);
    expect(kinds({ ...choice, several: false } as Question, given(['car', 'boat']))).toEqual(['unknown-option']);
    expect(kinds(number, given(['many']))).toEqual(['no-number']);
    expect(problemsOf(number, given(['61']))).toEqual([{ kind: 'out-of-range', min: 0, max: 60 }]);
    expect(kinds(date, given(['31', '2', '2027']))).toEqual(['no-date']);
    expect(kinds(text, given(['x'.repeat(101)]))).toEqual(['too-long']);
  });

  test('after which more is asked lacks it until it is there', () => {
    expect(asksDetails(yesNo, given(['no']))).toBe(true);
    expect(kinds(yesNo, given(['no'], { reason: 'I was ill.' }))).toEqual(['details-missing']);
    expect(kinds(yesNo, given(['no'], { reason: 'I was ill.', details: 'Ill' }))).toEqual([]);
  });

  test('against which a rule speaks needs a reason, and with one stands as any other', () => {
    const against: [Question, string[]][] = [
      [choice, ['none']],
      [number, ['4']],
      [date, ['1', '7', '2027']],
    ];

    for (const [question, answer] of against) {
      expect(isKnockedOut(question, given(answer))).toBe(true);
      expect(kinds(question, given(answer))).toEqual(['reason-missing']);
      expect(kinds(question, given(answer, { reason: 'Because.' }))).toEqual([]);
    }
    expect([choice, number, date].map((question) => isKnockedOut(question, given(['boat'])))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isKnockedOut(number, given(['5']))).toBe(false);
    expect(isKnockedOut(date, given(['30', '6', '2027']))).toBe(false);
  });

  test('whatever it is, is judged without a fault', () => {
    const parts = array(string(), { maxLength: 4 });
    check(
      property(constantFrom(...ALL), parts, string(), (question, answer, more) => {
        const problems = problemsOf(question, given(answer, { details: more, reason: more }));

        expect(problems.length).toBeLessThanOrEqual(3);
        expect(isKnockedOut(question, given(answer))).toBeTypeOf('boolean');
      }),
    );
  });
});

test('a number is read however its thousands are parted', () => {
  check(
    property(
      integer({ min: -999_999_999, max: 999_999_999 }),
      constantFrom('en-CH', 'fr-FR', 'de-CH'),
      (value, locale) => {
        const plain = value.toLocaleString(locale).replaceAll(',', ' ').replaceAll('−', '-');

        expect(numberOf(plain)).toBe(value);
      },
    ),
  );
  expect(['1.5', '', '12a', '٣'].map(numberOf)).toEqual([undefined, undefined, undefined, undefined]);
});

test('a date is a day of the calendar, with or without zeros', () => {
  expect(dateOf(['1', '6', '2027'])).toBe('2027-06-01');
  expect(dateOf(['01', '06', '2027'])).toBe('2027-06-01');
  expect([dateOf(['29', '2', '2027']), dateOf(['1', '6']), dateOf(['a', 'b', 'c'])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ['no source', { knockOut: { rule: 'E9', answer: 'no' } }],
  ['no rule', { knockOut: { source, answer: 'no' } }],
  ['no French', { text: { en: 'Yes?' } }],
])('a question with %s is not taken', (_what, change) => {
  const { details: _details, ...plain } = yesNo as Question & { kind: 'yes-no' };

  expect(QUESTION.safeParse({ ...plain, ...change }).success).toBe(false);
});

test('a choice whose rule names none of its options is not taken, nor a range without numbers', () => {
  expect(QUESTION.safeParse({ ...choice, knockOut: { rule: 'E9', source, answers: ['tank'] } }).success).toBe(false);
  expect(QUESTION.safeParse({ ...number, min: 9, max: 3 }).success).toBe(false);
});
