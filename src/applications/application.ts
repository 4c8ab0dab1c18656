import type { Translated } from '../platform/language.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { Question } from '../regulations/questions/question-schema.ts';
import { isOpen, type OpenTimes } from '../vacancies/publication/publication.ts';
import type { Entrance } from '../vacancies/internal-dates/internal-dates.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import type { VacancyStatus } from '../vacancies/vacancy-state.ts';
import type { Answers } from './answers.ts';
import { civilDayIn } from '../site/dates.ts';

export const APPLICATION_STATUSES = ['draft', 'submitted', 'withdrawn', 'discarded'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** What was submitted once, whatever became of it: the others are for their author alone. */
export type SentStatus = Exclude<ApplicationStatus, 'draft' | 'discarded'>;
export const wasSubmitted = (status: ApplicationStatus): status is SentStatus =>
  status === 'submitted' || status === 'withdrawn';

/** What a person writes for one vacancy; theirs alone until it is submitted. */
export type Application = {
  id: string;
  /** `A-260114-00317`: what people and mails call it by. */
  number: string;
  vacancyReference: string;
  applicantId: string;
  status: ApplicationStatus;
  answers: Answers;
  updatedAt: Date;
  /** When the first byte of the submission was received. */
  submittedAt: Date | null;
  version: number;
  /** Whether its author wants to be reminded of it while it is a draft. */
  reminders: boolean;
  /** By which entrance it came: its deadline is that of the entrance (E2). */
  entrance: Entrance;
};

/** What an application needs to know of its vacancy. */
export type AppliedVacancy = Pick<
  Vacancy,
  | 'reference'
  | 'status'
  | 'audience'
  | 'publishedAt'
  | 'deadlineAt'
  | 'deadlineZone'
  | 'closedAt'
  | 'updatedAt'
  | 'notice'
  | 'questions'
> &
  Closing;

/** When it closes for everybody, where the deadline is another for those who came by this entrance. */
type Closing = { closesAt?: Date | null };

/** What is asked of whoever applies: the organisation's own questions, then those of the vacancy. */
export const questionsOf = ({ vacancy, rules }: Pick<Dossier, 'vacancy' | 'rules'>): readonly Question[] => [
  ...rules.questions,
  ...vacancy.questions,
];

/** A document as the receipt names it; its bytes are the documents' own affair. */
export type AttachedDocument = {
  kind: string;
  fileName: string;
  sizeBytes: number;
  /** Of a Word file, those of our rendition. */
  pages: number;
  sha256: string;
  /** Our PDF of a Word file: what assessors open. */
  rendition?: { sha256: string; pages: number };
};

/** What the organisation decides about applications. */
export type ApplicationRules = Organisation;

/** Everything one submission is decided from. */
export type Dossier = {
  application: Application;
  vacancy: AppliedVacancy;
  documents: AttachedDocument[];
  rules: ApplicationRules;
};

export type NotOpen =
  | { kind: 'deadline-passed'; deadlineAt: Date; deadlineZone: string; receivedAt: Date }
  | { kind: 'not-open'; status: VacancyStatus };

/** In time is received at the deadline's very instant or before: what counts is reception (E9). */
export const isInTime = ({ deadlineAt }: Pick<AppliedVacancy, 'deadlineAt'>, receivedAt: Date): boolean =>
  deadlineAt === null || receivedAt <= deadlineAt;

/** What tells whether a vacancy takes applications. */
export type OpenUntil = OpenTimes & Pick<AppliedVacancy, 'deadlineZone' | 'closesAt'>;

/** The same vacancy with the deadline of everybody: the organisation counts from there, whoever applied. */
export const untilClosing = <Of extends Pick<OpenUntil, 'deadlineAt' | 'closesAt'>>(vacancy: Of): Of =>
  vacancy.closesAt === undefined ? vacancy : { ...vacancy, deadlineAt: vacancy.closesAt };

/** Why what was received at `receivedAt` cannot be taken for this vacancy; undefined when it can. */
export function notOpen(vacancy: OpenUntil, receivedAt: Date): NotOpen | undefined {
  const { deadlineAt, deadlineZone, status } = vacancy;
  if (deadlineAt !== null && !isInTime(vacancy, receivedAt))
    return { kind: 'deadline-passed', deadlineAt, deadlineZone, receivedAt };
  return isOpen(vacancy, receivedAt) ? undefined : { kind: 'not-open', status };
}

/** Where an application stands for its author at `now`; two of these are derived, never stored. */
export type Standing = ApplicationStatus | 'deadline-missed' | 'vacancy-gone';

export function standingOf({ status }: Pick<Application, 'status'>, vacancy: OpenUntil, now: Date): Standing {
  if (status !== 'draft') return status;
  const reason = notOpen(vacancy, now);
  if (!reason) return 'draft';
  return reason.kind === 'deadline-passed' ? 'deadline-missed' : 'vacancy-gone';
}

/** The civil date of an instant where the deadline is announced, `YYYY-MM-DD`. */
export const dayIn = civilDayIn;

/** The title in a language, else in the one it has; undefined for a notice without title. */
export function titleIn(title: Translated, language: keyof Translated): { text: string; language: keyof Translated } {
  const own = title[language];
  if (own) return { text: own, language };
  const other = (Object.keys(title) as (keyof Translated)[]).find((key) => title[key]);
  return other ? { text: title[other] ?? '', language: other } : { text: '', language };
}
