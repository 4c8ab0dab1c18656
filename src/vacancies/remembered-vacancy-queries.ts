import type { Db } from '../schema.ts';
import { findVacancy } from './vacancy-queries.ts';
import type { Vacancy } from './vacancy.ts';

/** Which state of a vacancy is meant, as another query has just read it. */
export type VacancyMark = Pick<Vacancy, 'reference' | 'version' | 'updatedAt'>;

/** The vacancies that people are applying to at the same time are few; the last asked for stay. */
const MOST = 100;

/**
 * Vacancies as they were last read, so that each save of a draft need not read its vacancy again. Exact at any time, for
 * it is asked with the mark that the table has now: a vacancy of another mark is read anew.
 */
export function rememberedVacancies(): (db: Db, mark: VacancyMark) => Promise<Vacancy> {
  const known = new Map<string, Vacancy>();
  return async (db, mark) => {
    const there = known.get(mark.reference);
    if (there && isSame(there, mark)) return there;
    const read = await findVacancy(db, mark.reference);
    if (!read) throw new Error('An application without its vacancy');
    known.delete(mark.reference);
    known.set(mark.reference, read);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return read;
  };
}

const isSame = (one: VacancyMark, other: VacancyMark): boolean =>
  one.version === other.version && one.updatedAt.getTime() === other.updatedAt.getTime();
