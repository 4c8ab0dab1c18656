import { CONTRACT_EVENTS } from '../../../appointment/calendar/contract-events.ts';
import { CONTRACT_ACTIONS } from '../../../appointment/calendar/contract-step.ts';
import type { OfferTerms } from '../../../appointment/offer/offer-terms.ts';
import { HAND_OVER_STATES, type HandOverState } from '../../../appointment/hand-over/hand-over.ts';
import { ANY, jsonOf, lasting, told, until, type Cells, type Expected, type Rule } from './rule.ts';
import { wordsOfRow, type WordsOfRow } from './words.ts';

const sentAgain = until('hand-over-sent-again', 'message');

/** What became of those who were appointed: each step on a contract, and what a neighbour was told. */
export const CONTRACT_RULES: readonly Rule[] = [
  {
    file: 'contract-steps.csv',
    subject: 'appointment',
    expects: stepEvents,
    lasting: lasting(...Object.values(CONTRACT_EVENTS)),
  },
  {
    file: 'hand-overs.csv',
    subject: 'appointment',
    actions: ['hand-over-sent-again'],
    expects: handOverEvents,
    lasting: {
      ...lasting('hand-over-queued'),
      // What is sent again stands as if it had never been settled; what was given up may be stopped.
      'hand-over-stopped': sentAgain,
      'hand-over-delivered': sentAgain,
      'hand-over-given-up': (event, others) =>
        sentAgain(event, others) || until('hand-over-stopped', 'message')(event, others),
    },
  },
];

/** A renewal that was agreed to is held with the terms that it has by the rules of the day of the offer. */
function stepEvents({ appointment, day, nonce, takenAt, takenBy, ...cells }: Cells): Expected[] {
  const { action: text = '', authority, reason } = cells;
  const action = CONTRACT_ACTIONS.find((one) => one === text);
  const number = Number(cells['number']);
  const months = cells['months'] ? Number(cells['months']) : null;
  const terms = cells['terms'] ? jsonOf(cells['terms']) : null;
  const [onDay, agreedOn, ground] = [day || null, cells['agreedOn'] || null, cells['ground'] || null];
  const words = { appointment, number, action: text, months, onDay, authority, agreedOn, ground, reason, terms };
  return told(appointment, action ? CONTRACT_EVENTS[action] : text, {
    at: takenAt,
    by: takenBy,
    details: { number, months, day: onDay, ends: endIn(terms) },
    words: wordsOfRow('contract-step', words, nonce),
  });
}

/** The end of a contract that is renewed, as its event tells it. */
function endIn(terms: unknown): string | undefined {
  const { contract } = (terms ?? {}) as Partial<OfferTerms>;
  return contract?.kind === 'planned' ? contract.renewal?.ends : undefined;
}

/** The events by which a message comes to stand as it does. */
const EVENTS_TO: Record<HandOverState, readonly string[]> = {
  waiting: ['hand-over-queued', 'hand-over-sent-again'],
  'given-up': ['hand-over-given-up'],
  delivered: ['hand-over-delivered'],
  stopped: ['hand-over-stopped'],
};
const MOVING = Object.values(EVENTS_TO).flat();

/** That a message was queued, and how it stands: the last that happened to it. */
function handOverEvents({ appointment, message, neighbour, event, queuedAt, settledAt, ...cells }: Cells): Expected[] {
  const { state: text = '' } = cells;
  const state = HAND_OVER_STATES.find((one) => one === text);
  const details = { message, neighbour, event };
  const words = stopWords(message, cells);
  return [
    ...told(appointment, 'hand-over-queued', { at: queuedAt, details }),
    ...told(appointment, state ? EVENTS_TO[state] : text, {
      at: settledAt || ANY,
      details,
      last: { among: MOVING, of: { message } },
      ...(words && { words }),
      // Of one that waits the event is that of its row above, or one that says no more than that somebody had it sent.
      ...(state === 'waiting' && { witness: true }),
    }),
  ];
}

/** Why a message was stopped. No reason is older than the hashes: without a number that hashes it, nobody wrote it. */
function stopWords(message: string | undefined, { reason, nonce }: Cells): WordsOfRow | undefined {
  if (!reason && !nonce) return undefined;
  return nonce ? wordsOfRow('hand-over-stop', { message, reason }, nonce) : ['no nonce'];
}
