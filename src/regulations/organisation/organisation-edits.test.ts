import { expect, test } from 'vitest';
import { planContract } from '../contracts/contracts.ts';
import { deadlineInstant } from '../deadline.ts';
import { eligibleNationality } from '../eligibility/eligibility.ts';
import { loadOrganisation } from './organisation.ts';
import { editedFolder, INVENTED_SOURCE } from './organisation-testing.ts';
import type { Edit } from './organisation-testing.ts';
import type { Organisation } from './organisation.ts';
import { RIVERS_COMMISSION } from '../regulations-testing.ts';
import { explainSalary } from '../pay/salary-texts.ts';
import { checkPrintedSalary, salaryOf } from '../pay/salary.ts';

/** The organisation as it is after somebody edited its files, and nothing else. */
const afterEditing = (...edits: Edit[]) => loadOrganisation(editedFolder(edits));

test('a nation joins by a line, from its day', () => {
  const joined = afterEditing({
    file: 'member-nations.yaml',
    from: 'nations:\n',
    to: "nations:\n  - { country: SI, from: '2026-07-01' }\n",
  });

  expect(eligibleNationality(joined, ['SI'], '2026-06-30').ok).toBe(false);
  expect(eligibleNationality(joined, ['SI'], '2026-07-01').ok).toBe(true);
  expect(eligibleNationality(RIVERS_COMMISSION, ['SI'], '2026-07-01').ok).toBe(false);
});

test('a nation leaves by its last day, and may join again by a line of its own', () => {
  const changed = afterEditing({
    file: 'member-nations.yaml',
    from: "  - { country: CY, from: '2004-05-01' }\n",
    to: "  - { country: CY, from: '2004-05-01', until: '2026-03-31' }\n  - { country: CY, from: '2027-01-01' }\n",
  });

  const eligible = ['2026-03-31', '2026-04-01', '2026-12-31', '2027-01-01'].map(
    (on) => eligibleNationality(changed, ['CY'], on).ok,
  );
  expect(eligible).toEqual([true, false, false, true]);
});

/** The end of the first contract, of the renewal, and the latest, for somebody from outside who starts on 1 March 2030. */
function datesOf(organisation: Organisation, clause: string, on: string) {
  const plan = planContract(organisation, { clause, person: 'non-seconded', startsOn: '2030-03-01', on });
  if (!plan.ok || plan.value.kind !== 'planned') throw new Error(`${clause} gives no plan`);
  const { firstEnds, renewal, latestEnd, indefinite } = plan.value;
  return [firstEnds, renewal?.ends ?? null, latestEnd, indefinite];
}

test('a clause has other months from a day on; what was offered or published before keeps the old', () => {
  const lastRow = '        serving-staff: *servingStaff\n  - code: fixed-task';
  const changed = afterEditing({
    file: 'contracts.yaml',
    from: lastRow,
    to: `        serving-staff: *servingStaff
      - from: '2029-07-01'
        source: ${INVENTED_SOURCE}
        non-seconded:
          first: { rule: SR-C1, months: 36, agreedBy: [organisation, applicant] }
          renewal: { rule: SR-C2, upToMonths: 24, agreedBy: [organisation, applicant] }
          maximum: { rule: SR-C2, months: 60 }
          indefinite: { rule: SR-C3, way: never, agreedBy: [] }
        seconded: null
${lastRow}`,
  });

  const before = ['2035-02-28', '2040-02-29', null, 'after-renewal'];
  expect(datesOf(changed, 'temporary-agent', '2029-06-30')).toEqual(before);
  expect(datesOf(changed, 'temporary-agent', '2029-07-01')).toEqual([
    '2033-02-28',
    '2035-02-28',
    '2035-02-28',
    'never',
  ]);
  expect(datesOf(RIVERS_COMMISSION, 'temporary-agent', '2029-07-01')).toEqual(before);
});

test('an amended clause says by which amendment', () => {
  const sources = ['2023-12-31', '2024-01-01'].map((on) => {
    const plan = planContract(RIVERS_COMMISSION, {
      clause: 'temporary-agent',
      person: 'non-seconded',
      startsOn: '2024-06-01',
      on,
    });
    return plan.ok ? [...new Set(plan.value.reasons.map(({ source }) => source.fr))] : [];
  });

  expect(sources).toEqual([
    ['Statut du personnel de 1988, articles 30 à 32'],
    ['Statut du personnel, articles 30 à 32, tels que modifiés le 1er janvier 2024'],
  ]);
});

test('a clause of the organisation’s own works without code, with its paragraph and its own rules', () => {
  const text = (word: string) => `{ en: ${word}, fr: ${word}, es: ${word} }`;
  const added = afterEditing(
    {
      file: 'contracts.yaml',
      from: 'clauses:\n',
      to: `clauses:
  - code: flood-season
    source: ${INVENTED_SOURCE}
    name: ${text('Season')}
    headline: ${text('Season')}
    nonSeconded: ${text('Season')}
    seconded: ${text('Season')}
    servingStaff: ${text('Season')}
    terms:
      - from: '2026-01-01'
        source: ${INVENTED_SOURCE}
        non-seconded:
          first: { rule: SR-C20, months: 6, agreedBy: [organisation, applicant] }
          renewal: null
          maximum: { rule: SR-C21, months: 6 }
          indefinite: { rule: SR-C22, way: never, agreedBy: [] }
        seconded: null
        serving-staff:
          { rule: C12, regulations: ${text('Regulations')}, ask: ${text('Office')} }
`,
    },
    {
      file: 'standard-paragraphs.yaml',
      from: 'paragraphs:\n',
      to: `paragraphs:
  - { code: season, rule: SR-C20, source: ${INVENTED_SOURCE}, section: contract, clause: flood-season, text: ${text('Season')} }
`,
    },
  );

  expect(datesOf(added, 'flood-season', '2026-11-23')).toEqual(['2030-08-31', null, '2030-08-31', 'never']);
  const plan = planContract(added, {
    clause: 'flood-season',
    person: 'non-seconded',
    startsOn: '2030-03-01',
    on: '2026-11-23',
  });
  expect(plan.ok && plan.value.reasons.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['SR-C20', 'SR-C22']));
});

test('a deadline falls at another hour from a day on', () => {
  const changed = afterEditing({
    file: 'organisation.yaml',
    from: 'dutyStations:\n',
    to: `  - { from: '2027-01-01', time: '18:30:00', zone: Africa/Tunis, source: ${INVENTED_SOURCE} }
dutyStations:
`,
  });
  const instantOf = (organisation: Organisation, on: string) =>
    deadlineInstant({ date: '2027-02-01', time: null }, organisation, on).at.toISOString();

  expect(instantOf(changed, '2026-12-31')).toBe('2027-02-01T12:00:00.000Z');
  expect(instantOf(changed, '2027-01-01')).toBe('2027-02-01T17:30:00.000Z');
  expect(instantOf(RIVERS_COMMISSION, '2021-12-31')).toBe('2027-02-01T17:00:00.000Z');
});

test('an amount changes from a day on; a day before keeps the old, and a printed amount is known by its scale', () => {
  const row = "grade: AD7,  step: 2, country: PT, from: '2026-01-01', until: ";
  const raised = afterEditing({
    file: 'salaries.yaml',
    from: `  - { ${row}null,         amount: '5396.14',`,
    to: `  - { grade: AD7, step: 2, country: PT, from: '2027-01-01', until: null, amount: '5520.25', currency: EUR, period: monthly, source: { en: Scale of 2027, fr: Barème de 2027, es: Escala de 2027 } }
  - { ${row}'2026-12-31', amount: '5396.14',`,
  });
  const question = { grades: ['AD7'], country: 'PT' };
  const payOn = (organisation: Organisation, on: string) => {
    const pay = salaryOf(organisation, { ...question, on });
    return pay.kind === 'known' ? [pay.amountMinor, pay.reasons.at(0)?.source.en] : pay.kind;
  };
  const printed = { amountMinor: 539_614, currency: 'EUR', period: 'monthly' } as const;
  const checkOn = (on: string) => checkPrintedSalary(raised, printed, { ...question, on }).kind;

  expect(payOn(raised, '2026-12-31')).toEqual([539_614, 'Staff Regulations, annex III, table PT, scale of 2026']);
  expect(payOn(raised, '2027-01-01')).toEqual([552_025, 'Scale of 2027']);
  expect(payOn(RIVERS_COMMISSION, '2027-01-01')).toEqual([539_614, expect.stringContaining('scale of 2026')]);
  expect(payOn(raised, '2024-12-31')).toBe('unknown');
  expect([checkOn('2026-12-31'), checkOn('2027-01-01')]).toEqual(['matches', 'fits-another']);
});

test.each([
  ['JPY', '812000', 812_000, 'JPY\u00a0812,000'],
  ['TND', '4120.500', 4_120_500, 'TND\u00a04,120.500'],
])('an amount in %s has the decimals of that currency', (...[currency, amount, amountMinor, printed]) => {
  const paid = afterEditing({
    file: 'salaries.yaml',
    from: 'rows:\n',
    to: `rows:
  - { grade: AD7, step: 2, country: JP, from: '2026-01-01', until: null, amount: '${amount}', currency: ${currency}, period: monthly, source: ${INVENTED_SOURCE} }
`,
  });
  const pay = salaryOf(paid, { grades: ['AD7'], country: 'JP', on: '2026-11-23' });

  expect(pay).toMatchObject({ kind: 'known', amountMinor, currency });
  expect(explainSalary(pay).en[0]?.sentence).toContain(printed);
});

test('another step, currency and period of a duty station are a line each', () => {
  const moved = afterEditing(
    { file: 'salaries.yaml', from: 'appointmentStep:\n  step: 2', to: 'appointmentStep:\n  step: 3' },
    {
      file: 'salaries.yaml',
      from: 'rows:\n',
      to: `rows:
  - { grade: AD7, step: 3, country: MA, from: '2026-01-01', until: null, amount: '48000.00', currency: MAD, period: monthly, source: ${INVENTED_SOURCE} }
`,
    },
  );
  const payIn = (organisation: Organisation) =>
    salaryOf(organisation, { grades: ['AD7'], country: 'MA', on: '2026-11-23' });

  expect(payIn(RIVERS_COMMISSION)).toMatchObject({ kind: 'known', currency: 'MAD', period: 'annual' });
  expect(payIn(moved)).toMatchObject({ kind: 'known', amountMinor: 4_800_000, currency: 'MAD', period: 'monthly' });
});
