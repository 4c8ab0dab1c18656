-- More minutes may be arranged for somebody who has begun: the paper ends later, never earlier, and never later than arranged.
create or replace function keep_written_papers() returns trigger language plpgsql as $$
begin
  if old.handed_in_at is not null then
    raise exception 'a paper that was handed in is never changed';
  end if;
  if new.begun_at <> old.begun_at or new.ends_at < old.ends_at then
    raise exception 'the time of a paper is never moved or shortened';
  end if;
  if new.ends_at > old.ends_at and new.ends_at > old.begun_at + make_interval(mins =>
      (select minutes from written_tests where stage_id = old.stage_id)
      + coalesce((select extra_minutes from stage_attendances
          where stage_id = old.stage_id and application_id = old.application_id), 0)) then
    raise exception 'a paper ends no later than what is arranged';
  end if;
  return new;
end $$;
