-- Events in a chain: each is hashed with the one before it as it is committed, so that none is changed, removed or added unseen.

-- What makes the hash of an event unguessable: it goes with the event, and the hash that stays tells nothing.
alter table events add column nonce uuid not null default gen_random_uuid();

-- No reference to `events`: the link of an event stays when the event's time is over.
create table event_chain (
  position        bigint primary key check (position > 0),
  event_id        bigint not null unique,
  content_sha256  bytea not null check (length(content_sha256) = 32),
  hash            bytea not null check (length(hash) = 32)
);

-- The text that is hashed: one line of JSON, whatever the settings of the session. `event-chain.ts` writes the same.
create function event_text(e events) returns text language sql stable as $$
  select concat('["concours/event/1",', e.id, ',', to_json(e.at at time zone 'UTC'), ',', to_json(e.actor_kind), ',',
    coalesce(to_json(e.actor_id)::text, 'null'), ',', to_json(e.subject), ',', to_json(e.subject_id), ',',
    to_json(e.action), ',', e.details, ',', to_json(e.nonce), ']')
$$;

create function event_link_hash(link_position bigint, event_id bigint, content_sha256 bytea, previous bytea) returns bytea
language sql immutable as $$
  select sha256(convert_to(concat('concours/event-link/1 ', link_position, ' ', event_id, ' ',
    encode(content_sha256, 'hex'), ' ', encode(previous, 'hex')), 'UTF8'))
$$;

-- Deferred to the commit: the lock that makes one chain of all is the last that a transaction takes.
create function chain_event() returns trigger language plpgsql as $$
declare
  content bytea := sha256(convert_to(event_text(new), 'UTF8'));
  last_position bigint;
  last_hash bytea;
begin
  perform pg_advisory_xact_lock(hashtext('event chain'));
  select c.position, c.hash into last_position, last_hash from event_chain c order by c.position desc limit 1;
  last_position := coalesce(last_position, 0);
  last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
  insert into event_chain (position, event_id, content_sha256, hash)
  values (last_position + 1, new.id, content, event_link_hash(last_position + 1, new.id, content, last_hash));
  return null;
end $$;

-- What was there before the chain, in its order.
do $$
declare
  link record;
  last_hash bytea := decode(repeat('00', 32), 'hex');
begin
  for link in
    select row_number() over (order by id) as place, id, sha256(convert_to(event_text(e), 'UTF8')) as content
    from events e order by id
  loop
    last_hash := event_link_hash(link.place, link.id, link.content, last_hash);
    insert into event_chain (position, event_id, content_sha256, hash)
    values (link.place, link.id, link.content, last_hash);
  end loop;
end $$;

create constraint trigger events_are_chained after insert on events deferrable initially deferred
  for each row execute function chain_event();

create function refuse_change_of_event_chain() returns trigger language plpgsql as $$
begin
  raise exception 'the chain of events is only ever added to';
end $$;
create trigger event_chain_is_kept before update or delete or truncate on event_chain
  for each statement execute function refuse_change_of_event_chain();

-- What was told of an event goes with it: it kept the retention task from deleting any event that had been told.
alter table told_news drop constraint told_news_event_id_fkey;
alter table told_news add foreign key (event_id) references events on delete cascade;
