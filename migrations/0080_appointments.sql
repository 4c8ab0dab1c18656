-- From a decision to the first day: what stands before an appointment, each condition a track of its own (P1 to P4).
alter table account_roles drop constraint account_roles_role_check;
alter table account_roles add constraint account_roles_role_check
  check (role in ('recruiter', 'recruitment-manager', 'hiring-manager', 'translator', 'budget-officer', 'auditor',
                  'administrator', 'staff-member', 'accommodation-officer', 'security-officer', 'medical-officer',
                  'contract-officer'));

create table appointments (
  id                 uuid primary key default gen_random_uuid(),
  application_id     uuid not null references applications on delete cascade,
  vacancy_reference  text not null references vacancies,          -- the post: the one applied for, or a similar one that was accepted
  starts_on          text check (starts_on ~ '^\d{4}-\d{2}-\d{2}$'),   -- first day in the post, where it is; null until it is planned
  begun_at           timestamptz not null,
  begun_by           uuid not null,
  ended_at           timestamptz,                                 -- nothing is seen through any more
  ended_by           uuid,
  end_reason         text not null default '',
  end_nonce          uuid,                                        -- with the reason, what the event's hash is made of (decision 40)
  version            integer not null default 1,
  begun_by_name      text not null,                               -- as it was then
  unique (application_id, vacancy_reference),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_nonce is null)),
  check (ended_at is null or end_reason ~ '\S')
);
create index appointments_of_vacancy on appointments (vacancy_reference);

-- The steps on a track, oldest first by number: the last says where it stands.
create table condition_steps (
  appointment_id  uuid not null references appointments on delete cascade,
  condition       text not null,                                 -- a code of the organisation's data
  number          integer not null check (number > 0),
  action          text not null check (action in ('begin', 'meet', 'fail', 'waive', 'reopen')),
  state           text not null check (state in ('under-way', 'met', 'not-met', 'waived')),
  on_day          text not null check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),
  valid_until     text check (valid_until ~ '^\d{4}-\d{2}-\d{2}$'),
  level           text,                                          -- of a clearance: asked for, or given
  authority       text not null default '',                      -- of a clearance: whom it was asked of
  reason          text not null default '',
  taken_at        timestamptz not null,
  taken_by        uuid not null,
  taken_by_name   text not null,                                 -- as it was then
  nonce           uuid not null default gen_random_uuid(),       -- with the words, what the event's hash is made of (decision 40)
  primary key (appointment_id, condition, number),
  check (action <> 'waive' or reason ~ '\S'),                    -- others need one too, but for those of the medical office
  check (valid_until is null or action = 'meet')
);
create function keep_condition_steps() returns trigger language plpgsql as $$
begin
  raise exception 'a step on a condition is never changed: another follows it';
end $$;
create trigger condition_steps_are_kept before update on condition_steps for each row execute function keep_condition_steps();

-- What an office was reminded of, so that nobody is twice.
create table condition_reminders (
  appointment_id  uuid not null references appointments on delete cascade,
  condition       text not null,
  kind            text not null check (kind in ('usual-end-near', 'late', 'running-out')),
  day             text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  sent_at         timestamptz not null,
  primary key (appointment_id, condition, kind, day)
);

-- What was asked of universities and employers, and what they answered: each study and each post by itself (P3).
create table verification_steps (
  appointment_id  uuid not null references appointments on delete cascade,
  part            text not null check (part in ('education', 'experience')),
  entry           text not null,                                 -- of the application as it was submitted
  number          integer not null check (number > 0),
  action          text not null check (action in ('ask', 'confirm', 'differ', 'set-aside')),
  on_day          text not null check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),
  words           text not null default '',
  taken_at        timestamptz not null,
  taken_by        uuid not null,
  taken_by_name   text not null,                                 -- as it was then
  nonce           uuid not null,
  primary key (appointment_id, part, entry, number),
  check (action not in ('differ', 'set-aside') or words ~ '\S')
);
create trigger verification_steps_are_kept before update on verification_steps
  for each row execute function keep_condition_steps();
