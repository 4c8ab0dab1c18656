import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertApplicant, insertMember } from '../screening-testing.ts';

const REFERENCE = '260731';
const HERE = `/en/staff/vacancies/${REFERENCE}/screening`;

let app: TestApp;
let manager: Client;
let screeners: Client[];
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  screeners = [await app.signedInAs('staff-member'), await app.signedInAs('recruiter', 'fr')];
  await insertClosedVacancy(app.db, REFERENCE);
  for (const familyName of ['Sund', 'Lund', 'Costa'])
    await insertApplicant(app.context, REFERENCE, { givenNames: 'Ylva', familyName });
  for (const { accountId = '' } of [...screeners, manager])
    await insertMember(app.db, { reference: REFERENCE, accountId });
  await manager.post(`${HERE}/arrangement`, { do: 'begin' });
});
afterAll(() => app.close());

const shareOut = (among: Client[]) =>
  manager.post(`${HERE}/arrangement`, { do: 'assign', among: among.map(({ accountId }) => accountId ?? '') });
const mailsSince = async (before: number) => (await app.mails()).slice(before);

test('each screener is told once of all that was shared out together, in their language, with nothing personal', async () => {
  const before = (await app.mails()).length;
  await shareOut(screeners);
  const mails = await mailsSince(before);

  expect(mails).toHaveLength(2);
  const [english, french] = ['en', 'fr'].map(
    (language) => mails.find((mail) => mail.language === language)?.text ?? '',
  );
  expect(english).toContain(`3 applications for vacancy ${REFERENCE} were given to you`);
  expect(english).toContain(`/en/staff/vacancies/${REFERENCE}/screening`);
  expect(french).toContain(`3 candidatures au poste ${REFERENCE} vous ont été confiées`);
  expect(JSON.stringify(mails.map(({ subject, text }) => [subject, text]))).not.toMatch(
    /Sund|Lund|Costa|Ylva|A-260731/,
  );
});

test('nothing more to share out is no mail, and whoever shares out to themselves gets none', async () => {
  const before = (await app.mails()).length;
  await shareOut(screeners);
  await manager.post(`${HERE}/arrangement`, { do: 'take-back', screener: screeners[0]?.accountId ?? '' });
  await shareOut([manager]);

  expect(await mailsSince(before)).toEqual([]);
});
