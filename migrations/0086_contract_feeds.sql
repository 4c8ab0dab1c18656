-- The private address at which a calendar program fetches the dates of contracts for one member of staff; of its secret the hash alone.
create table contract_feeds (
  account_id  uuid primary key references accounts on delete cascade,
  token_hash  bytea not null unique check (length(token_hash) = 32),
  made_at     timestamptz not null
);
