-- Answers of those who agreed to be counted by how far applications got, until they are: sealed, under a mark that only a key
-- outside the database can make of an application. No account, application or time, and no number that tells an order.
create table equality_slips (
  mark               bytea primary key check (length(mark) = 32),
  vacancy_reference  text not null references vacancies on delete cascade,
  sealed             bytea not null
);
create index equality_slips_of_vacancy on equality_slips (vacancy_reference);
