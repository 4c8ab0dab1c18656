import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../people/context.ts';
import { fillLargest, fillMany, MANY_VACANCIES, type Size } from './bench-record-data.ts';
import { ROOT } from './bench-process.ts';

type Say = (line?: string) => void;

const LARGEST: Size = { reference: '262000', applications: 10_000, documentBytes: 100_000, events: 200_000 };
/** Events of other matters, between which those of a competition stand. */
const OTHERS = 400_000;

/**
 * Prints what the commands take, each as a process of its own: the largest record, made and verified, with a share of it first,
 * so that what grows in memory is seen; the rows of that competition, then of some hundred more, held to the events.
 */
export async function sayRecord(context: Context, { url, share = 1 }: { url: string; share?: number }, say: Say) {
  const folder = mkdtempSync(join(tmpdir(), 'concours-bench-record-'));
  const environment = { DATABASE_URL: url, PUBLIC_URL: context.config.PUBLIC_URL, SECRET: context.secret };
  const largest = scaled(LARGEST, share);
  const tenth = scaled({ ...LARGEST, reference: '262001' }, share / 10);
  try {
    say();
    say('| what | seconds | processor, s | most memory, MB |');
    say('|---|---|---|---|');
    for (const [size, others] of [
      [tenth, 0],
      [largest, Math.round(OTHERS * share)],
    ] as const) {
      await fillLargest(context, size, others);
      const file = join(folder, `${size.reference}.zip`);
      const name = `${size.applications} applications, ${size.events} events`;
      const making = await run(['export-record', size.reference, '--out', file], environment);
      sayRun(`record made: ${name}, ${(statSync(file).size / 1e6).toFixed(0)} MB`, making, say);
      sayRun(`record verified: ${name}`, await run(['verify-record', file], environment), say);
      sayRun(`events verified: ${name}`, await run(['events', '--verify'], environment), say);
      rmSync(file);
    }
    await fillMany(context);
    sayRun(`events verified: ${MANY_VACANCIES} vacancies more`, await run(['events', '--verify'], environment), say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const scaled = (size: Size, share: number): Size => ({
  ...size,
  applications: Math.max(2, Math.round(size.applications * share)),
  events: Math.round(size.events * share),
});

type Run = { seconds: number; processorSeconds: number; peakMegabytes: number };

/** A command of the built program; one that finds something is a fault. */
async function run(args: string[], environment: Record<string, string>): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], {
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  let last = { processorSeconds: 0, peakMegabytes: 0 };
  const looking = setInterval(() => (last = lookAt(child.pid) ?? last), LOOK_EVERY_MS);
  const [status] = (await once(child, 'close')) as [number];
  clearInterval(looking);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${said.slice(0, 2000)}`);
  return { seconds: (performance.now() - started) / 1000, ...last };
}

const LOOK_EVERY_MS = 50;
const TICKS_A_SECOND = 100;
/** Where `/proc/PID/stat` has the time in the program and in the system, after the name of the program. */
const [IN_PROGRAM, IN_SYSTEM] = [11, 12];

/** What a process has used so far, as Linux tells it; nothing of one that has just ended. */
function lookAt(pid: number | undefined): Omit<Run, 'seconds'> | undefined {
  try {
    const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const ticks = Number(fields[IN_PROGRAM]) + Number(fields[IN_SYSTEM]);
    return kilobytes > 0 ? { processorSeconds: ticks / TICKS_A_SECOND, peakMegabytes: kilobytes / 1000 } : undefined;
  } catch {
    return undefined;
  }
}

const sayRun = (what: string, { seconds, processorSeconds, peakMegabytes }: Run, say: Say) =>
  say(`| ${what} | ${seconds.toFixed(1)} | ${processorSeconds.toFixed(1)} | ${peakMegabytes.toFixed(0)} |`);
