import { erasedBy } from './erasure.ts';
import {
  contentHash,
  eventText,
  linkHash,
  START,
  type ChainHead,
  type HashedEvent,
  type HashedLink,
} from './event-chain.ts';
import { countOf, joined, shared, without, type Positions } from './positions.ts';

/** What does not agree: in the words of `event-chain-texts.ts`. */
export type ChainProblem =
  | { kind: 'links-missing'; from: number; to: number }
  | { kind: 'link-altered'; position: number }
  | { kind: 'event-altered'; position: number; eventId: string }
  | { kind: 'events-removed'; from: number; to: number }
  /** Said to be erased, and there all the same. */
  | { kind: 'erasure-untrue'; from: number; to: number }
  | { kind: 'event-without-link'; eventId: string }
  /** A head that is known: published then, or kept elsewhere. */
  | { kind: 'head-missing' | 'head-differs'; position: number; publishedAt?: Date | undefined }
  /** A head that none of the keys signed. */
  | { kind: 'head-unsigned'; position: number; publishedAt?: Date | undefined };

/** An event as it is hashed, and the positions that it says were erased. */
export type EventToCheck = { id: string; text: string; erases: readonly Positions[] };
/** The row of an event, ready to be checked. */
export const eventToCheck = (event: HashedEvent): EventToCheck => ({
  id: event.id,
  text: eventText(event),
  erases: erasedBy({ ...event, details: JSON.parse(event.details) }),
});

/** A link with the event it is of: gone, or left out because it is not for whoever checks. */
export type LinkToCheck = HashedLink & { event: EventToCheck | 'gone' | 'elsewhere' };

/** A head that the chain must hold: one that somebody kept, or one that was published. */
export type KnownHead = ChainHead & { publishedAt?: Date | undefined };

/** Known heads by their position. */
export type KnownHeads = ReadonlyMap<number, readonly KnownHead[]>;
export const byPosition = (heads: readonly KnownHead[]): KnownHeads => Map.groupBy(heads, ({ position }) => position);

/** How far a walk has come. It holds ranges and the first problems alone, however long the chain is. */
export type ChainWalk = {
  readonly start: ChainHead;
  readonly head: ChainHead;
  readonly gone: readonly Positions[];
  readonly erased: readonly Positions[];
  readonly elsewhere: readonly Positions[];
  readonly problems: readonly ChainProblem[];
  /** Problems beyond those that are listed. */
  readonly unlisted: number;
};

/** Problems that are told one by one. */
const LISTED = 200;

export const startWalk = (start: ChainHead = START): ChainWalk => ({
  start,
  head: start,
  gone: [],
  erased: [],
  elsewhere: [],
  problems: [],
  unlisted: 0,
});

/** Walks on over the next links, in the order of their positions. */
export function walkOn(walk: ChainWalk, links: readonly LinkToCheck[], known?: KnownHeads): ChainWalk {
  const problems: ChainProblem[] = [];
  const gone: Positions[] = [];
  const erased: Positions[] = [];
  const elsewhere: Positions[] = [];
  let { head } = walk;
  for (const link of links) {
    const altered = eventProblems(link);
    problems.push(...linkProblems(link, head), ...altered);
    problems.push(...differingHeads(known?.get(link.position) ?? [], link.hash));
    if (link.event === 'gone') gone.push([link.position, link.position]);
    else if (link.event === 'elsewhere') elsewhere.push([link.position, link.position]);
    // An event can only name what was there before it, and is believed only as it was written.
    else if (altered.length === 0) erased.push(...without(joined(link.event.erases), [[link.position, Infinity]]));
    head = { position: link.position, hash: link.hash };
  }
  return withProblems(
    {
      ...walk,
      head,
      gone: joined([...walk.gone, ...gone]),
      erased: joined([...walk.erased, ...erased]),
      elsewhere: joined([...walk.elsewhere, ...elsewhere]),
    },
    problems,
  );
}

function linkProblems(link: LinkToCheck, before: ChainHead): ChainProblem[] {
  const expected = before.position + 1;
  if (link.position > expected) return [{ kind: 'links-missing', from: expected, to: link.position - 1 }];
  const holds = link.position === expected && link.hash === linkHash(link, before.hash);
  return holds ? [] : [{ kind: 'link-altered', position: link.position }];
}

function eventProblems({ position, eventId, contentSha256, event }: LinkToCheck): ChainProblem[] {
  if (typeof event === 'string') return [];
  const holds = event.id === eventId && contentHash(event.text) === contentSha256;
  return holds ? [] : [{ kind: 'event-altered', position, eventId }];
}

/** Adds what was found besides, keeping the list short. */
export function withProblems(walk: ChainWalk, more: readonly ChainProblem[]): ChainWalk {
  const room = Math.max(0, LISTED - walk.problems.length);
  return {
    ...walk,
    problems: [...walk.problems, ...more.slice(0, room)],
    unlisted: walk.unlisted + Math.max(0, more.length - room),
  };
}

export type ChainAudit = {
  head: ChainHead;
  links: number;
  /** Links whose event was erased when its time was over, as another event says. */
  erased: number;
  problems: readonly ChainProblem[];
  unlisted: number;
};

/** What a walk has found, now that the chain has ended: which events are gone without an erasure, and which heads. */
export function endWalk(walk: ChainWalk, known?: KnownHeads): ChainAudit {
  const { start, head, gone, erased } = walk;
  const walked: Positions[] = start.position < head.position ? [[start.position + 1, head.position]] : [];
  const present = without(without(walked, gone), walk.elsewhere);
  const removed = without(gone, erased);
  const untrue = shared(erased, present);
  const ended = withProblems(walk, [
    ...removed.map(([from, to]): ChainProblem => ({ kind: 'events-removed', from, to })),
    ...untrue.map(([from, to]): ChainProblem => ({ kind: 'erasure-untrue', from, to })),
    ...headProblems(walk, [...(known?.values() ?? [])].flat()),
  ]);
  const { problems, unlisted } = ended;
  return { head, links: head.position - start.position, erased: countOf(gone) - countOf(removed), problems, unlisted };
}

const differingHeads = (heads: readonly KnownHead[], hash: string): ChainProblem[] =>
  heads
    .filter((head) => head.hash !== hash)
    .map(({ position, publishedAt }) => ({ kind: 'head-differs', position, publishedAt }));

/** Heads outside what was walked: those after its end are missing; what lies before its start is not looked at. */
const headProblems = ({ start, head }: ChainWalk, known: readonly KnownHead[]): ChainProblem[] => [
  ...known
    .filter(({ position }) => position > head.position)
    .map(({ position, publishedAt }): ChainProblem => ({ kind: 'head-missing', position, publishedAt })),
  ...differingHeads(
    known.filter(({ position }) => position === start.position),
    start.hash,
  ),
];

/** The whole at once, for a chain that is at hand: links with their events, and the ends that are known of it. */
export const verifyChain = (
  links: readonly LinkToCheck[],
  { start = START, known = [] }: { start?: ChainHead; known?: readonly KnownHead[] } = {},
): ChainAudit => {
  const heads = byPosition(known);
  return endWalk(walkOn(startWalk(start), links, heads), heads);
};
