import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, testApp, type Client, type TestApp } from '../../testing.ts';
import { openErrors } from '../review/review.ts';
import { findVacancy } from '../vacancy-queries.ts';

const FOLDER = join(ROOT, '../shared/notices');
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => /^\d{6}\.txt$/.test(name)) : [];

/** What a careful reader would stop at: this notice prints no clearance. */
const ERRORS: Record<string, string[]> = { '250604': ['field-missing clearance'] };

let app: TestApp;
let recruiter: Client;
beforeAll(async () => {
  app = await testApp({ ORGANISATION: 'nato-is' });
  recruiter = await app.signedInAs('recruiter');
});
afterAll(() => app.close());

// They are real notices of an organisation, so they stay outside the repository.
test.skipIf(files.length === 0)('real notices import as drafts that can be reviewed', async () => {
  for (const name of files) {
    const reference = name.slice(0, 6);
    const file = { field: 'files', name, type: 'text/plain', content: readFileSync(join(FOLDER, name)) };

    const imported = await recruiter.upload('/en/staff/vacancies/import', {}, file);
    const review = await recruiter.get(`/fr/staff/vacancies/${reference}`);

    expect([name, imported.location, review.status]).toEqual([name, `/en/staff/vacancies/${reference}`, 200]);
    const vacancy = await findVacancy(app.db, reference);
    expect(vacancy?.notice.essential.en.length).toBeGreaterThan(3);
    const errors = openErrors(vacancy?.doubts ?? []).map(({ kind, field }) => `${kind} ${field}`);
    expect([name, errors]).toEqual([name, ERRORS[reference] ?? []]);
  }
});
