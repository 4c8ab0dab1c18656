import { readdirSync, statSync } from 'node:fs';
import { problemLine, type Problem } from '../regulations/checked-yaml.ts';
import { readOrganisation, type Organisation } from '../regulations/organisation.ts';
import type { CommandContext } from '../platform/command.ts';
import { readVocabulary } from './vocabulary.ts';

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
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    warn(`${folder}: there is no such folder`);
    return 1;
  }
  const organisation = readOrganisation(folder);
  const vocabulary = readVocabulary(folder);
  const problems = [...problemsOf(organisation), ...problemsOf(vocabulary)];
  for (const problem of problems) print(problemLine(problem));
  if (organisation.ok && problems.length === 0) print(`${folder}: in order, ${figures(folder, organisation.value)}`);
  return problems.length === 0 ? 0 : 1;
}

const problemsOf = (read: { ok: true } | { ok: false; refusal: Problem[] }) => (read.ok ? [] : read.refusal);

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
