-- Who works on one competition: named persons with a task for it alone, the days they had it, and what keeps them from judging whom.
create table competition_members (
  id                 uuid primary key default gen_random_uuid(),
  vacancy_reference  text not null references vacancies,
  account_id         uuid not null references accounts,
  name               text not null,                           -- as it was then: the record says who it was, whatever becomes of the account
  role               text not null check (role in
                       ('screener', 'panel-chair', 'panel-member', 'panel-secretary', 'observer', 'appointing-authority')),
  grade              text,                                    -- a code of the organisation's scale; null: not said
  unit               text not null default '',                -- where the person works, as it is to stand in the report
  gender             text check (gender in ('woman', 'man', 'other')),   -- for the balance alone; null: not said
  nationality        text check (nationality ~ '^[A-Z]{2}$'), -- ISO 3166-1; for the balance alone
  added_at           timestamptz not null,
  added_by           uuid not null,
  removed_at         timestamptz,
  removed_by         uuid,
  removal_reason     text,
  check (removed_at >= added_at),
  check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removal_reason is null))
);
-- Nobody has one task twice, and a panel has one chair.
create unique index competition_members_once on competition_members (vacancy_reference, account_id, role) where removed_at is null;
create unique index competition_members_chair on competition_members (vacancy_reference) where role = 'panel-chair' and removed_at is null;
create index competition_members_of_account on competition_members (account_id) where removed_at is null;

-- What a person signed of a list of candidates: that they know of no conflict but those named.
create table competition_declarations (
  id                 uuid primary key default gen_random_uuid(),
  vacancy_reference  text not null references vacancies,
  account_id         uuid not null references accounts,
  candidates         text[] not null,                         -- the numbers of the applications on the list
  text_sha256        bytea not null check (length(text_sha256) = 32),   -- of the wording that was signed
  signed_at          timestamptz not null
);
create index competition_declarations_of_vacancy on competition_declarations (vacancy_reference, account_id);

-- What keeps one person from judging one candidate. Declared or found, it counts until a named person clears it with a reason.
create table conflicts_of_interest (
  id                 uuid not null unique default gen_random_uuid(),
  vacancy_reference  text not null references vacancies,
  account_id         uuid not null references accounts,
  application_id     uuid not null references applications on delete cascade,
  kind               text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  found_by           text not null check (found_by in ('declared', 'detected')),
  reason             text not null default '',                -- what the person wrote, or what was found
  found_at           timestamptz not null,
  cleared_at         timestamptz,
  cleared_by         uuid,
  clearing_reason    text,
  primary key (account_id, application_id, kind),
  check ((cleared_at is null) = (cleared_by is null) and (cleared_at is null) = (clearing_reason is null)),
  check (cleared_by <> account_id)
);
create index conflicts_of_vacancy on conflicts_of_interest (vacancy_reference);
create index conflicts_of_application on conflicts_of_interest (application_id);

-- A declaration that was signed stays as it was signed.
create function refuse_change_of_declarations() returns trigger language plpgsql as $$
begin
  raise exception 'declarations are never changed';
end $$;
create trigger declarations_are_kept before update on competition_declarations
  for each statement execute function refuse_change_of_declarations();
