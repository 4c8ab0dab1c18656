import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ORGANISATIONS } from '../regulations-testing.ts';
import { BENCHED_RULES, benchRules, DECISIONS_AIM, decisionsOf } from './rule-bench.ts';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Files of another role than that of rules. */
const OTHER_ROLES = /(-(bench|testing|texts)|\.test)\.ts$|^(explain|organisation)\//;
/** What rules are made of, and what is no rule: its functions decide nothing by themselves. */
const PARTS_OF_RULES = [
  'civil-dates.ts',
  'contracts/contract-open-points.ts',
  'contracts/contract-reasons.ts',
  'contracts/contract-refusals.ts',
  'contracts/contract-timeline-geometry.ts',
  'education/education.ts',
  'pay/grade-names.ts',
  'pay/grade-order.ts',
  'in-force.ts',
  'eligibility/language-requirement-words.ts',
  'reason.ts',
  'pay/salary-derivation.ts',
  'pay/salary-reasons.ts',
  'pay/salary-rows.ts',
  'eligibility/work-stretches.ts',
];
/** Functions beside a rule that look something up for a page, or for the rule itself. */
const BESIDE_RULES = [
  'announcingZone',
  'deadlineRule',
  'documentKindOf',
  'knockOutOf',
  'levelsOf',
  'membersOn',
  'asksDetails',
  'dateOf',
  'isUnanswered',
  'numberOf',
];

describe('the bench of the rules', () => {
  test('has a row for each rule, so that a new one does not go unmeasured', async () => {
    const files = globSync('**/*.ts', { cwd: FOLDER }).filter((file) => !OTHER_ROLES.test(file));
    const rules = await Promise.all(files.filter((file) => !PARTS_OF_RULES.includes(file)).map(functionsOf));

    const measured = new Set<unknown>(BENCHED_RULES.map(({ rule }) => rule));
    const unmeasured = rules.flat().filter(([name, rule]) => !measured.has(rule) && !BESIDE_RULES.includes(name));
    expect(unmeasured.map(([name]) => name)).toEqual([]);
    expect(rules.flat().length).toBeGreaterThan(BESIDE_RULES.length);
    expect(PARTS_OF_RULES.filter((file) => !files.includes(file))).toEqual([]);
  });

  test('names each row once, and holds all but the explanations to the aim', () => {
    const figures = benchRules(ORGANISATIONS, { seconds: 0 });

    const names = figures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(figures.filter(({ aim }) => aim !== DECISIONS_AIM).map(({ name }) => name)).toEqual([
      'contract explained in two languages',
    ]);
    for (const { perSecond, slowest } of figures) {
      expect(perSecond).toBeGreaterThan(0);
      expect(ORGANISATIONS.map(({ id }) => id)).toContain(slowest);
    }
  });
});

/** The refusals that answer a question, and the most of them among the questions of all organisations together. */
const REFUSALS: Readonly<Record<string, { kinds: string[]; atMost: number }>> = {
  'contract, not seconded': { kinds: ['renewal-too-long', 'past-age-of-service'], atMost: 0.1 },
  'contract, seconded': { kinds: ['renewal-too-long', 'past-age-of-service'], atMost: 0.1 },
  // One organisation in three never has such a request.
  'request for an indefinite contract': {
    kinds: ['too-early', 'too-late', 'never', 'no-request', 'not-stated'],
    atMost: 0.75,
  },
  // One organisation in three has no twin grades.
  'twin grade': { kinds: ['no-twin-grades'], atMost: 0.34 },
  nationality: { kinds: ['not-a-member-national'], atMost: 0.4 },
  // One organisation in three keeps no calendar.
  'a working day': { kinds: ['no-calendar'], atMost: 0.34 },
};

describe.each(BENCHED_RULES)('the questions on: $name', (benched) => {
  const { kinds, atMost } = REFUSALS[benched.name] ?? { kinds: [], atMost: 0 };
  const answers = ORGANISATIONS.flatMap((organisation) =>
    decisionsOf(benched, organisation).map((decision) => decision()),
  );

  test('are answered, or refused for a reason of the rule', () => {
    const refusals = answers.flatMap(refusalIn);

    expect([...new Set(refusals)].filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(refusals.length / answers.length).toBeLessThanOrEqual(atMost);
  });

  test('have different answers', () => {
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(1);
  });
});

/** The functions that a file exports, by their names. */
async function functionsOf(file: string): Promise<[name: string, rule: unknown][]> {
  const exported: unknown = await import(`${FOLDER}${file}`);
  return Object.entries(exported ?? {}).filter(([, value]) => typeof value === 'function');
}

/** The kind of a refusal, where an answer is one. */
function refusalIn(answer: object | boolean): string[] {
  if (typeof answer === 'boolean' || !('refusal' in answer)) return [];
  return [(answer.refusal as { kind: string }).kind];
}
