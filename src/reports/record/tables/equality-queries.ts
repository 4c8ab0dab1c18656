import { sql } from 'kysely';
import { sortable, table, type RecordTable } from './paged-queries.ts';

/** The parts of what was counted by stage: everybody, those who agreed, then the rows of each question that are shown. */
const PARTS = (reference: string) => sql`(
  select figures, concat('0 ', who) as place, null as question, who as answers, figures -> 'levels' as levels,
    figures -> who as reached
  from equality_figures, (values ('agreed'), ('everybody')) as whole (who)
  where vacancy_reference = ${reference} and figures is not null
  union all
  select figures, concat(${sortable('question.place')}, ' ', ${sortable('part.place')}), question.value ->> 'question',
    (select string_agg(answer, ' ') from jsonb_array_elements_text(part.value -> 'answers') as answer),
    question.value -> 'levels', part.value -> 'reached'
  from equality_figures,
    jsonb_array_elements(figures -> 'questions') with ordinality as question (value, place),
    jsonb_array_elements(question.value -> 'rows') with ordinality as part (value, place)
  where vacancy_reference = ${reference} and figures is not null)`;

/** What was counted of equal access by stage, as it may be shown: never an answer, a slip or a counter. */
export const EQUALITY_TABLE: RecordTable = table(
  ['question', 'answers', 'level', 'reached'],
  (reference, after) => sql`
    select concat(p.place, ' ', ${sortable('l.place')}) as key, p.question, p.answers,
      case l.level when 0 then 'applied' when jsonb_array_length(p.figures -> 'stages') + 1 then 'found suitable'
        else p.figures -> 'stages' -> (l.level - 1) ->> 'en' end as level,
      (p.reached ->> (l.place - 1)::int)::int as reached
    from ${PARTS(reference)} p,
      lateral (select value::int as level, place from jsonb_array_elements_text(p.levels) with ordinality as e (value, place)) l
    where concat(p.place, ' ', ${sortable('l.place')}) > ${after}`,
);
