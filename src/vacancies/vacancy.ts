import type { Lines, NoticeRecord } from '../notices/notice.ts';
import type { Permission } from '../people/permissions.ts';
import type { Language, Localized } from '../platform/language.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Question } from '../regulations/questions/question-schema.ts';
import type { ReviewedDoubt } from './review/review.ts';
import { isFinal, isPublic, move, type IllegalMove, type VacancyStatus } from './vacancy-state.ts';

/** A post to be filled, with the notice that announces it and what is left to settle in it. */
export type Vacancy = {
  readonly reference: string;
  readonly notice: NoticeRecord;
  /** Where each field stood in the text received, by field path. */
  readonly places: Readonly<Record<string, Lines>>;
  readonly doubts: readonly ReviewedDoubt[];
  readonly status: VacancyStatus;
  /** The last instant to apply; none is known until somebody gives one. */
  readonly deadlineAt: Date | null;
  /** The zone the deadline is announced in (IANA). */
  readonly deadlineZone: string;
  readonly publishedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
} & NoticeLife;

/** How the notice was written, translated, checked and approved, for whom and when it is published, and corrected since. */
export type NoticeLife = {
  /** Written here: its standard paragraphs and its contract clause come from the regulations, and are locked. */
  readonly composed: boolean;
  readonly originalLanguage: Language;
  /** By field path, language and item (`title.fr`, `essential.fr[3]`): what a translator made of it. */
  readonly translations: Readonly<Record<string, TranslatedText>>;
  readonly waivers: readonly Waiver[];
  readonly approvals: readonly Approval[];
  readonly audience: Audience;
  /** The last instant to apply by the internal portal, where serving staff have one of their own (E2). */
  readonly internalDeadlineAt: Date | null;
  /** When a vacancy for serving staff alone opens to everybody by itself. */
  readonly publicFrom: Date | null;
  /** When a scheduled vacancy is published; null in every other status. */
  readonly publishAt: Date | null;
  /** The last instant at which an application was received; null as long as it was not closed. */
  readonly closedAt: Date | null;
  readonly corrections: readonly Correction[];
  /** What applicants are asked beside what the notice asks; settled before it is published. */
  readonly questions: readonly Question[];
};

/** What a person made of a translation: for which original text, by whom (an account's id), when (ISO 8601, UTC). */
export type TranslatedText = {
  readonly state: 'translated' | 'checked';
  /** The original as it stood, to show what changed since. */
  readonly original: string;
  readonly by: string | null;
  readonly at: string;
};

/** A finding of the linter that a person lets stand, with the reason; `by` is an account's id. */
export type Waiver = {
  readonly finding: string;
  readonly reason: string;
  readonly by: string | null;
  readonly at: string;
};

/** A step of the organisation's approval path that a person has taken. */
export type Approval = {
  readonly step: string;
  readonly decision: 'approved' | 'pending-budget';
  readonly by: string | null;
  readonly at: string;
};

export const AUDIENCES = ['internal', 'external', 'both'] as const;
/** Who a vacancy is announced to: the organisation's own staff, everybody else, or both. */
export type Audience = (typeof AUDIENCES)[number];

/** What was changed after publication, as the public is told: the fields, and a note in each language. */
export type Correction = {
  readonly number: number;
  readonly at: string;
  readonly fields: readonly string[];
  readonly note: Localized;
};

/** The life of a notice that has none yet. */
export const NEW_NOTICE: NoticeLife = {
  composed: false,
  originalLanguage: 'en',
  translations: {},
  waivers: [],
  approvals: [],
  audience: 'both',
  internalDeadlineAt: null,
  publicFrom: null,
  publishAt: null,
  closedAt: null,
  corrections: [],
  questions: [],
};

type Published = Pick<Vacancy, 'publishedAt'> & Partial<Pick<Vacancy, 'publishAt'>>;

/**
 * The civil day (UTC) whose rules a vacancy is judged by: that of its publication, to come or past; until that is
 * decided, today's. A notice that is no vacancy yet has neither.
 */
export const rulesDay = (vacancy: Published | null, now: Date): string =>
  (vacancy?.publishedAt ?? vacancy?.publishAt ?? now).toISOString().slice(0, 10);

/** What a vacancy's public page cannot do without. */
export const REQUIRED_FIELDS = ['title', 'body', 'grades', 'summary', 'essential'] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

export type MissingFields = { kind: 'missing-fields'; fields: RequiredField[] };
export type DeadlineRefusal = { kind: 'no-deadline' } | { kind: 'deadline-passed' };
export type CancellationRefusal = IllegalMove | { kind: 'no-reason' };
export type AmendmentRefusal =
  | { kind: 'final'; status: VacancyStatus }
  | MissingFields
  | { kind: 'no-deadline' }
  | { kind: 'deadline-before-publication' };
/** The fields that stand empty, in every language, of those that publication needs. */
export function missingFields({ title, body, grades, posts, summary, essential }: NoticeRecord): RequiredField[] {
  const stands: Record<RequiredField, boolean> = {
    title: Boolean(title.en ?? title.fr),
    body: body !== null,
    grades: grades.length > 0 || (posts !== undefined && posts.length > 0),
    summary: summary.en.length + summary.fr.length > 0,
    essential: essential.en.length + essential.fr.length > 0,
  };
  return REQUIRED_FIELDS.filter((field) => !stands[field]);
}

const moveTo = (vacancy: Vacancy, action: 'submit' | 'return' | 'fill'): Result<Vacancy, IllegalMove> => {
  const moved = move(vacancy.status, action);
  return moved.ok ? ok({ ...vacancy, status: moved.value }) : moved;
};

export const submit = (vacancy: Vacancy): Result<Vacancy, IllegalMove> => moveTo(vacancy, 'submit');
export const sendBack = (vacancy: Vacancy): Result<Vacancy, IllegalMove> => moveTo(vacancy, 'return');
export const fill = (vacancy: Vacancy): Result<Vacancy, IllegalMove> => moveTo(vacancy, 'fill');

export function cancel(vacancy: Vacancy, reason: string): Result<Vacancy, CancellationRefusal> {
  const moved = move(vacancy.status, 'cancel');
  if (!moved.ok) return moved;
  return reason.trim() === ''
    ? refuse({ kind: 'no-reason' })
    : ok({ ...vacancy, status: moved.value, publishAt: null });
}

/** What an edit or a new version puts in place of what stands. */
export type Amendment = Pick<Vacancy, 'notice' | 'doubts' | 'deadlineAt' | 'deadlineZone'> & {
  readonly places?: Vacancy['places'];
  readonly translations?: Vacancy['translations'];
};

/** Changes the notice of a vacancy. What the public has seen stays publishable; what is final stays as it is. */
export function amend(vacancy: Vacancy, change: Amendment): Result<Vacancy, AmendmentRefusal> {
  const { status } = vacancy;
  const publishedAt = vacancy.publishedAt ?? vacancy.publishAt;
  if (isFinal(status)) return refuse({ kind: 'final', status });
  if (isPublic(status)) {
    const fields = missingFields(change.notice);
    if (fields.length > 0) return refuse({ kind: 'missing-fields', fields });
    if (change.deadlineAt === null && !change.notice.openEnded) return refuse({ kind: 'no-deadline' });
  }
  const tooEarly = publishedAt !== null && change.deadlineAt !== null && change.deadlineAt <= publishedAt;
  return tooEarly ? refuse({ kind: 'deadline-before-publication' }) : ok({ ...vacancy, ...change });
}

/** Notes that a person has looked at a doubt and found the reading right. A doubt that is not there changes nothing. */
export function confirmDoubt(vacancy: Vacancy, index: number): Result<Vacancy, AmendmentRefusal> {
  const doubts = vacancy.doubts.map((doubt, at) =>
    at === index && doubt.state === 'open' ? { ...doubt, state: 'confirmed' as const } : doubt,
  );
  return isFinal(vacancy.status) ? refuse({ kind: 'final', status: vacancy.status }) : ok({ ...vacancy, doubts });
}

/** The permission that changing the notice takes: once its publication is decided, the one to publish. */
export const amendmentPermission = (status: VacancyStatus): Permission =>
  isPublic(status) || status === 'scheduled' ? 'vacancies:publish' : 'vacancies:edit';
