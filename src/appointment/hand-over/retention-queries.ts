import { sql } from 'kysely';
import { recordEvents } from '../../people/event-queries.ts';
import { isSealedByFirst, reseal, type SealingKeys } from '../../platform/sealing.ts';
import type { Db } from '../../schema.ts';
import { aboutSecret } from './endpoint-queries.ts';
import { aboutPayload } from './queueing-queries.ts';

/** Erases what messages said that were delivered or stopped so many days before `now`, with an event each; answers how many. */
export async function eraseSettledPayloads(db: Db, days: number, now: Date): Promise<number> {
  const { rows } = await sql<{ id: string; appointmentId: string; neighbour: string }>`
    update hand_overs set payload = null, version = version + 1
    where payload is not null and settled_at <= ${now}::timestamptz - make_interval(days => ${days}::int)
    returning id, appointment_id, neighbour`.execute(db);
  await recordEvents(
    db,
    rows.map(({ id, appointmentId, neighbour }) => ({
      subject: 'appointment',
      subjectId: appointmentId,
      action: 'hand-over-expired',
      by: { kind: 'system' },
      at: now,
      details: { message: id, neighbour },
    })),
  );
  return rows.length;
}

/** Seals with the first key what another one sealed, messages and the secrets that sign them; answers how many. */
export async function resealHandOvers(db: Db, keys: SealingKeys): Promise<number> {
  const messages = await db
    .selectFrom('handOvers')
    .select(['id', 'payload'])
    .where('payload', 'is not', null)
    .forUpdate()
    .execute();
  const secrets = await db.selectFrom('handOverSecrets').select(['id', 'secret']).forUpdate().execute();
  const old = messages.flatMap(({ id, payload }) =>
    payload && !isSealedByFirst(payload, keys) ? [{ id, payload }] : [],
  );
  for (const { id, payload } of old)
    await db
      .updateTable('handOvers')
      .set({ payload: reseal(payload, keys, aboutPayload(id)) })
      .where('id', '=', id)
      .execute();
  const oldSecrets = secrets.filter(({ secret }) => !isSealedByFirst(secret, keys));
  for (const { id, secret } of oldSecrets)
    await db
      .updateTable('handOverSecrets')
      .set({ secret: reseal(secret, keys, aboutSecret(id)) })
      .where('id', '=', id)
      .execute();
  return old.length + oldSecrets.length;
}
