import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertAccount } from '../../people/people-testing.ts';
import { addMonths } from '../../regulations/civil-dates.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { appointedCases } from '../conditions/appointment-queries.ts';
import { insertAppointed } from './appointed-testing.ts';
import { askedFor } from './contract-list.ts';
import { contractsOf } from './contract-queries.ts';

const COUNT = 27;
let app: TestApp;
let officer: Client;

beforeAll(async () => {
  app = await testApp();
  officer = await app.signedInAs('contract-officer');
  const by = {
    accountId: officer.accountId ?? '',
    sessionId: '',
    name: 'Olga Ost',
    email: 'olga@people.example',
    language: 'en',
    roles: ['contract-officer'],
    method: 'password',
    serving: false,
  } as const;
  for (let index = 0; index < COUNT; index += 1) {
    const { id: accountId } = await insertAccount(app.db);
    const reference = String(260_600 + index);
    // The last to begin stands first in the database; of one the length is not entered.
    const startsOn = addMonths('2026-12-01', COUNT - index);
    const choice = { startsOn, person: index === 3 ? ('serving-staff' as const) : ('non-seconded' as const) };
    await insertAppointed(app.context, { reference, accountId, by, at: new Date('2026-11-20T10:00:00Z'), choice });
  }
});
afterAll(() => app.close());

const shown = (text: string) => [...text.matchAll(/appointments\/A-(\d{6})-\d+\/contract"/g)].map(([, one]) => one);

test('what waits stands first, then the next date, a page at a time', async () => {
  const first = shown((await officer.get('/en/staff/contracts')).text);
  const second = shown((await officer.get('/en/staff/contracts?page=2')).text);

  expect(first.slice(0, 3)).toEqual(['260603', '260626', '260625']);
  expect([first.length, second]).toEqual([25, ['260601', '260600']]);
  expect(new Set([...first, ...second]).size).toBe(COUNT);
  expect(shown((await officer.get('/en/staff/contracts?page=99')).text)).toEqual(second);
  expect(shown((await officer.get('/en/staff/contracts?page=x&within=none')).text)).toEqual(first);
});

test('a name is found without its accents and capitals', async () => {
  const { db, organisation } = app.context;
  const { calendar: rules } = organisation.appointment;
  const reader = { accountId: officer.accountId ?? '', roles: ['contract-officer'] } as const;
  const all = await contractsOf(db, await appointedCases(db, reader, organisation.selection));
  const named = all.map((kept, index) => ({
    ...kept,
    chosen: { ...kept.chosen, name: index === 5 ? 'Zoë Åkesson' : 'X' },
  }));
  const found = askedFor(named, { within: 0, q: ' ZOE akess' }, { rules, todayIn: () => '2026-11-22' });

  expect(found).toHaveLength(1);
});
