import { sql } from 'kysely';
import { sortable, table, type RecordTable } from './paged-queries.ts';
import type { SelectionFile } from '../record.ts';
import { EQUALITY_TABLE } from './equality-queries.ts';
import { SIMILAR_POST_TABLES } from './similar-posts-queries.ts';
import { SCREENING_TABLES } from './screening-queries.ts';
import { ASSESSMENT_TABLES } from './assessment-queries.ts';
import { APPLICATIONS, STAGES } from './scope-queries.ts';

const REPORTS = (reference: string) => sql`(select * from selection_reports where vacancy_reference = ${reference})`;

/** Who judged, by what, and what was decided. Gender and nationality of a panel are for its balance alone, and left out. */
export const SELECTION_TABLES: Record<SelectionFile, RecordTable> = {
  ...SCREENING_TABLES,
  'members.csv': table(
    [
      'accountId',
      'name',
      'role',
      'grade',
      'gradeReason',
      'namingReason',
      'unit',
      'addedAt',
      'addedBy',
      'removedAt',
      'removedBy',
      'removalReason',
    ],
    (reference, after) => sql`
      select id::text as key, account_id, name, role, grade, grade_reason, naming_reason, unit, added_at, added_by, removed_at, removed_by, removal_reason
      from competition_members where vacancy_reference = ${reference} and id::text > ${after}`,
  ),
  'declarations.csv': table(
    ['accountId', 'signedAt', 'candidates', 'textSha256'],
    (reference, after) => sql`
      select id::text as key, account_id, signed_at, array_to_string(candidates, ' ') as candidates,
        encode(text_sha256, 'hex') as "textSha256"
      from competition_declarations where vacancy_reference = ${reference} and id::text > ${after}`,
  ),
  'conflicts.csv': table(
    [
      'accountId',
      'application',
      'kind',
      'foundBy',
      'reason',
      'foundAt',
      'clearedAt',
      'clearedBy',
      'clearingReason',
    ].concat(['nonce', 'clearingNonce']),
    (reference, after) => sql`
      select c.id::text as key, c.account_id, a.number as application, c.kind, c.found_by, c.reason, c.found_at,
        c.cleared_at, c.cleared_by, c.clearing_reason, c.nonce, c.clearing_nonce
      from ${APPLICATIONS(reference)} a join conflicts_of_interest c on c.application_id = a.id
      where c.id::text > ${after}`,
  ),
  'plan.csv': table(
    [
      'number',
      'stage',
      'status',
      'fromOn',
      'toOn',
      'datesFixed',
      'assessedBy',
      'weight',
      'passMark',
      'items',
      'scale',
    ].concat(['openedAt', 'closedAt', 'version']),
    (reference, after) => sql`
      select ${sortable('number')} as key, number, code as stage, status, from_on, to_on, dates_fixed, assessed_by, weight,
        pass_mark, items::text as items, scale::text as scale, opened_at, closed_at, version
      from ${STAGES(reference)} s where ${sortable('number')} > ${after}`,
  ),
  'plan-changes.csv': table(
    ['stage', 'at', 'actorId', 'reason', 'before', 'after', 'nonce'],
    (reference, after) => sql`
      select c.id::text as key, s.code as stage, c.at, c.actor_id, c.reason, c.before::text as before, c.after::text as after,
        c.nonce
      from ${STAGES(reference)} s join selection_stage_changes c on c.stage_id = s.id where c.id::text > ${after}`,
  ),
  'times.csv': table(
    ['stage', 'slot', 'startsAt', 'minutes', 'capacity', 'place', 'link', 'cancelledAt', 'cancelledBy', 'cancelReason'],
    (reference, after) => sql`
      select t.id::text as key, s.code as stage, t.id as slot, t.starts_at, t.minutes, t.capacity, t.place::text as place,
        t.link, t.cancelled_at, t.cancelled_by, t.cancel_reason
      from ${STAGES(reference)} s join stage_slots t on t.stage_id = s.id where t.id::text > ${after}`,
  ),
  'attendance.csv': table(
    [
      'stage',
      'application',
      'slot',
      'reply',
      'repliedAt',
      'extraMinutes',
      'request',
      'requestedAt',
      'answer',
      'answeredAt',
    ].concat(['answeredBy', 'outcome', 'outcomeReason', 'outcomeAt', 'outcomeBy']),
    (reference, after) => sql`
      select concat(s.code, ' ', a.number) as key, s.code as stage, a.number as application, t.slot_id as slot, t.reply,
        t.replied_at, t.extra_minutes, t.request, t.requested_at, t.answer, t.answered_at, t.answered_by, t.outcome,
        t.outcome_reason, t.outcome_at, t.outcome_by
      from ${STAGES(reference)} s join stage_attendances t on t.stage_id = s.id
        join ${APPLICATIONS(reference)} a on a.id = t.application_id
      where concat(s.code, ' ', a.number) > ${after}`,
  ),
  'late-wishes.csv': table(
    ['stage', 'application', 'kind', 'minutes', 'words', 'lateBy', 'madeAt', 'madeBy', 'nonce'],
    (reference, after) => sql`
      select concat(s.code, ' ', a.number, ' ', w.id) as key, s.code as stage, a.number as application, w.kind, w.minutes,
        w.words, w.late_by, w.made_at, w.made_by, w.nonce
      from ${STAGES(reference)} s join late_wishes w on w.stage_id = s.id
        join ${APPLICATIONS(reference)} a on a.id = w.application_id
      where concat(s.code, ' ', a.number, ' ', w.id) > ${after}`,
  ),
  ...ASSESSMENT_TABLES,
  'reports.csv': table(
    [
      'number',
      'status',
      'contentSha256',
      'content',
      'decidedAt',
      'decidedBy',
      'decidedByName',
      'decisionReason',
    ].concat(['decisions', 'decidedMeans', 'decidedEvidence', 'releasedAt', 'releasedBy', 'onCandidate', 'nonce']),
    (reference, after) => sql`
      select ${sortable('number')} as key, number, status, encode(content_sha256, 'hex') as "contentSha256", content,
        decided_at, decided_by, decided_by_name, decision_reason, decisions::text as decisions, decided_means, decided_evidence::text as decided_evidence, released_at,
        released_by, (select a.number from review_requests q join applications a on a.id = q.application_id
          where q.id = r.review_id) as on_candidate, nonce
      from ${REPORTS(reference)} r where status <> 'draft' and ${sortable('number')} > ${after}`,
  ),
  'signatures.csv': table(
    ['report', 'accountId', 'name', 'role', 'contentSha256', 'dissent', 'signedAt', 'means', 'evidence', 'nonce'],
    (reference, after) => sql`
      select concat(${sortable('r.number')}, ' ', s.account_id) as key, r.number as report, s.account_id, s.name, s.role,
        encode(s.content_sha256, 'hex') as "contentSha256", s.dissent, s.signed_at, s.means, s.evidence::text as evidence,
        s.nonce
      from ${REPORTS(reference)} r join report_signatures s on s.report_id = r.id
      where concat(${sortable('r.number')}, ' ', s.account_id) > ${after}`,
  ),
  'reviews.csv': table(
    [
      'application',
      'kind',
      'status',
      'words',
      'askedAt',
      'isLate',
      'lateReason',
      'answerBy',
      'reportSha256',
      'reviewerName',
    ].concat([
      'assignedAt',
      'assignedBy',
      'outcomeReason',
      'redoFrom',
      'redoReach',
      'voidedStages',
      'decidedAt',
      'nonce',
      'outcomeNonce',
    ]),
    (reference, after) => sql`
      select concat(a.number, ' ', r.id) as key, a.number as application, r.kind, r.status, r.words, r.asked_at, r.is_late,
        r.late_reason, r.answer_by, encode(r.report_sha256, 'hex') as "reportSha256", r.reviewer_name, r.assigned_at,
        r.assigned_by, r.outcome_reason, r.redo_from, r.redo_reach, r.decided_at, r.nonce, r.outcome_nonce,
        (select string_agg(s.code, ' ') from voided_scores v join selection_stages s on s.id = v.stage_id
          where v.review_id = r.id) as voided_stages
      from ${APPLICATIONS(reference)} a join review_requests r on r.application_id = a.id
      where concat(a.number, ' ', r.id) > ${after}`,
  ),
  'equal-access.csv': EQUALITY_TABLE,
  ...SIMILAR_POST_TABLES,
  'redone-stages.csv': table(
    ['application', 'stage', 'decidedAt', 'opensAt', 'closesAt', 'windowSetBy'],
    (reference, after) => sql`
      select concat(a.number, ' ', q.id, ' ', s.code) as key, a.number as application, s.code as stage, q.decided_at,
        r.opens_at, r.closes_at, r.window_set_by
      from ${STAGES(reference)} s join redone_stages r on r.stage_id = s.id join review_requests q on q.id = r.review_id
        join ${APPLICATIONS(reference)} a on a.id = q.application_id
      where concat(a.number, ' ', q.id, ' ', s.code) > ${after}`,
  ),
  'voided-results.csv': table(
    ['application', 'stage', 'kind', 'accountId', 'content', 'voidedAt'],
    (reference, after) => sql`
      select v.id::text as key, a.number as application, s.code as stage, v.kind, v.account_id, v.content::text as content,
        v.voided_at
      from ${APPLICATIONS(reference)} a join voided_results v on v.application_id = a.id
        left join selection_stages s on s.id = v.stage_id
      where v.id::text > ${after}`,
  ),
};
