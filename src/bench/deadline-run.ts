import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { keptConnections, submitAt, type Sent } from './deadline-clients.ts';
import type { ReadyDraft } from './deadline-data.ts';
import { post } from './load.ts';

/** How hard the last evening is. */
export type Plan = {
  /** Before the deadline. */
  seconds: number;
  submissions: number;
  /** Sent after it. */
  late: number;
  autosavesPerSecond: number;
  uploadsPerSecond: number;
};

export const FULL: Plan = { seconds: 60, submissions: 1_000, late: 150, autosavesPerSecond: 200, uploadsPerSecond: 2 };
export const SHORT: Plan = { seconds: 3, submissions: 60, late: 20, autosavesPerSecond: 20, uploadsPerSecond: 1 };
export const FULL_CANDIDATES = 5_000;
export const SHORT_CANDIDATES = 200;

export type Others = {
  count: number;
  ms: number[];
  /** How often each status was answered that is no success. */ failed: Record<string, number>;
};
export type Evening = { sent: Sent[]; autosaves: Others; uploads: Others };

/** After the deadline, clients go on sending for so long. */
const AFTERWARDS_MS = 3_000;
/** One in so many submissions comes from a phone that needs longer than the deadline leaves. */
const SLOW_ONE_IN = 20;
const SLOW_MS = 1_500;

type Stage = { port: number; deadlineAt: Date; drafts: ReadyDraft[]; pdf: Buffer };

/** Plays the last minutes of a vacancy from the clients' side: everything is timed from its deadline. */
export async function playEvening({ port, deadlineAt, drafts, pdf }: Stage, plan: Plan): Promise<Evening> {
  const deadline = deadlineAt.getTime();
  const submitting = drafts.slice(0, plan.submissions + plan.late);
  const writing = drafts.slice(submitting.length);
  const sent = submitting.map((draft, index) => {
    const at = deadline + offsetOf(index, plan);
    const isSlow = index % SLOW_ONE_IN === 0 && at < deadline;
    return submitAt(port, { ...draft, at, slowMs: isSlow ? SLOW_MS : 0 });
  });
  const span = { from: deadline - plan.seconds * 1_000, to: deadline };
  const autosaves = atRate(span, plan.autosavesPerSecond, autosaving(port, writing));
  const uploads = atRate(span, plan.uploadsPerSecond, uploading(port, writing, pdf));
  return { sent: await Promise.all(sent), autosaves: await autosaves, uploads: await uploads };
}

/** Milliseconds from the deadline: the nearer it is, the more of them, down to the last millisecond; then the late ones. */
function offsetOf(index: number, { submissions, late, seconds }: Plan): number {
  if (index >= submissions) return 1 + ((index - submissions) / late) * AFTERWARDS_MS;
  return -1 - (index / submissions) ** 2 * (seconds * 1_000 - 1);
}

const SAVED = z.object({ base: z.string() });

type Attempt = (turn: number) => Promise<{ ok: boolean; status: number; ms: number }>;

/** Begins an attempt whenever one is due, whether or not those before it are answered. */
async function atRate(
  { from, to }: { from: number; to: number },
  perSecond: number,
  attempt: Attempt,
): Promise<Others> {
  const made: ReturnType<Attempt>[] = [];
  await sleep(Math.max(0, from - Date.now()));
  while (Date.now() < to) {
    const due = Math.floor(((Date.now() - from) / 1_000) * perSecond);
    while (made.length < due) made.push(attempt(made.length));
    await sleep(5);
  }
  const all = await Promise.all(made);
  const failed = Object.groupBy(
    all.filter(({ ok }) => !ok),
    ({ status }) => String(status),
  );
  const counts = Object.entries(failed).map(([status, some = []]) => [status, some.length] as const);
  return { count: all.length, ms: all.map(({ ms }) => ms), failed: Object.fromEntries(counts) };
}

/** Each draft in turn, from what its own last save left, as the form in a browser has it. */
function autosaving(port: number, drafts: ReadyDraft[]): Attempt {
  const bases = new Map<string, string>();
  const exchange = keptConnections(port);
  return async (turn) => {
    const draft = drafts[turn % drafts.length];
    if (!draft) return { ok: false, status: 0, ms: 0 };
    const form = {
      base: bases.get(draft.number) ?? draft.base,
      givenNames: 'Ada',
      familyName: `Marin ${turn}`,
      'nationality-1': 'BE',
      residence: 'BE',
      telephone: '',
    };
    const headers = { accept: 'application/json', cookie: draft.cookie };
    const { status, body, ms } = await exchange(post(`/en/my/applications/${draft.number}/identity`, form, headers));
    const saved = SAVED.safeParse(status === 200 ? JSON.parse(body) : undefined);
    if (saved.success) bases.set(draft.number, saved.data.base);
    return { ok: status === 200, status, ms };
  };
}

function uploading(port: number, drafts: ReadyDraft[], pdf: Buffer): Attempt {
  const exchange = keptConnections(port);
  return async (turn) => {
    const draft = drafts[drafts.length - 1 - (turn % drafts.length)];
    if (!draft) return { ok: false, status: 0, ms: 0 };
    const head = Buffer.from(
      '--bench\r\ncontent-disposition: form-data; name="file"; filename="letter.pdf"\r\ncontent-type: application/pdf\r\n\r\n',
    );
    const body = Buffer.concat([head, pdf, Buffer.from('\r\n--bench--\r\n')]);
    const lines = [
      `POST /en/my/applications/${draft.number}/documents/cover-letter HTTP/1.1`,
      'host: bench.test',
      'accept: text/html',
      'sec-fetch-site: same-origin',
      `cookie: ${draft.cookie}`,
      'content-type: multipart/form-data; boundary=bench',
      `content-length: ${body.length}`,
    ];
    const { status, ms } = await exchange(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]));
    return { ok: status === 303, status, ms };
  };
}
