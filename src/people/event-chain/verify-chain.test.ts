import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHead, headText, type HashedEvent } from './event-chain.ts';
import { chained, hashedEvent, headOf } from './event-chain-testing.ts';
import { countOf, joined, shared, without, type Positions } from './positions.ts';
import { byPosition, endWalk, eventToCheck, startWalk, verifyChain, walkOn, type LinkToCheck } from './verify-chain.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((value) => value.isWellFormed());
const anEvent = fc.record({
  at: fc.date({ noInvalidDate: true }).map((at) => at.toISOString().slice(0, -1)),
  actorKind: fc.constantFrom('system', 'command-line'),
  subject: fc.constantFrom('vacancy', 'application'),
  subjectId: text,
  action: fc.constantFrom('publish', 'submit', 'close'),
  details: fc.dictionary(text, text).map((details) => JSON.stringify(details)),
  nonce: fc.uuid(),
});
const log = fc
  .uniqueArray(anEvent, { minLength: 2, maxLength: 12, selector: ({ nonce }) => nonce })
  .map((events) => events.map((each, index) => hashedEvent(index + 1, each)));

type Places = { at: number; other: number; events: HashedEvent[] };
type Mutation = (links: LinkToCheck[], places: Places) => LinkToCheck[];
const altered = (event: HashedEvent | undefined, column: keyof HashedEvent): HashedEvent =>
  hashedEvent(1, { ...event, [column]: column === 'details' ? '{"altered":true}' : `${event?.[column] ?? ''}0` });
const replaced = (links: LinkToCheck[], at: number, change: (link: LinkToCheck) => LinkToCheck) =>
  links.map((link, index) => (index === at ? change(link) : link));
const flipped = (hash: string) => (hash.startsWith('0') ? '1' : '0') + hash.slice(1);

const COLUMNS: (keyof HashedEvent)[] = Object.keys(hashedEvent(1)) as (keyof HashedEvent)[];
const MUTATIONS: Record<string, Mutation> = {
  ...Object.fromEntries(
    COLUMNS.map((column): [string, Mutation] => [
      `another ${column}`,
      (links, { at, events }) =>
        links.map((link, index) =>
          index === at ? { ...link, event: eventToCheck(altered(events[at], column)) } : link,
        ),
    ]),
  ),
  'removed event': (links, { at }) => replaced(links, at, (link) => ({ ...link, event: 'gone' })),
  'removed link': (links, { at }) => links.filter((_, index) => index !== at),
  'altered hash': (links, { at }) => replaced(links, at, (link) => ({ ...link, hash: flipped(link.hash) })),
  'altered content hash': (links, { at }) =>
    replaced(links, at, (link) => ({ ...link, contentSha256: flipped(link.contentSha256) })),
  'link of another event': (links, { at }) => replaced(links, at, (link) => ({ ...link, eventId: `${link.eventId}1` })),
  'swapped events': (links, { at, other }) =>
    links.map((link, index) => ({
      ...link,
      event: (index === at ? links[other] : index === other ? links[at] : link)?.event ?? link.event,
    })),
  'swapped links': (links, { at, other }) =>
    links.map((link, index) => ({
      ...((index === at ? links[other] : index === other ? links[at] : link) ?? link),
      position: link.position,
    })),
  'link put in twice': (links, { at }) => links.toSpliced(at, 0, ...links.slice(at, at + 1)),
};

test.each(Object.keys(MUTATIONS))('of a random log, one mutation is found: %s', (kind) => {
  fc.assert(
    fc.property(log, fc.nat(), fc.nat(), (events, first, second) => {
      const links = chained(events);
      const known = headOf(links);
      const at = first % links.length;
      const other = (at + 1 + (second % (links.length - 1))) % links.length;

      const mutated = MUTATIONS[kind]?.(links, { at, other, events }) ?? links;

      expect(verifyChain(links, { known: [known] }).problems).toEqual([]);
      expect(verifyChain(mutated, { known: [known] }).problems).not.toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('a chain written anew after one event is altered is found by the head that was kept, and only by it', () => {
  const events = [1, 2, 3, 4].map((id) => hashedEvent(id));
  const known = headOf(chained(events));
  const rewritten = chained(events.map((one) => (one.id === '2' ? { ...one, action: 'close' } : one)));

  expect(verifyChain(rewritten).problems).toEqual([]);
  expect(verifyChain(rewritten, { known: [known] }).problems).toEqual([{ kind: 'head-differs', position: 4 }]);
  expect(verifyChain(chained(events.slice(0, 3)), { known: [known] }).problems).toEqual([
    { kind: 'head-missing', position: 4 },
  ]);
  expect(verifyChain(chained([...events, hashedEvent(5)]), { known: [known] }).problems).toEqual([]);
});

const erasure = (id: number, positions: Positions[], changes: Partial<HashedEvent> = {}) =>
  hashedEvent(id, {
    subject: 'event-log',
    action: 'events-erased',
    details: JSON.stringify({ months: 120, positions }),
    ...changes,
  });
const gone = (links: LinkToCheck[], ...positions: number[]) =>
  links.map((link) => (positions.includes(link.position) ? { ...link, event: 'gone' as const } : link));

test('an erasure accounts for the events that it names, and for no other', () => {
  const links = chained([hashedEvent(1), hashedEvent(2), hashedEvent(3), erasure(4, [[1, 2]])]);

  expect(verifyChain(gone(links, 1, 2))).toMatchObject({ problems: [], erased: 2, links: 4 });
  expect(verifyChain(gone(links, 1, 2, 3)).problems).toEqual([{ kind: 'events-removed', from: 3, to: 3 }]);
  expect(verifyChain(gone(links, 2)).problems).toEqual([{ kind: 'erasure-untrue', from: 1, to: 1 }]);
});

test('an erasure is not believed of what came after it, from an account, in broken words, or altered', () => {
  const claims = [
    [erasure(1, [[1, 2]]), hashedEvent(2)],
    [erasure(1, [[2, 2]]), hashedEvent(2)],
    [hashedEvent(1), hashedEvent(2), erasure(3, [[2, 2]], { actorKind: 'account' })],
    [hashedEvent(1), hashedEvent(2), erasure(3, [[2, 1]])],
    [hashedEvent(1), hashedEvent(2), erasure(3, [], { details: '[]' })],
  ];

  const found = claims.map((events) => verifyChain(gone(chained(events), 2)).problems);
  const broken = gone(chained([hashedEvent(1), hashedEvent(2), erasure(3, [])]), 2).map((link) =>
    link.position === 3 ? { ...link, event: eventToCheck(erasure(3, [[2, 2]])) } : link,
  );

  expect(found).toEqual(claims.map(() => [{ kind: 'events-removed', from: 2, to: 2 }]));
  expect(verifyChain(broken).problems.map(({ kind }) => kind)).toEqual(['event-altered', 'events-removed']);
});

test('a walk in parts finds what a walk at once does, and a chain may begin in the middle', () => {
  const links = gone(chained([1, 2, 3, 4, 5].map((id) => hashedEvent(id))), 2, 4);
  const known = { position: 3, hash: '1'.repeat(64) };
  const parts = [links.slice(0, 2), links.slice(2, 3), links.slice(3)];
  const walked = parts.reduce((walk, part) => walkOn(walk, part, byPosition([known])), startWalk());
  const later = links.slice(2).map((link) => ({ ...link, event: 'elsewhere' as const }));

  expect(endWalk(walked, byPosition([known]))).toEqual(verifyChain(links, { known: [known] }));
  expect(verifyChain(later, { start: headOf(links.slice(0, 2)) })).toMatchObject({ problems: [], links: 3 });
  expect(verifyChain(later, { start: { position: 2, hash: known.hash } }).problems).toEqual([
    { kind: 'link-altered', position: 3 },
  ]);
});

test('of many problems the first are listed and the others counted', () => {
  const links = chained(Array.from({ length: 300 }, (_, index) => hashedEvent(index + 1)));
  const audit = verifyChain(links.map((link) => ({ ...link, event: eventToCheck(hashedEvent(0)) })));

  expect([audit.problems.length, audit.unlisted]).toEqual([200, 100]);
});

test('a head is read as it is printed, and nothing else is', () => {
  const head = { position: 17, hash: 'ab'.repeat(32) };

  expect(readHead(headText(head))).toEqual(head);
  expect(['', '17', `017:${head.hash}`, `17:${head.hash}0`, `-1:${head.hash}`].map(readHead)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

test('ranges of positions are joined, counted and taken from each other as the sets that they are', () => {
  const ranges = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(5)))
    .map((pairs) => joined(pairs.map(([from, more]): Positions => [from, from + more])));
  const setOf = (some: readonly Positions[]) =>
    new Set(some.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)));

  fc.assert(
    fc.property(ranges, ranges, (some, others) => {
      expect(setOf(without(some, others))).toEqual(new Set([...setOf(some)].filter((one) => !setOf(others).has(one))));
      expect(setOf(shared(some, others))).toEqual(new Set([...setOf(some)].filter((one) => setOf(others).has(one))));
      expect(countOf(some)).toBe(setOf(some).size);
    }),
  );
});
