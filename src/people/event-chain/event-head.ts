import { sign, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { readSignatureLine, signatureLine, signed, type LogKey } from '../signing-key/public-key.ts';
import { headText, readHead, type ChainHead } from './event-chain.ts';

/** The end of the chain at an instant, in the name of an installation. */
export type EventHead = ChainHead & { name: string; at: Date };
/** The same with the signature of a key of the installation, by the key's id. */
export type SignedEventHead = EventHead & { keyId: string; signature: Buffer };

const SCHEMA = 'concours/event-head/1';

/** What is signed. Its first line keeps it from being taken for anything else that this key signs. */
const signedText = ({ name, at, ...head }: EventHead): string =>
  `${SCHEMA}\n${name}\n${headText(head)}\n${at.toISOString()}\n`;

export const signEventHead = (
  head: EventHead,
  { id, privateKey }: { id: string; privateKey: KeyObject },
): SignedEventHead => ({ ...head, keyId: id, signature: sign(null, Buffer.from(signedText(head)), privateKey) });

/** Whether this very key signed the head: by its name, its id and its signature. */
export const isHeadSignedBy = (head: SignedEventHead, key: LogKey): boolean =>
  key.name === head.name && key.id === head.keyId && signed(key, signedText(head), head.signature);

/** A head as a signed note (c2sp.org/signed-note): what is published and kept. */
export const eventHeadNote = (head: SignedEventHead): string => `${signedText(head)}\n${signatureLine(head)}\n`;

const NOTE = new RegExp(`\\s*${SCHEMA}\\n([^\\s+]+)\\n(\\d+:[0-9a-f]{64})\\n(\\S{20,30})\\n\\n(— .+)(?:\\n|$)`, 'y');

const ANSWER = z.object({ heads: z.array(z.object({ head: z.string() })) });

/**
 * Reads heads that somebody kept: signed notes one after another, or the answer of `/api/v1/event-log/heads`. Undefined
 * where anything of it is none, or there is none.
 */
export function readEventHeads(text: string): SignedEventHead[] | undefined {
  const answer = ANSWER.safeParse(jsonOf(text));
  const notes = answer.success ? answer.data.heads.map(({ head }) => head).join('\n') : text.replaceAll('\r\n', '\n');
  const heads: SignedEventHead[] = [];
  NOTE.lastIndex = 0;
  for (let end = 0; end < notes.trimEnd().length; end = NOTE.lastIndex) {
    const head = readNote(NOTE.exec(notes));
    if (!head) return undefined;
    heads.push(head);
  }
  return heads.length > 0 ? heads : undefined;
}

function readNote(found: RegExpExecArray | null): SignedEventHead | undefined {
  const [, name = '', end = '', instant = '', line = ''] = found ?? [];
  const head = readHead(end);
  const at = new Date(instant);
  const signature = readSignatureLine(line);
  const isOne = signature?.name === name && !Number.isNaN(at.getTime()) && at.toISOString() === instant;
  return head && isOne ? { ...head, ...signature, at } : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const HOUR_MS = 3_600_000;

/** Whether a head is to be published: one for each full hour (UTC) in which something was added. */
export const isHeadDue = (last: Date | undefined, now: Date): boolean =>
  last === undefined || Math.floor(last.getTime() / HOUR_MS) < Math.floor(now.getTime() / HOUR_MS);
