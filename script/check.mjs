// Runs the checks of `npm run check` one after the other, the tests on every PostgreSQL that is here, and prints the totals last.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** What a second PostgreSQL cannot change: rules, the reader, the look, browsers, our own cluster. */
const WITHOUT_DATABASE = [
  'src/{journey,site,notices,regulations}/**',
  'src/platform/{pdf,postgres}/**',
  'src/**/*browser*.test.{ts,tsx}',
  'src/portal/portal-pages.test.tsx',
  'src/bench/{fuzz,round}*.test.ts',
];

/** Of the message of a failed test. */
const LINES_OF_FAILURE = 20;

const reports = mkdtempSync(join(tmpdir(), 'concours-check-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
/** What failed, to be told last: who reads only the end of the output has what they need. */
const failures = [];

function step(name, command, environment = {}) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command[0], command.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  console.log(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
}

function count(name, ok) {
  totals[ok ? 'passed' : 'failed'] += 1;
  if (!ok) failures.push(`${name}: failed, see above`);
}

function tests(name, extra, environment) {
  const report = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  const ok = step(
    name,
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...extra],
    environment,
  );
  if (!existsSync(report)) return count(name, false);
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = result;
  failures.push(...failuresIn(name, result));
  totals.passed += numPassedTests;
  totals.failed += numFailedTests;
  totals.skipped += numPendingTests + numTodoTests;
  if (!ok && numFailedTests === 0) count(name, false);
}

count('format', step('format', ['npm', 'run', '--silent', 'format:check']));
count('types', step('types', ['npm', 'run', '--silent', 'typecheck']));
count('lint', step('lint', ['npm', 'run', '--silent', 'lint']));
count('build', step('build', ['npm', 'run', '--silent', 'build']));
tests('tests on the embedded PostgreSQL', []);

const system = systemPostgres('start');
if (system) {
  try {
    const excluded = WITHOUT_DATABASE.flatMap((pattern) => ['--exclude', pattern]);
    tests(`tests on the system's PostgreSQL`, excluded, { TEST_DATABASE_URL: system });
  } finally {
    systemPostgres('stop', system);
  }
} else {
  console.log('\n== no system PostgreSQL here: the tests ran on the embedded one alone');
}
rmSync(reports, { recursive: true, force: true });

/** The address of a temporary cluster of the system's PostgreSQL, or nothing where there is none. */
function systemPostgres(...action) {
  return execFileSync('script/system-postgres', action, { encoding: 'utf8' }).trim();
}

/** Each failed test by its file and name, with the first lines of what it said. */
function failuresIn(name, { testResults }) {
  return testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages: [message = ''] }) => {
        const said = message.split('\n').slice(0, LINES_OF_FAILURE).join('\n    ');
        return `${name}: ${relative(process.cwd(), file.name)}: ${fullName}\n    ${said}`;
      }),
  );
}

if (failures.length > 0) console.log(`\n== what failed\n${failures.join('\n')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
