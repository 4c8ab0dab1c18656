import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { accountInPlaceOfRoot, ownAccount } from './account.ts';
import { temporaryDirectories } from './cluster-testing.ts';
import { defaultDataDir, ownDirectory, prepareDataDir, preparePlace } from './data-directory.ts';

const directories = temporaryDirectories();
const root = process.getuid?.() === 0;
const account = root ? accountInPlaceOfRoot() : ownAccount();
afterAll(() => directories.remove());

/** A data directory, below which `files` are made first. */
function dataDirWith(files: Record<string, string> = {}): string {
  const dataDir = prepareDataDir(directories.make());
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dataDir, name)), { recursive: true });
    writeFileSync(join(dataDir, name), content);
  }
  return dataDir;
}

describe('another major version', () => {
  test('is refused by name, never passed over for a new empty cluster', () => {
    const dataDir = dataDirWith({ 'pg17/PG_VERSION': '17\n' });

    expect(() => preparePlace(dataDir, '18')).toThrow(
      'pg17 was made by PostgreSQL 17, this version of Concours brings 18',
    );
  });

  test('is refused by content, whatever the directory is called', () => {
    const dataDir = dataDirWith({ 'pg18/PG_VERSION': '17\n' });

    expect(() => preparePlace(dataDir, '18')).toThrow('was made by PostgreSQL 17');
  });

  test('may stay beside ours once upgraded', () => {
    const dataDir = dataDirWith({ 'pg17/PG_VERSION': '17\n', 'pg18/PG_VERSION': '18\n' });
    chownSync(join(dataDir, 'pg18'), account.uid, account.gid);

    expect(preparePlace(dataDir, '18').clusterDir).toBe(join(dataDir, 'pg18'));
  });
});

test('a directory with files that are no cluster is left as it is', () => {
  const dataDir = dataDirWith({ 'pg18/base/1': 'part of a restored backup' });

  expect(() => preparePlace(dataDir, '18')).toThrow('holds files, but no PostgreSQL cluster');
});

test('the socket is in the data directory, for its account alone', () => {
  const dataDir = dataDirWith();

  const { socketDir } = preparePlace(dataDir, '18');

  expect(socketDir).toBe(join(dataDir, 'socket'));
  expect(statSync(socketDir)).toMatchObject({ uid: account.uid });
  expect(statSync(socketDir).mode & 0o777).toBe(0o700);
});

test('the socket of a data directory with a long path is in /tmp, each time the same', () => {
  const long = join(directories.make(), 'a-folder-whose-name-is-rather-long'.repeat(3));
  const dataDir = prepareDataDir(long);

  const { socketDir } = preparePlace(dataDir, '18');

  expect(socketDir).toMatch(/^\/tmp\/concours-[0-9a-f]{16}$/);
  expect(preparePlace(dataDir, '18').socketDir).toBe(socketDir);
  rmSync(socketDir, { recursive: true });
});

describe('a directory in /tmp is not used', () => {
  test('when it is a link', () => {
    const path = join(prepareDataDir(directories.make()), 'link');
    symlinkSync('/tmp', path);

    expect(() => ownDirectory(path, account)).toThrow('that nobody else can enter');
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
  });

  test('when others can enter it', () => {
    const path = ownDirectory(join(prepareDataDir(directories.make()), 'open'), account);
    chmodSync(path, 0o755);

    expect(() => ownDirectory(path, account)).toThrow('that nobody else can enter');
  });
});

/** A directory that nobody but its owner, root, can enter. */
function closed(): string {
  const directory = prepareDataDir(directories.make());
  chmodSync(directory, 0o700);
  return directory;
}

describe.runIf(root)('run as root', () => {
  test('a data directory that PostgreSQL’s account cannot reach is refused, with where to put it', () => {
    const dataDir = prepareDataDir(join(closed(), 'data'));

    expect(() => preparePlace(dataDir, '18')).toThrow('set DATA_DIR to a folder that it can reach, /var/lib/concours');
  });

  test('the default is ./data where PostgreSQL’s account can reach it, else /var/lib/concours', () => {
    const open = prepareDataDir(directories.make());

    expect(defaultDataDir(open)).toBe(join(open, 'data'));
    expect(defaultDataDir(closed())).toBe('/var/lib/concours');
  });

  test('a cluster that belongs to root is refused: PostgreSQL would not open it', () => {
    const dataDir = dataDirWith({ 'pg18/PG_VERSION': '18\n' });

    expect(() => preparePlace(dataDir, '18')).toThrow('belongs to root');
  });
});
