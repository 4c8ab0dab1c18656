import type { Browser } from 'playwright-core';
import type { Offices } from '../../appointment/appointing/appointing-testing.ts';
import { insertAccount } from '../../people/people-testing.ts';
import { openSession } from '../../people/session-queries.ts';
import type { Role } from '../../people/permissions.ts';
import type { Client } from '../../testing.ts';
import type { Reader } from '../browser-testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';
import { newPerson, type Person } from '../person-testing.ts';

export type Place = { app: ServedApp; browser: Browser };
/** Somebody at a browser, who also sends the same forms without one. */
export type Everybody = {
  recruiter: Person;
  manager: Person;
  security: Person;
  contracts: Person;
  budget: Person;
  offices: Offices;
};

/** A window in which an account is signed in. */
export async function windowFor({ app, browser }: Place, accountId: string, reader: Reader): Promise<Person> {
  const person = await newPerson(browser, app.origin, reader);
  const value = await openSession(app.db, { accountId, device: 'test' }, app.now);
  await person.page.context().addCookies([{ name: 'session', value, url: app.origin }]);
  return person;
}

/** The staff of an organisation, in their language, those whose pages are looked at each with a window. */
export async function staffOf(place: Place, reader: Reader): Promise<Everybody> {
  const { app } = place;
  const client = (role: Role) => app.signedInAs(role, reader.language);
  const offices: Offices = {
    recruiter: await client('recruiter'),
    'recruitment-manager': await client('recruitment-manager'),
    'second-manager': await client('recruitment-manager'),
    'security-officer': await client('security-officer'),
    'medical-officer': await client('medical-officer'),
    'contract-officer': await client('contract-officer'),
  };
  const window = ({ accountId }: Client) => windowFor(place, accountId ?? '', reader);
  return {
    offices,
    recruiter: await window(offices.recruiter),
    manager: await window(offices['recruitment-manager']),
    security: await window(offices['security-officer']),
    contracts: await window(offices['contract-officer']),
    budget: await windowFor(
      place,
      (await insertAccount(app.db, { roles: ['budget-officer', 'recruitment-manager'], language: reader.language })).id,
      reader,
    ),
  };
}
