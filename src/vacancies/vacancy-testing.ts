import type { NoticeRecord } from '../notices/notice.ts';
import { exampleNotice } from '../notices/notice-testing.ts';
import type { Db } from '../schema.ts';
import { insertNewVacancy } from './vacancy-queries.ts';
import { isPublic } from './vacancy-state.ts';
import { NEW_NOTICE, type Vacancy } from './vacancy.ts';

const DAY = 24 * 3_600_000;
const DEADLINE = new Date('2026-12-18T22:59:59Z');
const CREATED = new Date('2026-11-02T09:00:00Z');
const PUBLISHED = new Date('2026-11-16T09:00:00Z');

type Given = Partial<Omit<Vacancy, 'notice'>> & { notice?: Partial<NoticeRecord> };

/** The path of the Northern Rivers Commission, taken to its end. */
export const APPROVED: Vacancy['approvals'] = ['hiring-manager', 'translation', 'human-resources', 'budget'].map(
  (step) => ({ step, decision: 'approved', by: null, at: '2026-11-14T09:00:00.000Z' }),
);

/**
 * A complete vacancy in both languages, a draft unless said otherwise, and approved once it is in review; a test states
 * only what it is about.
 */
export function exampleVacancy(given: Given = {}): Vacancy {
  const { reference = '260014', status = 'draft', deadlineAt = DEADLINE } = given;
  const latest = deadlineAt ? new Date(deadlineAt.getTime() - DAY) : PUBLISHED;
  return {
    ...NEW_NOTICE,
    places: {},
    doubts: [],
    deadlineZone: 'Europe/Brussels',
    publishedAt: isPublic(status) ? (latest < PUBLISHED ? latest : PUBLISHED) : null,
    publishAt: status === 'scheduled' ? latest : null,
    createdAt: CREATED,
    updatedAt: CREATED,
    version: 1,
    approvals: status === 'draft' ? [] : APPROVED,
    ...given,
    reference,
    status,
    deadlineAt,
    notice: exampleNotice({ reference, ...given.notice }),
  };
}

/** Writes an example vacancy: `await insertVacancy(db, { reference: '260014', status: 'published', deadlineAt })`. */
export async function insertVacancy(db: Db, given: Given = {}): Promise<Vacancy> {
  const vacancy = exampleVacancy(given);
  await insertNewVacancy(db, vacancy);
  return vacancy;
}
