import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertClosedVacancy, insertSubmitted } from '../applications/stages/selection-testing.ts';
import { insertAccount, lastMailTo } from '../people/people-testing.ts';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { recusedFrom } from './conflict-queries.ts';
import { NORTHERN_RIVERS } from '../regulations/regulations-testing.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { gradeFinding } from './panel.ts';

const REFERENCE = '260411';
const PEOPLE = `/en/staff/vacancies/${REFERENCE}/people`;
const DECLARATION = `/en/staff/vacancies/${REFERENCE}/declaration`;

let app: TestApp;
let manager: Client;
let chair: Client;
let member: Client;
let screener: Client;
let first: { number: string; accountId: string };
let second: { number: string; accountId: string };

beforeAll(async () => {
  app = await testApp();
  await insertClosedVacancy(app.db, REFERENCE);
  first = await insertSubmitted(app.context, { reference: REFERENCE });
  second = await insertSubmitted(app.context, { reference: REFERENCE });
  manager = await app.signedInAs('recruitment-manager');
  chair = await app.signedInAs('hiring-manager');
  member = await app.signedInAs('staff-member', 'fr');
  screener = await app.signedInAs('staff-member');
  const named = ['Ellen Dahl', 'Rolf Engen', 'Siri Foss'];
  for (const [index, { accountId = '' }] of [chair, member, screener].entries())
    await app.db
      .updateTable('accounts')
      .set({ name: named[index] ?? '' })
      .where('id', '=', accountId)
      .execute();
});
afterAll(() => app.close());

const emailOf = async ({ accountId = '' }: Client) =>
  (await app.db.selectFrom('accounts').select('email').where('id', '=', accountId).executeTakeFirstOrThrow()).email;
const name = async (person: Client, role: string, more: Record<string, string> = {}) =>
  manager.post(PEOPLE, { email: await emailOf(person), role, ...more });
const idOf = async (number: string) =>
  (await app.db.selectFrom('applications').select('id').where('number', '=', number).executeTakeFirstOrThrow()).id;

describe('people of a competition', () => {
  test('see nothing of it until they are named, and are told by mail', async () => {
    expect((await chair.get(DECLARATION)).status).toBe(404);

    expect(
      (await name(chair, 'panel-chair', { grade: 'G15', gradeReason: 'Chairs.', unit: 'Hydrology' })).location,
    ).toBe(`${PEOPLE}?done=named`);
    await name(member, 'panel-member', { gender: 'woman' });
    await name(screener, 'screener');

    expect((await chair.get(PEOPLE)).text).toContain('Hydrology');
    expect((await lastMailTo(app, await emailOf(member)))?.text).toContain('Membre du jury');
    expect((await member.get(`/fr/staff/competitions`)).text).toContain(REFERENCE);
  });

  test('are refused with what to do: an unknown address, who applies, a second chair', async () => {
    const applicant = await insertAccount(app.db, { email: 'applies@people.example', roles: ['staff-member'] });
    await insertSubmitted(app.context, { reference: REFERENCE, accountId: applicant.id });

    const unknown = await manager.post(PEOPLE, { email: 'nobody@people.example', role: 'screener', unit: 'Kept text' });
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('No verified account of the organisation');
    expect(unknown.text).toContain('Kept text');
    const applies = await manager.post(PEOPLE, { email: applicant.email, role: 'screener' });
    expect(applies.text).toContain('cannot have a task in this competition');
    const another = await name(member, 'panel-chair');
    expect(another.text).toContain('does not go with');
  });

  test('below the grade that is asked of a panel, are named with a reason alone, which stands beside them', async () => {
    const reference = '260414';
    await insertClosedVacancy(app.db, reference);
    const low = await insertAccount(app.db, { name: 'Lo Grade', roles: ['staff-member'] });
    const [grade = ''] = NORTHERN_RIVERS.grades.order;
    const here = `/en/staff/vacancies/${reference}/people`;
    const form = { email: low.email, role: 'panel-member', grade };
    expect(gradeFinding({ grade }, (await findVacancy(app.db, reference))?.notice.grades ?? [], NORTHERN_RIVERS)).toBe(
      'below',
    );

    const refused = await manager.post(here, form);
    expect([refused.status, refused.text.includes('say why you name this person')]).toEqual([422, true]);
    expect((await manager.post(here, { ...form, role: 'observer' })).status).toBe(303);
    await app.db.deleteFrom('competitionMembers').where('vacancyReference', '=', reference).execute();
    const named = await manager.post(here, { ...form, gradeReason: 'The only hydrologist of the station.' });

    expect(named.location).toBe(`${here}?done=named`);
    expect((await manager.get(here)).text).toContain('below what is asked, The only hydrologist of the station.');
    const events = await app.db.selectFrom('events').select('details').where('subjectId', '=', reference).execute();
    expect(JSON.stringify(events)).toContain('belowGrade');
    expect(JSON.stringify(events)).not.toContain('hydrologist of the');
  });

  test('named in another competition, find nothing of this one', async () => {
    await insertClosedVacancy(app.db, '260412');
    const elsewhere = await app.signedInAs('staff-member');
    const email = await emailOf(elsewhere);
    await manager.post('/en/staff/vacancies/260412/people', { email, role: 'panel-member' });

    expect((await elsewhere.get('/en/staff/vacancies/260412/people')).status).toBe(200);
    expect((await elsewhere.get(PEOPLE)).status).toBe(404);
  });

  test('of whom one begins to apply, lose what was entrusted to them there', async () => {
    const email = await emailOf(chair);
    await insertVacancy(app.db, {
      reference: '260413',
      status: 'published',
      deadlineAt: new Date('2026-12-20T22:59:59Z'),
    });
    await manager.post('/en/staff/vacancies/260413/people', { email, role: 'panel-chair' });
    expect((await chair.get('/en/staff/vacancies/260413/people')).status).toBe(200);

    await insertSubmitted(app.context, { reference: '260413', accountId: chair.accountId });

    expect((await chair.get('/en/staff/vacancies/260413/people')).status).toBe(404);
  });
});

test('a shared family name is found when somebody is named, and recuses until somebody decides', async () => {
  const namesake = await insertAccount(app.db, { name: 'Eva Marin', roles: ['staff-member'] });
  await manager.post(PEOPLE, { email: namesake.email, role: 'panel-member' });

  expect((await recusedFrom(app.db, REFERENCE, namesake.id)).size).toBe(3);
  expect((await manager.get(PEOPLE)).text).toContain('Found: Marin');
  const { id } = await app.db
    .selectFrom('competitionMembers')
    .select('id')
    .where('accountId', '=', namesake.id)
    .executeTakeFirstOrThrow();
  await manager.post(`${PEOPLE}/${id}/ending`, { reason: 'A namesake.' });
});

describe('declarations', () => {
  test('of a panel are for those invited, and recuse by name from one alone', async () => {
    expect((await chair.get(DECLARATION)).text).toContain('There is nobody on the list yet');
    await invite([first.number, second.number]);

    const missing = await member.post(DECLARATION.replace('/en/', '/fr/'), { [`why-${first.number}`]: 'Ma voisine' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('Ma voisine');
    expect(missing.text).toContain(`Choisissez ce qui vous empêche de juger ${first.number}`);
    const signed = await member.post(DECLARATION.replace('/en/', '/fr/'), {
      [`kind-${first.number}`]: 'friendship',
      [`why-${first.number}`]: 'Ma voisine',
      declares: 'yes',
    });
    expect(signed.status).toBe(303);
    expect((await chair.get(PEOPLE)).text).toContain('class="button" href="' + DECLARATION + '"');
    await chair.post(DECLARATION, { declares: 'yes' });

    const own = (await chair.get(PEOPLE)).text;
    expect(own).toMatch(new RegExp(`class="button quiet" href="${DECLARATION}">Your declaration<`));
    const backFrom = (text: string) => /class="back"><a href="([^"]*)"/.exec(text)?.[1];
    expect(backFrom(own)).toBe(`/en/staff/vacancies/${REFERENCE}`);
    expect(backFrom((await member.get(PEOPLE)).text)).toBe('/en/staff/competitions');
    const recused = await recusedFrom(app.db, REFERENCE, member.accountId ?? '');
    expect([...recused]).toEqual([await idOf(first.number)]);
    const page = (await manager.get(PEOPLE)).text;
    expect(page).toContain('Friendship, or close acquaintance');
    expect(page).toContain('One more member has to be named.');
  });

  test('are cleared by the recruitment manager with a reason, and never by a recruiter or the person', async () => {
    const conflict = await app.db
      .selectFrom('conflictsOfInterest')
      .select('id')
      .where('accountId', '=', member.accountId ?? '')
      .executeTakeFirstOrThrow();
    const address = `${PEOPLE}/conflicts/${conflict.id}`;
    const recruiter = await app.signedInAs('recruiter');

    expect((await recruiter.post(address, { reason: 'Fine.' })).status).toBe(404);
    expect((await member.post(address, { reason: 'Fine.' })).status).toBe(404);
    expect((await manager.post(address, { reason: ' ' })).status).toBe(422);
    expect((await manager.post(address, { reason: 'They never met.' })).status).toBe(303);

    expect(await recusedFrom(app.db, REFERENCE, member.accountId ?? '')).toEqual(new Set());
    expect((await manager.get(PEOPLE)).text).toContain('They never met.');
  });

  test('of a screener name people without being told who applied', async () => {
    const { text } = await screener.get(DECLARATION);
    expect(text).not.toContain('Marin');
    expect(text).not.toContain(first.number);

    const signed = await screener.post(DECLARATION, {
      names: 'Marin, Ada\nSomebody Else',
      kind: 'relative',
      declares: 'yes',
    });

    expect(signed.location).toBe(`${PEOPLE}?done=signed`);
    expect((await recusedFrom(app.db, REFERENCE, screener.accountId ?? '')).has(await idOf(first.number))).toBe(true);
    const shown = (await screener.get(PEOPLE)).text;
    expect(shown).not.toContain('Related, or living together');
  });

  test('stand in the record with who signed what, and no name of a candidate', async () => {
    const events = await app.db
      .selectFrom('events')
      .select(['action', 'details'])
      .where('subjectId', '=', REFERENCE)
      .execute();

    expect(events.map(({ action }) => action)).toEqual(expect.arrayContaining(['member-named', 'declaration-signed']));
    expect(JSON.stringify(events)).not.toMatch(/Marin|Ma voisine/);
  });
});

test('a task is ended with a reason, and nothing is seen afterwards', async () => {
  const { id } = await app.db
    .selectFrom('competitionMembers')
    .select('id')
    .where('accountId', '=', screener.accountId ?? '')
    .executeTakeFirstOrThrow();

  expect((await manager.post(`${PEOPLE}/${id}/ending`, { reason: '' })).status).toBe(422);
  expect((await manager.post(`${PEOPLE}/${id}/ending`, { reason: 'On leave.' })).location).toBe(
    `${PEOPLE}?done=removed`,
  );

  expect((await screener.get(PEOPLE)).status).toBe(404);
  expect((await manager.post(`${PEOPLE}/${id}/ending`, { reason: 'Again.' })).status).toBe(404);
});

async function invite(numbers: string[]) {
  const address = `/en/staff/vacancies/${REFERENCE}/selection`;
  const step = async (form: Record<string, string | string[]>) => {
    const preview = await manager.post(address, { ...form, do: 'preview' });
    const mark = /name="mark" value="([^"]+)"/.exec(preview.text)?.[1] ?? '';
    return manager.post(address, { ...form, do: 'confirm', mark });
  };
  await step({ position: 'received', whom: 'ticked', numbers, action: 'review' });
  const invited = await step({
    position: 'under-review',
    whom: 'ticked',
    numbers,
    action: 'invite',
    stage: app.context.organisation.selection.stages.find(({ invitation }) => invitation)?.code ?? '',
  });
  expect(invited.status).toBe(303);
}
