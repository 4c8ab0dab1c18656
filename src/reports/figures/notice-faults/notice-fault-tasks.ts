import { lintRecord } from '../../../notices/lint/lint-notice.ts';
import { loadSpelling } from '../../../notices/lint/spelling.ts';
import type { Context } from '../../../people/context.ts';
import type { Task } from '../../../platform/tasks.ts';
import { faultsOf } from './notice-faults.ts';
import { recordFaults, unreadVersions } from './notice-fault-queries.ts';

type Outside = Pick<Context, 'db' | 'organisation' | 'vocabulary'>;

const EVERY_MS = 10_000;
/** A version takes tens of milliseconds: a long run would keep others waiting. */
const AT_ONCE = 20;

export const noticeFaultTasks = (outside: Outside): Task[] => [
  { name: 'faults of notices', everyMs: EVERY_MS, run: () => readFaults(outside) },
];

/**
 * Has the linter read the versions of notices that it has not, each by the rules of the day (UTC) on which it was saved.
 * Answers how many were read.
 */
export async function readFaults(outside: Outside): Promise<number> {
  const { db, organisation, vocabulary } = outside;
  const versions = await unreadVersions(db, AT_ONCE);
  if (versions.length === 0) return 0;
  const tools = { organisation, vocabulary, spelling: await loadSpelling() };
  for (const { notice, savedAt, ...version } of versions) {
    const today = savedAt.toISOString().slice(0, 10);
    const findings = lintRecord({ record: notice, places: {}, doubts: [], today }, tools);
    await recordFaults(db, version, faultsOf(findings));
  }
  return versions.length;
}
