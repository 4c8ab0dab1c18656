import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planContract } from '../contracts/contracts.ts';
import { readOrganisation } from './organisation.ts';
import { editedFolder, lineOf, problemsIn } from './organisation-testing.ts';

const FIRST = 'first: { rule: C1, months: 36,';
const RENEWAL = 'renewal: { rule: C2, upToMonths: 36, agreedBy: [organisation] }';
const MAXIMUM = 'maximum: { rule: C6, months: 72 }';
const REQUEST = 'tooLate: C5, monthsBeforeEnd: 12';

/** The turnover posts of a folder with other months, and no maximum where none is given. */
const folderWith = ({ first, renewal, maximum, before }: Months) =>
  editedFolder(
    [
      { file: 'contracts.yaml', from: FIRST, to: FIRST.replace('36', String(first)) },
      { file: 'contracts.yaml', from: RENEWAL, to: RENEWAL.replace('36', String(renewal)) },
      {
        file: 'contracts.yaml',
        from: MAXIMUM,
        to: maximum === null ? 'maximum: null' : MAXIMUM.replace('72', String(maximum)),
      },
      { file: 'contracts.yaml', from: REQUEST, to: REQUEST.replace('12', String(before)) },
    ],
    'nato-is',
  );

type Months = { first: number; renewal: number; maximum: number | null; before: number };
const months = fc.integer({ min: 1, max: 48 });
const anyMonths = fc.record({
  first: months,
  renewal: months,
  maximum: fc.option(fc.integer({ min: 1, max: 96 })),
  before: months,
});

test('terms are in order exactly where they leave a month to renew and days to ask', () => {
  fc.assert(
    fc.property(anyMonths, ({ first, renewal, maximum, before }) => {
      const longest = Math.min(renewal, (maximum ?? Infinity) - first);

      const read = readOrganisation(folderWith({ first, renewal, maximum, before }));

      expect(read.ok).toBe(longest > 0 && before < longest);
      if (!read.ok) return;
      const question = {
        clause: 'turnover',
        person: 'non-seconded',
        startsOn: '2030-03-01',
        on: '2030-01-01',
      } as const;
      const plan = planContract(read.value, question);
      expect(plan).toMatchObject({ ok: true, value: { renewal: { months: longest } } });
      const warnings = plan.ok && plan.value.kind === 'planned' ? plan.value.warnings : [];
      expect(warnings.filter(({ kind }) => kind === 'no-day-to-ask' || kind === 'one-day-to-ask')).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('what is asked for during a renewal needs one', () => {
  const folder = editedFolder([{ file: 'contracts.yaml', from: RENEWAL, to: 'renewal: null' }], 'nato-is');

  const line = lineOf(folder, 'contracts.yaml', 'request: { rule: C3');
  expect(problemsIn(folder)).toEqual([
    `contracts.yaml:${line}: clauses, entry 1, terms, entry 1, non-seconded, request: What is asked for during a renewal needs one: the key “renewal”`,
  ]);
});
