/**
 * `npm run bench:deadline` plays the last minute of a vacancy on this machine, on real sockets: candidates with open drafts
 * who type, upload and submit right up to the deadline and past it. Prints what was lost, what was accepted late, what was
 * refused although its first byte was in time, and how long people waited; once on the embedded PostgreSQL, once on the
 * system's where there is one, both with every safety on. `-- --short` takes seconds instead of minutes.
 * Exit status: 0 as promised, 1 not, 2 wrong usage.
 */
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../platform/migrations.ts';
import { pdfOfPages } from '../platform/pdf/pdf-testing.ts';
import { startCluster } from '../platform/postgres/cluster.ts';
import { benchContext } from './bench-context.ts';
import { ROOT } from './bench-process.ts';
import { prepareDrafts } from './deadline-data.ts';
import { FULL, FULL_CANDIDATES, playEvening, SHORT, SHORT_CANDIDATES, type Plan } from './deadline-run.ts';
import type { DeadlineOrder, DeadlineReport, ServerCost } from './deadline-server.ts';
import { judge, type Verdict } from './deadline-verdict.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
/** The drafts are written first; then the server and the clients need a moment to be ready. */
const READY_WITHIN_MS = 12_000;
const PROMISED_P99_MS = 1_000;

const [option, ...more] = process.argv.slice(2);
if (more.length > 0 || (option !== undefined && option !== '--short')) {
  process.stderr.write('usage: npm run bench:deadline [-- --short]\n');
  process.exitCode = 2;
} else {
  const isShort = option === '--short';
  const plan = isShort ? SHORT : FULL;
  const candidates = isShort ? SHORT_CANDIDATES : FULL_CANDIDATES;
  say(`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}`);
  say(
    `${candidates} candidates, ${plan.submissions} submissions in the last ${plan.seconds} s and ${plan.late} after it, ` +
      `${plan.autosavesPerSecond} autosaves and ${plan.uploadsPerSecond} uploads a second\n`,
  );
  say(
    '| PostgreSQL | load before, after | in time | late | lost | late accepted | timely refused | p50 | p99 | slowest |',
  );
  say('|---|---|---|---|---|---|---|---|---|---|');
  const verdicts = [await onEmbedded(plan, candidates), await onSystem(plan, candidates)].filter(
    (one) => one !== undefined,
  );
  process.exitCode = verdicts.every(isAsPromised) ? 0 : 1;
}

async function onEmbedded(plan: Plan, candidates: number): Promise<Verdict> {
  const dataDir = mkdtempSync(join(tmpdir(), 'concours-deadline-'));
  // PostgreSQL never runs as root, and its account must be able to pass.
  chmodSync(dataDir, 0o711);
  const cluster = await startCluster({ dataDir, log: () => undefined });
  try {
    return await measure('embedded', cluster.url, { plan, candidates });
  } finally {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onSystem(plan: Plan, candidates: number): Promise<Verdict | undefined> {
  const script = join(ROOT, 'script/system-postgres');
  const address = execFileSync(script, ['start', '--durable'], { encoding: 'utf8' }).trim();
  if (address === '') {
    say('| system | none is here |');
    return undefined;
  }
  try {
    return await measure('system', address, { plan, candidates });
  } finally {
    execFileSync(script, ['stop', address]);
  }
}

async function measure(name: string, databaseUrl: string, { plan, candidates }: { plan: Plan; candidates: number }) {
  const context = benchContext(ROOT, databaseUrl);
  await migrate(context.db, join(ROOT, 'migrations'));
  const server = fork(fileURLToPath(new URL('deadline-server.js', import.meta.url)));
  const ask = async (order: DeadlineOrder): Promise<DeadlineReport> => {
    server.send(order);
    const [report] = (await once(server, 'message')) as [DeadlineReport];
    return report;
  };
  try {
    const serving = await ask({ kind: 'serve', databaseUrl });
    if (serving.kind !== 'serving') throw new Error('The server does not serve.');
    const deadlineAt = new Date(Date.now() + plan.seconds * 1_000 + READY_WITHIN_MS);
    const drafts = await prepareDrafts(context, { candidates, deadlineAt });
    const before = load();
    const [clients, machine] = [process.cpuUsage(), busySeconds()];
    const evening = await playEvening({ port: serving.port, deadlineAt, drafts, pdf: await pdfOfPages(1) }, plan);
    const after = load();
    const { user, system } = process.cpuUsage(clients);
    const busy = busySeconds() - machine;
    const noted = await ask({ kind: 'arrivals' });
    const arrivals = new Map(noted.kind === 'arrivals' ? noted.arrivals : []);
    const verdict = await judge(context.db, evening, { deadlineAt, arrivals });
    sayVerdict(name, `${before}, ${after}`, verdict);
    if (noted.kind === 'arrivals') sayCost(noted.cost, { clientSeconds: (user + system) / 1e6, busy });
    return verdict;
  } finally {
    server.kill();
    await context.db.destroy();
  }
}

/** What all processes of this machine used so far, those of others included. */
function busySeconds(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + (user + nice + sys + irq) / 1_000, 0);
}

function sayCost(cost: ServerCost, { clientSeconds, busy }: { clientSeconds: number; busy: number }): void {
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  say(
    `  processor: server ${seconds(cost.processorMs / 1_000)}, clients ${seconds(clientSeconds)}, everything on this machine ` +
      `${seconds(busy)}; turns of the server late by ${Math.round(cost.loopDelayP99Ms)} ms (p99), ` +
      `${Math.round(cost.loopDelayMostMs)} ms (most)`,
  );
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function sayVerdict(name: string, loads: string, verdict: Verdict): void {
  const ms = (value: number) => `${Math.round(value)} ms`;
  const { timely, late, lost, lateAccepted, timelyRefused, p50, p99, slowest, autosaves, uploads } = verdict;
  say(
    `| ${name} | ${loads} | ${timely} | ${late} | ${lost} | ${lateAccepted} | ${timelyRefused} | ${ms(p50)} | ${ms(p99)} | ${ms(slowest)} |`,
  );
  const others = ({ count, failed, p50: half, p99: most }: Verdict['uploads']) =>
    `${count}, ${failedOf(failed)}, p50 ${ms(half)}, p99 ${ms(most)}`;
  say(`  autosaves ${others(autosaves)}; uploads ${others(uploads)}; log problems ${verdict.logProblems}`);
}

/** What was not answered as it should be, by its status; 0 where the connection broke. */
function failedOf(failed: Verdict['uploads']['failed']): string {
  const each = Object.entries(failed).map(([status, times]) => `${times} answered ${status}`);
  return each.length > 0 ? each.join(', ') : 'none failed';
}

function isAsPromised({ lost, lateAccepted, timelyRefused, logProblems, p99 }: Verdict): boolean {
  return lost + lateAccepted + timelyRefused + logProblems === 0 && p99 <= PROMISED_P99_MS;
}
