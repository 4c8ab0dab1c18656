import { ownRows } from '../personal-data-queries.ts';
import type { PersonalDataPart } from '../personal-data.ts';

/** What a person keeps to apply with: their profile, a file that is being looked through, and documents. */
export const PROFILE_DATA: readonly PersonalDataPart[] = [
  ownRows({ name: 'profile', title: { en: 'Profile', fr: 'Profil' }, table: 'profiles', tableName: 'profiles' }),
  ownRows({
    name: 'profileImports',
    title: { en: 'A file being looked through', fr: 'Fichier en cours d’examen' },
    table: 'profileImports',
    tableName: 'profile_imports',
  }),
  {
    ...ownRows({
      name: 'keptDocuments',
      title: { en: 'Documents kept', fr: 'Documents conservés' },
      table: 'profileDocuments',
      tableName: 'profile_documents',
    }),
    export: async (db, accountId) => {
      const rows = await db
        .selectFrom('profileDocuments')
        .select(['fileName', 'sizeBytes', 'pages', 'uploadedAt', 'content'])
        .where('accountId', '=', accountId)
        .orderBy('uploadedAt')
        .execute();
      const files = rows.map(({ fileName, content }, index) => ({ name: `kept/${index + 1}-${fileName}`, content }));
      return { records: rows.map(({ content: _content, ...row }) => row), files };
    },
  },
];
