import { parseArgs } from 'node:util';
import { terminalLanguage, type CommandContext } from '../../platform/command.ts';
import type { Context } from '../context.ts';
import { eventsAfter, type ListedEvent } from '../event-queries.ts';
import { readHead, type ChainHead } from './event-chain.ts';
import { auditEvents } from './event-chain-queries.ts';
import { CHAIN_TEXTS, tellChainProblem } from './event-chain-texts.ts';

export const EVENTS_HELP = `usage: concours events [--subject REFERENCE] [--json]
       concours events --verify [--head POSITION:HASH]

Prints who did what, when, oldest first: time, doer, subject, action and details, with a tab between.
  --subject   only what happened to a vacancy's reference, an application's number or an account's id
  --json      one JSON object a line instead
  --verify    instead walks the chain that every event is hashed into, and says which event was altered, removed or
              inserted, or which link; prints the head of the chain, which is to be kept elsewhere
  --head      a head that was kept: finds a chain that was rewritten as a whole, or cut at its end
Exit status: 0 printed, or everything agrees; 1 something does not; 2 wrong usage.
`;

const PAGE = 1_000;

type Asked =
  | { kind: 'list'; subject: string | undefined; json: boolean }
  | { kind: 'verify'; head: ChainHead | undefined }
  | { kind: 'bad-head' };
type Outside = Pick<Context, 'db'>;

/** `concours events`: the history, or whether it is what was written. */
export async function events(args: string[], context: CommandContext, { db }: Outside): Promise<0 | 1 | 2> {
  const asked = askedOf(args);
  if (!asked || asked.kind === 'bad-head') {
    context.warn(asked ? CHAIN_TEXTS[terminalLanguage(context.environment)].badHead : EVENTS_HELP.trimEnd());
    return 2;
  }
  if (asked.kind === 'verify') return verifyEvents(asked.head, context, { db });
  await listEvents(asked, context, { db });
  return 0;
}

function askedOf(args: string[]): Asked | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { values } = parseArgs({ args, options: { subject: text, json: flag, verify: flag, head: text } });
    const { subject, json = false, verify = false, head } = values;
    if (verify ? json || subject !== undefined : head !== undefined) return undefined;
    if (!verify) return { kind: 'list', subject, json };
    const known = head === undefined ? undefined : readHead(head);
    return head !== undefined && !known ? { kind: 'bad-head' } : { kind: 'verify', head: known };
  } catch {
    return undefined;
  }
}

async function verifyEvents(
  known: ChainHead | undefined,
  { print, environment }: CommandContext,
  { db }: Outside,
): Promise<0 | 1> {
  const language = terminalLanguage(environment);
  const t = CHAIN_TEXTS[language];
  const audit = await auditEvents(db, known);
  print(t.audited(audit));
  print(t.head(audit));
  for (const problem of audit.problems) print(`- ${tellChainProblem(problem, language)}`);
  if (audit.unlisted > 0) print(t.more(audit.unlisted));
  if (audit.problems.length === 0) {
    print(known ? t.agreesWithHead : t.agrees);
    return 0;
  }
  print(t.differs);
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
