-- A written test that can be begun (due as it opens, no hours before), and one that soon no longer can, are told once as well.
alter table stage_reminders drop constraint stage_reminders_before_check;
alter table stage_reminders add constraint stage_reminders_before_check
  check (before in ('slot', 'choice', 'test-opens', 'test-closes'));
