import { basename, join } from 'node:path';
import type { z } from 'zod';
import { ok, refuse } from '../platform/result.ts';
import type { Result } from '../platform/result.ts';
import { problemLine, readCheckedYaml } from './checked-yaml.ts';
import type { Problem } from './checked-yaml.ts';
import {
  APPLICATIONS_FILE,
  CONTRACTS_FILE,
  GRADES_FILE,
  LANGUAGES_FILE,
  MAIN_FILE,
  MEMBER_NATIONS_FILE,
} from './organisation-schema.ts';

/** What one organisation decides, as its folder in `organisations/` says it; each value beside its source. */
export interface Organisation extends z.output<typeof MAIN_FILE>, z.output<typeof APPLICATIONS_FILE> {
  /** The name of its folder. */
  id: string;
  memberNations: MemberNations;
  languages: LanguageScheme;
  grades: z.output<typeof GRADES_FILE>;
  contractClauses: ContractClause[];
}

export type MemberNations = z.output<typeof MEMBER_NATIONS_FILE>;
/** The official languages and the levels a notice asks for, lowest first. */
export type LanguageScheme = z.output<typeof LANGUAGES_FILE>;
export type ContractClause = z.output<typeof CONTRACTS_FILE>['clauses'][number];
export type Declaration = Organisation['declarations'][number];
export type DocumentRules = Organisation['documents'];
export type Clearances = Organisation['clearances'];

/** The organisation in a folder, or everything that is wrong there. */
export function readOrganisation(folder: string): Result<Organisation, Problem[]> {
  const main = readCheckedYaml(join(folder, 'organisation.yaml'), MAIN_FILE);
  const nations = readCheckedYaml(join(folder, 'member-nations.yaml'), MEMBER_NATIONS_FILE);
  const languages = readCheckedYaml(join(folder, 'languages.yaml'), LANGUAGES_FILE);
  const grades = readCheckedYaml(join(folder, 'grades.yaml'), GRADES_FILE);
  const applications = readCheckedYaml(join(folder, 'applications.yaml'), APPLICATIONS_FILE);
  const contracts = readCheckedYaml(join(folder, 'contracts.yaml'), CONTRACTS_FILE);

  if (main.ok && nations.ok && languages.ok && grades.ok && applications.ok && contracts.ok)
    return ok({
      id: basename(folder),
      ...main.value,
      ...applications.value,
      memberNations: nations.value,
      languages: languages.value,
      grades: grades.value,
      contractClauses: contracts.value.clauses,
    });
  return refuse(
    [main, nations, languages, grades, applications, contracts].flatMap((file) => (file.ok ? [] : file.refusal)),
  );
}

/** The organisation in a folder such as `organisations/nato-is`; throws with every problem as `FILE:LINE: message`. */
export function loadOrganisation(folder: string): Organisation {
  const organisation = readOrganisation(folder);
  if (!organisation.ok) throw new Error(organisation.refusal.map(problemLine).join('\n'));
  return organisation.value;
}
