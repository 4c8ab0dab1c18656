import { ownRows } from '../../people/personal-data-queries.ts';
import type { PersonalDataPart } from '../../people/personal-data.ts';
import type { Db } from '../../schema.ts';

/** What a person follows: bookmarks, and saved searches with what they were told of. */
export const FOLLOW_DATA: readonly PersonalDataPart[] = [
  ownRows({
    name: 'bookmarks',
    title: { en: 'Bookmarks', fr: 'Signets' },
    table: 'bookmarks',
    tableName: 'bookmarks',
  }),
  {
    name: 'searches',
    title: { en: 'Saved searches', fr: 'Recherches enregistrées' },
    tables: ['followers', 'saved_searches', 'alerted_vacancies'],
    export: async (db, accountId) => ({
      records: await db
        .selectFrom('savedSearches')
        .innerJoin('followers', 'followers.id', 'followerId')
        .select(['query', 'frequency', 'savedSearches.createdAt', 'confirmedAt', 'lookedAt'])
        .where('accountId', '=', accountId)
        .orderBy('savedSearches.createdAt')
        .execute(),
    }),
    erase: eraseFollower,
  },
];

/** Searches and what was told go with their follower. */
async function eraseFollower(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('followers').where('accountId', '=', accountId).execute();
}
