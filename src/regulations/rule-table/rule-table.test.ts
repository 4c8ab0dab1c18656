import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { NATO_IS, ORGANISATIONS } from '../regulations-testing.ts';
import { CONTRACT_ROWS } from './rule-table-contracts-testing.ts';
import { ELIGIBILITY_ROWS } from './rule-table-eligibility-testing.ts';
import { APPLICATION_ROWS, APPOINTMENT_ROWS, OTHER_ROWS } from './rule-table-procedure-testing.ts';
import { RULE_IDS, rulesOf, type Rows } from './rule-table-testing.ts';

/** The specification, beside the checkout where it is worked on. */
const SPECIFICATION = fileURLToPath(new URL('../../../../shared/domain.md', import.meta.url));

const ROWS: Rows = {
  ...CONTRACT_ROWS,
  ...ELIGIBILITY_ROWS,
  ...APPLICATION_ROWS,
  ...APPOINTMENT_ROWS,
  ...OTHER_ROWS,
};

describe('the decision table', () => {
  test('has a row for each rule of the list, and none beside', () => {
    expect(Object.keys(ROWS).toSorted()).toEqual(RULE_IDS.toSorted());
    expect(Object.entries(ROWS).filter(([, rows]) => rows.length === 0)).toEqual([]);
  });

  test.skipIf(!existsSync(SPECIFICATION))(
    'has a row for each rule of the specification (skipped where it is not at hand)',
    () => {
      const named = rulesNamedIn(readFileSync(SPECIFICATION, 'utf8'));

      expect(named.length).toBeGreaterThan(40);
      expect(named.filter((rule) => !Object.hasOwn(ROWS, rule))).toEqual([]);
    },
  );

  test('is about rules that the data of the specified organisation name', () => {
    expect(RULE_IDS.filter((rule) => !rulesOf(NATO_IS).has(rule))).toEqual([]);
  });
});

/** The first cells of the tables of part (b), `C1` to `O8`, and its section b3, which has no numbered rows. */
function rulesNamedIn(specification: string): string[] {
  const part = specification.slice(specification.indexOf('\n# (b)'), specification.indexOf('\n# (c)'));
  const cells = [...part.matchAll(/^\| ([A-Z]\d+[a-z]?) \|/gm)].map(([, rule = '']) => rule);
  const languages = /^## (b3)\. Language levels$/m.exec(part)?.[1] ?? 'b3 is missing';
  return [languages, ...cells];
}

describe.each(ORGANISATIONS)('$id', (organisation) => {
  const theirs = Object.entries(ROWS).filter(([rule]) => rulesOf(organisation).has(rule));
  const cases = theirs.flatMap(([rule, rows]) => rows.map((row) => ({ rule, ...row })));

  test.each(cases)('$rule: $asked', ({ answer, expected, inNato }) => {
    const answered = answer(organisation);

    expect(answered).toMatchObject(expected);
    expect(answered).toMatchObject(organisation === NATO_IS && inNato ? inNato : expected);
  });
});
