-- The report of a panel: what it proposes, frozen when its members sign, and what the appointing authority decided on it.
create table selection_reports (
  id                 uuid primary key default gen_random_uuid(),
  vacancy_reference  text not null references vacancies,
  number             integer not null check (number > 0),        -- a returned report is followed by another
  status             text not null default 'draft'
                     check (status in ('draft', 'signing', 'submitted', 'accepted', 'departed', 'returned')),
  proposals          jsonb not null default '[]' check (jsonb_typeof(proposals) = 'array'),
  texts              jsonb not null default '{}' check (jsonb_typeof(texts) = 'object'),   -- the free parts, by language
  content            text,                                        -- canonical JSON of all that was signed
  content_sha256     bytea check (content_sha256 = sha256(convert_to(content, 'UTF8'))),
  decided_at         timestamptz,
  decided_by         uuid,
  decided_by_name    text,
  decision_reason    text not null default '',
  decisions          jsonb check (jsonb_typeof(decisions) = 'array'),   -- the outcomes that count
  released_at        timestamptz,
  released_by        uuid,
  created_at         timestamptz not null,
  version            integer not null default 1,
  unique (vacancy_reference, number),
  check ((content is null) = (content_sha256 is null)),
  check ((status = 'draft') = (content is null)),
  check ((status in ('accepted', 'departed', 'returned')) = (decided_at is not null)),
  check ((status in ('accepted', 'departed')) = (decisions is not null)),
  check (status not in ('departed', 'returned') or decision_reason <> ''),
  check (released_at is null or status in ('accepted', 'departed'))
);
-- One report at a time is under way, and one decides.
create unique index selection_reports_one on selection_reports (vacancy_reference) where status <> 'returned';

create table report_signatures (
  report_id       uuid not null references selection_reports on delete cascade,
  account_id      uuid not null references accounts,
  name            text not null,
  role            text not null,
  content_sha256  bytea not null,                                -- of what was signed
  dissent         text not null default '',                      -- what the member does not share
  signed_at       timestamptz not null,
  primary key (report_id, account_id)
);

-- What was signed stays as it was signed: a report goes back to its draft as a whole, without its signatures, or not at all.
create function keep_signed_reports() returns trigger language plpgsql as $$
begin
  if old.status in ('accepted', 'departed', 'returned')
     and (new.status <> old.status or new.decisions is distinct from old.decisions or new.content is distinct from old.content
          or new.decision_reason <> old.decision_reason or old.released_at is distinct from new.released_at and old.released_at is not null) then
    raise exception 'a decided report is never changed';
  end if;
  if old.content is not null and new.content is not null and new.content <> old.content then
    raise exception 'what is signed is never changed';
  end if;
  if old.content is not null and new.content is null and exists (select from report_signatures s where s.report_id = old.id) then
    raise exception 'a report goes back to its draft without its signatures';
  end if;
  return new;
end $$;
create trigger signed_reports_are_kept before update on selection_reports for each row execute function keep_signed_reports();
