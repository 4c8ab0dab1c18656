-- Servers count the facets of search from memory (vacancies/search/facts-queries.ts): whatever is written of search counts as a change,
-- also what a task completes or older rules made, which touches no vacancy.
create constraint trigger vacancy_search_changed after insert or update or delete on vacancy_search deferrable initially deferred
  for each row execute function raise_public_changes();

-- What changed since an instant is found without reading all that ever was (vacancies/search/change-queries.ts).
create index vacancies_updated_at on vacancies (updated_at);
create index vacancies_told_at on vacancies (published_at);
create index vacancies_deadline_at on vacancies (deadline_at);

-- What a mistyped word may have meant: words share a key where letters can be left out of both to make one of the other, at most two of the
-- first eight letters of each. Three letters at a time, a rare word looked like a third of all words (vacancies/search/near-words.ts).
create function beginnings_with_slips(word text, slips integer) returns text[] language plpgsql immutable parallel safe as $$
declare
  known text[] := array[left(word, 8)];
  latest text[] := known;
begin
  for turn in 1 .. slips loop
    latest := array(
      select distinct left(letters, place - 1) || substr(letters, place + 1)
      from unnest(latest) as letters, generate_series(1, length(letters)) as place
    );
    known := known || latest;
  end loop;
  return known;
end
$$;

drop index search_words_trigrams;
alter table search_words drop column trigrams;
alter table search_words add column beginnings text[] not null
  generated always as (beginnings_with_slips(word, case when length(word) < 5 then 1 else 2 end)) stored;
create index search_words_beginnings on search_words using gin (beginnings) with (fastupdate = off);
