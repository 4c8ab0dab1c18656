import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { exampleMember } from '../../competition/competition-testing.ts';
import { nameMember as name } from '../../competition/member.ts';
import { standingFor } from '../../competition/panel.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertInvited } from '../invitations/invitations-testing.ts';
import { hidden, nameMember, signReport } from '../panel-testing.ts';
import { exampleItem } from '../selection-testing.ts';
import { draftingOf } from './drafting.ts';
import { reportsOf } from './report-queries.ts';

const REFERENCE = '260799';
const BASE = `/en/staff/vacancies/${REFERENCE}`;
const REPORT = `${BASE}/report`;

let app: TestApp;
let manager: Client;
let chair: Client;
let [member, other]: Client[] = [];
let stage: string;
type Invited = Awaited<ReturnType<typeof insertInvited>>;
let friend: Invited;
let stranger: Invited;
const panel = (): Client[] => [chair, member, other].filter((one) => one !== undefined);
const sheet = ({ number }: Invited) => `${BASE}/stages/${stage}/scores/${number}`;
const scored = { 'points-c1': '4', 'note-c1': 'Heard.', do: 'sign' };
const agreed = { 'agreed-points-c1': '4', 'agreed-note-c1': '' };
const statusOf = async (person: Client | undefined, one: Invited) =>
  (await person?.post(`${sheet(one)}/agreement`, agreed))?.status;
const acting = async (person: Client | undefined, namingReason: string) => {
  const account = app.db
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', person?.accountId ?? '');
  const { email } = await account.executeTakeFirstOrThrow();
  return manager.post(`${BASE}/people`, { email, role: 'acting-chair', namingReason });
};

beforeAll(async () => {
  app = await testApp();
  await insertClosedVacancy(app.db, REFERENCE);
  manager = await app.signedInAs('recruitment-manager');
  chair = await app.signedInAs('staff-member');
  [member, other] = [await app.signedInAs('staff-member'), await app.signedInAs('staff-member')];
  const named = [
    ['Ellen Dahl', 'panel-chair'],
    ['Rolf Engen', 'panel-member'],
    ['Siri Foss', 'panel-member'],
  ] as const;
  for (const [at, person] of panel().entries()) {
    const [called = '', role = ''] = named[at] ?? [];
    await nameMember(app, { manager, person, name: called, role, reference: REFERENCE });
  }
  ({ id: stage } = await app.db
    .insertInto('selectionStages')
    .values({
      vacancyReference: REFERENCE,
      number: 1,
      code: 'panel-interview',
      assessedBy: 'panel',
      weight: 100,
      items: JSON.stringify([exampleItem('c1')]),
    })
    .returning('id')
    .executeTakeFirstOrThrow());
  const to = { reference: REFERENCE, stage: 'panel-interview' };
  [friend, stranger] = [await insertInvited(app.context, to), await insertInvited(app.context, to)];
  await manager.post(`${BASE}/stages/${stage}/opening`);
  const named1 = { [`kind-${friend.number}`]: 'friendship', [`why-${friend.number}`]: 'My neighbour.' };
  await chair.post(`${BASE}/declaration`, { ...named1, declares: 'yes' });
  for (const person of [member, other]) await person?.post(`${BASE}/declaration`, { declares: 'yes' });
  for (const person of panel()) await person.post(sheet(stranger), scored);
  await chair.post(`${sheet(stranger)}/agreement`, agreed);
  for (const person of [member, other]) await person?.post(sheet(friend), scored);
});
afterAll(() => app.close());

test('where the chair is recused nobody agrees on the scores, and the pages say who is missing', async () => {
  await chair.post(REPORT);

  expect([await statusOf(chair, friend), await statusOf(member, friend)]).toEqual([404, 404]);
  expect((await manager.get(`${BASE}/people`)).text).toContain(
    'The chair, Ellen Dahl, is recused: a member who is not has to be named to act for the chair.',
  );
  expect((await chair.get(REPORT)).text).toContain(`Nobody who drafts may propose anything for ${friend.number}`);
  expect((await member?.get(REPORT))?.text).not.toContain('name="outcome-');
});

test('a member is named to act for the chair with a reason alone, which stands beside them and in the record', async () => {
  const refused = await acting(member, ' ');
  const named = await acting(member, 'The chair is a neighbour of one candidate.');

  expect([refused.status, refused.text.includes('Say why this person acts for the chair')]).toEqual([422, true]);
  expect(named.location).toBe(`${BASE}/people?done=named`);
  const people = (await manager.get(`${BASE}/people`)).text;
  expect(people).toContain('Acts for the chair. The chair is a neighbour of one candidate.');
  expect(people).not.toContain('has to be named to act');
  const screener = await app.signedInAs('staff-member');
  await nameMember(app, { manager, person: screener, name: 'Una Holt', role: 'screener', reference: REFERENCE });
  expect((await screener.get(`${BASE}/people`)).text).not.toContain('a neighbour of one candidate');
  const events = app.db.selectFrom('events').select('details').where('action', '=', 'member-named');
  const details = (await events.orderBy('id').execute()).at(-2)?.details;
  expect(details).toEqual({ role: 'acting-chair', account: member?.accountId });
});

test('that member agrees on the scores and drafts where the chair may not; the rest is as before, to the submission', async () => {
  expect(await statusOf(member, friend)).toBe(303);
  expect((await manager.post(`${BASE}/stages/${stage}/closing`)).location).toBe(`${BASE}/stages?done=closed`);
  const proposes = async (person: Client | undefined, one: Invited, more: Record<string, string>) => {
    const version = hidden((await person?.get(REPORT))?.text ?? '', 'version');
    const outcome = { [`outcome-${one.number}`]: 'reserve-listed' };
    return person?.post(`${REPORT}/draft`, { ...outcome, version, ...more });
  };

  const begun = await chair.get(REPORT);
  const kept = await proposes(member, friend, { [`outcome-${stranger.number}`]: '', do: 'keep' });
  const seen = await chair.get(REPORT);
  const frozen = await proposes(chair, stranger, { do: 'freeze' });
  for (const person of panel()) await signReport(person, REPORT);
  const submitted = await member?.post(`${REPORT}/submission`);

  expect(begun.text).not.toContain('Nobody who drafts may');
  expect(kept?.location).toBe(`${REPORT}?done=kept`);
  expect(seen.text).not.toContain(`name="outcome-${friend.number}"`);
  expect(frozen?.location).toBe(`${REPORT}?done=frozen`);
  expect(submitted?.location).toBe(`${REPORT}?done=submitted`);
  const [report] = await reportsOf(app.db, REFERENCE);
  expect(report?.proposals.map(({ outcome }) => outcome)).toEqual(['reserve-listed', 'reserve-listed']);
});

test('who leaves the panel acts for its chair no more', async () => {
  const own = app.db
    .selectFrom('competitionMembers')
    .select('id')
    .where('accountId', '=', member?.accountId ?? '')
    .where('role', '=', 'panel-member');
  const { id } = await own.executeTakeFirstOrThrow();

  await manager.post(`${BASE}/people/${id}/ending`, { reason: 'On leave.' });

  const rows = app.db.selectFrom('competitionMembers').select(['role', 'removalReason']);
  expect(await rows.where('removedAt', 'is not', null).orderBy('role').execute()).toEqual([
    { role: 'acting-chair', removalReason: 'On leave.' },
    { role: 'panel-member', removalReason: 'On leave.' },
  ]);
  expect((await member?.get(REPORT))?.status).toBe(404);
});

describe('acting for the chair', () => {
  const members = [
    exampleMember({ accountId: 'chair', role: 'panel-chair' }),
    exampleMember({ accountId: 'one' }),
    exampleMember({ accountId: 'two' }),
  ];
  const staff = (accountId: string) =>
    ({ accountId, name: 'Nora', email: 'n@people.example', language: 'en', applies: false }) as const;
  const bars = [
    { accountId: 'chair', candidate: 'A-1' },
    { accountId: 'two', candidate: 'A-1' },
    { accountId: 'one', candidate: 'A-2' },
  ];
  const named = (accountId: string, among = members) =>
    name({ staff: staff(accountId), role: 'acting-chair', members: among, reason: 'Recused.', bars });

  test('is for a member of the panel who may judge somebody whom the chair may not', () => {
    expect(named('one')).toMatchObject({ ok: true });
    expect(named('two')).toMatchObject({ refusal: { kind: 'recused-too', candidates: ['A-1'] } });
    expect(named('else')).toMatchObject({ refusal: { kind: 'not-on-panel' } });
    expect(named('chair')).toMatchObject({ refusal: { kind: 'apart', other: 'panel-chair' } });
  });

  test('counts as the chair for a quorum where they signed and are not recused, and as one member only', () => {
    const candidate = { applicationId: 'a', number: 'A-1' };
    const deputy = exampleMember({ accountId: 'one', role: 'acting-chair' });
    const declarations = ['chair', 'one', 'two'].map((accountId) => ({ accountId, candidates: ['A-1'] }));
    const facts = { members: [...members, deputy], declarations, bars: [{ accountId: 'chair', applicationId: 'a' }] };
    const rules = { members: 3, quorum: 2, chairNeeded: true, grade: null };

    expect(standingFor(candidate, facts, rules)).toMatchObject({ reached: true, able: [members[1], members[2]] });
    const unsigned = { ...facts, declarations: declarations.filter(({ accountId }) => accountId !== 'one') };
    expect(standingFor(candidate, unsigned, { ...rules, quorum: 1 }).lacks).toEqual([
      { kind: 'chair-unsigned', chair: members[1] },
    ]);
  });

  test('leaves nobody of whom nothing can be proposed, where one who drafts may judge them', () => {
    const proposals = [{ candidate: 'a', number: 'A-1' }];
    const barred = [{ accountId: 'chair', applicationId: 'a' }];
    const deputy = exampleMember({ accountId: 'one', role: 'acting-chair' });

    expect(draftingOf(proposals, { members, bars: barred }).missing).toEqual(['A-1']);
    expect(draftingOf(proposals, { members: [...members, deputy], bars: barred }).missing).toEqual([]);
  });
});
