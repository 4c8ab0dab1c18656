-- Pages of documents without text: a screener who may not see whose they are asks for one, and a named person writes down what stands on it.
create table screening_pages (
  application_id  uuid not null references screened_applications on delete cascade,
  kind            text not null,                                       -- of the document
  page            integer not null check (page > 0),
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  reason          text not null check (reason <> ''),
  answered_by     uuid,
  answered_at     timestamptz,
  transcription   text,                                                -- empty where nothing can be read
  primary key (application_id, kind, page),
  check ((answered_by is null) = (answered_at is null) and (answered_at is null) = (transcription is null))
);
