-- Events: who did what, when, to what. Written in the transaction of the change, never changed or deleted afterwards.
create table events (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor_kind  text not null check (actor_kind in ('account', 'command-line', 'system')),
  actor_id    uuid check ((actor_kind = 'account') = (actor_id is not null)),
  subject     text not null check (subject in ('account', 'vacancy', 'application')),
  subject_id  text not null,                       -- an account's id, a vacancy's reference, an application's number
  action      text not null check (action ~ '^[a-z]+(-[a-z]+)*$'),
  details     jsonb not null default '{}' check (jsonb_typeof(details) = 'object')   -- never personal data
);
create index events_of_subject on events (subject, subject_id, id);

create function refuse_change_of_events() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed or deleted';
end $$;
create trigger events_are_kept before update or delete or truncate on events
  for each statement execute function refuse_change_of_events();
