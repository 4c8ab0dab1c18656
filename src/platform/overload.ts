import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { admission } from './admission.ts';

/** How hard a server is pressed: what has happened in the last second, and what is going on now. */
export type Pressure = {
  /** By how much its turns came late, half of them more. */
  loopDelayMs: number;
  /** Queries that wait for a connection. */
  waiting: number;
  /** Requests that are being answered. */
  inFlight: number;
};

export type PressureGauge = { read: () => Omit<Pressure, 'inFlight'>; stop: () => void };

const WINDOW_MS = 1_000;
const RESOLUTION_MS = 20;
const NS_IN_MS = 1e6;

/** Watches this process and its pool of connections, until it is stopped. */
export function gaugePressure(waiting: () => number): PressureGauge {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let loopDelayMs = 0;
  delay.enable();
  const timer = setInterval(() => {
    loopDelayMs = Math.max(0, delay.percentile(50) / NS_IN_MS - RESOLUTION_MS);
    delay.reset();
  }, WINDOW_MS).unref();
  const stop = () => {
    clearInterval(timer);
    delay.disable();
  };
  return { read: () => ({ loopDelayMs, waiting: waiting() }), stop };
}

/** How far a limit is exceeded, as a factor; below one, it is not. */
export const excess = (pressure: Pressure, limit: Pressure): number =>
  Math.max(
    pressure.loopDelayMs / limit.loopDelayMs,
    pressure.waiting / limit.waiting,
    pressure.inFlight / limit.inFlight,
  );

const SHORTEST_WAIT_S = 10;
const LONGEST_WAIT_S = 60;

/** Seconds after which to come back: the more, the harder it is pressed. */
export const waitFor = (factor: number): number => Math.min(LONGEST_WAIT_S, Math.ceil(factor) * SHORTEST_WAIT_S);

export type Shedding<Kind extends string> = {
  gauge: Pick<PressureGauge, 'read'>;
  kindOf: (request: FastifyRequest) => Kind;
  /** From which pressure on a kind of request is sent away; none where it never is. */
  limitOf: (kind: Kind) => Pressure | undefined;
  /** Who is let in before whom, the lowest first, while others wait. */
  rankOf: (kind: Kind) => number;
  /** Tells it, and when to come back. */
  sendAway: (request: FastifyRequest, reply: FastifyReply, seconds: number) => FastifyReply;
  /** Told of each request that could not be answered as it should. */
  onRefused: (kind: Kind) => void;
};

/**
 * Requests that are worked on at once: fewer than there are connections to the database (10), so that one is always free
 * to find out who is asking. The others wait here, where a submission passes autosaves, and not at the pool, which knows
 * no rank and gives up on who waits too long.
 */
const WORKED_ON_AT_ONCE = 6;

const turns = new WeakMap<FastifyRequest, () => void>();

/** Lets the next request work. A route calls it before it waits for what others do; when it has answered, it is done for it. */
export const endTurn = (request: FastifyRequest): void => turns.get(request)?.();

/** Sends away what can wait while the server is pressed, before anything is done for it; lets the others in by rank. */
export function shedLoad<Kind extends string>(web: FastifyInstance, shedding: Shedding<Kind>): void {
  const { gauge, kindOf, limitOf, rankOf, sendAway, onRefused } = shedding;
  const { enter, waiting } = admission(WORKED_ON_AT_ONCE);
  let inFlight = 0;
  web.addHook('onRequest', async (request, reply) => {
    inFlight += 1;
    reply.raw.once('close', () => void (inFlight -= 1));
    const limit = limitOf(kindOf(request));
    const read = gauge.read();
    const factor = limit ? excess({ ...read, waiting: read.waiting + waiting(), inFlight }, limit) : 0;
    return factor > 1 ? sendAway(request, reply, waitFor(factor)) : undefined;
  });
  // Once the form is here: who sends it slowly holds nobody up. Files are still to come then, and take no turn.
  web.addHook('preValidation', async (request) => {
    if (request.headers['content-type']?.startsWith('multipart/')) return;
    turns.set(request, await enter(rankOf(kindOf(request))));
  });
  web.addHook('onSend', async (request) => endTurn(request));
  web.addHook('onRequestAbort', async (request) => endTurn(request));
  web.addHook('onResponse', async (request, reply) => {
    endTurn(request);
    if (reply.statusCode >= 500) onRefused(kindOf(request));
  });
}
