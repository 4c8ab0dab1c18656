-- People whom a candidate names as referees: asked with the candidate's consent alone, and what they gave.
create table referees (
  id              uuid primary key default gen_random_uuid(),
  stage_id        uuid not null references selection_stages on delete cascade,
  application_id  uuid not null references applications on delete cascade,
  name            text not null check (name <> ''),
  email           text not null check (email ~ '^[^@\s]+@[^@\s]+$'),
  relation        text not null default '',
  language        text not null,
  status          text not null default 'named' check (status in ('named', 'asked', 'given', 'declined')),
  named_at        timestamptz not null,
  consented_at    timestamptz,                             -- when the candidate agreed that this person is asked
  asked_at        timestamptz,
  token_hash      bytea unique check (length(token_hash) = 32),   -- of the link; null: there is none that opens anything
  draft           jsonb not null default '{}' check (jsonb_typeof(draft) = 'object'),
  given           jsonb check (jsonb_typeof(given) = 'object'),   -- what was sent, with the wording it answers
  answered_at     timestamptz,
  decline_word    text not null default '',
  version         integer not null default 1,
  unique (stage_id, application_id, email),
  check ((status = 'asked') = (token_hash is not null)),
  check (status = 'named' or (consented_at is not null and asked_at is not null)),
  check ((status = 'given') = (given is not null)),
  check ((status in ('given', 'declined')) = (answered_at is not null))
);
create index referees_of_application on referees (application_id);

-- What a referee gave is never changed.
create function keep_given_references() returns trigger language plpgsql as $$
begin
  if old.status = 'given' then
    raise exception 'a reference that was given is never changed';
  end if;
  return new;
end $$;
create trigger given_references_are_kept before update on referees for each row execute function keep_given_references();

create table referee_reminders (
  referee_id  uuid not null references referees on delete cascade,
  days        integer not null,                            -- so many after they were asked
  asked_at    timestamptz not null,
  told_at     timestamptz not null,
  primary key (referee_id, asked_at, days)
);
