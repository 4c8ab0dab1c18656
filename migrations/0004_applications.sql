-- Applications: what an applicant submits to one vacancy, the documents with it, and the receipt given for it.
create sequence application_numbers start with 1;

create table applications (
  id                 uuid primary key default gen_random_uuid(),
  number             text not null unique check (number ~ '^A-[A-Za-z0-9._-]+-[0-9]{5,}$'),   -- A-260114-00317
  vacancy_reference  text not null references vacancies,
  applicant_id       uuid not null references accounts,
  status             text not null default 'draft' check (status in ('draft', 'submitted', 'withdrawn')),
  answers            jsonb not null check (jsonb_typeof(answers) = 'object'),
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  submitted_at       timestamptz,                      -- when the request's first byte was received
  version            integer not null default 1,
  unique (vacancy_reference, applicant_id),
  check ((status = 'draft') = (submitted_at is null))
);
create index applications_of_applicant on applications (applicant_id);

create table application_documents (
  id              uuid primary key default gen_random_uuid(),
  application_id  uuid not null references applications on delete cascade,
  kind            text not null,                       -- what the notice asks for: cover-letter, essay-on-challenges
  file_name       text not null check (length(file_name) between 1 and 255),
  media_type      text not null,
  size_bytes      integer not null check (size_bytes > 0),
  pages           integer not null check (pages > 0),
  sha256          bytea not null check (length(sha256) = 32),
  content         bytea not null,
  uploaded_at     timestamptz not null,
  unique (application_id, kind)
);

-- A receipt is written once, with the application's submission, and stays as it was given.
create table receipts (
  application_id  uuid primary key references applications,
  received_at     timestamptz not null,
  zone            text not null,
  language        text not null,
  content         text not null,                       -- canonical JSON of everything submitted
  sha256          bytea not null check (sha256 = sha256(convert_to(content, 'UTF8')))
);
create function refuse_change_of_receipts() returns trigger language plpgsql as $$
begin
  raise exception 'receipts are never changed';
end $$;
create trigger receipts_are_kept before update on receipts
  for each statement execute function refuse_change_of_receipts();
