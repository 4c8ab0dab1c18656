-- What is kept with more care: evidence that waits for a scan, accounts about to go, roles that a group gives.
-- What the scanner of malware said of a file of evidence; until it said something, no officer opens it.
alter table accommodation_evidence
  add column scan        text not null default 'quarantined' check (scan in ('clean', 'unscanned', 'quarantined')),
  add column scanned_at  timestamptz;
create index accommodation_evidence_to_scan on accommodation_evidence (uploaded_at) where scan <> 'clean';

-- When somebody was warned that their idle account is about to be deleted; a visit since makes it void.
alter table accounts add column idle_warned_at timestamptz;

-- Who entrusted a role: a person of the organisation, or its provider of sign-in by a group, which takes away only what it gave.
alter table account_roles add column given_by text not null default 'person' check (given_by in ('person', 'provider'));
