import type { Context } from '../../people/context.ts';
import type { Task } from '../../platform/tasks.ts';
import { post } from '../../platform/webhooks/post.ts';
import { signatureHeaders } from '../../platform/webhooks/signature.ts';
import type { Neighbour } from '../../regulations/organisation/hand-over-schema.ts';
import { eraseSettledPayloads } from './retention-queries.ts';
import { sendNext, type Sending } from './sending-queries.ts';

type Outside = Pick<Context, 'db' | 'config' | 'organisation' | 'accommodationKeys' | 'clock'>;

const SEND_EVERY_MS = 10_000;
const ERASE_EVERY_MS = 3_600_000;
/** So long a neighbour has for an answer, as the specification recommends. */
export const TIMEOUT_MS = 15_000;

export const handOverTasks = (context: Outside): Task[] => [
  { name: 'hand-overs', everyMs: SEND_EVERY_MS, run: () => sendHandOvers(context) },
  { name: 'hand-overs that are kept no longer', everyMs: ERASE_EVERY_MS, run: () => eraseSettled(context) },
];

/** Hands over by a signed webhook. */
export const byWebhook =
  ({ config }: Pick<Outside, 'config'>, ca?: string): Sending['deliver'] =>
  ({ url, secrets, ...message }) =>
    post(
      {
        url,
        headers: { 'content-type': 'application/json; charset=utf-8', ...signatureHeaders(message, secrets) },
        body: message.body,
      },
      { innerHosts: config.INNER_HOSTS, timeoutMs: TIMEOUT_MS, ca },
    );

/** Sends what is due to each neighbour, side by side; several processes may do so at once. Answers how many were delivered. */
export async function sendHandOvers(context: Outside, deliver = byWebhook(context)): Promise<number> {
  const sending = { ...context, deliver, random: Math.random };
  const { neighbours } = context.organisation.handOver;
  const delivered = await Promise.all(neighbours.map((neighbour) => sendTo(sending, neighbour)));
  return delivered.reduce((sum, count) => sum + count, 0);
}

/** Until nothing is due or one fails: who does not answer is not waited for once a message. */
async function sendTo(sending: Sending, neighbour: Neighbour): Promise<number> {
  for (let delivered = 0; ; delivered += 1) {
    const sent = await sendNext(sending, neighbour);
    if (!sent?.isDelivered) return delivered;
  }
}

/** Erases what the organisation keeps no longer; a number of days that nobody has set erases nothing. */
export async function eraseSettled({ db, organisation, clock }: Outside): Promise<number> {
  const { keptDays } = organisation.handOver;
  return keptDays === null
    ? 0
    : db.transaction().execute((transaction) => eraseSettledPayloads(transaction, keptDays, clock()));
}
