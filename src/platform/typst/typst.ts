import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TypstAnswer, TypstJob } from './typst-worker.ts';

/** What to set: a template, the folders of its fonts, and the JSON it finds under `sys.inputs.document`. */
export type TypstDocument = { template: URL; fonts: URL[]; input: string; madeAt: Date };

/** Sets documents as PDF. */
export type Typst = {
  /** The PDF; throws a `TypstError` on what cannot be set, such as a character that none of the fonts has. */
  compile: (document: TypstDocument) => Promise<Uint8Array>;
  /** Ends the process. A document asked for later starts another. */
  close: () => void;
  /** The process at work, where one is. */
  pid: () => number | undefined;
};

export class TypstError extends Error {
  override name = 'TypstError';
}

/** A document has characters that none of its fonts has: `texts`, as often as they stand there. */
export class MissingGlyphError extends TypstError {
  override name = 'MissingGlyphError';
  readonly texts: readonly string[];
  constructor(message: string, texts: readonly string[]) {
    super(message);
    this.texts = texts;
  }
}

const MISSING_GLYPH = /the text "([^"]+|")" could not be displayed with font/g;

/** What the compiler said, as an error: it tells each character that is missing. */
function errorOf(problem: string): TypstError {
  const texts = [...problem.matchAll(MISSING_GLYPH)].map(([, text = '']) => unescaped(text));
  return texts.length > 0 ? new MissingGlyphError(problem, texts) : new TypstError(problem);
}

/** What has no shape of its own is told by its number. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\+u\{([0-9a-f]{1,6})\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** The compiler keeps some 0.25 MB a document, whatever it is told to forget. */
const DOCUMENTS_A_PROCESS = 500;
/** Far longer than any document takes. */
const LONGEST_MS = 30_000;

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (problem: Error) => void; timer: NodeJS.Timeout };
type Running = { child: ChildProcess; waiting: Map<number, Waiting>; started: number };

/** One process that compiles, started with the first document and replaced after so many; it does not keep the program alive. */
export function openTypst(documentsAProcess = DOCUMENTS_A_PROCESS): Typst {
  let running: Running | undefined;
  let count = 0;
  const compile = ({ template, fonts, input, madeAt }: TypstDocument) => {
    if (!running || running.started >= documentsAProcess) {
      if (running) retire(running);
      const next = start(() => (running = running === next ? undefined : running));
      running = next;
    }
    count += 1;
    return ask(running, {
      id: count,
      template: fileURLToPath(template),
      fonts: fonts.map((each) => fileURLToPath(each)),
      input,
      madeAt: Math.floor(madeAt.getTime() / 1000),
    });
  };
  const close = () => {
    running?.child.kill();
    running = undefined;
  };
  return { compile, close, pid: () => running?.child.pid };
}

function start(ended: () => void): Running {
  const file = import.meta.url.endsWith('.ts') ? './typst-worker.ts' : './typst-worker.js';
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { serialization: 'advanced', execArgv: [] });
  const running: Running = { child, waiting: new Map(), started: 0 };
  child.on('message', (answer: TypstAnswer) => settle(running, answer));
  child.once('exit', (status, signal) => {
    ended();
    const problem = new TypstError(`The Typst process ended (${signal ?? status ?? 'unknown'}).`);
    for (const id of running.waiting.keys()) settle(running, { id, problem: problem.message });
  });
  release(running);
  return running;
}

function ask(running: Running, job: TypstJob): Promise<Uint8Array> {
  running.started += 1;
  hold(running);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => running.child.kill('SIGKILL'), LONGEST_MS);
    running.waiting.set(job.id, { resolve, reject, timer });
    running.child.send(job, (error) => {
      if (error) settle(running, { id: job.id, problem: error.message });
    });
  });
}

function settle(running: Running, answer: TypstAnswer): void {
  const waiting = running.waiting.get(answer.id);
  if (!waiting) return;
  clearTimeout(waiting.timer);
  running.waiting.delete(answer.id);
  if (running.waiting.size === 0) release(running);
  if ('pdf' in answer) waiting.resolve(answer.pdf);
  else waiting.reject(errorOf(answer.problem));
}

/** A process that has done its share ends once it has answered. */
function retire({ child, waiting }: Running): void {
  if (waiting.size === 0) child.kill();
  else child.on('message', () => waiting.size === 0 && child.kill());
}

/** While it has something to answer the program waits for it, and no longer. */
function hold({ child }: Running): void {
  child.ref();
  child.channel?.ref();
}
function release({ child }: Running): void {
  child.unref();
  child.channel?.unref();
}
