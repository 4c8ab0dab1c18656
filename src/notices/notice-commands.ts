import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { CommandContext } from '../platform/command.ts';
import { isLanguage, type Language } from '../platform/language.ts';
import { readNotice } from './import/read-notice.ts';
import type { ReadNotice } from './notice.ts';
import { explainDoubt, explainNotANotice, READ_PROBLEMS } from './notice-texts.ts';
import { loadVocabulary, type Vocabulary } from './vocabulary.ts';

export const READ_HELP = `usage: concours read FILE… [--out DIR] [--doubts] [--language en|fr]

Reads vacancy notices as text (- is standard input) and prints each as a record in JSON.
  --out DIR      write DIR/<reference>.json for each instead
  --doubts       print what the reader was unsure of instead, as FILE:LINE: doubt: sentence
  --language     of the sentences; otherwise that of LANG
ORGANISATION names the folder in organisations/ whose vocabulary is used (northern-rivers).
Exit status: 0 every notice was read, 1 a file was missing or no notice, 2 wrong usage.
`;

type Options = { files: string[]; out: string | undefined; doubts: boolean; language: Language };

/** `concours read FILE…`: prints what stands in each notice. `root` is the folder that holds `organisations/`. */
export async function readNotices(args: string[], context: CommandContext, root: string): Promise<0 | 1 | 2> {
  const options = optionsOf(args, context);
  if (!options) {
    context.warn(READ_HELP.trimEnd());
    return 2;
  }
  const vocabulary = loadVocabulary(
    join(root, 'organisations', context.environment['ORGANISATION'] || 'northern-rivers'),
  );
  if (options.out !== undefined) await mkdir(options.out, { recursive: true });
  let status: 0 | 1 = 0;
  for (const file of options.files) if (!(await readOne(file, { ...options, vocabulary, context }))) status = 1;
  return status;
}

function optionsOf(args: string[], { environment, warn }: CommandContext): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' }, doubts: { type: 'boolean' }, language: { type: 'string' } },
    });
    const language = values.language ?? environment['LC_ALL']?.slice(0, 2) ?? environment['LANG']?.slice(0, 2) ?? 'en';
    if (values.language !== undefined && !isLanguage(values.language)) return undefined;
    if (positionals.length === 0) return undefined;
    const { out, doubts = false } = values;
    return { files: positionals, out, doubts, language: isLanguage(language) ? language : 'en' };
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

type Reading = Options & { vocabulary: Vocabulary; context: CommandContext };

async function readOne(file: string, reading: Reading): Promise<boolean> {
  const { vocabulary, context, language } = reading;
  const text = await contentOf(file, context, language);
  if (text === undefined) return false;
  const notice = readNotice(text, vocabulary);
  if (notice.ok) return printed(file, notice.value, reading);
  context.warn(`${file}:${notice.refusal.line}: ${explainNotANotice(notice.refusal)[language]}`);
  return false;
}

/** The text of a file; a file that cannot be read, or isn't UTF-8, is told and passed over. */
async function contentOf(file: string, { warn }: CommandContext, language: Language): Promise<string | undefined> {
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = PROBLEMS[code];
    if (!problem) throw error;
    warn(`${file}:1: ${READ_PROBLEMS[problem][language]}`);
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

async function printed(file: string, { record, doubts }: ReadNotice, reading: Reading): Promise<boolean> {
  const { context, out, language } = reading;
  if (reading.doubts) {
    for (const doubt of doubts) context.print(`${file}:${doubt.lines.from}: doubt: ${explainDoubt(doubt)[language]}`);
    return true;
  }
  const json = JSON.stringify(record, null, 2);
  if (out === undefined) {
    context.print(json);
    return true;
  }
  if (record.reference === null) {
    context.warn(`${file}:1: ${READ_PROBLEMS['no-reference'][language]}`);
    return false;
  }
  await writeFile(join(out, `${record.reference}.json`), `${json}\n`);
  return true;
}
