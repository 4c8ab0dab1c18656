-- Who finds, after the deadline, which essential requirements an application meets: sheets of named persons, and what was settled from them.
create table screenings (
  vacancy_reference  text primary key references vacancies,
  screeners          integer not null check (screeners in (1, 2)),
  anonymous_until    text,                                    -- the stage until which screeners do not see whose it is; null: they do
  requirements       jsonb not null check (jsonb_typeof(requirements) = 'array'),   -- of the notice as it stood, each with its key
  begun_at           timestamptz not null,
  begun_by           uuid not null
);

-- An application that is screened: what the hard rules say of it, and the result once it is settled.
create table screened_applications (
  application_id     uuid primary key references applications on delete cascade,
  vacancy_reference  text not null references screenings,
  rules              jsonb not null check (jsonb_typeof(rules) = 'array'),
  outcome            text check (outcome in ('met', 'not-met', 'to-judge')),
  findings           jsonb check (jsonb_typeof(findings) = 'object'),
  settled_at         timestamptz,
  settled_by         uuid,
  check ((outcome is null) = (settled_at is null) and (findings is null) = (settled_at is null)
         and (settled_by is null) = (settled_at is null))
);
create index screened_applications_of_vacancy on screened_applications (vacancy_reference);

create table screening_sheets (
  application_id  uuid not null references screened_applications on delete cascade,
  screener_id     uuid not null references accounts,
  findings        jsonb not null default '{}' check (jsonb_typeof(findings) = 'object'),   -- by requirement or rule: the finding, its reason
  outcome         text check (outcome in ('met', 'not-met', 'to-judge')),   -- what they come to; null while something is left to find
  version         integer not null default 1,
  assigned_at     timestamptz not null,
  assigned_by     uuid not null,
  saved_at        timestamptz,
  signed_at       timestamptz,
  reopenings      jsonb not null default '[]' check (jsonb_typeof(reopenings) = 'array'),  -- when it was signed before, and why that did not stand
  primary key (application_id, screener_id),
  check (signed_at is null or outcome is not null)
);
create index screening_sheets_of_screener on screening_sheets (screener_id);

-- What was settled stays, and what was signed stays as it was signed until it is opened again.
create function refuse_change_of_results() returns trigger language plpgsql as $$
begin
  raise exception 'a settled result of a screening is never changed';
end $$;
create trigger results_are_kept before update on screened_applications
  for each row when (old.settled_at is not null) execute function refuse_change_of_results();
create function refuse_change_of_sheets() returns trigger language plpgsql as $$
begin
  if exists (select from screened_applications a where a.application_id = old.application_id and a.settled_at is not null) then
    raise exception 'a sheet is never changed once the result is settled';
  end if;
  if old.signed_at is not null and (new.signed_at is not null or new.findings is distinct from old.findings) then
    raise exception 'a signed sheet is opened again before it is changed';
  end if;
  return new;
end $$;
create trigger sheets_are_kept before update on screening_sheets
  for each row execute function refuse_change_of_sheets();
