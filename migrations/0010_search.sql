-- Search: what is looked for and counted of each vacancy that is published, small and apart; written with every save (vacancies/search/).
create table vacancy_search (
  reference      text primary key references vacancies on delete cascade,
  rules          integer not null,                 -- the version of the rules it was made by; older ones are made again
  reference_key  text not null,                    -- its letters and figures alone, in small letters
  title_keys     jsonb not null,                   -- the title by language as it is sorted, without accents
  title_words    tsvector not null,
  words          tsvector not null,                -- of both languages, as written and stemmed, without accents
  body           text,
  city           text,
  clause         text,
  level          text,                             -- the two levels of language asked for: V-I
  grades         text[] not null,
  fast_track     boolean not null,
  audience       text not null,
  published_at   timestamptz not null,
  deadline_at    timestamptz,
  listed_at      timestamptz not null              -- when it was written here first: what alerts look for
) with (toast_tuple_target = 512);
alter table vacancy_search alter column words set storage external;
alter table vacancy_search alter column title_words set storage main;
create index vacancy_search_words on vacancy_search using gin (words) with (fastupdate = off);
create index vacancy_search_deadline on vacancy_search (deadline_at, reference);
create index vacancy_search_listed on vacancy_search (listed_at);

-- Every word that was ever searched for in a vacancy, by three letters at a time: what a mistyped word may have meant.
create table search_words (
  word      text primary key,
  trigrams  text[] not null
);
create index search_words_trigrams on search_words using gin (trigrams) with (fastupdate = off);
