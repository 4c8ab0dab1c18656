-- Written tests inside the product: the server's clock says when a paper ends, and what is handed in stays as it is.
create table written_tests (
  stage_id        uuid primary key references selection_stages on delete cascade,
  minutes         integer not null check (minutes between 5 and 1440),
  opens_at        timestamptz not null,                     -- from when it may be begun
  closes_at       timestamptz not null,                     -- the last instant at which it may be begun
  by_number       boolean not null default true,            -- whether the panel reads by number, without names
  max_characters  integer not null check (max_characters between 100 and 30000),   -- of each answer; what is beyond is not read
  questions       jsonb check (jsonb_typeof(questions) = 'array'),   -- as they were when the stage opened
  version         integer not null default 1,
  check (opens_at < closes_at)
);

-- What one candidate writes.
create table written_papers (
  stage_id        uuid not null references written_tests on delete cascade,
  application_id  uuid not null references applications on delete cascade,
  begun_at        timestamptz not null,
  ends_at         timestamptz not null,
  texts           jsonb not null default '{}' check (jsonb_typeof(texts) = 'object'),   -- by question
  saved_at        timestamptz,
  handed_in_at    timestamptz,
  version         integer not null default 1,
  primary key (stage_id, application_id),
  check (begun_at < ends_at),
  check (saved_at <= ends_at),
  check (handed_in_at <= ends_at)
);
create index written_papers_of_application on written_papers (application_id);
create index written_papers_to_hand_in on written_papers (ends_at) where handed_in_at is null;

-- Nobody gets more time than they began with, and a paper that was handed in is never changed.
create function keep_written_papers() returns trigger language plpgsql as $$
begin
  if old.handed_in_at is not null then
    raise exception 'a paper that was handed in is never changed';
  end if;
  if new.begun_at <> old.begun_at or new.ends_at <> old.ends_at then
    raise exception 'the time of a paper is fixed when it is begun';
  end if;
  return new;
end $$;
create trigger written_papers_are_kept before update on written_papers for each row execute function keep_written_papers();

-- Once somebody began, it is the same test for all: it may only be begun for longer.
create function keep_begun_tests() returns trigger language plpgsql as $$
begin
  if exists (select from written_papers p where p.stage_id = old.stage_id)
     and (new.minutes <> old.minutes or new.opens_at <> old.opens_at or new.closes_at < old.closes_at
       or new.by_number <> old.by_number or new.max_characters <> old.max_characters
       or new.questions is distinct from old.questions) then
    raise exception 'a written test that somebody began is never changed';
  end if;
  return new;
end $$;
create trigger begun_tests_are_kept before update on written_tests for each row execute function keep_begun_tests();
