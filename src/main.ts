import type { FastifyInstance } from 'fastify';
import { createApp } from './app.tsx';
import { appTasks } from './app-tasks.ts';
import { loadCompetitions } from './demonstration/competition.ts';
import { withTasks } from './demonstration/sign-ins.ts';
import { configFrom, openInstallation, type Installation } from './installation.ts';
import { describeConfig, type Config } from './platform/config.ts';
import { waitingQueries } from './platform/database.ts';
import { heartbeatTasks } from './platform/heartbeat-tasks.ts';
import { outboxDelivery, sendQueuedMails, smtpDelivery, type Deliver } from './platform/mail.ts';
import { canRenderWord, missingWordTools } from './platform/documents/word-rendition.ts';
import { missingScanner } from './platform/malware/scanner.ts';
import { gaugePressure } from './platform/overload.ts';
import { missingPdfTools, pdfTools } from './platform/pdf/pdf-tools.ts';
import { keepRunning, type Task } from './platform/tasks.ts';
import { loadDemonstration, type SignIn } from './vacancies/demonstration.ts';

/** How often the queue of mails is looked at. */
const MAIL_INTERVAL_MS = 1_000;

/**
 * Serves until SIGTERM or SIGINT: opens the installation, loads the demonstration into an empty development database,
 * listens, and does its tasks. Stopping finishes the requests in flight, then the database.
 */
export async function serve(environment: Record<string, string | undefined>, root: string): Promise<void> {
  const config = configFrom(environment);
  const started = performance.now();
  const log = (line: string) => void process.stderr.write(`concours: ${line}\n`);
  if (config.LOG_LEVEL === 'debug') describeConfig(config).forEach(log);
  const say = config.LOG_LEVEL === 'silent' ? () => undefined : log;
  const installation = await openInstallation(config, root, say);
  const { context } = installation;
  const demonstration = config.MODE === 'development' ? await loadDemonstration(context, root, say) : undefined;
  if (demonstration) await loadCompetitions(context, root, { say, signIns: demonstration });
  const gauge = gaugePressure(() => waitingQueries(context.db));
  const load = { gauge, refused: new Map<string, number>() };
  const web = await createApp({ ...context, load });
  await listenOn(web, config).catch(async (error: unknown) => {
    gauge.stop();
    await web.close();
    await installation.close();
    throw error;
  });
  const stopping = new AbortController();
  const tasks = keepRunning(
    [...tasksOf(installation), ...heartbeatTasks({ ...context, ...load })],
    log,
    stopping.signal,
  );
  const signIns = await withTasks(context.db, demonstration ?? []);
  await announce(installation, Math.round(performance.now() - started), signIns);

  await Promise.race(['SIGTERM', 'SIGINT'].map((signal) => new Promise((resolve) => process.once(signal, resolve))));
  stopping.abort();
  await web.close();
  await tasks;
  gauge.stop();
  await installation.close();
}

const CANNOT_LISTEN: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another process listens there already: stop it, or choose another PORT',
  EACCES: 'this account may not listen there: choose a PORT above 1023',
  EADDRNOTAVAIL: 'this machine has no such address: choose another HOST',
};

/** What an operator can do about an address that cannot be had, instead of the system's word for it. */
async function listenOn(web: FastifyInstance, { HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): Promise<void> {
  try {
    await web.listen({ host: HOST, port: PORT });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? CANNOT_LISTEN[String(error.code)] : undefined;
    throw reason === undefined ? error : new Error(`${HOST}, port ${PORT}: ${reason}`, { cause: error });
  }
}

function deliveryOf({ context: { config, outbox = '' } }: Installation): Deliver {
  return config.SMTP_URL === undefined
    ? outboxDelivery(outbox, config.MAIL_FROM)
    : smtpDelivery(config.SMTP_URL, config.MAIL_FROM);
}

function tasksOf(installation: Installation): Task[] {
  const { context } = installation;
  const deliver = deliveryOf(installation);
  return [
    { name: 'mail', everyMs: MAIL_INTERVAL_MS, run: () => sendQueuedMails(context.db, deliver, context.clock()) },
    ...appTasks(context),
  ];
}

/** Says in one piece that the server is ready and how to reach it, so that whoever reads the first line has the others. */
async function announce(
  { context: { config, organisation, outbox } }: Installation,
  ms: number,
  signIns: readonly SignIn[],
): Promise<void> {
  const missing = [
    missingPdfTools(await pdfTools()),
    missingWordTools(await canRenderWord()),
    missingScanner(config),
  ].filter((line) => line !== undefined);
  const lines = [
    `Concours for ${organisation.name.en} is ready after ${ms} ms.`,
    '',
    `  Portal      ${config.PUBLIC_URL}/en/vacancies   ${config.PUBLIC_URL}/fr/vacancies`,
    `  Staff       ${config.PUBLIC_URL}/en/staff/vacancies`,
    ...(outbox === undefined ? [] : [`  Mail        ${config.PUBLIC_URL}/outbox   (not sent: written to ${outbox})`]),
    ...signIns.map(
      ({ name, email, password, roles }) =>
        `  Sign in as  ${email} / ${password}   (${name}${roles.length > 0 ? `, ${roles.join(', ')}` : ', applicant'})`,
    ),
    ...missing.map((line) => `  Documents   ${line}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
