import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { terminalLanguage, type CommandContext } from '../../platform/command.ts';
import type { Context } from '../context.ts';
import { eventsAfter, type ListedEvent } from '../event-queries.ts';
import type { Language } from '../../platform/language.ts';
import { readKeys } from '../signing-key/public-key.ts';
import { readHead } from './event-chain.ts';
import { readEventHeads, type SignedEventHead } from './event-head.ts';
import { auditWithHeads, type KeptElsewhere } from './event-head-queries.ts';
import { CHAIN_TEXTS, tellChainProblem } from './event-chain-texts.ts';
import type { AuditRows } from './rows-audit-queries.ts';

export const EVENTS_HELP = `usage: concours events [--subject REFERENCE] [--json]
       concours events --verify [--heads FILE]… [--head POSITION:HASH] [--key FILE]

Prints who did what, when, oldest first: time, doer, subject, action and details, with a tab between.
  --subject   only what happened to a vacancy's reference, an application's number or an account's id
  --json      one JSON object a line instead
  --verify    instead walks the chain that every event is hashed into, and says which event was altered, removed or
              inserted, or which link; compares it with every signed head that was published, which finds a chain that
              was cut or written anew; and holds the rows of every competition to the events, their words by the hash
              that an event tells
  --heads     signed heads that somebody kept elsewhere, as /api/v1/event-log/heads and /api/v1/event-log/head give them:
              finds this where the published heads were rewritten too
  --head      one head, as this command prints it
  --key       keys of the organisation that you have from elsewhere, one a line, as /en/receipts shows them; without it the
              signatures are checked with the keys in this database
Exit status: 0 printed, or everything agrees; 1 something does not; 2 wrong usage.
`;

const PAGE = 1_000;
/** Of rows that do not agree, so many are told. */
const ROWS_TOLD = 200;

type Given = { head: string | undefined; heads: string[]; key: string | undefined };
type Asked = { kind: 'list'; subject: string | undefined; json: boolean } | ({ kind: 'verify' } & Given);
type Outside = Pick<Context, 'db'>;
/** The rows of the database are held to the events as well. */
type Checking = Outside & { auditRows: AuditRows };

/** `concours events`: the history, or whether it is what was written. */
export async function events(args: string[], context: CommandContext, checking: Checking): Promise<0 | 1 | 2> {
  const asked = askedOf(args);
  if (!asked) {
    context.warn(EVENTS_HELP.trimEnd());
    return 2;
  }
  if (asked.kind === 'verify') return verifyEvents(asked, context, checking);
  await listEvents(asked, context, checking);
  return 0;
}

function askedOf(args: string[]): Asked | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const heads = { ...text, multiple: true } as const;
  const options = { subject: text, json: flag, verify: flag, head: text, heads, key: text };
  try {
    const { values } = parseArgs({ args, options });
    const { subject, json = false, verify = false, head, key } = values;
    const given = { head, heads: values.heads ?? [], key };
    const knows = head !== undefined || key !== undefined || given.heads.length > 0;
    if (verify ? json || subject !== undefined : knows) return undefined;
    return verify ? { kind: 'verify', ...given } : { kind: 'list', subject, json };
  } catch {
    return undefined;
  }
}

/** What was kept elsewhere; a sentence where it cannot be read. */
async function keptElsewhere({ head, heads, key }: Given, language: Language): Promise<KeptElsewhere | string> {
  const t = CHAIN_TEXTS[language];
  const one = head === undefined ? undefined : readHead(head);
  if (head !== undefined && !one) return t.badHead;
  const kept: SignedEventHead[] = [];
  for (const file of heads) {
    const read = readEventHeads(await readFile(file, 'utf8'));
    if (!read) return t.unreadable(file);
    kept.push(...read);
  }
  const keys = key === undefined ? undefined : readKeys(await readFile(key, 'utf8'));
  return key !== undefined && !keys ? t.unreadable(key) : { head: one, heads: kept, keys };
}

async function verifyEvents(
  given: Given,
  { print, warn, environment }: CommandContext,
  { db, auditRows }: Checking,
): Promise<0 | 1 | 2> {
  const language = terminalLanguage(environment);
  const t = CHAIN_TEXTS[language];
  const known = await keptElsewhere(given, language);
  if (typeof known === 'string') {
    warn(known);
    return 2;
  }
  const audit = await auditWithHeads(db, known);
  print(t.audited(audit));
  print(t.compared(audit));
  print(t.head(audit));
  for (const problem of audit.problems) print(`- ${tellChainProblem(problem, language)}`);
  if (audit.unlisted > 0) print(t.more(audit.unlisted));
  const rows = await auditRows(db, language);
  print(t.rows(rows));
  for (const problem of rows.problems.slice(0, ROWS_TOLD)) print(`- ${problem}`);
  if (rows.problems.length > ROWS_TOLD) print(t.more(rows.problems.length - ROWS_TOLD));
  if (audit.problems.length === 0 && rows.problems.length === 0) {
    print(audit.kept > 0 ? t.agreesWithKept : t.agrees);
    return 0;
  }
  if (audit.problems.length > 0) print(t.differs);
  if (rows.problems.length > 0) print(t.rowsDiffer);
  print(t.howToGoOn);
  return 1;
}

/** A page of the table at a time, so that its length doesn't matter. */
async function listEvents(
  { subject, json }: { subject: string | undefined; json: boolean },
  { print }: CommandContext,
  { db }: Outside,
): Promise<void> {
  let last = '0';
  for (;;) {
    const page = await eventsAfter(db, last, { subjectId: subject, limit: PAGE });
    for (const event of page) print(json ? JSON.stringify(event) : eventLine(event));
    last = page.at(-1)?.id ?? last;
    if (page.length < PAGE) return;
  }
}

const eventLine = ({ at, actorName, actorKind, subject, subjectId, action, details }: ListedEvent): string =>
  [at.toISOString(), actorName ?? actorKind, `${subject} ${subjectId}`, action, JSON.stringify(details)]
    .map((field) => field.replaceAll(/[\t\r\n]/g, ' '))
    .join('\t');
