import { describe, expect, test } from 'vitest';
import { exampleNotice } from '../notices/notice-testing.ts';
import { NATO_IS, ORGANISATIONS, RIVERS_COMMISSION } from '../regulations/regulations-testing.ts';
import { offerView, salaryCheck } from './offer-view.ts';

const DEADLINE = new Date('2027-01-18T22:59:59Z');
const offered = (changes: Parameters<typeof exampleNotice>[0] = {}, on = '2026-12-01') => ({
  notice: exampleNotice(changes),
  deadlineAt: DEADLINE,
  on,
});

describe('what a vacancy offers', () => {
  test('is told for an example some months after the deadline, on the first of a month', () => {
    const offer = offerView(offered(), NATO_IS, {});

    expect(offer).toMatchObject({ startsOn: '2027-07-01', person: 'non-seconded' });
    expect(offer?.contract).toMatchObject({
      ok: true,
      value: { firstEnds: '2030-06-30', renewal: { ends: '2033-06-30' }, latestEnd: '2033-06-30' },
    });
  });

  test('is told for another month and another person, as they stand in the address', () => {
    const offer = offerView(offered(), NATO_IS, { start: '2027-03', person: 'seconded' });

    expect(offer).toMatchObject({ startsOn: '2027-03-01', contract: { value: { indefinite: 'never' } } });
  });

  test.each([{ start: '2026-01' }, { start: ['2027-03'] }, { start: 'x', person: 'x' }, { person: ['seconded'] }])(
    'leaves aside what it cannot read: %j',
    (asked) => {
      expect(offerView(offered(), NATO_IS, asked)).toMatchObject({ startsOn: '2027-07-01', person: 'non-seconded' });
    },
  );

  test('is told by the rules of the day the vacancy was published', () => {
    const clause = RIVERS_COMMISSION.contractClauses.find(({ terms }) => terms.length > 1);
    const notice = { contract: { clause: clause?.code ?? null, twinGradeNote: false }, grades: ['AD7'] };
    const endsBy = (on: string | null | undefined) => {
      const contract = offerView(offered(notice, on ?? '1990-01-01'), RIVERS_COMMISSION, {})?.contract;
      return contract?.ok && contract.value.kind === 'planned' ? contract.value.firstEnds : contract;
    };

    expect(clause?.terms.map(({ from }) => endsBy(from))).toEqual(['2031-06-30', '2032-06-30']);
  });

  test('has two grades where the post has', () => {
    const offer = offerView(offered({ grades: ['G10', 'G12'] }), NATO_IS, { start: '2027-03' });

    expect(offer?.twinGrade).toMatchObject({
      appointedAt: 'G10',
      normalAdvancement: '2030-03-01',
      earliestAdvancement: '2028-03-01',
    });
  });

  test.each(ORGANISATIONS)('is not told where the notice names no clause that $id knows', (organisation) => {
    for (const clause of [null, 'unheard-of'])
      expect(offerView(offered({ contract: { clause, twinGradeNote: false } }), organisation, {})).toBeUndefined();
  });
});

describe('the amount that a notice prints', () => {
  const notice = (amountMinor: number | null) =>
    exampleNotice({
      grades: ['G20'],
      location: { city: 'Brussels', country: 'BE' },
      salary: { amountMinor, currency: 'EUR', period: 'monthly' },
    });

  test('is that of the scale in force, or of another year, or neither', () => {
    expect(salaryCheck(notice(925_321), NATO_IS, '2025-03-01')?.kind).toBe('matches');
    expect(salaryCheck(notice(875_421), NATO_IS, '2025-03-01')?.kind).toBe('fits-another');
    expect(salaryCheck(notice(900_000), NATO_IS, '2025-03-01')?.kind).toBe('differs');
  });

  test('is not spoken of where none is printed', () => {
    expect(salaryCheck(notice(null), NATO_IS, '2025-03-01')).toBeNull();
  });
});
