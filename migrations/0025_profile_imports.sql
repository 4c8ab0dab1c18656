-- Files proposed for a profile: what was read of one, until the person has gone through it. One at a time.
create table profile_imports (
  account_id   uuid primary key references accounts on delete cascade,
  file_name    text not null check (length(file_name) between 1 and 255),
  format       text not null check (format in ('json-resume', 'europass', 'cv')),
  proposal     jsonb not null check (jsonb_typeof(proposal) = 'object'),
  imported_at  timestamptz not null
);
create index profile_imports_by_age on profile_imports (imported_at);
