import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfOfPages } from '../platform/pdf/pdf-testing.ts';
import { testApp, type TestApp } from '../testing.ts';
import { watchArrivals } from './deadline-arrivals.ts';
import { prepareDrafts } from './deadline-data.ts';
import { playEvening, SHORT, SHORT_CANDIDATES } from './deadline-run.ts';
import { judge } from './deadline-verdict.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  Object.defineProperty(app, 'now', { get: () => new Date() });
});
afterAll(() => app.close());

test('on the last evening nothing is lost, nothing late is taken, and nothing in time is refused', async () => {
  const arrivals = watchArrivals(app.web.server);
  await app.web.listen({ port: 0, host: '127.0.0.1' });
  const address = app.web.server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const pdf = await pdfOfPages(1);
  const deadlineAt = new Date(Date.now() + SHORT.seconds * 1_000 + 2_500);
  const drafts = await prepareDrafts(app.context, { candidates: SHORT_CANDIDATES, deadlineAt });

  const evening = await playEvening({ port, deadlineAt, drafts, pdf }, SHORT);
  const verdict = await judge(app.db, evening, { deadlineAt, arrivals });

  expect(verdict).toMatchObject({ lost: 0, lateAccepted: 0, timelyRefused: 0, logProblems: 0 });
  expect(verdict.accepted).toBe(verdict.timely);
  // How many reach the socket in time is the machine's matter; some must, or nothing was shown of them.
  expect(verdict.timely).toBeGreaterThan(0);
  expect(verdict.late).toBeGreaterThanOrEqual(SHORT.late);
  expect(verdict.timely + verdict.late).toBe(SHORT.submissions + SHORT.late);
  expect(verdict.autosaves.failed).toEqual({});
}, 60_000);
