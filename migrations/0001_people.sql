-- People: accounts with their roles, sessions, one-time links, and the attempts that rate limits count.
create table accounts (
  id             uuid primary key default gen_random_uuid(),
  email          text not null unique check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  password_hash  text not null,                                          -- argon2id, PHC string
  name           text not null check (length(name) between 1 and 200),   -- as the person writes it
  language       text not null check (language ~ '^[a-z]{2}$'),          -- the language we write to them in
  verified_at    timestamptz,                                            -- when they proved that the address is theirs
  created_at     timestamptz not null,
  version        integer not null default 1
);

create table account_roles (
  account_id  uuid not null references accounts on delete cascade,
  role        text not null check (role in ('recruiter', 'recruitment-manager', 'auditor', 'administrator')),
  granted_at  timestamptz not null,
  primary key (account_id, role)
);

-- Only the hash of a session's secret is kept, so that a copy of this table opens no session.
create table sessions (
  id            uuid primary key default gen_random_uuid(),
  secret_hash   bytea not null unique,
  account_id    uuid not null references accounts on delete cascade,
  device        text not null check (length(device) <= 200),             -- what the person recognises it by
  created_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  expires_at    timestamptz not null,
  revoked_at    timestamptz
);
create index sessions_of_account on sessions (account_id) where revoked_at is null;

create table one_time_links (
  token_hash  bytea primary key,
  account_id  uuid not null references accounts on delete cascade,
  purpose     text not null check (purpose in ('verify-address', 'new-password')),
  created_at  timestamptz not null,
  expires_at  timestamptz not null check (expires_at > created_at),
  used_at     timestamptz
);
create index one_time_links_of_account on one_time_links (account_id, purpose);

-- What a rate limit counts. The subject (an address, a network) is kept as a keyed hash only.
create table attempts (
  subject_hash  bytea not null,
  kind          text not null,
  at            timestamptz not null
);
create index attempts_by_subject on attempts (kind, subject_hash, at);
