-- People as the organisation's own provider knows them: the pair of issuer and subject is one person for ever.
create table identities (
  issuer      text not null,
  subject     text not null,
  account_id  uuid not null references accounts on delete cascade,
  linked_at   timestamptz not null,
  primary key (issuer, subject)
);
create index identities_of_account on identities (account_id);
