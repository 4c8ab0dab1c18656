import { sql, type Kysely, type Transaction } from 'kysely';
import type { Db, Schema } from '../../schema.ts';
import type { HashedEvent } from './event-chain.ts';
import {
  byPosition,
  endWalk,
  eventToCheck,
  startWalk,
  walkOn,
  withProblems,
  type ChainAudit,
  type ChainProblem,
  type KnownHead,
  type LinkToCheck,
} from './verify-chain.ts';

/** Links, and events without one, that are read at once. */
const PAGE = 1_000;

type EventRow = { [Column in keyof HashedEvent]: HashedEvent[Column] | null };
type LinkRow = EventRow & { position: string; eventId: string; contentSha256: Buffer; hash: Buffer };

/** The columns of an event as they are hashed. */
const HASHED = sql<EventRow>`e.id, to_json(e.at at time zone 'UTC') #>> '{}' as at, e.actor_kind, e.actor_id, e.subject,
  e.subject_id, e.action, e.details::text as details, e.nonce`;

/** One state of the database from the first look to the last: what is written or erased meanwhile confuses nothing. */
export const atOneMoment = <Answer>(
  db: Kysely<Schema>,
  read: (transaction: Transaction<Schema>) => Promise<Answer>,
): Promise<Answer> => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);

/** Walks the whole chain, a page at a time, and says what does not agree with the heads that are known. */
export const auditEvents = (db: Kysely<Schema>, known: readonly KnownHead[] = []): Promise<ChainAudit> =>
  atOneMoment(db, (transaction) => auditWithin(transaction, known));

/** The same in a transaction that holds one state of the database; `found` is what was found of these heads before. */
export async function auditWithin(
  transaction: Transaction<Schema>,
  heads: readonly KnownHead[],
  found: readonly ChainProblem[] = [],
): Promise<ChainAudit> {
  const known = byPosition(heads);
  let walk = withProblems(startWalk(), found);
  for await (const links of linksAfter(transaction, 0)) walk = walkOn(walk, links, known);
  for await (const more of eventsWithoutLink(transaction)) walk = withProblems(walk, more);
  return endWalk(walk, known);
}

/** The links after a position with their events, by pages. */
export async function* linksAfter(db: Db, after: number): AsyncGenerator<LinkToCheck[]> {
  for (let last = after; ;) {
    const { rows } = await sql<LinkRow>`
      select c.position, c.event_id, c.content_sha256, c.hash, ${HASHED}
      from event_chain c left join events e on e.id = c.event_id
      where c.position > ${last} order by c.position limit ${PAGE}`.execute(db);
    yield rows.map(linkOf);
    last = Number(rows.at(-1)?.position ?? last);
    if (rows.length < PAGE) return;
  }
}

const linkOf = ({ position, eventId, contentSha256, hash, ...event }: LinkRow): LinkToCheck => ({
  position: Number(position),
  eventId,
  contentSha256: contentSha256.toString('hex'),
  hash: hash.toString('hex'),
  event: isThere(event) ? eventToCheck(event) : 'gone',
});

const isThere = (event: EventRow): event is HashedEvent => event.id !== null;

async function* eventsWithoutLink(db: Db): AsyncGenerator<ChainProblem[]> {
  for (let last = '0'; ;) {
    const { rows } = await sql<{ id: string }>`
      select id from events e where id > ${last} and not exists (select from event_chain where event_id = e.id)
      order by id limit ${PAGE}`.execute(db);
    yield rows.map(({ id }) => ({ kind: 'event-without-link', eventId: id }));
    last = rows.at(-1)?.id ?? last;
    if (rows.length < PAGE) return;
  }
}
