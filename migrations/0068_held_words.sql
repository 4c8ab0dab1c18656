-- What makes the hash of words unguessable: the event that tells of them tells the hash, and who reads events, or keeps them after
-- the words were erased, learns nothing of them. It goes with its row. Rows of before have none.
alter table messages add column nonce uuid;
alter table screening_sheets add column nonce uuid check (nonce is null or signed_at is not null);
alter table screened_applications add column nonce uuid check (nonce is null or settled_at is not null);
alter table consensus_sheets add column nonce uuid;
alter table report_signatures add column nonce uuid;
alter table referees add column nonce uuid check (nonce is null or answered_at is not null);
alter table written_papers add column nonce uuid check (nonce is null or handed_in_at is not null);
alter table language_results add column nonce uuid;
alter table similar_post_offers add column nonce uuid;
alter table selection_reports add column nonce uuid check (nonce is null or decided_at is not null);
