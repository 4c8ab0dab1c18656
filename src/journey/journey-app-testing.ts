import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { testApp, type TestApp } from '../testing.ts';
import { serveAxe } from './axe-testing.ts';

export type ServedApp = TestApp & { origin: string };

/**
 * The whole application on an address that a browser can open. Its clock starts at the machine's, since the browser
 * forgets a cookie by its own; it stands still until a test moves it.
 */
export async function servedApp(settings: Record<string, string> = {}): Promise<ServedApp> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const app = await testApp({ PUBLIC_URL: origin, ...settings });
  app.now = new Date();
  serveAxe(app.web.server, origin);
  await app.web.listen({ port, host: '127.0.0.1' });
  return Object.assign(app, { origin });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
