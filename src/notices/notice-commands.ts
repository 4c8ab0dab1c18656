import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandContext } from '../platform/command.ts';
import type { Language } from '../platform/language.ts';
import type { ReadNotice } from './notice.ts';
import { commandLanguage, readFileText, readNoticeFile } from './notice-file-commands.ts';
import { explainDoubt, READ_PROBLEMS } from './notice-texts.ts';
import { loadVocabulary, type Vocabulary } from './vocabulary.ts';

export const READ_HELP = `usage: concours read FILE… [--out DIR] [--doubts] [--text] [--language en|fr]

Reads vacancy notices (text, PDF, Word .docx, web page; - is standard input) and prints each as a record in JSON. A text is
made of a document first, and lines are those of that text.
  --out DIR      write DIR/<reference>.json for each instead
  --doubts       print what the reader was unsure of instead, as FILE:LINE: doubt: sentence
  --text         print the text that was made of each document instead
  --language     of the sentences; otherwise that of LANG
ORGANISATION names the folder in organisations/ whose vocabulary is used (northern-rivers).
Exit status: 0 every notice was read, 1 a file was missing or no notice, 2 wrong usage.
`;

type Options = { files: string[]; out: string | undefined; doubts: boolean; text: boolean; language: Language };

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
      options: {
        out: { type: 'string' },
        doubts: { type: 'boolean' },
        text: { type: 'boolean' },
        language: { type: 'string' },
      },
    });
    const language = commandLanguage(values.language, environment);
    if (!language || positionals.length === 0) return undefined;
    const { out, doubts = false, text = false } = values;
    return { files: positionals, out, doubts, text, language };
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

type Reading = Options & { vocabulary: Vocabulary; context: CommandContext };

async function readOne(file: string, reading: Reading): Promise<boolean> {
  if (reading.text) return textPrinted(file, reading);
  const notice = await readNoticeFile(file, reading);
  return notice !== undefined && printed(file, notice.read, reading);
}

async function textPrinted(file: string, reading: Reading): Promise<boolean> {
  const made = await readFileText(file, reading);
  if (made) reading.context.print(made.text.trimEnd());
  return made !== undefined;
}

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
