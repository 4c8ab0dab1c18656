import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Context } from '../../../people/context.ts';
import { terminalLanguage, type CommandContext } from '../../../platform/command.ts';
import { findVacancy } from '../../../vacancies/vacancy-queries.ts';
import { makeRecord } from './zip-tasks.ts';
import { RECORD_COMMAND_TEXTS } from '../command-texts.ts';

export const EXPORT_RECORD_HELP = `usage: concours export-record REFERENCE --out FILE

Writes the record of a competition as one ZIP, as its page does: tables, notice, receipts, documents, events with their
chain, signed. It holds the data of everybody who applied. A file that is there already is not overwritten.
Exit status: 0 written, 1 there is no such vacancy or it could not be written, 2 wrong usage.
`;

/** `concours export-record`: for archives, and for competitions that take long to save from a browser. */
export async function exportRecord(
  args: string[],
  { print, warn, environment }: CommandContext,
  context: Context,
): Promise<0 | 1 | 2> {
  const asked = askedOf(args);
  if (!asked) {
    warn(EXPORT_RECORD_HELP.trimEnd());
    return 2;
  }
  const { reference, out } = asked;
  const language = terminalLanguage(environment);
  const t = RECORD_COMMAND_TEXTS[language];
  const vacancy = await findVacancy(context.db, reference);
  if (!vacancy) {
    warn(t.noVacancy(reference));
    return 1;
  }
  const file = createWriteStream(out, { flags: 'wx', mode: 0o600 });
  // Nothing is noted as taken away before there is a place for it.
  await new Promise((resolve, reject) => file.once('open', resolve).once('error', reject));
  try {
    const toMake = { reference, zone: vacancy.deadlineZone, language, by: { kind: 'command-line' } as const };
    await pipeline(await makeRecord(context, toMake), file);
  } catch (fault) {
    await rm(out, { force: true });
    throw fault;
  }
  print(t.written(out));
  return 0;
}

function askedOf(args: string[]): { reference: string; out: string } | undefined {
  try {
    const { values, positionals } = parseArgs({ args, options: { out: { type: 'string' } }, allowPositionals: true });
    const [reference, more] = positionals;
    return reference === undefined || more !== undefined || values.out === undefined
      ? undefined
      : { reference, out: values.out };
  } catch {
    return undefined;
  }
}
