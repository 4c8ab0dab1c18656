import { isDeepStrictEqual } from 'node:util';
import type { Archive } from './archive.ts';
import { readCsv, type CsvRow } from '../format/csv.ts';
import { jsonOf } from '../rules/rule.ts';
import type { ToldEvent } from './told-events.ts';
import type { TableProblem } from './tables.ts';

const TABLE = 'events.csv';

/** What a row of the table of events says; the same instant, to the millisecond, as the event tells it. */
type Listed = { row: number; says: string; action: string; of: string; at: number };
/** The rows by the id of their event. */
export type EventTable = Map<string, Listed>;

/** The table of events, or nothing where it is not here or cannot be unpacked, which has been told already. */
export async function readEventTable(archive: Archive): Promise<EventTable | undefined> {
  const table: EventTable = new Map();
  if (!archive.names.includes(TABLE)) return undefined;
  try {
    for await (const { row, cells } of readCsv(await archive.read(TABLE)))
      table.set(cells['id'] ?? '', listed(row, cells));
  } catch {
    return undefined;
  }
  return table;
}

function listed(row: number, cells: CsvRow['cells']): Listed {
  const { actorKind = '', actorId = '', subject = '', subjectId = '', action = '' } = cells;
  const at = Date.parse(cells['at'] ?? '');
  const details = jsonOf(cells['details']);
  return {
    row,
    says: saying({ at, actorKind, actor: actorId || null, subject, subjectId, action, details }),
    action,
    of: subjectId,
    at,
  };
}

type Said = Omit<ToldEvent, 'id' | 'position' | 'details'> & { details: unknown };
const saying = ({ at, actorKind, actor, subject, subjectId, action, details }: Said): string =>
  JSON.stringify([at, actorKind, actor, subject, subjectId, action, details]);

/** Takes the row of an event out of the table, and tells whether it says the same. */
export function takeListed(table: EventTable | undefined, event: ToldEvent): TableProblem[] {
  const found = table?.get(event.id);
  table?.delete(event.id);
  const says = saying({ ...event, at: Math.floor(event.at) });
  if (!found || found.says === says) return [];
  const [row, told] = [found.says, says].map((text) => JSON.parse(text) as unknown[]);
  const differing = PARTS.filter((_, at) => !isDeepStrictEqual(row?.[at], told?.[at]));
  const { id, action, subjectId: of } = event;
  return [{ kind: 'row-differs', table: TABLE, row: found.row, event: id, action, of, in: [...new Set(differing)] }];
}

/** What the parts of a saying are called where they differ. */
const PARTS = ['time', 'person', 'person', 'subject', 'subjectId', 'action', 'details'];

/**
 * Rows whose event is not among those of the chain that are here, though nothing erased it: so no event of this competition
 * can be passed off as one of another.
 */
export const leftInTable = (table: EventTable | undefined, erasedBefore: number): TableProblem[] =>
  [...(table?.values() ?? [])]
    .filter(({ at }) => !(at < erasedBefore))
    .map(({ row, action, of }) => ({ kind: 'row-without-event', table: TABLE, row, action, of }));
