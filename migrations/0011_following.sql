-- Following: bookmarks, saved searches and who is told of what; a visitor's address is kept only as long as they follow.
create table bookmarks (
  account_id  uuid not null references accounts on delete cascade,
  reference   text not null references vacancies on delete cascade,
  made_at     timestamptz not null,
  primary key (account_id, reference)
);

-- Somebody who is told of new vacancies: an account, or a visitor by their address alone.
create table followers (
  id          uuid primary key default gen_random_uuid(),
  account_id  uuid unique references accounts on delete cascade,
  email       text unique check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  language    text not null check (language ~ '^[a-z]{2}$'),          -- of a visitor; an account has its own
  created_at  timestamptz not null,
  check ((account_id is null) <> (email is null))
);

create table saved_searches (
  id            uuid primary key default gen_random_uuid(),
  follower_id   uuid not null references followers on delete cascade,
  query         text not null check (length(query) <= 4000),          -- as in an address, codes alone
  frequency     text not null check (frequency in ('never', 'at-once', 'daily')),
  created_at    timestamptz not null,
  confirmed_at  timestamptz,                                          -- when the address was proved to be theirs
  looked_at     timestamptz not null,
  unique (follower_id, query)
);
create index saved_searches_unconfirmed on saved_searches (created_at) where confirmed_at is null;

-- A vacancy that somebody was told of, by whichever of their searches: nobody is told twice.
create table alerted_vacancies (
  follower_id  uuid not null references followers on delete cascade,
  reference    text not null references vacancies on delete cascade,
  alerted_at   timestamptz not null,
  primary key (follower_id, reference)
);
