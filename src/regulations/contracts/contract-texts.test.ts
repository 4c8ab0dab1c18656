import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Localized } from '../../platform/language.ts';
import {
  explainContract,
  explainContractRefusal,
  explainContractWarning,
  explainConversionRefusal,
  explainOpenPoint,
  formatMonths,
} from './contract-texts.ts';
import { PERSONS } from '../organisation/contracts-schema.ts';
import { planContract, type ContractAnswer } from './contracts.ts';
import type { ContractQuestion } from './contract-case.ts';
import { conversionRequest } from './conversion-request.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { INVENTED, NATO_IS, ORGANISATIONS, RIVERS_COMMISSION } from '../regulations-testing.ts';

const TURNOVER: ContractQuestion = {
  clause: 'turnover',
  person: 'non-seconded',
  startsOn: '2025-03-01',
  on: '2025-03-01',
};
const answerTo = (question: Partial<ContractQuestion> = {}, organisation: Organisation = NATO_IS): ContractAnswer => {
  const answer = planContract(organisation, { ...TURNOVER, ...question });
  if (!answer.ok) throw new Error(`Refused: ${answer.refusal.kind}`);
  return answer.value;
};
const refusalOf = (question: Partial<ContractQuestion>, organisation: Organisation = NATO_IS) => {
  const answer = planContract(organisation, { ...TURNOVER, ...question });
  if (answer.ok) throw new Error('It is not refused');
  return explainContractRefusal(answer.refusal);
};
const sentences = (answer: ContractAnswer) => {
  const { en, fr } = explainContract(answer);
  return { en: en.map(({ sentence }) => sentence), fr: fr.map(({ sentence }) => sentence) };
};
const warningsOf = (question: Partial<ContractQuestion>, organisation: Organisation = NATO_IS): Localized[] => {
  const answer = answerTo(question, organisation);
  return answer.kind === 'planned' ? answer.warnings.map(explainContractWarning) : [];
};

/** Every sentence for a set of cases of each organisation. */
function allSentences(): Localized[] {
  const cases = ORGANISATIONS.flatMap((organisation) =>
    organisation.contractClauses.flatMap(({ code: clause }) =>
      PERSONS.flatMap((person) =>
        [0, 6, 200, undefined].map((renewalMonths) =>
          planContract(organisation, { ...TURNOVER, clause, person, renewalMonths, earlierMonths: 6 }),
        ),
      ),
    ),
  );
  const explained = cases.flatMap((answer) => {
    if (!answer.ok) return [explainContractRefusal(answer.refusal)];
    const { en, fr } = sentences(answer.value);
    return en.map((sentence, index) => ({
      en: { sentence, next: '' },
      fr: { sentence: fr[index] ?? '', next: '' },
    }));
  });
  const points = cases.flatMap((answer) =>
    answer.ok && answer.value.kind === 'planned' ? answer.value.openPoints.map(explainOpenPoint) : [],
  );
  return [
    ...explained.map(({ en, fr }) => ({ en: `${en.sentence} ${en.next}`, fr: `${fr.sentence} ${fr.next}` })),
    ...points.map(({ en, fr }) => ({ en: `${en.question} ${en.answer}`, fr: `${fr.question} ${fr.answer}` })),
  ];
}

describe('a contract in words', () => {
  test('turnover, in the order in which things happen', () => {
    expect(sentences(answerTo()).en).toEqual([
      'The first contract is for 3 years, from 1 March 2025 to 29 February 2028. It needs the agreement of the organisation and the applicant.',
      'The contract may be renewed once, for up to 3 years. A renewal of 3 years begins on 1 March 2028 and ends on 28 February 2031.',
      'A renewal needs the agreement of the organisation.',
      'Without an indefinite contract, service in this post ends on 28 February 2031 at the latest: 6 years is the most.',
      'During the renewal, an indefinite contract may be asked for. That is a request, not a right: it needs the agreement of the organisation.',
      'An indefinite contract may be asked for from 1 March 2028 to 28 February 2030, both days included.',
      'A request before the renewal, which begins on 1 March 2028, is not admissible.',
      'A request must be made at least 1 year before the renewal ends: after 28 February 2030 it is not admissible.',
    ]);
  });

  test('the same in French', () => {
    const [first, , agreement] = sentences(answerTo({ person: 'seconded' })).fr;

    expect(first).toBe(
      'Le premier contrat dure 3\u00a0ans, du 1er mars 2025 au 29 février 2028. Il suppose l’accord de l’organisation et de la candidate/du candidat.',
    );
    expect(agreement).toBe(
      'Un renouvellement suppose l’accord de l’organisation et de l’autorité nationale concernée.',
    );
  });

  test('each explanation stands where its reason does, with its rule, its source and what to do', () => {
    const answer = answerTo();
    const explained = explainContract(answer);

    for (const language of LANGUAGES)
      expect(explained[language].map(({ rule, source }) => [rule, source])).toEqual(
        answer.reasons.map(({ rule, source }) => [rule, source[language]]),
      );
    expect(explained.en[0]?.ifWrong).toContain('a person will look at it');
  });

  test('serving staff read who is asked, and no length', () => {
    expect(sentences(answerTo({ person: 'serving-staff' })).en).toEqual([
      'Serving staff receive a contract under the NATO Civilian Personnel Regulations. No length is stated: the contract office says how long it is, and the basis of that answer is recorded.',
    ]);
  });

  test('a contract that an age ends says so', () => {
    const aged = answerTo({ clause: 'temporary-agent', grade: 'AD5', bornOn: '1962-06-15' }, RIVERS_COMMISSION);

    expect(sentences(aged).en).toContain(
      'At grade AD5, service ends with the month in which the age of 66 is reached: on 30 June 2028. No contract goes beyond it.',
    );
    expect(sentences(aged).en[0]).toContain('but it ends before that, on 30 June 2028');
  });

  test('a condition is told', () => {
    expect(sentences(answerTo({ clause: 'project' })).en).toContain(
      'A renewal needs the agreement of the organisation. Condition: the project still needs the post.',
    );
  });

  test('lengths are told as a reader counts them', () => {
    expect([12, 36, 18, 1].map((months) => formatMonths(months, 'en'))).toEqual([
      '1 year',
      '3 years',
      '18 months',
      '1 month',
    ]);
    expect(formatMonths(18, 'fr')).toBe('18\u00a0mois');
  });
});

describe('refusals, warnings and open points in words', () => {
  test('a refusal says why, and what would clear the way', () => {
    expect(refusalOf({ renewalMonths: 48 }).en).toEqual({
      sentence: 'A renewal of 4 years is too long: 3 years is the most.',
      next: 'Choose a shorter renewal, or none.',
    });
    expect(refusalOf({ clause: 'project', person: 'seconded' }).en).toEqual({
      sentence: 'The clause “project” gives no terms for this case: seconded by a national administration.',
      next: 'Ask the recruitment service: a person decides, and the decision is recorded.',
    });
    expect(refusalOf({ startsOn: '2025-02-29' }).fr.sentence).toBe(
      'Premier jour dans le poste\u00a0: ce jour n’existe pas.',
    );
  });

  test('a renewal too short to ask in is warned of', () => {
    expect(warningsOf({ renewalMonths: 12 }).map(({ en }) => en)).toEqual([
      'This renewal leaves no day on which to ask for an indefinite contract: it ends on 28 February 2029, and the request must be made at least 1 year before.',
    ]);
  });

  test('earlier service that nobody has ruled on is left out, and that is said', () => {
    expect(warningsOf({ earlierMonths: 18 })[0]?.en).toBe(
      'Whether earlier service in the post counts towards the longest time in it is not settled: a named person decides. These dates are given without it (18 months).',
    );
  });

  test('an age that could not be counted is said to be missing', () => {
    expect(warningsOf({ clause: 'temporary-agent' }, RIVERS_COMMISSION)[0]?.en).toBe(
      'Service ends at an age that depends on the grade. These dates are given without it; to count it, give the grade and the date of birth.',
    );
  });

  test('an open point says what is settled, or that a named person decides', () => {
    const explained = (answer: boolean | null) =>
      explainOpenPoint({ code: 'earlier-service', settled: answer !== null, answer, source: INVENTED }).en.answer;

    expect([explained(true), explained(false)]).toEqual(['It counts.', 'It does not count.']);
    expect(explained(null)).toBe(
      'The text leaves it open: a named person decides. Until then the dates are given without it.',
    );
  });

  test('a request outside the window says why', () => {
    const refused = conversionRequest(answerTo(), '2030-03-01');

    expect(refused.ok ? undefined : explainConversionRefusal(refused.refusal).en).toBe(
      'A request must be made at least 1 year before the renewal ends: after 28 February 2030 it is not admissible.',
    );
  });
});

describe('every sentence, of every organisation', () => {
  test('is there in each language, finished and without a gap', () => {
    const texts = allSentences();

    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts)
      for (const language of LANGUAGES) {
        expect(text[language].trim()).toMatch(/[.?]$/);
        expect(text[language]).not.toMatch(/undefined|null|NaN| {2}|\[object/);
      }
  });

  test('spaces French as French is spaced', () => {
    for (const { fr } of allSentences()) expect(fr).not.toMatch(/ [:;?!»]|« |\d (ans?|mois)\b|'/);
  });
});
