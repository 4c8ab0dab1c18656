import type { PersonalDataPart } from '../../people/personal-data.ts';

/** Whether somebody agreed to be considered for similar posts, and what they were offered. */
export const SIMILAR_POSTS_DATA: PersonalDataPart = {
  name: 'similar-posts',
  title: { en: 'Similar posts', fr: 'Postes semblables' },
  tables: ['similar_post_consents', 'similar_post_offers'],
  export: async (db, accountId) => {
    const agreed = await db
      .selectFrom('similarPostConsents')
      .innerJoin('applications', 'applications.id', 'applicationId')
      .select(['number as application', 'agreedAt'])
      .where('applicantId', '=', accountId)
      .orderBy('agreedAt')
      .execute();
    const offered = await db
      .selectFrom('similarPostOffers')
      .innerJoin('applications', 'applications.id', 'applicationId')
      .select(['number as application', 'similarPostOffers.vacancyReference as offered', 'offeredAt'])
      .select(['similarPostOffers.status', 'endedAt'])
      .where('applicantId', '=', accountId)
      .orderBy('offeredAt')
      .execute();
    return { records: [...agreed, ...offered] };
  },
  // Who deletes their account wants to be considered for nothing more; what was offered goes with the application.
  erase: async (db, accountId) => {
    await db
      .deleteFrom('similarPostConsents')
      .where('applicationId', 'in', (query) =>
        query.selectFrom('applications').select('id').where('applicantId', '=', accountId),
      )
      .execute();
  },
};
