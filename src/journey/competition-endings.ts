import { createHash } from 'node:crypto';
import type { Db } from '../schema.ts';

/** A row of the order as it is read: the rank, a name, a number, the total; levels of languages follow. */
export function merits(row: string): [number: string, { rank: number; total: string }] {
  const [, rank = '', number = '', total = ''] = /^\s*(\d+).*(A-\d+-\d+)\s+(\d+[.,]\d\d)(?!\S)/s.exec(row) ?? [];
  return [number, { rank: Number(rank), total: total.replace(',', '.') }];
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** Of each letter that was received. */
export async function hashesReceived(db: Db): Promise<string[]> {
  const received = await db.selectFrom('applicationDocuments').select('sha256').execute();
  return received.map(({ sha256 }) => sha256.toString('hex'));
}

/** Where each application came to, by its number. */
export async function lastSteps(db: Db) {
  const steps = await db
    .selectFrom('applicationStages')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['applications.number', 'position', 'reason'])
    .orderBy('applicationStages.number')
    .execute();
  return new Map(steps.map(({ number, position, reason }) => [number, { position, reason }]));
}

/** The name of a country, by its code. */
export const countryIn = (language: string, code: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
