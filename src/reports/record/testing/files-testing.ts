import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { signerOf } from '../../../applications/receipt-log/receipt-log-tasks.ts';
import { lockSigning, signingKey } from '../../../people/signing-key/signing-key-queries.ts';
import type { Context } from '../../../people/context.ts';
import { keyText } from '../../../people/signing-key/public-key.ts';
import { linkHash } from '../../../people/event-chain/event-chain.ts';
import { eventHeadNote, signEventHead } from '../../../people/event-chain/event-head.ts';
import type { Archive } from '../verifying/archive.ts';
import {
  CHAIN,
  EVENTS,
  HEADS,
  KEYS,
  MANIFEST,
  manifestText,
  readManifest,
  SIGNATURE,
  signatureText,
  type Manifest,
} from '../format/manifest.ts';
import { sealOf } from '../format/seal.ts';
import { headText, type ChainHead } from '../../../people/event-chain/event-chain.ts';

/** The files of a record, to be tampered with. */
export type Files = Record<string, Buffer>;

export const filesOf = (zip: Buffer): Files =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes)]));

export const archiveOf = (files: Files): Archive => ({
  names: Object.keys(files),
  read: async (name) =>
    (async function* chunks() {
      yield files[name] ?? Buffer.alloc(0);
    })(),
});

export const manifestOf = (files: Files): Manifest => {
  const manifest = readManifest(files[MANIFEST]?.toString() ?? '');
  if (!manifest) throw new Error('no manifest');
  return manifest;
};

type Key = Parameters<typeof signatureText>[1];

/** The key that signs for the organisation of a test. */
export const keyOf = (context: Context): Promise<Key> =>
  context.db.transaction().execute(async (transaction) => {
    await lockSigning(transaction);
    return signingKey(transaction, signerOf(context), context.clock());
  });

/** Makes the manifest anew for files as they are now, and signs it: what whoever has a key could do. */
export function remade(files: Files, key: Key, changes: Partial<Manifest> = {}): Files {
  const { chain, ...manifest } = { ...manifestOf(files), ...changes };
  const listed = Object.entries(files)
    .filter(([name]) => name !== MANIFEST && name !== SIGNATURE)
    .map(([name, bytes]) => ({
      name,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }));
  const text = manifestText({
    ...manifest,
    chain: { from: headText(chain.from), upTo: headText(chain.upTo), to: headText(chain.to) },
    files: listed,
  });
  return { ...files, [MANIFEST]: Buffer.from(text), [SIGNATURE]: Buffer.from(signatureText(text, key)) };
}

const measured = (files: Files) =>
  Object.entries(files).map(([name, bytes]) => ({ name, size: bytes.length, sha256: hashOf(bytes) }));
const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const textFile = (lines: readonly string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(''));
const linesIn = (files: Files, name: string) => (files[name]?.toString() ?? '').trimEnd().split('\n');

type Told = [string, number, string, string, string | null, string, string, string, Record<string, unknown>, string];

/** What a line of `events.jsonl` tells. */
export const eventIn = (line: string) => {
  const [, id, at, , actor, subject, subjectId, action, details] = JSON.parse(line) as Told;
  return { id: String(id), at, actor, subject, subjectId, action, details };
};

/**
 * The record written anew as a whole, with files that were changed and events that were left out: the event that seals it,
 * the chain, its head, the manifest, all signed by this key. It is what whoever has the organisation's key could make.
 */
export function writtenAnew(files: Files, key: Key, keeps: (event: ReturnType<typeof eventIn>) => boolean): Files {
  const { chain, record } = manifestOf(files);
  const texts = new Map(linesIn(files, EVENTS).map((line) => [eventIn(line).id, line]));
  const said = measured(files).filter(({ name }) => !LAST.has(name));
  const links: string[] = [];
  const events: string[] = [];
  let head: ChainHead = chain.from;
  let upTo: ChainHead = chain.from;
  for (const line of linesIn(files, CHAIN)) {
    const [position, eventId = '', content = '', mark = ''] = line.split(' ');
    let text = texts.get(eventId);
    if (text !== undefined && !keeps(eventIn(text))) continue;
    if (text !== undefined && eventIn(text).details['record'] === record) text = resealed(text, { said, upTo });
    if (text !== undefined) events.push(text);
    const link = { position: head.position + 1, eventId, contentSha256: text === undefined ? content : hashOf(text) };
    head = { position: link.position, hash: linkHash(link, head.hash) };
    links.push([link.position, eventId, link.contentSha256, mark, ...(mark === 'other' ? [] : [head.hash])].join(' '));
    if (Number(position) <= chain.upTo.position) upTo = head;
  }
  const note = eventHeadNote(signEventHead({ ...head, name: key.name, at: new Date(manifestOf(files).madeAt) }, key));
  const anew = {
    ...files,
    [EVENTS]: textFile(events),
    [CHAIN]: textFile(links),
    [HEADS]: Buffer.from(note),
    [KEYS]: textFile([keyText(key)]),
  };
  return remade(anew, key, { chain: { from: chain.from, upTo, to: head } });
}

const LAST = new Set([EVENTS, CHAIN, HEADS, KEYS, MANIFEST, SIGNATURE]);

function resealed(text: string, { said, upTo }: { said: Parameters<typeof sealOf>[0]; upTo: ChainHead }): string {
  const told = JSON.parse(text) as Told;
  told[8] = { record: told[8]['record'], upTo: headText(upTo), ...sealOf(said) };
  return JSON.stringify(told);
}
