-- Drafts that their author threw away: they can be put back for some days, then they are deleted.
alter table applications drop constraint applications_status_check;
alter table applications add constraint applications_status_check
  check (status in ('draft', 'submitted', 'withdrawn', 'discarded'));
alter table applications drop constraint applications_check;
alter table applications add constraint applications_submitted_check
  check ((status in ('draft', 'discarded')) = (submitted_at is null));
alter table applications add column discarded_at timestamptz;
alter table applications add constraint applications_discarded_check
  check ((status = 'discarded') = (discarded_at is not null));
create index applications_discarded on applications (discarded_at) where status = 'discarded';
