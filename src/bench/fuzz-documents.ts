import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { wordsInNestedForms, zipOf } from '../notices/documents/document-testing.ts';
import { sniff } from '../platform/documents/file-format.ts';
import { unpack } from '../platform/documents/docx-package.ts';
import { READER_LIMITS, READER_OPTIONS } from '../platform/documents/reader-process.ts';
import { plainText } from '../notices/documents/notice-text.ts';
import { readNotice } from '../notices/import/read-notice.ts';
import type { Vocabulary } from '../notices/vocabulary.ts';
import { mutated, randomFrom } from './mutations.ts';

/** How many mutated notices came to what. A crash is an end that no limit of ours brought about. */
export type FuzzReport = {
  readonly files: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly crashes: readonly string[];
  /** Those that were stopped by the clock: a busy machine can be why, so each is named, to be read again alone. */
  readonly tooLong: readonly string[];
  readonly slowestMs: number;
  readonly peakMiB: number;
};

type Fuzz = { readonly root: string; readonly vocabulary: Vocabulary; readonly seed: number; readonly files: number };
type Outcome = { readonly kind: string; readonly text: string; readonly peakKiB: number };

/** Reads so many mutated notices of every format: in one warm process as long as it lives, each within the limits. */
export async function fuzzDocuments({ root, vocabulary, seed, files }: Fuzz): Promise<FuzzReport> {
  const samples = await samplesIn(root);
  const random = randomFrom(seed);
  const pick = () => samples[Math.floor(random() * samples.length)] ?? Buffer.alloc(0);
  const outcomes: Record<string, number> = {};
  const crashes: string[] = [];
  const tooLong: string[] = [];
  const reader = warmReader();
  let slowestMs = 0;
  let peakKiB = 0;
  for (let number = 1; number <= files; number += 1) {
    const bytes = await mutatedNotice(pick(), random, pick());
    const started = performance.now();
    const { kind, text, peakKiB: peak } = await outcomeOf(bytes, reader);
    slowestMs = Math.max(slowestMs, performance.now() - started);
    peakKiB = Math.max(peakKiB, peak);
    outcomes[kind] = (outcomes[kind] ?? 0) + 1;
    if (kind.startsWith('crash')) crashes.push(`file ${number} of seed ${seed}: ${kind}`);
    if (kind === 'took-too-long') tooLong.push(`file ${number} of seed ${seed}`);
    if (kind === 'read') readNotice(text, vocabulary); // throws on a fault of ours, and the run ends there
  }
  reader.stop();
  return { files, outcomes, crashes, tooLong, slowestMs: Math.round(slowestMs), peakMiB: Math.round(peakKiB / 1024) };
}

async function samplesIn(root: string): Promise<Buffer[]> {
  const folder = join(root, 'src', 'notices', 'golden', 'export');
  const names = ['notice.txt', 'notice.html', 'notice.docx', 'chromium-tagged.pdf', 'chromium-untagged.pdf'];
  return [...(await Promise.all(names.map((name) => readFile(join(folder, name))))), wordsInNestedForms(1)];
}

/** A Word file is changed as a zip, or more often in one of its parts: a zip with a wrong sum is never looked into. */
async function mutatedNotice(bytes: Buffer, random: () => number, other: Buffer): Promise<Buffer> {
  const unpacked = sniff(bytes) === 'zip' && random() < 0.8 ? await unpack(bytes) : undefined;
  if (!unpacked?.ok) return mutated(bytes, random, other);
  const parts = [...unpacked.value.parts];
  const chosen = Math.floor(random() * parts.length);
  return zipOf(
    parts.map(([name, xml], at) => ({
      name,
      content: at === chosen ? mutated(Buffer.from(xml), random, other) : xml,
    })),
  );
}

async function outcomeOf(bytes: Buffer, reader: Reader): Promise<Outcome> {
  const format = sniff(bytes);
  if (typeof format === 'object') return { kind: 'other-format', text: '', peakKiB: 0 };
  if (format !== 'text' && format !== 'record') return reader.read(bytes);
  const made = plainText(bytes, 'text');
  return made.ok
    ? { kind: 'read', text: made.value.text, peakKiB: 0 }
    : { kind: made.refusal.kind, text: '', peakKiB: 0 };
}

type Reader = { readonly read: (bytes: Buffer) => Promise<Outcome>; readonly stop: () => void };

/** What Node says last when its memory is used up, whatever signal it then ends by; any other end is a crash. */
const OUT_OF_MEMORY = /out of memory|OOMErrorHandler/i;
const LAST_WORDS = 8_000;

/** A process that reads on until it dies; then the next one does. */
function warmReader(): Reader {
  let child: ChildProcess | undefined;
  const stop = () => void child?.kill('SIGKILL');
  return {
    stop,
    read: (bytes) =>
      new Promise((resolve) => {
        child ??= started();
        const current = child;
        let late = false;
        let said = '';
        const timer = setTimeout(() => {
          late = true;
          stop();
        }, READER_LIMITS.timeoutMs);
        const ended = (status: number | null, signal: string | null) => {
          clearTimeout(timer);
          child = undefined;
          const kind = late
            ? 'took-too-long'
            : OUT_OF_MEMORY.test(said)
              ? 'too-much-inside'
              : `crash ${status ?? signal}`;
          resolve({ kind, text: '', peakKiB: 0 });
        };
        current.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-LAST_WORDS)));
        current.once('close', ended);
        current.once('message', (outcome: Outcome) => {
          clearTimeout(timer);
          current.off('close', ended);
          current.stderr?.removeAllListeners('data');
          resolve(outcome);
        });
        current.send(bytes);
      }),
  };
}

const started = (): ChildProcess =>
  spawn(
    'prlimit',
    [
      `--data=${READER_LIMITS.maxMemoryBytes}`,
      '--core=0',
      '--',
      process.execPath,
      ...READER_OPTIONS,
      join(import.meta.dirname, `fuzz-process${extname(import.meta.filename)}`),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' },
  );
