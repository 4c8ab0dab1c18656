import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleNotice } from '../../notices/notice-testing.ts';
import { decidedCompetition, type SmallCompetition } from '../../reports/record/testing/competition-testing.ts';
import { hidden, later } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { stepOn } from '../conditions/appointment-testing.ts';
import { readContent } from './offer-content.ts';
import { acceptOffer, choiceFields, dayFields, prepareOffer, takeOfferStep } from './offer-testing.ts';

const APPLIED = '260476';
const POST = '260477';

let app: TestApp;
let competition: SmallCompetition;
let manager: Client;
let recruiter: Client;
let contracts: Client;
/** On the reserve list of the competition that they applied to. */
let candidate: Client;
let number: string;
let address: string;

beforeAll(async () => {
  app = await testApp();
  competition = await decidedCompetition(app, APPLIED);
  await later(app, '2026-11-24T09:00:00Z');
  const notice = {
    ...exampleNotice(),
    title: { en: 'Gauge Officer', fr: 'Chargée ou chargé des jauges' },
    grades: ['G15'],
  };
  await insertVacancy(app.db, { reference: POST, status: 'published', notice });
  manager = competition.manager;
  recruiter = await app.signedInAs('recruiter');
  contracts = await app.signedInAs('contract-officer');
  [, number = ''] = competition.numbers;
  [, candidate = app.visitor()] = competition.applicants;
  const page = `/en/my/applications/${number}/similar-posts`;
  await candidate.post(page, { agrees: 'yes' });
  await manager.post(`/en/staff/vacancies/${POST}/similar-posts/${number}`, { [`reason-${number}`]: 'The same work.' });
  const { text } = await candidate.get(page);
  const [, offer = ''] = /similar-posts\/([\w-]{36})"/.exec(text) ?? [];
  await candidate.post(`${page}/${offer}`, { answer: 'accept', version: hidden(text, 'version') });
  address = `/en/staff/vacancies/${POST}/appointments/${number}`;
});
afterAll(() => app.close());

const wordsIn = async (person: Client, path: string) =>
  (await person.get(path)).text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('somebody who accepted a similar post', () => {
  test('waits to be begun for that post, and for no other', async () => {
    const list = await wordsIn(recruiter, '/en/staff/appointments');

    expect(list).toContain(number);
    expect((await recruiter.get(address)).status).toBe(200);
    expect((await recruiter.get(address.replace(POST, APPLIED))).status).toBe(404);
    expect((await recruiter.post(address)).location).toBe(`${address}?done=begun`);
  });

  test('has the conditions seen through for that post, and its first day', async () => {
    const version = hidden((await recruiter.get(address)).text, 'version');
    expect(
      (await recruiter.post(`${address}/first-day`, { version, ...dayFields('day', '2027-03-01') })).location,
    ).toBe(`${address}?done=day`);
    const security = await app.signedInAs('security-officer');
    await stepOn(security, `${address}/conditions/accreditation/begin`, { on: '2026-11-24' });

    const own = await wordsIn(candidate, `/en/my/applications/${number}/appointment`);
    expect(own).toContain('Gauge Officer');
    expect(own).toContain(POST);
    expect(own).toContain('Asked for on 24 November 2026');
  });

  test('is offered that post by its notice, its grade and its place', async () => {
    const draft = (await recruiter.get(`${address}/offer/draft`)).text;
    expect(draft).toContain('<option value="G15" selected');

    await prepareOffer(recruiter, `${address}/offer`, choiceFields({ grade: 'G15' }));
    await takeOfferStep(recruiter, `${address}/offer`, 'submit');
    await takeOfferStep(contracts, `${address}/offer`, 'approve');
    await takeOfferStep(manager, `${address}/offer`, 'approve');
    expect((await takeOfferStep(manager, `${address}/offer`, 'send')).location).toBe(`${address}/offer?done=send`);

    const { content } = await app.db.selectFrom('appointmentOffers').select('content').executeTakeFirstOrThrow();
    expect(readContent(content ?? '')).toMatchObject({
      application: number,
      vacancy: POST,
      title: { en: 'Gauge Officer' },
      terms: { grade: 'G15' },
    });
  });

  test('reads and declines it on the page of their application; nobody is named as next, since no order ranks them', async () => {
    const mine = `/en/my/applications/${number}/offer`;
    const { text } = await candidate.get(mine);
    const [, declining = ''] = /action="([^"]+\/declining)"/.exec(text) ?? [];
    expect(text).toContain('Gauge Officer');

    expect((await candidate.post(declining, { words: '' })).location).toBe(`${mine}?done=declined`);

    const shown = await wordsIn(manager, `${address}/offer`);
    expect(shown).toContain('Nothing follows by itself');
    expect(shown).not.toContain('Next on the order of merit');
    for (const list of ['merit', 'similar-posts'])
      expect((await manager.get(`/en/staff/vacancies/${POST}/${list}`)).status).toBe(200);
  });

  test('may be offered it anew, and accepts', async () => {
    await prepareOffer(recruiter, `${address}/offer`, choiceFields({ grade: 'G15', country: 'NL' }));
    await takeOfferStep(recruiter, `${address}/offer`, 'submit');
    await takeOfferStep(contracts, `${address}/offer`, 'approve');
    await takeOfferStep(manager, `${address}/offer`, 'approve');
    await takeOfferStep(manager, `${address}/offer`, 'send');

    const mine = `/en/my/applications/${number}/offer`;
    expect((await acceptOffer(candidate, mine)).location).toBe(`${mine}?done=accepted`);
    expect(await wordsIn(manager, `${address}/offer`)).toContain('Accepted');
  });
});

describe('the competition that they came from', () => {
  const of = () => `/en/staff/vacancies/${APPLIED}/appointments/${competition.numbers[0]}`;
  const decline = async () => {
    const [selected = app.visitor()] = competition.applicants;
    const offers = `${of()}/offer`;
    await recruiter.post(of());
    await prepareOffer(recruiter, offers);
    await takeOfferStep(recruiter, offers, 'submit');
    await takeOfferStep(contracts, offers, 'approve');
    await takeOfferStep(manager, offers, 'approve');
    await takeOfferStep(manager, offers, 'send');
    const { text } = await selected.get(`/en/my/applications/${competition.numbers[0]}/offer`);
    const [, declining = ''] = /action="([^"]+\/declining)"/.exec(text) ?? [];
    await selected.post(declining, { words: 'It is too far.' });
  };

  test('names who is next on the reserve list once the first declined, and that they accepted a similar post', async () => {
    await decline();

    const shown = await wordsIn(manager, `${of()}/offer`);

    expect(shown).toContain(`Next on the order of merit, on the reserve list: Ada Marin 1 · ${number}, rank 2`);
    expect(shown).toContain(`(accepted the similar post of vacancy ${POST})`);
  });

  test('tells it to those alone who read the order of merit', async () => {
    expect(await wordsIn(contracts, `${of()}/offer`)).not.toContain('Next on the order of merit');
  });

  test('names nobody whose time on the reserve list is over', async () => {
    await later(app, '2028-06-30T09:00:00Z');

    expect(await wordsIn(manager, `${of()}/offer`)).not.toContain('Next on the order of merit');
  });
});
