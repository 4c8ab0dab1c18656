import { tasksOf } from '../competition/member-queries.ts';
import { findAccountByAddress } from '../people/account-queries.ts';
import type { Db } from '../schema.ts';
import type { SignIn } from '../vacancies/demonstration.ts';

/** Who can sign in, with what each of them does in the competitions under way: `screener in 260112`. */
export async function withTasks(db: Db, signIns: readonly SignIn[]): Promise<SignIn[]> {
  const told: SignIn[] = [];
  for (const one of signIns) {
    const account = await findAccountByAddress(db, one.email);
    const tasks = account ? await tasksOf(db, account.id) : [];
    told.push({ ...one, roles: [...one.roles, ...tasks.map(({ reference, role }) => `${role} in ${reference}`)] });
  }
  return told;
}
