import type { Condition } from '../../regulations/organisation/appointment-schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { hidden } from '../../selection/panel-testing.ts';
import type { Client, TestApp } from '../../testing.ts';
import { stepOn } from '../conditions/appointment-testing.ts';
import { acceptOffer, choiceFields, dayFields, prepareOffer, takeOfferStep } from '../offer/offer-testing.ts';

/** Those who see an appointment through, each by their office. */
export type Offices = Record<Condition['office'] | 'recruitment-manager' | 'second-manager', Client>;

/** Somebody of each office, and a second person for what its first prepared. */
export async function openOffices(app: TestApp): Promise<Offices> {
  return {
    recruiter: await app.signedInAs('recruiter'),
    'recruitment-manager': await app.signedInAs('recruitment-manager'),
    'second-manager': await app.signedInAs('recruitment-manager'),
    'security-officer': await app.signedInAs('security-officer'),
    'medical-officer': await app.signedInAs('medical-officer'),
    'contract-officer': await app.signedInAs('contract-officer'),
  };
}

type Settling = { app: TestApp; offices: Offices; of: string };

/** Every condition met by its own office, each study and each post confirmed; `of` is the address of the appointment. */
export async function meetConditions({ app, offices, of }: Settling): Promise<void> {
  const on = civilDayIn(app.now, 'Europe/Brussels');
  for (const { code, office, kind } of app.context.organisation.appointment.conditions) {
    const person = offices[office];
    if (kind === 'verification') await confirmAll(person, { of, on });
    else
      await stepOn(person, `${of}/conditions/${code}/begin`, {
        on,
        ...(await levelOf(person, `${of}/conditions/${code}/begin`)),
      });
    await stepOn(person, `${of}/conditions/${code}/meet`, {
      on,
      ...(await levelOf(person, `${of}/conditions/${code}/meet`)),
    });
  }
}

/** What a form proposes for a clearance: the level of the post, and an authority that was asked. */
async function levelOf(person: Client, address: string): Promise<Record<string, string>> {
  const [, level = ''] = /<option value="([\w-]+)" selected/.exec((await person.get(address)).text) ?? [];
  return { level, authority: 'The national authority' };
}

async function confirmAll(person: Client, { of, on }: { of: string; on: string }): Promise<void> {
  const { text } = await person.get(of);
  const asked = new Set([...text.matchAll(/\/verification\/(\w+\/[\w-]+)\/ask/g)].map(([, item = '']) => item));
  for (const item of asked) {
    await stepOn(person, `${of}/verification/${item}/ask`, { on });
    await stepOn(person, `${of}/verification/${item}/confirm`, { on, words: 'The registrar' });
  }
}

/** An offer prepared, approved along the organisation's path, sent and accepted; the address of an appointment that was begun. */
export async function offerAndAccept(
  { app, offices, of }: Settling,
  { candidate, fields = choiceFields() }: { candidate: Client; fields?: Record<string, string> },
): Promise<void> {
  const offer = `${of}/offer`;
  await prepareOffer(offices.recruiter, offer, fields);
  await takeOfferStep(offices.recruiter, offer, 'submit');
  for (const { by } of app.context.organisation.appointment.offer.approval) {
    const person = by === 'contract-officer' ? offices['contract-officer'] : offices['recruitment-manager'];
    await takeOfferStep(person, offer, 'approve');
  }
  const answerBy = dayFields('answer', '2027-02-01');
  await takeOfferStep(offices['second-manager'], offer, { action: 'send', ...answerBy });
  const [, number = ''] = /appointments\/([^/]+)/.exec(of) ?? [];
  await acceptOffer(candidate, `/en/my/applications/${number}/offer`);
}

/** The appointment as its form makes it, whether or not the page shows the form. */
export async function makeAppointment(person: Client, of: string) {
  const { text } = await person.get(of);
  return person.post(`${of}/making`, { version: hidden(text, 'version') || '0' });
}
