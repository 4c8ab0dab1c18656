import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { vi } from 'vitest';
import type { Actor } from '../../people/actor.ts';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { hidden } from '../../selection/panel-testing.ts';
import type { Client, TestApp } from '../../testing.ts';
import { recordAppointing } from '../appointing/appointing-queries.ts';
import { findCase } from '../conditions/appointment-queries.ts';
import { stepOn } from '../conditions/appointment-testing.ts';
import { caseAddress } from '../conditions/case-address.ts';
import {
  acceptOffer,
  choiceFields,
  dayFields,
  insertChosen,
  prepareOffer,
  takeOfferStep,
} from '../offer/offer-testing.ts';
import { endpointAddress } from './hand-over-address.ts';

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };
export type Receiver = {
  url: string;
  received: Received[];
  /** How the next requests are answered, each once; then with 204. */
  answers: (number | 'nothing')[];
  close: () => void;
};

/** A neighbour's server on this machine. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: Receiver['answers'] = [];
  const server = createServer(async (request, response) => {
    received.push({ path: request.url ?? '', headers: request.headers, body: await text(request) });
    const answer = answers.shift() ?? 204;
    if (answer !== 'nothing') response.writeHead(answer, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${port}/concours`, received, answers, close };
}

/** What a message says, once the reference library found its signature right at an instant. */
export function verified({ headers, body }: Received, secret: string, at: Date): unknown {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  try {
    const named = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    return new Webhook(secret).verify(body, Object.fromEntries(named) as Record<string, string>);
  } finally {
    vi.useRealTimers();
  }
}

/** Sets where messages to a neighbour go, as its page does; answers the secret that the page shows. */
export async function setAddress(administrator: Client, neighbour: string, url: string): Promise<string> {
  const address = `/en${endpointAddress(neighbour)}`;
  const version = hidden((await administrator.get(address)).text, 'version');
  return secretIn((await administrator.post(address, { url, version, currentPassword: TEST_PASSWORD })).text);
}

export const secretIn = (page: string): string =>
  /whsec_[A-Za-z0-9+/=]+/.exec(page.replaceAll('&#x2F;', '/'))?.[0] ?? '';

export type Accepting = { reference: string; number: string; address: string; staff: Client; contracts: Client };

/** Somebody chosen who accepted an offer, with a clearance that was given; nobody has appointed them yet. */
export async function insertAccepted(app: TestApp, reference: string): Promise<Accepting> {
  const candidate = await app.signedInAs('applicant');
  const people = {
    recruiter: await app.signedInAs('recruiter'),
    staff: await app.signedInAs('recruitment-manager'),
    contracts: await app.signedInAs('contract-officer'),
    security: await app.signedInAs('security-officer'),
  };
  const notice = { grades: ['G10', 'G12'], budgetPending: false, location: { country: 'NL', city: 'Maastricht' } };
  const chosen = { reference, accountId: candidate.accountId ?? '', at: app.now, notice };
  const number = await insertChosen(app.context, chosen);
  const address = `/en${caseAddress({ reference, number })}`;
  await people.recruiter.post(address);
  const version = hidden((await people.recruiter.get(address)).text, 'version');
  await people.recruiter.post(`${address}/first-day`, { version, ...dayFields('day', '2027-03-01') });
  const clearance = `${address}/conditions/security-clearance`;
  await stepOn(people.security, `${clearance}/begin`, { on: '2026-11-22', level: 'NS', authority: 'Belgium' });
  await stepOn(people.security, `${clearance}/meet`, { on: '2026-11-22', level: 'NS', until: '2031-11-21' });
  const offer = `${address}/offer`;
  await prepareOffer(people.recruiter, offer, choiceFields({ grade: 'G10', higher: 'G12', country: 'NL' }));
  await takeOfferStep(people.recruiter, offer, 'submit');
  for (const person of [people.contracts, people.staff]) await takeOfferStep(person, offer, 'approve');
  await takeOfferStep(people.staff, offer, 'send');
  await acceptOffer(candidate, `/en/my/applications/${number}/offer`);
  return { reference, number, address, staff: people.staff, contracts: people.contracts };
}

const actorFor = ({ accountId = '' }: Client): Actor => ({
  accountId,
  sessionId: '',
  name: 'Manager',
  email: 'manager@people.example',
  language: 'en',
  roles: ['recruitment-manager'],
  method: 'password',
  serving: false,
});

/** Appoints them, as the step of the staff writes it. */
export async function appoint(
  { db, context, now }: Pick<TestApp, 'db' | 'context' | 'now'>,
  { reference, number, staff }: Pick<Accepting, 'reference' | 'number' | 'staff'>,
): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    const { appointment } = (await findCase(transaction, { reference, number })) ?? {};
    if (!appointment) throw new Error('nobody is to be appointed');
    const by = { startsOn: '2027-03-01', number, reference, outside: context, actor: actorFor(staff), at: now };
    if (!(await recordAppointing(transaction, appointment, by))) throw new Error('not appointed');
    return appointment.id;
  });
}
