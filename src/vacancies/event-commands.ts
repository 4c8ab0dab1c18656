import { parseArgs } from 'node:util';
import type { Context } from '../people/context.ts';
import { eventsAfter, type ListedEvent } from '../people/event-queries.ts';
import type { CommandContext } from '../platform/command.ts';

export const EVENTS_HELP = `usage: concours events [--subject REFERENCE] [--json]

Prints who did what, when, oldest first: time, doer, subject, action and details, with a tab between.
  --subject   only what happened to a vacancy's reference, an application's number or an account's id
  --json      one JSON object a line instead
Exit status: 0 printed, 2 wrong usage.
`;

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
