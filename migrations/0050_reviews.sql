-- A candidate asks for the reasons of a decision, or for it to be looked at again by a person who had no part in it.
create table review_requests (
  id               uuid primary key default gen_random_uuid(),
  application_id   uuid not null references applications on delete cascade,
  -- The step that is asked about: never changed, by a trigger of its own.
  decision_number  integer not null,
  -- The panel's report that was released with it, and the SHA-256 of what was signed; null where no panel decided.
  report_id        uuid references selection_reports,
  report_sha256    bytea,
  kind             text not null check (kind in ('reasons', 'review')),
  words            text not null check (words <> ''),            -- what the candidate wrote
  late_reason      text not null default '',                     -- why they ask after the last day
  is_late          boolean not null,
  asked_at         timestamptz not null,
  answer_by        text check (answer_by ~ '^\d{4}-\d{2}-\d{2}$'),   -- null where no source gives days
  status           text not null default 'requested'
                   check (status in ('requested', 'assigned', 'answered', 'upheld', 'dismissed', 'redone', 'taken-back')),
  reviewer_id      uuid,
  reviewer_name    text,                                         -- as it was then
  assigned_at      timestamptz,
  assigned_by      uuid,
  outcome_reason   text not null default '',                     -- in the candidate's language
  redo_from        text,                                         -- a stage of the organisation's list, or 'screening'
  decided_at       timestamptz,
  version          integer not null default 1,
  foreign key (application_id, decision_number) references application_stages (application_id, number) on delete cascade,
  check ((report_id is null) = (report_sha256 is null)),
  check (is_late or late_reason = ''),
  check ((reviewer_id is null) = (assigned_at is null) and (reviewer_id is null) = (reviewer_name is null)),
  check (status in ('requested', 'taken-back') or reviewer_id is not null),
  check ((status in ('answered', 'upheld', 'dismissed', 'redone')) = (decided_at is not null)),
  check ((decided_at is not null) = (outcome_reason <> '')),
  check ((status = 'redone') = (redo_from is not null))
);
-- One decision is asked about once in each way; who took a request back may ask again.
create unique index review_requests_once on review_requests (application_id, decision_number, kind) where status <> 'taken-back';
create index review_requests_of_reviewer on review_requests (reviewer_id);
create index review_requests_of_report on review_requests (report_id);

-- Scores that count no more since a review sent a candidate back: they stay as they were, and stand here as void.
create table voided_scores (
  review_id  uuid not null references review_requests on delete cascade,
  stage_id   uuid not null references selection_stages,
  primary key (review_id, stage_id)
);
create index voided_scores_of_stage on voided_scores (stage_id);

-- What was asked and what was decided stay as they were.
create function keep_review_requests() returns trigger language plpgsql as $$
begin
  if old.status in ('answered', 'upheld', 'dismissed', 'redone', 'taken-back') then
    raise exception 'a request that has ended is never changed';
  end if;
  if new.words <> old.words or new.late_reason <> old.late_reason or new.asked_at <> old.asked_at or new.is_late <> old.is_late
     or new.kind <> old.kind or new.application_id <> old.application_id or new.decision_number <> old.decision_number
     or new.report_id is distinct from old.report_id or new.report_sha256 is distinct from old.report_sha256 then
    raise exception 'what was asked is never changed';
  end if;
  return new;
end $$;
create trigger review_requests_are_kept before update on review_requests for each row execute function keep_review_requests();
