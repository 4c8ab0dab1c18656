-- What submitted applications say, as text, with fingerprints by which passages that two of them share are found.
create table integrity_readings (
  application_id  uuid primary key references applications on delete cascade,
  read_at         timestamptz not null
);

create table integrity_texts (
  id              integer generated always as identity primary key,
  application_id  uuid not null references integrity_readings on delete cascade,
  part            text not null,                                     -- which answer or document
  sha256          bytea not null,                                    -- of what it was read from
  content         text not null,
  seen            jsonb not null check (jsonb_typeof(seen) = 'object'),   -- hidden words, links, programs
  problem         text,                                              -- why it could not be read
  unique (application_id, part)
);

create table integrity_fingerprints (
  hash            integer not null,
  text_id         integer not null references integrity_texts on delete cascade,
  primary key (hash, text_id)
);
create index integrity_fingerprints_of_text on integrity_fingerprints (text_id);
