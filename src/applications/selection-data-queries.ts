import type { PersonalDataPart } from '../people/personal-data.ts';
import type { SealingKeys } from '../platform/sealing.ts';
import { eraseAccommodation, exportAccommodation } from './accommodation/own-data-queries.ts';
import { exportMessages } from './messages/own-data-queries.ts';
import { exportSelection, exportWithdrawals } from './stages/own-data-queries.ts';

const KEPT_WITH_THE_APPLICATION = async (): Promise<void> => {
  // Where an application is kept, so is what was decided and said about it; it goes with it, by its foreign key.
};

/** What selection keeps of a person beside their applications. */
export const SELECTION_DATA: readonly PersonalDataPart[] = [
  {
    name: 'selection',
    title: { en: 'Steps of selection', fr: 'Étapes de la sélection' },
    tables: ['application_stages', 'equality_pages'],
    export: async (db, accountId) => ({ records: await exportSelection(db, accountId) }),
    erase: KEPT_WITH_THE_APPLICATION,
  },
  {
    name: 'withdrawals',
    title: { en: 'Withdrawals', fr: 'Retraits' },
    tables: ['application_withdrawals'],
    export: async (db, accountId) => ({ records: await exportWithdrawals(db, accountId) }),
    erase: KEPT_WITH_THE_APPLICATION,
  },
  {
    name: 'messages',
    title: { en: 'Messages', fr: 'Messages' },
    tables: ['messages'],
    export: async (db, accountId) => ({ records: await exportMessages(db, accountId) }),
    erase: KEPT_WITH_THE_APPLICATION,
  },
];

/** Requests for an arrangement, opened for their author alone; deleted at once, whatever else is kept. */
export const accommodationData = (keys: SealingKeys): PersonalDataPart => ({
  name: 'arrangements',
  title: { en: 'Arrangements asked for', fr: 'Aménagements demandés' },
  tables: ['accommodation_requests', 'accommodation_evidence'],
  export: async (db, accountId) => ({ records: await exportAccommodation(db, keys, accountId) }),
  erase: eraseAccommodation,
});
