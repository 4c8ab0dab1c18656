import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lastMailTo, linkIn } from '../../people/people-testing.ts';
import { lockProfile, recordProfileParts } from '../../people/profile/profile-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertInvited, insertStage } from '../invitations/invitations-testing.ts';
import { remindReferees } from './reference-tasks.ts';

const REFERENCE = '260721';
const PANEL = `/en/staff/vacancies/${REFERENCE}/references`;
const NOW = new Date('2026-11-22T12:00:00Z');
const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const ELSA = { name: 'Elsa Berg', email: 'elsa@river.example', relation: 'Head of my unit', language: 'fr' };

let app: TestApp;
let ada: Client;
let member: Client;
let recruiter: Client;
let number: string;
let adaId: string;
let stageId: string;

const mine = () => `/en/my/applications/${number}/references`;
const idOf = async (email: string) =>
  (await app.db.selectFrom('referees').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
/** Named, and asked with consent; answers the path of the link that the mail brings. */
async function asked(who: typeof ELSA): Promise<string> {
  await ada.post(mine(), who);
  await ada.post(`${mine()}/${await idOf(who.email)}/consent`, { consent: 'yes' });
  return linkIn((await lastMailTo(app, who.email))?.text);
}
const keyIn = (text: string) => /name="(item-c[0-9a-f]+)"/.exec(text)?.[1] ?? '';

beforeAll(async () => {
  app = await testApp();
  stageId = await insertStage(app.db, { reference: REFERENCE, code: 'reference-check' });
  ada = await app.signedInAs('applicant');
  member = await app.signedInAs('staff-member');
  recruiter = await app.signedInAs('recruitment-manager');
  const named = { vacancyReference: REFERENCE, addedAt: NOW, addedBy: recruiter.accountId ?? '', name: 'Siri Foss' };
  await app.db
    .insertInto('competitionMembers')
    .values({ ...named, accountId: member.accountId ?? '', role: 'panel-member' })
    .execute();
  const stage = 'reference-check';
  ({ number, applicationId: adaId } = await insertInvited(app.context, {
    reference: REFERENCE,
    stage,
    accountId: ada.accountId,
  }));
});
afterAll(() => app.close());
beforeEach(() => {
  app.now = NOW;
});

describe('a reference', () => {
  let link: string;

  test('is asked for only with consent for this one person', async () => {
    expect((await ada.get(`/en/my/applications/${number}`)).text).toContain(mine());
    expect((await ada.post(mine(), { ...ELSA, email: 'no address' })).status).toBe(422);
    expect((await ada.post(mine(), ELSA)).location).toBe(`${mine()}?done=named`);
    const consent = `${mine()}/${await idOf(ELSA.email)}/consent`;
    expect(await lastMailTo(app, ELSA.email)).toBeUndefined();
    const without = await ada.post(consent);
    expect([without.status, without.text.includes('Tick that you agree')]).toEqual([422, true]);
    expect((await (await app.signedInAs('applicant')).post(consent, { consent: 'yes' })).status).toBe(404);

    expect((await ada.post(consent, { consent: 'yes' })).location).toBe(`${mine()}?done=asked`);

    const again = await ada.post(consent, { consent: 'yes' });
    const removed = await ada.post(consent.replace('/consent', '/removal'));
    for (const refused of [again, removed]) {
      expect([refused.status, refused.text.includes('has been asked already')]).toEqual([422, true]);
      const [, place = 'none'] = /href="#([^"]*)"/.exec(/error-summary[^]*?<\/ul>/.exec(refused.text)?.[0] ?? '') ?? [];
      expect(refused.text).toContain(`id="${place}"`);
    }
    const mail = await lastMailTo(app, ELSA.email);
    expect(mail).toMatchObject({ language: 'fr', subject: expect.stringContaining('Une référence vous est demandée') });
    link = linkIn(mail?.text);
    expect(link).toMatch(/^\/fr\/references\/[\w-]{43}$/);
    expect((await ada.get(mine())).text).toContain('Asked');
  });

  test('is given behind a link that nothing else knows, in the referee’s language, without an account', async () => {
    const token = link.split('/').at(-1) ?? '';
    const kept = JSON.stringify(await app.db.selectFrom('referees').selectAll().execute());
    const events = JSON.stringify(await app.db.selectFrom('events').selectAll().execute());
    expect([kept.includes(token), events.includes(token), events.includes('elsa')]).toEqual([false, false, false]);

    const page = await app.visitor('fr').get(link);

    expect(page.text).toContain('Une référence pour');
    expect(page.text).toContain('name="robots" content="noindex, nofollow"');
    expect(page.text).not.toContain(number);
    expect(page.headers).toMatchObject({
      'referrer-policy': 'strict-origin',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    });
    expect(JSON.stringify(page.headers['set-cookie'] ?? [])).not.toContain('session');
    const signedIn = await ada.get(link);
    expect(signedIn.text).not.toContain('/my/messages');
    const withToken = app.routes.filter(({ url }) => url.includes('/references/:token'));
    expect(new Set(withToken.map(({ logLevel }) => logLevel))).toEqual(new Set(['warn']));
  });

  test('is saved while it is typed, sent once, and then the link is void', async () => {
    const referee = app.visitor('fr');
    const json = { accept: 'application/json' };
    const { text } = await referee.get(link);
    const typed = { know: 'Deux ans dans mon unité.', [keyIn(text)]: 'Une crue : elle est restée.' };
    const base = /name="base" value="(\d+)"/.exec(text)?.[1] ?? '';

    const saved = await referee.post(link, { ...typed, base }, json);
    expect([saved.status, JSON.parse(saved.text)]).toEqual([200, { base: `${Number(base) + 1}` }]);
    expect((await referee.post(link, { know: 'Ailleurs', base }, json)).status).toBe(409);
    expect((await app.visitor('fr').get(link)).text).toContain('Une crue : elle est restée.');
    const empty = await referee.post(link, { do: 'send' });
    expect([empty.status, empty.text.includes('Dites comment vous connaissez')]).toEqual([422, true]);
    const sent = await Promise.all([1, 2].map(() => referee.post(link, { ...typed, do: 'send' })));
    expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 410]);

    const used = await referee.get(link);
    const wrong = await referee.get(`/fr/references/${'x'.repeat(43)}`);
    expect([used.status, wrong.status]).toEqual([410, 410]);
    expect(used.text).toBe(wrong.text);
    expect((await referee.get('/fr/references/thanks')).text).toContain('Merci');
  });

  test('is read by the panel, each look recorded; never by the candidate, staff beside, or who is recused', async () => {
    const address = `${PANEL}/${await idOf(ELSA.email)}`;
    expect((await ada.get(mine())).text).not.toContain('Une crue');
    expect((await recruiter.get(PANEL)).status).toBe(404);
    expect((await recruiter.get(address)).status).toBe(404);

    expect((await member.get(PANEL)).text).toContain('Elsa Berg');
    expect((await member.get(address)).text).toContain('Une crue : elle est restée.');

    const look = app.db.selectFrom('events').select(['subjectId', 'actorId']).where('action', '=', 'reference-read');
    expect(await look.execute()).toEqual([{ subjectId: number, actorId: member.accountId }]);
    const conflict = { vacancyReference: REFERENCE, applicationId: adaId, kind: 'relative', foundBy: 'declared' };
    await app.db
      .insertInto('conflictsOfInterest')
      .values({ ...conflict, accountId: member.accountId ?? '', foundAt: NOW })
      .execute();
    expect((await member.get(address)).status).toBe(404);
    expect((await member.get(PANEL)).text).toContain('You are recused from this candidate.');
    const own = await app.context.personalData
      .find(({ name }) => name === 'referees')
      ?.export(app.db, ada.accountId ?? '');
    expect(own?.records).toMatchObject([{ name: 'Elsa Berg', given: null }]);
  });
});

test('a referee is taken over from the profile, to be looked at before it is named', async () => {
  const accountId = ada.accountId ?? '';
  await app.db.transaction().execute(async (db) => {
    const kept = await lockProfile(db, accountId, NOW);
    const fields = { name: 'Ida Holm', contact: 'ida@river.example', relation: 'Colleague for five years' };
    const parts = { ...kept.profile.parts, references: [{ id: 'ida', fields }] };
    await recordProfileParts(db, { accountId, kept: { ...kept, profile: { ...kept.profile, parts } } }, NOW);
  });

  expect((await ada.get(mine())).text).toContain('Use Ida Holm');
  const { text } = await ada.get(`${mine()}?use=ida`);
  expect([text.includes('value="ida@river.example"'), text.includes('value="Colleague for five years"')]).toEqual([
    true,
    true,
  ]);
});

describe('a link to a reference', () => {
  test('is void once consent is taken back, and another once it is given anew', async () => {
    const first = await asked({ ...ELSA, email: 'bo@river.example', name: 'Bo Lund', language: 'en' });
    await app.visitor().post(first, { know: 'Typed before.', base: '2' }, { accept: 'application/json' });

    await ada.post(`${mine()}/${await idOf('bo@river.example')}/withdrawal`);

    expect((await app.visitor().get(first)).status).toBe(410);
    app.now = new Date(NOW.getTime() + 60_000);
    await ada.post(`${mine()}/${await idOf('bo@river.example')}/consent`, { consent: 'yes' });
    const second = linkIn((await lastMailTo(app, 'bo@river.example'))?.text);
    expect(second).not.toBe(first);
    expect((await app.visitor().get(first)).status).toBe(410);
    expect((await app.visitor().get(second)).text).not.toContain('Typed before.');
  });

  test('is reminded of by the same link, each time once, declined with a word, and ends with the stage', async () => {
    const link = await asked({ ...ELSA, email: 'per@river.example', name: 'Per Dahl', language: 'en' });
    const remind = async (days: number) => {
      const count = await remindReferees(app.context, daysLater(days));
      app.now = daysLater(days);
      const mail = await lastMailTo(app, 'per@river.example');
      app.now = NOW;
      return [count, linkIn(mail?.text) === link];
    };
    expect(await remind(6)).toEqual([0, true]);
    expect(await remind(7.1)).toEqual([2, true]);
    expect(await remind(8)).toEqual([0, true]);
    expect(await remind(14.1)).toEqual([2, true]);

    expect((await app.visitor().post(`${link}/refusal`, { word: 'I hardly know her.' })).status).toBe(303);
    const page = (await ada.get(mine())).text;
    expect([page.includes('Declined'), page.includes('hardly')]).toEqual([true, false]);
    const open = linkIn((await lastMailTo(app, 'bo@river.example'))?.text);
    expect((await app.visitor().get(open)).status).toBe(200);
    await app.db
      .updateTable('selectionStages')
      .set({ status: 'closed', closedAt: NOW })
      .where('id', '=', stageId)
      .execute();
    expect((await app.visitor().get(open)).status).toBe(410);
    expect((await ada.post(mine(), { ...ELSA, email: 'late@river.example' })).status).toBe(422);
  });

  test('cannot be guessed at without end', async () => {
    const guesser = app.visitor();
    const statuses = new Set<number>();
    for (let index = 0; index < 210; index += 1)
      statuses.add((await guesser.get(`/en/references/${`${index}`.padStart(43, 'y')}`)).status);

    expect(statuses).toEqual(new Set([410, 429]));
  });
});
