import type { Kysely } from 'kysely';
import type { NoticeFiles } from '../notices/render/notice-files.ts';
import type { Vocabulary } from '../notices/vocabulary.ts';
import type { AnswerMemory } from '../platform/answer-memory.ts';
import type { Config } from '../platform/config.ts';
import type { SealingKeys } from '../platform/sealing.ts';
import type { Typst } from '../platform/typst/typst.ts';
import type { PressureGauge } from '../platform/overload.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { Schema } from '../schema.ts';
import type { PersonalData } from './personal-data.ts';

/** What every route is given: the outside world as arguments. */
export type Context = {
  db: Kysely<Schema>;
  config: Config;
  organisation: Organisation;
  /** The words that this organisation's notices are read by. */
  vocabulary: Vocabulary;
  /** Notices as files to save: PDF, Word and others. */
  files: NoticeFiles;
  /** Sets what else is a PDF. */
  typst: Typst;
  /** What each feature keeps of a person. */
  personalData: PersonalData;
  /** The time of this server; the only clock there is. */
  clock: () => Date;
  /** Answers that are the same for everybody, until what the public sees changes. */
  memory: AnswerMemory;
  /** Key of hashes that must not be guessable (rate limits); never shown. */
  secret: string;
  /** What requests for an accommodation are sealed with, the key in use first. */
  accommodationKeys: SealingKeys;
  /** What the slips of equal access are named and sealed with, the key in use first; never in the database. */
  equalityKeys: SealingKeys;
  /** Where mails are written that are not sent: for development. */
  outbox?: string | undefined;
  /** How hard this server is pressed, and what it had to refuse; without it, nothing is ever refused. */
  load?: { gauge: Pick<PressureGauge, 'read'>; refused: Map<string, number> } | undefined;
};
