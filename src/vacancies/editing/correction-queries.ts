import type { Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import type { Extension } from './correction.ts';
import type { ToSave } from './edit-correction.ts';
import { inTransaction, recordVacancy, type ChangedMeanwhile } from '../vacancy-queries.ts';
import type { VacancyChange } from '../vacancy-change.ts';
import type { Vacancy } from '../vacancy.ts';

/** Writes a vacancy whose notice was changed, and the extension that people are to be told of, in one transaction. */
export function recordEdit(
  db: Db,
  { vacancy, extension, action, details }: ToSave,
  { by, at }: Pick<VacancyChange, 'by' | 'at'>,
): Promise<Result<Vacancy, ChangedMeanwhile>> {
  return inTransaction(db, async (transaction) => {
    const recorded = await recordVacancy(transaction, vacancy, { action, details, by, at });
    if (recorded.ok && extension) await insertExtension(transaction, vacancy.reference, { ...extension, at });
    return recorded;
  });
}

/** Without an end, a deadline is extended to `infinity`. */
async function insertExtension(
  db: Db,
  reference: string,
  { previousAt, extendedTo, at }: Extension & { at: Date },
): Promise<void> {
  await db
    .insertInto('deadlineExtensions')
    .values({ reference, previousAt, extendedTo: extendedTo ?? 'infinity', madeAt: at, toldAt: null, entrance: null })
    .execute();
}
