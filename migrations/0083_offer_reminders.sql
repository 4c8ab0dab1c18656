-- What a candidate was reminded of before the day for an answer, so that nobody is twice.
create table offer_reminders (
  offer_id     uuid not null references appointment_offers on delete cascade,
  days_before  integer not null check (days_before > 0),
  sent_at      timestamptz not null,
  primary key (offer_id, days_before)
);
