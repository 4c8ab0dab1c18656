-- Drafts are saved again and again and sessions seen again and again: with room left on their pages, a new version of a row
-- stays on the page of the old one, and no index is touched.
alter table applications set (fillfactor = 70);
alter table sessions set (fillfactor = 80);
