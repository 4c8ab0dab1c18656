-- What those who have begun an application are told: what happened to the vacancy, and that its deadline is near.
create table told_news (
  event_id  bigint primary key references events,
  told_at   timestamptz not null
);
-- Nobody is told of what happened before there was news.
insert into told_news (event_id, told_at) select id, at from events where subject = 'vacancy';
create index events_of_vacancies on events (at) where subject = 'vacancy';

create table draft_reminders (
  application_id  uuid not null references applications on delete cascade,
  deadline_at     timestamptz not null,                             -- a deadline that was moved is reminded of anew
  hours_before    integer not null check (hours_before > 0),
  told_at         timestamptz not null,
  primary key (application_id, deadline_at, hours_before)
);
alter table applications add column reminders boolean not null default true;   -- whether its author wants them
