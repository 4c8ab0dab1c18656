/** The real server of `npm run bench:deadline`, with its tasks, in a process of its own; mails go nowhere. */
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
export type DeadlineReport = { kind: 'serving'; port: number } | { kind: 'arrivals'; arrivals: [string, number][] };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let arrivals = new Map<string, number>();

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
  const address = app.server.address();
  return { kind: 'serving', port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}

process.on('message', (order: DeadlineOrder) => {
  if (order.kind === 'arrivals') process.send?.({ kind: 'arrivals', arrivals: [...arrivals] });
  else void serve(order.databaseUrl).then((report) => process.send?.(report));
});
