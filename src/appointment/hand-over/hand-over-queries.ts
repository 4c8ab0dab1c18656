import { sql, type Transaction } from 'kysely';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import { open, type SealingKeys } from '../../platform/sealing.ts';
import type { PostProblem } from '../../platform/webhooks/post.ts';
import type { HandOverEvent, HandOverField } from '../../regulations/organisation/hand-over-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Db, Schema } from '../../schema.ts';
import { blindIn } from '../../screening/screening-queries.ts';
import type { By } from '../conditions/appointment-queries.ts';
import {
  sendAgain,
  stopSending,
  type HandOver,
  type HandOverRefusal,
  type HandOverState,
  type LastAttempt,
} from './hand-over.ts';
import type { HandOverRecord } from './hand-over-record.ts';
import { aboutPayload } from './queueing-queries.ts';

/** A message to a neighbour with what became of it. */
export type KeptHandOver = HandOver & {
  appointmentId: string;
  /** Of the application and the vacancy: nobody is named. */
  number: string;
  reference: string;
  queuedAt: Date;
  settledAt: Date | null;
  stopReason: string;
  version: number;
  /** How often it was tried in all. */
  attempts: number;
  last: LastAttempt | undefined;
};

type Row = Omit<KeptHandOver, 'last'> & { lastAt: Date | null; lastStatus: number | null; lastProblem: string | null };

const SELECTED = sql`
  select h.id, h.appointment_id, a.number, p.vacancy_reference as reference, h.neighbour, h.event, h.state, h.tries,
    h.next_try_at, h.payload is not null as is_kept, h.queued_at, h.settled_at, h.stop_reason, h.version,
    coalesce(t.number, 0) as attempts, t.at as last_at, t.status as last_status, t.problem as last_problem
  from hand_overs h
  join appointments p on p.id = h.appointment_id
  join applications a on a.id = p.application_id
  left join lateral (select number, at, status, problem from hand_over_attempts where hand_over_id = h.id
    order by number desc limit 1) t on true`;

const kept = ({ lastAt, lastStatus, lastProblem, ...row }: Row): KeptHandOver => ({
  ...row,
  last: lastAt ? { at: lastAt, status: lastStatus, problem: lastProblem as PostProblem | null } : undefined,
});

/** So many are listed: what waits comes first, and what went out long ago is found on its appointment. */
export const LISTED = 200;

export type Wanted = { neighbour?: string | undefined; state?: HandOverState | undefined };

/**
 * What is to be handed over and was, what needs a person first; nothing of the reader's own appointment, nor of a competition in which
 * they apply, or screen without seeing whose the applications are.
 */
export async function listedHandOvers(
  db: Db,
  { actor, selection }: { actor: Actor; selection: Organisation['selection'] },
  { neighbour = '', state }: Wanted,
): Promise<KeptHandOver[]> {
  const hidden = await blindIn(db, actor.accountId, selection);
  const { rows } = await sql<Row>`${SELECTED}
    where (${neighbour} = '' or h.neighbour = ${neighbour}) and (${state ?? ''} = '' or h.state = ${state ?? ''})
      and p.vacancy_reference <> all (${hidden}::text[]) and a.vacancy_reference <> all (${hidden}::text[])
      and not exists (select from applications o where o.applicant_id = ${actor.accountId}
        and o.vacancy_reference in (p.vacancy_reference, a.vacancy_reference) and o.status in ('draft', 'submitted'))
    order by array_position(array['given-up', 'waiting', 'delivered', 'stopped'], h.state), h.next_try_at, h.number desc
    limit ${LISTED}`.execute(db);
  return rows.map(kept);
}

/** The same of one appointment, the newest first. */
export async function handOversOf(db: Db, appointmentId: string): Promise<KeptHandOver[]> {
  const { rows } = await sql<Row>`${SELECTED} where h.appointment_id = ${appointmentId} order by h.number desc`.execute(
    db,
  );
  return rows.map(kept);
}

export type Said = { type: HandOverEvent; timestamp: string; data: Record<string, HandOverRecord[HandOverField]> };

/** What the messages of an appointment say, by their ids, as far as it is still kept. */
export async function saidIn(db: Db, keys: SealingKeys, appointmentId: string): Promise<Map<string, Said>> {
  const rows = await db
    .selectFrom('handOvers')
    .select(['id', 'payload'])
    .where('appointmentId', '=', appointmentId)
    .execute();
  return new Map(
    rows.flatMap(({ id, payload }) =>
      payload ? [[id, JSON.parse(open(payload, keys, aboutPayload(id)).toString('utf8')) as Said] as const] : [],
    ),
  );
}

type Step = By & { appointmentId: string; id: string; version: number };

/** A message that nobody else changes meanwhile; refused while it is on its way. */
async function held(
  db: Transaction<Schema>,
  { appointmentId, id, version }: Step,
): Promise<Result<KeptHandOver, HandOverRefusal>> {
  const one = (await handOversOf(db, appointmentId)).find((found) => found.id === id);
  if (!one) return refuse({ kind: 'not-there' });
  const { rows } = await sql<{ version: number }>`
    select version from hand_overs where id = ${id} for update skip locked`.execute(db);
  const [locked] = rows;
  if (!locked) return refuse({ kind: 'being-sent' });
  return locked.version === version && one.version === version ? ok(one) : refuse({ kind: 'changed-meanwhile' });
}

/** A person has a message sent now, or once more. */
export async function recordSendAgain(db: Transaction<Schema>, step: Step): Promise<HandOverRefusal | undefined> {
  const found = await held(db, step);
  if (!found.ok) return found.refusal;
  const standing = sendAgain(found.value, step.at);
  if (!standing.ok) return standing.refusal;
  const reopened = { settledAt: null, stopReason: '', stopNonce: null };
  await db
    .updateTable('handOvers')
    .set({ ...standing.value, ...reopened, version: step.version + 1 })
    .where('id', '=', step.id)
    .execute();
  await tell(db, found.value, { ...step, action: 'hand-over-sent-again' });
  return undefined;
}

/** A person lets a message be; the event holds the reason by its hash. */
export async function recordStop(
  db: Transaction<Schema>,
  step: Step & { reason: string },
): Promise<HandOverRefusal | undefined> {
  const found = await held(db, step);
  if (!found.ok) return found.refusal;
  const reason = stopSending(found.value, step.reason);
  if (!reason.ok) return reason.refusal;
  const { nonce, sha256 } = heldWords('hand-over-stop', { message: step.id, reason: reason.value });
  const stopped = { state: 'stopped', nextTryAt: null, settledAt: step.at, stopReason: reason.value, stopNonce: nonce };
  await db
    .updateTable('handOvers')
    .set({ ...stopped, version: step.version + 1 })
    .where('id', '=', step.id)
    .execute();
  await tell(db, found.value, { ...step, action: 'hand-over-stopped', held: [sha256] });
  return undefined;
}

const tell = (
  db: Db,
  { id, appointmentId, neighbour, event }: KeptHandOver,
  { actor, at, action, held: words }: By & { action: string; held?: string[] },
) =>
  recordEvent(db, {
    subject: 'appointment',
    subjectId: appointmentId,
    action,
    by: doerOf(actor),
    at,
    details: { message: id, neighbour, event, ...(words && { held: words }) },
  });

/** Somebody takes what is handed over to a neighbour as a file. */
export const recordDownload = (
  db: Db,
  { appointmentId, neighbour, format, actor, at }: By & { appointmentId: string; neighbour: string; format: string },
) =>
  recordEvent(db, {
    subject: 'appointment',
    subjectId: appointmentId,
    action: 'hand-over-downloaded',
    by: doerOf(actor),
    at,
    details: { neighbour, format },
  });
