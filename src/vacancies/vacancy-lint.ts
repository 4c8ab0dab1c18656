import type { Finding } from '../notices/lint/finding.ts';
import { lintRecord } from '../notices/lint/lint-notice.ts';
import { loadSpelling } from '../notices/lint/spelling.ts';
import type { LintTools } from '../notices/lint/subject.ts';
import { isFinal } from './vacancy-state.ts';
import type { MoveMade } from './vacancy-moves.ts';
import type { Vacancy } from './vacancy.ts';

type Rules = Omit<LintTools, 'spelling'>;

/**
 * What the linter finds in a notice as it stands, judged by the civil day (UTC) of its publication, that of the publication
 * that is scheduled, or else that of `now`. What is over is not checked any more.
 */
export async function lintedNow(vacancy: Vacancy, { organisation, vocabulary }: Rules, now: Date): Promise<Finding[]> {
  const { notice, places, doubts, status, publishedAt, publishAt } = vacancy;
  if (isFinal(status)) return [];
  const day = (publishedAt ?? publishAt ?? now).toISOString().slice(0, 10);
  const open = doubts.filter(({ state }) => state === 'open');
  const tools = { organisation, vocabulary, spelling: await loadSpelling() };
  const when = publishedAt === null ? { today: day } : { publishedOn: day };
  return lintRecord({ record: notice, places, doubts: open, ...when }, tools);
}

type Move = Pick<MoveMade, 'now' | 'reason' | 'publishAt'>;

/** All that a move of this vacancy is decided on at `now`; its notice is checked as of the day it is to be published. */
export async function checksOf(vacancy: Vacancy, rules: Rules, { now, reason, publishAt }: Move): Promise<MoveMade> {
  const { steps } = rules.organisation.notices.approval;
  return { now, reason, publishAt, steps, findings: await lintedNow(vacancy, rules, publishAt ?? now) };
}
