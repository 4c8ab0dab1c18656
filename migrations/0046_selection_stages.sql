-- The stages of one selection as they are planned: what is scored, by whom and how much it weighs, fixed before anybody is assessed.
create table selection_stages (
  id                 uuid primary key default gen_random_uuid(),
  vacancy_reference  text not null references vacancies,
  number             integer not null check (number > 0),     -- their order, from 1
  code               text not null,                           -- a stage of the organisation's list
  from_on            text check (from_on ~ '^\d{4}-\d{2}-\d{2}$'),   -- civil days in the zone of the deadline
  to_on              text check (to_on ~ '^\d{4}-\d{2}-\d{2}$'),
  dates_fixed        boolean not null default false,          -- until then they are provisional, and said to be
  place              jsonb not null default '{}' check (jsonb_typeof(place) = 'object'),   -- by language
  link               text not null default '',
  assessed_by        text not null check (assessed_by in ('panel', 'outside', 'nobody')),
  weight             integer not null check (weight between 0 and 1000),
  pass_mark          integer check (pass_mark between 0 and 100),
  items              jsonb not null default '[]' check (jsonb_typeof(items) = 'array'),    -- what is scored, with its question and weight
  scale              jsonb check (jsonb_typeof(scale) = 'array'),     -- the organisation's anchored scale as it was when the stage opened
  status             text not null default 'planned' check (status in ('planned', 'open', 'closed')),
  opened_at          timestamptz,
  closed_at          timestamptz,
  version            integer not null default 1,
  unique (vacancy_reference, code),
  unique (vacancy_reference, number) deferrable initially deferred,
  check (from_on <= to_on),
  check ((status = 'planned') = (opened_at is null)),
  check ((status = 'planned') = (scale is null)),
  check ((status = 'closed') = (closed_at is not null))
);

-- What was changed of a stage after it had opened, with the reason that those invited were told.
create table selection_stage_changes (
  id          uuid primary key default gen_random_uuid(),
  stage_id    uuid not null references selection_stages on delete cascade,
  at          timestamptz not null,
  actor_id    uuid not null,
  reason      text not null check (reason <> ''),
  before      jsonb not null,
  after       jsonb not null
);
create index selection_stage_changes_of_stage on selection_stage_changes (stage_id, at);

-- What counts is fixed once a stage opens: neither what is scored nor its scale changes afterwards but by way of a recorded change.
create function keep_open_stages() returns trigger language plpgsql as $$
begin
  if old.status <> 'planned' and (new.scale is distinct from old.scale or new.code <> old.code or new.vacancy_reference <> old.vacancy_reference) then
    raise exception 'the scale of a stage that has opened is never changed';
  end if;
  if old.status <> 'planned' and (new.items <> old.items or new.weight <> old.weight or new.pass_mark is distinct from old.pass_mark)
     and not (new.version = old.version + 1 and exists (
       select from selection_stage_changes c where c.stage_id = old.id and c.after ->> 'version' = new.version::text)) then
    raise exception 'what counts in a stage that has opened is changed with its reason alone';
  end if;
  return new;
end $$;
create trigger open_stages_are_kept before update on selection_stages for each row execute function keep_open_stages();

-- What one assessor gives one candidate at one stage; theirs alone until they have signed it.
create table score_sheets (
  stage_id        uuid not null references selection_stages on delete cascade,
  application_id  uuid not null references applications on delete cascade,
  account_id      uuid not null references accounts,
  scores          jsonb not null default '{}' check (jsonb_typeof(scores) = 'object'),    -- points and notes by item
  updated_at      timestamptz not null,
  signed_at       timestamptz,
  version         integer not null default 1,
  primary key (stage_id, application_id, account_id)
);
create index score_sheets_of_application on score_sheets (application_id);

-- What the panel agreed on, after each had scored: points and notes by item, with who was there.
create table consensus_sheets (
  stage_id        uuid not null references selection_stages on delete cascade,
  application_id  uuid not null references applications on delete cascade,
  scores          jsonb not null check (jsonb_typeof(scores) = 'object'),
  members         uuid[] not null,                            -- the accounts that had signed their own
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  version         integer not null default 1,
  primary key (stage_id, application_id)
);
create index consensus_sheets_of_application on consensus_sheets (application_id);

-- A sheet that was signed stays as it was signed.
create function keep_signed_sheets() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null then
    raise exception 'signed scores are never changed';
  end if;
  return new;
end $$;
create trigger signed_sheets_are_kept before update on score_sheets for each row execute function keep_signed_sheets();
