import { open } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { terminalLanguage, type CommandContext } from '../platform/command.ts';
import { isLanguage, type Language } from '../platform/language.ts';
import { explainDocument, HIDDEN_TEXT } from './documents/document-texts.ts';
import { MAX_DOCUMENT_BYTES, type DocumentText } from './documents/document.ts';
import { noticeText } from './documents/notice-text.ts';
import { readMade } from './documents/read-file.ts';
import type { ReadNotice } from './notice.ts';
import { explainNotANotice, explainRecord, READ_PROBLEMS } from './notice-texts.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A notice of the command line: the file it came from (`-` is standard input), the text that was made of it, to which
 * lines refer, and what was read in it.
 */
export type NoticeFile = { readonly file: string; readonly text: string; readonly read: ReadNotice };

type Reading = { readonly vocabulary: Vocabulary; readonly language: Language; readonly context: CommandContext };

/**
 * Reads a notice from a text, a PDF, a Word file, a web page or a record of ours; a file that cannot be read or holds no
 * notice is told and passed over.
 */
export async function readNoticeFile(file: string, reading: Reading): Promise<NoticeFile | undefined> {
  const { vocabulary, context, language } = reading;
  const made = await readFileText(file, reading);
  if (!made) return undefined;
  const read = readMade(made, vocabulary);
  if (read.ok) return { file, text: made.format === 'record' ? '' : made.text, read: read.value };
  const line = read.refusal.kind === 'broken-record' ? 1 : read.refusal.line;
  const why = read.refusal.kind === 'broken-record' ? explainRecord(read.refusal) : explainNotANotice(read.refusal);
  context.warn(`${file}:${line}: ${why[language]}`);
  return undefined;
}

/** The text of a file as notices are read from it; a file that has none is told. */
export async function readFileText(
  file: string,
  { context, language }: Omit<Reading, 'vocabulary'>,
): Promise<DocumentText | undefined> {
  const bytes = await bytesOf(file);
  if (typeof bytes === 'string') {
    context.warn(`${file}:1: ${READ_PROBLEMS[bytes][language]}`);
    return undefined;
  }
  const made = await noticeText(bytes);
  if (!made.ok) {
    const line = made.refusal.kind === 'broken-text' ? made.refusal.line : 1;
    context.warn(`${file}:${line}: ${explainDocument(made.refusal)[language]}`);
    return undefined;
  }
  if (made.value.hiddenText) context.warn(`${file}:1: ${HIDDEN_TEXT[language]}`);
  return made.value;
}

async function bytesOf(file: string): Promise<Uint8Array | keyof typeof READ_PROBLEMS> {
  try {
    return file === '-' ? await buffer(process.stdin) : await readStart(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = PROBLEMS[code];
    if (!problem) throw error;
    return problem;
  }
}

/** A file as far as it may be long, and a byte more: enough to refuse it. */
async function readStart(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size > 0 && size <= MAX_DOCUMENT_BYTES) return await handle.readFile();
    const { buffer: start, bytesRead } = await handle.read(Buffer.alloc(MAX_DOCUMENT_BYTES + 1));
    return start.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const PROBLEMS: Readonly<Record<string, keyof typeof READ_PROBLEMS>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'folder',
  EACCES: 'forbidden',
};

/** The language of a command’s sentences: as asked for, or that of the terminal; `undefined` for one that we don’t speak. */
export function commandLanguage(
  asked: string | undefined,
  environment: CommandContext['environment'],
): Language | undefined {
  if (asked === undefined) return terminalLanguage(environment);
  return isLanguage(asked) ? asked : undefined;
}
