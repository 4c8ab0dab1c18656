-- Profiles: what a person keeps of themselves, to begin applications from. Applications hold copies, never this row.
create table profiles (
  account_id  uuid primary key references accounts on delete cascade,
  content     jsonb not null check (jsonb_typeof(content) = 'object'),
  earlier     jsonb not null default '[]' check (jsonb_typeof(earlier) = 'array'),   -- parts as they were, to undo
  updated_at  timestamptz not null,
  version     integer not null default 1
);
