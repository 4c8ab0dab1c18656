-- Nonces of the other rows with words, as in 0068: the event that tells of them tells their hash. A row that is written in several
-- steps has one for each, so that what is taken back takes its own along. Rows of before have none.
alter table conflicts_of_interest
  add column nonce uuid,
  add column clearing_nonce uuid check (clearing_nonce is null or cleared_at is not null);
alter table screening_reveals add column nonce uuid;
alter table screening_duplicates add column nonce uuid;
alter table screening_due_dates add column nonce uuid;
alter table application_stages add column nonce uuid;
alter table selection_stage_changes add column nonce uuid;
alter table integrity_cases
  add column nonce uuid,
  add column answer_nonce uuid check (answer_nonce is null or answered_at is not null),
  add column decision_nonce uuid check (decision_nonce is null or decided_at is not null);
alter table review_requests
  add column nonce uuid,
  add column outcome_nonce uuid check (outcome_nonce is null or decided_at is not null);
