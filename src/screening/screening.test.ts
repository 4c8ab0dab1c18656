import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertClosedVacancy } from '../applications/stages/selection-testing.ts';
import { requirementsOf } from '../applications/answers.ts';
import { testApp, type Client, type Form, type TestApp } from '../testing.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { insertApplicant, insertConflict, insertMember } from './screening-testing.ts';
import { screeningResults } from './screening-queries.ts';

const REFERENCE = '260701';
const HERE = `/en/staff/vacancies/${REFERENCE}/screening`;

let app: TestApp;
let manager: Client;
let first: Client;
let second: Client;
let numbers: string[];
let keys: { essential: string[]; desirable: string[] };
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  first = await app.signedInAs('recruiter');
  second = await app.signedInAs('staff-member', 'fr');
  await insertClosedVacancy(app.db, REFERENCE);
  numbers = [];
  for (const nationalities of [undefined, undefined, undefined, ['BR'], ['BR'], undefined])
    numbers.push(
      (
        await insertApplicant(app.context, REFERENCE, {
          givenNames: 'Ylva',
          familyName: 'Lindqvist',
          ...(nationalities && { nationalities }),
        })
      ).number,
    );
  const notice = (await findVacancy(app.db, REFERENCE))?.notice;
  const requirements = notice ? requirementsOf(notice) : [];
  const keysOf = (kind: string) => requirements.filter((one) => one.kind === kind).map(({ key }) => key);
  keys = { essential: keysOf('essential'), desirable: keysOf('desirable') };
  for (const [index, { accountId = '' }] of [first, second].entries())
    await insertMember(app.db, { reference: REFERENCE, accountId, name: `Screener ${index + 1}` });
});
afterAll(() => app.close());

const numbered = (index: number) => numbers[index] ?? '';
const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

const all = (finding: string, of: string[] = keys.essential): Form =>
  Object.fromEntries(of.map((key) => [`finding-${key}`, finding]));
const RULES_MET: Form = { 'finding-nationality': 'met', 'finding-languages': 'met', 'finding-reception': 'met' };

async function fill(by: Client, number: string, form: Form) {
  const language = by === second ? 'fr' : 'en';
  const address = `/${language}/staff/vacancies/${REFERENCE}/screening/${number}`;
  const { text } = await by.get(address);
  return by.post(address, { ...form, version: versionIn(text) });
}

const actionsOf = async (subjectId: string) =>
  (await app.db.selectFrom('events').select('action').where('subjectId', '=', subjectId).orderBy('id').execute()).map(
    ({ action }) => action,
  );

describe('a screening by two people', () => {
  test('is begun by who arranges it, by the organisation’s rules, once the deadline has passed', async () => {
    await insertVacancy(app.db, { reference: '260702', status: 'published' });
    const early = await manager.post('/en/staff/vacancies/260702/screening/arrangement', { do: 'begin' });
    const page = await manager.get(`${HERE}/arrangement`);
    const begun = await manager.post(`${HERE}/arrangement`, { do: 'begin' });
    const again = await manager.post(`${HERE}/arrangement`, { do: 'begin' });

    expect(early.status).toBe(422);
    expect(early.text).toContain('Applications come in until');
    expect(page.text).toContain('Staff Rules, article 12');
    expect(page.text).toContain('Until the stage “Panel interview”');
    expect(begun.status).toBe(303);
    expect(again.status).toBe(422);
    expect(await actionsOf(REFERENCE)).toContain('screening-begun');
  });

  test('gives each application to both, and to nobody who may not judge it', async () => {
    await insertConflict(app.db, { reference: REFERENCE, accountId: second.accountId ?? '', number: numbered(5) });

    const shared = await manager.post(`${HERE}/arrangement`, {
      do: 'assign',
      among: [first.accountId ?? '', second.accountId ?? ''],
    });
    const arranged = await manager.get(`${HERE}/arrangement`);
    const own = await second.get(`/fr/staff/vacancies/${REFERENCE}/screening`);

    expect(shared.location).toContain('done=shared-out&count=11');
    expect(arranged.text).toContain('1 application has too few screeners');
    expect(own.text).toContain(numbered(0));
    expect(own.text).not.toContain(numbered(5));
    expect((await second.get(`/fr/staff/vacancies/${REFERENCE}/screening/${numbered(5)}`)).status).toBe(404);
  });

  test('shows each requirement with what shows it, and the rules with their source', async () => {
    const { text } = await first.get(`${HERE}/${numbered(0)}`);

    expect(text).toContain('How I meet requirement 1.');
    expect(text).toContain('Hydrologist');
    expect(text).toContain('10 years at full-time equivalent');
    expect(text).toMatch(/E1 ·/);
    expect(text).toContain('Desirable requirements are weighed only where');
    expect(text).not.toMatch(/2010|2020|Lindqvist|Belgium/);
  });

  test('cannot be signed while a finding or a reason is missing, and keeps what was typed', async () => {
    const [one = '', ...others] = keys.essential;
    const form = { ...RULES_MET, ...all('met', others), [`finding-${one}`]: 'not-met' };
    const answer = await fill(first, numbered(1), { ...form, do: 'sign' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('give a reason.');
    expect((await first.get(`${HERE}/${numbered(1)}`)).text).toMatch(/value="not-met" checked/);
  });

  test('weighs desirable requirements only where every essential one is met', async () => {
    const [wish = ''] = keys.desirable;
    const early = await fill(second, numbered(2), { ...RULES_MET, [`finding-${wish}`]: 'full', do: 'save' });
    await fill(second, numbered(2), { ...RULES_MET, ...all('met'), do: 'save' });
    const form = { ...RULES_MET, ...all('met'), ...all('partial', keys.desirable) };
    const signed = await fill(second, numbered(2), { ...form, do: 'sign' });

    expect(early.status).toBe(422);
    expect(early.text).toContain('Les acquis souhaitables ne sont appréciés que');
    expect(signed.location).toContain('done=signed');
  });

  test('shows nobody another’s finding before both have signed, and settles where they differ', async () => {
    const [one = '', ...others] = keys.essential;
    const reason = 'Only a year of measuring is shown.';
    await fill(first, numbered(2), { ...RULES_MET, ...all('met'), do: 'save' });
    const before = await first.get(`${HERE}/${numbered(2)}`);
    const early = await manager.get(`${HERE}/${numbered(2)}/settlement`);
    const form = { ...RULES_MET, ...all('met', others), [`finding-${one}`]: 'not-met', [`reason-${one}`]: reason };
    await fill(first, numbered(2), { ...form, do: 'sign' });
    const after = await second.get(`/fr/staff/vacancies/${REFERENCE}/screening/${numbered(2)}`);
    const reopened = await second.post(`/fr/staff/vacancies/${REFERENCE}/screening/${numbered(2)}/reopening`, {
      reason: 'I have changed my mind.',
    });
    const open = await manager.get(`${HERE}/${numbered(2)}/settlement`);
    const decided = { [`finding-${one}`]: 'not-met', [`reason-${one}`]: 'The notice asks for three years.' };
    const without = await manager.post(`${HERE}/${numbered(2)}/settlement`, { [`finding-${one}`]: 'not-met' });
    const settled = await manager.post(`${HERE}/${numbered(2)}/settlement`, decided);
    const [result] = await screeningResults(app.db, REFERENCE);

    expect(before.text).not.toContain('All sheets of this application');
    expect(early.status).toBe(404);
    expect(after.text).toContain(reason);
    expect(reopened.status).toBe(422);
    expect(open.text).toContain(reason);
    expect(without.status).toBe(422);
    expect(settled.status).toBe(303);
    expect(result).toMatchObject({ number: numbered(2), outcome: 'not-met', settledBy: manager.accountId });
    expect(result?.findings.essential[one]).toEqual({
      finding: 'not-met',
      agreed: false,
      reasons: ['The notice asks for three years.'],
    });
    await expect(
      app.db.updateTable('screenedApplications').set({ outcome: 'met' }).where('outcome', '=', 'not-met').execute(),
    ).rejects.toThrow('never changed');
  });

  test('takes over what a rule says for many, undoes it, and freezes what both found alike', async () => {
    const rule = { rule: 'nationality', finding: 'not-met' };
    const preview = await first.post(`${HERE}/hard-rules`, { ...rule, do: 'preview' });
    const mark = hidden(preview.text, 'mark');
    const taken = await first.post(`${HERE}/hard-rules`, { ...rule, mark, do: 'confirm' });
    const run = hidden((await first.get(`${HERE}/hard-rules`)).text, 'run');
    const undone = await first.post(`${HERE}/hard-rules`, { run, do: 'undo' });
    for (const by of [first, second]) {
      const again = await by.post(`${HERE}/hard-rules`, { ...rule, do: 'preview' });
      await by.post(`${HERE}/hard-rules`, { ...rule, mark: hidden(again.text, 'mark'), do: 'confirm' });
      for (const index of [3, 4]) {
        const form = { 'finding-nationality': 'not-met', 'finding-languages': 'met', 'finding-reception': 'met' };
        await fill(by, numbered(index), { ...form, do: 'sign' });
      }
    }
    const page = await manager.get(`${HERE}/settlement`);
    const frozen = await manager.post(`${HERE}/settlement`, { mark: hidden(page.text, 'mark') });
    const results = await manager.get(`${HERE}/settlement`);

    expect(preview.text).toContain(numbered(3));
    expect(preview.text).not.toContain(numbered(0));
    expect(taken.location).toContain('done=taken&count=2');
    expect(undone.location).toContain('done=undone&count=2');
    expect(frozen.location).toContain('done=settled&count=2');
    expect(results.text).toContain('Tick 2 whose eligibility is not met');
    expect(await actionsOf(numbered(3))).toEqual(
      expect.arrayContaining(['rule-found-for-several', 'rule-taken-back', 'sheet-signed', 'screening-settled']),
    );
  });

  test('leads to the step that a person takes, with those ticked and the reason that may be told', async () => {
    const selection = `/en/staff/vacancies/${REFERENCE}/selection`;
    const review = { position: 'received', whom: 'all', action: 'review' };
    const preview = await manager.post(selection, { ...review, do: 'preview' });
    await manager.post(selection, { ...review, mark: hidden(preview.text, 'mark'), do: 'confirm' });

    const ticked = await manager.post(selection, {
      position: 'under-review',
      action: 'not-retain',
      reason: 'not-eligible',
      whom: 'ticked',
      numbers: [numbered(3), numbered(4)],
      do: 'change',
    });

    expect(ticked.text.match(/name="numbers"[^>]* checked/g)).toHaveLength(2);
    expect(ticked.text).toMatch(/value="not-eligible" checked/);
    expect(await actionsOf(numbered(3))).not.toContain('not-retain');
  });

  test('is handed to the candidate as it was settled, once a decision is taken, without who screened', async () => {
    const { applicantId } = await app.db
      .selectFrom('applications')
      .select('applicantId')
      .where('number', '=', numbered(2))
      .executeTakeFirstOrThrow();
    const part = app.context.personalData.find(({ name }) => name === 'screening');
    const exported = async () => JSON.stringify(await part?.export(app.db, applicantId));
    const before = await exported();
    const form = { position: 'under-review', action: 'not-retain', reason: 'essential-requirement' };
    const chosen = { ...form, numbers: numbered(2), whom: 'ticked' };
    const selection = `/en/staff/vacancies/${REFERENCE}/selection`;
    const preview = await manager.post(selection, { ...chosen, do: 'preview' });
    await manager.post(selection, { ...chosen, mark: hidden(preview.text, 'mark'), do: 'confirm' });
    const after = await exported();

    expect(before).toContain(numbered(2));
    expect(before).not.toContain('The notice asks for three years.');
    expect(after).toContain('The notice asks for three years.');
    expect(after).not.toMatch(new RegExp([first, second, manager].map(({ accountId }) => accountId).join('|')));
  });

  test('closes to a screener every page with names, whatever else they are entrusted with', async () => {
    const closed = [
      `/en/staff/vacancies/${REFERENCE}/applications`,
      `/en/staff/applications/${numbered(0)}`,
      `/en/staff/applications/${numbered(0)}/documents/cover-letter`,
      `/en/staff/applications/${numbered(0)}/messages`,
      `/en/staff/vacancies/${REFERENCE}/selection`,
      `/en/staff/vacancies/${REFERENCE}/messages`,
    ];
    const answers = await Promise.all(closed.map((path) => first.get(path)));
    const searched = await first.post(`/en/staff/vacancies/${REFERENCE}/applications`, { text: 'Lindqvist' });

    for (const { status, text } of [...answers, searched]) {
      expect(status).toBe(403);
      expect(text).toContain('without seeing whose they are');
      expect(text).not.toContain('Lindqvist');
    }
    expect((await first.get(`${HERE}/likenesses`)).status).toBe(404);
    expect((await manager.get(`/en/staff/applications/${numbered(0)}`)).status).toBe(200);
    expect((await second.get(`/fr/staff/vacancies/${REFERENCE}/applications`)).status).toBe(403);
  });

  test('shows two applications that may be of one person to who arranges, and merges nothing', async () => {
    const page = await manager.get(`${HERE}/likenesses`);
    const pair = [numbered(0), numbered(1)];
    const field = (what: string) => `${what}-${pair.join('-')}`;
    const judged = { [field('verdict')]: 'other-person', [field('reason')]: 'Two letters, two careers.' };
    const without = await manager.post(`${HERE}/likenesses`, { numbers: pair.join(' ') });
    const noted = await manager.post(`${HERE}/likenesses`, { numbers: pair.join(' '), ...judged });

    expect(page.text).toContain('Same name, in whatever order and accents');
    expect(without.status).toBe(422);
    expect(noted.status).toBe(303);
    expect((await manager.get(`${HERE}/likenesses`)).text).toContain('Two letters, two careers.');
    expect(await actionsOf(numbered(1))).toContain('likeness-judged');
  });
});

test('to whom applies there, and to who does not screen there, a screening is not there', async () => {
  const applicant = await app.signedInAs('recruitment-manager');
  await insertMember(app.db, { reference: '260701', accountId: applicant.accountId ?? '' });
  await insertApplicant(app.context, REFERENCE, { accountId: applicant.accountId });

  expect((await applicant.get(HERE)).status).toBe(404);
  expect((await applicant.get(`${HERE}/arrangement`)).status).toBe(404);
  expect((await (await app.signedInAs('staff-member')).get(HERE)).status).toBe(404);
  expect((await manager.get(`${HERE}/${numbered(0)}`)).status).toBe(404);
});

test('to whom applies there, whatever else they are entrusted with, no page with names or counts is there', async () => {
  const applicant = await app.signedInAs('recruitment-manager');
  const vacancy = `/en/staff/vacancies/${REFERENCE}`;
  const application = `/en/staff/applications/${numbered(0)}`;
  const closed = [
    ...['applications', 'selection', 'messages', 'integrity', 'record', 'equality', 'balance'].map(
      (page) => `${vacancy}/${page}`,
    ),
    ...['', '/documents/cover-letter', '/messages', '/integrity'].map((rest) => application + rest),
  ];
  const before = await applicant.get(application);
  await insertApplicant(app.context, REFERENCE, { accountId: applicant.accountId });

  const answers = await Promise.all(closed.map((path) => applicant.get(path)));
  const searched = await applicant.post(`${vacancy}/applications`, { text: 'Lindqvist' });

  expect(before.text).toContain('Lindqvist');
  expect([...answers, searched].map(({ status }) => status)).toEqual(Array(closed.length + 1).fill(404));
});
