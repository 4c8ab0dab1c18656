import type { Finding } from '../notices/lint/finding.ts';
import { lintRecord } from '../notices/lint/lint-notice.ts';
import { loadSpelling } from '../notices/lint/spelling.ts';
import type { LintTools } from '../notices/lint/subject.ts';
import { isFinal } from './vacancy-state.ts';
import type { PublicationChecks, Vacancy } from './vacancy.ts';

type Rules = Omit<LintTools, 'spelling'>;

/**
 * What the linter finds in a notice as it stands, judged by the civil day (UTC) of its publication, or by that of `now`
 * while it is not published. What is over is not checked any more.
 */
export async function lintedNow(vacancy: Vacancy, { organisation, vocabulary }: Rules, now: Date): Promise<Finding[]> {
  const { notice, places, doubts, status, publishedAt } = vacancy;
  if (isFinal(status)) return [];
  const day = (publishedAt ?? now).toISOString().slice(0, 10);
  const open = doubts.filter(({ state }) => state === 'open');
  const tools = { organisation, vocabulary, spelling: await loadSpelling() };
  const when = publishedAt === null ? { today: day } : { publishedOn: day };
  return lintRecord({ record: notice, places, doubts: open, ...when }, tools);
}

/** All that a move of this vacancy is decided on at `now`. */
export async function checksOf(
  vacancy: Vacancy,
  rules: Rules,
  { now, reason }: Pick<PublicationChecks, 'now' | 'reason'>,
): Promise<PublicationChecks> {
  const { steps } = rules.organisation.notices.approval;
  return { now, reason, steps, findings: await lintedNow(vacancy, rules, now) };
}
