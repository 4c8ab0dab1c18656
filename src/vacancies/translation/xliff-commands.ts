import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Context } from '../../people/context.ts';
import { terminalLanguage, type CommandContext } from '../../platform/command.ts';
import { isLanguage, type Language, type Localized } from '../../platform/language.ts';
import { refuse, type Result } from '../../platform/result.ts';
import { plural } from '../../site/numbers.ts';
import { readStart } from '../importing/import-commands.ts';
import { findVersion, lastVersion } from '../versions/notice-version-queries.ts';
import { explainTranslation } from './translation-texts.ts';
import { targetsOf } from './translation.ts';
import { findVacancy, recordVacancy } from '../vacancy-queries.ts';
import { isFinal, isPublic } from '../vacancy-state.ts';
import type { Vacancy } from '../vacancy.ts';
import type { XliffMerge } from './xliff-import.ts';
import { readXliff, type XliffDocument } from './xliff-reading.ts';
import { bringIn, fileOf } from './xliff-save.ts';
import { explainXliff, NO_VACANCY, ON_ITS_PAGE, XLIFF_TEXTS } from './xliff-texts.ts';
import { writeXliff } from './xliff.ts';

export const XLIFF_HELP = `usage: concours xliff export REFERENCE [--to LANGUAGE] [--out FILE]
       concours xliff import FILE

Exchanges a notice's texts with translators who have tools of their own, as XLIFF 2.0; 2.1 is read as well.
  export   writes the texts of a notice with the translations that stand, to FILE or to the output
  import   takes the translations of FILE into the notices it is made of; what was changed here meanwhile is not overwritten
Each text that was not simply taken is told on a line: FILE: REFERENCE: text: why.
Exit status: 0 written or taken, 1 refused, or some texts were not taken (the others are in), 2 wrong usage.
`;

type Outside = Pick<Context, 'db' | 'organisation' | 'clock'>;

/** `concours xliff export …` and `concours xliff import …`. */
export async function exchangeXliff(args: string[], context: CommandContext, outside: Outside): Promise<0 | 1 | 2> {
  const wanted = wantedOf(args);
  if (wanted?.kind === 'export') return exportXliff(wanted, context, outside);
  if (wanted?.kind === 'import') return importXliff(wanted.file, context, outside);
  context.warn(XLIFF_HELP.trimEnd());
  return 2;
}

type Export = { kind: 'export'; reference: string; to: Language | undefined; out: string | undefined };
type Wanted = Export | { kind: 'import'; file: string };

function wantedOf(args: string[]): Wanted | undefined {
  try {
    const options = { to: { type: 'string' }, out: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [kind, subject, ...more] = positionals;
    const { to, out } = values;
    if (subject === undefined || more.length > 0 || (to !== undefined && !isLanguage(to))) return undefined;
    if (kind === 'export') return { kind, reference: subject, to, out };
    return kind === 'import' && to === undefined && out === undefined ? { kind, file: subject } : undefined;
  } catch {
    return undefined;
  }
}

async function exportXliff({ reference, to, out }: Export, context: CommandContext, { db }: Outside): Promise<0 | 1> {
  const language = terminalLanguage(context.environment);
  const vacancy = await findVacancy(db, reference);
  const target = vacancy && targetsOf(vacancy).find((one) => to === undefined || one === to);
  if (!vacancy || !target) {
    const found = `${vacancy?.originalLanguage ?? ''} → ${to ?? ''}`;
    const why = vacancy ? explainXliff({ kind: 'other-languages', found }) : NO_VACANCY;
    context.warn(`${reference}: ${why[language]}`);
    return 1;
  }
  const text = writeXliff(vacancy, target, await lastVersion(db, reference));
  if (out === undefined) context.print(text.trimEnd());
  else await writeFile(out, text);
  return 0;
}

async function importXliff(path: string, context: CommandContext, outside: Outside): Promise<0 | 1> {
  const { print, warn, environment } = context;
  const language = terminalLanguage(environment);
  const document = await documentAt(path);
  if (!document.ok) {
    warn(`${path}: ${document.refusal[language]}`);
    return 1;
  }
  let status: 0 | 1 = 0;
  for (const { original } of document.value.files) {
    const brought = await bringOne(original, document.value, outside);
    const lines = brought.ok ? linesOf(brought.merge, language) : [];
    for (const line of lines) warn(`${path}: ${original}: ${line}`);
    if (!brought.ok) warn(`${path}: ${original}: ${brought.why[language]}`);
    else print(`${path}: ${original}: ${plural(brought.merge.items.size, XLIFF_TEXTS[language].taken, language)}`);
    if (!brought.ok || lines.length > 0) status = 1;
  }
  return status;
}

async function documentAt(path: string): Promise<Result<XliffDocument, Localized>> {
  const bytes = await readStart(path);
  if (!('length' in bytes)) return refuse(bytes);
  const document = readXliff(bytes);
  return document.ok ? document : refuse(explainXliff(document.refusal));
}

const linesOf = ({ misfits }: XliffMerge, language: Language): string[] =>
  misfits.map(({ kind, id, text }) => `${id}: ${XLIFF_TEXTS[language].misfits[kind]} ${text}`.replaceAll('\n', ' '));

type Brought = { ok: true; merge: XliffMerge } | { ok: false; why: Localized };

async function bringOne(reference: string, document: XliffDocument, outside: Outside): Promise<Brought> {
  const { db, organisation, clock } = outside;
  const vacancy = await findVacancy(db, reference);
  if (!vacancy) return { ok: false, why: NO_VACANCY };
  const closed = closedBy(vacancy);
  if (closed) return { ok: false, why: closed };
  const found = fileOf(vacancy, document);
  if (!found.ok) return { ok: false, why: explainXliff(found.refusal) };
  const { version } = found.value.file;
  const base = version === undefined ? undefined : await findVersion(db, reference, version);
  const brought = bringIn(vacancy, { ...found.value, base: base?.notice }, { organisation, now: clock() });
  if (!brought.ok) return { ok: false, why: explainTranslation(brought.refusal) };
  const { merge, details } = brought.value;
  if (merge.items.size + merge.right.size === 0) return { ok: true, merge };
  const change = { action: 'import-translation', by: { kind: 'command-line' }, at: clock(), details } as const;
  const recorded = await recordVacancy(db, brought.value.vacancy, change);
  return recorded.ok ? { ok: true, merge } : { ok: false, why: explainTranslation(recorded.refusal) };
}

/** Whoever sits at the server edits what is being written; what the public sees is changed on its page, by a person. */
function closedBy({ status }: Vacancy): Localized | undefined {
  if (isFinal(status)) return explainTranslation({ kind: 'final', status });
  return isPublic(status) ? ON_ITS_PAGE : undefined;
}
