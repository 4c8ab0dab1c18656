-- How often what the public sees of vacancies has changed, so that servers may keep its pages until it changes again.
create table public_changes (
  only_row  boolean primary key default true check (only_row),
  number    bigint not null default 0
);
insert into public_changes default values;

-- Once a transaction, as its last act: whoever raises the number holds its row only until the commit that follows, so
-- numbers are in the order of the commits, nobody waits long and no two can wait for each other. Servers are told by the
-- same commit.
create function raise_public_changes() returns trigger language plpgsql as $$
declare
  raised bigint;
begin
  if current_setting('concours.raised_in', true) is distinct from pg_current_xact_id()::text then
    perform set_config('concours.raised_in', pg_current_xact_id()::text, true);
    update public_changes set number = number + 1 returning number into raised;
    perform pg_notify('public_changes', raised::text);
  end if;
  return null;
end
$$;

-- The public sees what was ever published; drafts are written as often as their authors like.
create constraint trigger vacancies_inserted after insert on vacancies deferrable initially deferred
  for each row when (new.published_at is not null) execute function raise_public_changes();
create constraint trigger vacancies_updated after update on vacancies deferrable initially deferred
  for each row when (old.published_at is not null or new.published_at is not null)
  execute function raise_public_changes();
create constraint trigger vacancies_deleted after delete on vacancies deferrable initially deferred
  for each row when (old.published_at is not null) execute function raise_public_changes();

-- What is published at an instant still to come, by the clock of another server.
create index vacancies_published_at on vacancies (published_at) where status = 'published';
