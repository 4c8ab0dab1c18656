/**
 * The tables, as Kysely sees them (columns in camelCase). `schema.test.ts` holds this file against the migrated database.
 * `timestamptz` is a `Date`, `bigint` a string, `bytea` a `Buffer`, `jsonb` what the feature that owns it says.
 */
import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';

/** `jsonb`: read as a value, written as its JSON text. */
type Json<Value> = ColumnType<Value, string, string>;
type JsonWithDefault<Value> = ColumnType<Value, string | undefined, string>;
/** A column that is set when the row is written and never afterwards. */
type Fixed<Value> = ColumnType<Value, Value, never>;

export type AccountsTable = {
  id: Generated<string>;
  email: string;
  passwordHash: string;
  name: string;
  language: string;
  verifiedAt: Date | null;
  createdAt: Fixed<Date>;
  version: Generated<number>;
};

export type AccountRolesTable = { accountId: string; role: string; grantedAt: Date };

export type SessionsTable = {
  id: Generated<string>;
  secretHash: Buffer;
  accountId: Fixed<string>;
  device: string;
  createdAt: Fixed<Date>;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
};

export type OneTimeLinksTable = {
  tokenHash: Buffer;
  accountId: Fixed<string>;
  purpose: string;
  createdAt: Fixed<Date>;
  expiresAt: Date;
  usedAt: Date | null;
};

export type AttemptsTable = { subjectHash: Buffer; kind: string; at: Date };

export type EventsTable = {
  id: ColumnType<string, never, never>;
  at: Fixed<Date>;
  actorKind: Fixed<string>;
  actorId: Fixed<string | null>;
  subject: Fixed<string>;
  subjectId: Fixed<string>;
  action: Fixed<string>;
  details: JsonWithDefault<Record<string, unknown>>;
};

export type VacanciesTable = {
  reference: Fixed<string>;
  notice: Json<unknown>;
  places: JsonWithDefault<unknown>;
  doubts: JsonWithDefault<unknown>;
  status: Generated<string>;
  deadlineAt: Date | null;
  deadlineZone: string;
  publishedAt: Date | null;
  createdAt: Fixed<Date>;
  updatedAt: Date;
  version: Generated<number>;
  composed: Generated<boolean>;
  originalLanguage: Generated<string>;
  translations: JsonWithDefault<unknown>;
  waivers: JsonWithDefault<unknown>;
  approvals: JsonWithDefault<unknown>;
  audience: Generated<string>;
  publishAt: Date | null;
  closedAt: Date | null;
  corrections: JsonWithDefault<unknown>;
};

export type NoticeVersionsTable = {
  reference: Fixed<string>;
  number: Fixed<number>;
  notice: Json<unknown>;
  action: Fixed<string>;
  savedAt: Fixed<Date>;
  actorKind: Fixed<string>;
  actorId: Fixed<string | null>;
};

export type DeadlineExtensionsTable = {
  id: Generated<string>;
  reference: Fixed<string>;
  previousAt: Fixed<Date>;
  /** `infinity` where there is a deadline no more. */
  extendedTo: ColumnType<Date | number, Date | 'infinity', never>;
  madeAt: Fixed<Date>;
  toldAt: Date | null;
};

export type NoticeImportsTable = {
  id: Generated<string>;
  reference: Fixed<string>;
  number: Fixed<number>;
  fileName: Fixed<string>;
  text: Fixed<string>;
  notice: Json<unknown>;
  places: Json<unknown>;
  doubts: Json<unknown>;
  state: string;
  importedAt: Fixed<Date>;
};

export type ApplicationsTable = {
  id: Generated<string>;
  number: Fixed<string>;
  vacancyReference: Fixed<string>;
  applicantId: Fixed<string>;
  status: Generated<string>;
  answers: Json<unknown>;
  createdAt: Fixed<Date>;
  updatedAt: Date;
  submittedAt: Date | null;
  version: Generated<number>;
};

export type ApplicationDocumentsTable = {
  id: Generated<string>;
  applicationId: Fixed<string>;
  kind: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  pages: number;
  sha256: Buffer;
  content: Buffer;
  uploadedAt: Date;
};

export type ReceiptsTable = {
  applicationId: Fixed<string>;
  receivedAt: Fixed<Date>;
  zone: Fixed<string>;
  language: Fixed<string>;
  content: Fixed<string>;
  sha256: Fixed<Buffer>;
};

export type ProfilesTable = {
  accountId: Fixed<string>;
  content: Json<unknown>;
  earlier: JsonWithDefault<unknown>;
  updatedAt: Date;
  version: Generated<number>;
};

export type ProfileImportsTable = {
  accountId: Fixed<string>;
  fileName: string;
  format: string;
  proposal: Json<unknown>;
  importedAt: Date;
};

export type ProfileDocumentsTable = {
  id: Generated<string>;
  accountId: Fixed<string>;
  fileName: Fixed<string>;
  mediaType: Fixed<string>;
  sizeBytes: Fixed<number>;
  pages: Fixed<number>;
  sha256: Fixed<Buffer>;
  content: Fixed<Buffer>;
  uploadedAt: Fixed<Date>;
};

export type MailsTable = {
  id: Generated<string>;
  toAddress: string;
  toName: string;
  subject: string;
  body: string;
  language: string;
  queuedAt: Date;
  attempts: Generated<number>;
  nextTryAt: Date;
  problem: string | null;
};

export type Schema = {
  accounts: AccountsTable;
  accountRoles: AccountRolesTable;
  sessions: SessionsTable;
  oneTimeLinks: OneTimeLinksTable;
  attempts: AttemptsTable;
  events: EventsTable;
  vacancies: VacanciesTable;
  noticeImports: NoticeImportsTable;
  noticeVersions: NoticeVersionsTable;
  deadlineExtensions: DeadlineExtensionsTable;
  applications: ApplicationsTable;
  applicationDocuments: ApplicationDocumentsTable;
  receipts: ReceiptsTable;
  profiles: ProfilesTable;
  profileImports: ProfileImportsTable;
  profileDocuments: ProfileDocumentsTable;
  mails: MailsTable;
};

/** The database, or a transaction on it: queries take either. */
export type Db = Kysely<Schema> | Transaction<Schema>;
