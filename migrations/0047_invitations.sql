-- When those invited to a stage are seen: one time for all or slots they choose from, what each chose, and whether they came.
create table stage_schedules (
  stage_id    uuid primary key references selection_stages on delete cascade,
  kind        text not null check (kind in ('slots', 'one-time')),
  zone        text not null,                              -- IANA; the zone in which its times are announced
  choose_by   timestamptz not null,                       -- the last instant at which somebody without a time can choose one
  change_by   timestamptz not null,                       -- the last instant at which a time is changed without asking
  offered_at  timestamptz,                                -- from then on those invited see it
  offered_by  uuid,
  version     integer not null default 1,
  check ((offered_at is null) = (offered_by is null))
);

create table stage_slots (
  id             uuid primary key default gen_random_uuid(),
  stage_id       uuid not null references stage_schedules on delete cascade,
  starts_at      timestamptz not null,
  minutes        integer not null check (minutes between 5 and 1440),
  capacity       integer check (capacity between 1 and 1000),       -- null: everybody invited
  place          jsonb not null default '{}' check (jsonb_typeof(place) = 'object'),    -- by language
  link           text not null default '',
  cancelled_at   timestamptz,
  cancelled_by   uuid,
  cancel_reason  text,                                    -- told to those who had chosen it
  unique (id, stage_id),
  check ((cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancel_reason is null))
);
create index stage_slots_of_stage on stage_slots (stage_id, starts_at);

-- What one person invited to a stage answered: a time, or that they do not come. One row for each, so nobody has two times.
create table stage_attendances (
  stage_id        uuid not null references stage_schedules on delete cascade,
  application_id  uuid not null references applications on delete cascade,
  slot_id         uuid,
  reply           text not null check (reply in ('waiting', 'confirmed', 'declined')),
  replied_at      timestamptz not null,
  extra_minutes   integer not null default 0 check (extra_minutes between 0 and 1440),  -- by an arrangement; why, nobody here knows
  request         text,                                   -- why another time is asked for
  requested_at    timestamptz,
  answer          text,                                   -- what was answered to the last request
  answered_at     timestamptz,
  answered_by     uuid,
  outcome         text check (outcome in ('attended', 'absent')),
  outcome_reason  text not null default '',
  outcome_at      timestamptz,
  outcome_by      uuid,
  version         integer not null default 1,
  primary key (stage_id, application_id),
  foreign key (slot_id, stage_id) references stage_slots (id, stage_id),
  check ((reply = 'confirmed') = (slot_id is not null)),
  check ((request is null) = (requested_at is null)),
  check ((outcome is null) = (outcome_at is null) and (outcome is null) = (outcome_by is null)),
  check (outcome is distinct from 'absent' or outcome_reason <> ''),
  check (outcome is null or slot_id is not null)
);
create index stage_attendances_of_application on stage_attendances (application_id);
create index stage_attendances_of_slot on stage_attendances (slot_id) where slot_id is not null;

-- A slot never holds more than its capacity, whoever writes: the slot is held while its places are counted.
create function keep_slot_capacity() returns trigger language plpgsql as $$
declare
  room integer;
begin
  select capacity into room from stage_slots where id = new.slot_id and cancelled_at is null for update;
  if not found then
    raise exception 'a slot that was cancelled takes nobody' using errcode = 'check_violation', constraint = 'slot_gone';
  end if;
  if room is not null and (select count(*) from stage_attendances a
      where a.slot_id = new.slot_id and a.application_id <> new.application_id) >= room then
    raise exception 'the slot is full' using errcode = 'check_violation', constraint = 'slot_full';
  end if;
  return new;
end $$;
create trigger slot_capacity_on_insert before insert on stage_attendances
  for each row when (new.slot_id is not null) execute function keep_slot_capacity();
create trigger slot_capacity_on_update before update on stage_attendances
  for each row when (new.slot_id is not null and new.slot_id is distinct from old.slot_id) execute function keep_slot_capacity();

-- Which reminder somebody was sent; another time has its own.
create table stage_reminders (
  stage_id        uuid not null references stage_schedules on delete cascade,
  application_id  uuid not null references applications on delete cascade,
  before          text not null check (before in ('slot', 'choice')),
  due_at          timestamptz not null,                   -- the slot's beginning, or the last moment to choose
  hours_before    integer not null,
  told_at         timestamptz not null,
  primary key (stage_id, application_id, before, due_at, hours_before)
);
create index stage_reminders_of_application on stage_reminders (application_id);

-- The changes of an open stage that those invited were told of.
create table stage_changes_told (
  change_id  uuid primary key references selection_stage_changes on delete cascade,
  told_at    timestamptz not null
);

-- A mail may bring an entry for the reader's calendar, with what it is for (RFC 5546).
alter table mails
  add column calendar text,
  add column calendar_method text check (calendar_method in ('PUBLISH', 'CANCEL')),
  add constraint mails_calendar check ((calendar is null) = (calendar_method is null));
