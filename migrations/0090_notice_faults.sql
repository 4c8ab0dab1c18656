-- What the linter found in the versions of a notice until it was published: a fault is there from the first to the last
-- version that has it. Made from notice_versions by a task, and made again from them if it is emptied.
create table notice_faults (
  reference      text not null references vacancies,
  fault          bytea not null check (length(fault) = 32),               -- SHA-256 of what it is known again by
  rule           text not null check (rule ~ '^[a-z]+/[a-z-]+$'),
  severity       text not null check (severity in ('error', 'warning', 'info')),
  language       text not null check (language in ('en', 'fr', 'both')),  -- where it stands
  first_version  integer not null check (first_version > 0),
  last_version   integer not null check (last_version >= first_version),
  primary key (reference, fault)
);

-- Up to which version a notice was read.
create table notice_fault_readings (
  reference  text primary key references vacancies,
  version    integer not null check (version > 0)
);
