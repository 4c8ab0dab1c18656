import type { Language } from '../../platform/language.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import type { Form, TestApp } from '../../testing.ts';
import { applies } from './application.ts';
import { begins, sendsPapers, type Case, type Offices } from './appointment.ts';
import { announces, type Announced } from './notice.ts';
import { selects } from './selection.ts';
import { arrives, comesTo, opens, sends, type Walker } from './walker.ts';

/** A competition for one candidate, from the day the notice is imported; the staff work in one language, the candidate in the other. */
export type Entry = {
  announced: Announced;
  begins: string;
  candidateIn: Language;
  /** Serving staff, who apply by their own entrance. */
  serving?: boolean;
  /** The clearance that the candidate states, where the notice asks who holds one. */
  clearance?: Form;
};

/** Somebody whose appointment has begun, and all who see it through. */
export type Appointee = Case & { app: TestApp; candidate: Walker; reference: string; number: string };

/** How many days before the deadline. */
const APPLIES_BEFORE = 5;

/** From the file of a notice to an appointment that has begun, with what the candidate is asked for sent. */
export async function competes(app: TestApp, entry: Entry): Promise<Appointee> {
  const { announced, candidateIn, serving = false, clearance } = entry;
  const { reference, deadline } = announced;
  await comesTo(app, entry.begins);
  const offices = await openOffices(app, candidateIn === 'en' ? 'fr' : 'en');
  const candidate = await arrives(app, 'applicant', candidateIn);
  await announces({ app, ...offices }, announced);
  if (serving) await verifiesServing(app, offices.recruiter, candidate);

  await comesTo(app, addDays(deadline, -APPLIES_BEFORE));
  const number = await applies(candidate, { reference, internal: serving, ...(clearance && { clearance }) });
  await comesTo(app, addDays(deadline, 1));
  await selects(offices.manager, { reference, number });
  const of = `/staff/vacancies/${reference}/appointments/${number}`;
  await begins({ offices, of });
  await sendsPapers(candidate, number);
  return { app, offices, of, candidate, reference, number };
}

async function openOffices(app: TestApp, language: Language): Promise<Offices> {
  return {
    recruiter: await arrives(app, 'recruiter', language),
    manager: await arrives(app, 'recruitment-manager', language),
    security: await arrives(app, 'security-officer', language),
    medical: await arrives(app, 'medical-officer', language),
    contract: await arrives(app, 'contract-officer', language),
  };
}

/** The recruitment service says whose account is one of serving staff, and until when. */
async function verifiesServing(app: TestApp, recruiter: Walker, { client }: Walker): Promise<void> {
  const { email } = await app.db
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', client.accountId ?? '')
    .executeTakeFirstOrThrow();
  const until = addDays(app.now.toISOString().slice(0, 10), 365);
  await opens(recruiter, '/staff/serving-staff');
  await sends(recruiter, { form: /\/serving-staff$/, typed: { email, until, reason: 'On the list of staff.' } });
}
