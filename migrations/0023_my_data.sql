-- Accounts that are to be deleted, the stub that an application still needs, and the one way in which events end.
create table account_deletions (
  account_id    uuid primary key references accounts on delete cascade,
  requested_at  timestamptz not null,
  due_at        timestamptz not null check (due_at > requested_at)
);
-- Everything of the person is gone; the row stays while an application that must be kept refers to it.
alter table accounts add column erased_at timestamptz;

create index events_by_actor on events (actor_id) where actor_id is not null;

-- Events are deleted only by the task that holds them to the organisation's retention period, and never changed.
create or replace function refuse_change_of_events() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('concours.retention', true) = 'events' then
    return null;
  end if;
  raise exception 'events are never changed or deleted';
end $$;
