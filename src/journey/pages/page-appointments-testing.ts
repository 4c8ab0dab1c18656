import { insertSelected, stepOn } from '../../appointment/conditions/appointment-testing.ts';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import type { Client } from '../../testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Making = { app: ServedApp; found: Record<string, string> };

const REFERENCE = '260411';

/** Competition 260411: of two who were selected, the appointment of one has begun. */
export async function makeAppointments({ app, found }: Making, offices: Client): Promise<void> {
  await insertClosedVacancy(app.db, REFERENCE);
  const at = new Date('2026-11-21T14:00:00Z');
  const begun = (found['appointed'] = (await insertSelected(app.context, { reference: REFERENCE, at })).number);
  found['toAppoint'] = (await insertSelected(app.context, { reference: REFERENCE, at })).number;
  const address = `/en/staff/vacancies/${REFERENCE}/appointments/${begun}`;
  await offices.post(address);
  const on = '2026-11-22';
  const authority = 'National security authority of Sweden';
  await stepOn(offices, `${address}/conditions/security-clearance/begin`, { on, level: 'NS', authority });
  await stepOn(offices, `${address}/conditions/medical-file/begin`, { on });
  await stepOn(offices, `${address}/verification/education/degree/ask`, { on, words: '' });
}
