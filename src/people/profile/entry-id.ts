import { randomBytes } from 'node:crypto';

/** A name for a new entry, which its form and the applications that copy it know it by. */
export const newEntryId = (): string => randomBytes(5).toString('hex');
