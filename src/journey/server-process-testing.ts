import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A server process as its administrator runs it: the compiled command line on a data folder of its own. */
export type ServerProcess = { child: ChildProcess; port: number; origin: string; output: () => string };

/** Starts `concours serve` and waits until it says that it is ready. */
export async function startServer(dataDir: string, environment: Record<string, string> = {}): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'serve'], {
    env: {
      ...process.env,
      MODE: 'development',
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  while (!output.includes('is ready after')) {
    if (child.exitCode !== null) throw new Error(`The server ended before it was ready:\n${output}`);
    await sleep(10);
  }
  return { child, port, origin: `http://localhost:${port}`, output: () => output };
}

/** A command of the compiled command line whose output nobody reads: its exit status, and what it says of what went wrong. */
export async function runUnread(...args: string[]): Promise<{ status: number | null; warned: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let warned = '';
  child.stderr.on('data', (chunk: Buffer) => (warned += chunk.toString()));
  await once(child, 'close');
  return { status: child.exitCode, warned };
}

/** SIGTERM, and its exit status once it has ended. */
export async function stopServer({ child }: ServerProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return child.exitCode;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
