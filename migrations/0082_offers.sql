-- What is offered to somebody who was chosen: what a person chose of it, whose step it is, what was sent and what was answered.
create table appointment_offers (
  id              uuid primary key default gen_random_uuid(),
  appointment_id  uuid not null references appointments on delete cascade,
  number          integer not null check (number > 0),          -- of the appointment
  choice          jsonb not null check (jsonb_typeof(choice) = 'object'),   -- all else follows by the rules
  state           text not null default 'draft'
                  check (state in ('draft', 'in-approval', 'approved', 'sent', 'accepted', 'declined', 'lapsed', 'withdrawn')),
  figures         text,                                         -- canonical JSON, as they were submitted: none other is sent
  answer_by       text check (answer_by ~ '^\d{4}-\d{2}-\d{2}$'),   -- the last day for an answer, where the post is
  sent_at         timestamptz,
  seen_at         timestamptz,                                  -- the first time that the candidate opened it
  answered_at     timestamptz,
  content         text,                                         -- canonical JSON of all that was sent
  content_sha256  bytea,
  means           text check (means in ('password', 'password-and-code', 'passkey', 'provider')),   -- how who accepted showed who they are
  evidence        jsonb,                                        -- what a device or a provider vouched for
  version         integer not null default 1,
  unique (appointment_id, number),
  check ((sent_at is null) = (content is null) and (sent_at is null) = (answer_by is null)),
  check ((content is null) = (content_sha256 is null)),
  check (content_sha256 = sha256(convert_to(content, 'UTF8'))),
  check (seen_at is null or sent_at is not null),
  check (state = 'withdrawn' or (state in ('draft', 'in-approval', 'approved')) = (sent_at is null)),
  check ((state in ('accepted', 'declined')) = (answered_at is not null)),
  check ((state = 'accepted') = (means is not null)),
  check (evidence is null or means is not null)
);
-- Of one appointment, one offer at a time; after one that was accepted, none.
create unique index one_offer_at_a_time on appointment_offers (appointment_id)
  where state in ('draft', 'in-approval', 'approved', 'sent', 'accepted');

create function keep_sent_offers() returns trigger language plpgsql as $$
begin
  if old.content is not null and (new.content, new.content_sha256, new.choice, new.answer_by, new.sent_at)
      is distinct from (old.content, old.content_sha256, old.choice, old.answer_by, old.sent_at) then
    raise exception 'an offer that was sent is never changed: another follows it';
  end if;
  return new;
end $$;
create trigger sent_offers_are_kept before update on appointment_offers for each row execute function keep_sent_offers();

-- What was done with an offer, oldest first by number.
create table offer_steps (
  offer_id       uuid not null references appointment_offers on delete cascade,
  number         integer not null check (number > 0),
  action         text not null check (action in ('prepare', 'change', 'agreement', 'submit', 'approve', 'return', 'send', 'withdraw',
                                                 'accept', 'decline', 'lapse')),
  approval_step  text,                                          -- a code of the organisation's path
  choice         jsonb,                                         -- as it was chosen then
  reason         text not null default '',
  authority      text not null default '',                      -- of a national agreement: who gave it
  on_day         text check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),   -- and on which day
  taken_at       timestamptz not null,
  taken_by       uuid,                                          -- null where Concours did it by itself
  taken_by_name  text,                                          -- as it was then
  nonce          uuid not null,                                 -- with the words, what the event's hash is made of (decision 40)
  primary key (offer_id, number),
  check ((action = 'lapse') = (taken_by is null) and (taken_by is null) = (taken_by_name is null)),
  check ((action = 'approve') = (approval_step is not null)),
  check ((action in ('prepare', 'change')) = (choice is not null)),
  check ((action = 'agreement') = (on_day is not null) and (action = 'agreement') = (authority ~ '\S')),
  check (action not in ('return', 'withdraw') or reason ~ '\S')
);

-- The offer as it was sent, in each language of the interface.
create table offer_documents (
  offer_id  uuid not null references appointment_offers on delete cascade,
  language  text not null check (language ~ '^[a-z]{2}$'),
  content   bytea not null,
  sha256    bytea not null check (sha256 = sha256(content)),
  primary key (offer_id, language)
);

create function keep_offer_steps() returns trigger language plpgsql as $$
begin
  raise exception 'what was done with an offer, and what was sent, is never changed';
end $$;
create trigger offer_steps_are_kept before update on offer_steps for each row execute function keep_offer_steps();
create trigger offer_documents_are_kept before update on offer_documents for each row execute function keep_offer_steps();
