import type { PersonalDataPart } from '../people/personal-data.ts';
import type { SealingKeys } from '../platform/sealing.ts';
import { eraseAccommodation, exportAccommodation } from './accommodation/own-data-queries.ts';
import { eraseSlips, exportSlips } from './equality/slip-queries.ts';
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

/**
 * Answers of those who agreed to be counted by stage, until they are: found by the key that is not in the database, since
 * their table leads to nobody. Deleted at once, whatever else is kept.
 */
export const equalityData = (keys: SealingKeys): PersonalDataPart => ({
  name: 'equal-access',
  title: {
    en: 'Answers on equal access to be counted by stage',
    fr: 'Réponses sur l’égalité d’accès à compter par étape',
  },
  tables: [],
  export: async (db, accountId) => ({ records: await exportSlips(db, keys, accountId) }),
  erase: (db, accountId) => eraseSlips(db, keys, accountId),
});
