-- Documents that a person keeps to attach again: each was checked as those of an application are.
create table profile_documents (
  id           uuid primary key default gen_random_uuid(),
  account_id   uuid not null references accounts on delete cascade,
  file_name    text not null check (length(file_name) between 1 and 255),
  media_type   text not null,
  size_bytes   integer not null check (size_bytes > 0),
  pages        integer not null check (pages > 0),
  sha256       bytea not null check (length(sha256) = 32),
  content      bytea not null,
  uploaded_at  timestamptz not null,
  unique (account_id, sha256)
);
