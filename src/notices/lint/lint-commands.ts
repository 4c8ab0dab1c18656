import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CommandContext } from '../../platform/command.ts';
import type { Language } from '../../platform/language.ts';
import { commandLanguage, readNoticeFile, type NoticeFile } from '../notice-file-commands.ts';
import { READ_PROBLEMS } from '../notice-texts.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import { asJson, FORMATS, printed, type Format, type Linted } from './lint-formats.ts';
import { lintNotice } from './lint-notice.ts';
import { loadSpelling } from './spelling.ts';
import type { LintTools } from './subject.ts';

export const LINT_HELP = `usage: concours lint FILE… [--format text|json|sarif|github] [--json] [--out DIR] [--published-on DATE] [--language en|fr]

Looks for what is wrong in vacancy notices (text, - is standard input): what one language says and the other doesn't, what a
notice must say, and how it is written. docs/lint/ has a page for each rule.
  --format F     text (FILE:LINE: severity: sentence), json, sarif (2.1.0) or github (workflow commands); --json is json
  --out DIR      write DIR/<reference>.json for each notice instead
  --published-on DATE   the day of publication (YYYY-MM-DD): salary and days open are judged by it; otherwise the salary by
                 the day that applications close, and the days open not at all
  --language     of the sentences; otherwise that of LANG
ORGANISATION names the folder in organisations/ whose words and regulations are used (northern-rivers).
Exit status: 0 no error was found, 1 an error was found or a file was no notice, 2 wrong usage.
`;

type Options = {
  files: string[];
  out: string | undefined;
  format: Format;
  publishedOn: string | undefined;
  language: Language;
};

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
        'published-on': { type: 'string' },
        language: { type: 'string' },
      },
    });
    const language = commandLanguage(values.language, environment);
    const format = FORMATS.find((known) => known === (values.format ?? (values.json ? 'json' : 'text')));
    const publishedOn = values['published-on'];
    if (!language || !format || positionals.length === 0 || !isDayOrNone(publishedOn)) return undefined;
    return { files: positionals, out: values.out, format, publishedOn, language };
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

const isDayOrNone = (day: string | undefined): boolean => day === undefined || z.iso.date().safeParse(day).success;

type Linting = Options & { tools: LintTools; context: CommandContext };

async function lintOne(file: string, linting: Linting): Promise<Linted | undefined> {
  const { tools, context, language, publishedOn } = linting;
  const notice = await readNoticeFile(file, { vocabulary: tools.vocabulary, context, language });
  if (!notice) return undefined;
  const question = { ...notice.read, text: notice.text, ...(publishedOn !== undefined && { publishedOn }) };
  const linted = { file, findings: lintNotice(question, tools) };
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
