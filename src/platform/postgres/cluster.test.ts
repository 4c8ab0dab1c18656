import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountInPlaceOfRoot } from './account.ts';
import { installedPackage } from './binaries.ts';
import { ask, clusterFolder, clusterProcess, ended, temporaryDirectories } from './cluster-testing.ts';
import { startCluster, type Cluster, type ClusterOptions } from './cluster.ts';
import { hasEnded, readLockFile } from './lock-file.ts';
import { checkServer } from './server-check.ts';
import { serverArguments } from './settings.ts';

const directories = temporaryDirectories(clusterFolder());
const root = process.getuid?.() === 0;
/** For tests of other things: what is on disk is nothing to them. */
const durability = 'none-for-tests';
let seed: string;

beforeAll(async () => {
  seed = directories.make();
  const cluster = await startCluster({ dataDir: seed, log: () => {}, durability });
  await ask(cluster.url, 'create table kept (word text)');
  await ask(cluster.url, `insert into kept values ('before')`);
  await cluster.stop();
});
afterAll(() => directories.remove());

/** A cluster with one row in `kept`, stopped at the end of the test, and what was said while starting it. */
async function start(
  dataDir: string,
  options: Partial<ClusterOptions> = {},
): Promise<{ cluster: Cluster; said: string[] }> {
  const said: string[] = [];
  const cluster = await startCluster({ dataDir, log: (message) => said.push(message), ...options });
  return { cluster, said };
}
const wordsIn = async (url: string): Promise<string[]> =>
  (await ask<{ word: string }>(url, 'select word from kept order by word')).map(({ word }) => word);

describe('a new cluster', () => {
  let dataDir: string;
  let cluster: Cluster;
  beforeAll(async () => {
    dataDir = directories.make();
    cluster = (await start(dataDir)).cluster;
  });
  afterAll(() => cluster.stop());

  test('keeps pages with checksums, in UTF-8, in the order of code points', async () => {
    const [row] = await ask(
      cluster.url,
      `select current_setting('data_checksums') as checksums, pg_encoding_to_char(encoding) as encoding,
              datcollate, datctype from pg_database where datname = current_database()`,
    );

    expect(row).toEqual({ checksums: 'on', encoding: 'UTF8', datcollate: 'C.UTF-8', datctype: 'C.UTF-8' });
  });

  test('finds French words whatever their case, accents kept', async () => {
    const [row] = await ask(cluster.url, `select to_tsvector('french', 'ÉCONOMISTES')::text as words`);

    expect(row).toEqual({ words: `'économ':1` });
  });

  test('is reached by a socket that its account alone can use, and by no port', async () => {
    const [row] = await ask<{ socketDir: string }>(
      cluster.url,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as "socketDir"`,
    );

    expect(row).toMatchObject({ addresses: '' });
    expect(statSync(row?.socketDir ?? '').mode & 0o777).toBe(0o700);
  });

  test('acknowledges a commit only when it is on disk', async () => {
    const rows = await ask(
      cluster.url,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')`,
    );

    expect(rows.map((row) => Object.values(row))).toEqual([
      ['fsync', 'on'],
      ['full_page_writes', 'on'],
      ['synchronous_commit', 'on'],
    ]);
  });

  test('is a server that we would trust, as one that DATABASE_URL names must be', async () => {
    await ask(cluster.url, `create database bytes encoding 'SQL_ASCII' locale 'C' template template0`);

    await expect(checkServer(cluster.url)).resolves.toBeUndefined();
    await expect(checkServer(cluster.url.replace('/concours?', '/bytes?'))).rejects.toThrow('UTF8');
  });

  test('writes nothing of a failed statement to its log', async () => {
    await expect(ask(cluster.url, `select 'mina.okafor@people.example'::int`)).rejects.toThrow('invalid input');

    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('okafor');
  });
});

test('is stopped and started again with what it held', async () => {
  const dataDir = directories.copyOf(seed);

  const first = await start(dataDir);
  await ask(first.cluster.url, `insert into kept values ('first')`);
  await first.cluster.stop();
  expect(hasEnded(first.cluster.pid)).toBe(true);
  const second = await start(dataDir);

  expect(await wordsIn(second.cluster.url)).toEqual(['before', 'first']);
  expect(second.said).toEqual([`Database started (process ${second.cluster.pid}).`]);
  await second.cluster.stop();
});

test('rolls back what is in progress when it is stopped, without waiting for it', async () => {
  const { cluster } = await start(directories.copyOf(seed));
  const client = new Client({ connectionString: cluster.url });
  client.on('error', () => {});
  await client.connect();
  const sleeping = client.query('select pg_sleep(600)').catch((error: Error) => error);

  await cluster.stop();

  expect(await sleeping).toBeInstanceOf(Error);
});

test('recovers, with all it acknowledged, after kill -9 of the server and of Node', async () => {
  const dataDir = directories.copyOf(seed);
  const killed = await clusterProcess({ dataDir });
  await ask(killed.url, `insert into kept values ('killed')`);
  await killed.kill();
  process.kill(killed.pid, 'SIGKILL');
  await ended(killed.pid);

  const { cluster, said } = await start(dataDir);

  expect(await wordsIn(cluster.url)).toEqual(['before', 'killed']);
  expect(said[0]).toBe('The database was not stopped properly last time: it recovers now.');
  await cluster.stop();
});

test('is used as it runs when Node alone was killed, and stopped by the one that found it', async () => {
  const dataDir = directories.copyOf(seed);
  const killed = await clusterProcess({ dataDir });
  await killed.kill();
  expect(hasEnded(killed.pid)).toBe(false);

  const { cluster, said } = await start(dataDir);

  expect(cluster.pid).toBe(killed.pid);
  expect(said).toEqual([`Database found running (process ${killed.pid}).`]);
  expect(await wordsIn(cluster.url)).toEqual(['before']);
  await cluster.stop();
  expect(hasEnded(killed.pid)).toBe(true);
});

test('starts where the dead server stays a zombie, because its parent takes no notice', async () => {
  const dataDir = directories.copyOf(seed);
  await start(dataDir).then(({ cluster }) => cluster.stop());
  const place = { clusterDir: join(dataDir, 'pg18'), socketDir: join(dataDir, 'socket') };
  const { uid, gid } = statSync(place.clusterDir);
  const program = join(installedPackage().native, 'bin', 'postgres');
  const careless = spawn('sh', ['-c', '"$@" & exec sleep 600', 'sh', program, ...serverArguments(place, 'safe')], {
    uid,
    gid,
    cwd: '/',
    stdio: 'ignore',
  });
  const zombie = await readyPid(place.clusterDir);
  process.kill(zombie, 'SIGKILL');
  await ended(zombie);
  expect(readFileSync(`/proc/${zombie}/stat`, 'utf8')).toContain(') Z ');

  const { cluster } = await start(dataDir);

  expect(await wordsIn(cluster.url)).toEqual(['before']);
  await cluster.stop();
  careless.kill('SIGKILL');
});

async function readyPid(clusterDir: string): Promise<number> {
  for (;;) {
    const lock = readLockFile(clusterDir);
    if (lock?.status === 'ready' && lock.pid !== undefined) return lock.pid;
    await sleep(5);
  }
}

test('starts when another program has the process id of the dead server', async () => {
  const dataDir = directories.copyOf(seed);
  writeFileSync(
    join(dataDir, 'pg18', 'postmaster.pid'),
    `${process.pid}\n${dataDir}/pg18\n1700000000\n5432\n\n\n\nready\n`,
  );

  const { cluster } = await start(dataDir);

  expect(await wordsIn(cluster.url)).toEqual(['before']);
  await cluster.stop();
});

test('never removes a lock that names nobody: a person must look', async () => {
  const dataDir = directories.copyOf(seed);
  const lock = join(dataDir, 'pg18', 'postmaster.pid');
  writeFileSync(lock, '');

  await expect(start(dataDir)).rejects.toThrow('postmaster.pid may belong to a running server');

  expect(existsSync(lock)).toBe(true);
});

test('is one cluster when many processes create and start it at once; the last to leave stops it', async () => {
  const dataDir = directories.make();

  const processes = await Promise.all([1, 2, 3, 4].map(() => clusterProcess({ dataDir, durability })));

  expect(new Set(processes.map(({ pid }) => pid)).size).toBe(1);
  expect(
    processes.flatMap(({ said }) => said).filter((message) => message.startsWith('Database created')),
  ).toHaveLength(1);
  const [first, second, third, last] = processes;
  const server = first?.pid ?? 0;
  await first?.stop();
  await second?.kill();
  await third?.stop();
  expect(hasEnded(server)).toBe(false);
  await last?.stop();
  expect(hasEnded(server)).toBe(true);
});

test('is started again when its server is killed under us, at the same address', async () => {
  const { cluster, said } = await start(directories.copyOf(seed));
  const before = cluster.pid;

  process.kill(before, 'SIGKILL');

  await expect.poll(() => wordsIn(cluster.url).catch(() => 'not yet'), { timeout: 10_000 }).toEqual(['before']);
  expect(cluster.pid).not.toBe(before);
  expect(said).toContain('The database ended unexpectedly: it is started again.');
  await cluster.stop();
});

test('waits for the last statement of a killed server to end before it starts the next', async () => {
  const { cluster } = await start(directories.copyOf(seed));
  const client = new Client({ connectionString: cluster.url });
  client.on('error', () => {});
  await client.connect();
  const busy = `do $$ begin for i in 1..60000000 loop end loop; end $$`;
  void client.query(busy).catch(() => {});
  await sleep(50);

  process.kill(cluster.pid, 'SIGKILL');

  await expect.poll(() => wordsIn(cluster.url).catch(() => 'not yet'), { timeout: 30_000 }).toEqual(['before']);
  await cluster.stop();
});

test('is created anew after a creation that was cut off', async () => {
  const dataDir = directories.make();
  execFileSync('mkdir', ['-p', join(dataDir, 'pg18.new', 'base')]);

  const { cluster, said } = await start(dataDir, { durability });

  expect(said[0]).toMatch('Database created');
  expect(existsSync(join(dataDir, 'pg18.new'))).toBe(false);
  await cluster.stop();
});

test('writes through to disk whatever the files in its directory say', async () => {
  const dataDir = directories.copyOf(seed);
  appendFileSync(join(dataDir, 'pg18', 'postgresql.conf'), "\nfsync = off\nlisten_addresses = '*'\n");

  const { cluster } = await start(dataDir);

  expect(await ask(cluster.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  await cluster.stop();
});

test('a server that DATABASE_URL names is refused with fsync off', async () => {
  const dataDir = directories.copyOf(seed);
  const cluster = await startCluster({ dataDir, log: () => {}, durability });

  await expect(checkServer(cluster.url)).rejects.toThrow('a power cut would lose applications');

  await cluster.stop();
});

test('refuses a server found running with fsync off, outside tests', async () => {
  const dataDir = directories.copyOf(seed);
  const killed = await clusterProcess({ dataDir, durability });
  await killed.kill();

  await expect(start(dataDir)).rejects.toThrow('fsync, full_page_writes, synchronous_commit off');
});

test.runIf(root)('runs as nobody on a machine without an account for PostgreSQL', async () => {
  const dataDir = directories.make();

  const { cluster } = await start(dataDir, { account: 'nobody', durability });

  const { uid } = accountInPlaceOfRoot('nobody');
  expect(statSync(`/proc/${cluster.pid}`).uid).toBe(uid);
  await cluster.stop();
  const again = await start(dataDir, { durability });
  expect(statSync(`/proc/${again.cluster.pid}`).uid).toBe(uid);
  await again.cluster.stop();
});

test.runIf(root)('runs as the account that starts it when that is not root', async () => {
  const dataDir = directories.make();
  const account = accountInPlaceOfRoot('nobody');
  execFileSync('install', ['-d', '-o', String(account.uid), dataDir]);

  const started = await clusterProcess({ dataDir, durability }, account);

  expect(started.problem).toBeUndefined();
  expect(statSync(`/proc/${started.pid}`).uid).toBe(account.uid);
  await started.stop();
});
