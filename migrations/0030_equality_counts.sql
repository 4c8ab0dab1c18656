-- Answers to the equality questions: counted, never kept. Every answer of every question has its counter, and each finished
-- page writes all counters of its vacancy anew, so that neither rows nor their order nor their transactions tell who answered what.
create table equality_counts (
  vacancy_reference  text not null references vacancies on delete cascade,
  question           text not null,
  answer             text not null,
  count              integer not null check (count >= 0),
  primary key (vacancy_reference, question, answer)
);

-- That the page was finished, with or without answers: it is asked once. No time, no answer.
create table equality_pages (
  application_id  uuid primary key references applications on delete cascade
);
