import { appoint, setAddress } from '../../appointment/hand-over/hand-over-testing.ts';
import { insertSelected } from '../../appointment/conditions/appointment-testing.ts';
import type { Client } from '../../testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

const REFERENCE = '260411';

/** Competition 260411: one is appointed, and of what is handed over each message stands elsewhere. */
export async function makeHandOvers(
  { app, found }: { app: ServedApp; found: Record<string, string> },
  { officer, accountId }: { officer: Client; accountId: string },
): Promise<void> {
  const at = new Date('2026-11-21T16:00:00Z');
  const { number } = await insertSelected(app.context, { reference: REFERENCE, at });
  found['handed'] = number;
  await officer.post(`/en/staff/vacancies/${REFERENCE}/appointments/${number}`);
  await appoint(app, { reference: REFERENCE, number, staff: { ...officer, accountId } });
  for (const neighbour of ['badge-office', 'personnel-records'])
    await setAddress(officer, neighbour, `https://${neighbour}.example/concours`);
  const settled = { nextTryAt: null, settledAt: at };
  const stopped = { stopReason: 'Entered by hand.', stopNonce: '7a0c4d2e-54c3-4b43-9c0e-0f5d6c1b2a39' };
  await move(app, { neighbour: 'personnel-records', number }, [
    { state: 'delivered', ...settled },
    { status: 204, problem: null },
  ]);
  await move(app, { neighbour: 'performance-review', number }, [{ state: 'stopped', ...settled, ...stopped }]);
  found['givenUp'] = await move(app, { neighbour: 'badge-office', number }, [
    { state: 'given-up', nextTryAt: null },
    { status: null, problem: 'timed-out' },
  ]);
}

type Row = { state: string; nextTryAt: null; settledAt?: Date; stopReason?: string; stopNonce?: string };
/** Of one appointment: others of these pages are handed over too. */
type Message = { neighbour: string; number: string };
type Attempt = { status: number | null; problem: string | null };

async function move(
  { db, now }: ServedApp,
  { neighbour, number }: Message,
  [row, attempt]: [Row, Attempt?],
): Promise<string> {
  const { id } = await db
    .updateTable('handOvers')
    .set(row)
    .where('neighbour', '=', neighbour)
    .where('appointmentId', 'in', (one) =>
      one
        .selectFrom('appointments')
        .innerJoin('applications', 'applications.id', 'applicationId')
        .select('appointments.id')
        .where('number', '=', number),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  if (attempt)
    await db
      .insertInto('handOverAttempts')
      .values({ handOverId: id, number: 1, at: now, durationMs: 15_000, ...attempt })
      .execute();
  return id;
}
