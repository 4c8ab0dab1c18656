-- What earlier reviews made void is laid aside as what later ones do: scores given before the case was decided, and the stages they name.
insert into redone_stages (review_id, stage_id) select review_id, stage_id from voided_scores;

insert into voided_results (review_id, application_id, stage_id, kind, account_id, content, voided_at)
select v.review_id, q.application_id, v.stage_id, 'scores', s.account_id, to_jsonb(s), q.decided_at
from voided_scores v
join review_requests q on q.id = v.review_id
join score_sheets s on s.stage_id = v.stage_id and s.application_id = q.application_id and s.updated_at <= q.decided_at;

insert into voided_results (review_id, application_id, stage_id, kind, account_id, content, voided_at)
select v.review_id, q.application_id, v.stage_id, 'agreed-scores', s.recorded_by, to_jsonb(s), q.decided_at
from voided_scores v
join review_requests q on q.id = v.review_id
join consensus_sheets s on s.stage_id = v.stage_id and s.application_id = q.application_id and s.recorded_at <= q.decided_at;

delete from score_sheets s using voided_results v
where v.kind = 'scores' and s.stage_id = v.stage_id and s.application_id = v.application_id and s.account_id = v.account_id
  and s.updated_at <= v.voided_at;
delete from consensus_sheets s using voided_results v
where v.kind = 'agreed-scores' and s.stage_id = v.stage_id and s.application_id = v.application_id and s.recorded_at <= v.voided_at;
