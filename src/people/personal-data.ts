import type { Localized } from '../platform/language.ts';
import type { Db } from '../schema.ts';

export type PersonalFile = { name: string; content: Uint8Array };

/** What one feature keeps of a person: how it is handed out, and how it is deleted. */
export type PersonalDataPart = {
  /** Its name in the file for machines. */
  name: string;
  title: Localized;
  /** The tables it answers for, as the database calls them: a test finds the table that no part answers for. */
  tables: readonly string[];
  /** All there is of it, nothing that only guards an account (hashes, keys); files go along beside it. */
  export: (db: Db, accountId: string) => Promise<{ records: object[]; files?: PersonalFile[] }>;
  /** Deletes what need not be kept. What must be is deleted by the retention task, and the account's row after it. */
  erase: (db: Db, accountId: string, now: Date) => Promise<void>;
};

/** Each feature's part, in the order in which a person is shown them. */
export type PersonalData = readonly PersonalDataPart[];

/** For so many days a deletion can be called off by the link in the mail, or by signing in. */
export const DAYS_TO_CALL_OFF = 7;

export const deletionDue = (now: Date): Date => new Date(now.getTime() + DAYS_TO_CALL_OFF * 24 * 3_600_000);
