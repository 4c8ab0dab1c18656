-- The life of a notice: written, translated, checked, approved, published at an instant, corrected, closed by itself.
alter table vacancies
  add column composed           boolean not null default false,       -- written here: its standard paragraphs come from the regulations
  add column original_language  text not null default 'en',           -- the language it is written in; the others are translations
  add column translations       jsonb not null default '{}',          -- by field and language: its state, and the original it renders
  add column waivers            jsonb not null default '[]' check (jsonb_typeof(waivers) = 'array'),
  add column approvals          jsonb not null default '[]' check (jsonb_typeof(approvals) = 'array'),
  add column audience           text not null default 'both' check (audience in ('internal', 'external', 'both')),
  add column publish_at         timestamptz,                          -- when a scheduled vacancy is published
  add column closed_at          timestamptz,                          -- the last instant at which an application was received
  add column corrections        jsonb not null default '[]' check (jsonb_typeof(corrections) = 'array');

alter table vacancies drop constraint vacancies_status_check;
alter table vacancies add constraint vacancies_status_check
  check (status in ('draft', 'in-review', 'scheduled', 'published', 'closed', 'filled', 'cancelled'));
alter table vacancies add constraint vacancies_scheduled_check
  check ((status = 'scheduled') = (publish_at is not null));
-- A vacancy that was closed before this column: by a person before its deadline, or at the deadline.
update vacancies set closed_at = least(updated_at, deadline_at) where status in ('closed', 'filled');
create index vacancies_scheduled on vacancies (publish_at) where status = 'scheduled';

-- Every notice that was ever saved, with who saved it.
create table notice_versions (
  reference   text not null references vacancies on delete cascade,
  number      integer not null check (number > 0),
  notice      jsonb not null check (jsonb_typeof(notice) = 'object'),
  action      text not null,                                           -- that of the event it was saved with
  saved_at    timestamptz not null,
  actor_kind  text not null check (actor_kind in ('account', 'command-line', 'system')),
  actor_id    uuid check ((actor_kind = 'account') = (actor_id is not null)),
  primary key (reference, number)
);
insert into notice_versions (reference, number, notice, action, saved_at, actor_kind)
  select reference, 1, notice, 'import', updated_at, 'system' from vacancies;

-- Deadlines that were extended, and whether the people who had begun to apply have been told.
create table deadline_extensions (
  id            uuid primary key default gen_random_uuid(),
  reference     text not null references vacancies on delete cascade,
  previous_at   timestamptz not null,
  extended_to   timestamptz not null check (extended_to > previous_at),
  made_at       timestamptz not null,
  told_at       timestamptz
);
create index deadline_extensions_untold on deadline_extensions (made_at) where told_at is null;

-- The people through whose hands a notice goes before it is published, and the staff who may see an internal one.
alter table account_roles drop constraint account_roles_role_check;
alter table account_roles add constraint account_roles_role_check
  check (role in ('recruiter', 'recruitment-manager', 'hiring-manager', 'translator', 'budget-officer', 'auditor',
                  'administrator', 'staff-member'));
