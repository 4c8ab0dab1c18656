-- A review opens a step again for one candidate alone: what was found there is void, kept as it was, and counts nowhere.
alter table review_requests
  -- That step alone, or it and all after it; null where a case was decided before this could be chosen.
  add column redo_reach text check (redo_reach in ('step', 'onward')),
  add constraint redo_reach_of_redone check (redo_reach is null or redo_from is not null);

-- The planned stages that one case opens again for its candidate, whatever becomes of the stage for others.
create table redone_stages (
  review_id      uuid not null references review_requests on delete cascade,
  stage_id       uuid not null references selection_stages on delete cascade,
  opens_at       timestamptz,                             -- of a written test: from when until when it may be begun
  closes_at      timestamptz,
  window_set_by  uuid,
  version        integer not null default 1,
  primary key (review_id, stage_id),
  check ((opens_at is null) = (closes_at is null) and (opens_at is null) = (window_set_by is null)),
  check (opens_at < closes_at)
);
create index redone_stages_of_stage on redone_stages (stage_id);

-- What is void, row for row as it stood when the case was decided. Nothing that counts reads from here.
create table voided_results (
  id              uuid primary key default gen_random_uuid(),
  review_id       uuid not null references review_requests on delete cascade,
  application_id  uuid not null references applications on delete cascade,
  stage_id        uuid references selection_stages on delete cascade,     -- null: of the screening
  kind            text not null check (kind in ('screening', 'screening-sheet', 'scores', 'agreed-scores', 'written-paper',
                                                'language-level', 'attendance')),
  account_id      uuid,                                   -- whose it was: who found it, or the candidate who wrote it
  content         jsonb not null,
  voided_at       timestamptz not null,
  check ((stage_id is null) = (kind in ('screening', 'screening-sheet')))
);
create index voided_results_of_review on voided_results (review_id);
create index voided_results_of_application on voided_results (application_id);
create index voided_results_of_stage on voided_results (stage_id);
create index voided_results_of_account on voided_results (account_id);

create function refuse_change_of_voided_results() returns trigger language plpgsql as $$
begin
  raise exception 'what is void is kept as it was';
end $$;
create trigger voided_results_are_kept before update on voided_results
  for each statement execute function refuse_change_of_voided_results();

-- A settled result of a screening is still never changed: it is laid aside whole, and screened anew, by a review alone.
create or replace function refuse_change_of_results() returns trigger language plpgsql as $$
begin
  if new.settled_at is null and exists (
    select from voided_results v where v.application_id = old.application_id and v.kind = 'screening' and v.content = to_jsonb(old)
  ) then
    return new;
  end if;
  raise exception 'a settled result of a screening is never changed';
end $$;

-- A test that somebody began stays the same for all, whatever became of what they wrote.
create or replace function keep_begun_tests() returns trigger language plpgsql as $$
begin
  if (exists (select from written_papers p where p.stage_id = old.stage_id)
      or exists (select from voided_results v where v.stage_id = old.stage_id and v.kind = 'written-paper'))
     and (new.minutes <> old.minutes or new.opens_at <> old.opens_at or new.closes_at < old.closes_at
       or new.by_number <> old.by_number or new.max_characters <> old.max_characters
       or new.questions is distinct from old.questions) then
    raise exception 'a written test that somebody began is never changed';
  end if;
  return new;
end $$;

-- What follows a re-done step is a report of its own on that candidate: signed and decided like the first, which stays as it is.
alter table selection_reports add column review_id uuid references review_requests on delete cascade;
drop index selection_reports_one;
create unique index selection_reports_one on selection_reports (vacancy_reference) where status <> 'returned' and review_id is null;
create unique index selection_reports_one_of_case on selection_reports (review_id) where status <> 'returned' and review_id is not null;

-- By which means somebody showed who they are as they signed or decided, and what their device signed then.
alter table report_signatures
  add column means     text not null default 'password' check (means in ('password', 'password-and-code', 'passkey', 'provider')),
  add column evidence  jsonb;
alter table selection_reports
  add column decided_means     text check (decided_means in ('password', 'password-and-code', 'passkey', 'provider')),
  add column decided_evidence  jsonb;

-- Whoever came by the organisation's own provider has a password that nobody knows, until they set one by mail.
alter table accounts add column password_is_known boolean not null default true;
update accounts a set password_is_known = false
where exists (select from events e where e.subject = 'account' and e.subject_id = a.id::text and e.action = 'account-created'
    and e.details ->> 'by' = 'outside-sign-in')
  and not exists (select from events e where e.subject = 'account' and e.subject_id = a.id::text and e.action = 'password-changed');

-- Why somebody below the grade that is asked of a panel was named all the same, in the words of who named them.
alter table competition_members add column grade_reason text not null default '';
