import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { eventsAfter, type ListedEvent } from '../people/event-queries.ts';
import type { Context } from '../people/context.ts';
import type { CommandContext } from '../platform/command.ts';
import { importable, MAX_NOTICE_BYTES, type ImportDecision } from './import-notice.ts';
import { recordImport } from './import-queries.ts';
import { explain } from './vacancy-texts.ts';

export const IMPORT_HELP = `usage: concours import FILE…

Reads vacancy notices as text (UTF-8) into the database. A new reference becomes a draft vacancy; a known one is offered
as a new version, which a person takes or declines on the review page; the same text again changes nothing.
Prints one line for each file: FILE: REFERENCE: what came of it; or FILE:LINE: why it was not imported.
Exit status: 0 every file was imported, 1 some were refused (the others are in), 2 wrong usage.
`;

export const EVENTS_HELP = `usage: concours events [--subject REFERENCE] [--json]

Prints who did what, when, oldest first: time, doer, subject, action and details, with a tab between.
  --subject   only what happened to a vacancy's reference, an application's number or an account's id
  --json      one JSON object a line instead
Exit status: 0 printed, 2 wrong usage.
`;

type Outside = Pick<Context, 'db' | 'organisation' | 'vocabulary' | 'clock'>;

/** `concours import FILE…`: every file is tried; one that is refused never stops the others. */
export async function importNotices(
  args: string[],
  { print, warn }: CommandContext,
  outside: Outside,
): Promise<0 | 1 | 2> {
  if (args.length === 0 || args.some((arg) => arg.startsWith('-'))) {
    warn(IMPORT_HELP.trimEnd());
    return 2;
  }
  let status: 0 | 1 = 0;
  for (const file of args) {
    const outcome = await importFile(file, outside);
    if (outcome.imported) print(`${file}: ${outcome.message}`);
    else {
      warn(`${file}:${outcome.line}: ${outcome.message}`);
      status = 1;
    }
  }
  return status;
}

type Outcome = { imported: true; message: string } | { imported: false; line: number; message: string };

async function importFile(file: string, { db, organisation, vocabulary, clock }: Outside): Promise<Outcome> {
  const bytes = await readStart(file);
  if (typeof bytes === 'string') return { imported: false, line: 1, message: bytes };
  const notice = importable({ fileName: basename(file), bytes }, vocabulary);
  if (!notice.ok) {
    const line = notice.refusal.kind === 'broken-text' ? notice.refusal.line : 1;
    return { imported: false, line, message: explain(notice.refusal).en };
  }
  const { reference, read } = notice.value;
  const decision = await recordImport(db, notice.value, { organisation, by: { kind: 'command-line' }, at: clock() });
  return { imported: true, message: `${reference}: ${outcomeText(decision, read.doubts.length)}` };
}

function outcomeText(decision: ImportDecision, doubts: number): string {
  if (decision.kind === 'draft') return `draft made, ${doubts} ${doubts === 1 ? 'doubt' : 'doubts'}`;
  if (decision.kind === 'offer') return `offered as version ${decision.number}`;
  return `nothing new: the same text as version ${decision.number}`;
}

const READ_PROBLEMS: Record<string, string> = {
  ENOENT: 'no such file',
  EISDIR: 'this is a folder',
  EACCES: 'this file may not be read',
};

/** The bytes of a file, one more than allowed at most, or why it cannot be read. */
async function readStart(file: string): Promise<Uint8Array | string> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_NOTICE_BYTES + 1), 0, MAX_NOTICE_BYTES + 1, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = READ_PROBLEMS[code];
    if (problem === undefined) throw error;
    return problem;
  }
}

const PAGE = 1_000;

/** `concours events`: the history, a page of the table at a time, so that its length doesn't matter. */
export async function listEvents(
  args: string[],
  { print, warn }: CommandContext,
  { db }: Pick<Context, 'db'>,
): Promise<0 | 2> {
  const options = eventOptions(args);
  if (!options) {
    warn(EVENTS_HELP.trimEnd());
    return 2;
  }
  let last = '0';
  for (;;) {
    const events = await eventsAfter(db, last, { subjectId: options.subject, limit: PAGE });
    for (const event of events) print(options.json ? JSON.stringify(event) : eventLine(event));
    last = events.at(-1)?.id ?? last;
    if (events.length < PAGE) return 0;
  }
}

function eventOptions(args: string[]): { subject: string | undefined; json: boolean } | undefined {
  try {
    const { values } = parseArgs({ args, options: { subject: { type: 'string' }, json: { type: 'boolean' } } });
    return { subject: values.subject, json: values.json ?? false };
  } catch {
    return undefined;
  }
}

const eventLine = ({ at, actorName, actorKind, subject, subjectId, action, details }: ListedEvent): string =>
  [at.toISOString(), actorName ?? actorKind, `${subject} ${subjectId}`, action, JSON.stringify(details)]
    .map((field) => field.replaceAll(/[\t\r\n]/g, ' '))
    .join('\t');
