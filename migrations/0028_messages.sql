-- Messages between those who select and an applicant, about one application; read here, never sent by mail.
create table messages (
  id              uuid primary key default gen_random_uuid(),
  application_id  uuid not null references applications on delete cascade,
  sender          text not null check (sender in ('staff', 'applicant')),
  author_id       uuid not null,
  sent_at         timestamptz not null,
  subject         jsonb not null check (jsonb_typeof(subject) = 'object'),   -- by language
  body            jsonb not null check (jsonb_typeof(body) = 'object'),      -- by language
  replies         boolean not null,                                          -- whether the applicant may answer it
  read_at         timestamptz                                                -- by the other side, for the first time
);
create index messages_of_application on messages (application_id, sent_at);
