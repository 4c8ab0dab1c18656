import { addDays } from '../../regulations/civil-dates.ts';

/** What a candidate is told of by mail: that something has not come, or that there is news; never of which condition. */
export const CANDIDATE_MAILS = ['documents', 'news'] as const;
export type CandidateMailKind = (typeof CANDIDATE_MAILS)[number];

/** A mail that was sent; `day` is civil, `YYYY-MM-DD`. */
export type CandidateMail = { kind: CandidateMailKind; day: string; sentAt: Date };

export type CandidateState = {
  /** The civil day on which the appointment was begun. */
  begunOn: string;
  /** Whether something that was asked for has not come. */
  isMissing: boolean;
  /** When a condition was last settled or refused. */
  news: Date | undefined;
  /** What was sent about this appointment. */
  mails: readonly CandidateMail[];
};

/**
 * The mail that is due, if any: a reminder for each of the days after the beginning, of several the last alone; or that
 * there is news since the last mail, whatever it was about.
 */
export function candidateMailDue(
  { begunOn, isMissing, news, mails }: CandidateState,
  { candidateAfter, today }: { candidateAfter: readonly number[]; today: string },
): CandidateMailKind | undefined {
  const days = candidateAfter.map((count) => addDays(begunOn, count));
  const due = days
    .filter((day) => day <= today)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .at(-1);
  const reminded = mails.some(({ kind, day }) => kind === 'documents' && due !== undefined && day >= due);
  if (isMissing && due !== undefined && !reminded) return 'documents';
  return news && mails.every(({ sentAt }) => sentAt < news) ? 'news' : undefined;
}
