import { readDocument } from './documents/read-document.ts';
import { readNotice } from './import/read-notice.ts';
import { lintNotice } from './lint/lint-notice.ts';
import type { LintTools } from './lint/subject.ts';
import { renderNotice, RENDER_FORMATS, type RenderFormat, type RenderTools } from './render/render-notice.ts';
import type { Vocabulary } from './vocabulary.ts';

export type NoticeBench = {
  /** Notices of two languages read in a second of processor time, once warm: other work on the machine does not count. */
  readonly perSecond: number;
  readonly reads: number;
  /** Heap in use after all reads, less that after the first tenth of them, in MiB: what reading leaves behind. */
  readonly heapGrowthMiB: number;
};

const WARM_UP = 200;
const MIB = 1024 * 1024;

/** Reads the given notices in turn, `reads` times in all; `collect` runs the garbage collector, where there is one. */
export function benchNotices(
  texts: readonly string[],
  vocabulary: Vocabulary,
  { reads = 10_000, collect = () => {} }: { reads?: number; collect?: () => void } = {},
): NoticeBench {
  const read = (count: number) => {
    for (let index = 0; index < count; index += 1) readNotice(texts[index % texts.length] ?? '', vocabulary);
  };
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  read(WARM_UP);
  read(reads / 10);
  const early = heap();
  const started = process.cpuUsage();
  read(reads - reads / 10);
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1_000_000;
  const late = heap();
  return { perSecond: Math.round((reads * 0.9) / seconds), reads, heapGrowthMiB: (late - early) / MIB };
}

/** Notices of two languages linted in a second of processor time, their reading included, once the words are known. */
export function benchLint(texts: readonly string[], tools: LintTools, lints = 500): number {
  const lint = (count: number) => {
    for (let index = 0; index < count; index += 1) {
      const text = texts[index % texts.length] ?? '';
      const read = readNotice(text, tools.vocabulary);
      if (read.ok) lintNotice({ ...read.value, text }, tools);
    }
  };
  lint(WARM_UP);
  const started = process.cpuUsage();
  lint(lints);
  const { user, system } = process.cpuUsage(started);
  return Math.round((lints * 1_000_000) / (user + system));
}

export type RenderFigure = { readonly format: RenderFormat; readonly perSecond: number };

const RENDERS = 30;
/** The first compile of Typst reads its fonts; the first docx loads its library. */
const RENDER_WARM_UP = 3;

/** Files made in a second, by format, one after another; a PDF is made in a process beside ours, so this is time that passes. */
export async function benchRender(texts: readonly string[], tools: RenderTools): Promise<RenderFigure[]> {
  const records = texts.flatMap((text) => {
    const read = readNotice(text, tools.vocabulary);
    return read.ok ? [read.value.record] : [];
  });
  const figures: RenderFigure[] = [];
  for (const format of RENDER_FORMATS) {
    let started = performance.now();
    for (let index = 0; index < RENDER_WARM_UP + RENDERS; index += 1) {
      const record = records[index % records.length];
      if (index === RENDER_WARM_UP) started = performance.now();
      if (record) await renderNotice(record, format, tools);
    }
    figures.push({ format, perSecond: (RENDERS * 1000) / (performance.now() - started) });
  }
  return figures;
}

/** Documents made into text in a second of processor time, once warm; in the product, the start of a process comes on top. */
export async function benchDocument(bytes: Uint8Array, reads = 60): Promise<number> {
  const read = async (count: number) => {
    for (let index = 0; index < count; index += 1) await readDocument(bytes);
  };
  await read(reads / 4);
  const started = process.cpuUsage();
  await read(reads);
  const { user, system } = process.cpuUsage(started);
  return Math.round((reads * 1_000_000) / (user + system));
}
