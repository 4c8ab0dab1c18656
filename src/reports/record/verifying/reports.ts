import { createHash } from 'node:crypto';
import { LANGUAGES, type Translated } from '../../../platform/language.ts';
import { textOf, type Archive } from './archive.ts';
import { readCsv, type CsvRow } from '../format/read-csv.ts';
import type { FileMark } from '../format/manifest.ts';
import { LETTER, letterFile, letterText, reportPdfFile, SIGNED, signedFile, type TableFile } from '../record.ts';

/** Where what was signed and what was sent are not what the tables say. */
export type ReportProblem =
  | { kind: 'report-missing'; name: string; table: TableFile; row: number }
  | { kind: 'report-differs'; name: string; table: TableFile; row: number }
  | { kind: 'report-unnamed'; name: string }
  | { kind: 'letter-differs'; name: string };

const REPORT_BYTES = 100_000_000;
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Holds the reports and letters that are here to the rows of reports, signatures and messages. */
export async function verifyReports(archive: Archive, files: readonly FileMark[]): Promise<ReportProblem[]> {
  const hashes = await signedHashes(archive);
  const reports = await rowsOf(archive, 'reports.csv');
  const named = new Set(reports.map(({ cells }) => signedFile(Number(cells['number']))));
  return [
    ...reports.flatMap((row) => checkReport(archive, row, hashes)),
    ...(await rowsOf(archive, 'signatures.csv')).flatMap((row) => checkSigned(row, hashes)),
    ...[...hashes.keys()]
      .filter((name) => !named.has(name))
      .map((name): ReportProblem => ({ kind: 'report-unnamed', name })),
    ...(await checkLetters(archive, reports, files)),
  ];
}

/** The SHA-256 of each text that was signed, as it is here: what its members put their names under. */
async function signedHashes(archive: Archive): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of archive.names.filter((one) => SIGNED.test(one)))
    hashes.set(name, sha256((await textOf(archive, name, REPORT_BYTES)) ?? ''));
  return hashes;
}

/** The rows of a table as they come, up to what cannot be read, which has been told already. */
async function* rowsIn(archive: Archive, table: TableFile): AsyncGenerator<CsvRow> {
  if (!archive.names.includes(table)) return;
  try {
    yield* readCsv(await archive.read(table));
  } catch {
    // Of a table that was altered nothing more is held to files.
  }
}

async function rowsOf(archive: Archive, table: TableFile): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of rowsIn(archive, table)) rows.push(row);
  return rows;
}

function checkReport(archive: Archive, { row, cells }: CsvRow, hashes: ReadonlyMap<string, string>): ReportProblem[] {
  const number = Number(cells['number']);
  const table = 'reports.csv';
  const missing = [signedFile(number), ...LANGUAGES.map((language) => reportPdfFile(number, language))].filter(
    (name) => !archive.names.includes(name),
  );
  const name = signedFile(number);
  const here = hashes.get(name);
  const differs = here !== undefined && (here !== cells['contentSha256'] || here !== sha256(cells['content'] ?? ''));
  return [
    ...missing.map((one): ReportProblem => ({ kind: 'report-missing', name: one, table, row })),
    ...(differs ? [{ kind: 'report-differs' as const, name, table, row } satisfies ReportProblem] : []),
  ];
}

function checkSigned({ row, cells }: CsvRow, hashes: ReadonlyMap<string, string>): ReportProblem[] {
  const name = signedFile(Number(cells['report']));
  const here = hashes.get(name);
  const table = 'signatures.csv';
  if (here === undefined) return [{ kind: 'report-missing', name, table, row }];
  return here === cells['contentSha256'] ? [] : [{ kind: 'report-differs', name, table, row }];
}

/** Each letter must be the message that the release of its report sent, and each such message must be here as a letter. */
async function checkLetters(
  archive: Archive,
  reports: readonly CsvRow[],
  files: readonly FileMark[],
): Promise<ReportProblem[]> {
  if (!archive.names.includes('messages.csv')) return [];
  const marks = new Map(files.filter(({ name }) => LETTER.test(name)).map(({ name, sha256: hash }) => [name, hash]));
  const releases = reports.filter(({ cells }) => cells['releasedAt']);
  const problems: ReportProblem[] = [];
  for await (const { cells } of rowsIn(archive, 'messages.csv')) {
    const report = releases.find((one) => one.cells['releasedAt'] === cells['sentAt'] && cells['sender'] === 'staff');
    if (!report) continue;
    const name = letterFile(Number(report.cells['number']), cells['application'] ?? '');
    if (marks.get(name) !== sha256(letterOf(cells))) problems.push({ kind: 'letter-differs', name });
    marks.delete(name);
  }
  return [...problems, ...[...marks.keys()].map((name): ReportProblem => ({ kind: 'letter-differs', name }))];
}

function letterOf({ subject = '', body = '' }: CsvRow['cells']): string {
  try {
    return letterText({ subject: JSON.parse(subject) as Translated, body: JSON.parse(body) as Translated });
  } catch {
    return '';
  }
}
