import type { Language } from '../platform/language.ts';
import type { Db } from '../schema.ts';
import { rolesWith, type AnyRole, type Permission } from './permissions.ts';

/** Somebody to write to, in their language. */
export type Recipient = { name: string; address: string; language: Language };

/** The people who hold a permission, each once, by address. */
export const holdersOf = (db: Db, permission: Permission): Promise<Recipient[]> =>
  entrustedWith(db, rolesWith(permission));

/** The people who are entrusted with one of these roles, each once, by address. */
export async function entrustedWith(db: Db, roles: readonly AnyRole[]): Promise<Recipient[]> {
  const rows = await db
    .selectFrom('accounts')
    .select(['name', 'email', 'language'])
    .where('verifiedAt', 'is not', null)
    .where('id', 'in', (query) =>
      query
        .selectFrom('accountRoles')
        .select('accountId')
        .where('role', 'in', [...roles]),
    )
    .orderBy('email')
    .execute();
  return rows.map(({ name, email, language }) => ({ name, address: email, language: language as Language }));
}
