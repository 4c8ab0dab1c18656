import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { APPOINTMENT_FILE } from './appointment-schema.ts';
import type { z } from 'zod';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { problemLine, readCheckedYaml, type Problem } from './checked-yaml.ts';
import type { ContractsFile } from './contracts-schema.ts';
import { DECISION_FILE } from './decision-schema.ts';
import { EDUCATION_FILE } from './education-schema.ts';
import { CLEARANCES_FILE, ELIGIBILITY_FILE, MEMBER_NATIONS_FILE } from './eligibility-schema.ts';
import { GRADES_FILE, SALARIES_FILE } from './grades-schema.ts';
import type { HAND_OVER_FILE } from './hand-over-schema.ts';
import { INTEGRITY_FILE } from './integrity-schema.ts';
import { LANGUAGES_FILE, MAIN_FILE } from './organisation-schema.ts';
import { NOTICES_FILE, POSTS_FILE } from './notices-schema.ts';
import { crossProblems } from './organisation-checks.ts';
import { PANEL_FILE } from './panel-schema.ts';
import { SCORING_FILE } from './scoring-schema.ts';
import {
  ACCOMMODATION_FILE,
  APPLICATIONS_FILE,
  EQUALITY_FILE,
  PARAGRAPHS_FILE,
  RETENTION_FILE,
  SELECTION_FILE,
} from './procedure-schema.ts';
import type { WORKING_DAYS_FILE } from './working-days-schema.ts';
import { FILE_NAMES, FILES, type FileName, type OrganisationFiles } from './organisation-files.ts';

/** What one organisation decides, as its folder in `organisations/` says it; each value beside its source. */
export interface Organisation extends z.output<typeof MAIN_FILE>, z.output<typeof APPLICATIONS_FILE> {
  /** The name of its folder. */
  id: string;
  memberNations: MemberNations;
  languages: LanguageScheme;
  grades: Grades;
  salaries: Salaries;
  clearances: Clearances;
  eligibility: z.output<typeof ELIGIBILITY_FILE>;
  education: z.output<typeof EDUCATION_FILE>;
  contractClauses: ContractsFile['clauses'];
  openPoints: ContractsFile['openPoints'];
  accommodation: z.output<typeof ACCOMMODATION_FILE>;
  equality: z.output<typeof EQUALITY_FILE>;
  workingDays: WorkingDays;
  selection: z.output<typeof SELECTION_FILE>;
  panel: z.output<typeof PANEL_FILE>;
  scoring: z.output<typeof SCORING_FILE>;
  decision: z.output<typeof DECISION_FILE>;
  integrity: z.output<typeof INTEGRITY_FILE>;
  appointment: z.output<typeof APPOINTMENT_FILE>;
  handOver: z.output<typeof HAND_OVER_FILE>;
  standardParagraphs: z.output<typeof PARAGRAPHS_FILE>['paragraphs'];
  notices: z.output<typeof NOTICES_FILE>;
  posts: z.output<typeof POSTS_FILE>['posts'];
  retention: z.output<typeof RETENTION_FILE>['periods'];
}

export type MemberNations = z.output<typeof MEMBER_NATIONS_FILE>;
/** The official languages and the levels a notice asks for, lowest first. */
export type LanguageScheme = z.output<typeof LANGUAGES_FILE>;
export type Grades = z.output<typeof GRADES_FILE>;
export type Salaries = z.output<typeof SALARIES_FILE>;
export type Clearances = z.output<typeof CLEARANCES_FILE>;
/** Kinds of education, and what degrees are called where. */
export type Education = z.output<typeof EDUCATION_FILE>;
/** On which days nobody works; null where no source says. */
export type WorkingDays = z.output<typeof WORKING_DAYS_FILE>['calendar'];
export type Declaration = Organisation['declarations'][number];
export type DocumentRules = Organisation['documents'];

/** The organisation in a folder, or everything that is wrong there. */
export function readOrganisation(folder: string): Result<Organisation, Problem[]> {
  const problems: Problem[] = [];
  const read = (name: FileName): unknown => {
    const file = readCheckedYaml(join(folder, name), FILES[name]);
    if (file.ok) return file.value;
    problems.push(...file.refusal);
    return undefined;
  };
  const files = Object.fromEntries(FILE_NAMES.map((name) => [name, read(name)]));
  if (problems.length > 0) return refuse(problems);
  // Without a problem, each file has the shape that its schema gave it.
  const checked = files as OrganisationFiles;
  const between = crossProblems(folder, checked);
  return between.length > 0 ? refuse(between) : ok(organisationOf(basename(folder), checked));
}

const organisationOf = (id: string, files: OrganisationFiles): Organisation => ({
  id,
  ...files['organisation.yaml'],
  ...files['applications.yaml'],
  memberNations: files['member-nations.yaml'],
  languages: files['languages.yaml'],
  grades: files['grades.yaml'],
  salaries: files['salaries.yaml'],
  clearances: files['clearances.yaml'],
  eligibility: files['eligibility.yaml'],
  education: files['education.yaml'],
  contractClauses: files['contracts.yaml'].clauses,
  openPoints: files['contracts.yaml'].openPoints,
  accommodation: files['accommodation.yaml'],
  equality: files['equality.yaml'],
  workingDays: files['working-days.yaml'].calendar,
  selection: files['selection.yaml'],
  panel: files['panel.yaml'],
  scoring: files['scoring.yaml'],
  decision: files['decision.yaml'],
  integrity: files['integrity.yaml'],
  appointment: files['appointment.yaml'],
  handOver: files['hand-over.yaml'],
  standardParagraphs: files['standard-paragraphs.yaml'].paragraphs,
  notices: files['notices.yaml'],
  posts: files['posts.yaml'].posts,
  retention: files['retention.yaml'].periods,
});

/** The organisation in a folder such as `organisations/nato-is`; throws with every problem as `FILE:LINE: message`. */
export function loadOrganisation(folder: string): Organisation {
  const organisation = readOrganisation(folder);
  if (!organisation.ok) throw new Error(organisation.refusal.map(problemLine).join('\n'));
  return organisation.value;
}

/** What lies in a folder by a name that nothing reads: a rule written there would never count. Hidden files are left alone. */
export function unknownFiles(folder: string, beside: readonly string[]): Problem[] {
  const known: readonly string[] = [...FILE_NAMES, ...beside];
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const unknown = names.filter((name) => !known.includes(name) && !/^(?:\.|README\b)/.test(name));
  const message = 'No file of an organisation has this name, and nothing reads it: see docs/organisations.md';
  return unknown.toSorted().map((name) => ({ file: join(folder, name), line: 1, message }));
}
