import type { Kysely } from 'kysely';
import type { Language } from '../../platform/language.ts';
import type { Schema } from '../../schema.ts';

/** What the rows of the database say against the events that tell of them. */
export type RowsAudit = {
  competitions: number;
  /** Rows with words whose hash an event tells, and older ones whose event tells none. */
  held: number;
  unheld: number;
  /** What does not agree, in sentences. */
  problems: string[];
};

/** Given by the command line, since it knows of every feature. */
export type AuditRows = (db: Kysely<Schema>, language: Language) => Promise<RowsAudit>;
