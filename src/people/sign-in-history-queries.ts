import type { Db } from '../schema.ts';
import { historyBegins, isMethod, type SignInMethod } from './sign-in-method.ts';

export type SignInEntry = { at: Date; method: SignInMethod; device: string; succeeded: boolean };

export async function recordSignIn(db: Db, accountId: string, entry: SignInEntry): Promise<void> {
  await db
    .insertInto('signIns')
    .values({ ...entry, accountId, device: entry.device.slice(0, 200) })
    .execute();
}

const MOST_SHOWN = 20;

/** What was tried on an account of late, the last first. */
export async function signInsOf(db: Db, accountId: string, now: Date): Promise<SignInEntry[]> {
  const rows = await db
    .selectFrom('signIns')
    .select(['at', 'method', 'device', 'succeeded'])
    .where('accountId', '=', accountId)
    .where('at', '>', historyBegins(now))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.flatMap(({ method, ...row }) => (isMethod(method) ? [{ ...row, method }] : []));
}
