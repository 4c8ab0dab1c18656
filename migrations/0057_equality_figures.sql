-- What was counted of the slips of a competition, as it may be shown; once, so that no two tables can be compared.
create table equality_figures (
  vacancy_reference  text primary key references vacancies on delete cascade,
  figures            jsonb check (jsonb_typeof(figures) = 'object'),  -- null: too few to show anything
  counted_at         timestamptz not null
);

create function refuse_change_of_equality_figures() returns trigger language plpgsql as $$
begin
  raise exception 'figures of equal access are never changed';
end $$;
create trigger equality_figures_are_kept before update on equality_figures
  for each statement execute function refuse_change_of_equality_figures();
