import type { z } from 'zod';
import { APPOINTMENT_FILE } from './appointment-schema.ts';
import { CONTRACTS_FILE } from './contracts-schema.ts';
import { DECISION_FILE } from './decision-schema.ts';
import { EDUCATION_FILE } from './education-schema.ts';
import { MEMBER_NATIONS_FILE, CLEARANCES_FILE, ELIGIBILITY_FILE } from './eligibility-schema.ts';
import { GRADES_FILE, SALARIES_FILE } from './grades-schema.ts';
import { HAND_OVER_FILE } from './hand-over-schema.ts';
import { INTEGRITY_FILE } from './integrity-schema.ts';
import { NOTICES_FILE, POSTS_FILE } from './notices-schema.ts';
import { MAIN_FILE, LANGUAGES_FILE } from './organisation-schema.ts';
import { PANEL_FILE } from './panel-schema.ts';
import {
  APPLICATIONS_FILE,
  ACCOMMODATION_FILE,
  EQUALITY_FILE,
  SELECTION_FILE,
  PARAGRAPHS_FILE,
  RETENTION_FILE,
} from './procedure-schema.ts';
import { SCORING_FILE } from './scoring-schema.ts';
import { WORKING_DAYS_FILE } from './working-days-schema.ts';
import type { Found } from './yaml-places.ts';

/** The files of an organisation's folder, in the order in which their problems are told. */
export const FILES = {
  'organisation.yaml': MAIN_FILE,
  'member-nations.yaml': MEMBER_NATIONS_FILE,
  'languages.yaml': LANGUAGES_FILE,
  'grades.yaml': GRADES_FILE,
  'salaries.yaml': SALARIES_FILE,
  'clearances.yaml': CLEARANCES_FILE,
  'eligibility.yaml': ELIGIBILITY_FILE,
  'education.yaml': EDUCATION_FILE,
  'contracts.yaml': CONTRACTS_FILE,
  'applications.yaml': APPLICATIONS_FILE,
  'accommodation.yaml': ACCOMMODATION_FILE,
  'equality.yaml': EQUALITY_FILE,
  'working-days.yaml': WORKING_DAYS_FILE,
  'selection.yaml': SELECTION_FILE,
  'panel.yaml': PANEL_FILE,
  'scoring.yaml': SCORING_FILE,
  'decision.yaml': DECISION_FILE,
  'integrity.yaml': INTEGRITY_FILE,
  'appointment.yaml': APPOINTMENT_FILE,
  'hand-over.yaml': HAND_OVER_FILE,
  'standard-paragraphs.yaml': PARAGRAPHS_FILE,
  'notices.yaml': NOTICES_FILE,
  'posts.yaml': POSTS_FILE,
  'retention.yaml': RETENTION_FILE,
} as const;

export type FileName = keyof typeof FILES;

export const FILE_NAMES = Object.keys(FILES) as FileName[];

export type OrganisationFiles = {
  [Name in FileName]: z.output<(typeof FILES)[Name]>;
};

export type Fault = Found & { file: FileName };
