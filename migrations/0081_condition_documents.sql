-- What a selected candidate sends for a condition of their appointment, sealed; and what they were told by mail, once a day at most.
create table condition_documents (
  id              uuid primary key default gen_random_uuid(),
  number          integer generated always as identity unique,   -- in the order in which they came
  appointment_id  uuid not null references appointments on delete cascade,
  condition       text not null,                                 -- a code of the organisation's data; never a medical one
  item            text not null,                                 -- what of it was asked for, by its code
  name            bytea not null,                                -- sealed: the name of the file
  media_type      text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  size_bytes      integer not null check (size_bytes > 0),       -- as it was sent
  content         bytea not null,                                -- sealed
  uploaded_at     timestamptz not null,
  scan            text not null check (scan in ('clean', 'unscanned', 'quarantined')),
  scanned_at      timestamptz,
  check ((scan = 'clean') = (scanned_at is not null))
);
create index condition_documents_of_appointment on condition_documents (appointment_id);
create index condition_documents_to_scan on condition_documents (number) where scan <> 'clean';

create table appointment_mails (
  account_id      uuid not null references accounts on delete cascade,
  day             text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),   -- where the organisation announces its deadlines
  appointment_id  uuid not null references appointments on delete cascade,
  kind            text not null check (kind in ('documents', 'news')),
  sent_at         timestamptz not null,
  primary key (account_id, day)
);
create index appointment_mails_of_appointment on appointment_mails (appointment_id);
