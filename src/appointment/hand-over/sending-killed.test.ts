import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, testApp, type TestApp } from '../../testing.ts';
import { sendHandOvers } from './hand-over-tasks.ts';
import { appoint, insertAccepted, openReceiver, setAddress, verified, type Receiver } from './hand-over-testing.ts';

const PROGRAM = fileURLToPath(new URL('sending-process-testing.ts', import.meta.url));

let app: TestApp;
let badges: Receiver;
let secret: string;
beforeAll(async () => {
  app = await testApp({ INNER_HOSTS: 'localhost' });
  badges = await openReceiver();
  secret = await setAddress(await app.signedInAs('administrator'), 'badge-office', badges.url);
  await appoint(app, await insertAccepted(app, '260843'));
});
afterAll(async () => {
  badges.close();
  await app.close();
});

function startSending(): ChildProcess {
  const options = {
    url: app.databaseUrl,
    folder: `${ROOT}/organisations/northern-rivers`,
    keys: app.context.accommodationKeys.map((key) => key.toString('base64')).join(','),
    now: app.now.toISOString(),
  };
  return spawn(process.execPath, [PROGRAM, JSON.stringify(options)], { stdio: 'ignore' });
}

async function until(happened: () => boolean): Promise<void> {
  for (let waited = 0; !happened() && waited < 600; waited += 1) await sleep(50);
}

test('a message whose process is killed while the neighbour has it goes out again, the same under the same id', async () => {
  badges.answers.push('nothing');
  const first = startSending();
  await until(() => badges.received.length === 1);

  // While it is under way, nobody else sends it.
  expect(await sendHandOvers(app.context)).toBe(0);
  first.kill('SIGKILL');
  await once(first, 'exit');
  let delivered = 0;
  for (let tried = 0; delivered === 0 && tried < 100; tried += 1) {
    await sleep(50);
    delivered = await sendHandOvers(app.context);
  }

  expect(delivered).toBe(1);
  expect(badges.received).toHaveLength(2);
  expect(new Set(badges.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const said = badges.received.map((one) => verified(one, secret, app.now));
  expect(said[0]).toEqual(said[1]);
  const rows = await app.db.selectFrom('handOvers').selectAll().where('neighbour', '=', 'badge-office').execute();
  expect(rows).toMatchObject([{ state: 'delivered', tries: 1 }]);
});
