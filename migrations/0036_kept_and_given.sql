-- What the scanner of malware said of a file of evidence; until it said something, no officer opens it.
alter table accommodation_evidence
  add column scan        text not null default 'quarantined' check (scan in ('clean', 'unscanned', 'quarantined')),
  add column scanned_at  timestamptz;
create index accommodation_evidence_to_scan on accommodation_evidence (uploaded_at) where scan <> 'clean';
