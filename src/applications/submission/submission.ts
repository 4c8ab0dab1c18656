import type { Role } from '../../people/permissions.ts';
import type { Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { ClearanceAnswer } from '../../regulations/eligibility/clearance.ts';
import type { NationalityRefusal } from '../../regulations/eligibility/eligibility.ts';
import { audienceRefusal, type AudienceRefusal } from '../../vacancies/publication/audience.ts';
import { notOpen, type Application, type Dossier, type NotOpen } from '../application.ts';
import { contentOf, receiptFor, reviewMark, type Receipt } from './receipt.ts';
import { blockingGaps, exceptionOf, probablyNot, type Gap } from '../drafting/steps.ts';

/** What comes with the request: in which language, what was reviewed, and when its first byte was received. */
export type SubmissionRequest = {
  language: Language;
  reviewed: string;
  receivedAt: Date;
  /** What the applicant is entrusted with: some vacancies are for serving staff alone, or for others. */
  roles: readonly Role[];
};

export type SubmissionRefusal =
  /** The receipt is there already: submitting twice is the same receipt. */
  | { kind: 'already-submitted' }
  | { kind: 'withdrawn' }
  /** Its author threw it away, and can put it back first. */
  | { kind: 'discarded' }
  | NotOpen
  | AudienceRefusal
  | { kind: 'incomplete'; missing: Gap[] }
  | { kind: 'not-eligible'; reason: NationalityRefusal }
  /** The vacancy is for holders of a clearance, and none that opens it is stated. */
  | { kind: 'clearance-needed'; answer: ClearanceAnswer }
  /** The draft, a document or the notice is no longer what the review page showed. */
  | { kind: 'changed-meanwhile' };

export type Submission = { application: Application; receipt: Receipt };

/**
 * Submits a draft as reviewed, if it was received in time (E9) and is complete. Who states no member's nationality (E1),
 * or no clearance where one opens the competition (E3), says why a person should decide all the same.
 */
export function submit(dossier: Dossier, request: SubmissionRequest): Result<Submission, SubmissionRefusal> {
  const { application, vacancy } = dossier;
  const { receivedAt, language } = request;
  if (application.status === 'submitted') return refuse({ kind: 'already-submitted' });
  if (application.status === 'withdrawn') return refuse({ kind: 'withdrawn' });
  if (application.status === 'discarded') return refuse({ kind: 'discarded' });
  const closed = notOpen(vacancy, receivedAt);
  if (closed) return refuse(closed);
  const notTheirs = audienceRefusal(vacancy, request);
  if (notTheirs) return refuse(notTheirs);
  const missing = blockingGaps(dossier);
  if (missing.length > 0) return refuse({ kind: 'incomplete', missing });
  const against = probablyNot(dossier, receivedAt);
  if (exceptionOf(dossier) === '') {
    if (against.nationality) return refuse({ kind: 'not-eligible', reason: against.nationality });
    if (against.clearance) return refuse({ kind: 'clearance-needed', answer: against.clearance });
  }
  const content = contentOf(dossier, language);
  if (reviewMark(content) !== request.reviewed) return refuse({ kind: 'changed-meanwhile' });

  const submitted: Application = { ...application, status: 'submitted', submittedAt: receivedAt };
  return ok({ application: submitted, receipt: receiptFor(content, receivedAt) });
}

export type WithdrawalRefusal = { kind: 'not-submitted' } | { kind: 'not-confirmed' };

/** Takes a submitted application back, once its author has confirmed the sentence that says so. */
export function withdraw(application: Application, confirmed: boolean): Result<Application, WithdrawalRefusal> {
  if (application.status !== 'submitted') return refuse({ kind: 'not-submitted' });
  return confirmed ? ok({ ...application, status: 'withdrawn' }) : refuse({ kind: 'not-confirmed' });
}
