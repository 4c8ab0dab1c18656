-- What makes the hash of a score sheet unguessable: its event tells the hash as it is signed, and who reads events learns no score.
alter table score_sheets add column nonce uuid check (nonce is null or signed_at is not null);
