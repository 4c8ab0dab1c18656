import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { terminalLanguage, type CommandContext } from '../platform/command.ts';
import { isLanguage, type Language } from '../platform/language.ts';
import { readNotice } from './import/read-notice.ts';
import type { ReadNotice } from './notice.ts';
import { explainNotANotice, READ_PROBLEMS } from './notice-texts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A notice of the command line: the file it came from (`-` is standard input), its text, and what was read in it. */
export type NoticeFile = { readonly file: string; readonly text: string; readonly read: ReadNotice };

type Reading = { readonly vocabulary: Vocabulary; readonly language: Language; readonly context: CommandContext };

/** Reads a notice; a file that cannot be read, isn’t UTF-8 or holds no notice is told and passed over. */
export async function readNoticeFile(file: string, reading: Reading): Promise<NoticeFile | undefined> {
  const { vocabulary, context, language } = reading;
  const text = await contentOf(file, reading);
  if (text === undefined) return undefined;
  const read = readNotice(text, vocabulary);
  if (read.ok) return { file, text, read: read.value };
  context.warn(`${file}:${read.refusal.line}: ${explainNotANotice(read.refusal)[language]}`);
  return undefined;
}

async function contentOf(file: string, { context, language }: Reading): Promise<string | undefined> {
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = PROBLEMS[code];
    if (!problem) throw error;
    context.warn(`${file}:1: ${READ_PROBLEMS[problem][language]}`);
    return undefined;
  }
}

const PROBLEMS: Readonly<Record<string, keyof typeof READ_PROBLEMS>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'folder',
  EACCES: 'forbidden',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'not-utf8',
};

/** The language of a command’s sentences: as asked for, or that of the terminal; `undefined` for one that we don’t speak. */
export function commandLanguage(
  asked: string | undefined,
  environment: CommandContext['environment'],
): Language | undefined {
  if (asked === undefined) return terminalLanguage(environment);
  return isLanguage(asked) ? asked : undefined;
}
