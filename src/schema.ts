/**
 * The tables, as Kysely sees them (columns in camelCase). `schema.test.ts` holds this file against the migrated database.
 * `timestamptz` is a `Date`, `bigint` a string, `bytea` a `Buffer`, `jsonb` what the feature that owns it says.
 */
import type { ColumnType, Generated, GeneratedAlways, Kysely, Transaction } from 'kysely';

/** `jsonb`: read as a value, written as its JSON text. */
type Json<Value> = ColumnType<Value, string, string>;
type JsonWithDefault<Value> = ColumnType<Value, string | undefined, string>;
/** `jsonb` that may be null, written once. */
type JsonOrNull<Value> = ColumnType<Value, string | null, never>;
/** The same, where it comes later. */
type JsonSetLater<Value> = ColumnType<Value, string | null, string | null>;
/** `jsonb` that is null until it is written. */
type JsonLater<Value> = ColumnType<Value, string | null | undefined, string>;
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
  erasedAt: Date | null;
  idleWarnedAt: Date | null;
  passwordIsKnown: Generated<boolean>;
};

export type AccountRolesTable = { accountId: string; role: string; grantedAt: Date; givenBy: Generated<string> };

export type SessionsTable = {
  id: Generated<string>;
  secretHash: Buffer;
  accountId: Fixed<string>;
  device: string;
  createdAt: Fixed<Date>;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  method: Generated<string>;
  twoFactors: Generated<boolean>;
};

export type SignInsTable = {
  id: Generated<string>;
  accountId: Fixed<string>;
  at: Fixed<Date>;
  method: Fixed<string>;
  device: Fixed<string>;
  succeeded: Fixed<boolean>;
};

export type AuthenticatorsTable = {
  accountId: Fixed<string>;
  secret: Buffer;
  createdAt: Date;
  confirmedAt: Date | null;
  lastStep: Generated<number>;
};

export type RecoveryCodesTable = { accountId: Fixed<string>; codeHash: Fixed<Buffer>; madeAt: Fixed<Date> };

export type PasskeysTable = {
  id: Fixed<string>;
  accountId: Fixed<string>;
  name: string;
  publicKey: Fixed<Buffer>;
  counter: ColumnType<string, number, number>;
  transports: JsonWithDefault<string[]>;
  createdAt: Fixed<Date>;
  lastUsedAt: Date | null;
};

export type SignInStepsTable = {
  tokenHash: Fixed<Buffer>;
  accountId: Fixed<string | null>;
  purpose: Fixed<string>;
  details: JsonWithDefault<unknown>;
  createdAt: Fixed<Date>;
  expiresAt: Date;
};

export type AddressChangesTable = {
  accountId: Fixed<string>;
  oldAddress: string;
  newAddress: string;
  requestedAt: Date;
  changedAt: Date | null;
};

export type IdentitiesTable = {
  issuer: Fixed<string>;
  subject: Fixed<string>;
  accountId: Fixed<string>;
  linkedAt: Fixed<Date>;
};

export type ServingStaffTable = {
  accountId: Fixed<string>;
  foundBy: string;
  reason: string;
  verifiedAt: Date;
  validUntil: Date;
};

export type AccountDeletionsTable = { accountId: Fixed<string>; requestedAt: Date; dueAt: Date };

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
  nonce: ColumnType<string, never, never>;
};

/** Written by the database alone, when what wrote an event is committed. */
export type EventChainTable = {
  position: ColumnType<string, never, never>;
  eventId: ColumnType<string, never, never>;
  contentSha256: ColumnType<Buffer, never, never>;
  hash: ColumnType<Buffer, never, never>;
};

export type EventHeadsTable = {
  position: ColumnType<string, number, never>;
  hash: Fixed<Buffer>;
  at: Fixed<Date>;
  keyId: Fixed<string>;
  signature: Fixed<Buffer>;
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
  internalDeadlineAt: Date | null;
  publicFrom: Date | null;
  publishAt: Date | null;
  closedAt: Date | null;
  corrections: JsonWithDefault<unknown>;
  questions: JsonWithDefault<unknown>;
};

export type PublicChangesTable = { onlyRow: Generated<boolean>; number: string };
export type VacancySearchTable = {
  reference: Fixed<string>;
  rules: number;
  referenceKey: string;
  titleKeys: Json<unknown>;
  titleWords: string;
  words: string;
  body: string | null;
  city: string | null;
  clause: string | null;
  level: string | null;
  grades: string[];
  fastTrack: boolean;
  audience: string;
  publishedAt: Date;
  deadlineAt: Date | null;
  internalDeadlineAt: Date | null;
  listedAt: Fixed<Date>;
};

export type SearchWordsTable = { word: string; beginnings: ColumnType<string[], never, never> };

export type BookmarksTable = { accountId: Fixed<string>; reference: Fixed<string>; madeAt: Fixed<Date> };

export type FollowersTable = {
  id: Generated<string>;
  accountId: string | null;
  email: string | null;
  language: string;
  createdAt: Fixed<Date>;
};

export type SavedSearchesTable = {
  id: Generated<string>;
  followerId: Fixed<string>;
  query: Fixed<string>;
  frequency: string;
  createdAt: Fixed<Date>;
  confirmedAt: Date | null;
  lookedAt: Date;
};

export type AlertedVacanciesTable = { followerId: Fixed<string>; reference: Fixed<string>; alertedAt: Fixed<Date> };

export type NoticeVersionsTable = {
  reference: Fixed<string>;
  number: Fixed<number>;
  notice: Json<unknown>;
  action: Fixed<string>;
  savedAt: Fixed<Date>;
  actorKind: Fixed<string>;
  actorId: Fixed<string | null>;
};

export type NoticeFaultsTable = {
  reference: Fixed<string>;
  fault: Fixed<Buffer>;
  rule: Fixed<string>;
  severity: Fixed<string>;
  language: Fixed<string>;
  firstVersion: number;
  lastVersion: number;
};

export type NoticeFaultReadingsTable = { reference: Fixed<string>; version: number };

export type DeadlineExtensionsTable = {
  id: Generated<string>;
  reference: Fixed<string>;
  /** `infinity` where there was, or is, no deadline. */
  previousAt: ColumnType<Date | number, Date | 'infinity', never>;
  extendedTo: ColumnType<Date | number, Date | 'infinity', never>;
  madeAt: Fixed<Date>;
  toldAt: Date | null;
  entrance: string | null;
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
  discardedAt: Generated<Date | null>;
  version: Generated<number>;
  reminders: Generated<boolean>;
  entrance: Generated<string>;
};

export type ToldNewsTable = { eventId: Fixed<string>; toldAt: Fixed<Date> };

export type MissedNewsTable = {
  applicationId: Fixed<string>;
  eventId: Fixed<string | null>;
  extensionId: Fixed<string | null>;
  toldAt: ColumnType<Date | null, Date | null | undefined, Date>;
};

export type DraftRemindersTable = {
  applicationId: Fixed<string>;
  deadlineAt: Fixed<Date>;
  hoursBefore: Fixed<number>;
  toldAt: Fixed<Date>;
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
  content: Buffer | null;
  uploadedAt: Date;
  scan: Generated<string>;
  scannedAt: Date | null;
  remarks: JsonWithDefault<unknown>;
  rendition: Buffer | null;
  renditionSha256: Buffer | null;
};

export type DocumentsSetAsideTable = {
  applicationId: Fixed<string>;
  kind: Fixed<string>;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  pages: number;
  sha256: Buffer;
  content: Buffer;
  uploadedAt: Date;
  scan: string;
  scannedAt: Date | null;
  remarks: Json<unknown>;
  rendition: Buffer | null;
  renditionSha256: Buffer | null;
  setAsideAt: Date;
};

export type ReceiptsTable = {
  applicationId: Fixed<string>;
  receivedAt: Fixed<Date>;
  zone: Fixed<string>;
  language: Fixed<string>;
  content: Fixed<string>;
  sha256: Fixed<Buffer>;
};

/** A step that was taken in the selection of an application; never changed. */
export type CompetitionMembersTable = {
  id: Generated<string>;
  vacancyReference: Fixed<string>;
  accountId: Fixed<string>;
  name: Fixed<string>;
  role: Fixed<string>;
  grade: string | null;
  unit: Generated<string>;
  gender: string | null;
  nationality: string | null;
  addedAt: Fixed<Date>;
  addedBy: Fixed<string>;
  removedAt: Date | null;
  removedBy: string | null;
  removalReason: string | null;
  gradeReason: Generated<string>;
  namingReason: Generated<string>;
};

export type CompetitionDeclarationsTable = {
  id: Generated<string>;
  vacancyReference: Fixed<string>;
  accountId: Fixed<string>;
  candidates: Fixed<string[]>;
  textSha256: Fixed<Buffer>;
  signedAt: Fixed<Date>;
};

export type ConflictsOfInterestTable = {
  id: Generated<string>;
  vacancyReference: Fixed<string>;
  accountId: Fixed<string>;
  applicationId: Fixed<string>;
  kind: Fixed<string>;
  foundBy: string;
  reason: Generated<string>;
  foundAt: Date;
  clearedAt: Date | null;
  clearedBy: string | null;
  clearingReason: string | null;
  nonce: Generated<string | null>;
  clearingNonce: Generated<string | null>;
};

export type SelectionStagesTable = {
  id: Generated<string>;
  vacancyReference: Fixed<string>;
  number: number;
  code: Fixed<string>;
  fromOn: string | null;
  toOn: string | null;
  datesFixed: Generated<boolean>;
  place: JsonWithDefault<unknown>;
  link: Generated<string>;
  assessedBy: string;
  weight: number;
  passMark: number | null;
  items: JsonWithDefault<unknown>;
  scale: JsonSetLater<object[] | null>;
  status: Generated<string>;
  openedAt: Date | null;
  closedAt: Date | null;
  version: Generated<number>;
};

export type SelectionStageChangesTable = {
  id: Generated<string>;
  stageId: Fixed<string>;
  at: Fixed<Date>;
  actorId: Fixed<string>;
  reason: Fixed<string>;
  before: Json<unknown>;
  after: Json<unknown>;
  nonce: Generated<string | null>;
};

export type ScoreSheetsTable = {
  stageId: Fixed<string>;
  applicationId: Fixed<string>;
  accountId: Fixed<string>;
  scores: JsonWithDefault<unknown>;
  updatedAt: Date;
  signedAt: Date | null;
  /** Made as it is signed, and hashed with it. */
  nonce: Generated<string | null>;
  version: Generated<number>;
};

export type ConsensusSheetsTable = {
  stageId: Fixed<string>;
  applicationId: Fixed<string>;
  scores: Json<unknown>;
  members: string[];
  recordedBy: string;
  recordedAt: Date;
  version: Generated<number>;
  /** Made as it is agreed on, and hashed with its words. */
  nonce: Generated<string | null>;
};

export type LanguageResultsTable = {
  id: Generated<string>;
  stageId: Fixed<string>;
  applicationId: Fixed<string>;
  language: Fixed<string>;
  level: Fixed<string>;
  reason: Generated<string>;
  recordedAt: Fixed<Date>;
  recordedBy: Fixed<string>;
  /** Made as it is recorded, and hashed with its words. */
  nonce: Generated<string | null>;
};

export type SelectionReportsTable = {
  id: Generated<string>;
  vacancyReference: Fixed<string>;
  number: Fixed<number>;
  status: Generated<string>;
  proposals: JsonWithDefault<unknown>;
  texts: JsonWithDefault<unknown>;
  content: string | null;
  contentSha256: Buffer | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  decidedByName: string | null;
  decisionReason: Generated<string>;
  decisions: JsonSetLater<object[] | null>;
  releasedAt: Date | null;
  releasedBy: string | null;
  createdAt: Fixed<Date>;
  version: Generated<number>;
  reviewId: Fixed<string | null>;
  decidedMeans: string | null;
  decidedEvidence: JsonSetLater<Record<string, unknown> | null>;
  /** Made as it is decided, and hashed with the reason and the decisions. */
  nonce: Generated<string | null>;
};

export type ReviewRequestsTable = {
  id: Generated<string>;
  applicationId: Fixed<string>;
  decisionNumber: Fixed<number>;
  reportId: Fixed<string | null>;
  reportSha256: Fixed<Buffer | null>;
  kind: Fixed<string>;
  words: Fixed<string>;
  lateReason: ColumnType<string, string | undefined, never>;
  isLate: Fixed<boolean>;
  askedAt: Fixed<Date>;
  answerBy: Fixed<string | null>;
  status: Generated<string>;
  reviewerId: string | null;
  reviewerName: string | null;
  assignedAt: Date | null;
  assignedBy: string | null;
  outcomeReason: Generated<string>;
  redoFrom: string | null;
  redoReach: string | null;
  decidedAt: Date | null;
  version: Generated<number>;
  nonce: Generated<string | null>;
  outcomeNonce: Generated<string | null>;
};

export type VoidedScoresTable = {
  reviewId: Fixed<string>;
  stageId: Fixed<string>;
};

export type RedoneStagesTable = {
  reviewId: Fixed<string>;
  stageId: Fixed<string>;
  opensAt: Date | null;
  closesAt: Date | null;
  windowSetBy: string | null;
  version: Generated<number>;
};

export type VoidedResultsTable = {
  id: Generated<string>;
  reviewId: Fixed<string>;
  applicationId: Fixed<string>;
  stageId: Fixed<string | null>;
  kind: Fixed<string>;
  accountId: Fixed<string | null>;
  content: Json<Record<string, unknown>>;
  voidedAt: Fixed<Date>;
};

export type WrittenTestsTable = {
  stageId: Fixed<string>;
  minutes: number;
  opensAt: Date;
  closesAt: Date;
  byNumber: Generated<boolean>;
  maxCharacters: number;
  questions: JsonLater<unknown[] | null>;
  version: Generated<number>;
};

export type WrittenPapersTable = {
  stageId: Fixed<string>;
  applicationId: Fixed<string>;
  begunAt: Fixed<Date>;
  endsAt: Date;
  texts: JsonWithDefault<unknown>;
  savedAt: Date | null;
  handedInAt: Date | null;
  version: Generated<number>;
  /** Made as it is handed in, and hashed with its words. */
  nonce: Generated<string | null>;
};

export type SimilarPostConsentsTable = {
  applicationId: Fixed<string>;
  agreedAt: Fixed<Date>;
};

export type SimilarPostOffersTable = {
  id: Generated<string>;
  vacancyReference: Fixed<string>;
  applicationId: Fixed<string>;
  status: Generated<string>;
  reason: Fixed<string>;
  offeredAt: Fixed<Date>;
  offeredBy: Fixed<string>;
  offeredByName: Fixed<string>;
  endedAt: Date | null;
  version: Generated<number>;
  /** Made as it is offered, and hashed with its reason. */
  nonce: Generated<string | null>;
};

export type AppointmentsTable = {
  id: Generated<string>;
  applicationId: Fixed<string>;
  vacancyReference: Fixed<string>;
  /** `YYYY-MM-DD` where the post is. */
  startsOn: string | null;
  begunAt: Fixed<Date>;
  begunBy: Fixed<string>;
  begunByName: Fixed<string>;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: Generated<string>;
  endNonce: string | null;
  /** When somebody said that they are appointed, and who. */
  appointedAt: Generated<Date | null>;
  appointedBy: Generated<string | null>;
  appointedByName: Generated<string | null>;
  version: Generated<number>;
};

export type ConditionStepsTable = {
  appointmentId: Fixed<string>;
  condition: Fixed<string>;
  number: Fixed<number>;
  action: Fixed<string>;
  state: Fixed<string>;
  onDay: Fixed<string>;
  validUntil: Fixed<string | null>;
  level: Fixed<string | null>;
  authority: Fixed<string>;
  reason: Fixed<string>;
  takenAt: Fixed<Date>;
  takenBy: Fixed<string>;
  takenByName: Fixed<string>;
  nonce: Fixed<string>;
};

export type VerificationStepsTable = {
  appointmentId: Fixed<string>;
  part: Fixed<string>;
  entry: Fixed<string>;
  number: Fixed<number>;
  action: Fixed<string>;
  onDay: Fixed<string>;
  words: Fixed<string>;
  takenAt: Fixed<Date>;
  takenBy: Fixed<string>;
  takenByName: Fixed<string>;
  nonce: Fixed<string>;
};

export type AppointmentOffersTable = {
  id: Generated<string>;
  appointmentId: Fixed<string>;
  number: Fixed<number>;
  /** An object; `KeptChoice`. */
  choice: Json<unknown>;
  state: Generated<string>;
  figures: string | null;
  /** `YYYY-MM-DD` where the post is. */
  answerBy: string | null;
  sentAt: Date | null;
  seenAt: Date | null;
  answeredAt: Date | null;
  content: string | null;
  contentSha256: Buffer | null;
  means: string | null;
  evidence: Json<unknown> | null;
  version: Generated<number>;
};

export type OfferStepsTable = {
  offerId: Fixed<string>;
  number: Fixed<number>;
  action: Fixed<string>;
  approvalStep: Fixed<string | null>;
  choice: JsonOrNull<Record<string, unknown> | null>;
  reason: Fixed<string>;
  authority: Fixed<string>;
  onDay: Fixed<string | null>;
  takenAt: Fixed<Date>;
  takenBy: Fixed<string | null>;
  takenByName: Fixed<string | null>;
  nonce: Fixed<string>;
};

export type OfferDocumentsTable = {
  offerId: Fixed<string>;
  language: Fixed<string>;
  content: Fixed<Buffer>;
  sha256: Fixed<Buffer>;
};

export type OfferRemindersTable = { offerId: Fixed<string>; daysBefore: Fixed<number>; sentAt: Fixed<Date> };

export type ContractStepsTable = {
  appointmentId: Fixed<string>;
  number: Fixed<number>;
  action: Fixed<string>;
  months: Fixed<number | null>;
  onDay: Fixed<string | null>;
  authority: Fixed<string>;
  agreedOn: Fixed<string | null>;
  ground: Fixed<string | null>;
  reason: Fixed<string>;
  terms: Fixed<string | null>;
  takenAt: Fixed<Date>;
  takenBy: Fixed<string>;
  takenByName: Fixed<string>;
  nonce: Fixed<string>;
};

export type ContractRemindersTable = {
  appointmentId: Fixed<string>;
  kind: Fixed<string>;
  day: Fixed<string>;
  remindOn: Fixed<string>;
  sentAt: Fixed<Date>;
};

export type ContractFeedsTable = { accountId: Fixed<string>; tokenHash: Buffer; madeAt: Date };

export type ConditionRemindersTable = {
  appointmentId: Fixed<string>;
  condition: Fixed<string>;
  kind: Fixed<string>;
  day: Fixed<string>;
  sentAt: Fixed<Date>;
};

/** `name` and `content` are sealed. */
export type ConditionDocumentsTable = {
  id: Generated<string>;
  number: GeneratedAlways<number>;
  appointmentId: Fixed<string>;
  condition: Fixed<string>;
  item: Fixed<string>;
  name: Buffer;
  mediaType: Fixed<string>;
  sizeBytes: Fixed<number>;
  content: Buffer;
  uploadedAt: Fixed<Date>;
  scan: string;
  scannedAt: Date | null;
};

export type HandOverEndpointsTable = {
  neighbour: Fixed<string>;
  url: string;
  setAt: Date;
  setBy: string;
  setByName: string;
  version: Generated<number>;
};

/** `secret` is sealed. */
export type HandOverSecretsTable = {
  id: Fixed<string>;
  neighbour: Fixed<string>;
  number: Fixed<number>;
  secret: Buffer;
  madeAt: Fixed<Date>;
  signsUntil: Date | null;
};

/** `payload` is sealed. */
export type HandOversTable = {
  id: Fixed<string>;
  number: GeneratedAlways<number>;
  appointmentId: Fixed<string>;
  neighbour: Fixed<string>;
  event: Fixed<string>;
  state: Generated<string>;
  payload: Buffer | null;
  queuedAt: Fixed<Date>;
  nextTryAt: Date | null;
  tries: Generated<number>;
  settledAt: Generated<Date | null>;
  stopReason: Generated<string>;
  stopNonce: Generated<string | null>;
  version: Generated<number>;
};

export type HandOverAttemptsTable = {
  handOverId: Fixed<string>;
  number: Fixed<number>;
  at: Fixed<Date>;
  status: Fixed<number | null>;
  problem: Fixed<string | null>;
  durationMs: Fixed<number>;
};

export type AppointmentMailsTable = {
  accountId: Fixed<string>;
  day: Fixed<string>;
  appointmentId: Fixed<string>;
  kind: Fixed<string>;
  sentAt: Fixed<Date>;
};

export type ReportSignaturesTable = {
  reportId: Fixed<string>;
  accountId: Fixed<string>;
  name: Fixed<string>;
  role: Fixed<string>;
  contentSha256: Fixed<Buffer>;
  dissent: Generated<string>;
  signedAt: Fixed<Date>;
  means: Generated<string>;
  evidence: JsonOrNull<Record<string, unknown> | null>;
  /** Made as it is signed, and hashed with its words. */
  nonce: Generated<string | null>;
};

export type ScreeningsTable = {
  vacancyReference: Fixed<string>;
  screeners: Fixed<number>;
  anonymousUntil: Fixed<string | null>;
  requirements: Json<unknown>;
  begunAt: Fixed<Date>;
  begunBy: Fixed<string>;
};

export type ScreenedApplicationsTable = {
  applicationId: Fixed<string>;
  vacancyReference: Fixed<string>;
  rules: Json<unknown>;
  outcome: string | null;
  findings: JsonLater<Record<string, unknown> | null>;
  settledAt: Date | null;
  settledBy: string | null;
  /** Made as it is settled, and hashed with its words. */
  nonce: Generated<string | null>;
};

export type ScreeningSheetsTable = {
  applicationId: Fixed<string>;
  screenerId: Fixed<string>;
  findings: JsonWithDefault<unknown>;
  outcome: string | null;
  version: Generated<number>;
  assignedAt: Fixed<Date>;
  assignedBy: Fixed<string>;
  savedAt: Date | null;
  signedAt: Date | null;
  reopenings: JsonWithDefault<unknown>;
  /** Made as it is signed, and hashed with its words. */
  nonce: Generated<string | null>;
};

export type ScreeningRevealsTable = {
  applicationId: Fixed<string>;
  accountId: Fixed<string>;
  passage: Fixed<string>;
  kind: Fixed<string>;
  reason: Fixed<string>;
  revealedAt: Fixed<Date>;
  nonce: Generated<string | null>;
};

export type ScreeningPagesTable = {
  applicationId: Fixed<string>;
  kind: Fixed<string>;
  page: Fixed<number>;
  askedBy: Fixed<string>;
  askedAt: Fixed<Date>;
  reason: Fixed<string>;
  answeredBy: string | null;
  answeredAt: Date | null;
  transcription: string | null;
};

export type ScreeningDueDatesTable = {
  vacancyReference: Fixed<string>;
  number: Fixed<number>;
  dueOn: Fixed<string>;
  reason: Fixed<string>;
  setAt: Fixed<Date>;
  setBy: Fixed<string>;
  nonce: Generated<string | null>;
};

export type ScreeningRemindersTable = {
  vacancyReference: Fixed<string>;
  accountId: Fixed<string>;
  dueOn: Fixed<string>;
  daysFromDue: Fixed<number>;
  sentAt: Fixed<Date>;
};

export type ScreeningDuplicatesTable = {
  applicationId: Fixed<string>;
  otherId: Fixed<string>;
  verdict: string;
  reason: string;
  decidedAt: Date;
  decidedBy: string;
  nonce: Generated<string | null>;
};
export type StageSchedulesTable = {
  stageId: Fixed<string>;
  kind: string;
  zone: string;
  chooseBy: Date;
  changeBy: Date;
  offeredAt: Date | null;
  offeredBy: string | null;
  version: Generated<number>;
};

export type StageSlotsTable = {
  id: Generated<string>;
  stageId: Fixed<string>;
  startsAt: Fixed<Date>;
  minutes: Fixed<number>;
  capacity: number | null;
  place: JsonWithDefault<unknown>;
  link: Generated<string>;
  cancelledAt: Date | null;
  cancelledBy: string | null;
  cancelReason: string | null;
};

export type StageAttendancesTable = {
  stageId: Fixed<string>;
  applicationId: Fixed<string>;
  slotId: string | null;
  reply: string;
  repliedAt: Date;
  extraMinutes: Generated<number>;
  request: string | null;
  requestedAt: Date | null;
  answer: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  outcome: string | null;
  outcomeReason: Generated<string>;
  outcomeAt: Date | null;
  outcomeBy: string | null;
  version: Generated<number>;
};

export type LateWishesTable = {
  id: Generated<string>;
  stageId: Fixed<string>;
  applicationId: Fixed<string>;
  kind: Fixed<string>;
  minutes: ColumnType<number | null, number | undefined, never>;
  words: ColumnType<string, string | undefined, never>;
  lateBy: Fixed<string>;
  madeAt: Fixed<Date>;
  madeBy: Fixed<string>;
  nonce: ColumnType<string | null, string | undefined, never>;
};

export type StageRemindersTable = {
  stageId: string;
  applicationId: string;
  before: string;
  dueAt: Date;
  hoursBefore: number;
  toldAt: Date;
};

export type StageChangesToldTable = { changeId: string; toldAt: Date };

export type RefereesTable = {
  id: Generated<string>;
  stageId: Fixed<string>;
  applicationId: Fixed<string>;
  name: string;
  email: string;
  relation: Generated<string>;
  language: string;
  status: Generated<string>;
  namedAt: Fixed<Date>;
  consentedAt: Date | null;
  askedAt: Date | null;
  tokenHash: Buffer | null;
  draft: JsonWithDefault<unknown>;
  given: JsonSetLater<object | null>;
  answeredAt: Date | null;
  declineWord: Generated<string>;
  version: Generated<number>;
  /** Made as it is answered, and hashed with its words. */
  nonce: Generated<string | null>;
};

export type RefereeRemindersTable = { refereeId: string; days: number; askedAt: Date; toldAt: Date };

export type ApplicationStagesTable = {
  applicationId: Fixed<string>;
  number: Fixed<number>;
  position: Fixed<string>;
  stage: Fixed<string | null>;
  dueOn: Fixed<string | null>;
  enteredAt: Fixed<Date>;
  actorId: Fixed<string>;
  reason: Fixed<string | null>;
  told: JsonOrNull<Record<string, string> | null>;
  note: JsonWithDefault<unknown>;
  belowLevel: ColumnType<string, string | undefined, never>;
  /** Made as the step is taken, and hashed with its words. */
  nonce: Generated<string | null>;
};

export type ApplicationWithdrawalsTable = { applicationId: string; withdrawnAt: Date; reason: string | null };

export type MessagesTable = {
  id: Generated<string>;
  applicationId: Fixed<string>;
  sender: Fixed<string>;
  authorId: Fixed<string>;
  sentAt: Fixed<Date>;
  subject: Json<unknown>;
  body: Json<unknown>;
  replies: Fixed<boolean>;
  readAt: Date | null;
  /** Made as it is sent, and hashed with its words. */
  nonce: Generated<string | null>;
};

/** Columns of bytes are sealed (`platform/sealing.ts`), but for ids and times. */
export type AccommodationRequestsTable = {
  id: Generated<string>;
  applicationId: Fixed<string>;
  status: Generated<string>;
  request: Buffer;
  answer: Buffer | null;
  arrangement: string | null;
  requestedAt: Date;
  decidedAt: Date | null;
  version: Generated<number>;
};

export type AccommodationEvidenceTable = {
  id: Generated<string>;
  requestId: Fixed<string>;
  file: Buffer;
  uploadedAt: Fixed<Date>;
  scan: Generated<string>;
  scannedAt: Generated<Date | null>;
};

export type IntegrityReadingsTable = { applicationId: Fixed<string>; readAt: Fixed<Date> };

export type IntegrityTextsTable = {
  id: Generated<number>;
  applicationId: Fixed<string>;
  part: Fixed<string>;
  sha256: Fixed<Buffer>;
  content: Fixed<string>;
  seen: Json<unknown>;
  problem: Fixed<string | null>;
};

export type IntegrityFingerprintsTable = { hash: Fixed<number>; textId: Fixed<number> };

export type IntegrityCasesTable = {
  id: Generated<string>;
  applicationId: Fixed<string>;
  status: string;
  reason: Fixed<string>;
  evidence: Json<unknown>;
  openedAt: Fixed<Date>;
  openedBy: Fixed<string>;
  answerUntil: Fixed<Date>;
  answer: string | null;
  answeredAt: Date | null;
  decisionReason: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  version: Generated<number>;
  nonce: Generated<string | null>;
  answerNonce: Generated<string | null>;
  decisionNonce: Generated<string | null>;
};

export type EqualityCountsTable = {
  vacancyReference: Fixed<string>;
  question: Fixed<string>;
  answer: Fixed<string>;
  count: number;
};

export type EqualityPagesTable = { applicationId: Fixed<string> };

export type EqualitySlipsTable = {
  mark: Fixed<Buffer>;
  vacancyReference: Fixed<string>;
  sealed: Fixed<Buffer>;
};

export type EqualityFiguresTable = {
  vacancyReference: Fixed<string>;
  figures: JsonOrNull<object | null>;
  countedAt: Fixed<Date>;
};

export type ReceiptLogKeysTable = {
  id: Fixed<string>;
  name: Fixed<string>;
  publicKey: Fixed<Buffer>;
  sealedPrivateKey: Buffer | null;
  madeAt: Fixed<Date>;
  retiredAt: Date | null;
};

export type ReceiptLogNodesTable = {
  level: Fixed<number>;
  index: ColumnType<string, number, never>;
  hash: Fixed<Buffer>;
};

export type ReceiptLogEntriesTable = {
  applicationId: Fixed<string>;
  leafIndex: ColumnType<string, number, never>;
  enteredAt: Fixed<Date>;
  beforeLog: Fixed<boolean>;
};

export type ReceiptLogHeadsTable = {
  treeSize: ColumnType<string, number, never>;
  rootHash: Fixed<Buffer>;
  at: Fixed<Date>;
  keyId: Fixed<string>;
  signature: Fixed<Buffer>;
};

export type ReceiptsToEnterTable = { applicationId: Fixed<string>; beforeLog: Fixed<boolean> };

export type ServerRunsTable = { id: Fixed<string>; beganAt: Fixed<Date>; lastAt: Date };

export type RefusedRequestsTable = { minute: Fixed<Date>; kind: Fixed<string>; count: number };

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
  unsubscribeUrl: string | null;
  calendar: string | null;
  calendarMethod: string | null;
};

export type Schema = {
  accounts: AccountsTable;
  accountRoles: AccountRolesTable;
  sessions: SessionsTable;
  signIns: SignInsTable;
  authenticators: AuthenticatorsTable;
  recoveryCodes: RecoveryCodesTable;
  passkeys: PasskeysTable;
  signInSteps: SignInStepsTable;
  addressChanges: AddressChangesTable;
  identities: IdentitiesTable;
  servingStaff: ServingStaffTable;
  accountDeletions: AccountDeletionsTable;
  oneTimeLinks: OneTimeLinksTable;
  attempts: AttemptsTable;
  events: EventsTable;
  eventChain: EventChainTable;
  eventHeads: EventHeadsTable;
  vacancies: VacanciesTable;
  publicChanges: PublicChangesTable;
  vacancySearch: VacancySearchTable;
  searchWords: SearchWordsTable;
  bookmarks: BookmarksTable;
  followers: FollowersTable;
  savedSearches: SavedSearchesTable;
  alertedVacancies: AlertedVacanciesTable;
  noticeImports: NoticeImportsTable;
  noticeVersions: NoticeVersionsTable;
  noticeFaults: NoticeFaultsTable;
  noticeFaultReadings: NoticeFaultReadingsTable;
  deadlineExtensions: DeadlineExtensionsTable;
  applications: ApplicationsTable;
  toldNews: ToldNewsTable;
  missedNews: MissedNewsTable;
  draftReminders: DraftRemindersTable;
  applicationDocuments: ApplicationDocumentsTable;
  documentsSetAside: DocumentsSetAsideTable;
  receipts: ReceiptsTable;
  competitionMembers: CompetitionMembersTable;
  competitionDeclarations: CompetitionDeclarationsTable;
  conflictsOfInterest: ConflictsOfInterestTable;
  selectionStages: SelectionStagesTable;
  selectionStageChanges: SelectionStageChangesTable;
  scoreSheets: ScoreSheetsTable;
  consensusSheets: ConsensusSheetsTable;
  languageResults: LanguageResultsTable;
  selectionReports: SelectionReportsTable;
  reportSignatures: ReportSignaturesTable;
  screenings: ScreeningsTable;
  screenedApplications: ScreenedApplicationsTable;
  screeningSheets: ScreeningSheetsTable;
  screeningReveals: ScreeningRevealsTable;
  screeningPages: ScreeningPagesTable;
  screeningDuplicates: ScreeningDuplicatesTable;
  screeningDueDates: ScreeningDueDatesTable;
  screeningReminders: ScreeningRemindersTable;
  stageSchedules: StageSchedulesTable;
  stageSlots: StageSlotsTable;
  stageAttendances: StageAttendancesTable;
  lateWishes: LateWishesTable;
  stageReminders: StageRemindersTable;
  stageChangesTold: StageChangesToldTable;
  referees: RefereesTable;
  refereeReminders: RefereeRemindersTable;
  reviewRequests: ReviewRequestsTable;
  voidedScores: VoidedScoresTable;
  redoneStages: RedoneStagesTable;
  voidedResults: VoidedResultsTable;
  writtenTests: WrittenTestsTable;
  writtenPapers: WrittenPapersTable;
  similarPostConsents: SimilarPostConsentsTable;
  similarPostOffers: SimilarPostOffersTable;
  appointments: AppointmentsTable;
  conditionSteps: ConditionStepsTable;
  conditionReminders: ConditionRemindersTable;
  verificationSteps: VerificationStepsTable;
  conditionDocuments: ConditionDocumentsTable;
  appointmentMails: AppointmentMailsTable;
  handOverEndpoints: HandOverEndpointsTable;
  handOverSecrets: HandOverSecretsTable;
  handOvers: HandOversTable;
  handOverAttempts: HandOverAttemptsTable;
  appointmentOffers: AppointmentOffersTable;
  offerSteps: OfferStepsTable;
  offerDocuments: OfferDocumentsTable;
  offerReminders: OfferRemindersTable;
  contractSteps: ContractStepsTable;
  contractReminders: ContractRemindersTable;
  contractFeeds: ContractFeedsTable;
  applicationStages: ApplicationStagesTable;
  applicationWithdrawals: ApplicationWithdrawalsTable;
  messages: MessagesTable;
  accommodationRequests: AccommodationRequestsTable;
  accommodationEvidence: AccommodationEvidenceTable;
  integrityReadings: IntegrityReadingsTable;
  integrityTexts: IntegrityTextsTable;
  integrityFingerprints: IntegrityFingerprintsTable;
  integrityCases: IntegrityCasesTable;
  equalityCounts: EqualityCountsTable;
  equalityPages: EqualityPagesTable;
  equalitySlips: EqualitySlipsTable;
  equalityFigures: EqualityFiguresTable;
  receiptLogKeys: ReceiptLogKeysTable;
  receiptLogNodes: ReceiptLogNodesTable;
  receiptLogEntries: ReceiptLogEntriesTable;
  receiptLogHeads: ReceiptLogHeadsTable;
  receiptsToEnter: ReceiptsToEnterTable;
  serverRuns: ServerRunsTable;
  refusedRequests: RefusedRequestsTable;
  profiles: ProfilesTable;
  profileImports: ProfileImportsTable;
  profileDocuments: ProfileDocumentsTable;
  mails: MailsTable;
};

/** The database, or a transaction on it: queries take either. */
export type Db = Kysely<Schema> | Transaction<Schema>;
