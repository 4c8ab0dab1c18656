import { sql } from 'kysely';
import type { ContractFile } from '../record.ts';
import { sortable, table, type RecordTable } from './paged-queries.ts';
import { OWN_APPOINTMENTS } from './scope-queries.ts';

/** What became of those who were appointed. Of what was handed over, what it said stays out, and where to. */
export const CONTRACT_TABLES: Record<ContractFile, RecordTable> = {
  'contract-steps.csv': table(
    ['appointment', 'number', 'action', 'months', 'day', 'authority', 'agreedOn', 'ground', 'reason', 'terms'].concat([
      'takenAt',
      'takenBy',
      'takenByName',
      'nonce',
    ]),
    (reference, after) => sql`
      select concat(p.id, ' ', ${sortable('s.number')}) as key, p.id as appointment, s.number, s.action, s.months,
        s.on_day as day, s.authority, s.agreed_on, s.ground, s.reason, s.terms, s.taken_at, s.taken_by, s.taken_by_name,
        s.nonce
      from ${OWN_APPOINTMENTS(reference)} p join contract_steps s on s.appointment_id = p.id
      where concat(p.id, ' ', ${sortable('s.number')}) > ${after}`,
  ),
  'hand-overs.csv': table(
    ['appointment', 'message', 'neighbour', 'event', 'queuedAt', 'state', 'settledAt', 'reason', 'nonce'],
    (reference, after) => sql`
      select concat(p.id, ' ', ${sortable('h.number')}) as key, p.id as appointment, h.id as message, h.neighbour,
        h.event, h.queued_at, h.state, h.settled_at, h.stop_reason as reason, h.stop_nonce as nonce
      from ${OWN_APPOINTMENTS(reference)} p join hand_overs h on h.appointment_id = p.id
      where concat(p.id, ' ', ${sortable('h.number')}) > ${after}`,
  ),
};
