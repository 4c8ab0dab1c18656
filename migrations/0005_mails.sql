-- Mails: queued in the transaction of the change they tell of, sent after it, deleted once the mail server has them.
create table mails (
  id           uuid primary key default gen_random_uuid(),
  to_address   text not null check (to_address ~ '^[^@\s]+@[^@\s]+$'),
  to_name      text not null,
  subject      text not null check (subject !~ '[\r\n]'),
  body         text not null,
  language     text not null,
  queued_at    timestamptz not null,
  attempts     integer not null default 0,
  next_try_at  timestamptz not null,
  problem      text                                   -- why the last attempt failed, without addresses
);
create index mails_due on mails (next_try_at);
