import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { insertAccount, TEST_PASSWORD } from '../../people/people-testing.ts';
import { testApp, type Client, type Form, type TestApp } from '../../testing.ts';
import { invite, nameMember, signReport } from '../panel-testing.ts';
import { planOf } from '../plan/plan-queries.ts';
import { reportsOf } from './report-queries.ts';

const REFERENCE = '260431';
const BASE = `/en/staff/vacancies/${REFERENCE}`;
const REPORT = `${BASE}/report`;
const RECEIVED = { language: 'fr' } as const;

let app: TestApp;
let manager: Client;
let chair: Client;
let member: Client;
let authority: Client;
const applied: { number: string; accountId: string }[] = [];
const numberOf = (at: number) => applied[at]?.number ?? '';

beforeAll(async () => {
  app = await testApp();
  await insertClosedVacancy(app.db, REFERENCE);
  for (let count = 0; count < 4; count += 1)
    applied.push(await insertSubmitted(app.context, { reference: REFERENCE, ...RECEIVED }));
  manager = await app.signedInAs('recruitment-manager');
  [chair, member, authority] = [
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member', 'fr'),
  ];
  for (const [person, name, role] of [
    [chair, 'Ellen Dahl', 'panel-chair'],
    [member, 'Rolf Engen', 'panel-member'],
    [authority, 'Tove Gran', 'appointing-authority'],
  ] as const)
    await nameMember(app, { manager, person, name, role, reference: REFERENCE });
  await scoreAll([5, 4, 4, 1]);
});
afterAll(() => app.close());

const textOf = (pdf: Buffer): string => execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });

/** One stage with one item, planned, opened, scored alike by both, agreed on and closed. */
async function scoreAll(points: number[]): Promise<void> {
  await manager.post(`${BASE}/stages`, { code: 'panel-interview' });
  const [stage] = await planOf(app.db, REFERENCE);
  const here = `${BASE}/stages/${stage?.id}`;
  const key = /name="weight-(c\w+)"/.exec((await manager.get(here)).text)?.[1] ?? '';
  const question = { [`question-en-${key}`]: 'When?', [`question-fr-${key}`]: 'Quand ?' };
  const counts = { version: '1', weight: '100', 'pass-mark': '50', 'assessed-by': 'panel', [`weight-${key}`]: '1' };
  await manager.post(here, { ...counts, ...question });
  await manager.post(`${here}/opening`);
  await invite(manager, REFERENCE, { numbers: applied.map(({ number }) => number), stage: 'panel-interview' });
  for (const person of [chair, member]) await person.post(`${BASE}/declaration`, { declares: 'yes' });
  for (const [at, given] of points.entries()) {
    const sheet = `${here}/scores/${numberOf(at)}`;
    const form = { [`points-${key}`]: String(given), [`note-${key}`]: 'Heard.', do: 'sign' };
    for (const person of [chair, member]) await person.post(sheet, form);
    await chair.post(`${sheet}/agreement`, { [`agreed-points-${key}`]: String(given), [`agreed-note-${key}`]: '' });
  }
  const closed = await manager.post(`${here}/closing`);
  expect(closed.location).toBe(`${BASE}/stages?done=closed`);
}

const proposed = (outcomes: string[], more: Form = {}): Form => ({
  ...Object.fromEntries(
    outcomes.flatMap((outcome, at) => [
      [`outcome-${numberOf(at)}`, outcome],
      [`reason-${numberOf(at)}`, outcome === 'not-retained' ? 'comparison' : ''],
    ]),
  ),
  ...more,
});
const report = async () => (await reportsOf(app.db, REFERENCE))[0];

test('a report is begun by the chair with nothing proposed, and kept as it is typed', async () => {
  expect((await manager.post(REPORT)).status).toBe(404);
  expect((await chair.post(REPORT)).location).toBe(`${REPORT}?done=begun`);

  const twice = await chair.post(REPORT);
  expect([twice.status, twice.text.includes('The report was begun already.')]).toEqual([422, true]);
  expect(twice.text).not.toContain('The report is begun.');
  expect((await report())?.proposals.map(({ outcome }) => outcome)).toEqual([null, null, null, null]);
  const kept = await chair.post(`${REPORT}/draft`, {
    ...proposed(['selected', '', '', '']),
    version: '1',
    'text-en': 'A strong field.',
    do: 'keep',
  });
  expect(kept.location).toBe(`${REPORT}?done=kept`);
  expect((await authority.get(REPORT)).text).not.toContain('A strong field.');
});

test('it is not frozen while a proposal is missing or passes somebody over without a reason', async () => {
  const refused = await chair.post(`${REPORT}/draft`, {
    ...proposed(['reserve-listed', 'selected', '', 'reserve-listed']),
    version: '2',
    do: 'freeze',
  });

  expect(refused.status).toBe(422);
  expect(refused.text).toContain(`Choose an outcome for ${numberOf(2)}`);
  expect(refused.text).toContain(`${numberOf(3)} is below a pass mark: not retained`);
  expect(refused.text).toContain(`Say why somebody comes out better than ${numberOf(0)}`);
});

test('frozen, it is signed by each with the password, and changes no more', async () => {
  const outcomes = proposed(['selected', 'reserve-listed', 'reserve-listed', 'not-retained'], {
    'text-en': 'A strong field.',
  });
  expect((await chair.post(`${REPORT}/draft`, { ...outcomes, version: '2', do: 'freeze' })).location).toBe(
    `${REPORT}?done=frozen`,
  );
  const frozen = await report();
  expect(frozen?.sha256).toBe(
    createHash('sha256')
      .update(frozen?.content ?? '')
      .digest('hex'),
  );
  expect(JSON.parse(frozen?.content ?? '')).toMatchObject({
    reference: REFERENCE,
    order: [{ rank: 1, total: '100.00' }, { rank: 2 }, { rank: 2 }],
  });

  expect((await chair.post(`${REPORT}/submission`)).text).toContain('Has yet to sign: Ellen Dahl, Rolf Engen.');
  expect((await signReport(chair, REPORT, { currentPassword: 'wrong' })).status).toBe(422);
  expect(await app.db.selectFrom('reportSignatures').select('name').execute()).toEqual([]);
  expect((await signReport(chair, REPORT)).location).toBe(`${REPORT}?done=signed`);
  expect((await authority.post(`${REPORT}/signature`, { currentPassword: TEST_PASSWORD })).status).toBe(404);
  await signReport(member, REPORT, { dissent: 'The second is as good.' });
  await expect(
    app.db
      .updateTable('selectionReports')
      .set({ content: '{}', contentSha256: createHash('sha256').update('{}').digest() })
      .execute(),
  ).rejects.toThrow('what is signed is never changed');
  expect((await chair.post(`${REPORT}/submission`)).location).toBe(`${REPORT}?done=submitted`);
});

test('the appointing authority returns it with a reason; another is drafted, signed and submitted', async () => {
  const here = REPORT.replace('/en/', '/fr/');
  expect((await authority.get(here)).text).toContain('The second is as good.');
  const mute = await authority.post(`${here}/decision`, {
    action: 'return',
    currentPassword: TEST_PASSWORD,
    version: String((await report())?.version),
  });
  expect(mute.text).toContain('Donnez votre motif');
  const returned = await authority.post(`${here}/decision`, {
    action: 'return',
    'decision-reason': 'Expliquez le départage.',
    currentPassword: TEST_PASSWORD,
    version: String((await report())?.version),
  });
  expect(returned.location).toBe(`${here}?done=decided`);

  expect((await chair.post(REPORT)).location).toBe(`${REPORT}?done=begun`);
  expect((await chair.get(REPORT)).text).toContain('Expliquez le départage.');
  const again = proposed(['selected', 'reserve-listed', 'reserve-listed', 'not-retained']);
  await chair.post(`${REPORT}/draft`, { ...again, version: '1', do: 'freeze' });
  for (const person of [chair, member]) await signReport(person, REPORT);
  expect((await chair.post(`${REPORT}/submission`)).location).toBe(`${REPORT}?done=submitted`);
});

test('it departs from the order with a reason, decided by nobody who took part', async () => {
  const version = String((await report())?.version);
  const otherwise = proposed(['reserve-listed', 'selected', 'reserve-listed', 'not-retained'], {
    [`why-${numberOf(0)}`]: 'Has withdrawn interest in this place.',
    [`why-${numberOf(2)}`]: 'The second has led a campaign.',
    action: 'depart',
    'decision-reason': 'See each.',
    currentPassword: TEST_PASSWORD,
    version,
  });
  expect((await chair.post(`${REPORT}/decision`, otherwise)).status).toBe(404);
  expect((await authority.post(`${REPORT}/decision`, { ...otherwise, action: '' })).text).toContain(
    'Choose what you decide',
  );

  expect((await authority.post(`${REPORT}/decision`, { ...otherwise, currentPassword: 'wrong' })).status).toBe(422);
  expect(await report()).toMatchObject({ status: 'submitted' });

  expect((await authority.post(`${REPORT}/decision`, otherwise)).location).toBe(`${REPORT}?done=decided`);
  expect(await report()).toMatchObject({ status: 'departed', decided: { reason: 'See each.', byName: 'Tove Gran' } });
  await expect(
    app.db.updateTable('selectionReports').set({ decisionReason: 'Other.' }).where('status', '=', 'departed').execute(),
  ).rejects.toThrow('a decided report is never changed');
});

test('nobody is told before release; then each has the letter of their outcome and their status, once', async () => {
  const letters = () => app.db.selectFrom('messages').select(['subject', 'body']).execute();
  expect(await letters()).toEqual([]);
  expect((await chair.post(`${REPORT}/release`)).status).toBe(404);

  expect((await manager.post(`${REPORT}/release`)).location).toBe(`${REPORT}?done=released`);
  expect((await manager.post(`${REPORT}/release`)).text).toContain('told already');

  expect(await letters()).toHaveLength(4);
  expect(JSON.stringify(await letters())).toMatch(/reserve list for this post, until \d+ May 2028/);
  const positions = await app.db
    .selectFrom('applicationStages')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['applications.number', 'position'])
    .where('position', 'in', ['selected', 'reserve-listed', 'not-retained'])
    .orderBy('applications.number')
    .execute();
  expect(positions.map(({ position }) => position)).toEqual([
    'reserve-listed',
    'selected',
    'reserve-listed',
    'not-retained',
  ]);
  const mails = (await app.mails()).filter(({ subject }) => /message|Message/.test(subject));
  expect(mails).toHaveLength(4);
  expect(mails.map(({ text }) => text).join(' ')).not.toMatch(/sélectionn|réserve|retenue/);
});

test('the record says who did what, by number and without a name', async () => {
  const events = await app.db
    .selectFrom('events')
    .select(['action', 'details'])
    .where('subjectId', '=', REFERENCE)
    .orderBy('id')
    .execute();

  expect(events.map(({ action }) => action).filter((action) => /^(report|decision)-/.test(action))).toEqual([
    'report-begun',
    'report-frozen',
    'report-signed',
    'report-signed',
    'report-submitted',
    'report-returned',
    'report-begun',
    'report-frozen',
    'report-signed',
    'report-signed',
    'report-submitted',
    'report-departed-from',
    'decision-released',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/Marin|withdrawn interest/);
});

test('the record of the competition has what was signed and decided', async () => {
  const made = await manager.post(`${BASE}/record`);
  const files = unzipSync(made.body);
  const reports = Buffer.from(files['reports.csv'] ?? []).toString();

  expect(reports).toContain(
    createHash('sha256')
      .update((await report())?.content ?? '')
      .digest('hex'),
  );
  expect(
    Buffer.from(files['signatures.csv'] ?? [])
      .toString()
      .match(/panel-member/g),
  ).toHaveLength(2);
  expect(
    Buffer.from(files['scores.csv'] ?? [])
      .toString()
      .trim()
      .split('\n'),
  ).toHaveLength(1 + 8);
});

test('the report is a PDF in both languages, of what was frozen', async () => {
  for (const [language, words] of [
    ['en', 'Order of merit'],
    ['fr', 'Ordre de mérite'],
  ] as const) {
    const answer = await manager.get(`/${language}/staff/vacancies/${REFERENCE}/report.pdf`);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toContain(`report-${REFERENCE}-2-${language}.pdf`);
    expect(textOf(answer.body)).toContain(words);
  }
  const translator = await app.signedInAs('translator');
  expect((await translator.get(`${REPORT}.pdf`)).status).toBe(404);
});

test('the letter is a file of its own for whom it is to, tagged, in the language of the address; for nobody else', async () => {
  const [own, other] = [await signedInAs(2), await signedInAs(3)];
  const address = `/my/applications/${numberOf(2)}/decision-letter.pdf`;

  for (const [language, words] of [
    ['fr', 'liste de réserve de ce poste'],
    ['en', 'reserve list for this post'],
  ] as const) {
    const { body, headers } = await own.get(`/${language}${address}`);
    expect(headers['content-disposition']).toContain(`decision-${numberOf(2)}-${language}.pdf`);
    expect(textOf(body).replaceAll(/\s+/g, ' ')).toContain(words);
    expect(textOf(body)).toContain(numberOf(2));
    const about = execFileSync('pdfinfo', ['-'], { input: body, encoding: 'utf8' });
    expect(about).toMatch(/Tagged:\s+yes/);
    expect(body.toString('latin1')).toContain('pdfuaid');
  }
  expect((await own.get(`/fr/my/applications/${numberOf(2)}/decision-review`)).text).toContain(address);
  expect((await other.get(`/fr${address}`)).status).toBe(404);
});

/** The author of an application, signed in. */
async function signedInAs(at: number): Promise<Client> {
  const client = app.visitor();
  const account = app.db
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', applied[at]?.accountId ?? '');
  const { email } = await account.executeTakeFirstOrThrow();
  await client.post('/en/sign-in', { email, password: TEST_PASSWORD });
  return client;
}

test('who screened here cannot decide, even once the task has ended', async () => {
  const screener = await insertAccount(app.db, { name: 'Una Holt', roles: ['staff-member'] });
  await manager.post(`${BASE}/people`, { email: screener.email, role: 'screener' });

  const refused = await manager.post(`${BASE}/people`, { email: screener.email, role: 'appointing-authority' });

  expect(refused.text).toContain('does not go with');
});
