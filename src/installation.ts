import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { personalDataWith } from './app-personal-data.ts';
import { noticeFiles } from './notices/render/notice-files.ts';
import { accentOf } from './notices/render/theme-accent.ts';
import { loadOrganisationFolder } from './notices/organisation-folder.ts';
import type { Context } from './people/context.ts';
import { answerMemory, type AnswerMemory } from './platform/answer-memory.ts';
import { readConfig, type Config } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { migrate } from './platform/migrations.ts';
import { startCluster } from './platform/postgres/cluster.ts';
import { defaultDataDir, prepareDataDir } from './platform/postgres/data-directory.ts';
import { checkServer } from './platform/postgres/server-check.ts';
import { followChanges, presentState, type FollowedChanges } from './platform/public-changes.ts';
import { newKey, readKeys } from './platform/sealing.ts';
import { openTypst } from './platform/typst/typst.ts';
import type { Db } from './schema.ts';
import { loadTheme, themeOf } from './site/assets.ts';

/** One installation of Concours, open: its settings, its organisation and its migrated database. */
export type Installation = {
  context: Context;
  dataDir: string;
  databaseUrl: string;
  /** The migrations that opening it applied. */
  applied: string[];
  close: () => Promise<void>;
};

/** Settings that cannot be used, all of them, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The settings of this process, or every problem with them at once. */
export function configFrom(environment: Record<string, string | undefined>): Config {
  const config = readConfig(environment);
  if (config.ok) return config.value;
  throw new ConfigError(config.refusal.map(({ setting, message }) => `${setting}: ${message}`).join('\n'));
}

/**
 * Opens the database (the one `DATABASE_URL` names, else our own in the data folder), brings it up to date, and loads
 * the organisation. Close it when done: a database of our own is stopped only by the process that started it.
 */
export async function openInstallation(
  config: Config,
  root: string,
  log: (line: string) => void,
): Promise<Installation> {
  const dataDir = prepareDataDir(config.DATA_DIR ?? defaultDataDir(root));
  const folder = join(root, 'organisations', config.ORGANISATION);
  const house = loadOrganisationFolder(folder);
  loadTheme(folder);

  const cluster = config.DATABASE_URL === undefined ? await startCluster({ dataDir, log }) : undefined;
  const databaseUrl = config.DATABASE_URL ?? cluster?.url ?? '';
  if (!cluster) await checkServer(databaseUrl);
  const db = openDatabase({ url: databaseUrl, log });
  const typst = openTypst();
  const accent = accentOf(themeOf(folder));
  const files = noticeFiles({ ...house, typst, ...(accent !== undefined && { accent }) });
  const clock = () => new Date();
  const remembered = publicMemory({ db, url: databaseUrl, log, clock });
  const close = async () => {
    typst.close();
    await remembered.close();
    await db.destroy();
    await cluster?.stop();
  };
  try {
    const { applied } = await migrate(db, join(root, 'migrations'));
    const keys = await keysOf(config, dataDir);
    const outbox = config.SMTP_URL === undefined ? join(dataDir, 'outbox') : undefined;
    const personalData = personalDataWith(keys);
    const own = { ...keys, memory: remembered.memory, personalData, outbox };
    const context = { ...house, ...own, files, typst, db, config, clock };
    return { context, dataDir, databaseUrl, applied, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Outside = { db: Db; url: string; log: (line: string) => void; clock: () => Date };

/** Answers that are the same for everybody. It listens for changes from the first on: a command that makes none need not. */
function publicMemory({ db, url, log, clock }: Outside): { memory: AnswerMemory; close: () => Promise<void> } {
  let changes: FollowedChanges | undefined;
  const known = () => (changes ??= followChanges({ url, log })).known();
  return {
    memory: answerMemory({ state: presentState(db, { known }), clock }),
    close: async () => changes?.close(),
  };
}

/** What nobody may guess: as the settings say, else of our own. */
async function keysOf(config: Config, dataDir: string) {
  const secret = config.SECRET ?? (await kept(dataDir, 'secret', () => randomBytes(32).toString('base64url')));
  const accommodation = config.ACCOMMODATION_KEY ?? (await kept(dataDir, 'accommodation.key', newKey));
  const equality = config.EQUALITY_KEY ?? (await kept(dataDir, 'equality.key', newKey));
  return { secret, accommodationKeys: readKeys(accommodation), equalityKeys: readKeys(equality) };
}

/** What this installation was not given and keeps for itself: made once, in the data folder, readable by its owner alone. */
async function kept(dataDir: string, name: string, make: () => string): Promise<string> {
  const file = join(dataDir, name);
  await writeFile(file, make(), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  return readFile(file, 'utf8');
}
