import type { Context } from '../people/context.ts';
import type { Task } from '../platform/tasks.ts';
import { applicationsToRead, forgetTexts, readApplication } from './integrity-text-queries.ts';

const EVERY_MS = 60_000;
/** So many at a time: a letter takes a fifth of a second, and other tasks wait meanwhile. */
const AT_A_TIME = 50;

/** What is read by itself once a vacancy has closed, so that passages two letters share can be found when a person asks. */
export const integrityTasks = (context: Pick<Context, 'db' | 'organisation' | 'clock'>): Task[] => [
  { name: 'texts of applications', everyMs: EVERY_MS, run: () => readClosed(context) },
];

/** Reads those of closed vacancies; where the organisation examines none, forgets what was read. Answers how many. */
export async function readClosed({ db, organisation, clock }: Pick<Context, 'db' | 'organisation' | 'clock'>) {
  if (!organisation.integrity.examined) return forgetTexts(db);
  const waiting = await applicationsToRead(db, AT_A_TIME);
  for (const application of waiting) await readApplication({ db, organisation }, application, clock());
  return waiting.length;
}
