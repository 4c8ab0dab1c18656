import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy } from '../applications/stages/selection-testing.ts';
import { permits, type Permission } from '../people/permissions.ts';
import { formatDate } from '../site/dates.ts';
import { testApp, type Answer, type Client, type TestApp } from '../testing.ts';
import { SHOWS_CANDIDATES } from './anonymity-hooks.tsx';
import { fold } from './masking/fold.ts';
import { insertApplicant, insertMember } from './screening-testing.ts';

const REFERENCE = '260711';

let app: TestApp;
let manager: Client;
let screener: Client;
let people: Candidate[];
let numbers: string[];
beforeAll(async () => {
  // The organisation whose form asks for a date of birth.
  app = await testApp({ ORGANISATION: 'nato-is' });
  manager = await app.signedInAs('recruitment-manager');
  screener = await app.signedInAs('recruiter');
  await insertClosedVacancy(app.db, REFERENCE);
  people = fc.sample(candidate, { numRuns: 6, seed: 7 });
  numbers = [];
  for (const one of people) numbers.push(await insertCandidate(one));
  await insertMember(app.db, { reference: REFERENCE, accountId: screener.accountId ?? '' });
  await manager.post(`/en/staff/vacancies/${REFERENCE}/screening/arrangement`, {
    do: 'begin',
    screeners: '1',
    until: 'written-test',
  });
  const among = screener.accountId ?? '';
  await manager.post(`/en/staff/vacancies/${REFERENCE}/screening/arrangement`, { do: 'assign', among });
});
afterAll(() => app.close());

type Candidate = {
  given: string[];
  family: string[];
  mailbox: string;
  telephone: string;
  bornOn: string;
  country: [code: string, name: string, people: string];
};
const LETTERS = Array.from('bcdfghjklmnpqrstvwxzäéçøłß');
const name = fc
  .tuple(
    fc.constantFrom(...LETTERS),
    fc.array(fc.constantFrom(...LETTERS, 'a', 'ë', 'o'), { minLength: 5, maxLength: 9 }),
  )
  .map(([first, rest]) => first.toUpperCase() + rest.join(''));
const candidate: fc.Arbitrary<Candidate> = fc.record({
  given: fc.array(name, { minLength: 1, maxLength: 2 }),
  family: fc.array(name, { minLength: 1, maxLength: 2 }),
  mailbox: fc.stringMatching(/^[a-z]{8}\.[0-9]{4}$/),
  telephone: fc.stringMatching(/^\+32 4[1-9]{2} [1-9]{2} [1-9]{2} [1-9]{2}$/),
  bornOn: fc
    .date({ min: new Date('1950-01-01'), max: new Date('2009-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  country: fc.constantFrom(['SE', 'Sweden', 'Swedish'], ['FI', 'Finland', 'Finnish'], ['NO', 'Norway', 'Norwegian']),
});

/** A day as people write it. */
const birthWritten = ({ bornOn }: Candidate): string[] => {
  const [year = '', month = '', day = ''] = bornOn.split('-');
  return [bornOn, `${day}.${month}.${year}`, `${day}/${month}/${year.slice(2)}`];
};
const familyOf = ({ family }: Candidate) => family.join('-');
const emailOf = ({ mailbox }: Candidate) => `${mailbox}@post.example`;

/** Somebody who tells who they are wherever there is room for words. */
function insertCandidate(one: Candidate): Promise<string> {
  const { given, telephone, country } = one;
  const [code, nation, adjective] = country;
  const told = `My name is ${given.join(' ')} ${familyOf(one).toUpperCase()}, ${adjective}, from ${nation}; ${emailOf(one)}, ${telephone}; ${birthWritten(one).join(' – ')}.`;
  const entry = (fields: Record<string, string>) => ({ ...fields, country: code, from: '1987-09', to: '1991-06' });
  return insertApplicant(app.context, REFERENCE, {
    givenNames: given.join(' '),
    familyName: familyOf(one),
    email: emailOf(one),
    telephone,
    nationalities: [code],
    statement: told,
    letter: {
      text: `${latin(familyOf(one))}\n${emailOf(one)}\nTel: ${telephone}\n${birthWritten(one).join('\n')}\nDear Madam,`,
      fileName: `${familyOf(one)}.pdf`,
    },
    change: (answers) => ({
      ...answers,
      identity: { ...answers.identity, bornOn: one.bornOn },
      education: {
        ...answers.education,
        entries: answers.education.entries.map(({ id, fields }) => ({
          id,
          fields: entry({ ...fields, details: told }),
        })),
      },
      experience: {
        ...answers.experience,
        entries: answers.experience.entries.map(({ id, fields }) => ({
          id,
          fields: entry({ ...fields, tasks: told, employer: `${familyOf(one)} & Sons` }),
        })),
      },
    }),
  }).then(({ number }) => number);
}

/** What the font of a test's PDF can write. */
const latin = (text: string) => text.replaceAll('ł', 'l').normalize('NFC');

/** The same as a page of ours would tell it. */
const birthInWords = ({ bornOn }: Candidate): string[] => [formatDate(bornOn, 'en'), formatDate(bornOn, 'fr')];

/** Everything of a person by which a screener could tell them, as no reader's eye would miss it. */
const telling = (one: Candidate): string[] =>
  [
    ...one.given,
    ...one.family,
    one.mailbox,
    one.telephone,
    one.telephone.replaceAll(' ', ''),
    ...one.country.slice(1),
    ...birthWritten(one),
    ...birthInWords(one),
  ].map((text) => fold(text).text);

const everythingIn = ({ text, headers }: Answer): string => fold(`${text}\n${JSON.stringify(headers)}`).text;
const leaks = (answers: Answer[]): string[] =>
  answers.flatMap((answer) => {
    const seen = everythingIn(answer);
    return people.flatMap(telling).filter((text) => seen.includes(text));
  });

test('nothing that a screener can get tells who any candidate is: pages, files, headers, searches', async () => {
  const gets = numbers.flatMap((number) => [
    `screening/${number}`,
    `screening/${number}/texts/cover-letter`,
    `screening/${number}/files/cover-letter`,
    `screening/${number}/settlement`,
  ]);
  const paths = [
    ...gets,
    'screening',
    'screening/hard-rules',
    'screening/settlement',
    'screening/likenesses',
    'applications',
  ];
  const answers: Answer[] = [];
  for (const language of ['en', 'fr'])
    for (const path of paths) answers.push(await screener.get(`/${language}/staff/vacancies/${REFERENCE}/${path}`));
  const openly = numbers.flatMap((number) =>
    ['', '/messages', '/documents/cover-letter', '/documents/cover-letter/original'].map(
      (rest) => `/en/staff/applications/${number}${rest}`,
    ),
  );
  for (const path of openly) answers.push(await screener.get(path));
  for (const one of people)
    answers.push(await screener.post(`/en/staff/vacancies/${REFERENCE}/applications`, { text: familyOf(one) }));

  const found = answers.filter(({ status }) => status === 200);
  expect(found.length).toBeGreaterThan(2 * 2 * people.length);
  expect(leaks(answers)).toEqual([]);
  // Neither the years that tell an age are there.
  expect(found.filter(({ text }) => /\b(?:1987|1991)\b/.test(text))).toEqual([]);
});

test('a passage is uncovered one by one, with a reason, for one person alone, and that is recorded', async () => {
  const [number = ''] = numbers;
  const here = `/en/staff/vacancies/${REFERENCE}/screening/${number}`;
  const sheet = await screener.get(here);
  const [, address = ''] = /href="([^"]*\/passages\/[0-9a-f]{16}\?in=sheet)"/.exec(sheet.text) ?? [];
  const asked = await screener.get(address);
  const without = await screener.post(address, { in: 'sheet', reason: ' ' });
  const done = await screener.post(address, { in: 'sheet', reason: 'The employer’s name decides.' });
  const after = await screener.get(here);
  const key = address.split('/passages/')[1]?.slice(0, 16) ?? '';
  const event = await app.db
    .selectFrom('events')
    .select(['action', 'details', 'actorId'])
    .where('action', '=', 'passage-revealed')
    .execute();

  expect(asked.status).toBe(200);
  expect(without.status).toBe(422);
  expect(done.status).toBe(303);
  expect(after.text).not.toContain(key);
  expect(leaks([after]).length).toBeGreaterThan(0);
  expect(event).toEqual([
    {
      action: 'passage-revealed',
      actorId: screener.accountId,
      details: { what: expect.any(String) as string, held: [expect.stringMatching(/^[0-9a-f]{64}$/)] },
    },
  ]);
  expect((await screener.get(address)).status).toBe(404);
});

test('every route that shows candidates says of which vacancy or application, so that it can be closed', () => {
  const open = app.routes.filter(
    ({ url, config }) =>
      config?.permission !== undefined &&
      SHOWS_CANDIDATES.includes(config.permission) &&
      !/\/:(reference|number)\b/.test(url),
  );
  const unlisted: Permission[] = ['applications:read', 'applications:message', 'selection:advance'];

  expect(open.map(({ url }) => url)).toEqual([]);
  expect(unlisted.filter((permission) => permits(['screener'], permission))).toEqual([]);
});
