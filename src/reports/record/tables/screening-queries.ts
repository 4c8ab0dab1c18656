import { sql } from 'kysely';
import { sortable, table, toldWhere } from './paged-queries.ts';
import { APPLICATIONS } from './scope-queries.ts';
import { WITHHELD } from '../rules/words.ts';

/** What one of two found is told to nobody before the other has signed; unless it no longer matters. */
const BOTH_SIGNED = sql`(a.status <> 'submitted' or not exists (
  select from screening_sheets other where other.application_id = a.id and other.signed_at is null))`;

/** What people found of each application before anybody was invited. */
export const SCREENING_TABLES = {
  'screening.csv': table(
    ['screeners', 'anonymousUntil', 'requirements', 'begunAt', 'begunBy'],
    (reference, after) => sql`
      select vacancy_reference as key, screeners, anonymous_until, requirements::text as requirements, begun_at, begun_by
      from screenings where vacancy_reference = ${reference} and vacancy_reference > ${after}`,
  ),
  'screening-due.csv': table(
    ['number', 'day', 'reason', 'setAt', 'setBy', 'nonce'],
    (reference, after) => sql`
      select ${sortable('number')} as key, number, due_on as day, reason, set_at, set_by, nonce
      from screening_due_dates where vacancy_reference = ${reference} and ${sortable('number')} > ${after}`,
  ),
  'screening-sheets.csv': table(
    ['application', 'screenerId', 'findings', 'outcome', 'assignedAt', 'assignedBy', 'signedAt', 'reopenings'].concat(
      'nonce',
    ),
    (reference, after, reading) => sql`
      select concat(a.number, ' ', s.screener_id) as key, a.number as application, s.screener_id,
        case when told then s.findings::text end as findings, case when told then s.outcome end as outcome,
        s.assigned_at, s.assigned_by, s.signed_at, s.reopenings::text as reopenings,
        case when s.signed_at is not null and not told then ${WITHHELD} else s.nonce::text end as nonce
      from ${APPLICATIONS(reference)} a join screening_sheets s on s.application_id = a.id
        cross join lateral (select ${toldWhere(BOTH_SIGNED, reading)} as told) t
      where concat(a.number, ' ', s.screener_id) > ${after}`,
  ),
  'screening-results.csv': table(
    ['application', 'rules', 'outcome', 'findings', 'settledAt', 'settledBy', 'nonce'],
    (reference, after) => sql`
      select a.number as key, a.number as application, s.rules::text as rules, s.outcome, s.findings::text as findings,
        s.settled_at, s.settled_by, s.nonce
      from ${APPLICATIONS(reference)} a join screened_applications s on s.application_id = a.id
      where a.number > ${after}`,
  ),
  'uncovered-passages.csv': table(
    ['application', 'accountId', 'passage', 'kind', 'reason', 'revealedAt', 'nonce'],
    (reference, after) => sql`
      select concat(a.number, ' ', r.account_id, ' ', r.passage) as key, a.number as application, r.account_id, r.passage,
        r.kind, r.reason, r.revealed_at, r.nonce
      from ${APPLICATIONS(reference)} a join screening_reveals r on r.application_id = a.id
      where concat(a.number, ' ', r.account_id, ' ', r.passage) > ${after}`,
  ),
  'transcribed-pages.csv': table(
    ['application', 'kind', 'page', 'reason', 'askedBy', 'askedAt', 'transcription', 'answeredBy', 'answeredAt'],
    (reference, after) => sql`
      select concat(a.number, ' ', p.kind, ' ', p.page) as key, a.number as application, p.kind, p.page, p.reason,
        p.asked_by, p.asked_at, p.transcription, p.answered_by, p.answered_at
      from ${APPLICATIONS(reference)} a join screening_pages p on p.application_id = a.id
      where concat(a.number, ' ', p.kind, ' ', p.page) > ${after}`,
  ),
  'likenesses.csv': table(
    ['application', 'other', 'verdict', 'reason', 'decidedAt', 'decidedBy', 'nonce'],
    (reference, after) => sql`
      select concat(a.number, ' ', o.number) as key, a.number as application, o.number as other, d.verdict, d.reason,
        d.decided_at, d.decided_by, d.nonce
      from ${APPLICATIONS(reference)} a join screening_duplicates d on d.application_id = a.id
        join applications o on o.id = d.other_id
      where concat(a.number, ' ', o.number) > ${after}`,
  ),
  'integrity-cases.csv': table(
    [
      'application',
      'status',
      'reason',
      'evidence',
      'openedAt',
      'openedBy',
      'answerUntil',
      'answer',
      'answeredAt',
    ].concat(['decisionReason', 'decidedAt', 'decidedBy', 'nonce', 'answerNonce', 'decisionNonce']),
    (reference, after) => sql`
      select concat(a.number, ' ', c.id) as key, a.number as application, c.status, c.reason, c.evidence::text as evidence,
        c.opened_at, c.opened_by, c.answer_until, c.answer, c.answered_at, c.decision_reason, c.decided_at, c.decided_by,
        c.nonce, c.answer_nonce, c.decision_nonce
      from ${APPLICATIONS(reference)} a join integrity_cases c on c.application_id = a.id
      where concat(a.number, ' ', c.id) > ${after}`,
  ),
};
