import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { doerOf } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { open, seal, type SealingKeys } from '../../platform/sealing.ts';
import { newWebhookSecret } from '../../platform/webhooks/signature.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import type { Db, Schema } from '../../schema.ts';
import type { By } from '../conditions/appointment-queries.ts';
import { OVERLAP_DAYS, type Secret } from './endpoint.ts';

/** What a sealed secret is about: it opens there alone. */
export const aboutSecret = (id: string): string => `hand-over ${id} secret`;

export type Endpoint = {
  neighbour: string;
  url: string;
  setAt: Date;
  setByName: string;
  version: number;
  /** The newest first. */
  secrets: (Secret & { madeAt: Date })[];
};

/** Where messages to a neighbour go, and what signs them; undefined until an administrator sets it. */
export async function findEndpoint(db: Db, keys: SealingKeys, neighbour: string): Promise<Endpoint | undefined> {
  const row = await db
    .selectFrom('handOverEndpoints')
    .select(['neighbour', 'url', 'setAt', 'setByName', 'version'])
    .where('neighbour', '=', neighbour)
    .executeTakeFirst();
  if (!row) return undefined;
  const secrets = await db
    .selectFrom('handOverSecrets')
    .select(['id', 'number', 'secret', 'madeAt', 'signsUntil'])
    .where('neighbour', '=', neighbour)
    .orderBy('number', 'desc')
    .execute();
  return {
    ...row,
    secrets: secrets.map(({ id, secret, ...rest }) => ({
      ...rest,
      secret: open(secret, keys, aboutSecret(id)).toString('utf8'),
    })),
  };
}

/** The neighbours for which an address is set. */
export const addressedNeighbours = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('handOverEndpoints').select('neighbour').execute()).map(({ neighbour }) => neighbour);

type Of = By & { neighbour: string };

type Told = { action: string; details?: Record<string, unknown> };

const tell = (db: Db, { neighbour, actor, at }: Of, { action, details = {} }: Told) =>
  recordEvent(db, { subject: 'hand-over', subjectId: neighbour, action, by: doerOf(actor), at, details });

/**
 * Sets where messages to a neighbour go, and tries all that wait for it at once; false where somebody else changed it meanwhile.
 * `version` is that of the address that was read, 0 where there was none. The event tells the host: the rest may be a key.
 */
export async function recordAddress(
  db: Transaction<Schema>,
  { neighbour, actor, at }: Of,
  { url, version }: { url: string; version: number },
): Promise<boolean> {
  const set = { url, setAt: at, setBy: actor.accountId, setByName: actor.name };
  const written =
    version === 0
      ? await db
          .insertInto('handOverEndpoints')
          .values({ neighbour, ...set })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
      : await db
          .updateTable('handOverEndpoints')
          .set({ ...set, version: version + 1 })
          .where('neighbour', '=', neighbour)
          .where('version', '=', version)
          .executeTakeFirst();
  const count = 'numUpdatedRows' in written ? written.numUpdatedRows : written.numInsertedOrUpdatedRows;
  if (count !== 1n) return false;
  await db
    .updateTable('handOvers')
    .set({ nextTryAt: at, version: sql<number>`version + 1` })
    .where('neighbour', '=', neighbour)
    .where('state', '=', 'waiting')
    .execute();
  await tell(db, { neighbour, actor, at }, { action: 'hand-over-address-set', details: { host: new URL(url).host } });
  return true;
}

/** Takes away where messages to a neighbour go, with what signed them: what is queued waits. */
export async function removeAddress(db: Db, of: Of): Promise<void> {
  const removed = await db
    .deleteFrom('handOverEndpoints')
    .where('neighbour', '=', of.neighbour)
    .returning('neighbour')
    .executeTakeFirst();
  if (removed) await tell(db, of, { action: 'hand-over-address-removed' });
}

/** Makes a new secret, and answers it, the only time that anybody is shown it; the one before it signs along for some days. */
export async function recordSecret(db: Transaction<Schema>, keys: SealingKeys, of: Of): Promise<string> {
  const { neighbour, at } = of;
  await sql`select from hand_over_endpoints where neighbour = ${neighbour} for update`.execute(db);
  const until = new Date(`${addDays(at.toISOString().slice(0, 10), OVERLAP_DAYS)}${at.toISOString().slice(10)}`);
  await db
    .deleteFrom('handOverSecrets')
    .where('neighbour', '=', neighbour)
    .where('signsUntil', 'is not', null)
    .execute();
  const last = await db
    .updateTable('handOverSecrets')
    .set({ signsUntil: until })
    .where('neighbour', '=', neighbour)
    .returning('number')
    .executeTakeFirst();
  const id = randomUUID();
  const number = (last?.number ?? 0) + 1;
  const secret = newWebhookSecret();
  await db
    .insertInto('handOverSecrets')
    .values({
      id,
      neighbour,
      number,
      secret: seal(Buffer.from(secret), keys, aboutSecret(id)),
      madeAt: at,
      signsUntil: null,
    })
    .execute();
  await tell(db, of, { action: 'hand-over-secret-made', details: { number } });
  return secret;
}

/** Ends the secret that signs along, at once; false where none does. */
export async function endOldSecret(db: Db, of: Of): Promise<boolean> {
  const ended = await db
    .deleteFrom('handOverSecrets')
    .where('neighbour', '=', of.neighbour)
    .where('signsUntil', 'is not', null)
    .returning('number')
    .executeTakeFirst();
  if (ended) await tell(db, of, { action: 'hand-over-secret-ended', details: { number: ended.number } });
  return ended !== undefined;
}
