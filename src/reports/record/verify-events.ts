import { z } from 'zod';
import { erasedBy } from '../../people/event-chain/erasure.ts';
import { headText, linkHash, type ChainHead } from '../../people/event-chain/event-chain.ts';
import {
  endWalk,
  startWalk,
  walkOn,
  type ChainProblem,
  type EventToCheck,
  type LinkToCheck,
} from '../../people/event-chain/verify-chain.ts';
import { linesOf, measureFile, type Archive } from './archive.ts';
import { CHAIN, EVENTS, type Manifest } from './manifest.ts';
import { LINK_MARKS } from './record.ts';
import type { RecordProblem } from './verify-record.ts';

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

export type EventsAudit = { count: number; problems: RecordProblem[] };

/** Walks the links of a record with the events that it has: from the head it began after to the one it ends with. */
export async function verifyEvents(archive: Archive, { chain }: Manifest, known?: ChainHead): Promise<EventsAudit> {
  // A file that is missing or cannot be unpacked has been told already, and nothing can be said of what was in it.
  for (const name of [EVENTS, CHAIN])
    if (!archive.names.includes(name) || !(await measureFile(archive, name))) return { count: 0, problems: [] };
  const problems: RecordProblem[] = [];
  const events = await readEvents(archive, problems);
  const count = events.size;
  let walk = startWalk(chain.from);
  let line = 0;
  for await (const lines of linesOf(archive, CHAIN)) {
    const links = lines.flatMap((text) => {
      line += 1;
      const link = readLink(text, events);
      if (!link) problems.push({ kind: 'line-unreadable', name: CHAIN, line });
      return link ?? [];
    });
    walk = walkOn(walk, withHashes(links, walk.head), known);
  }
  const audit = endWalk(walk, known);
  const found: ChainProblem[] = [...audit.problems];
  if (headText(audit.head) !== headText(chain.to))
    found.unshift({ kind: 'head-differs', position: audit.head.position });
  for (const eventId of events.keys()) found.push({ kind: 'event-without-link', eventId });
  return { count, problems: [...problems, ...found.map((problem): RecordProblem => ({ kind: 'chain', problem }))] };
}

async function readEvents(archive: Archive, problems: RecordProblem[]): Promise<Map<string, EventToCheck>> {
  const events = new Map<string, EventToCheck>();
  let line = 0;
  for await (const lines of linesOf(archive, EVENTS))
    for (const text of lines) {
      line += 1;
      const event = readEvent(text);
      if (!event || events.has(event.id)) problems.push({ kind: 'line-unreadable', name: EVENTS, line });
      else events.set(event.id, event);
    }
  return events;
}

function readEvent(text: string): EventToCheck | undefined {
  const read = EVENT.safeParse(jsonOf(text));
  if (!read.success) return undefined;
  const [, id, , actorKind, , subject, , action, details] = read.data;
  return { id: String(id), text, erases: erasedBy({ subject, action, actorKind, details }) };
}

const LINK = new RegExp(`^(\\d{1,15}) (\\d{1,19}) ([0-9a-f]{64}) (${LINK_MARKS.join('|')})(?: ([0-9a-f]{64}))?$`);

type ReadLink = Omit<LinkToCheck, 'hash'> & { hash: string | undefined };

/** Reads a link, and takes its event from those that are left. */
function readLink(text: string, events: Map<string, EventToCheck>): ReadLink | undefined {
  const [, position, eventId = '', contentSha256 = '', mark, hash] = LINK.exec(text) ?? [];
  if (mark === undefined || (hash === undefined) !== (mark === 'other')) return undefined;
  const link = { position: Number(position), eventId, contentSha256, hash };
  if (mark === 'other') return { ...link, event: 'elsewhere' };
  const event = mark === 'own' ? (events.get(eventId) ?? 'gone') : 'gone';
  if (mark === 'own') events.delete(eventId);
  return { ...link, event };
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
