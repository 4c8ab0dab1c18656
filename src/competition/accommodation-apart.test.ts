import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertClosedVacancy, insertSubmitted } from '../applications/stages/selection-testing.ts';
import { recordEvent } from '../people/event-queries.ts';
import { insertAccount } from '../people/people-testing.ts';
import { COMPETITION_ROLES } from '../people/permissions.ts';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { ASSESSING_ROLES } from './member.ts';

const REFERENCE = '260621';
const PEOPLE = `/en/staff/vacancies/${REFERENCE}/people`;

let app: TestApp;
let manager: Client;
let officer: Client;
let request: string;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  officer = await app.signedInAs('accommodation-officer');
  await insertClosedVacancy(app.db, REFERENCE);
  const ada = await app.signedInAs('applicant');
  const { number } = await insertSubmitted(app.context, { accountId: ada.accountId, reference: REFERENCE });
  await ada.post(`/en/my/applications/${number}/accommodation`, { words: 'My hands tremble.', kinds: ['more-time'] });
  const { id } = await app.db.selectFrom('accommodationRequests').select('id').executeTakeFirstOrThrow();
  request = `/en/staff/accommodation/${id}`;
});
afterAll(() => app.close());

const newOfficer = (email: string) =>
  insertAccount(app.db, { email, roles: ['accommodation-officer', 'staff-member'] });
const task = { name: 'A. Person', namingReason: 'In place of the chair.', addedAt: new Date('2026-11-01T12:00:00Z') };
/** The task as if it had been given before this was refused, or the role after the task. */
const entrust = (accountId: string, role: string) =>
  app.db
    .insertInto('competitionMembers')
    .values({ ...task, vacancyReference: REFERENCE, accountId, role, addedBy: accountId })
    .execute();
const endTasks = () => app.db.deleteFrom('competitionMembers').execute();

describe('who handles requests for arrangements', () => {
  test.each(COMPETITION_ROLES)(
    'is named as %s only where that is not to assess, and is told what to do',
    async (role) => {
      const { email } = await newOfficer(`${role}@people.example`);
      const assessing = (ASSESSING_ROLES as readonly string[]).includes(role);

      const named = await manager.post(PEOPLE, { email, role });

      expect(named.status).toBe(assessing ? 422 : 303);
      expect(named.text.includes('have an administrator take that role from them first')).toBe(assessing);
    },
  );

  test('and has opened one of this competition is not named there, though they handle them no more', async () => {
    const { id, email } = await newOfficer('was@people.example');
    const { subjectId } = await app.db
      .selectFrom('events')
      .select('subjectId')
      .where('subject', '=', 'accommodation')
      .executeTakeFirstOrThrow();
    const by = { kind: 'account', id } as const;
    await recordEvent(app.db, { subject: 'accommodation', subjectId, action: 'request-opened', by, at: app.now });
    await app.db
      .deleteFrom('accountRoles')
      .where('accountId', '=', id)
      .where('role', '=', 'accommodation-officer')
      .execute();

    const named = await manager.post(PEOPLE, { email, role: 'screener' });

    expect(named.status).toBe(422);
    expect(named.text).toContain('has opened requests for arrangements of this competition');
  });
});

describe('an officer who assesses in a competition all the same', () => {
  test.each(COMPETITION_ROLES)('as %s, sees no request of it where that is to assess, and is told so', async (role) => {
    await endTasks();
    await entrust(officer.accountId ?? '', role);
    const assessing = (ASSESSING_ROLES as readonly string[]).includes(role);

    const list = await officer.get('/en/staff/accommodation');
    const opened = await officer.get(request);
    const decided = await officer.post(`${request}/decision`, { status: 'granted', reason: 'x', arrangement: 'y' });

    expect(list.text.includes('1 request is kept from you')).toBe(assessing);
    expect(list.text.includes(request)).toBe(!assessing);
    expect(opened.status).toBe(assessing ? 404 : 200);
    expect(decided.status === 404).toBe(assessing);
  });

  test('sees them again once the task has ended, and is told of new ones only where nobody else could be', async () => {
    await endTasks();
    await entrust(officer.accountId ?? '', 'screener');
    const own = await app.db
      .selectFrom('accounts')
      .select('email')
      .where('id', '=', officer.accountId ?? '')
      .executeTakeFirstOrThrow();
    const toldOf = async () => {
      const before = (await app.mails()).length;
      const eve = await app.signedInAs('applicant');
      const { number } = await insertSubmitted(app.context, { reference: REFERENCE, accountId: eve.accountId });
      await eve.post(`/en/my/applications/${number}/accommodation`, {
        words: 'A larger screen.',
        kinds: ['more-time'],
      });
      return (await app.mails()).slice(before).map(({ to }) => to.address);
    };

    const others = await toldOf();
    await app.db
      .deleteFrom('accountRoles')
      .where('role', '=', 'accommodation-officer')
      .where('accountId', '!=', officer.accountId ?? '')
      .execute();
    const alone = await toldOf();
    await endTasks();

    expect(others.length).toBeGreaterThan(0);
    expect(others).not.toContain(own.email);
    expect(alone).toEqual([own.email]);
    expect((await officer.get(request)).status).toBe(200);
  });
});
