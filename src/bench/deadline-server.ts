/** The real server of `npm run bench:deadline`, with its tasks, in a process of its own; mails go nowhere. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createApp } from '../app.tsx';
import { appTasks } from '../app-tasks.ts';
import { waitingQueries } from '../platform/database.ts';
import { heartbeatTasks } from '../platform/heartbeat-tasks.ts';
import { sendQueuedMails } from '../platform/mail.ts';
import { gaugePressure } from '../platform/overload.ts';
import { keepRunning } from '../platform/tasks.ts';
import { benchContext } from './bench-context.ts';
import { watchArrivals } from './deadline-arrivals.ts';

export type DeadlineOrder = { kind: 'serve'; databaseUrl: string } | { kind: 'arrivals' };
/** What the evening cost the server, and by how much its turns came late. */
export type ServerCost = { processorMs: number; loopDelayP99Ms: number; loopDelayMostMs: number };
export type DeadlineReport =
  { kind: 'serving'; port: number } | { kind: 'arrivals'; arrivals: [string, number][]; cost: ServerCost };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RESOLUTION_MS = 10;
const NS_IN_MS = 1e6;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let arrivals = new Map<string, number>();
let used = process.cpuUsage();

async function serve(databaseUrl: string): Promise<DeadlineReport> {
  const context = benchContext(ROOT, databaseUrl);
  const load = { gauge: gaugePressure(() => waitingQueries(context.db)), refused: new Map<string, number>() };
  const app = await createApp({ ...context, load });
  arrivals = watchArrivals(app.server);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const nowhere = async () => undefined;
  const mail = { name: 'mail', everyMs: 1_000, run: () => sendQueuedMails(context.db, nowhere, context.clock()) };
  const tasks = [mail, ...appTasks(context), ...heartbeatTasks({ ...context, ...load })];
  void keepRunning(tasks, () => undefined, new AbortController().signal);
  used = process.cpuUsage();
  delay.enable();
  const address = app.server.address();
  return { kind: 'serving', port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}

function costSoFar(): ServerCost {
  const { user, system } = process.cpuUsage(used);
  const late = (ns: number) => Math.max(0, ns / NS_IN_MS - RESOLUTION_MS);
  const processorMs = (user + system) / 1_000;
  return { processorMs, loopDelayP99Ms: late(delay.percentile(99)), loopDelayMostMs: late(delay.max) };
}

process.on('message', (order: DeadlineOrder) => {
  if (order.kind === 'arrivals') process.send?.({ kind: 'arrivals', arrivals: [...arrivals], cost: costSoFar() });
  else void serve(order.databaseUrl).then((report) => process.send?.(report));
});
