import { OFFER_EVENTS, type RecordedAction } from '../../../appointment/offer/offer-events.ts';
import type { OfferState } from '../../../appointment/offer/offer.ts';
import { ANY, jsonOf, lasting, told, until, type Cells, type Expected, type Rule } from './rule.ts';
import { wordsOfRow } from './words.ts';

/** What became of those who were chosen, from the first step on a condition to the answer to an offer. */
export const APPOINTMENT_RULES: readonly Rule[] = [
  {
    file: 'appointments.csv',
    subject: 'appointment',
    expects: ({ appointment, application, vacancy, begunAt, begunBy, startsOn, ...ended }) => [
      ...told(appointment, 'appointment-begun', { at: begunAt, by: begunBy, details: { application, vacancy } }),
      // Whoever is appointed begins on the day that the appointment says, whatever was planned before.
      ...told(appointment, 'first-day-planned', {
        at: ended['appointedAt'] ? '' : startsOn && ANY,
        details: { day: startsOn },
        last: { among: ['first-day-planned'], of: {} },
      }),
      ...told(appointment, 'appointed', {
        at: ended['appointedAt'] || (ended['appointedBy'] && ANY),
        by: ended['appointedBy'],
        details: { application, vacancy, day: startsOn },
      }),
      ...told(appointment, 'appointment-ended', {
        at: ended['endedAt'],
        by: ended['endedBy'],
        words: wordsOfRow('appointment-end', { appointment, reason: ended['endReason'] }, ended['nonce']),
      }),
    ],
    lasting: {
      ...lasting('appointment-begun', 'appointed', 'appointment-ended'),
      'first-day-planned': (event, context) =>
        until('first-day-planned')(event, context) || until('appointed')(event, context),
    },
  },
  {
    file: 'condition-steps.csv',
    subject: 'appointment',
    // Of a medical condition the event tells nothing but the hash, which holds all that the others tell as well.
    expects: ({ appointment, condition, number, day: on, validUntil, level, takenAt, takenBy, nonce, ...step }) => {
      const { action, state, authority, reason } = step;
      const place = { appointment, condition, number: Number(number), on };
      const found = { action, state, validUntil: validUntil || null, level: level || null, authority, reason };
      return told(appointment, 'condition-stepped', {
        at: takenAt,
        by: takenBy,
        words: wordsOfRow('condition-step', { ...place, ...found }, nonce),
      });
    },
    lasting: lasting('condition-stepped'),
  },
  {
    file: 'verification-steps.csv',
    subject: 'appointment',
    expects: ({ appointment, part, entry, number: text, action, day: on, words, takenAt, takenBy, nonce }) => {
      const number = Number(text);
      return told(appointment, 'verification-stepped', {
        at: takenAt,
        by: takenBy,
        details: { part, number, step: action },
        words: wordsOfRow('verification-step', { appointment, part, entry, number, action, on, words }, nonce),
      });
    },
    lasting: lasting('verification-stepped'),
  },
  {
    file: 'offers.csv',
    subject: 'appointment',
    expects: offerEvents,
    lasting: lasting('offer-seen'),
  },
  {
    file: 'offer-steps.csv',
    subject: 'appointment',
    expects: (cells) =>
      told(cells['appointment'], eventsOf(cells['action']), {
        at: cells['takenAt'],
        by: cells['takenBy'],
        details: { offer: Number(cells['offer']), number: Number(cells['number']), step: cells['approvalStep'] },
        words: stepWords(cells, cells['number'], cells['action']),
      }),
    lasting: lasting(...Object.values(OFFER_EVENTS)),
  },
];

const eventsOf = (action = ''): string[] => {
  const known = (Object.keys(OFFER_EVENTS) as RecordedAction[]).find((one) => one === action);
  return known ? [OFFER_EVENTS[known]] : [action];
};

const stepWords = ({ id: offer, choice, reason = '', authority = '', day, nonce }: Cells, number = '', action = '') =>
  wordsOfRow(
    'offer-step',
    {
      offer,
      number: Number(number),
      action,
      choice: choice ? jsonOf(choice) : null,
      reason,
      authority,
      on: day || null,
    },
    nonce,
  );

/** The step by which an offer comes to stand as it does. */
const STEPS_TO: Record<OfferState, readonly RecordedAction[]> = {
  draft: ['prepare', 'return'],
  'in-approval': ['submit', 'approve'],
  approved: ['submit', 'approve'],
  sent: ['send'],
  accepted: ['accept'],
  declined: ['decline'],
  lapsed: ['lapse'],
  withdrawn: ['withdraw'],
};
const MOVING = [...new Set(Object.values(STEPS_TO).flat())].map((action) => OFFER_EVENTS[action]);

/** How an offer stands: each step has a row of its own, to which this one must not be otherwise. */
function offerEvents(cells: Cells): Expected[] {
  const { appointment, offer: number, state: text = '', sentAt, seenAt, answeredAt, sha256, means } = cells;
  const state = (Object.keys(STEPS_TO) as OfferState[]).find((one) => one === text);
  const offer = Number(number);
  const sent = { offer, sha256, documents: jsonOf(cells['documents']) };
  const of = { offer };
  const stands = state && state !== 'draft' ? { to: state } : {};
  const isAnswer = state !== 'withdrawn';
  const accepted = { ...of, means, ...sent };
  return [
    ...told(appointment, state ? STEPS_TO[state].map((action) => OFFER_EVENTS[action]) : [text], {
      at: (isAnswer && answeredAt) || ANY,
      details: { ...of, ...stands, ...(isAnswer && { means }), ...(state === 'accepted' && accepted) },
      last: { among: MOVING, of },
      witness: true,
    }),
    // What was accepted and withdrawn for another was accepted all the same.
    ...told(appointment, OFFER_EVENTS.accept, {
      at: isAnswer ? '' : answeredAt || (means && ANY),
      details: accepted,
      witness: true,
    }),
    ...told(appointment, OFFER_EVENTS.send, { at: sentAt, details: sent, witness: true }),
    ...told(appointment, 'offer-seen', { at: seenAt }),
    ...told(appointment, [OFFER_EVENTS.prepare, OFFER_EVENTS.change], {
      at: ANY,
      details: of,
      last: { among: [OFFER_EVENTS.prepare, OFFER_EVENTS.change], of },
      words: stepWords(cells, cells['chosenIn'], cells['chosenBy']),
      witness: true,
    }),
  ];
}
