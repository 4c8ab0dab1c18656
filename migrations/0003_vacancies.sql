-- Vacancies: a post to be filled, its notice, and every text that was received for it, word for word.
create table vacancies (
  reference      text primary key check (reference ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  notice         jsonb not null check (jsonb_typeof(notice) = 'object'),   -- a NoticeRecord
  places         jsonb not null default '{}',                              -- where each field stood in the text received
  doubts         jsonb not null default '[]' check (jsonb_typeof(doubts) = 'array'),
  status         text not null default 'draft'
                 check (status in ('draft', 'in-review', 'published', 'closed', 'filled', 'cancelled')),
  deadline_at    timestamptz,                                              -- the last instant to apply; null: open-ended
  deadline_zone  text not null,                                            -- the zone it is announced in
  published_at   timestamptz,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        integer not null default 1,
  check (published_at < deadline_at),
  check (status not in ('published', 'closed', 'filled') or published_at is not null)
);
create index vacancies_open on vacancies (deadline_at) where status = 'published';

create table notice_imports (
  id           uuid primary key default gen_random_uuid(),
  reference    text not null references vacancies on delete cascade,
  number       integer not null check (number > 0),                        -- 1 made the draft; later ones are offered
  file_name    text not null check (length(file_name) <= 255),
  text         text not null,                                              -- as received
  notice       jsonb not null,
  places       jsonb not null,
  doubts       jsonb not null,
  state        text not null check (state in ('offered', 'taken', 'declined')),
  imported_at  timestamptz not null,
  unique (reference, number)
);
