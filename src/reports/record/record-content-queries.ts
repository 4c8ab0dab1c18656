import { createHash, type KeyObject } from 'node:crypto';
import type { LogKey } from '../../people/signing-key/public-key.ts';
import { headText, type ChainHead } from '../../people/event-chain/event-chain.ts';
import type { Db } from '../../schema.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import {
  CHAIN,
  EVENTS,
  MANIFEST,
  manifestText,
  README,
  SIGNATURE,
  signatureText,
  type FileMark,
  type LeftOut,
} from './manifest.ts';
import { TABLE_FILES, type TableFile } from './record.ts';
import { chainOfRecord, markedLinks } from './record-event-queries.ts';
import { applicationFiles, noticeFiles, type HeldFile } from './record-file-queries.ts';
import { RECORD_TABLES } from './record-table-queries.ts';

export type RecordFile = { name: string; content: AsyncIterable<Uint8Array> };

export type RecordToMake = {
  reference: string;
  organisation: string;
  at: Date;
  /** How to read and verify it, in both languages. */
  readme: string;
  /** The key that signs for the organisation. */
  key: LogKey & { privateKey: KeyObject };
};

/**
 * The record of a competition, file after file, as it is asked for: in a transaction that sees one state of the database.
 * The manifest and its signature come last, when the others have been read to their end.
 */
export async function* recordFiles(db: Db, toMake: RecordToMake): AsyncGenerator<RecordFile> {
  const { reference, organisation, at, readme, key } = toMake;
  const files: FileMark[] = [];
  const leftOut: LeftOut[] = [];
  const chain = await chainOfRecord(db, reference);
  for await (const file of unmarked(db, { reference, readme, chain, leftOut })) yield marked(file, files);
  const manifest = manifestText({
    organisation,
    vacancy: reference,
    madeAt: at.toISOString(),
    chain: { from: headText(chain.from), to: headText(chain.to) },
    leftOut,
    files,
  });
  yield { name: MANIFEST, content: held(manifest) };
  yield { name: SIGNATURE, content: held(signatureText(manifest, key)) };
}

type Making = { reference: string; readme: string; chain: { from: ChainHead }; leftOut: LeftOut[] };

async function* unmarked(db: Db, { reference, readme, chain, leftOut }: Making): AsyncGenerator<RecordFile> {
  yield { name: README, content: held(readme) };
  for (const file of TABLE_FILES) yield { name: file, content: tableContent(db, file, reference) };
  for await (const file of noticeFiles(db, reference)) yield whole(file);
  for await (const file of applicationFiles(db, reference, leftOut)) yield whole(file);
  yield { name: EVENTS, content: eventsContent(db, reference, chain.from.position) };
  yield { name: CHAIN, content: chainContent(db, reference, chain.from.position) };
}

async function* held(content: string | Buffer): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}
const whole = ({ name, content }: HeldFile): RecordFile => ({ name, content: held(content) });

async function* tableContent(db: Db, file: TableFile, reference: string): AsyncGenerator<Uint8Array> {
  const { columns, rows } = RECORD_TABLES[file];
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(columns));
  for await (const page of rows(db, reference))
    yield Buffer.from(page.map((row) => csvLine(columns.map((column) => row[column] ?? null))).join(''));
}

/** Each event as it was hashed, a line each: `sha256sum` of a line is what its link says. */
async function* eventsContent(db: Db, reference: string, after: number): AsyncGenerator<Uint8Array> {
  for await (const links of markedLinks(db, reference, after))
    yield Buffer.from(
      links.map(({ event, mark }) => (typeof event === 'object' && mark === 'own' ? `${event.text}\n` : '')).join(''),
    );
}

/** Each link a line: position, event, hash of its content, how it stands; of those of this competition their own hash too. */
async function* chainContent(db: Db, reference: string, after: number): AsyncGenerator<Uint8Array> {
  for await (const links of markedLinks(db, reference, after))
    yield Buffer.from(
      links
        .map(({ position, eventId, contentSha256, hash, mark }) =>
          [position, eventId, contentSha256, mark, ...(mark === 'other' ? [] : [hash])].join(' '),
        )
        .map((line) => `${line}\n`)
        .join(''),
    );
}

/** The same file, which is measured as it is read, and then stands in the list. */
function marked({ name, content }: RecordFile, list: FileMark[]): RecordFile {
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
