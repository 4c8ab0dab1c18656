import { createHash } from 'node:crypto';
import type { Db } from '../../../schema.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../../platform/csv.ts';
import { README, type FileMark, type LeftOut } from '../format/manifest.ts';
import { TABLE_FILES, type TableFile } from '../record.ts';
import { applicationFiles, noticeFiles, type HeldFile } from './file-queries.ts';
import { reportFiles, type Setting } from './report-queries.ts';
import type { Reading } from '../tables/paged-queries.ts';
import { RECORD_TABLES } from '../tables/all-queries.ts';

export type RecordFile = { name: string; content: AsyncIterable<Uint8Array> };

/** What was written so far: the measure of each file, and documents that are not there. */
export type Written = { files: FileMark[]; leftOut: LeftOut[] };

export type ContentToWrite = {
  reference: string;
  /** The time zone of the vacancy, in which a report tells its days. */
  zone: string;
  /** How to read and verify it, in both languages. */
  readme: string;
};

/** What a record says of a competition, file after file: all but its events, which come last. */
export async function* contentFiles(
  setting: Setting,
  { reference, zone, readme }: ContentToWrite,
  leftOut: LeftOut[],
): AsyncGenerator<RecordFile> {
  const { db } = setting;
  yield whole({ name: README, content: readme });
  for (const file of TABLE_FILES) yield { name: file, content: tableContent(db, file, { reference }) };
  for await (const file of noticeFiles(db, reference)) yield whole(file);
  for await (const file of reportFiles(setting, { reference, zone })) yield whole(file);
  for await (const file of applicationFiles(db, reference, leftOut)) yield whole(file);
}

export const whole = ({ name, content }: HeldFile): RecordFile => ({ name, content: held(content) });
async function* held(content: string | Buffer): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

/** A table of a record as its file. */
export async function* tableContent(
  db: Db,
  file: TableFile,
  { reference, reading = 'to-tell' }: { reference: string; reading?: Reading },
): AsyncGenerator<Buffer> {
  const { columns, rows } = RECORD_TABLES[file];
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(columns));
  for await (const page of rows(db, reference, reading))
    yield Buffer.from(page.map((row) => csvLine(columns.map((column) => row[column] ?? null))).join(''));
}

/** The same file, which is measured as it is read, and then stands in the list. */
export function marked({ name, content }: RecordFile, list: FileMark[]): RecordFile {
  const measured = async function* measured(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
    list.push({ name, size, sha256: hash.digest('hex') });
  };
  return { name, content: measured() };
}
