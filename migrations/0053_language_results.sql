-- What a language test found, level by level: a correction is another row with its reason, and the last one counts.
create table language_results (
  id              uuid primary key default gen_random_uuid(),
  stage_id        uuid not null references selection_stages on delete cascade,
  application_id  uuid not null references applications on delete cascade,
  language        text not null check (language ~ '^[a-z]{2}$'),      -- ISO 639-1
  level           text not null,                                      -- a code of the organisation's scale, or none
  reason          text not null default '',                           -- why it differs from what was recorded before
  recorded_at     timestamptz not null,
  recorded_by     uuid not null
);
create index language_results_of_stage on language_results (stage_id, application_id);

create function refuse_change_of_language_results() returns trigger language plpgsql as $$
begin
  raise exception 'results of a language test are never changed';
end $$;
create trigger language_results_are_kept before update on language_results
  for each statement execute function refuse_change_of_language_results();
