import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { readCheckedYaml } from '../regulations/organisation/checked-yaml.ts';
import { FILES } from '../regulations/organisation/organisation-files.ts';
import { ORGANISATIONS, organisationFolder } from '../regulations/regulations-testing.ts';
import { VOCABULARY_FILE } from './vocabulary-schema.ts';

const SCHEMAS = new Map<string, z.ZodType>(Object.entries({ ...FILES, 'notice-vocabulary.yaml': VOCABULARY_FILE }));

/** Every file of every organisation but the scales of salaries, whose two hundred lines are alike. */
const ALL_FILES = ORGANISATIONS.flatMap(({ id }) =>
  readdirSync(organisationFolder(id))
    .filter((name) => SCHEMAS.has(name) && name !== 'salaries.yaml')
    .map((name) => ({
      schema: SCHEMAS.get(name) ?? z.never(),
      lines: readFileSync(join(organisationFolder(id), name), 'utf8').split('\n'),
    })),
);

/** A line of a file, which is moved in; half of the time one that holds others. */
const anySlip = fc.constantFrom(...ALL_FILES).chain(({ schema, lines }) => {
  const all = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const holding = all.filter((index) => /:\s*$/.test(lines[index] ?? ''));
  const at = fc.oneof(fc.constantFrom(...all), fc.constantFrom(...(holding.length > 0 ? holding : all)));
  return fc.record({ schema: fc.constant(schema), lines: fc.constant(lines), at, spaces: fc.constantFrom(1, 2, 2, 3) });
});

test('moving any one line in is told in a few plain lines: what follows from a slip is not told beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'indentation-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'rules.yaml');

  fc.assert(
    fc.property(anySlip, ({ schema, lines, at, spaces }) => {
      writeFileSync(file, lines.with(at, ' '.repeat(spaces) + (lines[at] ?? '')).join('\n'));

      const read = readCheckedYaml(file, schema);

      const told = read.ok ? [] : read.refusal.map(({ message }) => message);
      expect(told.length).toBeLessThanOrEqual(3);
      expect(told.join('\n')).not.toMatch(/token|unexpected|map-value|scalar|mapping|YAML/i);
    }),
    { numRuns: 200 },
  );
});
