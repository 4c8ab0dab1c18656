-- What those were not told whose draft lay thrown away: they are when they put it back (applications/discarding).
create table missed_news (
  application_id  uuid not null references applications on delete cascade,
  event_id        bigint references events,
  extension_id    uuid references deadline_extensions on delete cascade,
  told_at         timestamptz,                                      -- when it was put back
  check (num_nonnulls(event_id, extension_id) = 1),
  unique nulls not distinct (application_id, event_id, extension_id)
);
