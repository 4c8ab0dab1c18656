import { sql, type Kysely } from 'kysely';
import { atOneMoment } from '../../../people/event-chain/event-chain-queries.ts';
import { ERASURE } from '../../../people/event-chain/erasure.ts';
import type { RowsAudit } from '../../../people/event-chain/rows-audit-queries.ts';
import type { Language } from '../../../platform/language.ts';
import type { Db, Schema } from '../../../schema.ts';
import type { Archive } from './archive.ts';
import { tableContent } from '../making/content-queries.ts';
import { tellRecordProblem } from '../command-texts.ts';
import { TABLE_FILES, type TableFile } from '../record.ts';
import { ALL_OWN_EVENTS } from '../tables/scope-queries.ts';
import type { ToldEvent } from '../format/told-events.ts';
import { beforeErasure } from './events.ts';
import { COMPARED_ACTIONS, verifyTables } from './tables.ts';

/**
 * Holds the rows of every competition in the database to the events, by the rules by which its record would be verified: who,
 * when, the details, and the words by their hash. What is under way is compared too, and not shown.
 */
export const auditRows = (db: Kysely<Schema>, language: Language): Promise<RowsAudit> =>
  atOneMoment(db, async (transaction) => {
    const erasedBefore = await lastErased(transaction);
    const gone = await goneApplications(transaction);
    const audit: RowsAudit = {
      competitions: 0,
      held: 0,
      unheld: 0,
      problems: gone.map((of) => tellRecordProblem({ kind: 'application-gone', of }, language)),
    };
    for (const reference of await vacancies(transaction)) {
      const events = await comparedEvents(transaction, reference);
      const archive = tablesOf(transaction, reference);
      const comparing = {
        reference,
        events,
        upTo: Number.MAX_SAFE_INTEGER,
        erasedBefore,
        listed: new Set(TABLE_FILES),
      };
      const { problems, words } = await verifyTables(archive, comparing);
      audit.competitions += 1;
      audit.held += words.held;
      audit.unheld += words.unheld;
      audit.problems.push(...problems.map((one) => `${reference}: ${tellRecordProblem(one, language)}`));
    }
    return audit;
  });

async function vacancies(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('vacancies').select('reference').orderBy('reference').execute();
  return rows.map(({ reference }) => reference);
}

/** The tables of a competition as its record would have them, read from the database. */
const tablesOf = (db: Db, reference: string): Archive => ({
  names: TABLE_FILES,
  read: async (name) => tableContent(db, name as TableFile, { reference, reading: 'to-check' }),
});

type EventRow = Omit<ToldEvent, 'at' | 'position'> & { at: Date; position: string | null };

async function comparedEvents(db: Db, reference: string): Promise<ToldEvent[]> {
  const { rows } = await sql<EventRow>`
    select e.id, e.at, e.actor_kind, e.actor_id as actor, e.subject, e.subject_id, e.action, e.details, c.position
    from ${ALL_OWN_EVENTS(reference, 'to-check')} e left join event_chain c on c.event_id = e.id
    where e.action = any(${COMPARED_ACTIONS}) order by coalesce(c.position, e.id), e.id`.execute(db);
  return rows.map(({ at, position, ...event }) => ({
    ...event,
    at: at.getTime(),
    position: Number(position ?? event.id),
  }));
}

async function lastErased(db: Db): Promise<number> {
  const rows = await db
    .selectFrom('events')
    .select(['subject', 'action', 'at', 'details'])
    .where('subject', '=', ERASURE.subject)
    .where('action', '=', ERASURE.action)
    .execute();
  return rows
    .map((event) => beforeErasure({ ...event, at: event.at.getTime() }))
    .reduce((latest, one) => Math.max(latest, one), 0);
}

/** Applications that were received and are gone, though no retention period ended: those would not be in any record. */
async function goneApplications(db: Db): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select distinct e.subject_id as number from events e
    where e.subject = 'application' and e.action = 'submit'
      and not exists (select from applications a where a.number = e.subject_id)
      and not exists (select from events g where g.subject = 'application' and g.subject_id = e.subject_id
        and g.action = 'retention-ended')
    order by 1`.execute(db);
  return rows.map(({ number }) => number);
}
