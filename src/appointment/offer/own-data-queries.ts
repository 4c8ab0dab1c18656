import type { PersonalDataPart } from '../../people/personal-data.ts';
import type { Db } from '../../schema.ts';

/** What somebody was offered, as it was sent and in each language, and what they answered; what was never sent is nobody's offer. */
export const OFFER_DATA: PersonalDataPart = {
  name: 'offers',
  title: { en: 'Offers of appointment', fr: 'Offres d’engagement' },
  tables: ['appointment_offers', 'offer_steps', 'offer_documents', 'offer_reminders'],
  export: async (db, accountId) => ({
    records: [...(await sentTo(db, accountId)), ...(await stepsOn(db, accountId))],
    files: (await documentsFor(db, accountId)).map(({ application, post, offer, language, content }) => ({
      name: `offer-${application}-${post}-${offer}-${language}.pdf`,
      content,
    })),
  }),
  // What was offered and answered is kept as long as the application, and goes with it.
  erase: async () => {},
};

const offersTo = (db: Db, accountId: string) =>
  db
    .selectFrom('appointmentOffers')
    .innerJoin('appointments', 'appointments.id', 'appointmentId')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['applications.number as application', 'appointments.vacancyReference as post'])
    .select('appointmentOffers.number as offer')
    .where('applicantId', '=', accountId)
    .where('sentAt', 'is not', null)
    .orderBy('sentAt')
    .orderBy('applications.number');

const sentTo = (db: Db, accountId: string) =>
  offersTo(db, accountId)
    .select(['appointmentOffers.state', 'content', 'answerBy', 'sentAt', 'seenAt', 'answeredAt', 'means'])
    .execute();

const stepsOn = (db: Db, accountId: string) =>
  offersTo(db, accountId)
    .innerJoin('offerSteps', 'offerId', 'appointmentOffers.id')
    .select(['action', 'authority', 'onDay', 'offerSteps.reason', 'takenAt'])
    .orderBy('offerSteps.number')
    .execute();

const documentsFor = (db: Db, accountId: string) =>
  offersTo(db, accountId)
    .innerJoin('offerDocuments', 'offerId', 'appointmentOffers.id')
    .select(['offerDocuments.language', 'offerDocuments.content'])
    .orderBy('offerDocuments.language')
    .execute();
