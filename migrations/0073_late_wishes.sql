-- A wish that came too late: minutes for a paper that had ended, another time for one that had begun or in a stage that was over.
-- It changes nothing by itself; it is kept as it was typed, and shown to its author, or whom it is for, and to those who hold the stage.
create table late_wishes (
  id              uuid primary key default gen_random_uuid(),
  stage_id        uuid not null references selection_stages on delete cascade,
  application_id  uuid not null references applications on delete cascade,
  kind            text not null check (kind in ('minutes', 'time')),
  minutes         integer check (minutes between 1 and 1440),
  words           text not null default '' check (length(words) <= 1000),
  late_by         text not null check (late_by in ('paper-over', 'slot-begun', 'closed')),
  made_at         timestamptz not null,
  made_by         uuid not null,
  -- Of another time: its event tells the hash of the words (0068). That of minutes stands with the request, in no record.
  nonce           uuid check (nonce is null or kind = 'time'),
  check ((kind = 'minutes') = (minutes is not null)),
  check ((kind = 'time') = (words ~ '\S')),
  unique nulls not distinct (stage_id, application_id, kind, minutes, words)
);
create index late_wishes_application on late_wishes (application_id);

create function keep_late_wishes() returns trigger language plpgsql as $$
begin
  raise exception 'a wish that came too late stays as it was made';
end $$;
create trigger late_wishes_are_kept before update on late_wishes for each row execute function keep_late_wishes();
