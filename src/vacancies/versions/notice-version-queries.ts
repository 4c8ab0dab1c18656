import { sql } from 'kysely';
import type { NoticeRecord } from '../../notices/notice.ts';
import type { Doer } from '../../people/actor.ts';
import type { Db } from '../../schema.ts';
import type { NoticeVersion } from './notice-version.ts';

export const VERSIONS_PER_PAGE = 50;

/** A version with the notice before it; the first has none. */
export type VersionWithEarlier = NoticeVersion & { earlier: NoticeRecord | null };

/** A page of the versions of a notice, the last first, and how many there are. */
export async function versionsOf(
  db: Db,
  reference: string,
  page: number,
): Promise<{ versions: VersionWithEarlier[]; total: number }> {
  const rows = await db
    .selectFrom('noticeVersions')
    .leftJoin('accounts', 'accounts.id', 'noticeVersions.actorId')
    .leftJoin('noticeVersions as earlier', (join) =>
      join
        .onRef('earlier.reference', '=', 'noticeVersions.reference')
        .on('earlier.number', '=', sql<number>`notice_versions.number - 1`),
    )
    .select(['noticeVersions.number', 'noticeVersions.notice', 'noticeVersions.action', 'noticeVersions.savedAt'])
    .select(['noticeVersions.actorKind', 'accounts.name as actorName', 'earlier.notice as earlier'])
    .where('noticeVersions.reference', '=', reference)
    .orderBy('noticeVersions.number', 'desc')
    .limit(VERSIONS_PER_PAGE)
    .offset((page - 1) * VERSIONS_PER_PAGE)
    .execute();
  const versions = rows.map((row) => ({ ...versionOf(row), earlier: row.earlier as NoticeRecord | null }));
  return { versions, total: await lastVersion(db, reference) };
}

/** The number of the version that stands now, which is how many there are: none is ever taken out. */
export async function lastVersion(db: Db, reference: string): Promise<number> {
  const { last } = await db
    .selectFrom('noticeVersions')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** What a form to choose versions from says of each, the last first. */
export async function versionChoices(db: Db, reference: string): Promise<Omit<NoticeVersion, 'notice'>[]> {
  const rows = await db
    .selectFrom('noticeVersions')
    .leftJoin('accounts', 'accounts.id', 'noticeVersions.actorId')
    .select(['number', 'action', 'savedAt', 'actorKind', 'accounts.name as actorName'])
    .where('reference', '=', reference)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    actorKind: row.actorKind as Doer['kind'],
    actorName: row.actorName ?? undefined,
  }));
}

export async function findVersion(db: Db, reference: string, number: number): Promise<NoticeVersion | undefined> {
  const row = await db
    .selectFrom('noticeVersions')
    .leftJoin('accounts', 'accounts.id', 'noticeVersions.actorId')
    .select(['number', 'notice', 'action', 'savedAt', 'actorKind', 'accounts.name as actorName'])
    .where('reference', '=', reference)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && versionOf(row);
}

type Row = {
  number: number;
  notice: unknown;
  action: string;
  savedAt: Date;
  actorKind: string;
  actorName: string | null;
};

const versionOf = ({ number, notice, action, savedAt, actorKind, actorName }: Row): NoticeVersion => ({
  number,
  notice: notice as NoticeRecord,
  action,
  savedAt,
  actorKind: actorKind as Doer['kind'],
  actorName: actorName ?? undefined,
});
