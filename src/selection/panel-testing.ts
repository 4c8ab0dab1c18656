import { insertAccount, TEST_PASSWORD } from '../people/people-testing.ts';
import type { Client, TestApp } from '../testing.ts';

/** The value of a hidden field of a page. */
export const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

/** Signs a report as its page shows it, by the password. */
export async function signReport(person: Client, report: string, form: Record<string, string> = {}) {
  const sha256 = hidden((await person.get(report)).text, 'sha256');
  return person.post(`${report}/signature`, { currentPassword: TEST_PASSWORD, sha256, ...form });
}

const SOME_SHA256 = Buffer.alloc(32);
type Panel = { reference: string; report: string; signedAt: Date; numbers: readonly string[] };

/** A chair and a member who may judge these candidates, and signed a report on them. */
export async function insertSignatories({ db }: Pick<TestApp, 'db'>, { reference, report, signedAt, numbers }: Panel) {
  for (const [name, role] of [
    ['Ellen Dahl', 'panel-chair'],
    ['Rolf Engen', 'panel-member'],
  ] as const) {
    const { id: accountId } = await insertAccount(db);
    await db
      .insertInto('competitionMembers')
      .values({ vacancyReference: reference, accountId, role, name, addedAt: signedAt, addedBy: accountId })
      .execute();
    await db
      .insertInto('competitionDeclarations')
      .values({ vacancyReference: reference, accountId, candidates: [...numbers], textSha256: SOME_SHA256, signedAt })
      .execute();
    const signature = { reportId: report, accountId, name, role, contentSha256: SOME_SHA256, signedAt };
    await db.insertInto('reportSignatures').values(signature).execute();
  }
}

type Naming = { manager: Client; person: Client; name: string; role: string; reference: string };

/** Gives somebody a name of their own and a task in a competition. */
export async function nameMember({ db }: TestApp, { manager, person, name, role, reference }: Naming): Promise<void> {
  const { email } = await db
    .updateTable('accounts')
    .set({ name })
    .where('id', '=', person.accountId ?? '')
    .returning('email')
    .executeTakeFirstOrThrow();
  await manager.post(`/en/staff/vacancies/${reference}/people`, { email, role });
}

/** Takes a step of the selection, previewed and confirmed. */
export async function takeStep(manager: Client, reference: string, form: Record<string, string | string[]>) {
  const address = `/en/staff/vacancies/${reference}/selection`;
  const { text } = await manager.post(address, { whom: 'ticked', ...form, do: 'preview' });
  return manager.post(address, { whom: 'ticked', ...form, do: 'confirm', mark: hidden(text, 'mark') });
}

/** Takes applications into review and invites them to a stage. */
export async function invite(
  manager: Client,
  reference: string,
  { numbers, stage }: { numbers: string[]; stage: string },
) {
  await takeStep(manager, reference, { position: 'received', numbers, action: 'review' });
  await takeStep(manager, reference, { position: 'under-review', numbers, action: 'invite', stage });
}

/** Moves the clock on, with everybody still signed in. */
export async function later(app: TestApp, to: string): Promise<void> {
  app.now = new Date(to);
  const expiresAt = new Date(app.now.getTime() + 24 * 3_600_000);
  await app.db.updateTable('sessions').set({ lastSeenAt: app.now, expiresAt }).execute();
}
