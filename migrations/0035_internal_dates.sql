-- Dates of serving staff (E2): an own last instant to apply by the internal portal, and when what is announced to them alone opens to everybody.
alter table vacancies
  add column internal_deadline_at  timestamptz check (internal_deadline_at is null or audience <> 'external'),
  add column public_from           timestamptz check (public_from is null or audience = 'internal');
create index vacancies_public_from on vacancies (public_from) where status = 'published' and public_from is not null;

-- A date of serving staff that moved, either way, is told to those who came by their entrance; `infinity` is no end.
alter table deadline_extensions add column entrance text check (entrance = 'internal');
alter table deadline_extensions drop constraint deadline_extensions_check;
alter table deadline_extensions add constraint deadline_extensions_check
  check (extended_to > previous_at or (entrance is not null and extended_to <> previous_at));
