import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../platform/language.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { PERSONS } from '../organisation/contracts-schema.ts';
import { foreignSources, ORGANISATIONS, type Source } from '../regulations-testing.ts';
import { explain } from './explain-commands.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What is printed for a line and for the same line in JSON. */
function told(line: readonly string[], language: string) {
  const printed: string[] = [];
  const context = { print: (text: string) => void printed.push(text), warn: () => undefined, environment: {} };
  explain([...line, '--language', language], context, ROOT);
  explain([...line, '--json'], context, ROOT);
  const [text = '', json = '{}'] = printed;
  return { text, reasons: (JSON.parse(json) as { reasons?: { rule: string; source: Source }[] }).reasons ?? [] };
}

/** A question or more on each topic, whose answers quote most of what an organisation has. */
function questionsOn({ id, contractClauses, salaries, grades, clearances, languages }: Organisation): string[][] {
  const on = '2025-06-01';
  const level = clearances.levels.at(-1)?.code;
  const lines = [
    ...contractClauses.flatMap(({ code }) =>
      PERSONS.map((person) => `contract --clause ${code} --person ${person} --start 2025-03-01`),
    ),
    ...salaries.rows
      .filter((_, index) => index % 8 === 0)
      .map(({ grade, country, from }) => `salary --grade ${grade} --country ${country} --on ${from}`),
    `salary --grade G20 --country BE --on ${on} --printed 8754.21`,
    `twin-grade --grades ${grades.order[1]}-${grades.order[2]} --start 2025-03-01`,
    `similar-post --notice ${grades.order[2]} --target ${grades.order[1]} --on ${on}`,
    `clearance --required ${level ?? 'NS'} --on ${on}`,
    ...['PT', 'BR'].map((country) => `eligibility --nationality ${country} --on ${on} --years 3 --fast-track`),
    `languages --requires ${languages.levels[0]?.code}-in-${languages.official[0]}`,
  ];
  return lines.map((line) => [...line.split(' ').map((word) => word.replaceAll('-in-', ' in ')), '--organisation', id]);
}

describe.each(ORGANISATIONS)('what is explained of $id', (organisation) => {
  test.each(LANGUAGES)('quotes each source in the reader’s language alone: %s', (language) => {
    const quoted = questionsOn(organisation).flatMap((line) => {
      const { text, reasons } = told(line, language);

      const sources = [...text.matchAll(/^ {2}\S+ \S+\. Source\u00a0?: (.+)$/gm)].map(([, source]) => source);
      expect(sources).toEqual(reasons.map(({ source }) => source[language]));
      expect(foreignSources(text, organisation, language)).toEqual([]);
      return sources;
    });

    expect(new Set(quoted).size).toBeGreaterThan(10);
  });
});
