-- Serving staff: who was found to be one, by a person or by the organisation's provider, and until when that holds.
create table serving_staff (
  account_id   uuid primary key references accounts on delete cascade,
  found_by     text not null check (found_by in ('person', 'provider')),
  reason       text not null check (length(reason) <= 500),
  verified_at  timestamptz not null,
  valid_until  timestamptz not null check (valid_until > verified_at)
);

-- By which entrance an application came (E2).
alter table applications add column entrance text not null default 'public' check (entrance in ('public', 'internal'));
