-- Why somebody below the language level of the notice is found suitable by a step that no panel reported on; its event holds the words
-- by the same hash as the others of the step.
alter table application_stages add column below_level text not null default ''
  check (below_level = '' or position in ('selected', 'reserve-listed') and below_level ~ '\S' and length(below_level) <= 2000);
alter table application_stages add constraint application_stages_held check (below_level = '' or nonce is not null);
