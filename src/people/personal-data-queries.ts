import type { Db, Schema } from '../schema.ts';
import type { PersonalDataPart } from './personal-data.ts';

/** Tables with a column that names the account. */
type Owned = { [Table in keyof Schema]: Schema[Table] extends { accountId: unknown } ? Table : never }[keyof Schema];

/** A part that is all rows of one table: handed out without the columns that only guard the account, deleted at once. */
export function ownRows(
  part: Pick<PersonalDataPart, 'name' | 'title'> & { table: Owned; tableName: string; without?: readonly string[] },
): PersonalDataPart {
  const { name, title, table, tableName, without = [] } = part;
  return {
    name,
    title,
    tables: [tableName],
    export: async (db, accountId) => {
      const rows: object[] = await db
        .selectFrom(table as 'sessions')
        .selectAll()
        .where('accountId', '=', accountId)
        .execute();
      const hidden = ['accountId', ...without];
      const shown = (row: object) => Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.includes(key)));
      return { records: rows.map(shown) };
    },
    erase: async (db, accountId) => {
      await db
        .deleteFrom(table as 'sessions')
        .where('accountId', '=', accountId)
        .execute();
    },
  };
}

const account: PersonalDataPart = {
  name: 'account',
  title: { en: 'Account', fr: 'Compte' },
  tables: ['accounts'],
  export: async (db, accountId) => {
    const columns = ['email', 'name', 'language', 'verifiedAt', 'createdAt', 'idleWarnedAt'] as const;
    return { records: await db.selectFrom('accounts').select(columns).where('id', '=', accountId).execute() };
  },
  erase: async () => {
    // The row goes last, by `eraseAccount`: others refer to it.
  },
};

/** Events say who did what, by the account's number alone: once its row is gone they name nobody. */
const events: PersonalDataPart = {
  name: 'events',
  title: { en: 'What was recorded of you', fr: 'Ce qui a été consigné à votre sujet' },
  tables: [],
  export: async (db, accountId) => {
    const records = await db
      .selectFrom('events')
      .select(['at', 'subject', 'subjectId', 'action', 'details'])
      .where((is) => is.or([is('actorId', '=', accountId), is('subjectId', '=', accountId)]))
      .orderBy('id')
      .execute();
    return { records };
  },
  erase: async () => {
    // The retention period of events ends them.
  },
};

const mails: PersonalDataPart = {
  name: 'mails',
  title: { en: 'Mails that wait to be sent', fr: 'Messages en attente d’envoi' },
  tables: [],
  export: async (db, accountId) => {
    const columns = ['subject', 'body', 'queuedAt'] as const;
    return {
      records: await db
        .selectFrom('mails')
        .select(columns)
        .where('toAddress', 'in', addressOf(db, accountId))
        .execute(),
    };
  },
  erase: async (db, accountId) => {
    await db.deleteFrom('mails').where('toAddress', 'in', addressOf(db, accountId)).execute();
  },
};

const addressOf = (db: Db, accountId: string) => db.selectFrom('accounts').select('email').where('id', '=', accountId);

/** What people/ keeps of a person. */
export const PEOPLE_DATA: readonly PersonalDataPart[] = [
  account,
  ownRows({
    name: 'roles',
    title: { en: 'What you are entrusted with', fr: 'Ce qui vous est confié' },
    table: 'accountRoles',
    tableName: 'account_roles',
  }),
  ownRows({
    name: 'servingStaff',
    title: { en: 'Verified as serving staff', fr: 'Personnel en fonction : vérification' },
    table: 'servingStaff',
    tableName: 'serving_staff',
  }),
  ownRows({
    name: 'sessions',
    title: { en: 'Sessions', fr: 'Sessions' },
    table: 'sessions',
    tableName: 'sessions',
    without: ['id', 'secretHash'],
  }),
  ownRows({
    name: 'signIns',
    title: { en: 'Sign-ins', fr: 'Connexions' },
    table: 'signIns',
    tableName: 'sign_ins',
    without: ['id'],
  }),
  ownRows({
    name: 'authenticator',
    title: { en: 'Authenticator app', fr: 'Application d’authentification' },
    table: 'authenticators',
    tableName: 'authenticators',
    without: ['secret', 'lastStep'],
  }),
  ownRows({
    name: 'recoveryCodes',
    title: { en: 'Recovery codes', fr: 'Codes de secours' },
    table: 'recoveryCodes',
    tableName: 'recovery_codes',
    without: ['codeHash'],
  }),
  ownRows({
    name: 'passkeys',
    title: { en: 'Passkeys', fr: 'Clés d’accès' },
    table: 'passkeys',
    tableName: 'passkeys',
    without: ['publicKey', 'counter'],
  }),
  ownRows({
    name: 'outsideSignIn',
    title: { en: 'Sign-in of your organisation', fr: 'Connexion de votre organisation' },
    table: 'identities',
    tableName: 'identities',
  }),
  ownRows({
    name: 'addressChanges',
    title: { en: 'Change of address', fr: 'Changement d’adresse' },
    table: 'addressChanges',
    tableName: 'address_changes',
  }),
  ownRows({
    name: 'links',
    title: { en: 'Links sent by mail', fr: 'Liens envoyés par message' },
    table: 'oneTimeLinks',
    tableName: 'one_time_links',
    without: ['tokenHash'],
  }),
  ownRows({
    name: 'signInSteps',
    title: { en: 'Sign-ins under way', fr: 'Connexions en cours' },
    table: 'signInSteps',
    tableName: 'sign_in_steps',
    without: ['tokenHash', 'details'],
  }),
  ownRows({
    name: 'deletion',
    title: { en: 'Deletion asked for', fr: 'Suppression demandée' },
    table: 'accountDeletions',
    tableName: 'account_deletions',
  }),
  mails,
  events,
];
