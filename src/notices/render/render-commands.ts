import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandContext } from '../../platform/command.ts';
import type { Language } from '../../platform/language.ts';
import { openTypst, TypstError } from '../../platform/typst/typst.ts';
import { themeIn } from '../../site/assets.ts';
import { formatBytes } from '../../site/numbers.ts';
import { colon } from '../../site/punctuation.ts';
import { commandLanguage, readNoticeFile } from '../notice-file-commands.ts';
import { noticeSchema } from '../notice-schema.ts';
import type { NoticeRecord } from '../notice.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import type { House } from './printed-notice.ts';
import { FORMAT_FILES, RENDER_FORMATS, renderNotice, type RenderedNotice, type RenderFormat } from './render-notice.ts';
import { RENDER_PROBLEMS } from './render-texts.ts';
import { accentOf } from './theme-accent.ts';

export const RENDER_HELP = `usage: concours render FILE --out FILE [--format html|pdf|docx|text|json] [--language en|fr]

Makes a file of a vacancy notice, in the languages it has. FILE is a notice as text (- is standard input), or a record in
JSON as “concours read” writes it. Prints what was written, with its SHA-256; the same notice makes the same bytes.
  --out FILE     what to write; - is standard output
  --format F     html, pdf (PDF/UA-1), docx, text or json; otherwise by the ending of --out
  --language     of the sentences; otherwise that of LANG
ORGANISATION names the folder in organisations/ whose words and colour are used (northern-rivers).
Exit status: 0 written, 1 a file could not be read or written or was no notice, 2 wrong usage.
`;

type Options = { file: string; out: string; format: RenderFormat; language: Language };
type Rendering = Options & { house: House & ReturnType<typeof loadOrganisationFolder>; context: CommandContext };

/** `concours render FILE --out FILE`: makes a file of a notice. `root` is the folder that holds `organisations/`. */
export async function renderCommand(args: string[], context: CommandContext, root: string): Promise<0 | 1 | 2> {
  const options = optionsOf(args, context);
  if (!options) {
    context.warn(RENDER_HELP.trimEnd());
    return 2;
  }
  const folder = join(root, 'organisations', context.environment['ORGANISATION'] || 'northern-rivers');
  const theme = themeIn(folder);
  const accent = theme.ok ? accentOf(theme.value) : undefined;
  const rendering = { ...options, context, house: { ...loadOrganisationFolder(folder), ...(accent && { accent }) } };
  const record = await recordOf(rendering);
  const rendered = record && (await renderedOf(record, rendering));
  return rendered && (await written(rendered, rendering)) ? 0 : 1;
}

function optionsOf(args: string[], { environment, warn }: CommandContext): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' }, format: { type: 'string' }, language: { type: 'string' } },
    });
    const language = commandLanguage(values.language, environment);
    const [file, ...others] = positionals;
    const { out } = values;
    if (!language || file === undefined || others.length > 0 || out === undefined) return undefined;
    const format = values.format === undefined ? formatOf(out) : RENDER_FORMATS.find((each) => each === values.format);
    if (format) return { file, out, format, language };
    warn(RENDER_PROBLEMS['no-format'][language]);
    return undefined;
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

const formatOf = (out: string): RenderFormat | undefined => {
  const ending = extname(out).slice(1).toLowerCase().replace(/^htm$/, 'html');
  return RENDER_FORMATS.find((format) => FORMAT_FILES[format].extension === ending);
};

/** The record in a file: read from a notice, or as it stands in JSON. */
async function recordOf(rendering: Rendering): Promise<NoticeRecord | undefined> {
  const { file, house, language, context } = rendering;
  if (!/\.json$/i.test(file))
    return (await readNoticeFile(file, { vocabulary: house.vocabulary, language, context }))?.read.record;
  const text = await attempted(file, rendering, () => readFile(file, 'utf8'));
  if (text === undefined) return undefined;
  const record = noticeSchema.safeParse(parsed(text));
  if (record.success) return record.data;
  const [first] = record.error.issues;
  const where = first && first.path.length > 0 ? ` (${first.path.join('.')})` : '';
  context.warn(`${file}:1: ${RENDER_PROBLEMS['no-record'][language]}${where}`);
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function renderedOf(record: NoticeRecord, rendering: Rendering): Promise<RenderedNotice | undefined> {
  const { file, format, house, language, context } = rendering;
  const typst = openTypst();
  try {
    return await renderNotice(record, format, { ...house, typst });
  } catch (error) {
    if (!(error instanceof TypstError)) throw error;
    context.warn(`${file}:1: ${RENDER_PROBLEMS['no-pdf'][language]}${colon(language)}${error.message}`);
    return undefined;
  } finally {
    typst.close();
  }
}

/** Writes the file and says so; where the file itself goes to standard output, what is said of it does not. */
async function written({ bytes, sha256 }: RenderedNotice, rendering: Rendering): Promise<boolean> {
  const { out, language, context } = rendering;
  const said = `${out}${colon(language)}${formatBytes(bytes.length, language)}, SHA-256 ${sha256}`;
  if (out === '-') {
    context.warn(said);
    await (context.write ?? toStandardOutput)(bytes);
    return true;
  }
  const done = await attempted(out, rendering, async () => (await writeFile(out, bytes), true));
  if (done) context.print(said);
  return done === true;
}

const toStandardOutput = (bytes: Uint8Array) =>
  new Promise<void>((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())));

const PROBLEMS: Readonly<Record<string, keyof typeof RENDER_PROBLEMS>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'folder',
  EACCES: 'forbidden',
  EROFS: 'forbidden',
};

/** What a file answers; `undefined` where it can’t be read or written, which is told. */
async function attempted<Value>(
  file: string,
  { language, context }: Rendering,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    const problem = PROBLEMS[error instanceof Error && 'code' in error ? String(error.code) : ''];
    if (!problem) throw error;
    context.warn(`${file}:1: ${RENDER_PROBLEMS[problem][language]}`);
    return undefined;
  }
}
