import { problemLine, type Problem } from '../regulations/organisation/checked-yaml.ts';
import { readOrganisation, unknownFiles, type Organisation } from '../regulations/organisation/organisation.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { THEME, themeIn } from '../site/assets.ts';
import { unknownCodes } from './vocabulary-checks.ts';
import { readWords, vocabularyOf, VOCABULARY_NAME, type Vocabulary } from './vocabulary.ts';

export type OrganisationFolder = { organisation: Organisation; vocabulary: Vocabulary };

/**
 * All that an organisation's folder says, or everything that is wrong in it: file by file, between its files, and with
 * what lies there beside them. What a command tells of a folder and what the server refuses to start on is the same.
 */
export function readOrganisationFolder(folder: string): Result<OrganisationFolder, Problem[]> {
  const organisation = readOrganisation(folder);
  const words = readWords(folder);
  const problems = [
    ...(organisation.ok ? [] : organisation.refusal),
    ...(words.ok ? [] : words.refusal),
    ...(organisation.ok ? unknownCodes(folder, organisation.value) : []),
    ...themeProblems(folder),
    ...unknownFiles(folder, BESIDE),
  ];
  if (!organisation.ok || !words.ok || problems.length > 0) return refuse(problems);
  return ok({ organisation: organisation.value, vocabulary: vocabularyOf(words.value, organisation.value.grades) });
}

/** The same; throws with every problem as `FILE:LINE: message`. */
export function loadOrganisationFolder(folder: string): OrganisationFolder {
  const read = readOrganisationFolder(folder);
  if (!read.ok) throw new Error(read.refusal.map(problemLine).join('\n'));
  return read.value;
}

/** A style that is more than other values for tokens. */
function themeProblems(folder: string): Problem[] {
  const theme = themeIn(folder);
  return theme.ok ? [] : [theme.refusal];
}

/** What may lie beside the files of rules: the words of notices, a style, and a demonstration to fill a database with. */
const BESIDE = [VOCABULARY_NAME, THEME, 'demonstration'];
