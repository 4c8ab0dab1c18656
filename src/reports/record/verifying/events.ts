import { z } from 'zod';
import { ERASURE, erasedBy } from '../../../people/event-chain/erasure.ts';
import { isHeadSignedBy, readEventHeads, type SignedEventHead } from '../../../people/event-chain/event-head.ts';
import type { LogKey } from '../../../people/signing-key/public-key.ts';
import { headText, linkHash, type ChainHead } from '../../../people/event-chain/event-chain.ts';
import {
  byPosition,
  endWalk,
  startWalk,
  walkOn,
  type ChainProblem,
  type EventToCheck,
  type KnownHead,
  type KnownHeads,
  type LinkToCheck,
} from '../../../people/event-chain/verify-chain.ts';
import { linesOf, measureFile, textOf, type Archive } from './archive.ts';
import { CHAIN, EVENTS, HEADS, type Manifest } from '../format/manifest.ts';
import type { RecordProblem } from './problem.ts';
import { LINK_MARKS } from '../record.ts';
import { SEALED } from '../format/seal.ts';
import { leftInTable, readEventTable, takeListed } from './event-table.ts';
import { takingFrom, type Taking } from './taking.ts';
import type { ToldEvent } from '../format/told-events.ts';
import { isCompared } from './tables.ts';

const TEXT = z.string();
/** An event as it was hashed (migration 0041): its line is its text. */
const EVENT = z.tuple([
  z.literal('concours/event/1'),
  z.number().int(),
  TEXT,
  TEXT,
  TEXT.nullable(),
  TEXT,
  TEXT,
  TEXT,
  z.record(TEXT, z.unknown()),
  TEXT,
]);

export type EventsAudit = {
  count: number;
  /** The head up to which the organisation had signed, where there is one. */
  head: SignedEventHead | undefined;
  /** Events that tables are compared with, in the order of the chain, and that which sealed this record. */
  told: ToldEvent[];
  /** Milliseconds: what was older may have been deleted with its time. */
  erasedBefore: number;
  problems: RecordProblem[];
};
const NOTHING: EventsAudit = { count: 0, head: undefined, told: [], erasedBefore: 0, problems: [] };

/**
 * Walks the links of a record with the events that it has: from the head it began after to the one it ends with. Each head
 * that was published on the way must be there, and signed by a key that is trusted.
 */
export async function verifyEvents(
  archive: Archive,
  manifest: Manifest,
  { keys, head, kept }: { keys: readonly LogKey[]; head: ChainHead | undefined; kept: readonly SignedEventHead[] },
): Promise<EventsAudit> {
  // A file that is missing or cannot be unpacked has been told already, and nothing can be said of what was in it.
  for (const name of [EVENTS, CHAIN])
    if (!archive.names.includes(name) || !(await measureFile(archive, name))) return NOTHING;
  const problems: RecordProblem[] = [];
  const heads = await readHeads(archive, problems);
  // What was published later lies behind the end of the record; what was published before its last head must be in it.
  const last = heads.at(-1)?.at ?? new Date(manifest.madeAt);
  const within = kept.filter(({ position, at }) => position <= manifest.chain.to.position || at <= last);
  const known = byPosition([...heads, ...within, manifest.chain.upTo, ...(head ? [head] : [])]);
  const walked = await walk(archive, { manifest, known, problems });
  const unsigned = [...heads, ...within].filter((one) => !keys.some((key) => isHeadSignedBy(one, key)));
  const chain: ChainProblem[] = [
    ...unsigned.map(({ position, at }): ChainProblem => ({ kind: 'head-unsigned', position, publishedAt: at })),
    ...walked.found,
  ];
  return {
    ...walked,
    head: heads.findLast((one) => !unsigned.includes(one)),
    problems: [...problems, ...chain.map((problem): RecordProblem => ({ kind: 'chain', problem }))],
  };
}

type Walking = { manifest: Manifest; known: KnownHeads; problems: RecordProblem[] };

/** Chain, events and their table are read side by side: they stand in nearly the same order, so none is held as a whole. */
async function walk(archive: Archive, { manifest: { chain, record }, known, problems }: Walking) {
  const told: ToldEvent[] = [];
  const read = { ids: new Set<string>() };
  const events = takingFrom(eventsIn(archive, read, problems));
  const table = readEventTable(archive);
  let erasedBefore = 0;
  let walking = startWalk(chain.from);
  for await (const links of linksIn(archive, events, problems)) {
    for (const event of links.flatMap(toldBy)) {
      if (isCompared(event) || (event.action === SEALED && event.details['record'] === record)) told.push(event);
      problems.push(...(await takeListed(table, event)));
      erasedBefore = Math.max(erasedBefore, beforeErasure(event));
    }
    walking = walkOn(walking, withHashes(links, walking.head), known);
  }
  const audit = endWalk(walking, known);
  const found: ChainProblem[] = [...audit.problems];
  if (headText(audit.head) !== headText(chain.to))
    found.unshift({ kind: 'head-differs', position: audit.head.position });
  problems.push(...(await leftInTable(table, erasedBefore)));
  for (const [eventId] of await events.rest()) found.push({ kind: 'event-without-link', eventId });
  return { count: read.ids.size, told, erasedBefore, found };
}

/** The event of a link, as it was read, where it is here. */
function toldBy({ event, position }: ReadLink): ToldEvent[] {
  const read = EVENT.safeParse(typeof event === 'object' ? jsonOf(event.text) : undefined);
  if (!read.success) return [];
  const [, id, at, actorKind, actor, subject, subjectId, action, details] = read.data;
  const instant = Date.parse(`${at}Z`);
  return [{ id: String(id), position, at: instant, actorKind, actor, subject, subjectId, action, details }];
}

const DAY_MS = 86_400_000;
/** The longest month, and a day for the zone of whoever counted. */
const LONGEST_MONTH_DAYS = 31;

/** An erasure takes what is older than so many months; told generously, so that nothing is missed that was erased rightly. */
export function beforeErasure({
  subject,
  action,
  at,
  details,
}: Pick<ToldEvent, 'subject' | 'action' | 'at' | 'details'>): number {
  if (subject !== ERASURE.subject || action !== ERASURE.action) return 0;
  const months = typeof details['months'] === 'number' ? details['months'] : 0;
  const before = new Date(at);
  before.setUTCMonth(before.getUTCMonth() - months);
  return before.getTime() + LONGEST_MONTH_DAYS * DAY_MS;
}

const HEADS_BYTES = 100_000_000;

async function readHeads(archive: Archive, problems: RecordProblem[]): Promise<(SignedEventHead & KnownHead)[]> {
  if (!archive.names.includes(HEADS)) return [];
  const read = readEventHeads((await textOf(archive, HEADS, HEADS_BYTES)) ?? '');
  if (!read) problems.push({ kind: 'heads-unreadable', name: HEADS });
  return (read ?? []).map((head) => ({ ...head, publishedAt: head.at }));
}

type Page = [id: string, event: EventToCheck][];

/** The events as they are read, each once; `read` holds the ids of all that were. */
async function* eventsIn(
  archive: Archive,
  read: { ids: Set<string> },
  problems: RecordProblem[],
): AsyncGenerator<Page> {
  let line = 0;
  for await (const lines of linesOf(archive, EVENTS)) {
    const page: Page = [];
    for (const text of lines) {
      line += 1;
      const event = readEvent(text);
      if (!event || read.ids.has(event.id)) problems.push({ kind: 'line-unreadable', name: EVENTS, line });
      else page.push([event.id, event]);
      if (event) read.ids.add(event.id);
    }
    yield page;
  }
}

function readEvent(text: string): EventToCheck | undefined {
  const read = EVENT.safeParse(jsonOf(text));
  if (!read.success) return undefined;
  const [, id, , actorKind, , subject, , action, details] = read.data;
  return { id: String(id), text, erases: erasedBy({ subject, action, actorKind, details }) };
}

const LINK = new RegExp(`^(\\d{1,15}) (\\d{1,19}) ([0-9a-f]{64}) (${LINK_MARKS.join('|')})(?: ([0-9a-f]{64}))?$`);

type ReadLink = Omit<LinkToCheck, 'hash'> & { hash: string | undefined };

/** The links as they are read, each with its event. */
async function* linksIn(
  archive: Archive,
  events: Taking<EventToCheck>,
  problems: RecordProblem[],
): AsyncGenerator<ReadLink[]> {
  let line = 0;
  for await (const lines of linesOf(archive, CHAIN)) {
    const links: ReadLink[] = [];
    for (const text of lines) {
      line += 1;
      const link = await readLink(text, events);
      if (link) links.push(link);
      else problems.push({ kind: 'line-unreadable', name: CHAIN, line });
    }
    yield links;
  }
}

/** Reads a link, and takes its event from those that are left. */
async function readLink(text: string, events: Taking<EventToCheck>): Promise<ReadLink | undefined> {
  const [, position, eventId = '', contentSha256 = '', mark, hash] = LINK.exec(text) ?? [];
  if (mark === undefined || (hash === undefined) !== (mark === 'other')) return undefined;
  const link = { position: Number(position), eventId, contentSha256, hash };
  if (mark === 'other') return { ...link, event: 'elsewhere' };
  return { ...link, event: mark === 'own' ? ((await events.take(eventId)) ?? 'gone') : 'gone' };
}

/** Links of other subjects stand without their hash: it is what follows from the link before. */
function withHashes(links: readonly ReadLink[], from: ChainHead): LinkToCheck[] {
  let previous = from.hash;
  return links.map((link) => {
    previous = link.hash ?? linkHash(link, previous);
    return { ...link, hash: previous };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
