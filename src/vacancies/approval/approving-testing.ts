import { ROLES } from '../../people/permissions.ts';
import type { TestApp } from '../../testing.ts';
import { nextStep } from './approvals.ts';
import { findVacancy } from '../vacancy-queries.ts';

/** Takes every step of the organisation's path of approval, each as somebody whose step it is. */
export async function approvesAll(app: Pick<TestApp, 'db' | 'context' | 'signedInAs'>, reference: string) {
  const { steps } = app.context.organisation.notices.approval;
  for (;;) {
    const vacancy = await findVacancy(app.db, reference);
    const step = vacancy && nextStep(vacancy, steps);
    if (!step) return;
    const role = ROLES.find((known) => known === step.role) ?? 'recruiter';
    const person = await app.signedInAs(role);
    const sent = await person.post(`/en/staff/vacancies/${reference}/approvals`, { step: step.code });
    if (sent.status !== 303) throw new Error(`${step.code} was not taken: ${sent.status}`);
  }
}
