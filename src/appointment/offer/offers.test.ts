import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { hidden, later, takeStep } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { selectSomebody } from '../conditions/appointment-testing.ts';
import { readContent } from './offer-content.ts';
import { acceptOffer, choiceFields, dayFields, prepareOffer, takeOfferStep } from './offer-testing.ts';
import { lapseOffers, remindOfOffers } from './offer-tasks.ts';

const REFERENCE = '260481';

let app: TestApp;
let manager: Client;
let second: Client;
let recruiter: Client;
let contracts: Client;
let candidate: Client;
let number: string;
let address: string;
let mine: string;

beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  second = await app.signedInAs('recruitment-manager', 'fr');
  recruiter = await app.signedInAs('recruiter');
  contracts = await app.signedInAs('contract-officer');
  candidate = await app.signedInAs('applicant', 'fr');
  const notice = { grades: ['G10', 'G12'], budgetPending: true, location: { country: 'BE', city: 'Brussels' } };
  number = await selectSomebody(app, { reference: REFERENCE, manager, candidate, notice });
  const of = `/en/staff/vacancies/${REFERENCE}/appointments/${number}`;
  await recruiter.post(of);
  const version = hidden((await recruiter.get(of)).text, 'version');
  await recruiter.post(`${of}/first-day`, { version, ...dayFields('day', '2027-03-01') });
  address = `${of}/offer`;
  mine = `/fr/my/applications/${number}/offer`;
  await app.mails();
});
afterAll(() => app.close());

const twin = (more: Record<string, string> = {}) => choiceFields({ grade: 'G10', higher: 'G12', ...more });
const approved = (yes: boolean) =>
  app.db
    .selectFrom('vacancies')
    .select('notice')
    .where('reference', '=', REFERENCE)
    .executeTakeFirstOrThrow()
    .then(({ notice }) =>
      app.db
        .updateTable('vacancies')
        .set({ notice: JSON.stringify({ ...(notice as object), budgetPending: !yes }) })
        .where('reference', '=', REFERENCE)
        .execute(),
    );
const rows = () => app.db.selectFrom('appointmentOffers').selectAll().orderBy('number').execute();
const last = async () => (await rows()).at(-1);
const events = async () =>
  app.db
    .selectFrom('events')
    .select(['action', 'actorKind', 'details'])
    .where('subject', '=', 'appointment')
    .where('action', 'like', 'offer-%')
    .orderBy('id')
    .execute();

describe('an offer being prepared', () => {
  test('begins with what the notice says and the first day that was planned', async () => {
    const { text } = await recruiter.get(`${address}/draft`);

    expect(text).toMatch(/<input[^>]*value="turnover"[^>]*checked/);
    expect(text).toContain('<option value="G10" selected');
    expect(text).toContain('<option value="G12" selected');
    expect(text).toContain('<option value="BE" selected');
    expect(text).toMatch(/name="start-year"[^>]*value="2027"/);
  });

  test('shows what follows, each figure with its source, before anything is kept', async () => {
    const { status, text } = await recruiter.post(`${address}/draft`, { ...twin(), do: 'look' });

    expect(status).toBe(200);
    expect(text).toContain('aria-label="First contract: 1 March 2027 to 28 February 2030');
    expect(text).toContain('normally not before 1 March 2030');
    expect(text).toContain('31 August 2027');
    expect(text).toContain('Staff Rules, article 16(2)');
    expect(text).toContain('What the text leaves open');
    expect(await rows()).toEqual([]);
  });

  test('is told at the field where the rules make no such offer, and keeps what was typed', async () => {
    const refused = await recruiter.post(`${address}/draft`, {
      ...twin({ directly: 'yes', directlyReason: 'Has done it', reduction: '2x' }),
      do: 'keep',
    });
    const direct = await recruiter.post(`${address}/draft`, {
      ...twin({ directly: 'yes', directlyReason: 'So' }),
      do: 'keep',
    });
    const long = await recruiter.post(`${address}/draft`, {
      ...twin({ reduction: '25', reductionReason: 'So' }),
      do: 'keep',
    });

    expect([refused.status, direct.status, long.status]).toEqual([422, 422, 422]);
    expect(refused.text).toContain('href="#f-reduction"');
    expect(refused.text).toContain('Has done it');
    expect(direct.text).toContain('href="#f-directly"');
    expect(long.text).toContain('The rules allow 2 years at most');
    expect(await rows()).toEqual([]);
  });

  test('is kept, and changed by whoever read it last alone', async () => {
    expect((await prepareOffer(recruiter, address, twin())).location).toBe(`${address}?done=kept`);
    expect(
      (await prepareOffer(contracts, address, twin({ reduction: '12', reductionReason: 'Ten years of it.' }))).location,
    ).toBe(`${address}?done=kept`);

    const late = await recruiter.post(`${address}/draft`, { ...twin(), version: '1', do: 'keep' });

    expect(late.status).toBe(422);
    expect(late.text).toContain('Somebody changed the offer meanwhile');
    expect(await last()).toMatchObject({ state: 'draft', choice: { reduction: { months: 12 } }, version: 2 });
    expect((await recruiter.get(address)).text).toContain('normally not before 1 March 2029');
  });
});

describe('the approval path', () => {
  test('is walked by those whose step it is, and by nobody who prepared it', async () => {
    expect((await takeOfferStep(recruiter, address, 'submit')).location).toBe(`${address}?done=submit`);
    expect((await takeOfferStep(manager, address, 'approve')).text).toContain('The step that is due is');
    // Whoever changed the draft is no second person, though another prepared it first.
    expect((await takeOfferStep(contracts, address, 'approve')).text).toContain('a second person looks at it');
    expect((await recruiter.post(`${address}/approval`, { version: '3' })).status).toBe(404);
    const office = await app.signedInAs('contract-officer');
    expect((await takeOfferStep(office, address, 'approve')).location).toBe(`${address}?done=approve`);
    expect((await takeOfferStep(manager, address, 'approve')).location).toBe(`${address}?done=approve`);

    const mails = (await app.mails()).filter(({ subject }) => subject.startsWith('Appointments: an offer'));
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.map(({ text }) => text).join('\n')).not.toMatch(new RegExp(`${number}|${REFERENCE}|G10`));
  });

  test('stands in the list with whose step it is, for those who read offers alone', async () => {
    const list = '/en/staff/appointments';

    expect((await manager.get(list)).text).toContain('whoever sends offers');
    const security = await app.signedInAs('security-officer');
    expect((await security.get(list)).text).not.toContain('whoever sends offers');
    expect((await security.get(address)).status).toBe(404);
    const hiring = await app.signedInAs('hiring-manager');
    expect((await hiring.get(address)).status).toBe(404);
  });
});

describe('sending an offer', () => {
  test('waits for the budget, for the first day that is planned, and for the figures that were approved', async () => {
    expect((await manager.get(address)).text).toContain('the budget of the post has to be approved');
    expect((await takeOfferStep(manager, address, 'send')).text).toContain('Not sent. Before it is sent');
    await approved(true);
    await app.db.updateTable('appointments').set({ startsOn: '2027-04-01' }).execute();

    expect((await takeOfferStep(manager, address, 'send')).text).toContain('the one that is planned');

    await app.db.updateTable('appointments').set({ startsOn: '2027-03-01' }).execute();
    const { offer } = app.context.organisation.appointment;
    const { probation } = offer;
    offer.probation = probation && { ...probation, count: probation.count + 1 };
    expect((await takeOfferStep(manager, address, 'send')).text).toContain('it has to be submitted again');
    offer.probation = probation;
    expect(await last()).toMatchObject({ state: 'approved', content: null });
  });

  test('has as draft a PDF that says so, and that nothing was sent', async () => {
    const { status, body } = await manager.get(`${address}/1/offer.pdf`);

    expect(status).toBe(200);
    expect(textOf(body)).toContain('Draft. Nothing of this was sent');
    expect((await candidate.get(mine)).text).toContain('Il n’y a pas encore d’offre');
  });

  test('freezes what it says and its PDF in each language, and tells the candidate that there is news', async () => {
    await app.mails();
    expect((await takeOfferStep(manager, address, 'send')).location).toBe(`${address}?done=send`);

    const offer = await last();
    const content = readContent(offer?.content ?? '');
    expect(offer).toMatchObject({ state: 'sent', answerBy: '2026-12-06' });
    expect(content).toMatchObject({ terms: { grade: 'G10' }, sentOn: '2026-11-22', answerBy: '2026-12-06' });
    expect(content.conditions.map(({ code }) => code)).toContain('medical-file');
    const documents = await app.db.selectFrom('offerDocuments').selectAll().orderBy('language').execute();
    expect(documents.map(({ language }) => language)).toEqual(['en', 'fr']);
    const [mail] = (await app.mails()).filter(({ to }) => to.address.startsWith('applicant-'));
    expect(mail?.text).not.toMatch(/offre|offer|G10|260481/i);
    await expect(app.db.updateTable('appointmentOffers').set({ answerBy: '2027-01-01' }).execute()).rejects.toThrow(
      'never changed',
    );
  });
});

const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).replaceAll(/\s+/g, ' ');

describe('the document of an offer', () => {
  test('is tagged, and says in each language what is offered, until when and on which conditions', async () => {
    const { text } = await candidate.get(mine);
    for (const [language, words] of [
      [
        'en',
        [
          'Offer of appointment',
          '1 March 2027',
          'Possible renewal',
          'normally not before 1 March 20',
          'until the end of 6 December 2026',
          'Approval of the medical file',
        ],
      ],
      [
        'fr',
        [
          'Offre d’engagement',
          '1er mars 2027',
          'Renouvellement possible',
          'normalement pas avant le 1er mars 20',
          'fin du 6 décembre 2026',
          'Approbation du dossier médical',
        ],
      ],
    ] as const) {
      const [, path = ''] = new RegExp(`href="(/${language}/my/[^"]+offer.pdf)"`).exec(text) ?? [];
      const { body, headers } = await candidate.get(path);
      const read = textOf(body);

      for (const word of words) expect(read).toContain(word);
      expect(read.replaceAll(/[\s\u200b]/g, '')).toContain((await last())?.contentSha256?.toString('hex'));
      expect(headers['content-disposition']).toContain(`offer-${number}-1-${language}.pdf`);
      expect(execFileSync('pdfinfo', ['-'], { input: body, encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
      expect(body.toString('latin1')).toContain('pdfuaid');
      const [kept] = await app.db
        .selectFrom('offerDocuments')
        .select('sha256')
        .where('language', '=', language)
        .execute();
      expect(createHash('sha256').update(body).digest('hex')).toBe(kept?.sha256.toString('hex'));
    }
  });

  test('names no medical condition to staff who may not know of them', async () => {
    for (const person of [manager, recruiter, await app.signedInAs('auditor')]) {
      const copy = textOf((await person.get(`${address}/1/offer.pdf`)).body);
      expect(copy).toContain('Copy for the file');
      expect(copy).toContain('The conditions of the notice');
      expect(copy).not.toMatch(/medical/i);
      expect((await person.get(address)).text).not.toMatch(/medical/i);
    }

    expect(textOf((await contracts.get(`${address}/1/offer.pdf`)).body)).toContain('Approval of the medical file');
    expect(JSON.stringify(await events())).not.toMatch(/medical|Ten years/i);
  });
});

describe('a candidate', () => {
  test('opens it, which is recorded once, and nobody else finds it', async () => {
    await candidate.get(mine);
    await candidate.get(mine);

    expect((await events()).filter(({ action }) => action === 'offer-seen')).toHaveLength(1);
    expect((await (await app.signedInAs('applicant')).get(mine)).status).toBe(404);
    expect((await last())?.seenAt).not.toBeNull();
  });

  test('is reminded on the days before the last, each once, without a word of what', async () => {
    await later(app, '2026-12-01T09:00:00Z');
    await app.mails();
    expect(await remindOfOffers(app.context, app.now)).toBe(1);
    expect(await remindOfOffers(app.context, app.now)).toBe(0);
    await later(app, '2026-12-05T09:00:00Z');
    expect(await remindOfOffers(app.context, app.now)).toBe(1);
    expect(await remindOfOffers(app.context, app.now)).toBe(0);

    const mails = (await app.mails())
      .filter(({ subject }) => subject.startsWith('Une réponse'))
      .map(({ text }) => text)
      .join('\n');
    expect(mails).toContain('attend une réponse');
    expect(mails).not.toMatch(/offre|260481|26-/i);
  });

  test('accepts the very content that was shown, having shown once more who they are', async () => {
    expect((await acceptOffer(candidate, mine, { currentPassword: 'wrong' })).status).toBe(422);
    const other = await acceptOffer(candidate, mine, { sha256: '00'.repeat(32) });
    expect(other.text).toContain('n’est pas ce qui figure ici');
    expect(await last()).toMatchObject({ state: 'sent' });

    expect((await acceptOffer(candidate, mine)).location).toBe(`${mine}?done=accepted`);

    expect(await last()).toMatchObject({ state: 'accepted', means: 'password' });
    const accepted = (await events()).at(-1);
    const documents = await app.db.selectFrom('offerDocuments').selectAll().execute();
    expect(accepted).toMatchObject({
      action: 'offer-accepted',
      details: {
        sha256: (await last())?.contentSha256?.toString('hex'),
        documents: Object.fromEntries(documents.map(({ language, sha256 }) => [language, sha256.toString('hex')])),
        means: 'password',
      },
    });
    expect((await acceptOffer(candidate, mine)).text).toContain(
      'Cette offre est à l’état « acceptée »'.replaceAll(/(?<=«) | (?=»)/g, '\u00a0'),
    );
  });

  test('has all of it in the copy of their data, each document as a file', async () => {
    const part = app.context.personalData.find(({ name }) => name === 'offers');
    const { records, files = [] } = (await part?.export(app.db, candidate.accountId ?? '')) ?? { records: [] };

    expect(records).toContainEqual(expect.objectContaining({ application: number, state: 'accepted' }));
    expect(files.map(({ name }) => name)).toEqual([
      `offer-${number}-${REFERENCE}-1-en.pdf`,
      `offer-${number}-${REFERENCE}-1-fr.pdf`,
    ]);
  });

  test('is offered nothing else once they accepted', async () => {
    expect((await recruiter.get(`${address}/draft`)).status).toBe(404);
  });
});

describe('another candidate', () => {
  let theirs: Client;
  let theirNumber: string;
  let offer: string;
  let page: string;

  beforeAll(async () => {
    theirs = await app.signedInAs('applicant');
    theirNumber = await selectSomebody(app, { reference: '260482', manager, candidate: theirs });
    const of = `/en/staff/vacancies/260482/appointments/${theirNumber}`;
    await recruiter.post(of);
    offer = `${of}/offer`;
    page = `/en/my/applications/${theirNumber}/offer`;
  });

  const send = async (fields = choiceFields()) => {
    await prepareOffer(recruiter, offer, fields);
    await takeOfferStep(recruiter, offer, 'submit');
    await takeOfferStep(contracts, offer, 'approve');
    await takeOfferStep(manager, offer, 'approve');
    return takeOfferStep(second, offer, 'send');
  };

  test('who is seconded is sent nothing before the national authority agreed', async () => {
    expect((await send(choiceFields({ person: 'seconded' }))).text).toContain('has to be recorded here');

    const form = { version: hidden((await recruiter.get(offer)).text, 'version'), authority: 'Ministry of Water' };
    expect(
      (await recruiter.post(`${offer}/agreement`, { ...form, ...dayFields('agreed', '2099-01-01') })).text,
    ).toContain('Enter a day that exists and is not ahead');
    expect(
      (await recruiter.post(`${offer}/agreement`, { ...form, ...dayFields('agreed', '2026-11-30') })).location,
    ).toBe(`${offer}?done=agreement`);
    expect((await takeOfferStep(second, offer, 'send')).location).toBe(`${offer}?done=send`);
    expect(JSON.stringify(await events())).not.toContain('Ministry');
  });

  test('reads that an offer was withdrawn, and another can be prepared', async () => {
    expect((await takeOfferStep(manager, offer, 'withdraw')).text).toContain('Give the reason');
    await takeOfferStep(manager, offer, { action: 'withdraw', 'withdraw-reason': 'The post changes.' });

    expect((await theirs.get(page)).text).toContain('This offer was withdrawn');
    expect((await theirs.get(page)).text).not.toContain('The post changes.');
    const told = await app.db.selectFrom('messages').selectAll().orderBy('sentAt', 'desc').orderBy('id').execute();
    const [message] = told.filter(({ subject }) => JSON.stringify(subject).includes('withdrawn'));
    expect(message).toMatchObject({
      subject: { en: 'The offer is withdrawn', fr: 'L’offre est retirée' },
      replies: true,
    });
    expect(JSON.stringify(told)).not.toContain('The post changes.');
    expect((await app.mails()).map(({ subject, text: words }) => `${subject} ${words}`).join()).not.toMatch(
      /withdr|retir|260482/i,
    );
    expect((await send()).location).toBe(`${offer}?done=send`);
  });

  test('declines with words that no event holds; what may follow is a person’s step', async () => {
    const { text } = await theirs.get(page);
    const [, declining = ''] = /action="([^"]+\/declining)"/.exec(text) ?? [];

    expect((await theirs.post(declining, { words: 'My family stays here.' })).location).toBe(`${page}?done=declined`);

    const shown = (await manager.get(offer)).text;
    expect(shown).toContain('My family stays here.');
    expect(shown).toContain('Nothing follows by itself');
    expect(shown).toContain('/merit"');
    expect((await contracts.get(offer)).text).not.toContain('/merit"');
    expect(JSON.stringify(await events())).not.toContain('family');
  });

  test('who answers late is told so; what nobody answered lapses by itself, and staff are told how many', async () => {
    await send();
    const by = (await last())?.answerBy ?? '';
    const shown = (await theirs.get(page)).text;
    const [, acceptance = ''] = /action="([^"]+\/acceptance)"/.exec(shown) ?? [];
    await later(app, `${by}T23:30:00Z`);
    expect(await lapseOffers(app.context, new Date(`${by}T12:00:00Z`))).toBe(0);
    await later(app, '2027-01-20T09:00:00Z');
    const late = await theirs.post(acceptance, {
      sha256: hidden(shown, 'sha256'),
      currentPassword: TEST_PASSWORD,
    });
    expect(late.status).toBe(422);
    await app.mails();

    expect(await lapseOffers(app.context, app.now)).toBe(1);
    expect(await lapseOffers(app.context, app.now)).toBe(0);

    expect((await last())?.state).toBe('lapsed');
    expect((await events()).at(-1)).toMatchObject({ action: 'offer-lapsed', actorKind: 'system' });
    const mails = (await app.mails()).map(({ text }) => text).join('\n');
    expect(mails).toContain('1 offer has lapsed');
    expect(mails).not.toMatch(new RegExp(`${theirNumber}|260482`));
    expect((await theirs.get(page)).text).toContain('This offer lapsed');
  });

  test('cannot accept once the decision stands no more', async () => {
    await send(choiceFields({ ...dayFields('start', '2027-06-01') }));
    await takeStep(manager, '260482', {
      position: 'selected',
      numbers: [theirNumber],
      action: 'not-retain',
      reason: 'comparison',
    });

    expect((await theirs.get(page)).text).toContain('does not stand any more');
    expect((await theirs.get(page)).text).not.toContain('/acceptance"');
    expect((await manager.get(`${offer.replace('/offer', '')}/ending`)).status).toBe(200);
    const version = hidden((await manager.get(`${offer.replace('/offer', '')}/ending`)).text, 'version');
    const ending = await manager.post(`${offer.replace('/offer', '')}/ending`, {
      version,
      reason: 'Decision changed.',
    });
    expect(ending.text).toContain('It has to be withdrawn before');
  });
});
