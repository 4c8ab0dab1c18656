-- What a screener uncovered of an anonymous application, and what a named person found of applications that may be one person's.
create table screening_reveals (
  application_id  uuid not null references screened_applications on delete cascade,
  account_id      uuid not null references accounts,
  passage         text not null check (passage ~ '^[0-9a-f]{16}$'),   -- which of the hidden passages
  kind            text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  reason          text not null check (reason <> ''),
  revealed_at     timestamptz not null,
  primary key (application_id, account_id, passage)
);

create table screening_duplicates (
  application_id  uuid not null references screened_applications on delete cascade,
  other_id        uuid not null references screened_applications on delete cascade,
  verdict         text not null check (verdict in ('same-person', 'other-person')),
  reason          text not null check (reason <> ''),
  decided_at      timestamptz not null,
  decided_by      uuid not null,
  primary key (application_id, other_id),
  check (application_id < other_id)
);
create index screening_duplicates_of_other on screening_duplicates (other_id);
