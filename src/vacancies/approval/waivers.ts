import type { Finding } from '../../notices/lint/finding.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { fieldRoot } from '../review/review.ts';
import { isFinal, type VacancyStatus } from '../vacancy-state.ts';
import type { Vacancy, Waiver } from '../vacancy.ts';

export type WaiverRefusal =
  { kind: 'no-waiver-reason' } | { kind: 'finding-gone' } | { kind: 'final'; status: VacancyStatus };

/**
 * By what a finding is known again when the notice is checked anew: its rule, its field and what it says. A text that
 * changes so that another thing is wrong with it is another finding, and waived by nobody.
 */
export const findingKey = ({ rule, field, message }: Pick<Finding, 'rule' | 'field' | 'message'>): string =>
  [rule, fieldRoot(field ?? ''), message.en].join('\n');

export const waiverOf = (waivers: readonly Waiver[], finding: Finding): Waiver | undefined => {
  const key = findingKey(finding);
  return waivers.find((waiver) => waiver.finding === key);
};

/** The errors that nobody has let stand: as long as there is one, the notice is not published. */
export const openLintErrors = (findings: readonly Finding[], waivers: readonly Waiver[]): Finding[] =>
  findings.filter((finding) => finding.severity === 'error' && waiverOf(waivers, finding) === undefined);

/** What letting a finding stand takes: the finding, among those of the notice as it is now, and why. */
export type WaiverRequest = {
  readonly key: string;
  readonly findings: readonly Finding[];
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
};

/** Lets a finding stand for a stated reason; a second reason takes the place of the first. */
export function waive(vacancy: Vacancy, request: WaiverRequest): Result<Vacancy, WaiverRefusal> {
  const { key, findings, by, at } = request;
  const reason = request.reason.trim();
  if (isFinal(vacancy.status)) return refuse({ kind: 'final', status: vacancy.status });
  if (!findings.some((finding) => findingKey(finding) === key)) return refuse({ kind: 'finding-gone' });
  if (reason === '') return refuse({ kind: 'no-waiver-reason' });
  const others = vacancy.waivers.filter(({ finding }) => finding !== key);
  return ok({ ...vacancy, waivers: [...others, { finding: key, reason, by, at: at.toISOString() }] });
}

/** Takes a waiver back: the finding counts again. */
export function unwaive(vacancy: Vacancy, key: string): Result<Vacancy, WaiverRefusal> {
  if (isFinal(vacancy.status)) return refuse({ kind: 'final', status: vacancy.status });
  const waivers = vacancy.waivers.filter(({ finding }) => finding !== key);
  return waivers.length === vacancy.waivers.length ? refuse({ kind: 'finding-gone' }) : ok({ ...vacancy, waivers });
}
