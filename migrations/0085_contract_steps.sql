-- What becomes of a contract once somebody is appointed: each step a row that never changes, the oldest first by number.
create table contract_steps (
  appointment_id  uuid not null references appointments on delete cascade,
  number          integer not null check (number > 0),
  action          text not null check (action in ('confirm-probation', 'extend-probation', 'propose-renewal', 'agree-renewal',
                                                  'decline-renewal', 'request', 'grant-request', 'refuse-request',
                                                  'agree-indefinite', 'advance', 'set-length', 'end', 'take-back')),
  months          integer check (months > 0),                   -- of a renewal
  on_day          text check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),   -- of which the step speaks, where the post is
  authority       text not null default '',                     -- of a national agreement: who gave it
  agreed_on       text check (agreed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  ground          text check (ground in ('end-of-term', 'resignation', 'probation', 'secondment', 'other')),
  reason          text not null default '',
  terms           text,                                         -- JSON: what the rules gave as a renewal was decided on
  taken_at        timestamptz not null,
  taken_by        uuid not null,
  taken_by_name   text not null,                                -- as it was then
  nonce           uuid not null,                                -- with the words, what the event's hash is made of (decision 40)
  primary key (appointment_id, number),
  check ((action = 'agree-renewal') = (months is not null) or action = 'propose-renewal'),
  check ((action in ('agree-renewal', 'decline-renewal')) = (terms is not null)),
  check ((authority ~ '\S') = (agreed_on is not null) and (agreed_on is null or action = 'agree-renewal')),
  check ((action = 'end') = (ground is not null)),
  check (action not in ('extend-probation', 'request', 'grant-request', 'agree-indefinite', 'advance', 'end') or on_day is not null),
  check (action not in ('extend-probation', 'decline-renewal', 'grant-request', 'refuse-request', 'agree-indefinite', 'set-length',
                        'take-back') or reason ~ '\S')
);

create function keep_contract_steps() returns trigger language plpgsql as $$
begin
  raise exception 'a step of a contract is never changed: it is taken back by another';
end $$;
create trigger contract_steps_are_kept before update on contract_steps for each row execute function keep_contract_steps();

-- Of which day of a contract somebody was reminded, so that nobody is twice.
create table contract_reminders (
  appointment_id  uuid not null references appointments on delete cascade,
  kind            text not null,                                -- the kind of the day, of the calendar
  day             text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  remind_on       text not null check (remind_on ~ '^\d{4}-\d{2}-\d{2}$' and remind_on < day),
  sent_at         timestamptz not null,
  primary key (appointment_id, kind, day, remind_on)
);
