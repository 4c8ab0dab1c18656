import { heldFrom } from '../../applications/eligibility/stated-clearance.ts';
import { dayIn, type ApplicationRules, type AppliedVacancy } from '../../applications/application.ts';
import { NO_LEVEL, type Answers } from '../../applications/answers.ts';
import { onReserveUntil } from '../../applications/stages/situation.ts';
import type { Position, StageEntry } from '../../applications/stages/stage-state.ts';
import { workPeriods } from '../../people/profile/career.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { assessEligibility, type AssessmentItem } from '../../regulations/eligibility/eligibility-assessment.ts';
import { inForce } from '../../regulations/in-force.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { compareSimilarPost, type SimilarPostAnswer } from '../../regulations/pay/similar-post.ts';
import { rulesDay } from '../../vacancies/vacancy.ts';
import type { VacancyStatus } from '../../vacancies/vacancy-state.ts';

/** The lists from which somebody may be offered a similar post. */
export const LISTS = ['reserve-listed', 'not-retained'] as const satisfies readonly Position[];
export type List = (typeof LISTS)[number];
export const listOf = (position: Position): List | undefined => LISTS.find((list) => list === position);

export const OFFER_STATUSES = ['offered', 'accepted', 'declined', 'taken-back'] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];
export type OfferAction = 'accept' | 'decline' | 'take-back';

/** Every move an offer can make. Accepting is to be considered, and may be thought better of. */
const MOVES: Record<OfferStatus, Partial<Record<OfferAction, OfferStatus>>> = {
  offered: { accept: 'accepted', decline: 'declined', 'take-back': 'taken-back' },
  accepted: { decline: 'declined' },
  declined: {},
  'taken-back': {},
};
export const offerActions = (status: OfferStatus): OfferAction[] => Object.keys(MOVES[status]) as OfferAction[];

export const MAX_REASON = 2000;

export type OfferRefusal =
  | { kind: 'illegal-move'; from: OfferStatus; action: OfferAction }
  | { kind: 'already-offered' }
  /** The post is not there to be offered: a draft, filled or cancelled. */
  | { kind: 'no-post' }
  /** They have not agreed, no longer do, or do not stand on a list any more. */
  | { kind: 'not-agreed' }
  | { kind: 'expired'; until: string }
  /** By its grade the post is none that may be offered (O1). */
  | { kind: 'grade'; outcome: 'higher' | 'lower' }
  | { kind: 'reason-missing' }
  | { kind: 'too-long' }
  /** Nobody offers themselves a post. */
  | { kind: 'own-application' };

export function moveOffer(from: OfferStatus, action: OfferAction): Result<OfferStatus, OfferRefusal> {
  const to = MOVES[from][action];
  return to ? ok(to) : refuse({ kind: 'illegal-move', from, action });
}

/** The last day on which somebody can be offered a post from their list; null where no source says. */
export const listUntil = (
  entry: StageEntry,
  zone: string,
  { appointment }: Pick<Organisation, 'appointment'>,
): string | null => (entry.position === 'reserve-listed' ? onReserveUntil(entry, zone, appointment) : null);

export const hasExpired = (until: string | null, today: string): boolean => until !== null && until < today;

const OFFERED_IN: readonly VacancyStatus[] = ['published', 'closed'];
/** Whether a vacancy's post can be offered as it stands. */
export const canBeOffered = (status: VacancyStatus): boolean => OFFERED_IN.includes(status);

/** Whether the post of one vacancy may be offered to who applied for another, as far as its grade goes, on this day (O1). */
export const gradeAnswer = (
  rules: Pick<Organisation, 'grades' | 'appointment'>,
  { applied, offered, on }: { applied: readonly string[]; offered: readonly string[]; on: string },
): SimilarPostAnswer => compareSimilarPost(rules, { notice: applied, target: offered, on });

type Offering = {
  /** Of the post's vacancy. */
  status: VacancyStatus;
  agreed: boolean;
  until: string | null;
  today: string;
  grade: SimilarPostAnswer;
  already: boolean;
  reason: string;
  by: string;
  applicantId: string;
};

/** An offer as a named person makes it, or why there can be none. Whether the requirements are met is theirs to judge. */
export function offerPost(offering: Offering): Result<{ reason: string }, OfferRefusal> {
  const { status, agreed, until, today, grade, already, by, applicantId } = offering;
  if (by === applicantId) return refuse({ kind: 'own-application' });
  if (!canBeOffered(status)) return refuse({ kind: 'no-post' });
  if (!agreed) return refuse({ kind: 'not-agreed' });
  if (until !== null && hasExpired(until, today)) return refuse({ kind: 'expired', until });
  if (grade.outcome === 'higher' || grade.outcome === 'lower') return refuse({ kind: 'grade', outcome: grade.outcome });
  if (already) return refuse({ kind: 'already-offered' });
  const reason = offering.reason.trim();
  if (reason === '') return refuse({ kind: 'reason-missing' });
  return reason.length > MAX_REASON ? refuse({ kind: 'too-long' }) : ok({ reason });
}

/** What is checked again of somebody who has applied elsewhere; when they applied and how is of no account here. */
const CHECKED_AGAIN: readonly AssessmentItem['kind'][] = [
  'nationality',
  'fast-track',
  'languages',
  'experience',
  'education',
];

type Post = Pick<AppliedVacancy, 'publishedAt' | 'deadlineZone' | 'notice'>;

/** What the rules say of the requirements of a post and what somebody answered to another notice, on the facts of `at`. */
export function checkedAgain(
  answers: Answers,
  { post, rules, at }: { post: Post; rules: ApplicationRules; at: Date },
): AssessmentItem[] {
  const { notice, publishedAt, deadlineZone } = post;
  const on = rulesDay({ publishedAt }, at);
  const held = Object.entries(answers.languages).map(([code, level]) => [code, level === NO_LEVEL ? null : level]);
  const { items } = assessEligibility(rules, {
    candidate: {
      nationalities: answers.identity.nationalities,
      clearance: heldFrom(answers.identity.clearance),
      languages: Object.fromEntries(held) as Record<string, string | null>,
      work: workPeriods(answers.experience.entries, rules).filter(({ from }) => from <= dayIn(at, deadlineZone)),
    },
    vacancy: {
      languages: notice.languages ? [{ kind: 'either', ...notice.languages }] : [],
      clearance: notice.clearance,
      fastTrack: notice.fastTrack && inForce(rules.clearances.fastTrack, on) !== undefined,
    },
    on,
    factsOn: dayIn(at, deadlineZone),
  });
  return items.filter(({ kind }) => CHECKED_AGAIN.includes(kind));
}
