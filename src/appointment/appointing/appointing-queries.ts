import { sql, type Transaction } from 'kysely';
import { recordMessages } from '../../applications/messages/message-queries.ts';
import { newsMail } from '../../applications/stages/news-mail.ts';
import { onReserveUntil } from '../../applications/stages/situation.ts';
import type { Position } from '../../applications/stages/stage-state.ts';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import { queueMails } from '../../platform/mail.ts';
import { UNTIL } from '../../selection/decision/report-texts.ts';
import type { Db, Schema } from '../../schema.ts';
import { formatDate } from '../../site/dates.ts';
import { awaitsBudget } from '../../vacancies/approval/approvals.ts';
import { close } from '../../vacancies/publication/publication.ts';
import { findVacancy, recordVacancy } from '../../vacancies/vacancy-queries.ts';
import { fill, type Vacancy } from '../../vacancies/vacancy.ts';
import { queueHandOvers, type HandingOver } from '../hand-over/queueing-queries.ts';
import { eventOf, type Appointment, type By, type Chosen } from '../conditions/appointment-queries.ts';
import { isFilledBy, type Appointing, type Filling } from './appointing.ts';
import { tracksOf } from '../conditions/track-queries.ts';
import { offersOf } from '../offer/offer-queries.ts';
import { APPOINTING_TEXTS } from './appointing-texts.ts';

/** How many are appointed to posts of a vacancy, and took them up or are to. */
export async function appointedTo(db: Db, reference: string): Promise<number> {
  const { count } = await db
    .selectFrom('appointments')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('vacancyReference', '=', reference)
    .where('appointedAt', 'is not', null)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

type Appointed = By & Pick<Chosen, 'number' | 'reference'> & { startsOn: string; outside: HandingOver };

/** Says that somebody is appointed from a day on; false where something else changed meanwhile. Call it while the case is held. */
export async function recordAppointing(
  db: Db,
  { id, version }: Pick<Appointment, 'id' | 'version'>,
  { startsOn, number, reference, outside, actor, at }: Appointed,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appointments')
    .set({ startsOn, appointedAt: at, appointedBy: actor.accountId, appointedByName: actor.name, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('appointedAt', 'is', null)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  const details = { application: number, vacancy: reference, day: startsOn };
  await recordEvent(db, { ...eventOf(id, actor, at), action: 'appointed', details });
  await queueHandOvers(db, outside, { appointmentId: id, event: 'appointment.made', by: doerOf(actor), at });
  return true;
}

/**
 * Marks a vacancy as filled once all its posts have somebody, and tells those who wait: the reserve list that they stay on it, others
 * that the post is filled. One that still receives applications until its deadline is left to a person.
 */
export async function fillOnceTaken(
  db: Transaction<Schema>,
  { organisation, config }: Pick<Context, 'organisation' | 'config'>,
  { reference, actor, at }: By & { reference: string },
): Promise<Filling> {
  const vacancy = await findVacancy(db, reference);
  if (!vacancy || vacancy.status === 'filled' || vacancy.status === 'cancelled') return 'over-already';
  if (!isFilledBy(vacancy.notice, await appointedTo(db, reference))) return 'posts-left';
  const by = { by: doerOf(actor), at };
  const closed = await closedFor(db, vacancy, by);
  const filled = closed && fill(closed);
  if (!filled?.ok) return 'still-open';
  const kept = await recordVacancy(db, filled.value, { action: 'fill', ...by });
  if (!kept.ok) throw new Error('A vacancy was changed while the appointment that fills it was recorded.');
  await tellOthers(db, { organisation, config, vacancy: kept.value }, { actor, at });
  return 'filled';
}

/** A vacancy that receives applications until the post is filled closes with it; undefined for one whose deadline is to come. */
async function closedFor(
  db: Db,
  vacancy: Vacancy,
  by: Omit<Parameters<typeof recordVacancy>[2], 'action'>,
): Promise<Vacancy | undefined> {
  if (vacancy.status !== 'published') return vacancy;
  if (vacancy.deadlineAt !== null && vacancy.deadlineAt > by.at) return undefined;
  const closed = close(vacancy, by.at);
  const kept = closed.ok ? await recordVacancy(db, closed.value, { action: 'close', ...by }) : undefined;
  return kept?.ok ? kept.value : undefined;
}

type Waiting = { id: string; number: string; name: string; email: string; language: Language } & {
  position: Position;
  enteredAt: Date;
};

/** Those of a vacancy who were not turned down and are not being appointed to it. */
const waitingFor = async (db: Db, reference: string): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select a.id, a.number, u.name, u.email, u.language, coalesce(s.position, 'received') as position,
      coalesce(s.entered_at, a.submitted_at) as entered_at
    from applications a join accounts u on u.id = a.applicant_id
    left join lateral (select position, entered_at from application_stages where application_id = a.id
      order by number desc limit 1) s on true
    where a.vacancy_reference = ${reference} and a.status = 'submitted'
      and coalesce(s.position, 'received') not in ('not-retained', 'selected')
    order by a.number`.execute(db);
  return rows;
};

type Of = Pick<Context, 'organisation' | 'config'> & { vacancy: Vacancy };

async function tellOthers(db: Transaction<Schema>, of: Of, { actor, at }: By): Promise<void> {
  const waiting = await waitingFor(db, of.vacancy.reference);
  const letters = Map.groupBy(waiting, (one) => JSON.stringify(letterTo(one, of)));
  for (const candidates of letters.values()) {
    const [first] = candidates;
    if (!first) continue;
    const text = { ...letterTo(first, of), replies: false };
    await recordMessages(db, { candidates, text, actor }, at);
  }
  await queueMails(
    db,
    waiting.map((one) => newsMail(one, 'message', of.config.PUBLIC_URL)),
    at,
  );
}

/** What somebody who waits is told: on a reserve list until when they stay on it, else that the post is filled. */
function letterTo(
  { position, enteredAt }: Waiting,
  { organisation, vacancy }: Of,
): { subject: Localized; body: Localized } {
  const until = onReserveUntil({ enteredAt }, vacancy.deadlineZone, organisation.appointment);
  const inEach = (part: (language: Language) => string) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, part(language)])) as Localized;
  const lasts = (language: Language) =>
    until === null ? UNTIL[language].open : UNTIL[language].day(formatDate(until, language));
  const { reference } = vacancy;
  return {
    subject: inEach((language) => APPOINTING_TEXTS[language].othersSubject(reference)),
    body: inEach((language) =>
      position === 'reserve-listed'
        ? APPOINTING_TEXTS[language].reserveBody(reference, lasts(language))
        : APPOINTING_TEXTS[language].othersBody(reference),
    ),
  };
}

/** All that an appointment depends on, as it is now. */
export async function appointingOf(
  db: Db,
  { chosen, organisation }: { chosen: Chosen; organisation: Context['organisation'] },
): Promise<Appointing | undefined> {
  const { appointment, chosenAt, reference } = chosen;
  const vacancy = await findVacancy(db, reference);
  if (!appointment || !vacancy) return undefined;
  const { id } = appointment;
  return {
    appointment,
    chosenAt,
    tracks: (await tracksOf(db, [id], organisation.appointment.conditions)).get(id) ?? [],
    offer: (await offersOf(db, [id])).get(id)?.[0],
    notice: { ...vacancy.notice, budgetPending: awaitsBudget(vacancy) },
    appointed: await appointedTo(db, reference),
    calendar: organisation.workingDays,
  };
}
