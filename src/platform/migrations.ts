import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

/** One file of `migrations/`: `0004_vacancies.sql` is number 4, its name goes without `.sql`. */
export type MigrationFile = { name: string; text: string; sha256: string };

/** Migration files that cannot be applied to this database; a sentence that names the file. */
export class MigrationProblem extends Error {
  override readonly name = 'MigrationProblem';
}

/**
 * Brings the database up to the files in `directory`, forward only; answers the names of those it applied. Each file runs
 * in a transaction of its own, together with the note that it ran. Several processes may do so at once: the first
 * applies, the others wait and find nothing left to do.
 * @throws MigrationProblem if a file that was applied is missing, edited or renumbered, or a number is used twice
 */
export async function migrate<Tables>(db: Kysely<Tables>, directory: string): Promise<{ applied: string[] }> {
  const files = await readMigrations(directory);
  const plain = db.withoutPlugins();
  await sql`create table if not exists migration_files (name text primary key, sha256 text not null)`
    .execute(plain)
    .catch(ifMadeMeanwhile);
  await refuseChangedFiles(plain, files);
  const migrator = new Migrator({ db: plain, provider: { getMigrations: async () => migrationsOf(files) } });
  const applied: string[] = [];
  for (;;) {
    const { results = [], error } = await migrator.migrateUp();
    if (error !== undefined) throw problemWith(results.at(0)?.migrationName, error);
    if (results.length === 0) return { applied };
    applied.push(...results.map(({ migrationName }) => migrationName));
  }
}

/** The files in their order. @throws MigrationProblem for a name that is none, and for a number used twice */
export async function readMigrations(directory: string): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).toSorted();
  for (const [index, name] of names.entries()) {
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name)) throw new MigrationProblem(`${name}: not named NNNN_name.sql.`);
    if (names[index - 1]?.startsWith(name.slice(0, 5))) {
      throw new MigrationProblem(`${name}: ${names[index - 1]} has its number; each is used once.`);
    }
  }
  return Promise.all(names.map((name) => readMigration(join(directory, name), name.replace(/\.sql$/, ''))));
}

async function readMigration(path: string, name: string): Promise<MigrationFile> {
  const text = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
  if (!text.startsWith('--')) throw new MigrationProblem(`${name}.sql: the first line must say why, in a comment.`);
  return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
}

async function refuseChangedFiles<Tables>(db: Kysely<Tables>, files: MigrationFile[]): Promise<void> {
  const { rows } = await sql<{ name: string; sha256: string }>`
    select name, sha256 from migration_files order by name`.execute(db);
  for (const [index, { name, sha256 }] of rows.entries()) {
    const file = files.at(index);
    if (file?.name !== name) {
      throw new MigrationProblem(
        `${name}.sql was applied to this database, but ${file ? `${file.name}.sql stands in its place` : 'is missing'}: ` +
          'an older version of Concours, or a renamed file. Migrations go forward only.',
      );
    }
    if (file.sha256 !== sha256) {
      throw new MigrationProblem(
        `${name}.sql was edited after it was applied to this database. Put it back and add a new migration; ` +
          'in development, delete the data folder instead.',
      );
    }
  }
}

const migrationsOf = (files: MigrationFile[]): Record<string, Migration> =>
  Object.fromEntries(files.map((file) => [file.name, { up: (db) => apply(db, file) }]));

async function apply<Tables>(db: Kysely<Tables>, { name, text, sha256 }: MigrationFile): Promise<void> {
  await sql.raw(text).execute(db);
  await sql`insert into migration_files (name, sha256) values (${name}, ${sha256})`.execute(db);
}

const problemWith = (name: string | undefined, cause: unknown): Error =>
  new MigrationProblem(`${name === undefined ? 'The migrations' : `${name}.sql`} failed: ${messageOf(cause)}`, {
    cause,
  });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What one of two is told who create the same table at the same instant: of the other's catalogue row, table or row type. */
const MADE_MEANWHILE: ReadonlySet<unknown> = new Set(['23505', '42P07', '42710']);

function ifMadeMeanwhile(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (!MADE_MEANWHILE.has(code)) throw error;
}
