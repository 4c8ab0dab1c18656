import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Context } from '../../people/context.ts';
import { terminalLanguage, type CommandContext } from '../../platform/command.ts';
import type { Localized } from '../../platform/language.ts';
import { IMPORT_REPORT, IMPORTED, NOT_READ, type ImportCounts } from './import-command-texts.ts';
import { HIDDEN_TEXT } from '../../notices/documents/document-texts.ts';
import { MAX_DOCUMENT_BYTES } from '../../notices/documents/document.ts';
import { importableFile } from './import-notice.ts';
import { recordImport } from './import-queries.ts';
import { explain } from '../vacancy-texts.ts';

export const IMPORT_HELP = `usage: concours import FILE|FOLDER…

Reads vacancy notices (PDF, Word .docx, web page, text in UTF-8, record in JSON) into the database; of a folder, every file
in it and below; - is standard input. A new reference becomes a draft vacancy; a known one is offered as a new version,
which a person takes or declines on the review page; the same text again changes nothing. So a run that was stopped goes
on where it was when it is started again.
Prints one line for each file: FILE: REFERENCE: what came of it; or FILE:LINE: why it was not imported. Of more than one
file, how many came to what is printed last; at a terminal, a bar shows how far it has come.
Exit status: 0 every file was imported, 1 some were refused (the others are in), 2 wrong usage.
`;

type Outside = Pick<Context, 'db' | 'organisation' | 'vocabulary' | 'clock'>;

/** `concours import FILE|FOLDER…`: every file is tried; one that is refused never stops the others. */
export async function importNotices(args: string[], context: CommandContext, outside: Outside): Promise<0 | 1 | 2> {
  const { print, warn, environment, progress } = context;
  if (args.length === 0 || args.some((arg) => arg.startsWith('-') && arg !== '-')) {
    warn(IMPORT_HELP.trimEnd());
    return 2;
  }
  const language = terminalLanguage(environment);
  const files = (await Promise.all(args.map(filesAt))).flat();
  const counts: ImportCounts = { draft: 0, offer: 0, unchanged: 0, refused: 0 };
  for (const [index, file] of files.entries()) {
    progress?.(index, files.length, basename(file));
    const outcome = await importFile(file, outside);
    counts[outcome.kind] += 1;
    progress?.(files.length, files.length, '');
    if (outcome.kind === 'refused') warn(`${file}:${outcome.line}: ${outcome.message[language]}`);
    else print(`${file}: ${outcome.message[language]}`);
  }
  if (files.length !== 1) print(IMPORT_REPORT(counts)[language]);
  return counts.refused > 0 ? 1 : 0;
}

/**
 * The files of a folder and of those in it, in the order of their names, without hidden ones; a file is itself, and so is a
 * folder that may not be opened, which is then told as one.
 */
async function filesAt(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  const visible = entries.filter(({ name }) => !name.startsWith('.')).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of visible) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) found.push(...(await filesAt(inside)));
    else if (entry.isFile()) found.push(inside);
  }
  return found;
}

type Outcome =
  { kind: 'draft' | 'offer' | 'unchanged'; message: Localized } | { kind: 'refused'; line: number; message: Localized };

async function importFile(file: string, { db, organisation, vocabulary, clock }: Outside): Promise<Outcome> {
  const bytes = await readStart(file);
  if (!('length' in bytes)) return { kind: 'refused', line: 1, message: bytes };
  const notice = await importableFile({ fileName: basename(file), bytes }, vocabulary);
  if (!notice.ok) {
    const line = notice.refusal.kind === 'broken-text' ? notice.refusal.line : 1;
    return { kind: 'refused', line, message: explain(notice.refusal) };
  }
  const { reference, hiddenText } = notice.value;
  const decision = await recordImport(db, notice.value, { organisation, by: { kind: 'command-line' }, at: clock() });
  const said = (text: Localized): Localized => ({
    en: `${reference}: ${text.en}${hiddenText ? `. ${HIDDEN_TEXT.en}` : ''}`,
    fr: `${reference}: ${text.fr}${hiddenText ? `. ${HIDDEN_TEXT.fr}` : ''}`,
  });
  if (decision.kind === 'draft')
    return { kind: 'draft', message: said(IMPORTED.draft(decision.vacancy.doubts.length)) };
  if (decision.kind === 'offer') return { kind: 'offer', message: said(IMPORTED.offer(decision.number)) };
  return { kind: 'unchanged', message: said(IMPORTED.unchanged(decision.number)) };
}

/** The bytes of a file, one more than allowed at most, or why it cannot be read. */
export async function readStart(file: string): Promise<Uint8Array | Localized> {
  if (file === '-') return buffer(process.stdin);
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const length = Math.min(size > 0 ? size : MAX_DOCUMENT_BYTES, MAX_DOCUMENT_BYTES) + 1;
      const start = await handle.read(Buffer.alloc(length), 0, length, 0);
      return start.buffer.subarray(0, start.bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = NOT_READ[code];
    if (problem === undefined) throw error;
    return problem;
  }
}
