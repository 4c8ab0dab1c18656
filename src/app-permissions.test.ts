import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RouteOptions } from 'fastify';
import { permits, ROLES, type Role } from './people/permissions.ts';
import { testApp, type Client, type TestApp } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

type Walked = { method: string; path: string; route: RouteOptions };

/** Every route with a body in it, each address once, its parameters filled with what is there or not. */
const walkedRoutes = (): Walked[] =>
  app.routes.flatMap((route) =>
    [route.method].flat().flatMap((method) => {
      if (method !== 'GET' && method !== 'POST') return [];
      const path = route.url
        .replace(':reference', '260999')
        .replace(':number', 'A-260999-00001')
        .replaceAll(/:\w+/g, '1')
        .replace('*', 'nothing.css');
      return [{ method, path, route }];
    }),
  );

const staffRoutes = () => walkedRoutes().filter(({ path }) => /^\/[a-z]{2}\/staff\b/.test(path));
const ask = (client: Client, { method, path }: Walked) => (method === 'GET' ? client.get(path) : client.post(path));

test('every staff route names the permission it needs', () => {
  const open = staffRoutes().filter(({ route }) => route.config?.permission === undefined);

  expect(staffRoutes().length).toBeGreaterThan(20);
  expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

test('every page of one’s own needs somebody signed in', () => {
  const open = walkedRoutes().filter(({ path, route }) => /^\/[a-z]{2}\/my\b/.test(path) && !route.config?.signedIn);

  expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

test('a visitor is asked to sign in wherever somebody must be, and learns nothing else', async () => {
  const visitor = app.visitor();

  for (const walked of walkedRoutes().filter(({ route }) => route.config?.signedIn)) {
    const answer = await ask(visitor, walked);
    const asked =
      walked.method === 'GET'
        ? answer.status === 303 && answer.location?.includes('/sign-in?back=')
        : answer.status === 401;
    expect.soft(asked, `${walked.method} ${walked.path} answered ${answer.status}`).toBe(true);
  }
});

test.each<Role | 'applicant'>(['applicant', ...ROLES])('to %s, what they may not do is not there', async (role) => {
  const client = await app.signedInAs(role);
  const roles = role === 'applicant' ? [] : [role];

  for (const walked of staffRoutes()) {
    const permission = walked.route.config?.permission;
    if (permission === undefined || permits(roles, permission)) continue;
    const answer = await ask(client, walked);
    expect.soft(answer.status, `${walked.method} ${walked.path}`).toBe(404);
    expect.soft(answer.text, walked.path).not.toContain('260999');
  }
});

test.each<Role | 'applicant'>(['applicant', ...ROLES])(
  'no route fails for %s, whatever it is asked for',
  async (role) => {
    const client = await app.signedInAs(role);

    for (const walked of walkedRoutes().filter(({ path }) => !path.endsWith('/sign-out'))) {
      const answer = await ask(client, walked);
      expect.soft(answer.status, `${walked.method} ${walked.path}`).toBeLessThan(500);
    }
  },
);

test('no permission is held by nobody, and administrators see no candidate’s data', () => {
  expect(permits(['administrator'], 'applications:read')).toBe(false);
  expect(permits(['auditor'], 'vacancies:edit')).toBe(false);
  expect(permits(['recruiter'], 'vacancies:publish')).toBe(false);
  expect(permits([], 'vacancies:read')).toBe(false);
});
