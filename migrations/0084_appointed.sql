-- Somebody is appointed: what they accepted is carried out. Until then an offer that was accepted can still be withdrawn for another.
alter table appointments
  add column appointed_at       timestamptz,
  add column appointed_by       uuid,
  add column appointed_by_name  text,                             -- as it was then
  add constraint appointed_by_somebody check (
    (appointed_at is null) = (appointed_by is null) and (appointed_at is null) = (appointed_by_name is null)),
  add constraint appointed_on_a_day check (appointed_at is null or starts_on is not null);
create index appointments_made on appointments (vacancy_reference) where appointed_at is not null;

alter table appointment_offers
  drop constraint appointment_offers_check5,
  drop constraint appointment_offers_check6,
  add constraint answered_when_it_was check (
    state = 'withdrawn' or (state in ('accepted', 'declined')) = (answered_at is not null)),
  add constraint accepted_by_a_means check (state = 'withdrawn' or (state = 'accepted') = (means is not null));
