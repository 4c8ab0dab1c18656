-- What is handed over of an appointment to the neighbours that the organisation names: where to, what, how often it was tried.
create table hand_over_endpoints (
  neighbour    text primary key,                                -- a code of the organisation's data
  url          text not null check (url ~ '^https?://\S+$'),
  set_at       timestamptz not null,
  set_by       uuid not null,
  set_by_name  text not null,                                   -- as it was then
  version      integer not null default 1
);

-- What messages to a neighbour are signed with, sealed: one, or while it is changed two.
create table hand_over_secrets (
  id           uuid primary key,
  neighbour    text not null references hand_over_endpoints on delete cascade,
  number       integer not null check (number > 0),             -- of the neighbour: the last is the one in use
  secret       bytea not null,                                  -- sealed
  made_at      timestamptz not null,
  signs_until  timestamptz,                                     -- null: the one in use
  unique (neighbour, number)
);
create unique index one_secret_in_use on hand_over_secrets (neighbour) where signs_until is null;

-- One message to one neighbour. What it says is frozen as it is queued, so that each attempt sends the same bytes under the same id.
create table hand_overs (
  id              uuid primary key,                             -- the webhook-id
  number          integer generated always as identity unique,   -- in the order in which they were queued
  appointment_id  uuid not null references appointments on delete cascade,
  neighbour       text not null,
  event           text not null check (event in ('appointment.made', 'appointment.ended', 'contract.changed')),
  state           text not null default 'waiting' check (state in ('waiting', 'given-up', 'delivered', 'stopped')),
  payload         bytea,                                        -- sealed; null once it is kept no longer
  queued_at       timestamptz not null,
  next_try_at     timestamptz,
  tries           integer not null default 0,                   -- since it was queued, or a person sent it again
  settled_at      timestamptz,                                  -- delivered or stopped
  stop_reason     text not null default '',
  stop_nonce      uuid,                                         -- with the reason, what the event's hash is made of (decision 40)
  version         integer not null default 1,
  check ((state = 'waiting') = (next_try_at is not null)),
  check ((state in ('delivered', 'stopped')) = (settled_at is not null)),
  check (payload is not null or settled_at is not null),
  check ((state = 'stopped') = (stop_reason ~ '\S') and (state = 'stopped') = (stop_nonce is not null))
);
create index hand_overs_of_appointment on hand_overs (appointment_id);
create index hand_overs_due on hand_overs (neighbour, next_try_at) where state = 'waiting';

create function keep_hand_overs() returns trigger language plpgsql as $$
begin
  if (new.id, new.appointment_id, new.neighbour, new.event, new.queued_at)
      is distinct from (old.id, old.appointment_id, old.neighbour, old.event, old.queued_at) then
    raise exception 'what was queued to be handed over is never made another''s';
  end if;
  return new;
end $$;
create trigger hand_overs_are_kept before update on hand_overs for each row execute function keep_hand_overs();

-- Each attempt, without a word of what was answered.
create table hand_over_attempts (
  hand_over_id  uuid not null references hand_overs on delete cascade,
  number        integer not null check (number > 0),
  at            timestamptz not null,
  status        integer,                                        -- of the answer (HTTP)
  problem       text,                                           -- why there was none
  duration_ms   integer not null check (duration_ms >= 0),
  primary key (hand_over_id, number),
  check ((status is null) <> (problem is null))
);
