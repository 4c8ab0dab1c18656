import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** What this server knows of the changes of what the public sees, without asking. */
export type FollowedChanges = {
  /** A name of the present state, another after each change; nothing while this server would not be told of changes. */
  known: () => string | undefined;
  close: () => Promise<void>;
};

type Following = {
  url: string;
  log?: (line: string) => void;
  /** How often the connection is asked whether it still stands: what a silent failure can hide is never older. */
  everyMs?: number;
  /** After a failure, when to try again. */
  againMs?: number;
};

/** Half of it to ask, half to wait for the answer: a page is at most so old where the network died without a word. */
const EVERY_MS = 2_500;
const AGAIN_MS = 1_000;
const CHANNEL = 'public_changes';

/** Listens on a connection of its own, and connects again when that is lost; in between nothing counts as known. */
export function followChanges({
  url,
  log = () => {},
  everyMs = EVERY_MS,
  againMs = AGAIN_MS,
}: Following): FollowedChanges {
  const stopping = new AbortController();
  let state: string | undefined;
  let lost = false;
  const follow = async () => {
    for (let turn = 1; !stopping.signal.aborted; turn += 1) {
      const tell = (number: string) => {
        // Another turn, another name: between two connections, the database may have been restored to an earlier state.
        state = `listening ${turn}: ${number}`;
        if (lost) log('Public pages are served from memory again.');
        lost = false;
      };
      await listen({ url, everyMs, stop: stopping.signal }, tell).catch((error: unknown) => {
        if (!lost) log(`Public pages ask the database whether they have changed (${codeOf(error)}).`);
        lost = true;
      });
      state = undefined;
      await pause(againMs, stopping.signal);
    }
  };
  const followed = follow();
  return {
    known: () => state,
    close: async () => {
      stopping.abort();
      await followed;
    },
  };
}

type Listening = Required<Pick<Following, 'url' | 'everyMs'>> & { stop: AbortSignal };

/** Tells of each change until it is stopped; throws when the connection is lost. */
async function listen({ url, everyMs, stop }: Listening, tell: (number: string) => void): Promise<void> {
  const client = new Client({
    connectionString: url,
    application_name: 'concours-changes',
    connectionTimeoutMillis: everyMs,
    query_timeout: everyMs,
  });
  const broken = new AbortController();
  let problem: unknown;
  client.on('error', (error) => {
    problem = error;
    broken.abort();
  });
  client.on('end', () => broken.abort());
  client.on('notification', ({ payload = '' }) => tell(payload));
  const end = AbortSignal.any([stop, broken.signal]);
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    // Listening first: whatever is committed after the number was read is told.
    while (!end.aborted) {
      const { rows } = await client.query<{ number: string }>('select number from public_changes');
      tell(rows[0]?.number ?? '');
      await pause(everyMs, end);
    }
    if (!stop.aborted) throw problem ?? new Error('closed');
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The state as the database has it now. */
export async function readChanges(db: Db): Promise<string> {
  const { rows } = await sql<{ number: string }>`select number from public_changes`.execute(db);
  return `read: ${rows[0]?.number ?? ''}`;
}

/** What this server was told; where it would not have been told, what the database says. */
export const presentState = (db: Db, changes?: Pick<FollowedChanges, 'known'>) => (): string | Promise<string> =>
  changes?.known() ?? readChanges(db);

const pause = (ms: number, signal: AbortSignal): Promise<unknown> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown problem';
  return 'code' in error ? String(error.code) : error.name;
};
