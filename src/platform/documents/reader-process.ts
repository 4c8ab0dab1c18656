import { extname, join } from 'node:path';
import { runLimited, type Limits, type ProcessEnd } from '../pdf/limited-process.ts';

/** What a reader of a document may cost: measured in decision 12, where honest documents take a tenth. */
export const READER_LIMITS: Limits = {
  timeoutMs: 8000,
  maxMemoryBytes: 768 * 1024 * 1024,
  memory: 'data',
  maxOutputBytes: 4_000_000,
};

/** A reader may read what it is made of, and start and write nothing. */
const ROOT = join(import.meta.dirname, '..', '..', '..');
export const READER_OPTIONS = [
  '--max-old-space-size=256',
  '--max-semi-space-size=16',
  '--disallow-code-generation-from-strings',
  '--permission',
  `--allow-fs-read=${ROOT}`,
];

/** Gives bytes to a program of ours, as source or as built, that reads one document in a short-lived Node process. */
export const readInProcess = (program: string, input: Uint8Array, timeoutMs: number): Promise<ProcessEnd> =>
  runLimited(process.execPath, [...READER_OPTIONS, program], { ...READER_LIMITS, timeoutMs, input });

/** The program of this name beside a module, in the form that the module itself is in. */
export const programBeside = ({ dirname, filename }: { dirname: string; filename: string }, name: string): string =>
  join(dirname, `${name}${extname(filename)}`);
