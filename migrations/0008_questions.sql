-- Questions of one vacancy to its applicants, and the drafts that were begun before there were any.
alter table vacancies
  add column questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array');
update applications set answers = answers || '{"questions": {}}' where not answers ? 'questions';
