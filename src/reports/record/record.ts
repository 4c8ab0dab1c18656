import { LANGUAGES, type Language, type Translated } from '../../platform/language.ts';
import type { Cell } from '../../platform/csv.ts';

/** Who judged, by what, and what was decided. */
export const SELECTION_FILES = [
  'screening.csv',
  'screening-due.csv',
  'screening-sheets.csv',
  'screening-results.csv',
  'uncovered-passages.csv',
  'transcribed-pages.csv',
  'likenesses.csv',
  'integrity-cases.csv',
  'members.csv',
  'declarations.csv',
  'conflicts.csv',
  'plan.csv',
  'plan-changes.csv',
  'times.csv',
  'attendance.csv',
  'late-wishes.csv',
  'references.csv',
  'written-tests.csv',
  'written-papers.csv',
  'scores.csv',
  'agreed-scores.csv',
  'language-levels.csv',
  'reports.csv',
  'signatures.csv',
  'reviews.csv',
  'equal-access.csv',
  'redone-stages.csv',
  'voided-results.csv',
  'similar-posts.csv',
  'offered-to-others.csv',
] as const;
export type SelectionFile = (typeof SELECTION_FILES)[number];

/** What became of those who were chosen. */
export const APPOINTMENT_FILES = [
  'appointments.csv',
  'condition-steps.csv',
  'verification-steps.csv',
  'offers.csv',
  'offer-steps.csv',
] as const;
export type AppointmentFile = (typeof APPOINTMENT_FILES)[number];

/** What became of those who were appointed. */
export const CONTRACT_FILES = ['contract-steps.csv', 'hand-overs.csv'] as const;
export type ContractFile = (typeof CONTRACT_FILES)[number];

/** The tables of a record, in the order in which they are written: one more takes its rows and a line of text. */
export const TABLE_FILES = [
  'vacancy.csv',
  'notice-versions.csv',
  'approvals.csv',
  'applications.csv',
  'documents.csv',
  'stages.csv',
  ...SELECTION_FILES,
  ...APPOINTMENT_FILES,
  ...CONTRACT_FILES,
  'messages.csv',
  'people.csv',
  'events.csv',
] as const;
export type TableFile = (typeof TABLE_FILES)[number];

/** Rows by the names of their columns. */
export type Row<Column extends string = string> = Readonly<Record<Column, Cell>>;

/** Where the receipt and the documents of an application are. */
export const folderOf = (number: string): string => `applications/${number}`;
export const RECEIPT = /^applications\/([^/]+)\/receipt\.json$/;
export const noticeFile = (number: number): string => `notice/version-${String(number).padStart(4, '0')}.json`;

const reportFolder = (number: number): string => `reports/${number}`;
/** The very text that the members of a panel signed. */
export const signedFile = (number: number): string => `${reportFolder(number)}/signed.json`;
export const SIGNED = /^reports\/(\d+)\/signed\.json$/;
export const reportPdfFile = (number: number, language: Language): string =>
  `${reportFolder(number)}/report-${language}.pdf`;
/** The letter by which an applicant was told of the decision on a report. */
export const letterFile = (number: number, application: string): string =>
  `${reportFolder(number)}/letters/${application}.txt`;
export const LETTER = /^reports\/(\d+)\/letters\/([^/]+)\.txt$/;

/** A letter in each language that it was written in. */
export const letterText = ({ subject, body }: { subject: Translated; body: Translated }): string =>
  LANGUAGES.filter((language) => body[language] !== undefined)
    .map((language) => `[${language}]\n${subject[language] ?? ''}\n\n${body[language] ?? ''}\n`)
    .join('\n');

/** The name that a record is saved under. */
export const recordName = (reference: string, now: Date): string =>
  `record-${reference}-${now.toISOString().slice(0, 10)}.zip`;

/** How a link stands in the list of links: its event is here, is of something else, or is gone. */
export const LINK_MARKS = ['own', 'other', 'gone'] as const;
export type LinkMark = (typeof LINK_MARKS)[number];
