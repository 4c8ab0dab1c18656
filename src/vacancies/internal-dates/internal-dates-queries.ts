import { recordEvent } from '../../people/event-queries.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { keepSearchDocument } from '../search/search-document-queries.ts';
import { inTransaction, writeInternalDates, type ChangedMeanwhile } from '../vacancy-queries.ts';
import type { VacancyChange } from '../vacancy-change.ts';
import type { Dating } from './internal-dates.ts';

/**
 * Writes the dates of serving staff, the event, and what those concerned are to be told.
 */
export function recordInternalDates(
  db: Db,
  { vacancy, moved }: Dating,
  { details, ...change }: Pick<VacancyChange, 'by' | 'at' | 'details'>,
): Promise<Result<null, ChangedMeanwhile>> {
  const { reference } = vacancy;
  return inTransaction(db, async (transaction) => {
    if (!(await writeInternalDates(transaction, vacancy))) return refuse({ kind: 'changed-meanwhile' });
    await keepSearchDocument(transaction, vacancy, change.at);
    const event = { subject: 'vacancy', subjectId: reference, action: 'internal-dates', ...change } as const;
    await recordEvent(transaction, { ...event, ...(details && { details }) });
    if (moved)
      await transaction
        .insertInto('deadlineExtensions')
        .values({
          reference,
          previousAt: moved.previousAt ?? 'infinity',
          extendedTo: moved.extendedTo ?? 'infinity',
          madeAt: change.at,
          toldAt: null,
          entrance: 'internal',
        })
        .execute();
    return ok(null);
  });
}
