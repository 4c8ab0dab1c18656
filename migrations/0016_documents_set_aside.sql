-- The document that was replaced or removed last, of each kind: its sender may put it back, for a day.
create table documents_set_aside (
  application_id    uuid not null references applications on delete cascade,
  kind              text not null,
  file_name         text not null check (length(file_name) between 1 and 255),
  media_type        text not null,
  size_bytes        integer not null check (size_bytes > 0),
  pages             integer not null check (pages > 0),
  sha256            bytea not null check (length(sha256) = 32),
  content           bytea not null,
  uploaded_at       timestamptz not null,
  scan              text not null check (scan in ('clean', 'unscanned', 'quarantined')),
  scanned_at        timestamptz,
  remarks           jsonb not null check (jsonb_typeof(remarks) = 'array'),
  rendition         bytea,
  rendition_sha256  bytea check (length(rendition_sha256) = 32),
  set_aside_at      timestamptz not null,
  primary key (application_id, kind)
);
create index documents_set_aside_by_age on documents_set_aside (set_aside_at);
