import { Secret, TOTP } from 'otpauth';
import type { Client, TestApp } from '../../testing.ts';
import { TEST_PASSWORD } from '../people-testing.ts';

/** The code that an app with this secret shows at an instant. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** Sets up an app for somebody who is signed in, by the pages; answers its secret and the recovery codes. */
export async function setUpApp(app: TestApp, client: Client): Promise<{ secret: string; codes: string[] }> {
  await client.post('/en/my/account/security', { currentPassword: TEST_PASSWORD, action: 'app' });
  const page = await client.get('/en/my/account/authenticator');
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1]?.replaceAll(' ', '') ?? '';
  const shown = await client.post('/en/my/account/authenticator', { code: codeAt(secret, app.now) });
  return { secret, codes: [...shown.text.matchAll(/<code>([a-z0-9-]{14})<\/code>/g)].map(([, code = '']) => code) };
}
