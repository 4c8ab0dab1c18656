import { z } from 'zod';
import { checkReceiptFile, readReceiptFile } from '../../../applications/receipt-log/receipt-file.ts';
import { readKeys, type LogKey } from '../../../people/signing-key/public-key.ts';
import { headText, type ChainHead } from '../../../people/event-chain/event-chain.ts';
import type { SignedEventHead } from '../../../people/event-chain/event-head.ts';
import { ok, refuse, type Result } from '../../../platform/result.ts';
import { measureFile, textOf, type Archive } from './archive.ts';
import {
  CHAIN,
  EVENTS,
  HEADS,
  isSignatureOf,
  KEYS,
  MANIFEST,
  readManifest,
  readSignature,
  SIGNATURE,
  type FileMark,
  type Manifest,
  type Signature,
} from '../format/manifest.ts';
import type { RecordProblem } from './problem.ts';
import { folderOf, RECEIPT } from '../record.ts';
import type { WordsCount } from '../rules/words.ts';
import { brokenSeals, readSeal, SEALED, sealOf } from '../format/seal.ts';
import { verifyEvents, type EventsAudit } from './events.ts';
import { verifyReports } from './reports.ts';
import { unreadableTables, verifyTables } from './tables.ts';

export type RecordAudit = {
  manifest: Manifest;
  files: number;
  events: number;
  receipts: number;
  /** The last head of the chain that was published and signed. */
  head: SignedEventHead | undefined;
  /** Whose signature was checked, and whether the reader knew the key. */
  signedBy: { key: LogKey; known: boolean } | undefined;
  /** Rows with words: how many are held by the hash that their event tells. */
  words: WordsCount;
  problems: RecordProblem[];
};

/** What the reader knows from elsewhere. */
export type KnownOfRecord = {
  keys?: readonly LogKey[] | undefined;
  /** A head of the chain that the reader kept, and those that somebody kept as they were published. */
  head?: ChainHead | undefined;
  heads?: readonly SignedEventHead[] | undefined;
};

export type RecordRefusal = { kind: 'no-record' };

const MANIFEST_BYTES = 400_000_000;
const SMALL_BYTES = 20_000_000;

/** Checks a record by arithmetic alone: its files, the signature, the receipts with their documents, the events. */
export async function verifyRecord(
  archive: Archive,
  known: KnownOfRecord = {},
): Promise<Result<RecordAudit, RecordRefusal>> {
  const text = archive.names.includes(MANIFEST) ? await textOf(archive, MANIFEST, MANIFEST_BYTES) : undefined;
  const manifest = text === undefined ? undefined : readManifest(text);
  if (text === undefined || !manifest) return refuse({ kind: 'no-record' });
  const { signature, problems } = await checkSignature(archive, text, known);
  problems.push(...(await checkFiles(archive, manifest)));
  const altered = new Set(problems.flatMap((problem) => ('name' in problem ? [problem.name] : [])));
  const receipts = manifest.files.filter(({ name }) => RECEIPT.test(name) && !altered.has(name));
  const here = documentsHere(manifest);
  for (const { name } of receipts) problems.push(...(await checkReceipt(archive, { name, here }, known)));
  const keys = known.keys ?? (await keysWithin(archive));
  const events = await verifyEvents(archive, manifest, { keys, head: known.head, kept: known.heads ?? [] });
  problems.push(...events.problems, ...checkSeal(manifest, events), ...(await verifyReports(archive, manifest.files)));
  const listed = new Set(manifest.files.map(({ name }) => name));
  const comparing = { reference: manifest.vacancy, upTo: manifest.chain.upTo.position, listed };
  const { told, erasedBefore } = events;
  const tables = await verifyTables(archive, { ...comparing, events: told, erasedBefore });
  problems.push(...tables.problems);
  const unreadable = await unreadableTables(archive);
  problems.push(...unreadable.map(({ name, row }): RecordProblem => ({ kind: 'line-unreadable', name, line: row })));
  const signedBy = signature && { key: signature.key, known: isKnown(signature, known) };
  return ok({
    manifest,
    files: manifest.files.length,
    events: events.count,
    receipts: receipts.length,
    head: events.head,
    signedBy,
    words: tables.words,
    problems,
  });
}

/** Keys that came with the record: who forges it can bring keys along, which its reader is told. */
async function keysWithin(archive: Archive): Promise<LogKey[]> {
  if (!archive.names.includes(KEYS)) return [];
  return readKeys((await textOf(archive, KEYS, SMALL_BYTES)) ?? '') ?? [];
}

/** The event that took up the hashes of this record against its files, and the head that covers that event. */
function checkSeal({ record, files, chain }: Manifest, { count, told, head }: EventsAudit): RecordProblem[] {
  if (count === 0) return [];
  const event = told.find(({ action, details }) => action === SEALED && details['record'] === record);
  const sealed = event && readSeal(event.details);
  if (!event || !sealed || sealed.upTo !== headText(chain.upTo)) return [{ kind: 'not-sealed' }];
  const after = new Set([EVENTS, CHAIN, HEADS, KEYS]);
  const now = sealOf(files.filter(({ name }) => !after.has(name)));
  return [
    ...brokenSeals(sealed, now).map((name): RecordProblem => ({ kind: 'seal-broken', name, event: event.id })),
    ...(head && head.position >= event.position ? [] : [{ kind: 'no-signed-head' as const }]),
  ];
}

const isKnown = ({ key }: Signature, { keys = [] }: KnownOfRecord): boolean =>
  keys.some(({ id, name, publicKey }) => id === key.id && name === key.name && publicKey.equals(key.publicKey));

type Signed = { signature: Signature | undefined; problems: RecordProblem[] };

async function checkSignature(archive: Archive, manifest: string, known: KnownOfRecord): Promise<Signed> {
  const there = archive.names.includes(SIGNATURE);
  const text = there ? await textOf(archive, SIGNATURE, SMALL_BYTES) : undefined;
  const signature = text === undefined ? undefined : readSignature(text);
  if (!signature) return { signature, problems: [{ kind: there ? 'signature-wrong' : 'not-signed' }] };
  if (!isSignatureOf(signature, manifest)) return { signature, problems: [{ kind: 'signature-wrong' }] };
  const stranger = known.keys !== undefined && !isKnown(signature, known);
  return { signature, problems: stranger ? [{ kind: 'signed-by-another' }] : [] };
}

/** Every file that is listed, as it is listed, and no other. */
async function checkFiles(archive: Archive, { files }: Manifest): Promise<RecordProblem[]> {
  const problems: RecordProblem[] = [];
  const there = new Set(archive.names);
  const listed = new Set([MANIFEST, SIGNATURE]);
  for (const mark of files) {
    if (listed.has(mark.name)) problems.push({ kind: 'file-listed-twice', name: mark.name });
    listed.add(mark.name);
    if (!there.has(mark.name)) problems.push({ kind: 'file-missing', name: mark.name });
    else if (!(await isAsListed(archive, mark))) problems.push({ kind: 'file-altered', name: mark.name });
  }
  const unlisted = archive.names.filter((name) => !listed.has(name));
  return [...problems, ...unlisted.map((name): RecordProblem => ({ kind: 'file-unlisted', name }))];
}

async function isAsListed(archive: Archive, { name, size, sha256 }: FileMark): Promise<boolean> {
  const measure = await measureFile(archive, name);
  return measure?.size === size && measure.sha256 === sha256;
}

const DOCUMENT = z.object({ sha256: z.string(), rendition: z.object({ sha256: z.string() }).optional() });
const RECEIPT_DOCUMENTS = z.object({ content: z.object({ documents: z.array(DOCUMENT).default([]) }) });

/** By the folder of each application, the hashes of what is here or said to be left out. */
function documentsHere({ files, leftOut }: Manifest): Map<string, Set<string>> {
  const hashes = new Map<string, Set<string>>();
  const add = (folder: string, sha256: string) =>
    hashes.set(folder, (hashes.get(folder) ?? new Set<string>()).add(sha256));
  for (const { name, sha256 } of files) add(name.slice(0, name.lastIndexOf('/')), sha256);
  for (const { application, sha256 } of leftOut) add(folderOf(application), sha256);
  return hashes;
}

/** The receipt by itself and in the log; and each document that it names is here, or said to be left out. */
async function checkReceipt(
  archive: Archive,
  { name, here }: { name: string; here: ReadonlyMap<string, ReadonlySet<string>> },
  { keys }: KnownOfRecord,
): Promise<RecordProblem[]> {
  const text = (await textOf(archive, name, SMALL_BYTES)) ?? '';
  const file = readReceiptFile(text);
  if (!file.ok || !checkReceiptFile(file.value, { keys }).every(({ holds }) => holds))
    return [{ kind: 'receipt-wrong', name }];
  const application = file.value.number;
  const folder = folderOf(application);
  if (name !== `${folder}/receipt.json`) return [{ kind: 'receipt-wrong', name }];
  const { documents } = RECEIPT_DOCUMENTS.parse(JSON.parse(text)).content;
  return documents
    .map(({ sha256 }) => sha256)
    .filter((sha256) => here.get(folder)?.has(sha256) !== true)
    .map((sha256) => ({ kind: 'document-missing', application, sha256 }));
}
