import { sql } from 'kysely';
import { sortable, table, type RecordTable } from './paged-queries.ts';
import type { TableFile } from '../record.ts';
import { APPOINTMENT_TABLES } from './appointment-queries.ts';
import { CONTRACT_TABLES } from './contract-queries.ts';
import { SELECTION_TABLES } from './selection-queries.ts';
import { ALL_OWN_EVENTS, APPLICATIONS, OWN_EVENTS } from './scope-queries.ts';

const NAME = sql`btrim((a.answers #>> '{identity,givenNames}') || ' ' || (a.answers #>> '{identity,familyName}'))`;

/** Each table with its rows; the columns stand in the order of the file. */
export const RECORD_TABLES: Record<TableFile, RecordTable> = {
  'vacancy.csv': table(
    ['reference', 'titleEn', 'titleFr', 'status', 'audience', 'publishedAt', 'deadlineAt', 'deadlineZone', 'closedAt'],
    (reference, after) => sql`
      select reference as key, reference, notice #>> '{title,en}' as title_en, notice #>> '{title,fr}' as title_fr, status,
        audience, published_at, deadline_at, deadline_zone, closed_at
      from vacancies where reference = ${reference} and reference > ${after}`,
  ),
  'notice-versions.csv': table(
    ['version', 'savedAt', 'action', 'actorKind', 'actorId'],
    (reference, after) => sql`
      select ${sortable('number')} as key, number as version, saved_at, action, actor_kind, actor_id
      from notice_versions where reference = ${reference} and ${sortable('number')} > ${after}`,
  ),
  'approvals.csv': table(
    ['step', 'decision', 'at', 'actorId'],
    (reference, after) => sql`
      select ${sortable('place')} as key, approval ->> 'step' as step, approval ->> 'decision' as decision,
        approval ->> 'at' as at, approval ->> 'by' as actor_id
      from vacancies, jsonb_array_elements(approvals) with ordinality as taken (approval, place)
      where reference = ${reference} and ${sortable('place')} > ${after}`,
  ),
  'applications.csv': table(
    [
      'number',
      'name',
      'status',
      'entrance',
      'receivedAt',
      'receiptSha256',
      'logEntry',
      'withdrawnAt',
      'withdrawnBecause',
    ],
    (reference, after) => sql`
      select a.number as key, a.number, ${NAME} as name, a.status, a.entrance, r.received_at,
        encode(r.sha256, 'hex') as "receiptSha256", l.leaf_index as log_entry, w.withdrawn_at,
        w.reason as withdrawn_because
      from ${APPLICATIONS(reference)} a join receipts r on r.application_id = a.id
        left join receipt_log_entries l on l.application_id = a.id
        left join application_withdrawals w on w.application_id = a.id
      where a.number > ${after}`,
  ),
  'documents.csv': table(
    ['application', 'kind', 'fileName', 'pages', 'sizeBytes', 'sha256', 'renditionSha256', 'uploadedAt', 'scan'],
    (reference, after) => sql`
      select a.number || ' ' || d.kind as key, a.number as application, d.kind, d.file_name, d.pages, d.size_bytes,
        encode(d.sha256, 'hex') as sha256, encode(d.rendition_sha256, 'hex') as "renditionSha256", d.uploaded_at, d.scan
      from ${APPLICATIONS(reference)} a join application_documents d on d.application_id = a.id
      where a.number || ' ' || d.kind > ${after}`,
  ),
  'stages.csv': table(
    ['application', 'step', 'position', 'stage', 'dueOn', 'enteredAt', 'actorId', 'reason', 'told', 'note'].concat([
      'belowLevel',
      'nonce',
    ]),
    (reference, after) => sql`
      select a.number || ' ' || ${sortable('s.number')} as key, a.number as application, s.number as step, s.position,
        s.stage, s.due_on, s.entered_at, s.actor_id, s.reason, s.told::text as told, s.note::text as note,
        s.below_level, s.nonce
      from ${APPLICATIONS(reference)} a join application_stages s on s.application_id = a.id
      where a.number || ' ' || ${sortable('s.number')} > ${after}`,
  ),
  ...SELECTION_TABLES,
  ...APPOINTMENT_TABLES,
  ...CONTRACT_TABLES,
  'messages.csv': table(
    ['application', 'sentAt', 'sender', 'authorId', 'subject', 'body', 'readAt', 'nonce'],
    (reference, after) => sql`
      select concat(a.number, ' ', extract(epoch from m.sent_at), ' ', m.id) as key, a.number as application, m.sent_at,
        m.sender, m.author_id, m.subject::text as subject, m.body::text as body, m.read_at, m.nonce
      from ${APPLICATIONS(reference)} a join messages m on m.application_id = a.id
      where concat(a.number, ' ', extract(epoch from m.sent_at), ' ', m.id) > ${after}`,
  ),
  'people.csv': table(
    ['accountId', 'name'],
    (reference, after) => sql`
      select p.id::text as key, p.id as account_id, p.name from accounts p
      where p.id::text > ${after} and p.id in (
        select applicant_id from ${APPLICATIONS(reference)} a
        union select actor_id from ${ALL_OWN_EVENTS(reference)} e)`,
  ),
  'events.csv': table(
    ['id', 'at', 'actorKind', 'actorId', 'subject', 'subjectId', 'action', 'details'],
    (reference, after) => sql`
      select e.id as key, e.id, e.at, e.actor_kind, e.actor_id, e.subject, e.subject_id, e.action,
        e.details::text as details
      from ${OWN_EVENTS(reference)} e where e.id > ${after || '0'}::bigint`,
  ),
};
