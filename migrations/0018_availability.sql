-- When servers were up, and what they had to refuse: what an incident before a deadline is told from.
create table server_runs (
  id         uuid primary key,
  began_at   timestamptz not null,
  last_at    timestamptz not null check (last_at >= began_at)      -- its last heartbeat; where one is late, a new run begins
);
create index server_runs_by_end on server_runs (last_at);

create table refused_requests (
  minute  timestamptz not null,
  kind    text not null,                                           -- of the request: submission, draft, own, public, search
  count   integer not null check (count > 0),
  primary key (minute, kind)
);
