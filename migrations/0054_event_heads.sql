-- Heads of the chain of events, signed and published: whoever keeps one finds a chain that was cut or written anew.
create table event_heads (
  position   bigint primary key check (position > 0),
  hash       bytea not null check (length(hash) = 32),
  at         timestamptz not null,
  key_id     text not null references receipt_log_keys,
  signature  bytea not null check (length(signature) = 64)
);
create index event_heads_by_day on event_heads (at);

create function refuse_change_of_event_heads() returns trigger language plpgsql as $$
begin
  raise exception 'a head that was published is never changed';
end $$;
create trigger event_heads_are_kept before update or delete or truncate on event_heads
  for each statement execute function refuse_change_of_event_heads();
