import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('.', import.meta.url));

/** The features, in the order of a vacancy's life; a later one knows the earlier ones, never the reverse. */
const FEATURES = [
  'platform',
  'site',
  'regulations',
  'notices',
  'people',
  'vacancies',
  'applications',
  'competition',
  'screening',
  'integrity',
  'selection',
  'appointment',
  'portal',
  'reports',
  'demonstration',
];

/** Files of one feature may use another's domain and queries; of `platform` and `site`, and of who is asking, anything. */
const OPEN_FEATURES = ['platform', 'site'];
/** What every route is made with: who asks, what they may, how a page is sent. */
const SHARED_OF_PEOPLE = ['people/context.ts', 'people/guard.ts', 'people/page.ts'];
const PRIVATE_ROLES = /-(routes|pages?|tasks|commands|texts)\.tsx?$/;

type Import = { from: string; to: string };

const files = globSync('**/*.{ts,tsx}', { cwd: SOURCE });
const isTest = (file: string) => /(\.test\.tsx?|-testing\.tsx?|^testing\.ts|global-setup\.ts)$/.test(file);
const featureOf = (file: string) => (file.includes('/') ? file.split('/')[0] : undefined);

const everyImport: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s[^'"]*?from\s+'(\.[^']+)'/gm)].map(([, path = '']) => ({
    from: file,
    to: normalize(join(dirname(file), path)),
  }));
});
const imports = everyImport.filter(({ from }) => !isTest(from));

const inFeatures = imports.filter(({ from, to }) => featureOf(from) !== undefined && featureOf(to) !== undefined);
const show = ({ from, to }: Import) => `${from} -> ${to}`;

test('every folder of the source is a feature with its place in the tree', () => {
  const folders = [...new Set(files.flatMap((file) => featureOf(file) ?? []))];

  expect(folders.filter((folder) => !FEATURES.includes(folder) && folder !== 'journey' && folder !== 'bench')).toEqual(
    [],
  );
});

test('a feature imports only from itself and from features above it', () => {
  const upward = inFeatures.filter(
    ({ from, to }) =>
      FEATURES.indexOf(featureOf(to) ?? '') > FEATURES.indexOf(featureOf(from) ?? '') &&
      featureOf(from) !== 'journey' &&
      featureOf(from) !== 'bench',
  );

  expect(upward.map(show)).toEqual([]);
});

test('of another feature, only its domain and queries are used', () => {
  const intrusions = inFeatures.filter(
    ({ from, to }) =>
      featureOf(from) !== featureOf(to) &&
      !OPEN_FEATURES.includes(featureOf(to) ?? '') &&
      !SHARED_OF_PEOPLE.includes(to) &&
      PRIVATE_ROLES.test(to) &&
      !to.endsWith('-texts.ts'),
  );

  expect(intrusions.map(show)).toEqual([]);
});

/** What is left when files that import nothing of the rest, or that nothing of the rest imports, are taken away again and again. */
function circlesIn(all: Import[]): Import[] {
  const from = new Set(all.map((one) => one.from));
  const to = new Set(all.map((one) => one.to));
  const left = all.filter((one) => from.has(one.to) && to.has(one.from));
  return left.length === all.length ? left : circlesIn(left);
}

test('there is no circle of imports, of types or of tests neither', () => {
  expect(circlesIn(everyImport).map(show)).toEqual([]);
});

test('a rule imports no database, no web and no clock', () => {
  const DOMAIN =
    /^(regulations|notices|people|vacancies|applications|competition|screening|integrity|selection|portal|reports)\/(?!.*-(queries|routes|pages?|texts|commands|tasks|bench)\.tsx?$).*\.ts$/;
  const IMPURE = /from '(kysely|fastify|pg|nodemailer|node:(?!crypto|path|util))/;
  const AT_THE_EDGE = [
    /^people\/(context|guard|page|page-texts)\.ts$/,
    /^competition\/competition-guard\.ts$/,
    /^regulations\/organisation\/(organisation|checked-yaml)\.ts$/,
    /^notices\/vocabulary/,
    /demonstration/,
    /hooks/,
  ];
  const impure = files
    .filter((file) => !isTest(file) && DOMAIN.test(file) && !AT_THE_EDGE.some((edge) => edge.test(file)))
    .filter((file) => IMPURE.test(readFileSync(join(SOURCE, file), 'utf8')));

  expect(impure).toEqual([]);
});

test('only the configuration reads the environment, and only the edges read the clock', () => {
  // The command line hands the environment on to `config.ts`; a program that we run needs to be found.
  const ENVIRONMENT = ['platform/config.ts', 'cli.ts', 'platform/pdf/limited-process.ts'];
  const readers = files.filter(
    (file) =>
      !isTest(file) &&
      !/^(journey|bench)\//.test(file) &&
      !ENVIRONMENT.includes(file) &&
      /process\.env\b/.test(readFileSync(join(SOURCE, file), 'utf8')),
  );
  const clocks = files.filter(
    (file) =>
      !isTest(file) &&
      /^(regulations|notices|people|vacancies|applications|competition|screening|integrity|selection|portal|reports)\//.test(
        file,
      ) &&
      !file.endsWith('-bench.ts') &&
      /new Date\(\)|Date\.now\(\)/.test(readFileSync(join(SOURCE, file), 'utf8')),
  );

  expect({ readers, clocks }).toEqual({ readers: [], clocks: [] });
});
