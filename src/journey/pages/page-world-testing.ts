import { COVER_LETTER, ESSAY } from '../../applications/documents/document-testing.ts';
import { insertDraft } from '../../applications/application-testing.ts';
import { publishEventHead } from '../../people/event-chain/event-head-queries.ts';
import { makeFirstKey } from '../../people/signing-key/signing-key-queries.ts';
import { enterReceipts, signerOf } from '../../applications/receipt-log/receipt-log-tasks.ts';
import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { insertExamined } from '../../integrity/integrity-testing.ts';
import { insertAccount, lastMailTo, linkIn, TEST_PASSWORD } from '../../people/people-testing.ts';
import { optionsToEnrol } from '../../people/passkeys/passkey.ts';
import { recordPasskey } from '../../people/passkeys/passkey-queries.ts';
import { lockProfile, recordProfileParts } from '../../people/profile/profile-queries.ts';
import { emptyProfile, type Entry } from '../../people/profile/profile.ts';
import { setUpApp } from '../../people/second-factor/second-factor-testing.ts';
import { openSession } from '../../people/session-queries.ts';
import { openStep } from '../../people/sign-in-step-queries.ts';
import { beat, noteRefused } from '../../platform/availability-queries.ts';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { linkToken } from '../../portal/follow/follower.ts';
import type { Client, Form } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';
import { makeHandOvers } from './page-hand-over-testing.ts';
import { makeAppointments } from './page-appointments-testing.ts';
import { makeContracts } from './page-contracts-testing.ts';
import { makeCompetition, makeSelection } from './page-competition-testing.ts';
import { makeEdited } from './page-editing-testing.ts';
import { makeEquality } from './page-equality-testing.ts';
import { makeFigures } from './page-figures-testing.ts';
import { makeInvitations } from './page-invitations-testing.ts';
import { makeOwnAppointment } from './page-own-appointment-testing.ts';
import { makeLate } from './page-late-testing.ts';
import { makeRedone } from './page-redone-testing.ts';
import { stepUpOf } from './page-step-up-testing.ts';
import { makeScreening } from './screening-world-testing.ts';

/**
 * Who looks at a page: nobody known, somebody with everything, somebody with nothing yet, serving staff, who leaves, and who
 * is entrusted with recruitment and accounts, who screens, who decides on arrangements for a selection, who sees appointments
 * through, and who is made an offer.
 */
export type Viewer =
  | 'visitor'
  | 'candidate'
  | 'newcomer'
  | 'colleague'
  | 'leaver'
  | 'officer'
  | 'screener'
  | 'arranger'
  | 'offices'
  | 'chosen';

/** An installation in which every page of a candidate has something to show, the same at every run. */
export type PageWorld = {
  app: ServedApp;
  /** The cookies with which each is signed in, by name. */
  cookies: Record<Viewer, Record<string, string>>;
  /** Numbers of applications, references, and paths of links that mails bring. */
  found: Record<string, string>;
};

/** The instant at which all pages are looked at. */
export const PAGES_AT = new Date('2026-11-22T12:00:00Z');
const A_MINUTE_MS = 60_000;
const EARLIER = new Date(PAGES_AT.getTime() - 20 * A_MINUTE_MS);

export async function makePageWorld(app: ServedApp): Promise<PageWorld> {
  app.now = EARLIER;
  const made: Making = { app, found: {}, recruiter: await signedIn(app, await staff(app, 'recruiter')) };
  await makeVacancies(made);
  const candidate = await insertAccount(app.db, { name: 'Ylva Ström', email: 'ylva@people.example' });
  const newcomer = await insertAccount(app.db, { name: 'Noé Petit', email: 'noe@people.example' });
  const colleague = await insertAccount(app.db, { name: 'Ida Holm', email: 'ida@people.example' });
  const leaver = await insertAccount(app.db, { name: 'Max Weiss', email: 'max@people.example' });
  const officer = await insertAccount(app.db, { ...OFFICER, roles: ['recruitment-manager', 'administrator'] });
  const arranger = await insertAccount(app.db, { ...ARRANGER, roles: ['accommodation-officer'] });
  const client = await signedIn(app, candidate.email);
  await fillProfile(made, { client, accountId: candidate.id });
  await makeApplications(made, { client, accountId: candidate.id });
  await follow(made, client);
  await takeLinks(made, newcomer.email);
  await secure(made, { client, accountId: candidate.id });
  await setUpBegun(await signedIn(app, newcomer.email));
  await askToLeave(made, leaver.email);
  await makeServing(made, colleague.email);
  await makeIncident(app);
  await makeCompetition(made, officer.id);
  await makeSelection(made, officer.id);
  await makeExamined(made, officer.id);
  const screener = await makeScreening(made, { manager: await signedIn(app, OFFICER.email), signedIn });
  await makeInvitations(made, { candidateId: candidate.id, officerId: officer.id });
  await makeEquality(made);
  await makeEdited(made.recruiter);
  await makeRedone(made, { candidateId: candidate.id, officerId: officer.id });
  await makeRequest(made);
  const offices = await insertAccount(app.db, OFFICES);
  const chosen = await insertAccount(app.db, { name: 'Iris Lund', email: 'iris@people.example' });
  const people = {
    recruiter: made.recruiter,
    offices: await signedIn(app, offices.email),
    officer: await signedIn(app, officer.email),
    chosen: await signedIn(app, chosen.email),
  };
  await makeAppointments(made, people, chosen.id);
  await makeHandOvers(made, { officer: people.officer, accountId: officer.id });
  await makeFigures(made);
  await makeOwnAppointment(made, client, officer.id);
  await makeLate(made, { candidateId: candidate.id, officerId: officer.id });
  await makeContracts(made, { officerId: officer.id, chosenId: chosen.id });
  app.now = PAGES_AT;
  const cookies = {
    visitor: await secondStepOf(app, candidate.id),
    candidate: {
      ...(await sessionOf(app, candidate.id)),
      ...(await stepUpOf(app, { accountId: candidate.id, passkey: 'AAAA', at: PAGES_AT })),
    },
    newcomer: { ...(await sessionOf(app, newcomer.id)), ...(await enrolmentOf(app, newcomer)) },
    colleague: await sessionOf(app, colleague.id),
    leaver: await sessionOf(app, leaver.id),
    officer: await sessionOf(app, officer.id),
    screener: await sessionOf(app, screener),
    arranger: await sessionOf(app, arranger.id),
    offices: await sessionOf(app, offices.id),
    chosen: await sessionOf(app, chosen.id),
  };
  return { app, cookies, found: made.found };
}

const ARRANGER = { name: 'Åsa Alm', email: 'asa@people.example' };
const OFFICES: NonNullable<Parameters<typeof insertAccount>[1]> = {
  name: 'Wilma Vik',
  email: 'wilma@people.example',
  roles: ['security-officer', 'medical-officer', 'contract-officer'],
};
const OFFICER = { name: 'Olga Ost', email: 'olga@people.example' };

export type Making = { app: ServedApp; found: Record<string, string>; recruiter: Client };
type Someone = { client: Client; accountId: string };

const staff = async ({ db }: ServedApp, role: 'recruiter' | 'recruitment-manager') =>
  (await insertAccount(db, { name: 'Rita Roy', email: `${role}@people.example`, roles: [role] })).email;

async function signedIn(app: ServedApp, email: string): Promise<Client> {
  const client = app.visitor();
  await succeed(client.post('/en/sign-in', { email, password: TEST_PASSWORD }));
  return client;
}

const sessionOf = async ({ db }: ServedApp, accountId: string) => ({
  session: await openSession(db, { accountId, device: 'Firefox on Linux' }, PAGES_AT),
});

/** A browser that has given the right password, and is asked for the code. */
const secondStepOf = async ({ db }: ServedApp, accountId: string) => ({
  'step-second-factor': await openStep(db, { purpose: 'second-factor', accountId }, PAGES_AT),
});

/** A browser that is about to make a passkey. */
async function enrolmentOf({ db, context }: ServedApp, { id, ...person }: { id: string; email: string; name: string }) {
  const { PUBLIC_URL: publicUrl } = context.config;
  const options = await optionsToEnrol({ accountId: id, ...person }, { publicUrl, organisation: 'Concours', has: [] });
  const details = { challenge: options.challenge, options };
  return {
    'step-passkey-enrolment': await openStep(db, { purpose: 'passkey-enrolment', accountId: id, details }, PAGES_AT),
  };
}

/** Nothing that this installation is made of may be refused. */
async function succeed(answer: ReturnType<Client['post']>): Promise<string> {
  const { status, text, location = '' } = await answer;
  if (status >= 400) throw new Error(`${status} while the pages’ installation was made: ${text.slice(0, 2000)}`);
  return location;
}

async function makeVacancies({ app: { db } }: Making): Promise<void> {
  const deadlineAt = new Date('2026-12-18T22:59:59Z');
  const title = { en: 'Hydrologist, Upper Torne', fr: 'Hydrologue (haute vallée de la Torne)' };
  const open = { status: 'published', deadlineAt } as const;
  await insertVacancy(db, { ...open, reference: '260601', notice: { attachments: [COVER_LETTER, ESSAY] } });
  await insertVacancy(db, { ...open, reference: '260602', notice: { title, grades: ['G15'] } });
  await insertVacancy(db, { ...open, reference: '260603', audience: 'internal', notice: { grades: ['G12', 'G15'] } });
  for (const reference of ['260401', '260402', '260403', '260404']) await insertClosedVacancy(db, reference);
}

const KEPT: Partial<Record<string, Entry['fields'][]>> = {
  person: [{ givenNames: 'Ylva', familyName: 'Ström', residence: 'SE', telephone: '+46 8 555 01 23' }],
  nationalities: [{ country: 'SE' }, { country: 'FI', since: '2014-05' }],
  education: [
    {
      degree: 'Civilingenjör i vattenbyggnad',
      kind: 'master',
      institution: 'Kungliga Tekniska högskolan',
      country: 'SE',
      from: '2005-09',
      to: '2010-06',
      completed: 'yes',
    },
  ],
  experience: [
    { title: 'Hydrologist', employer: 'River Authority', country: 'SE', from: '2016-01', current: 'yes' },
    {
      title: 'Surveyor',
      employer: 'Water Ltd',
      country: 'FI',
      from: '2010-09',
      to: '2016-03',
      workingTime: 'full-time',
      tasks: 'Levelled gauges.\nKept the record of two countries.',
    },
  ],
  languages: [
    { language: 'en', level: 'V' },
    { language: 'sv', level: 'V', motherTongue: 'yes' },
  ],
  clearances: [{ level: 'NS', issuer: 'national-security-authority', until: '2028-03-31' }],
};

const RESUME = JSON.stringify({
  basics: { name: 'Ylva Ström', phone: '+46 8 555 01 23', label: 'Hydrologist' },
  work: [{ name: 'Torne Gauges AB', position: 'Head of Gauging', startDate: '2019-03', summary: 'Forty stations.' }],
  education: [{ institution: 'University of Oulu', area: 'Hydrology', studyType: 'PhD', endDate: '2014-06' }],
  languages: [{ language: 'French', fluency: 'intermediate' }],
});

/** A profile with something in most parts, a gap to mend in one, and a file to go through. */
async function fillProfile({ app }: Making, { client, accountId }: Someone): Promise<void> {
  const { parts, revisions } = emptyProfile();
  for (const [part, entries = []] of Object.entries(KEPT))
    Object.assign(parts, { [part]: entries.map((fields, index) => ({ id: `${part}-${index}`, fields })) });
  await app.db.transaction().execute(async (transaction) => {
    const kept = await lockProfile(transaction, accountId, app.now);
    await recordProfileParts(transaction, { accountId, kept: { ...kept, profile: { parts, revisions } } }, app.now);
  });
  const file = { field: 'file', name: 'resume.json', type: 'application/json', content: Buffer.from(RESUME) };
  await succeed(client.upload('/en/my/profile/import', {}, file));
}

/** One draft with a letter, one thrown away, one application under way, one withdrawn, one not retained, one with messages. */
async function makeApplications(made: Making, { client, accountId }: Someone): Promise<void> {
  const { app, found } = made;
  const draft = (found['draft'] = await insertDraft(app.db, { accountId, reference: '260601' }));
  const letter = { field: 'file', name: 'letter.pdf', type: 'application/pdf', content: await pdfOfPages(2) };
  await succeed(client.upload(`/en/my/applications/${draft}/documents/cover-letter`, {}, letter));
  await makeFirstKey(app.db, signerOf(app.context), app.now);
  // Each is entered in the log before the next: those that are entered together have no order of their own.
  for (const [name, reference] of Object.entries({ submitted: '260602', invited: '260401', refused: '260402' })) {
    found[name] = (await insertSubmitted(app.context, { accountId, reference })).number;
    await enterReceipts(app.context);
  }
  await publishEventHead(app.db, signerOf(app.context), app.now);
  found['withdrawn'] = (await insertSubmitted(app.context, { accountId, reference: '260403' })).number;
  await succeed(client.post(`/en/my/applications/${found['withdrawn']}/withdrawal`, { confirm: 'yes' }));
  const discarded = (found['discarded'] = await insertDraft(app.db, { accountId, reference: '260404' }));
  await succeed(client.post(`/en/my/applications/${discarded}/discard`));
  const manager = await signedIn(app, await staff(app, 'recruitment-manager'));
  const invited = { numbers: found['invited'] ?? '', position: 'received', action: 'review' };
  await goOn(manager, '260401', invited);
  const due = { 'due-day': '3', 'due-month': '2', 'due-year': '2027' };
  await goOn(manager, '260401', {
    ...invited,
    ...due,
    position: 'under-review',
    action: 'invite',
    stage: 'written-test',
  });
  const refused = { numbers: found['refused'] ?? '', position: 'received', action: 'review' };
  await goOn(manager, '260402', refused);
  await goOn(manager, '260402', {
    ...refused,
    position: 'under-review',
    action: 'not-retain',
    reason: 'comparison',
    'note-en': 'Others had led a gauging campaign themselves.',
  });
  await write(made, found['invited'] ?? '');
  await succeed(
    client.post(`/en/my/applications/${draft}/accommodation`, {
      words: 'My hands tremble when I write quickly.',
      kinds: 'more-time',
    }),
  );
}

/** A request for an arrangement that its officer opens, apart from that of the candidate: each look is told to who made it. */
async function makeRequest({ app, found }: Making): Promise<void> {
  const { id: accountId, email } = await insertAccount(app.db, { name: 'Liv Lie', email: 'liv@people.example' });
  const draft = await insertDraft(app.db, { accountId, reference: '260602' });
  const words = { words: 'I read large print.', kinds: 'more-time' };
  await succeed((await signedIn(app, email)).post(`/en/my/applications/${draft}/accommodation`, words));
  const { id } = await app.db
    .selectFrom('accommodationRequests')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select('accommodationRequests.id')
    .where('number', '=', draft)
    .executeTakeFirstOrThrow();
  found['arrangement'] = id;
}

const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

/** A step of a selection: previewed, then taken. */
async function goOn(by: Client, reference: string, form: Form): Promise<void> {
  const address = `/en/staff/vacancies/${reference}/selection`;
  const { text } = await by.post(address, { ...form, do: 'preview' });
  await succeed(by.post(address, { ...form, mark: hidden(text, 'mark'), do: 'confirm' }));
}

async function write({ recruiter }: Making, number: string): Promise<void> {
  const compose = '/en/staff/vacancies/260401/messages';
  const form = {
    number,
    'subject-en': 'The written test',
    'body-en': 'Room 3, at nine.\n\nBring a pen.',
    replies: 'yes',
  };
  const { text } = await recruiter.post(compose, { ...form, step: 'preview' });
  await succeed(recruiter.post(compose, { ...form, mark: hidden(text, 'mark'), step: 'send' }));
}

/** Bookmarks, saved searches, and the links of a visitor's search. */
async function follow({ app, found }: Making, client: Client): Promise<void> {
  for (const reference of ['260601', '260602']) await succeed(client.post('/en/my/bookmarks', { reference }));
  await succeed(client.post('/en/searches/new', { query: '?q=hydrologist', frequency: 'daily' }));
  app.now = new Date(app.now.getTime() + A_MINUTE_MS); // the last saved stands first
  await succeed(client.post('/en/searches/new', { query: '?grade=G17', frequency: 'at-once' }));
  const email = 'lea@people.example';
  await succeed(app.visitor().post('/en/searches/new', { query: '?q=flood', frequency: 'daily', email }));
  found['confirmSearch'] = linkIn((await lastMailTo(app, email))?.text);
  const { id } = await app.db.selectFrom('followers').select('id').where('email', 'is', null).executeTakeFirstOrThrow();
  found['unsubscribe'] = `/en/searches/unsubscribe/${id}/${linkToken('unsubscribe', id, app.context.secret)}`;
}

/** A passkey, an app with its codes, and a change of address under way: confirmed from the new one, taken back from the old. */
async function secure({ app, found }: Making, { client, accountId }: Someone): Promise<void> {
  const email = 'ylva.strom@people.example';
  await succeed(client.post('/en/my/account/address', { email, currentPassword: TEST_PASSWORD }));
  found['newAddress'] = linkIn((await lastMailTo(app, email))?.text);
  found['keepAddress'] = linkIn((await lastMailTo(app, 'ylva@people.example'))?.text);
  await setUpApp(app, client);
  const passkey = { id: 'AAAA', publicKey: Buffer.alloc(1), counter: 0, transports: [], name: 'Telephone' };
  await recordPasskey(app.db, { accountId, ...passkey }, app.now);
}

const setUpBegun = (client: Client) =>
  succeed(client.post('/en/my/account/security', { currentPassword: TEST_PASSWORD, action: 'app' }));

async function askToLeave({ app, found }: Making, email: string): Promise<void> {
  const client = await signedIn(app, email);
  await succeed(client.post('/en/my/data/deletion', { confirmed: 'yes', currentPassword: TEST_PASSWORD }));
  found['keepAccount'] = linkIn((await lastMailTo(app, email))?.text);
}

/** What mails lead visitors to. */
async function takeLinks({ app, found }: Making, email: string): Promise<void> {
  const visitor = app.visitor();
  await succeed(visitor.post('/en/password/forgotten', { email }));
  found['newPassword'] = linkIn((await lastMailTo(app, email))?.text);
  const names = { givenNames: 'Ana', familyName: 'Lindqvist' };
  const fresh = { email: 'ana@people.example', ...names, password: TEST_PASSWORD };
  await succeed(visitor.post('/en/accounts/new', fresh));
  found['verification'] = linkIn((await lastMailTo(app, fresh.email))?.text);
}

/** Serving staff, as HR found. */
async function makeServing({ recruiter }: Making, email: string): Promise<void> {
  await succeed(
    recruiter.post('/en/staff/serving-staff', { email, until: '31/12/2027', reason: 'Personnel file seen' }),
  );
}

/** The evening of the closed vacancies, on which nobody answered for half an hour and some were refused. */
async function makeIncident({ db }: ServedApp): Promise<void> {
  const on = (time: string) => new Date(`2026-11-20T${time}Z`);
  const run = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
  await beat(db, { id: run(1), beganAt: on('00:00:00') }, on('21:40:00'));
  await beat(db, { id: run(2), beganAt: on('22:10:00') }, PAGES_AT);
  await noteRefused(db, new Map([['draft', 7]]), on('21:35:00'));
}

/** Two applications whose letters the officer has read; the author of one is asked about a passage by a colleague. */
async function makeExamined({ app, found }: Making, officer: string): Promise<void> {
  const { id: colleague } = await insertAccount(app.db, { name: 'Ruben Rey', roles: ['recruiter'] });
  const examined = { invited: colleague, refused: undefined };
  for (const [name, askedBy] of Object.entries(examined))
    await insertExamined(app.context, { number: found[name] ?? '', reader: officer, askedBy }, app.now);
}
