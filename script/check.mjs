// Runs the checks of `npm run check` one after the other, the tests on every PostgreSQL that is here, and prints the totals last.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a second PostgreSQL cannot change: rules, the reader, the look, browsers, our own cluster. */
const WITHOUT_DATABASE = [
  'src/{journey,site,notices,regulations}/**',
  'src/platform/{pdf,postgres}/**',
  'src/**/*browser*.test.{ts,tsx}',
];

const reports = mkdtempSync(join(tmpdir(), 'concours-check-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

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

function count(ok) {
  totals[ok ? 'passed' : 'failed'] += 1;
}

function tests(name, extra, environment) {
  const report = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  const ok = step(
    name,
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...extra],
    environment,
  );
  if (!existsSync(report)) return count(false);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
  totals.passed += numPassedTests;
  totals.failed += numFailedTests;
  totals.skipped += numPendingTests + numTodoTests;
  if (!ok && numFailedTests === 0) count(false);
}

count(step('format', ['npm', 'run', '--silent', 'format:check']));
count(step('types', ['npm', 'run', '--silent', 'typecheck']));
count(step('lint', ['npm', 'run', '--silent', 'lint']));
count(step('build', ['npm', 'run', '--silent', 'build']));
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

console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
