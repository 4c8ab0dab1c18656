import { stepOn } from '../../../appointment/conditions/appointment-testing.ts';
import {
  acceptOffer,
  choiceFields,
  dayFields,
  prepareOffer,
  takeOfferStep,
} from '../../../appointment/offer/offer-testing.ts';
import { hidden, later } from '../../../selection/panel-testing.ts';
import type { Client, TestApp } from '../../../testing.ts';
import { decidedCompetition, type SmallCompetition } from './competition-testing.ts';

/** A competition whose best candidate was seen through by every office, and what they did then. */
export type AppointedCompetition = SmallCompetition & { number: string; candidate: Client; medical: Client };

type Staff = Record<'recruiter' | 'contracts' | 'security' | 'medical', Client>;

/** From the panel to an offer that is accepted, or is declined so that the appointment is ended. */
export async function appointedCompetition(
  app: TestApp,
  reference: string,
  ending: 'accepted' | 'declined',
): Promise<AppointedCompetition> {
  const competition = await decidedCompetition(app, reference);
  await later(app, new Date(app.now.getTime() + 60_000).toISOString());
  const [number = ''] = competition.numbers;
  const [candidate = app.visitor()] = competition.applicants;
  const staff: Staff = {
    recruiter: await app.signedInAs('recruiter'),
    contracts: await app.signedInAs('contract-officer'),
    security: await app.signedInAs('security-officer'),
    medical: await app.signedInAs('medical-officer'),
  };
  const of = `/en/staff/vacancies/${reference}/appointments/${number}`;
  await staff.recruiter.post(of);
  for (const day of ['2027-04-01', '2027-03-01']) await planDay(staff.recruiter, of, day);
  await seeThrough(app, of, staff);
  await verify(staff.contracts, of);
  await offer(of, competition, staff);
  const mine = `/en/my/applications/${number}/offer`;
  if (ending === 'accepted') await acceptOffer(candidate, mine);
  else {
    await decline(candidate, mine);
    const version = hidden((await staff.recruiter.get(`${of}/ending`)).text, 'version');
    await staff.recruiter.post(`${of}/ending`, { version, reason: '=They took another post.' });
  }
  return { ...competition, number, candidate, medical: staff.medical };
}

async function planDay(recruiter: Client, of: string, day: string): Promise<void> {
  const version = hidden((await recruiter.get(of)).text, 'version');
  await recruiter.post(`${of}/first-day`, { version, ...dayFields('day', day) });
}

/** Steps of three offices; those of the medical one among them. */
async function seeThrough({ now }: TestApp, of: string, { security, medical }: Staff): Promise<void> {
  const on = now.toISOString().slice(0, 10);
  const step = (person: Client, at: string, more: Record<string, string> = {}) =>
    stepOn(person, `${of}/conditions/${at}`, { on, ...more });
  await step(security, 'security-clearance/begin', { level: 'NS', authority: '+32 Authority of Belgium' });
  await step(medical, 'medical-file/begin');
  await step(medical, 'medical-file/fail');
  await step(security, 'security-clearance/fail', { reason: 'A paper was missing.' });
  await step(security, 'security-clearance/reopen', { reason: 'It came by post.' });
  await step(medical, 'medical-file/reopen');
  await step(medical, 'medical-file/meet', { until: '2027-07-13' });
  await step(security, 'security-clearance/meet', { level: 'NS', until: '2031-05-31' });
  await step(security, 'accreditation/meet');
}

/** The first study is asked about, and found to be otherwise. */
async function verify(contracts: Client, of: string): Promise<void> {
  const { text } = await contracts.get(of);
  const [, at = ''] = /href="([^"]+\/verification\/[^"]+)\/ask"/.exec(text) ?? [];
  await stepOn(contracts, `${at}/ask`, { on: '2026-11-22', words: '' });
  await stepOn(contracts, `${at}/differ`, { on: '2026-11-22', words: 'She was awarded it a year later.' });
}

/** Prepared, changed, returned once, approved and sent. */
async function offer(of: string, { manager }: SmallCompetition, { recruiter, contracts }: Staff): Promise<void> {
  const address = `${of}/offer`;
  await prepareOffer(recruiter, address);
  await prepareOffer(recruiter, address, choiceFields({ ...dayFields('start', '2027-03-01'), country: 'NL' }));
  await takeOfferStep(recruiter, address, 'submit');
  await takeOfferStep(contracts, address, { action: 'return', 'return-reason': 'Of which country?' });
  await takeOfferStep(recruiter, address, 'submit');
  for (const person of [contracts, manager]) await takeOfferStep(person, address, 'approve');
  await takeOfferStep(manager, address, 'send');
}

async function decline(candidate: Client, mine: string): Promise<void> {
  const { text } = await candidate.get(mine);
  const [, id = ''] = /\/offer\/([\da-f-]{36})\//.exec(text) ?? [];
  await candidate.post(`${mine}/${id}/declining`, { words: 'It is too far from home.' });
}
