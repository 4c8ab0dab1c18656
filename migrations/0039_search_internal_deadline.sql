-- Serving staff search by their own last day (vacancies/internal-dates).
alter table vacancy_search add column internal_deadline_at timestamptz;
update vacancy_search set internal_deadline_at = vacancies.internal_deadline_at
  from vacancies where vacancies.reference = vacancy_search.reference and vacancies.internal_deadline_at is not null;
