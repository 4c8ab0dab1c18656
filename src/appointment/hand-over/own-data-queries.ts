import type { PersonalDataPart } from '../../people/personal-data.ts';
import { open, type SealingKeys } from '../../platform/sealing.ts';
import { aboutPayload } from './queueing-queries.ts';

/** What was handed over of somebody, to whom and when; what it said, as far as it is still kept. */
export const handOverData = (keys: SealingKeys): PersonalDataPart => ({
  name: 'hand-overs',
  title: { en: 'What was handed over of your appointments', fr: 'Ce qui a été transmis de vos nominations' },
  tables: ['hand_overs', 'hand_over_attempts'],
  export: async (db, accountId) => {
    const rows = await db
      .selectFrom('handOvers')
      .innerJoin('appointments', 'appointments.id', 'appointmentId')
      .innerJoin('applications', 'applications.id', 'applicationId')
      .select(['applications.number as application', 'appointments.vacancyReference as post', 'handOvers.id'])
      .select(['neighbour', 'event', 'handOvers.state', 'queuedAt', 'settledAt', 'payload'])
      .where('applicantId', '=', accountId)
      .orderBy('handOvers.number')
      .execute();
    return {
      records: rows.map(({ id, payload, ...row }) => ({
        ...row,
        said: payload ? (JSON.parse(open(payload, keys, aboutPayload(id)).toString('utf8')) as object) : null,
      })),
      files: [],
    };
  },
  // What was handed over is kept as long as the application, and goes with it; what it said, for some days.
  erase: async () => {},
});
