import { isDeepStrictEqual } from 'node:util';
import type { Archive } from './archive.ts';
import { readCsv, type CsvRow } from '../format/read-csv.ts';
import { jsonOf } from '../rules/rule.ts';
import { takingFrom, type Taking } from './taking.ts';
import type { ToldEvent } from '../format/told-events.ts';
import type { TableProblem } from './tables.ts';

const TABLE = 'events.csv';

/** What a row of the table of events says; the same instant, to the millisecond, as the event tells it. */
type Listed = { row: number; says: string; action: string; of: string; at: number };
/** The rows by the id of their event, and those that name one which another row has named. */
export type EventTable = Taking<Listed> & { twice: readonly Listed[] };

/** The table of events, as it is read; nothing after where it cannot be, which has been told already. */
export function readEventTable(archive: Archive): EventTable {
  const twice: Listed[] = [];
  return { ...takingFrom(rowsOf(archive, twice)), twice };
}

async function* rowsOf(archive: Archive, twice: Listed[]): AsyncGenerator<[string, Listed][]> {
  if (!archive.names.includes(TABLE)) return;
  const seen = new Set<string>();
  try {
    for await (const { row, cells } of readCsv(await archive.read(TABLE))) {
      const id = cells['id'] ?? '';
      if (seen.has(id)) twice.push(listed(row, cells));
      else yield [[id, listed(row, cells)]];
      seen.add(id);
    }
  } catch {
    // Told by whoever measured the file, or read its rows.
  }
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
export async function takeListed(table: EventTable, event: ToldEvent): Promise<TableProblem[]> {
  const found = await table.take(event.id);
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
 * can be passed off as one of another. Of two rows that name the same event, the second has none.
 */
export async function leftInTable(table: EventTable, erasedBefore: number): Promise<TableProblem[]> {
  const left = (await table.rest()).map(([, row]) => row).filter(({ at }) => !(at < erasedBefore));
  return [...left, ...table.twice].map(({ row, action, of }) => ({
    kind: 'row-without-event',
    table: TABLE,
    row,
    action,
    of,
  }));
}
