-- Requests for an accommodation in a selection: health data, encrypted, for the person and the officers named for it alone.
create table accommodation_requests (
  id              uuid primary key default gen_random_uuid(),
  application_id  uuid not null unique references applications on delete cascade,
  status          text not null default 'requested' check (status in ('requested', 'granted', 'partly', 'refused')),
  request         bytea not null,                                   -- sealed: kinds, words, until when
  answer          bytea,                                            -- sealed: the officer's reasons
  arrangement     text,                                             -- what those who hold a stage are to arrange, in neutral words
  requested_at    timestamptz not null,
  decided_at      timestamptz,
  version         integer not null default 1,
  check ((status = 'requested') = (decided_at is null)),
  check ((decided_at is null) = (answer is null))
);

create table accommodation_evidence (
  id              uuid primary key default gen_random_uuid(),
  request_id      uuid not null references accommodation_requests on delete cascade,
  file            bytea not null,                                   -- sealed: name, type and bytes
  uploaded_at     timestamptz not null
);
create index accommodation_evidence_of_request on accommodation_evidence (request_id);

-- Who sees them: a role of its own.
alter table account_roles drop constraint account_roles_role_check;
alter table account_roles add constraint account_roles_role_check
  check (role in ('recruiter', 'recruitment-manager', 'hiring-manager', 'translator', 'budget-officer', 'auditor',
                  'administrator', 'staff-member', 'accommodation-officer'));

-- Events of a request stand under its own number, so that an application's history does not tell of it. What can be the
-- subject of an event is for the features to say; the database holds its form.
alter table events drop constraint events_subject_check;
alter table events add constraint events_subject_check check (subject ~ '^[a-z]+(-[a-z]+)*$');
