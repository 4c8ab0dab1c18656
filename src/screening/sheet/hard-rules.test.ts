import { describe, expect, test } from 'vitest';
import { exampleDossier } from '../../applications/application-testing.ts';
import { requirementsOf } from '../../applications/answers.ts';
import { contentOf, type ReceiptContent } from '../../applications/submission/receipt.ts';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { QUESTION } from '../../regulations/questions/question-schema.ts';
import { ROOT } from '../../testing.ts';
import { exampleVacancy } from '../../vacancies/vacancy-testing.ts';
import { statementFor } from './evidence.ts';
import { hardRulesOf } from './hard-rules.ts';

const organisation = loadOrganisation(`${ROOT}/organisations/northern-rivers`);
const vacancy = exampleVacancy({ status: 'closed' });
const content: ReceiptContent = {
  ...contentOf(exampleDossier(organisation, { vacancy }), 'en'),
  receivedAt: '2026-12-01T10:00:00.000Z',
};
const told = (changes: Partial<ReceiptContent>, of = vacancy) =>
  Object.fromEntries(
    hardRulesOf({ content: { ...content, ...changes }, vacancy: of, organisation }).map(({ code, rule, outcome }) => [
      code,
      `${rule} ${outcome}`,
    ]),
  );

describe('the hard rules fill in', () => {
  test('nationality, languages and reception, each by its rule and source', () => {
    expect(told({})).toMatchObject({ nationality: 'E1 met', languages: 'E5 met', reception: 'E9 met' });
    expect(
      hardRulesOf({ content, vacancy, organisation }).every(({ source }) => source.en !== '' && source.fr !== ''),
    ).toBe(true);
  });

  test('a nationality that may not apply is not met; levels that fall short are for a person', () => {
    const identity = { ...content.identity, nationalities: ['BR'] };

    expect(told({ identity, languages: { en: 'I', fr: 'none' } })).toMatchObject({
      nationality: 'E1 not-met',
      languages: 'E5 to-judge',
    });
  });

  test('what came after the deadline that its receipt names is not met', () => {
    expect(told({ receivedAt: '2026-12-19T08:00:00.000Z' })['reception']).toBe('E9 not-met');
  });

  test('the clearance of a fast track, only where it is one', () => {
    const fast = exampleVacancy({ status: 'closed', notice: { fastTrack: true } });
    const { clearance: _, ...identity } = content.identity;
    const none = { ...identity, clearance: { level: 'none', issuer: '', day: '', month: '', year: '' } };

    expect(told({})['fast-track']).toBeUndefined();
    expect(told({ identity: none }, fast)['fast-track']).toBe('E3 not-met');
  });

  test('a question that a regulation lets decide, by the answer that was given', () => {
    const question = QUESTION.parse({
      code: 'licence',
      kind: 'yes-no',
      text: { en: 'Do you hold a licence?', fr: 'Avez-vous un permis ?' },
      knockOut: { rule: 'SR-9', source: { en: 'Staff Rules, 9', fr: 'Statut, 9' }, answer: 'no' },
    });
    const asking = exampleVacancy({ status: 'closed', questions: [question] });
    const answered = { code: 'licence', kind: 'yes-no', question: question.text, answer: ['yes'] } as const;
    const against = { rule: 'SR-9', source: { en: 'Staff Rules, 9', fr: 'Statut, 9' }, reason: 'In spring.' };
    const rule = (changes: object) =>
      told({ questions: [{ ...answered, answer: ['yes'], ...changes }] }, asking)['question-licence'];

    expect(rule({})).toBe('SR-9 met');
    expect(rule({ answer: ['no'], exception: against })).toBe('SR-9 not-met');
    expect(told({ questions: [] }, asking)['question-licence']).toBeUndefined();
  });
});

test('an answer is found by the wording it was given to, and by its place where that was corrected since', () => {
  const [first, second] = requirementsOf(vacancy.notice);
  if (!first || !second) throw new Error('The example has two requirements');
  const corrected = { ...first, text: { ...first.text, en: 'Hold a degree.' } };
  const moved = { ...second, number: 7 };

  expect(statementFor(first, content)).toMatchObject({ text: 'How I meet requirement 1.', other: false });
  expect(statementFor(moved, content)).toMatchObject({ text: 'How I meet requirement 2.', other: false });
  expect(statementFor(corrected, content)).toMatchObject({ text: 'How I meet requirement 1.', other: true });
  expect(statementFor({ ...corrected, number: 9 }, content)).toMatchObject({ text: '', other: false });
});
