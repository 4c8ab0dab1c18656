import { sql } from 'kysely';
import { START, type ChainHead } from '../../../people/event-chain/event-chain.ts';
import { chainEnd } from '../../../people/event-chain/event-head-queries.ts';
import { linksAfter } from '../../../people/event-chain/event-chain-queries.ts';
import type { LinkToCheck } from '../../../people/event-chain/verify-chain.ts';
import type { Db } from '../../../schema.ts';
import type { LinkMark } from '../record.ts';
import { ALL_OWN_EVENTS, OWN_EVENTS } from '../tables/scope-queries.ts';

type End = { position: string; hash: Buffer };
const headOf = (row: End | undefined): ChainHead =>
  row ? { position: Number(row.position), hash: row.hash.toString('hex') } : START;

/** Which part of the chain a record has: from before the first event of the vacancy to the last link that there is. */
export async function chainOfRecord(db: Db, reference: string): Promise<{ from: ChainHead; to: ChainHead }> {
  const { rows: first } = await sql<End>`
    select position, hash from event_chain where position = (
      select min(position) - 1 from event_chain join ${ALL_OWN_EVENTS(reference)} e on e.id = event_id
      where e.subject <> 'event-log')`.execute(db);
  return { from: headOf(first[0]), to: await chainEnd(db) };
}

export type MarkedLink = LinkToCheck & { mark: LinkMark };

/** The links of that part, each marked with whether its event is of this competition. */
export async function* markedLinks(db: Db, reference: string, after: number): AsyncGenerator<MarkedLink[]> {
  for await (const links of linksAfter(db, after)) {
    const ids = links.map(({ eventId }) => eventId);
    const { rows } = await sql<{ id: string }>`
      select id from ${OWN_EVENTS(reference)} e where id = any(${ids}::bigint[])`.execute(db);
    const own = new Set(rows.map(({ id }) => id));
    yield links.map((link) => ({ ...link, mark: markOf(link, own) }));
  }
}

const markOf = ({ event, eventId }: LinkToCheck, own: ReadonlySet<string>): LinkMark =>
  event === 'gone' ? 'gone' : own.has(eventId) ? 'own' : 'other';
