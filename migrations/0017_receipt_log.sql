-- The log of receipts: a Merkle tree (RFC 9162) that is only ever added to, and whose root is signed and published.
create table receipt_log_keys (
  id                  text primary key check (id ~ '^[0-9a-f]{8}$'),     -- of its name and its public part
  name                text not null check (name !~ '[+\s]'),             -- of the log, as its signatures tell it
  public_key          bytea not null unique check (length(public_key) = 32),
  sealed_private_key  bytea,                                             -- opened by the secret; gone once retired
  made_at             timestamptz not null,
  retired_at          timestamptz check (retired_at >= made_at),
  check ((retired_at is null) = (sealed_private_key is not null))
);
create unique index receipt_log_keys_in_use on receipt_log_keys ((true)) where retired_at is null;

-- The complete subtrees, the leaves at level 0 among them: a proof takes as many of them as the tree is high.
create table receipt_log_nodes (
  level  integer not null check (level between 0 and 62),
  index  bigint not null check (index >= 0),
  hash   bytea not null check (length(hash) = 32),
  primary key (level, index)
);

-- Which receipt a leaf is of. The row goes with its receipt, when that may no longer be kept; the leaf stays.
create table receipt_log_entries (
  application_id  uuid primary key references receipts on delete cascade,
  leaf_index      bigint not null unique check (leaf_index >= 0),
  entered_at      timestamptz not null,
  before_log      boolean not null                                       -- given before there was a log
);

create table receipt_log_heads (
  tree_size  bigint primary key check (tree_size > 0),
  root_hash  bytea not null check (length(root_hash) = 32),
  at         timestamptz not null,
  key_id     text not null references receipt_log_keys,
  signature  bytea not null check (length(signature) = 64)
);
create index receipt_log_heads_by_day on receipt_log_heads (at);

-- Receipts that wait to be entered; their applicants are told once they are.
create table receipts_to_enter (
  application_id  uuid primary key references receipts on delete cascade,
  before_log      boolean not null
);
insert into receipts_to_enter (application_id, before_log) select application_id, true from receipts;

create function refuse_change_of_receipt_log() returns trigger language plpgsql as $$
begin
  raise exception 'the log of receipts is only ever added to';
end $$;
create trigger receipt_log_nodes_are_kept before update or delete or truncate on receipt_log_nodes
  for each statement execute function refuse_change_of_receipt_log();
create trigger receipt_log_heads_are_kept before update or delete or truncate on receipt_log_heads
  for each statement execute function refuse_change_of_receipt_log();
create trigger receipt_log_entries_are_kept before update or truncate on receipt_log_entries
  for each statement execute function refuse_change_of_receipt_log();
create trigger receipt_log_keys_stay before delete or truncate on receipt_log_keys
  for each statement execute function refuse_change_of_receipt_log();

-- A key may be retired, and nothing else.
create function refuse_change_of_receipt_log_key() returns trigger language plpgsql as $$
begin
  if old.retired_at is not null or new.retired_at is null
    or (new.id, new.name, new.public_key, new.made_at) is distinct from (old.id, old.name, old.public_key, old.made_at) then
    raise exception 'a key of the log of receipts is only ever retired';
  end if;
  return new;
end $$;
create trigger receipt_log_keys_are_only_retired before update on receipt_log_keys
  for each row execute function refuse_change_of_receipt_log_key();
