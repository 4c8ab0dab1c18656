import { sql } from 'kysely';
import type { StageAction } from '../../applications/stages/stage-state.ts';
import type { Db } from '../../schema.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { GOES_ON } from '../redo/redo-queries.ts';

/** A level that a review made void, and that nobody has recorded again. */
export type MissingLevel = {
  applicationId: string;
  number: string;
  stageId: string;
  /** The code of the stage, and the language. */
  stage: string;
  language: string;
  /** Whether the candidate was invited to that stage again. */
  invited: boolean;
};

type Asked = Pick<Vacancy, 'reference'> & { notice: Pick<Vacancy['notice'], 'languages'> };

/**
 * The levels to be recorded again in a competition: void by a review that still goes on, in languages of which the notice asks a
 * level. Where it asks none, none is missing.
 */
export async function missingLevels(db: Db, { reference, notice }: Asked): Promise<MissingLevel[]> {
  if (!notice.languages) return [];
  const { rows } = await sql<MissingLevel>`
    select distinct a.id as application_id, a.number, t.id as stage_id, t.code as stage, t.number as place,
      v.content ->> 'language' as language,
      exists (select from application_stages s where s.application_id = a.id and s.stage = t.code
        and s.number > review_requests.decision_number) as invited
    from voided_results v
    join review_requests on review_requests.id = v.review_id
    join applications a on a.id = v.application_id and a.status = 'submitted'
    join selection_stages t on t.id = v.stage_id
    where v.kind = 'language-level' and a.vacancy_reference = ${reference} and ${GOES_ON}
      and not exists (select from language_results r where r.stage_id = v.stage_id
        and r.application_id = v.application_id and r.language = v.content ->> 'language')
    order by a.number, t.number, language`.execute(db);
  return rows;
}

type Step = { vacancy: Asked; action: StageAction; ids: readonly string[] };

/**
 * The numbers of those of whom a level is to be recorded again before a step decides on them: where they come out well, and where
 * they are turned down after they were invited to that test again.
 */
export async function levelsBefore(db: Db, { vacancy, action, ids }: Step): Promise<string[]> {
  if (action !== 'select' && action !== 'reserve' && action !== 'not-retain') return [];
  const missing = (await missingLevels(db, vacancy)).filter(
    ({ applicationId, invited }) => ids.includes(applicationId) && (action !== 'not-retain' || invited),
  );
  return [...new Set(missing.map(({ number }) => number))];
}
