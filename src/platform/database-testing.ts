import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { inject } from 'vitest';
import type { Schema } from '../schema.ts';
import { openDatabase } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `database-global-setup.ts` answers which server there is. */
    databaseServerSocket: string;
  }
}

/** The server of this run of tests, or why there is none. */
export type TestServer = { url: string; template: string } | { problem: string };

/** A database for one test file, migrated and empty. */
export type TestDatabase = { db: Kysely<Schema>; url: string; drop: () => Promise<void> };

/** Copies the migrated template: some tens of milliseconds. The server is started when the first test asks for it. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, template } = await testServer();
  const name = `concours_test_${randomUUID().replaceAll('-', '')}`;
  await command(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = withDatabase(serverUrl, name);
  const db = openDatabase({ url, poolSize: 5 });
  const drop = async (): Promise<void> => {
    await db.destroy();
    await command(serverUrl, `drop database ${name} with (force)`);
  };
  return { db, url, drop };
}

/** An empty database without any table: for tests of migrations and of the pool itself. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { url } = await testServer();
  const name = `concours_test_${randomUUID().replaceAll('-', '')}`;
  await command(url, `create database ${name} template template0 strategy file_copy`);
  return { url: withDatabase(url, name), drop: () => command(url, `drop database ${name} with (force)`) };
}

async function testServer(): Promise<{ url: string; template: string }> {
  const server = JSON.parse(await text(connect({ path: inject('databaseServerSocket') }))) as TestServer;
  if ('problem' in server) throw new Error(server.problem);
  return server;
}

/** Runs one statement that no transaction may hold. */
export async function command(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** The same server, another database. Sockets make addresses that `URL` does not take: `postgresql://me@/name?host=…`. */
export const withDatabase = (url: string, name: string): string =>
  url.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, (_, server: string) => `${server}/${name}`);
