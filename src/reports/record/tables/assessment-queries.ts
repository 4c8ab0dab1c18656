import { sql } from 'kysely';
import { table, toldWhere, type Reading } from './paged-queries.ts';
import { APPLICATIONS, STAGES } from './scope-queries.ts';
import { WITHHELD } from '../rules/words.ts';

/** What a panel judges by is for the panel until the stage is closed, or the vacancy has come to its end. */
const IS_OVER = sql`(s.status = 'closed' or exists (
  select from vacancies v where v.reference = s.vacancy_reference and v.status in ('filled', 'cancelled')))`;
/** Nobody's scores are told before all have scored: then they agree. */
const IS_AGREED = sql`exists (
  select from consensus_sheets c where c.stage_id = g.stage_id and c.application_id = g.application_id)`;
/** Joins whether the words of a row are told. */
const WITH_TOLD = (condition: Parameters<typeof toldWhere>[0], reading: Reading) =>
  sql`cross join lateral (select ${toldWhere(condition, reading)} as told) w`;

/** What was said, written and scored at the stages. */
export const ASSESSMENT_TABLES = {
  'references.csv': table(
    [
      'stage',
      'application',
      'name',
      'relation',
      'language',
      'status',
      'consentedAt',
      'askedAt',
      'given',
      'answeredAt',
    ].concat(['declineWord', 'nonce']),
    (reference, after, reading) => sql`
      select r.id::text as key, s.code as stage, a.number as application, case when told then r.name end as name,
        r.relation, r.language, r.status, r.consented_at, r.asked_at, case when told then r.given::text end as given,
        r.answered_at, r.decline_word,
        case when r.answered_at is not null and not told then ${WITHHELD} else r.nonce::text end as nonce
      from ${STAGES(reference)} s join referees r on r.stage_id = s.id
        join ${APPLICATIONS(reference)} a on a.id = r.application_id ${WITH_TOLD(IS_OVER, reading)}
      where r.id::text > ${after}`,
  ),
  'written-tests.csv': table(
    ['stage', 'minutes', 'opensAt', 'closesAt', 'byNumber', 'maxCharacters', 'questions'],
    (reference, after) => sql`
      select s.code as key, s.code as stage, t.minutes, t.opens_at, t.closes_at, t.by_number, t.max_characters,
        t.questions::text as questions
      from ${STAGES(reference)} s join written_tests t on t.stage_id = s.id where s.code > ${after}`,
  ),
  'written-papers.csv': table(
    ['stage', 'application', 'begunAt', 'endsAt', 'savedAt', 'handedInAt', 'texts', 'nonce'],
    (reference, after, reading) => sql`
      select concat(s.code, ' ', a.number) as key, s.code as stage, a.number as application, p.begun_at, p.ends_at,
        p.saved_at, p.handed_in_at, case when told then p.texts::text end as texts,
        case when p.handed_in_at is not null and not told then ${WITHHELD} else p.nonce::text end as nonce
      from ${STAGES(reference)} s join written_papers p on p.stage_id = s.id
        join ${APPLICATIONS(reference)} a on a.id = p.application_id ${WITH_TOLD(IS_OVER, reading)}
      where concat(s.code, ' ', a.number) > ${after}`,
  ),
  'scores.csv': table(
    ['stage', 'application', 'accountId', 'scores', 'signedAt', 'nonce'],
    (reference, after, reading) => sql`
      select concat(s.code, ' ', a.number, ' ', g.account_id) as key, s.code as stage, a.number as application,
        g.account_id, case when told then g.scores::text end as scores, g.signed_at,
        case when told then g.nonce::text else ${WITHHELD} end as nonce
      from ${STAGES(reference)} s join score_sheets g on g.stage_id = s.id
        join ${APPLICATIONS(reference)} a on a.id = g.application_id
        ${WITH_TOLD(sql`${IS_OVER} or ${IS_AGREED}`, reading)}
      where g.signed_at is not null and concat(s.code, ' ', a.number, ' ', g.account_id) > ${after}`,
  ),
  'agreed-scores.csv': table(
    ['stage', 'application', 'scores', 'members', 'recordedBy', 'recordedAt', 'nonce'],
    (reference, after) => sql`
      select concat(s.code, ' ', a.number) as key, s.code as stage, a.number as application, g.scores::text as scores,
        array_to_string(g.members, ' ') as members, g.recorded_by, g.recorded_at, g.nonce
      from ${STAGES(reference)} s join consensus_sheets g on g.stage_id = s.id
        join ${APPLICATIONS(reference)} a on a.id = g.application_id
      where concat(s.code, ' ', a.number) > ${after}`,
  ),
  'language-levels.csv': table(
    ['stage', 'application', 'language', 'level', 'reason', 'recordedAt', 'recordedBy', 'nonce'],
    (reference, after) => sql`
      select l.id::text as key, s.code as stage, a.number as application, l.language, l.level, l.reason, l.recorded_at,
        l.recorded_by, l.nonce
      from ${STAGES(reference)} s join language_results l on l.stage_id = s.id
        join ${APPLICATIONS(reference)} a on a.id = l.application_id
      where l.id::text > ${after}`,
  ),
};
