import { readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { problemLine } from '../regulations/organisation/checked-yaml.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { CommandContext } from '../platform/command.ts';
import { readOrganisationFolder } from './organisation-folder.ts';

export const ORGANISATION_HELP = `usage: concours organisation check DIR

Reads an organisation's folder, its regulations and the words its notices are read by, and prints everything that is
wrong as FILE:LINE: message, or one line with its figures. Nothing is changed and no database is opened.
Exit status: 0 in order, 1 something is wrong, 2 wrong usage.
`;

/** `concours organisation check DIR`: what the server would say of a folder at its start, all at once. */
export function checkOrganisation(args: string[], { print, warn }: CommandContext): 0 | 1 | 2 {
  const [action, folder, ...rest] = args;
  if (action !== 'check' || folder === undefined || folder.startsWith('-') || rest.length > 0) {
    warn(ORGANISATION_HELP.trimEnd());
    return 2;
  }
  const unusable = notAFolder(folder);
  if (unusable !== undefined) {
    warn(unusable);
    return 1;
  }
  const read = readOrganisationFolder(folder);
  if (read.ok) print(`${folder}: in order, ${figures(folder, read.value.organisation)}`);
  else for (const problem of read.refusal) print(problemLine(problem));
  return read.ok ? 0 : 1;
}

function notAFolder(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return `${path}: there is no such folder`;
  return found.isDirectory()
    ? undefined
    : `${path}: this is a file; give the folder that it stands in, ${dirname(path)}`;
}

function figures(folder: string, { memberNations, grades, contractClauses, salaries }: Organisation): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return [
    `${files.length} files`,
    `${memberNations.nations.length} nations`,
    `${grades.order.length} grades`,
    `${contractClauses.length} contract clauses`,
    `${salaries.rows.length} salary rows`,
  ].join(', ');
}
