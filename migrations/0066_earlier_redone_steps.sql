-- Who was sent back by a review before steps could be opened again goes on: from that stage to those that they never came to.
insert into redone_stages (review_id, stage_id)
select q.id, s.id
from review_requests q
join applications a on a.id = q.application_id
join selection_stages s on s.vacancy_reference = a.vacancy_reference
left join selection_stages f on f.vacancy_reference = a.vacancy_reference and f.code = q.redo_from
where q.status = 'redone' and q.redo_reach is null and (q.redo_from = 'screening' or s.number >= f.number)
  and (s.id = f.id or not (
    exists (select from score_sheets r where r.stage_id = s.id and r.application_id = a.id)
    or exists (select from consensus_sheets r where r.stage_id = s.id and r.application_id = a.id)
    or exists (select from written_papers r where r.stage_id = s.id and r.application_id = a.id)
    or exists (select from language_results r where r.stage_id = s.id and r.application_id = a.id)))
on conflict do nothing;

-- What the first of several reviews laid aside is not laid aside again by the next.
delete from voided_results v
using voided_results w, review_requests q, review_requests p
where q.id = v.review_id and p.id = w.review_id and q.redo_reach is null
  and w.application_id = v.application_id and w.stage_id = v.stage_id and w.kind = v.kind
  and w.account_id is not distinct from v.account_id and w.content = v.content
  and (p.decided_at, p.id) < (q.decided_at, q.id);
