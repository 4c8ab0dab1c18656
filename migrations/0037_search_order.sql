-- The list in the order of its deadlines, what has none last, as one comparison finds a place in it (vacancies/search/search-order-queries.ts).
create index vacancy_search_order on vacancy_search (coalesce(deadline_at, 'infinity'::timestamptz), reference);
drop index vacancy_search_deadline;
