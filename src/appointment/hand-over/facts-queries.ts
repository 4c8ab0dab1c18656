import { sql } from 'kysely';
import type { Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Db } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { contractAfter } from '../calendar/contract.ts';
import { contractSteps } from '../calendar/contract-steps-queries.ts';
import { readContent } from '../offer/offer-content.ts';
import type { HandOverFacts } from './hand-over-composing.ts';

type Row = {
  number: string;
  reference: string;
  title: Translated;
  zone: string;
  city: string | null;
  country: string | null;
  givenNames: string | null;
  familyName: string | null;
  nationalities: string[];
  email: string;
  startsOn: string | null;
  appointedAt: Date | null;
  endedAt: Date | null;
  content: string | null;
  sha256: string | null;
};

/** All of an appointment that can be handed over, as it stands at an instant; of its conditions, the outcome of a clearance alone. */
export async function factsOf(
  db: Db,
  { appointment: rules }: Pick<Organisation, 'appointment'>,
  { appointmentId, at }: { appointmentId: string; at: Date },
): Promise<HandOverFacts> {
  const { rows } = await sql<Row>`
    select a.number, p.vacancy_reference as reference, v.notice -> 'title' as title, v.deadline_zone as zone,
      v.notice #>> '{location,city}' as city, v.notice #>> '{location,country}' as country,
      a.answers #>> '{identity,givenNames}' as given_names, a.answers #>> '{identity,familyName}' as family_name,
      coalesce(a.answers #> '{identity,nationalities}', '[]') as nationalities, u.email,
      p.starts_on, p.appointed_at, p.ended_at, o.content, encode(o.content_sha256, 'hex') as sha256
    from appointments p
    join applications a on a.id = p.application_id
    join accounts u on u.id = a.applicant_id
    join vacancies v on v.reference = p.vacancy_reference
    left join lateral (select content, content_sha256 from appointment_offers
      where appointment_id = p.id and content is not null and means is not null
      order by number desc limit 1) o on true
    where p.id = ${appointmentId}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('An appointment that is handed over is not there.');
  const { givenNames, familyName, nationalities, email, content, sha256, ...rest } = row;
  const offer = content === null || sha256 === null ? undefined : { content: readContent(content), sha256 };
  const steps = (await contractSteps(db, [appointmentId])).get(appointmentId) ?? [];
  return {
    ...rest,
    on: civilDayIn(at, row.zone),
    contract: offer && contractAfter(offer.content, steps),
    person: { givenNames: givenNames ?? '', familyName: familyName ?? '', nationalities, email },
    offer,
    clearance: await clearanceOf(db, rules.conditions, appointmentId),
  };
}

/** What was given last, unless it was opened again since. */
async function clearanceOf(
  db: Db,
  conditions: Organisation['appointment']['conditions'],
  appointmentId: string,
): Promise<HandOverFacts['clearance']> {
  const codes = conditions.filter(({ kind }) => kind === 'clearance').map(({ code }) => code);
  if (codes.length === 0) return undefined;
  const last = await db
    .selectFrom('conditionSteps')
    .select(['state', 'level', 'validUntil'])
    .where('appointmentId', '=', appointmentId)
    .where('condition', 'in', codes)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.state === 'met' ? { level: last.level, validUntil: last.validUntil } : undefined;
}
