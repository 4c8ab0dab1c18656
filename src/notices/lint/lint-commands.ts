import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandContext } from '../../platform/command.ts';
import type { Language } from '../../platform/language.ts';
import { commandLanguage, readNoticeFile, type NoticeFile } from '../notice-file-commands.ts';
import { READ_PROBLEMS } from '../notice-texts.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import { asJson, FORMATS, printed, type Format, type Linted } from './lint-formats.ts';
import { lintNotice } from './lint-notice.ts';
import { loadSpelling } from './spelling.ts';
import type { LintTools } from './subject.ts';

export const LINT_HELP = `usage: concours lint FILE… [--format text|json|sarif|github] [--json] [--out DIR] [--language en|fr]

Looks for what is wrong in vacancy notices (text, - is standard input): what one language says and the other doesn't, what a
notice must say, and how it is written. docs/lint/ has a page for each rule.
  --format F     text (FILE:LINE: severity: sentence), json, sarif (2.1.0) or github (workflow commands); --json is json
  --out DIR      write DIR/<reference>.json for each notice instead
  --language     of the sentences; otherwise that of LANG
ORGANISATION names the folder in organisations/ whose words and regulations are used (northern-rivers).
Exit status: 0 no error was found, 1 an error was found or a file was no notice, 2 wrong usage.
`;

type Options = { files: string[]; out: string | undefined; format: Format; language: Language };

/** `concours lint FILE…`: prints what is wrong in each notice. `root` is the folder that holds `organisations/`. */
export async function lintNotices(args: string[], context: CommandContext, root: string): Promise<0 | 1 | 2> {
  const options = optionsOf(args, context);
  if (!options) {
    context.warn(LINT_HELP.trimEnd());
    return 2;
  }
  const folder = join(root, 'organisations', context.environment['ORGANISATION'] || 'northern-rivers');
  const tools = { ...loadOrganisationFolder(folder), spelling: await loadSpelling() };
  if (options.out !== undefined) await mkdir(options.out, { recursive: true });
  const linted: Linted[] = [];
  let unread = false;
  for (const file of options.files) {
    const one = await lintOne(file, { ...options, tools, context });
    if (one) linted.push(one);
    else unread = true;
  }
  if (options.out === undefined) context.print(printed(linted, options.format, options.language));
  return unread || linted.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function optionsOf(args: string[], { environment, warn }: CommandContext): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        json: { type: 'boolean' },
        out: { type: 'string' },
        language: { type: 'string' },
      },
    });
    const language = commandLanguage(values.language, environment);
    const format = FORMATS.find((known) => known === (values.format ?? (values.json ? 'json' : 'text')));
    if (!language || !format || positionals.length === 0) return undefined;
    return { files: positionals, out: values.out, format, language };
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

type Linting = Options & { tools: LintTools; context: CommandContext };

async function lintOne(file: string, linting: Linting): Promise<Linted | undefined> {
  const { tools, context, language } = linting;
  const notice = await readNoticeFile(file, { vocabulary: tools.vocabulary, context, language });
  if (!notice) return undefined;
  const linted = { file, findings: lintNotice({ ...notice.read, text: notice.text }, tools) };
  return linting.out === undefined || (await written(notice, linted, linting)) ? linted : undefined;
}

async function written({ file, read }: NoticeFile, { findings }: Linted, linting: Linting): Promise<boolean> {
  const { out = '', context, language } = linting;
  if (read.record.reference === null) {
    context.warn(`${file}:1: ${READ_PROBLEMS['no-reference'][language]}`);
    return false;
  }
  const json = JSON.stringify(
    findings.map((finding) => asJson(finding, language)),
    null,
    2,
  );
  await writeFile(join(out, `${read.record.reference}.json`), `${json}\n`);
  return true;
}
