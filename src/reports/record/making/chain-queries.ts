import { allEventHeads } from '../../../people/event-chain/event-head-queries.ts';
import { eventHeadNote } from '../../../people/event-chain/event-head.ts';
import type { ChainHead } from '../../../people/event-chain/event-chain.ts';
import { keyText } from '../../../people/signing-key/public-key.ts';
import { logKeys } from '../../../people/signing-key/signing-key-queries.ts';
import type { Db } from '../../../schema.ts';
import { CHAIN, EVENTS, HEADS, KEYS } from '../format/manifest.ts';
import type { RecordFile } from './content-queries.ts';
import { markedLinks } from './link-queries.ts';

/** The events of a competition, the chain that they stand in, its heads that were published, and the keys that signed them. */
export function* chainFiles(db: Db, reference: string, { from }: { from: ChainHead }): Generator<RecordFile> {
  const { position } = from;
  yield { name: EVENTS, content: eventsContent(db, reference, position) };
  yield { name: CHAIN, content: chainContent(db, reference, position) };
  yield { name: HEADS, content: headsContent(db, position) };
  yield { name: KEYS, content: keysContent(db) };
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

/** Each head as it was published, after one another. */
async function* headsContent(db: Db, after: number): AsyncGenerator<Uint8Array> {
  for await (const heads of allEventHeads(db, after))
    yield Buffer.from(heads.map((head) => `${eventHeadNote(head)}\n`).join(''));
}

async function* keysContent(db: Db): AsyncGenerator<Uint8Array> {
  yield Buffer.from((await logKeys(db)).map((key) => `${keyText(key)}\n`).join(''));
}
