-- Cases: a question put to an applicant on the passages it rests on, their answer, and what a named person decided.
create table integrity_cases (
  id               uuid primary key default gen_random_uuid(),
  application_id   uuid not null references applications on delete cascade,
  status           text not null check (status in ('awaiting-answer', 'answered', 'no-action', 'noted', 'not-considered')),
  reason           text not null,
  evidence         jsonb not null check (jsonb_typeof(evidence) = 'array' and jsonb_array_length(evidence) > 0),
  opened_at        timestamptz not null,
  opened_by        uuid not null,
  answer_until     timestamptz not null,
  answer           text,
  answered_at      timestamptz,
  decision_reason  text,
  decided_at       timestamptz,
  decided_by       uuid,
  version          integer not null default 1,
  check ((answer is null) = (answered_at is null)),
  check (status <> 'answered' or answer is not null),
  check ((status in ('awaiting-answer', 'answered')) = (decided_at is null)),
  check ((decided_at is null) = (decision_reason is null) and (decided_at is null) = (decided_by is null))
);
create unique index integrity_case_under_way on integrity_cases (application_id) where decided_at is null;
create index integrity_cases_of_application on integrity_cases (application_id);
