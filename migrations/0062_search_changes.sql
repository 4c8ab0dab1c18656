-- Servers count the facets of search from memory (vacancies/search/facts-queries.ts): whatever is written of search counts as a change,
-- also what a task completes or older rules made, which touches no vacancy.
create constraint trigger vacancy_search_changed after insert or update or delete on vacancy_search deferrable initially deferred
  for each row execute function raise_public_changes();

-- What changed since an instant is found without reading all that ever was (vacancies/search/change-queries.ts).
create index vacancies_updated_at on vacancies (updated_at);
create index vacancies_told_at on vacancies (published_at);
create index vacancies_deadline_at on vacancies (deadline_at);
