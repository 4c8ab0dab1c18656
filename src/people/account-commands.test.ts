import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../testing.ts';
import { grantAccount } from './account-commands.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function run(...args: string[]): Promise<{ status: number; printed: string[]; warned: string }> {
  const printed: string[] = [];
  const warned: string[] = [];
  const status = await grantAccount(
    args,
    { print: (text) => void printed.push(text), warn: (text) => void warned.push(text), environment: {} },
    app.context,
  );
  return { status, printed, warned: warned.join('\n') };
}

const password = 'eleven rivers and a lock';
const pathOf = (address = '') => address.replace('http://concours.test', '');

test('the first recruiter gets a link, chooses a password and reads the staff pages', async () => {
  const { status, printed } = await run(
    'Ada@rivers.example',
    '--name',
    'Ada Marin',
    '--role',
    'recruiter',
    '--language',
    'fr',
  );
  const ada = app.visitor('fr');
  await ada.post(pathOf(printed[1]), { password });

  expect(status).toBe(0);
  expect(printed[0]).toBe('ada@rivers.example: recruiter');
  expect((await ada.get('/fr/staff/vacancies')).status).toBe(200);
  expect((await app.visitor('fr').post(pathOf(printed[1]), { password })).status).not.toBe(303);
});

test('run again, the account has exactly the roles asked for', async () => {
  await run('bo@rivers.example', '--name', 'Bo', '--role', 'recruiter');

  const { printed } = await run('bo@rivers.example', '--name', 'Bo', '--role', 'administrator');
  const bo = app.visitor();
  await bo.post(pathOf(printed[1]), { password });

  expect((await bo.get('/en/my/account')).status).toBe(200);
  expect((await bo.get('/en/staff/vacancies')).status).toBe(404);
});

test.each([
  [[], 'one e-mail address'],
  [['nobody', '--name', 'N', '--role', 'recruiter'], 'one e-mail address'],
  [['n@rivers.example', '--role', 'recruiter'], 'a name'],
  [['n@rivers.example', '--name', 'N'], 'a role is one of'],
  [['n@rivers.example', '--name', 'N', '--role', 'king'], 'a role is one of'],
  [['n@rivers.example', '--name', 'N', '--role', 'auditor', '--language', 'xx'], 'a language is one of'],
  [['n@rivers.example', '--rank', 'N'], 'rank'],
])('wrong usage says what is missing: %j', async (args, message) => {
  const { status, warned, printed } = await run(...args);

  expect(status).toBe(2);
  expect(warned).toContain(message);
  expect(printed).toEqual([]);
});
