import type { Kysely } from 'kysely';
import type { NoticeFiles } from '../notices/render/notice-files.ts';
import type { Vocabulary } from '../notices/vocabulary.ts';
import type { AnswerMemory } from '../platform/answer-memory.ts';
import type { Config } from '../platform/config.ts';
import type { PressureGauge } from '../platform/overload.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { Schema } from '../schema.ts';

/** What every route is given: the outside world as arguments. */
export type Context = {
  db: Kysely<Schema>;
  config: Config;
  organisation: Organisation;
  /** The words that this organisation's notices are read by. */
  vocabulary: Vocabulary;
  /** Notices as files to save: PDF, Word and others. */
  files: NoticeFiles;
  /** The time of this server; the only clock there is. */
  clock: () => Date;
  /** Answers that are the same for everybody, until what the public sees changes. */
  memory: AnswerMemory;
  /** Key of hashes that must not be guessable (rate limits); never shown. */
  secret: string;
  /** Where mails are written that are not sent: for development. */
  outbox?: string | undefined;
  /** How hard this server is pressed, and what it had to refuse; without it, nothing is ever refused. */
  load?: { gauge: Pick<PressureGauge, 'read'>; refused: Map<string, number> } | undefined;
};
