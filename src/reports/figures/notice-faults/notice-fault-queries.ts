import { sql, type Kysely } from 'kysely';
import type { NoticeRecord } from '../../../notices/notice.ts';
import type { Db, Schema } from '../../../schema.ts';
import type { Fault, FaultCount } from './notice-faults.ts';

/** A version of a notice that the linter has not read yet. */
export type UnreadVersion = { reference: string; number: number; notice: NoticeRecord; savedAt: Date };

/** The versions, saved before publication, that are not read yet: of each notice in order, so many at most. */
export async function unreadVersions(db: Db, limit: number): Promise<UnreadVersion[]> {
  const { rows } = await sql<UnreadVersion>`
    select n.reference, n.number, n.notice, n.saved_at
    from notice_versions n
    join vacancies v on v.reference = n.reference
    left join notice_fault_readings r on r.reference = n.reference
    where n.number > coalesce(r.version, 0) and (v.published_at is null or n.saved_at <= v.published_at)
    order by n.reference, n.number limit ${limit}`.execute(db);
  return rows;
}

/** Keeps what was found in a version. Two servers that read the same write the same. */
export function recordFaults(
  db: Kysely<Schema>,
  { reference, number }: Pick<UnreadVersion, 'reference' | 'number'>,
  faults: readonly Fault[],
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    for (const { fault, rule, severity, language } of faults)
      await transaction
        .insertInto('noticeFaults')
        .values({ reference, fault, rule, severity, language, firstVersion: number, lastVersion: number })
        .onConflict((conflict) =>
          conflict.columns(['reference', 'fault']).doUpdateSet({
            firstVersion: sql<number>`least(notice_faults.first_version, excluded.first_version)`,
            lastVersion: sql<number>`greatest(notice_faults.last_version, excluded.last_version)`,
          }),
        )
        .execute();
    await transaction
      .insertInto('noticeFaultReadings')
      .values({ reference, version: number })
      .onConflict((conflict) =>
        conflict
          .column('reference')
          .doUpdateSet({ version: sql<number>`greatest(notice_fault_readings.version, excluded.version)` }),
      )
      .execute();
  });
}

export type FaultCounts = {
  counts: FaultCount[];
  /** How many published notices are counted, and how many are still to be read. */
  notices: number;
  unread: number;
};

/** The faults of these notices until they were published, by rule and language; of those that are read to the end. */
export async function faultCounts(db: Db, references: readonly string[]): Promise<FaultCounts> {
  const published = sql`
    published as (
      select v.reference, max(n.number) as version, coalesce(max(r.version), 0) as read
      from vacancies v
      join notice_versions n on n.reference = v.reference and n.saved_at <= v.published_at
      left join notice_fault_readings r on r.reference = v.reference
      where v.reference = any(${[...references]}::text[]) and v.published_at is not null
      group by v.reference)`;
  const { rows: counts } = await sql<FaultCount>`
    with ${published}
    select f.rule, f.language, count(*)::int as found, count(*) filter (where f.last_version < p.version)::int as mended
    from published p join notice_faults f on f.reference = p.reference
    where p.read >= p.version
    group by f.rule, f.language order by f.rule, f.language`.execute(db);
  const { rows } = await sql<{ notices: number; unread: number }>`
    with ${published}
    select count(*) filter (where read >= version)::int as notices, count(*) filter (where read < version)::int as unread
    from published`.execute(db);
  return { counts, notices: rows[0]?.notices ?? 0, unread: rows[0]?.unread ?? 0 };
}
