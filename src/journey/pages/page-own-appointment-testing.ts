import { onePage } from '../../platform/pdf/pdf-testing.ts';
import type { Client } from '../../testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Making = { app: ServedApp; found: Record<string, string> };

/** The post that the one who was not retained accepted: an appointment under way, with one file sent for it. */
const POST = '260403';

export async function makeOwnAppointment({ app, found }: Making, client: Client, officerId: string): Promise<void> {
  const { db, now } = app;
  const { id: applicationId } = await db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', found['refused'] ?? '')
    .executeTakeFirstOrThrow();
  const about = { applicationId, vacancyReference: POST };
  const offered = { offeredAt: now, offeredBy: officerId, offeredByName: 'Olga Ost', reason: 'The same work.' };
  await db
    .insertInto('similarPostOffers')
    .values({ ...about, ...offered, status: 'accepted', endedAt: now })
    .execute();
  const begun = { startsOn: '2027-06-01', begunAt: now, begunBy: officerId, begunByName: 'Olga Ost' };
  const { id: appointmentId } = await db
    .insertInto('appointments')
    .values({ ...about, ...begun, endedAt: null, endedBy: null, endNonce: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const by = { onDay: '2026-11-20', level: null, takenAt: now, takenBy: officerId, takenByName: 'Olga Ost' };
  const step = { ...by, appointmentId, authority: '', reason: '', nonce: '00000000-0000-4000-8000-0000000000c1' };
  await db
    .insertInto('conditionSteps')
    .values([
      { ...step, condition: 'medical-file', number: 1, action: 'begin', state: 'under-way', validUntil: null },
      { ...step, condition: 'medical-file', number: 2, action: 'meet', state: 'met', validUntil: '2027-09-30' },
      { ...step, condition: 'accreditation', number: 1, action: 'begin', state: 'under-way', validUntil: null },
    ])
    .execute();
  const file = { field: 'file', name: 'degree.pdf', type: 'application/pdf', content: onePage() };
  const place = `/en/my/applications/${found['refused']}/appointment/${POST}/conditions/verification/diplomas`;
  const { status } = await client.upload(place, {}, file);
  if (status !== 303) throw new Error(`${status} while a file for a condition was sent`);
}
