import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertAccount } from '../../people/people-testing.ts';
import type { Language } from '../../platform/language.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { closeDue } from '../../vacancies/publication/vacancy-tasks.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { insertDraft, submitApplication } from '../application-testing.ts';
import { remind, tellNews } from './news-tasks.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DEADLINE = new Date('2026-12-18T22:59:59Z');
const hoursBefore = (hours: number) => new Date(DEADLINE.getTime() - hours * 3_600_000);

let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.now = NOW;
  manager = await app.signedInAs('recruitment-manager');
});

let next = 261_800;
const newVacancy = async () => {
  const { reference } = await insertVacancy(app.db, {
    reference: String((next += 1)),
    status: 'published',
    deadlineAt: DEADLINE,
  });
  return reference;
};
const person = async (reference: string, given: { language?: Language; submitted?: boolean } = {}) => {
  const { id: accountId, email } = await insertAccount(app.db, { language: given.language ?? 'en' });
  const number = await insertDraft(app.db, { accountId, reference });
  if (given.submitted) await submitApplication(app.db, { accountId, number, rules: app.context.organisation });
  return { email, accountId, number };
};
const mailsTo = async ({ email }: { email: string }) => {
  app.now = new Date(DEADLINE.getTime() + 30 * 24 * 3_600_000);
  return (await app.mails()).filter(({ to }) => to.address === email);
};

describe('what becomes of a vacancy', () => {
  test('a correction is told to whoever has begun or submitted, in its public words', async () => {
    const reference = await newVacancy();
    const [drafting, submitted] = [
      await person(reference, { language: 'fr' }),
      await person(reference, { submitted: true }),
    ];
    const elsewhere = await person(await newVacancy());

    const corrected = await manager.post(`/en/staff/vacancies/${reference}/edit/header`, {
      city: 'Ghent',
      'correction.en': 'The post is in Ghent.',
      'correction.fr': 'Le poste est à Gand.',
    });
    await tellNews(app.context, app.now);
    await tellNews(app.context, app.now);

    expect(corrected.status).toBe(303);
    const french = await mailsTo(drafting);
    expect(french.map(({ subject }) => subject)).toEqual([
      expect.stringContaining(`Avis corrigé\u00a0: ${reference}, `) as string,
    ]);
    expect(french[0]?.text).toContain('«\u00a0Le poste est à Gand.\u00a0»');
    expect((await mailsTo(submitted))[0]?.text).toContain('“The post is in Ghent.”');
    expect(await mailsTo(elsewhere)).toEqual([]);
  });

  test('a deadline that passed is told to those whose draft was left, and to nobody who submitted', async () => {
    const reference = await newVacancy();
    const [drafting, submitted] = [await person(reference), await person(reference, { submitted: true })];

    const after = new Date(DEADLINE.getTime() + 5_000);
    await closeDue(app.context, after);
    await Promise.all([1, 2, 3].map(() => tellNews(app.context, after)));

    const mails = await mailsTo(drafting);
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining(`Not submitted: ${reference}`) as string,
    ]);
    expect(await mailsTo(submitted)).toEqual([]);
  });

  test('what happened longer ago than a week is no news', async () => {
    const reference = await newVacancy();
    const drafting = await person(reference);

    await closeDue(app.context, new Date(DEADLINE.getTime() + 5_000));
    await tellNews(app.context, new Date(DEADLINE.getTime() + 8 * 24 * 3_600_000));

    expect(await mailsTo(drafting)).toEqual([]);
  });
});

describe('reminders', () => {
  test('come as long before the deadline as the organisation says, once each, and only for drafts', async () => {
    const reference = await newVacancy();
    const [drafting, submitted] = [
      await person(reference, { language: 'fr' }),
      await person(reference, { submitted: true }),
    ];
    const counted = async () => (await mailsTo(drafting)).length;

    await remind(app.context, hoursBefore(169));
    const before = await counted();
    await Promise.all([1, 2, 3].map(() => remind(app.context, hoursBefore(167))));
    const week = await counted();
    await remind(app.context, hoursBefore(25));
    const between = await counted();
    await remind(app.context, hoursBefore(23));
    await remind(app.context, hoursBefore(1));

    expect([before, week, between, await counted()]).toEqual([0, 1, 1, 2]);
    expect((await mailsTo(drafting))[0]?.subject).toContain('Pas encore déposée');
    expect((await mailsTo(drafting))[0]?.text).toContain('18 décembre 2026');
    expect(await mailsTo(submitted)).toEqual([]);
  });

  test('that were missed while the server was down come as one', async () => {
    const drafting = await person(await newVacancy());

    await remind(app.context, hoursBefore(5));

    expect(await mailsTo(drafting)).toHaveLength(1);
  });

  test('do not come to those who began when the reminder was already due', async () => {
    const { reference } = await insertVacancy(app.db, {
      reference: String((next += 1)),
      status: 'published',
      deadlineAt: new Date('2026-11-20T20:00:00Z'),
    });
    const drafting = await person(reference);

    await remind(app.context, new Date('2026-11-20T12:00:00Z'));

    expect(await mailsTo(drafting)).toEqual([]);
  });

  test('stop when their reader says so, and come again when asked for', async () => {
    const reference = await newVacancy();
    const ada = await app.signedInAs('applicant');
    const number = await insertDraft(app.db, { accountId: ada.accountId ?? '', reference });
    const here = `/en/my/applications/${number}`;

    const off = await ada.post(`${here}/reminders`, { wanted: 'no' });
    const page = await ada.get(here);
    const none = await remind(app.context, hoursBefore(160));
    await ada.post(`${here}/reminders`, { wanted: 'yes' });
    const one = await remind(app.context, hoursBefore(160));
    const others = await manager.post(`${here}/reminders`, { wanted: 'no' });

    expect([off.status, none, one, others.status]).toEqual([303, 0, 1, 404]);
    expect(page.text).toContain('You get no mail when the deadline is near.');
  });
});
