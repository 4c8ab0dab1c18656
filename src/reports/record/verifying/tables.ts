import { isDeepStrictEqual } from 'node:util';
import type { Archive } from './archive.ts';
import { readCsv, UnreadableRow } from '../format/read-csv.ts';
import { ANY, type Expected, type OtherEvents, type Rule } from '../rules/rule.ts';
import { RECORD_RULES } from '../rules/all.ts';
import { countWords, heldIn, isHeldBy, type WordsCount } from '../rules/words.ts';
import { TABLE_FILES, type TableFile } from '../record.ts';
import type { ToldEvent } from '../format/told-events.ts';

/** Where tables and events do not agree. */
export type TableProblem =
  /** A row says that something happened of which there is no event. */
  | { kind: 'row-without-event'; table: TableFile; row: number; action: string; of: string }
  /** There is one, and it says otherwise: who, when, or a detail. */
  | { kind: 'row-differs'; table: TableFile; row: number; event: string; action: string; of: string; in: string[] }
  | { kind: 'event-without-row'; table: TableFile; event: string; action: string; of: string }
  /** In the database alone: its tables and events are in no record any more. */
  | { kind: 'application-gone'; of: string };

const COMPARED = new Set(
  RECORD_RULES.flatMap(({ actions = [], lasting = {}, lastingWords = {} }) => [
    ...actions,
    ...Object.keys(lasting),
    ...Object.keys(lastingWords),
  ]),
);
export const COMPARED_ACTIONS: readonly string[] = [...COMPARED];
/** Whether an event is one that tables are compared with; the others need not be held. */
export const isCompared = ({ action }: { action: string }): boolean => COMPARED.has(action);

type Comparing = {
  reference: string;
  events: readonly ToldEvent[];
  /** The place in the chain up to which the tables know what happened. */
  upTo: number;
  /** Before this instant (milliseconds) events may have been deleted because their time was over. */
  erasedBefore: number;
  /** The files that the manifest names. */
  listed: ReadonlySet<string>;
};

/**
 * Holds every table to the events, and the events to their tables. No two rows tell of one event, whatever their tables: what
 * was found of a candidate stands among what holds, or among what a review made void.
 */
export async function verifyTables(archive: Archive, comparing: Comparing): Promise<TablesAudit> {
  const matching: Matching = {
    claimed: new Set(),
    told: new Set(),
    words: { held: 0, unheld: 0, withheld: 0 },
    indexed: {
      ...comparing,
      byKey: Map.groupBy(comparing.events, keyOf),
      byAbout: onFirstUse(() => Map.groupBy(comparing.events, aboutOf)),
    },
  };
  const read: { rule: Rule; open: Open[] }[] = [];
  for (const rule of RECORD_RULES) {
    const open = await openRows(archive, rule, matching);
    if (open) read.push({ rule, open });
  }
  const differing = read.map(({ rule, open }) => open.flatMap((one) => disagreement(rule, one, matching)));
  const problems = read.flatMap(({ rule }, at) => [...(differing[at] ?? []), ...withoutRow(rule, matching)]);
  return { problems, words: matching.words };
}

export type TablesAudit = { problems: TableProblem[]; words: WordsCount };

const keyOf = ({ subject, subjectId, action }: Pick<ToldEvent, 'subject' | 'subjectId' | 'action'>): string =>
  `${subject} ${subjectId} ${action}`;

const aboutOf = ({ subject, subjectId }: Pick<ToldEvent, 'subject' | 'subjectId'>): string => `${subject} ${subjectId}`;

type Events = ReadonlyMap<string, readonly ToldEvent[]>;
type Indexed = Comparing & { byKey: Events; byAbout: () => Events };

/** Where everything agrees nobody asks for it. */
function onFirstUse<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

type Open = { row: number; expected: Expected };

/**
 * What rows say that no event agrees with; undefined where the file is missing or cannot be read, which has been told already.
 * A table that a record never had is one without rows.
 */
async function openRows(archive: Archive, rule: Rule, matching: Matching): Promise<Open[] | undefined> {
  const open: Open[] = [];
  if (!archive.names.includes(rule.file)) return matching.indexed.listed.has(rule.file) ? undefined : open;
  try {
    for await (const { row, cells } of readCsv(await archive.read(rule.file))) {
      const all = rule.expects(cells, matching.indexed.reference);
      for (const { words } of all.filter(({ witness }) => !witness)) countWords(matching.words, words);
      open.push(
        ...all.filter((expected) => !claim(rule, { ...matching, expected })).map((expected) => ({ row, expected })),
      );
    }
  } catch {
    return undefined;
  }
  return open;
}

/** The tables that another program may read otherwise than they are read here, each with its first such row. */
export async function unreadableTables(archive: Archive): Promise<{ name: TableFile; row: number }[]> {
  const found: { name: TableFile; row: number }[] = [];
  for (const name of TABLE_FILES.filter((file) => archive.names.includes(file))) {
    const row = await unreadableRow(archive, name);
    if (row !== undefined) found.push({ name, row });
  }
  return found;
}

async function unreadableRow(archive: Archive, name: TableFile): Promise<number | undefined> {
  try {
    for await (const _ of readCsv(await archive.read(name)));
  } catch (fault) {
    // What cannot be unpacked has been told already.
    return fault instanceof UnreadableRow ? fault.row : undefined;
  }
  return undefined;
}

type Matching = {
  /** Events that a row tells of, and the hashes of words that rows had. */
  claimed: Set<ToldEvent>;
  told: Set<string>;
  words: WordsCount;
  indexed: Indexed;
};

function candidatesFor(
  { subject }: Rule,
  { actions, subjectId, last }: Expected,
  { byKey, upTo }: Indexed,
): readonly ToldEvent[] {
  const all = (last?.among ?? actions).flatMap((action) => byKey.get(keyOf({ subject, subjectId, action })) ?? []);
  if (!last) return all;
  return all
    .filter(({ position, details }) => position <= upTo && differing(last.of, details).length === 0)
    .toSorted((one, other) => one.position - other.position)
    .slice(-1);
}

/** Takes the event that agrees with a row in everything and that no other row has taken, unless it may be shared. */
function claim(rule: Rule, { expected, claimed, told, indexed }: Matching & { expected: Expected }): boolean {
  const agreeing = candidatesFor(rule, expected, indexed).filter((one) => differences(expected, one).length === 0);
  const event = agreeing.find((one) => !claimed.has(one)) ?? (mayShare(expected) ? agreeing[0] : undefined);
  if (event && !expected.witness) take(event, expected, { claimed, told });
  return event !== undefined;
}

const mayShare = ({ shared, witness }: Expected): boolean => shared === true || witness === true;

function take(event: ToldEvent, { words }: Expected, { claimed, told }: Pick<Matching, 'claimed' | 'told'>): void {
  claimed.add(event);
  // Words that are not told yet, or that were altered, are not missing.
  const all = Array.isArray(words) && isHeldBy(words, event) ? words : heldIn(event);
  for (const one of all) told.add(one);
}

/** In what an event is otherwise than a row says. */
const differences = ({ actions, at, by, details, words }: Expected, event: ToldEvent): string[] => [
  ...(actions.includes(event.action) ? [] : ['action']),
  ...(at === ANY || isSameInstant(at, event.at) ? [] : ['time']),
  ...(by === '' || by === event.actor ? [] : ['person']),
  ...differing(details, event.details),
  ...(isHeldBy(words, event) ? [] : ['words']),
];

const differing = (details: Expected['details'], told: Expected['details']): string[] =>
  Object.keys(details).filter((name) => !isDeepStrictEqual(details[name] ?? '', told[name] ?? ''));

/** The tables tell instants to the millisecond, events to the microsecond. */
const isSameInstant = (at: string, milliseconds: number): boolean => Math.abs(Date.parse(at) - milliseconds) <= 1;

/** What is wrong with a row that no event agrees with: the nearest one that is left says otherwise, or there is none. */
function disagreement(rule: Rule, { row, expected }: Open, matching: Matching): TableProblem[] {
  const { claimed, indexed } = matching;
  const { file: table } = rule;
  const [action = ''] = expected.actions;
  const left = candidatesFor(rule, expected, indexed).filter((event) => !claimed.has(event) || mayShare(expected));
  const [nearest] = left
    .map((event) => ({ event, in: differences(expected, event) }))
    .toSorted((one, other) => one.in.length - other.in.length);
  const of = expected.subjectId;
  if (nearest) {
    const { event } = nearest;
    if (!expected.witness) take(event, expected, matching);
    return [{ kind: 'row-differs', table, row, event: event.id, action: event.action, of, in: nearest.in }];
  }
  const isOver = expected.at !== ANY && Date.parse(expected.at) < indexed.erasedBefore;
  return isOver || (expected.at === ANY && indexed.erasedBefore > 0)
    ? []
    : [{ kind: 'row-without-event', table, row, action, of }];
}

/** Events that no row tells of, though nothing took them back. */
function withoutRow(
  { file: table, subject, lasting = {}, lastingWords = {} }: Rule,
  { claimed, told, indexed }: Matching,
): TableProblem[] {
  const others = otherEvents(indexed);
  return indexed.events
    .filter((event) => {
      const isTakenBack = lasting[event.action] ?? (heldIn(event).length > 0 ? lastingWords[event.action] : undefined);
      return (
        isTakenBack !== undefined &&
        event.subject === subject &&
        event.position <= indexed.upTo &&
        !(claimed.has(event) && heldIn(event).every((one) => told.has(one))) &&
        !isTakenBack(event, others)
      );
    })
    .map(({ id, action, subjectId }) => ({ kind: 'event-without-row', table, event: id, action, of: subjectId }));
}

const otherEvents = ({ byAbout, byKey, upTo }: Indexed): OtherEvents => ({
  after: (event) =>
    (byAbout().get(aboutOf(event)) ?? []).filter(({ position }) => position > event.position && position <= upTo),
  isHere: (application) => byKey.has(keyOf({ subject: 'application', subjectId: application, action: 'submit' })),
});
