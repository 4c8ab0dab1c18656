import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { authorityFor } from '../../competition/authority.ts';
import { exampleMember } from '../../competition/competition-testing.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { testApp, type Client } from '../../testing.ts';
import { insertInvited } from '../invitations/invitations-testing.ts';
import { hidden, insertSignatories, nameMember } from '../panel-testing.ts';
import { reportsOf } from './report-queries.ts';

const app = await testApp();
afterAll(() => app.close());

const ACTIONS = ['accept', 'depart', 'return'] as const;
type Invited = Awaited<ReturnType<typeof insertInvited>>;

let reference = '260790';
let manager: Client;
let authority: Client;
let friend: Invited;
let other: Invited;
const base = (language = 'en') => `/${language}/staff/vacancies/${reference}`;
const report = (language = 'en') => `${base(language)}/report`;

beforeEach(async () => {
  reference = String(Number(reference) + 1);
  await insertClosedVacancy(app.db, reference);
  manager = await app.signedInAs('recruitment-manager');
  authority = await app.signedInAs('staff-member');
  const stage = { reference, stage: 'panel-interview' };
  [friend, other] = [await insertInvited(app.context, stage), await insertInvited(app.context, stage)];
  await name(authority, 'Tove Gran', 'appointing-authority');
  await insertSubmittedReport();
});

const name = (person: Client, called: string, role: string) =>
  nameMember(app, { manager, person, name: called, role, reference });

async function insertSubmittedReport(): Promise<void> {
  const proposals = [friend, other].map(({ applicationId: candidate, number }) => ({
    candidate,
    number,
    outcome: 'not-retained',
    reason: 'comparison',
    why: '',
  }));
  await insertReportOn(proposals);
}

async function insertReportOn(proposals: object): Promise<void> {
  const content = canonicalJson({ order: [], belowPassMark: [], proposals: [] });
  const { id } = await app.db
    .insertInto('selectionReports')
    .values({
      vacancyReference: reference,
      number: 1,
      status: 'submitted',
      proposals: JSON.stringify(proposals),
      content,
      contentSha256: createHash('sha256').update(content).digest(),
      createdAt: app.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const numbers = [friend.number, other.number];
  await insertSignatories(app, { reference, report: id, signedAt: app.now, numbers });
}

const declares = (person: Client, one: Invited) =>
  person.post(`${base()}/declaration`, {
    [`kind-${one.number}`]: 'friendship',
    [`why-${one.number}`]: 'My neighbour.',
    declares: 'yes',
  });
const decides = (person: Client, action: string, more: Record<string, string> = {}) =>
  person.post(`${report()}/decision`, {
    action,
    'decision-reason': 'See the record.',
    currentPassword: TEST_PASSWORD,
    version: '1',
    ...more,
  });
const status = async () => (await reportsOf(app.db, reference))[0]?.status;

test('an authority who declares a conflict with one candidate decides on none of the report, and is told why', async () => {
  expect((await authority.get(`${base()}/declaration`)).text).toContain('another appointing authority decides on all');
  expect((await declares(authority, friend)).location).toBe(`${base()}/people?done=signed`);

  const page = await authority.get(report());
  const answers = [];
  for (const action of ACTIONS)
    answers.push(await decides(authority, action, { [`outcome-${other.number}`]: 'reserve-listed' }));

  expect(page.text).not.toContain('name="action"');
  expect(page.text).toContain('Friendship, or close acquaintance (Declared: My neighbour.)');
  expect(page.text).toContain('So you do not decide on this report');
  expect(answers.map((answer) => answer.status)).toEqual([422, 422, 422]);
  for (const { text } of answers) expect(text).toContain(`You are recused from ${friend.number}: another`);
  expect(await status()).toBe('submitted');
});

test('the others see who is kept from it and who is missing, until another is named, who decides', async () => {
  await declares(authority, friend);
  const before = [await manager.get(report('fr')), await manager.get(`${base()}/people`)];
  const deputy = await app.signedInAs('staff-member');
  await name(deputy, 'Inge Lunde', 'appointing-authority');

  const after = (await manager.get(report())).text;
  const decided = await decides(deputy, 'accept', { version: hidden((await deputy.get(report())).text, 'version') });

  expect(before[0]?.text).toContain('Aucune des personnes désignées ne peut statuer sur ce rapport');
  expect(before[1]?.text).toContain(`Tove Gran is recused from ${friend.number}`);
  expect(before[1]?.text).toContain('Nobody who is named may decide on this report');
  expect(after).toContain('Inge Lunde may decide.');
  expect(after).not.toContain('Nobody who is named may decide');
  expect(decided.location).toBe(`${report()}?done=decided`);
  expect(await status()).toBe('accepted');
});

test('a conflict that is found keeps the authority from deciding until the recruitment manager says why it does not', async () => {
  const cousin = await app.signedInAs('staff-member');
  await name(cousin, 'Eva Marin', 'appointing-authority');

  const refused = await decides(cousin, 'accept');
  const conflicts = await app.db
    .selectFrom('conflictsOfInterest')
    .select('id')
    .where('accountId', '=', cousin.accountId ?? '')
    .execute();
  for (const { id } of conflicts) await manager.post(`${base()}/people/conflicts/${id}`, { reason: 'A common name.' });
  const decided = await decides(cousin, 'accept');

  expect([refused.status, conflicts.length]).toEqual([422, 2]);
  expect(refused.text).toContain('(Found: Marin)');
  expect(decided.location).toBe(`${report()}?done=decided`);
});

test('a conflict with somebody who is not in the report keeps nobody from deciding on it', async () => {
  const [row] = await reportsOf(app.db, reference);
  const left = row?.proposals.filter(({ number }) => number === other.number) ?? [];
  await app.db
    .deleteFrom('selectionReports')
    .where('id', '=', row?.id ?? '')
    .execute();
  await app.db
    .deleteFrom('competitionMembers')
    .where('vacancyReference', '=', reference)
    .where('role', '<>', 'appointing-authority')
    .execute();
  await insertReportOn(left);
  await declares(authority, friend);

  expect((await decides(authority, 'accept')).location).toBe(`${report()}?done=decided`);
});

test('after too many wrong passwords deciding answers when to try again, with what was typed kept', async () => {
  for (let count = 0; count < 10; count += 1) await decides(authority, 'return', { currentPassword: 'wrong' });

  const refused = await decides(authority, 'return');

  expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
  expect(refused.text).toContain('>See the record.</textarea>');
  expect(await status()).toBe('submitted');
});

describe('of those named to decide', () => {
  const named = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
  const candidates = ['x', 'y'].map((id) => ({ applicationId: id, number: `A-${id}` }));
  const bar = fc.record({
    accountId: fc.constantFrom('a', 'b', 'c', 'd'),
    applicationId: fc.constantFrom('x', 'y', 'elsewhere'),
  });

  test('each is told once: who may, is recused from nobody in the report and had no part', () => {
    fc.assert(
      fc.property(named, fc.array(bar), fc.subarray(['a', 'b', 'c', 'd']), (ids, bars, tookPart) => {
        const members = ids.map((accountId) => exampleMember({ accountId, role: 'appointing-authority' }));

        const standing = authorityFor(candidates, { members, bars, tookPart });

        const recused = standing.recused.map(({ member }) => member);
        expect([...standing.able, ...recused, ...standing.tookPart]).toHaveLength(ids.length);
        for (const { accountId } of standing.able) {
          expect(tookPart).not.toContain(accountId);
          expect(bars.filter((one) => one.accountId === accountId && one.applicationId !== 'elsewhere')).toEqual([]);
        }
      }),
    );
  });
});
