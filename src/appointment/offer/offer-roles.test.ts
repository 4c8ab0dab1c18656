import { afterAll, beforeAll, expect, test } from 'vitest';
import { permits, ROLES, type Role } from '../../people/permissions.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { selectSomebody } from '../conditions/appointment-testing.ts';
import { STEP_ADDRESSES } from './offer-forms.tsx';
import { choiceFields, prepareOffer, takeOfferStep } from './offer-testing.ts';
import { OFFER_PERMISSIONS, STAFF_OFFER_ACTIONS } from './offer.ts';

const REFERENCE = '260483';
const EVERYBODY = [...ROLES, 'applicant'] as const;
type Person = (typeof EVERYBODY)[number];

let app: TestApp;
let people: Map<Person, Client>;
let candidate: Client;
let number: string;

beforeAll(async () => {
  app = await testApp();
  people = new Map();
  for (const role of EVERYBODY) people.set(role, await app.signedInAs(role));
  candidate = await app.signedInAs('applicant');
  const manager = await app.signedInAs('recruitment-manager');
  number = await selectSomebody(app, { reference: REFERENCE, manager, candidate });
  await manager.post(caseOf('en'));
  await prepareOffer(manager, `${caseOf('en')}/offer`, choiceFields());
});
afterAll(() => app.close());

const caseOf = (language: string) => `/${language}/staff/vacancies/${REFERENCE}/appointments/${number}`;
const rows = async () => ({
  offers: await app.db.selectFrom('appointmentOffers').selectAll().execute(),
  steps: await app.db.selectFrom('offerSteps').selectAll().execute(),
});
/** The path of this organisation asks the contract office and a recruitment manager. */
const reads = (role: Person): boolean =>
  ['recruiter', 'recruitment-manager', 'contract-officer', 'auditor'].includes(role);
const may = (role: Person, permission: Parameters<typeof permits>[1]): boolean =>
  role !== 'applicant' && reads(role) && permits([role], permission);

test('each page of an offer is there for exactly those whose it is, in both languages', async () => {
  const pages = [
    ['/offer', 'offers:read'],
    ['/offer/1/offer.pdf', 'offers:read'],
    ['/offer/draft', 'offers:prepare'],
  ] as const;
  const wrong: string[] = [];
  for (const [role, client] of people)
    for (const [at, [path, permission]] of pages.entries()) {
      const { status } = await client.get(`${caseOf(at % 2 === 0 ? 'en' : 'fr')}${path}`);
      if ((status === 200) !== may(role, permission)) wrong.push(`${role} ${path}: ${status}`);
    }

  expect(wrong).toEqual([]);
});

test('no form of an offer changes anything for whoever may not send it, nor for the candidate, whatever they are entrusted with', async () => {
  await app.db
    .insertInto('accountRoles')
    .values(
      (['recruitment-manager', 'contract-officer'] satisfies Role[]).map((role) => ({
        accountId: candidate.accountId ?? '',
        role,
        grantedAt: app.now,
      })),
    )
    .execute();
  const before = await rows();
  const forms = [
    ...STAFF_OFFER_ACTIONS.map((action) => [STEP_ADDRESSES[action], OFFER_PERMISSIONS[action]] as const),
    ['draft', 'offers:prepare'] as const,
  ];
  const wrong: string[] = [];
  for (const [path, permission] of forms)
    for (const [who, client] of [...people, ['candidate', candidate] as const]) {
      if (who !== 'candidate' && may(who, permission)) continue;
      const form = { version: '1', 'withdraw-reason': 'Why', 'return-reason': 'Why', ...choiceFields(), do: 'keep' };
      const { status } = await client.post(`${caseOf('fr')}/offer/${path}`, form);
      if (status !== 404) wrong.push(`${who} ${path}: ${status}`);
    }

  expect(wrong).toEqual([]);
  expect(await rows()).toEqual(before);
});

test('whoever would only approve reads an offer where the path of the organisation asks them, and approves it', async () => {
  const { offer } = app.context.organisation.appointment;
  const budget = people.get('budget-officer') ?? (await app.signedInAs('budget-officer'));
  const [first] = offer.approval;
  const kept = [...offer.approval];
  offer.approval = [{ ...(first ?? kept[0]), by: 'budget-officer' } as (typeof kept)[number]];
  const recruiter = people.get('recruiter') ?? (await app.signedInAs('recruiter'));

  await takeOfferStep(recruiter, `${caseOf('en')}/offer`, 'submit');
  const mailed = (await app.mails()).filter(({ to }) => to.address.startsWith('budget-officer'));
  const page = await budget.get(`${caseOf('en')}/offer`);
  const taken = await takeOfferStep(budget, `${caseOf('en')}/offer`, 'approve');
  const drafting = await budget.get(`${caseOf('en')}/offer/draft`);
  offer.approval = kept;

  expect(page.status).toBe(200);
  expect(taken.location).toContain('done=approve');
  expect(drafting.status).toBe(404);
  expect(mailed.map(({ text }) => text).join('')).toContain(`${caseOf('en')}/offer`);
});
