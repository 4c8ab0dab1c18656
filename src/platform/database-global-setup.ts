import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { command, withDatabase, type TestServer } from './database-testing.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrations.ts';
import { startCluster, type Cluster } from './postgres/cluster.ts';
import { clusterFolder } from './postgres/cluster-testing.ts';
import { hasEnded, holderOf, readLockFile } from './postgres/lock-file.ts';
import { stopPostmaster } from './postgres/postmaster.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
/** With the process id: the next run sweeps what one that was killed has left. */
const PREFIX = 'concours-test-';

/**
 * One database server for a run of tests: the one that `TEST_DATABASE_URL` names, else a throw-away cluster. It is
 * started, and its template migrated, when the first test asks; a run without such a test pays nothing.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = join(clusterFolder(), `${PREFIX}${process.pid}`);
  const template = `concours_template_${process.pid}`;
  let cluster: Cluster | undefined;
  let asked: Promise<TestServer> | undefined;
  const start = async (): Promise<TestServer> => {
    await sweep();
    const given = process.env['TEST_DATABASE_URL'];
    if (!given) cluster = await startCluster({ dataDir, log: () => {}, durability: 'none-for-tests' });
    const url = given ?? cluster?.url ?? '';
    await makeTemplate(url, template);
    return { url, template };
  };

  const door = createServer((socket) => {
    asked ??= start().catch((error: unknown) => ({ problem: String(error) }));
    void asked.then((server) => socket.end(JSON.stringify(server)));
  });
  const path = `\0${PREFIX}${process.pid}`;
  await new Promise<void>((resolve) => door.listen({ path }, resolve));
  project.provide('databaseServerSocket', path);

  return async () => {
    door.close();
    const server = await asked;
    if (server && 'url' in server) await command(server.url, `drop database ${template} with (force)`);
    await cluster?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string, template: string): Promise<void> {
  await command(url, `create database ${template} template template0`);
  const db = openDatabase({ url: withDatabase(url, template), poolSize: 1 });
  await migrate(db, MIGRATIONS).finally(() => db.destroy());
}

/** Ends and removes the clusters of runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(clusterFolder()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length));
    if (!Number.isInteger(pid) || !hasEnded(pid)) continue;
    const clusterDir = join(clusterFolder(), name, 'pg18');
    const server = existsSync(clusterDir) ? readLockFile(clusterDir)?.pid : undefined;
    if (server !== undefined && holderOf(server, clusterDir) === 'postmaster') {
      await stopPostmaster(server, () => {});
    }
    rmSync(join(clusterFolder(), name), { recursive: true, force: true });
  }
}
