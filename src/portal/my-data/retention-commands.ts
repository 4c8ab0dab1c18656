import type { Context } from '../../people/context.ts';
import type { CommandContext } from '../../platform/command.ts';
import { endings, endRetention } from './retention-tasks.ts';

export const RETENTION_HELP = `usage: concours retention [--dry-run]

Deletes what the organisation's retention.yaml keeps no longer, as the server does every hour, and prints by which period how
much: its code, its months, and the number of drafts, applications, accounts or events.
  --dry-run   only says what would be deleted
Exit status: 0 done, 2 wrong usage.
`;

/** `concours retention`: the task of every hour, by hand, or only told. */
export async function retentionCommand(
  args: string[],
  { print, warn }: CommandContext,
  context: Pick<Context, 'db' | 'organisation' | 'personalData' | 'clock'>,
): Promise<0 | 2> {
  if (args.some((argument) => argument !== '--dry-run')) {
    warn(RETENTION_HELP.trimEnd());
    return 2;
  }
  const now = context.clock();
  const found = await endings(context, now);
  for (const { code, months, count } of found) print(`${code}\t${months} months\t${count}`);
  for (const { code, months } of context.organisation.retention)
    if (months === null) print(`${code}\tnot decided\tkept`);
  if (!args.includes('--dry-run')) await endRetention(context, now);
  return 0;
}
