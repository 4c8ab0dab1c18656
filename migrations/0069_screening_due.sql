-- Until when a screening is to be done where somebody set another day than the organisation's rule, the last number counting.
create table screening_due_dates (
  vacancy_reference  text not null references vacancies on delete cascade,
  number             integer not null check (number > 0),
  due_on             text not null check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),   -- where the deadline is announced
  reason             text not null check (reason ~ '\S' and length(reason) <= 1000),
  set_at             timestamptz not null,
  set_by             uuid not null,
  primary key (vacancy_reference, number)
);

-- Who was reminded of which day, so that nobody is twice.
create table screening_reminders (
  vacancy_reference  text not null references vacancies on delete cascade,
  account_id         uuid not null references accounts on delete cascade,
  due_on             text not null,
  days_from_due      integer not null,                              -- negative before that day
  sent_at            timestamptz not null,
  primary key (vacancy_reference, account_id, due_on, days_from_due)
);
create index screening_reminders_account on screening_reminders (account_id);
