-- How people prove who they are: what was tried and when, second factors, passkeys, and a change of address.
alter table sessions
  add column method       text not null default 'password',     -- how it was opened
  add column two_factors  boolean not null default false;       -- whether a second factor was shown

create table sign_ins (
  id          bigint generated always as identity primary key,
  account_id  uuid not null references accounts on delete cascade,
  at          timestamptz not null,
  method      text not null,
  device      text not null check (length(device) <= 200),
  succeeded   boolean not null
);
create index sign_ins_of_account on sign_ins (account_id, at);

-- An app that shows codes. Its secret is sealed with a key that the database does not have.
create table authenticators (
  account_id    uuid primary key references accounts on delete cascade,
  secret        bytea not null,
  created_at    timestamptz not null,
  confirmed_at  timestamptz,                                    -- by a first code; until then it counts for nothing
  last_step     integer not null default 0                      -- of the last code that was taken: none is taken twice
);

create table recovery_codes (
  account_id  uuid not null references accounts on delete cascade,
  code_hash   bytea not null,                                   -- keyed
  made_at     timestamptz not null,
  primary key (account_id, code_hash)
);

create table passkeys (
  id            text primary key,                               -- the credential's, base64url
  account_id    uuid not null references accounts on delete cascade,
  name          text not null check (length(name) between 1 and 100),
  public_key    bytea not null,                                 -- COSE
  counter       bigint not null,
  transports    jsonb not null default '[]',
  created_at    timestamptz not null,
  last_used_at  timestamptz
);
create index passkeys_of_account on passkeys (account_id);

-- A sign-in under way: the password was right and a code is asked for, a passkey is to answer, a provider was asked.
create table sign_in_steps (
  token_hash  bytea primary key,
  account_id  uuid references accounts on delete cascade,
  purpose     text not null,
  details     jsonb not null default '{}',
  created_at  timestamptz not null,
  expires_at  timestamptz not null check (expires_at > created_at)
);
create index sign_in_steps_by_end on sign_in_steps (expires_at);

create table address_changes (
  account_id    uuid primary key references accounts on delete cascade,
  old_address   text not null,
  new_address   text not null,
  requested_at  timestamptz not null,
  changed_at    timestamptz
);

alter table one_time_links drop constraint one_time_links_purpose_check;
alter table one_time_links add constraint one_time_links_purpose_check
  check (purpose in ('verify-address', 'new-password', 'new-address', 'keep-address', 'keep-account'));
