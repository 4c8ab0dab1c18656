-- What an uploaded document was found to be: scanned for malware or not, what its sender should know of it, and for a Word file its rendition.
alter table application_documents
  add column scan              text not null default 'unscanned'
                               check (scan in ('clean', 'unscanned', 'quarantined', 'infected')),
  add column scanned_at        timestamptz,                           -- when a scanner gave its verdict
  add column remarks           jsonb not null default '[]' check (jsonb_typeof(remarks) = 'array'),
  add column rendition         bytea,                                 -- our PDF of a Word file, made once; `pages` are its pages
  add column rendition_sha256  bytea check (length(rendition_sha256) = 32),
  add check (rendition is null or rendition_sha256 is not null),
  add check ((scanned_at is not null) = (scan in ('clean', 'infected')));
-- Malware that was found after submission is thrown away; the row stays, since the receipt names it.
alter table application_documents alter column content drop not null;
alter table application_documents add check ((content is null) = (scan = 'infected'));
create index application_documents_to_scan on application_documents (uploaded_at) where scan in ('unscanned', 'quarantined');
