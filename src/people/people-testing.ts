import { randomUUID } from 'node:crypto';
import type { Language } from '../platform/language.ts';
import type { Mail } from '../platform/mail.ts';
import type { Db } from '../schema.ts';
import type { Role } from './permissions.ts';

/** The password of every account that tests insert, and its hash, made beforehand since each takes 50 ms. */
export const TEST_PASSWORD = 'a quiet river in november';
const TEST_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$wph2WS5oqFHX+i1iz6aLKA$aYDU/Es9OJ+HW164ZDEUUHKF0b+UIxQvwUk/DJpa+Ps';
const CREATED_AT = new Date('2026-01-05T09:00:00Z');

type Wanted = { email?: string; name?: string; language?: Language; roles?: readonly Role[]; verified?: boolean };

/** An account with `TEST_PASSWORD`; verified, and an applicant's, unless wanted otherwise. */
export async function insertAccount(
  db: Db,
  { email = `person-${randomUUID()}@people.example`, name = 'Ada Marin', language = 'en', ...more }: Wanted = {},
): Promise<{ id: string; email: string; name: string }> {
  const { roles = [], verified = true } = more;
  const { id } = await db
    .insertInto('accounts')
    .values({
      email,
      name,
      language,
      passwordHash: TEST_PASSWORD_HASH,
      verifiedAt: verified ? CREATED_AT : null,
      createdAt: CREATED_AT,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const role of roles)
    await db.insertInto('accountRoles').values({ accountId: id, role, grantedAt: CREATED_AT }).execute();
  return { id, email, name };
}

/** The last mail that an address was sent, once what is queued has gone out. */
export async function lastMailTo(app: { mails: () => Promise<Mail[]> }, address: string): Promise<Mail | undefined> {
  return (await app.mails()).findLast(({ to }) => to.address === address);
}

/** The first link of a mail, as a path; empty when there is none. */
export const linkIn = (text: string | undefined): string => /^https?:\/\/[^/\s]+(\/\S+)$/m.exec(text ?? '')?.[1] ?? '';
