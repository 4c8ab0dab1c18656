import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../platform/language.ts';
import { aPage } from '../site/site-testing.tsx';
import { jobPosting } from './job-posting.ts';
import { aView } from './portal-testing.tsx';

/** schema.org's vocabulary as Google's package of types has it: read as a list of types, properties and their ranges. */
const VOCABULARY = readFileSync(createRequire(import.meta.url).resolve('schema-dts/dist/schema.d.ts'), 'utf8');

/** The parents and the own properties of each type, with the types that a property's value may have. */
const TYPES = new Map(
  [...VOCABULARY.matchAll(/^(?:export )?interface (\w+)Base extends ([^{]+)\{([\s\S]*?)^\}/gm)].map(
    ([, name = '', parents = '', body = '']) => [
      name,
      {
        parents: [...parents.matchAll(/(\w+)Base\b/g)].map(([, parent = '']) => parent),
        ranges: new Map(
          [...body.matchAll(/^ {4}"(\w+)"\?: SchemaValue<([^>]+), "\w+">;/gm)].map(([, property = '', range = '']) => [
            property,
            range.split(' | '),
          ]),
        ),
      },
    ],
  ),
);

function rangeOf(type: string, property: string): string[] | undefined {
  const known = TYPES.get(type);
  return known?.ranges.get(property) ?? known?.parents.map((parent) => rangeOf(parent, property)).find(Boolean);
}

/** The narrower types of each type: `StructuredValue` is a `QuantitativeValue`, or one of many others. */
const NARROWER = new Map(
  [...VOCABULARY.matchAll(/^(?:export )?type (\w+) = ([\w |"`$@{}:,;]+);$/gm)].map(([, name = '', union = '']) => [
    name,
    union.split(' | ').filter((type) => /^\w+$/.test(type)),
  ]),
);
const isA = (type: string, wanted: string): boolean =>
  type === wanted || (NARROWER.get(wanted) ?? []).some((narrower) => isA(type, narrower));

/** Whether a value is of one of the types that a property may have. */
function isIn(range: readonly string[], value: unknown): boolean {
  if (typeof value === 'object' && value !== null && '@type' in value)
    return range.some((type) => isA(String(value['@type']), type));
  if (typeof value === 'boolean') return range.includes('Boolean');
  if (typeof value === 'number')
    return range.includes('Number') || (range.includes('Integer') && Number.isInteger(value));
  if (typeof value !== 'string') return false;
  if (range.includes('Text')) return true;
  if (range.includes('URL')) return URL.canParse(value);
  return range.some((type) => type === 'DateTime' || type === 'Date') && !Number.isNaN(Date.parse(value));
}

/** Each property that its type does not have, and each value that its property cannot have. */
function faultsOf(node: object, path = ''): string[] {
  const type = '@type' in node ? String(node['@type']) : '';
  if (!TYPES.has(type)) return [`${path}: there is no type “${type}”`];
  return Object.entries(node).flatMap(([property, value]) => {
    if (property.startsWith('@')) return [];
    const here = `${path}/${property}`;
    const range = rangeOf(type, property);
    if (!range) return [`${here}: ${type} has no such property`];
    if (!isIn(range, value)) return [`${here}: not of ${range.join(', ')}`];
    return typeof value === 'object' && value !== null ? faultsOf(value, here) : [];
  });
}

const posts = [{ count: 3, grades: ['G17'] }];
const { notice } = aView();
const POSTINGS = LANGUAGES.flatMap((language) =>
  [
    aView(),
    aView({ deadlineAt: null, notice: { ...notice, posts } }),
    aView({
      notice: { ...notice, location: { country: null, city: 'Maastricht' }, salary: null, schedule: 'part-time' },
    }),
  ].map((view) => jobPosting(view, aPage(language))),
);

test.each(POSTINGS)(
  'every property is one that its type has in schema.org, with a value that it may have',
  (posting) => {
    expect(Object.keys(posting).length).toBeGreaterThan(10);
    expect(faultsOf(posting)).toEqual([]);
  },
);

test('what stands in the wrong place, or is of the wrong kind, would be found', () => {
  const [posting] = POSTINGS;
  const faults = faultsOf({
    ...posting,
    nationality: 'x',
    totalJobOpenings: 'three',
    jobLocation: 'Maastricht',
    validThrough: 'soon',
    hiringOrganization: { '@type': 'Place', name: 'x' },
    baseSalary: { '@type': 'MonetaryAmount', amount: 1 },
    identifier: { '@type': 'PropertyValues', value: '1' },
  });

  expect(new Set(faults.map((fault) => fault.split(':')[0]))).toEqual(
    new Set([
      '/baseSalary/amount',
      '/hiringOrganization',
      '/identifier',
      '/jobLocation',
      '/nationality',
      '/totalJobOpenings',
      '/validThrough',
    ]),
  );
});
