import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { accountInPlaceOfRoot, ownAccount } from './account.ts';
import { installedPackage, linkLibraries, majorOf, runnableBinaries } from './binaries.ts';
import { temporaryDirectories } from './cluster-testing.ts';
import { prepareDataDir } from './data-directory.ts';

const directories = temporaryDirectories();
const root = process.getuid?.() === 0;
const account = root ? accountInPlaceOfRoot() : ownAccount();
afterAll(() => directories.remove());

/** The links, and what is large and not needed to say a version. */
const NOT_COPIED = /lib(icu|pq)\w*\.so(\.60|\.5)?$|\.a$|\/native\/share\//;

/** The package as npm leaves it when no script of it has run: without links. */
function unlinkedPackage(): { native: string; version: string } {
  const { native, version } = installedPackage();
  const copy = join(prepareDataDir(directories.make()), 'native');
  cpSync(native, copy, { recursive: true, filter: (source) => !NOT_COPIED.test(source) });
  return { native: copy, version };
}

test('the libraries are linked by us, since no script of a package runs', () => {
  const { native } = unlinkedPackage();
  expect(existsSync(join(native, 'lib', 'libicuuc.so.60'))).toBe(false);

  expect(linkLibraries(native)).toBe(true);

  expect(readlinkSync(join(native, 'lib', 'libicuuc.so.60'))).toBe('libicuuc.so.60.2');
  expect(linkLibraries(native)).toBe(true);
});

test('the programs run where npm put them, if their account can reach them', () => {
  const installed = unlinkedPackage();
  const dataDir = prepareDataDir(directories.make());

  const { postgres } = runnableBinaries(installed, dataDir, account);

  expect(postgres).toBe(join(installed.native, 'bin', 'postgres'));
});

test.runIf(root)('the programs are copied to the data directory, once, if their account cannot reach them', () => {
  const installed = unlinkedPackage();
  chmodSync(join(installed.native, '..'), 0o700);
  const dataDir = prepareDataDir(directories.make());

  const { postgres } = runnableBinaries(installed, dataDir, account);

  expect(postgres).toBe(join(dataDir, `postgresql-${installed.version}`, 'bin', 'postgres'));
  const made = statSync(postgres).ctimeMs;
  expect(runnableBinaries(installed, dataDir, account).postgres).toBe(postgres);
  expect(statSync(postgres).ctimeMs).toBe(made);
});

test.runIf(root)('the programs are copied if the links cannot be made, because the files are somebody else’s', () => {
  const installed = unlinkedPackage();
  const dataDir = prepareDataDir(directories.make());
  chownSync(dataDir, account.uid, account.gid);
  const script = `
    import { runnableBinaries } from ${JSON.stringify(new URL('binaries.ts', import.meta.url).href)};
    const [installed, dataDir, account] = JSON.parse(process.argv[1]);
    console.log(runnableBinaries(installed, dataDir, account).postgres);`;

  const printed = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify([installed, dataDir, account])],
    { ...account, encoding: 'utf8' },
  );

  expect(printed.trim()).toBe(join(dataDir, `postgresql-${installed.version}`, 'bin', 'postgres'));
});

test('the major version is the first number of the version', () => {
  expect(majorOf('18.4.0-beta.17')).toBe('18');
});
