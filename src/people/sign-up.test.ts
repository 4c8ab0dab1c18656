import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const PASSWORD = 'seven herons over the lock';
const signUp = { name: 'Ana Lindqvist', email: 'Ana.Lindqvist@People.example ', password: PASSWORD };

test('somebody signs up, confirms by the button behind the link, and is signed in', async () => {
  const visitor = app.visitor('en');

  const sent = await visitor.post('/en/accounts/new', signUp);
  const link = linkIn((await app.mails()).at(-1)?.text ?? '');
  const confirming = await visitor.get(link);
  const confirmed = await visitor.post(link);

  expect(sent).toMatchObject({ status: 303, location: '/en/accounts/new/sent' });
  expect(confirming.text).toContain('Confirm the address and sign in');
  expect(confirmed).toMatchObject({ status: 303, location: '/en/my/applications' });
});

const linkIn = (text: string): string => /http:\/\/concours\.test(\/\S+)/.exec(text)?.[1] ?? '';
