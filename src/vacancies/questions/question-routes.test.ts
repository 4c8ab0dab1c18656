import { constantFrom, array, assert as check, property, record, string } from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { QUESTION_KINDS } from '../../regulations/questions/question-schema.ts';
import { testApp, type Answer, type Client, type TestApp } from '../../testing.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { insertVacancy } from '../vacancy-testing.ts';
import { nextCode, readQuestion, valuesOf } from './question-form.ts';

let app: TestApp;
let recruiter: Client;
let reference: string;
let serial = 262_000;

beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
});
afterAll(() => app.close());
beforeEach(async () => {
  reference = String((serial += 1));
  await insertVacancy(app.db, { reference });
});

const here = () => `/en/staff/vacancies/${reference}/questions`;
const asked = async () => (await findVacancy(app.db, reference))?.questions ?? [];
const undoOf = ({ text }: Answer) => ({
  index: /name="index" value="(\d+)"/.exec(text)?.[1] ?? '',
  question: (/name="question" value="([^"]*)"/.exec(text)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&'),
});

const YEARS = {
  'text.en': 'How many years have you worked at sea?',
  'text.fr': 'Combien d’années avez-vous travaillé en mer ?',
  min: '0',
  max: '60',
  'knockOut.below': '5',
  'knockOut.rule': 'E6',
  'knockOut.source.en': 'Notice, section 2',
  'knockOut.source.fr': 'Avis, section 2',
};
const LICENCE = {
  'text.en': 'Which licence do you hold?',
  'text.fr': 'Quel permis détenez-vous ?',
  'options.en': 'Car\nBoat\nNone',
  'options.fr': 'Voiture\nBateau\nAucun',
  several: 'yes',
};

describe('the questions of a vacancy', () => {
  test('are written in both languages, moved, removed and put back', async () => {
    await recruiter.post(`${here()}/new?kind=number`, YEARS);
    await recruiter.post(`${here()}/new?kind=choice`, LICENCE);
    await recruiter.post(`${here()}/q2/moves`, { move: 'up' });
    const moved = (await asked()).map(({ code }) => code);
    const removed = await recruiter.post(`${here()}/q2/moves`, { move: 'remove' });
    const without = (await asked()).map(({ code }) => code);
    await recruiter.post(`${here()}/restoration`, undoOf(removed));
    const page = await recruiter.get(here());

    expect([moved, without, (await asked()).map(({ code }) => code)]).toEqual([['q2', 'q1'], ['q1'], ['q2', 'q1']]);
    expect(page.text).toContain('How many years have you worked at sea?');
    expect(page.text).toContain('lang="fr"');
    expect(page.text).toContain('a rule may exclude');
    const actions = (await eventsOf(app.db, 'vacancy', reference)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['add-question', 'move-question', 'remove-question']));
  });

  test('come back with what is wrong, and what was typed', async () => {
    const halfOptions = { ...LICENCE, 'options.fr': 'Voiture' };

    const answer = await recruiter.post(`${here()}/new?kind=choice`, halfOptions);
    const unsourced = await recruiter.post(`${here()}/new?kind=number`, { ...YEARS, 'knockOut.source.fr': '' });

    expect([answer.status, unsourced.status]).toEqual([422, 422]);
    expect(answer.text).toContain('as many in English as in French');
    expect(answer.text).toContain('>Voiture</textarea>');
    expect(unsourced.text).toContain('A rule that excludes needs its name');
    expect(await asked()).toEqual([]);
  });

  test('stay as they are once the vacancy is no draft, and are only for those who may edit', async () => {
    await recruiter.post(`${here()}/new?kind=number`, YEARS);
    await app.db.updateTable('vacancies').set({ status: 'in-review' }).where('reference', '=', reference).execute();
    const auditor = await app.signedInAs('auditor');

    const late = await recruiter.post(`${here()}/q1/moves`, { move: 'remove' });
    const read = await auditor.get(here());
    const sent = await auditor.post(`${here()}/new?kind=number`, YEARS);

    expect([late.status, read.status, sent.status]).toEqual([422, 200, 404]);
    expect(late.text).toContain('what applicants are asked stays as it is');
    expect(await asked()).toHaveLength(1);
  });
});

describe('the form of a question', () => {
  test.each(QUESTION_KINDS)('of the kind %s gives back the question it was filled from', (kind) => {
    const values = {
      ...YEARS,
      ...LICENCE,
      'knockOut.options': '3',
      'knockOut.answer': 'no',
      'knockOut.after': '2027-06-30',
    };

    const read = readQuestion(values, { kind, code: 'q1' });
    const again = read.ok ? readQuestion(valuesOf(read.value), { kind, code: 'q1' }) : read;

    expect(read.ok).toBe(true);
    expect(again).toEqual(read);
  });

  test('takes whatever is sent without a fault', () => {
    const names = ['text.en', 'text.fr', 'options.en', 'options.fr', 'min', 'max', 'maxCharacters', 'knockOut.below'];
    const entry = record({
      name: constantFrom(...names, 'knockOut.options', 'knockOut.after', 'details.en'),
      value: string(),
    });
    check(
      property(constantFrom(...QUESTION_KINDS), array(entry), (kind, entries) => {
        const values = Object.fromEntries(entries.map(({ name, value }) => [name, value]));

        const read = readQuestion(values, { kind, code: 'q1' });

        expect(read.ok || read.refusal.length > 0).toBe(true);
      }),
    );
  });

  test('gives each question a code of its own', () => {
    const first = readQuestion(YEARS, { kind: 'number', code: nextCode([]) });
    const questions = first.ok ? [first.value] : [];

    expect([nextCode([]), nextCode(questions)]).toEqual(['q1', 'q2']);
  });
});
