import { createHash } from 'node:crypto';

/** An answer that is the same for everybody who asks for it. */
export type PublicAnswer = {
  type: string;
  body: string | Uint8Array;
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** The last instant at which it is right if nobody changes anything; without one it stays right. */
  until?: Date | undefined;
};

/** An answer in memory: its bytes, the name of these bytes, and what they were compressed to so far. */
export type KeptAnswer = {
  type: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  tag: string;
  compressed: Map<string, Promise<Buffer>>;
};

export type Load = (now: Date) => Promise<PublicAnswer | undefined>;
/** The answer for a key, from memory where that is still right; nothing where there is none. */
export type AnswerMemory = (key: string, load: Load) => Promise<KeptAnswer | undefined>;

type Settings = {
  /** A name of the state that answers are made from: those of another state are forgotten. */
  state: () => string | Promise<string>;
  clock: () => Date;
  mostBytes?: number;
};

type Entry = {
  state: string;
  at: Date;
  until: Date | undefined;
  bytes: number;
  answer: Promise<KeptAnswer | undefined>;
};

const MOST_BYTES = 32_000_000;
/** Map, promise, headers: what an entry weighs beside its bytes. */
const ENTRY_BYTES = 1_000;
/** A longer address was made up. */
const LONGEST_KEY = 500;

/**
 * Keeps answers until the state changes or their time is up, the last asked for when there are too many. Those who ask at
 * the same time share one answer, and a failure is not kept.
 */
export function answerMemory({ state, clock, mostBytes = MOST_BYTES }: Settings): AnswerMemory {
  const entries = shelf(mostBytes);
  let present: string | undefined;
  const load = (key: string, entry: Omit<Entry, 'answer'>, ask: Load) => {
    const asked = ask(entry.at);
    const answer = asked.then((made) => made && keep(made));
    if (key.length > LONGEST_KEY) return answer;
    const kept: Entry = Object.assign(entry, { answer });
    entries.put(key, kept);
    const settle = async () => {
      kept.until = (await asked)?.until;
      // Twice: what it is compressed to is kept beside it.
      entries.weigh(key, kept, ENTRY_BYTES + key.length + 2 * ((await answer)?.body.length ?? 0));
    };
    settle().catch(() => entries.forget(key, kept));
    return answer;
  };
  return async (key, ask) => {
    const from = await state();
    const now = clock();
    if (from !== present) entries.clear();
    present = from;
    const entry = entries.last(key);
    if (entry && isRight(entry, from, now)) return entry.answer;
    return load(key, { state: from, at: now, until: undefined, bytes: 0 }, ask);
  };
}

/** Entries by their keys, the last asked for at the end; the first go when all weigh too much. */
function shelf(mostBytes: number) {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  const forget = (key: string, entry: Entry | undefined): void => {
    if (!entry || entries.get(key) !== entry) return;
    entries.delete(key);
    bytes -= entry.bytes;
  };
  return {
    forget,
    last: (key: string): Entry | undefined => {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry;
    },
    put: (key: string, entry: Entry): void => {
      forget(key, entries.get(key));
      entries.set(key, entry);
    },
    weigh: (key: string, entry: Entry, weight: number): void => {
      if (entries.get(key) !== entry) return;
      entry.bytes = weight;
      bytes += weight;
      for (const [oldest, other] of entries) {
        if (bytes <= mostBytes) return;
        forget(oldest, other);
      }
    },
    clear: (): void => {
      entries.clear();
      bytes = 0;
    },
  };
}

const isRight = ({ state, at, until }: Entry, present: string, now: Date): boolean =>
  state === present && at <= now && (until === undefined || now <= until);

/** An answer with the name of its bytes, which is the same on every server. */
export function keep({ type, body, status = 200, headers = {} }: PublicAnswer): KeptAnswer {
  const bytes =
    typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { type, status, headers, body: bytes, tag, compressed: new Map() };
}
