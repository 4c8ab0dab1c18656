-- Where each submitted application stands in the selection: every step that a named person took, and withdrawals.
create table application_stages (
  application_id  uuid not null references applications on delete cascade,
  number          integer not null check (number > 0),              -- 1, 2, 3 … within one application
  position        text not null check (position in
                    ('under-review', 'invited', 'reserve-listed', 'selected', 'not-retained')),
  stage           text,                                             -- the organisation's stage that the person is invited to
  due_on          text check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),      -- the civil day by which, or on which, something happens
  entered_at      timestamptz not null,
  actor_id        uuid not null,                                    -- a person decides, never a machine
  reason          text,                                             -- a code of the organisation's list
  told            jsonb check (jsonb_typeof(told) = 'object'),      -- its sentence as it stood then, by language
  note            jsonb not null default '{}' check (jsonb_typeof(note) = 'object'),   -- what was added to it, by language
  primary key (application_id, number),
  check ((position = 'invited') = (stage is not null)),
  check ((position = 'not-retained') = (reason is not null and told is not null))
);

-- A step that was taken stays as it was; it goes with its application alone.
create function refuse_change_of_stages() returns trigger language plpgsql as $$
begin
  raise exception 'steps of a selection are never changed';
end $$;
create trigger stages_are_kept before update on application_stages
  for each statement execute function refuse_change_of_stages();

create table application_withdrawals (
  application_id  uuid primary key references applications on delete cascade,
  withdrawn_at    timestamptz not null,
  reason          text                                              -- a code of the organisation's list, if one was chosen
);
