-- Candidates who agree to be considered for similar posts, and offers of such a post: each a decision of its own (O1).
create table similar_post_consents (
  application_id  uuid primary key references applications on delete cascade,   -- no row: they have not agreed
  agreed_at       timestamptz not null
);

create table similar_post_offers (
  id                 uuid primary key default gen_random_uuid(),
  vacancy_reference  text not null references vacancies,          -- the post that is offered
  application_id     uuid not null references applications on delete cascade,   -- to another vacancy
  status             text not null default 'offered' check (status in ('offered', 'accepted', 'declined', 'taken-back')),
  reason             text not null check (reason <> ''),          -- why to this person, for the record
  offered_at         timestamptz not null,
  offered_by         uuid not null,
  offered_by_name    text not null,                               -- as it was then
  ended_at           timestamptz,
  version            integer not null default 1,
  unique (vacancy_reference, application_id),
  check ((status = 'offered') = (ended_at is null))
);
create index similar_post_offers_of_application on similar_post_offers (application_id);
